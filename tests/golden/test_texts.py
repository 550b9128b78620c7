"""Invented texts in many genres with their hand-made coding, hard negatives among them (``texts.jsonl``).

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

TEXTS = [json.loads(line) for line in (Path(__file__).parent / "texts.jsonl").read_text(encoding="utf-8").splitlines()]


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
