"""`why`: every part of the page stands on a row."""

import re

import pytest

import conflict_figures as cf
from conflict_figures.explanation import BACKWARD, FORWARD, Explanation
from conflict_figures.schema import codes


@pytest.fixture(scope="module")
def figures():
    return cf.load("figures", backend="pyarrow").to_pylist()


def test_every_figure_can_be_explained_with_its_words_marked(figures):
    read = [figure for figure in figures if figure["text"]]
    for figure in [*read, *figures[:: len(figures) // 30]]:
        page = str(cf.why(figure["figure_id"]))
        assert page.startswith(figure["figure_id"])
        assert f"[{figure['text'] or figure['as_coded']}]" in page


def test_the_chain_is_told_hop_by_hop(whole):
    reason = cf.why(whole)
    assert [hop["hop"] for hop in reason.chain] == list(range(len(reason.chain)))
    page = str(reason)
    for hop in reason.chain:
        assert f"{hop['hop']}  {hop['role']}" in page and hop["name"] in page
        assert hop["cue"] is None or hop["cue"] in page


def test_a_link_is_told_from_both_ends(whole):
    link = next(link for link in cf.why(whole).links if link["predicate"] == "includes")
    back = next(row for row in cf.why(link["other"]).links if row["other"] == whole)
    assert (link["reads"], back["reads"]) == ("includes", "is part of")
    assert link["words"] in str(cf.why(whole))


def test_every_predicate_reads_both_ways():
    predicates = {code.code for code in codes("predicate")}
    assert set(FORWARD) == set(BACKWARD) == predicates


def test_an_unknown_date_is_said_to_be_unknown_and_an_inferred_one_to_be_unused():
    source = {"published": None, "published_inferred": "2025-04-30", "published_inferred_confidence": "medium"}
    page = str(_explanation(source=source | {"unknown": "url: lost; published: not in the text"}))
    assert "published  not known: not in the text" in page
    assert "published, inferred  2025-04-30 (medium confidence; recorded, not used)" in page


def test_a_known_date_shows_its_words_and_what_they_were_read_against():
    dates = [
        {"role": "as_of", "edtf": "2025-06-11", "text": "Wednesday", "resolved_against": "2025-06-14"},
        {"role": "published", "edtf": "2025-06-14", "text": None, "resolved_against": None},
    ]
    page = str(_explanation(dates=dates, figure={"date_id": "a.d1"}))
    assert "as of  2025-06-11  from the words “Wednesday”, read on 2025-06-14" in page
    assert "published  2025-06-14" in page and "not known" not in page and "none stated" not in page


def test_a_source_whose_words_are_not_held_is_explained_without_them():
    page = str(_explanation(claim={"quote": None, "start": None}, figure={"text": None, "as_coded": None, "start": None, "end": None}))
    assert "The words of this source are not held here." in page


@pytest.mark.parametrize(
    ("bounds", "words"),
    [
        ({"value": 600.0, "qualifier": "at_least"}, "killed: at least 600 ·"),
        ({"value": 2.5, "qualifier": "exact"}, "killed: 2.5 ·"),
        ({"value": None, "low": 10000.0, "high": 12000.0}, "killed: 10,000 to 12,000 ·"),
        ({"value": None, "low": 3000.0, "high": None}, "killed: 3,000 or more ·"),
        ({"value": None, "low": None, "high": 9.0}, "killed: 9 or fewer ·"),
        ({"value": 5.0, "rate_per": "day", "increment": True}, "killed: 5 per day · unit person · added to a count stated elsewhere"),
    ],
)
def test_the_reading_says_no_more_than_the_bounds(bounds, words):
    assert words in str(_explanation(figure=bounds))


def test_the_context_stays_inside_its_paragraph_and_says_where_it_was_cut():
    page = str(_explanation(claim={"prefix": "the headline\n\n", "suffix": " in a long war that nobody won. "}))
    assert "\n  [Two] died in a long war that nobody won. …\n" in page


def test_an_unknown_id_gets_the_nearest_and_a_claim_its_figures(figures):
    with pytest.raises(cf.InputError, match=f"Did you mean .*{figures[0]['figure_id']}"):
        cf.why(figures[0]["figure_id"] + "0")
    with pytest.raises(cf.InputError, match=f"its figures are .*{figures[0]['figure_id']}"):
        cf.why(figures[0]["claim_id"])
    with pytest.raises(cf.InputError, match="lists them all"):
        cf.why("?")


def _explanation(*, figure=(), claim=(), source=(), dates=()) -> Explanation:
    """A small made-up explanation, with what a test gives in place of the defaults."""
    return Explanation(
        figure={
            "figure_id": "a.f0", "measure": "killed", "unit": "person", "value": 2.0, "low": None, "high": None, "qualifier": "exact",
            "rate_per": None, "count_mode": "unspecified", "increment": False, "subject": None, "place": None, "start": 0, "end": 3,
            "text": "Two", "as_coded": None, "date_id": None, "certainty": "stated", "coded_by": "hand", "review": "unchecked",
            "added_in": "0.1.0", "changed_in": None,
        } | dict(figure),
        claim={"start": 0, "quote": "Two died", "prefix": None, "suffix": None, "stance": "asserted"}
        | dict.fromkeys(("confidence", "carried_as", "issue", "note"))
        | dict(claim),
        source={
            "source_id": "a", "author": None, "title": None, "publisher": None, "url": None, "unknown": None,
            "agencies": None, "published_inferred": None, "published_inferred_confidence": None,
        } | dict(source),
        chain=[],
        dates=[{"note": None} | row for row in dates],
        links=[],
        findings=[],
    )


def test_a_coded_figure_shows_what_its_coder_wrote_and_what_is_odd_about_it():
    page = str(cf.why("nk-russia-cna-0430.f0629"))
    assert "[18,000]  as coded; the words of this source are not held here" in page
    assert "agency     Channel NewsAsia  by the credit of the whole page" in page
    assert "confidence high; carried as news; issue value conflict" in page
    assert "the page rests on AFP via CNA (stated)" in page
    assert "Findings" in page and "15,000 on 24 pages" in page


def test_links_of_one_kind_are_cut_short_with_their_number():
    page = str(cf.why("nk-russia-cna-0430.f0629"))
    assert re.search(r"contradicts  \d+ more", page)
    assert page.count("contradicts  nk-russia") == 8
