"""Decisions on rows: what they set, and what goes when a row is rejected."""

import copy

import pytest

from conflict_figures import check
from conflict_figures.errors import InputError
from conflict_figures.seeds import review
from conflict_figures.seeds.decisions import ANCHORS, Decision
from conflict_figures.tabular import to_arrow


def decide(sound, table, words, decision, field=None, value=None, line=2):
    """A decision on the first row of a table with these words."""
    start, end, text = ANCHORS[table]
    row = next(row for row in sound.records[table] if row[text] == words)
    return Decision(
        "note-one", "seeds/decisions/note-one.csv", line, table, row[start], row[end], words,
        decision, field, value, "reader", "2025-07-01", "read",
    )  # fmt: skip


def words(records, table):
    return [row[ANCHORS[table][2]] for row in records[table]]


def test_accept_and_correct_mark_the_row_and_leave_the_rest(sound):
    before = copy.deepcopy(sound.records)
    after = review.apply(sound.records, [
        decide(sound, "figures", "About 600", "accept"),
        decide(sound, "figures", "About 600", "correct", "place", "Kursk", 3),
        decide(sound, "claims", "several thousand fled", "accept", line=4),
    ])  # fmt: skip
    assert sound.records == before, "the records that were given stay as they were"
    changed = [row for old, row in zip(before["figures"], after["figures"], strict=True) if row != old]
    assert [(row["place"], row["review"]) for row in changed] == [("Kursk", "corrected")]
    assert [row["review"] for row in after["claims"] if row["quote"] == "several thousand fled"] == ["verified"]


def test_a_corrected_row_stays_corrected_when_it_is_also_accepted(sound):
    decisions = [decide(sound, "figures", "About 600", "correct", "place", None), decide(sound, "figures", "About 600", "accept", line=3)]
    assert review.apply(sound.records, decisions)["figures"][0]["review"] == "corrected"


def test_a_rejected_figure_takes_its_links_and_an_empty_claim_with_it(sound):
    after = review.apply(sound.records, [decide(sound, "figures", "600", "reject")])
    assert "600" not in words(after, "figures")
    assert "The toll of 600 dead was repeated" not in words(after, "claims")
    assert len(after["links"]) == len(sound.records["links"]) - 2
    assert check.tables(to_arrow(after), sound.texts) == ()


def test_a_rejected_figure_leaves_a_claim_that_says_more(sound):
    after = review.apply(sound.records, [decide(sound, "figures", "several thousand", "reject")])
    assert "several thousand fled" in words(after, "claims"), "it is denied by someone"
    assert check.tables(to_arrow(after), sound.texts) == ()


def test_a_rejected_claim_takes_all_that_hangs_on_it(sound):
    quote = "About 600 soldiers were killed by 14 June 2025"
    after = review.apply(sound.records, [decide(sound, "claims", quote, "reject")])
    assert quote not in words(after, "claims")
    assert "About 600" not in words(after, "figures")
    assert "14 June 2025" not in words(after, "dates")
    assert "hospital records" not in words(after, "attributions")
    assert check.tables(to_arrow(after), sound.texts) == ()


def test_a_rejected_date_leaves_its_figure_without_one(sound):
    after = review.apply(sound.records, [decide(sound, "dates", "14 June 2025", "reject")])
    assert after["figures"][0]["date_id"] is None
    assert check.tables(to_arrow(after), sound.texts) == ()


def test_no_row_at_the_anchor(sound):
    off = decide(sound, "figures", "About 600", "accept")
    gone = Decision(**{**off.__dict__, "start": 0, "end": 6, "text": "Losses"})
    with pytest.raises(InputError, match=r"note-one.csv:2: no row of figures stands at 0:6 \('Losses'\)"):
        review.apply(sound.records, [gone])


@pytest.mark.parametrize(
    ("first", "second"), [("accept", "reject"), ("reject", "accept"), ("accept", "accept")]
)
def test_decisions_that_contradict_each_other(sound, first, second):
    decisions = [decide(sound, "figures", "About 600", word, line=line) for line, word in ((2, first), (3, second))]
    with pytest.raises(InputError, match="note-one.csv:3: .*line 2"):
        review.apply(sound.records, decisions)


def test_a_corrected_and_rejected_row(sound):
    decisions = [decide(sound, "figures", "About 600", "correct", "place", "x"), decide(sound, "figures", "About 600", "reject", line=3)]
    with pytest.raises(InputError, match="rejected and kept at once"):
        review.apply(sound.records, decisions)


def test_a_joined_row_gets_its_utterance_and_keeps_its_review(sound):
    after = review.apply(sound.records, [
        decide(sound, "figures", "About 600", "join", "item_id", "toll-killed"),
        decide(sound, "claims", "several thousand fled", "join", "utterance_id", "toll", 3),
    ])  # fmt: skip
    (figure,) = [row for row in after["figures"] if row["item_id"]]
    (claim,) = [row for row in after["claims"] if row["utterance_id"] == "toll"]
    assert (figure["text"], figure["item_id"], figure["review"]) == ("About 600", "toll-killed", "unchecked")
    assert (claim["quote"], claim["utterance_id"], claim["review"]) == ("several thousand fled", "toll", "unchecked")
