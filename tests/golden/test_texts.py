"""Invented texts with their hand-made coding, hard negatives among them.

``texts.jsonl`` has genres of their own, ``news.jsonl`` and ``reports.jsonl`` news and reports of many kinds; the errors
on these have been read while rules were written. ``held_out.jsonl`` is for judging: read its scores, not its texts.

One object a line: id, kind, published, text, figures, claims, ``not_figures`` (numbers that only look like figures,
with the reason) and ``debatable`` (figures on which coders may differ). They are for measuring the extractor on
texts that no rule was written for; here they only have to be sound, and so do the rows read from them.
"""

import json
from pathlib import Path

import pytest

from conflict_figures import check
from conflict_figures.extract import extract
from conflict_figures.tabular import to_arrow

TEXTS = [
    json.loads(line)
    for name in ("texts", "news", "reports", "held_out")
    for line in (Path(__file__).parent / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
]


@pytest.mark.parametrize("gold", TEXTS, ids=[gold["id"] for gold in TEXTS])
def test_the_coding_is_anchored_to_the_text(gold):
    text = gold["text"]
    for row in (*gold["figures"], *gold["not_figures"]):
        assert text[row["start"] : row["end"]] == row["text"]
    for claim in gold["claims"]:
        for k in claim["figures"]:
            assert claim["start"] <= gold["figures"][k]["start"] < gold["figures"][k]["end"] <= claim["end"]


@pytest.mark.parametrize("gold", TEXTS, ids=[gold["id"] for gold in TEXTS])
def test_the_rows_read_from_it_pass_every_check(gold):
    records = extract(gold["text"], published=gold["published"], source_id=gold["id"]).records
    found = check.tables(to_arrow(records), {gold["id"]: gold["text"]})
    assert [str(one) for one in found if one.table != "sources"] == []


@pytest.mark.parametrize("gold", [gold for gold in TEXTS if not gold["figures"]], ids=lambda gold: gold["id"])
def test_a_text_about_something_else_gives_no_figure(gold):
    """Sport, markets, floods, crime, games: full of numbers and of words of war, and nothing of it counts here."""
    assert [row["text"] for row in extract(gold["text"], published=gold["published"]).records["figures"]] == []


@pytest.mark.parametrize("gold", TEXTS, ids=[gold["id"] for gold in TEXTS])
def test_any_stretch_of_a_text_can_be_read(gold):
    """A text may end anywhere: in a headline, behind a comma, after "said"."""
    words = gold["text"].split(" ")
    for first in range(0, len(words), 37):
        text = " ".join(words[first : first + 1 + first % 23])
        for row in extract(text, published=gold["published"]).records["figures"]:
            assert text[row["start"] : row["end"]] == row["text"]
