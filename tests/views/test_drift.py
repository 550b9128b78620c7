"""What became of one statement from page to page."""

import pandas as pd
import pytest

import conflict_figures as cf
from conflict_figures import views

CHANGES = ["number", "hedge", "measure", "subject", "place", "speaker", "origin"]


def changes(frame) -> list[dict]:
    return [{name: row[name] for name in CHANGES if pd.notna(row[name])} for row in frame.to_dict("records")]


def test_every_page_is_compared_with_the_commonest_rendering(flat):
    usual = {"says": "about 15000", "measure": "deployed", "speaker": "Lee", "origin": "NIS", "place": "Russia"}
    found = views.drift("nis", flat(
        usual | {"published": "2025-04-30"}, usual | {"published": "2025-05-01"},
        usual | {"published": "2025-05-02", "says": "18000"},
        usual | {"published": "2025-05-03", "says": "at_least 15000", "speaker": "Kim", "origin": None},
        usual | {"published": "2025-05-04", "measure": "killed", "subject": "troops", "place": "Kursk"},
    ))  # fmt: skip
    assert changes(found) == [
        {}, {},
        {"number": "15,000 → 18,000", "hedge": "about → exact"},
        {"hedge": "about → at least", "speaker": "Lee → Kim", "origin": "NIS → not given"},
        {"measure": "deployed → killed", "subject": "soldiers → troops", "place": "Russia → Kursk"},
    ]  # fmt: skip
    assert found["compared_with"].unique().tolist() == ["page-0.f1"]
    assert found["usual"].unique().tolist() == ["about 15,000"]
    assert found["reads"].tolist() == ["about 15,000", "about 15,000", "18,000", "at least 15,000", "about 15,000"]


@pytest.mark.parametrize(
    ("says", "words"),
    [
        ("range 500 700", {"number": "600 → 500 to 700", "hedge": "exact → range"}),
        ("vague 100", {"number": "600 → no number, 100 or more", "hedge": "exact → vague"}),
        ("nearly 600", {"hedge": "exact → nearly"}),
        ("at_most 600.5", {"number": "600 → 600.5", "hedge": "exact → at most"}),
    ],
)
def test_ranges_and_vague_counts_are_put_into_words(flat, says, words):
    assert changes(views.drift("nis", flat("600", "600", says)))[2] == words


def test_a_change_of_unit_or_rate_is_a_change_of_what_is_counted(flat):
    rows = flat("600", "600", {"unit": "family"}, {"rate_per": "day", "count_mode": "rate"})
    found = changes(views.drift("nis", rows))
    assert found == [{}, {}, {"measure": "killed → killed, family"}, {"measure": "killed → killed, a day"}]


def test_two_names_of_one_actor_are_no_change(flat):
    named = {"speaker": "Kim Jong Un", "speaker_id": "x.kim"}
    assert changes(views.drift("nis", flat(named, named, named | {"speaker": "Kim"}))) == [{}, {}, {}]


def test_rows_stand_by_item_and_day_of_publication_undated_last(flat):
    rows = flat({"published": None}, {"published": "2025-05-01"}, {"published": "2025-04"}, {"item_id": "a"})
    assert views.drift("nis", rows)["figure_id"].tolist() == ["page-3.f1", "page-2.f1", "page-1.f1", "page-0.f1"]


def test_denials_repeats_and_other_utterances_are_left_out(flat):
    rows = flat("600", {"stance": "denied"}, {"repeats": "page-0.f1"}, {"utterance_id": "jcs"}, {"item_id": None})
    found = views.drift("nis", rows)
    assert len(found) == 1
    assert found.attrs["rows_left_out"] == {
        "another utterance": 1, "denied": 1, "no item_id": 1, "repeats a figure of the same text": 1,
    }  # fmt: skip


@pytest.mark.parametrize(
    ("asked", "words"),
    [
        ("nis-2025-04-03", "Did you mean 'nis-2025-04-30'"),
        ("zzz", "Take one from the column utterance_id"),
        (None, "there is no utterance None"),
    ],
)
def test_an_unknown_utterance_names_the_nearest(asked, words):
    with pytest.raises(cf.InputError) as caught:
        views.drift(asked)
    assert words in str(caught.value)


def test_a_frame_without_utterances_says_so(flat):
    with pytest.raises(cf.InputError, match="No row of the frame has an utterance"):
        views.drift("nis", flat({"utterance_id": None}))


def test_every_utterance_of_the_dataset_can_be_looked_at():
    flat = cf.load()
    for utterance in flat["utterance_id"].dropna().unique():
        found = views.drift(utterance, flat)
        usual = found[found["figure_id"] == found["compared_with"]]
        assert len(usual) == found["item_id"].nunique()
        assert usual[CHANGES].isna().all(axis=None)
        assert found.attrs["rows_used"] == len(found)
