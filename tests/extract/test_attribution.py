"""Who says each number, citing whom, with what stance and how sure: a table of sentences written for this test.

A row of ``attribution.csv`` is a text (``\\n`` for a new line), the words of one of its figures (``@2`` for their second
figure of these words) and what the codebook makes of its attribution; an empty cell is null: nobody may be named there.
"""

import csv
from pathlib import Path

import pytest

from conflict_figures.extract import extract

FIELDS = ("speaker", "origin", "stance", "certainty")


def _rows() -> list[dict[str, str]]:
    with (Path(__file__).parent / "attribution.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


ROWS = _rows()


@pytest.mark.parametrize("row", ROWS, ids=[f"{k}-{row['shape']}" for k, row in enumerate(ROWS)])
def test_a_figure_is_whose_the_text_says(row):
    records = extract(row["text"].replace("\\n", "\n"), published="2025-06-14").records
    words, _, which = row["figure"].partition("@")
    figures = [figure for figure in records["figures"] if figure["text"].endswith(words)]
    figure = figures[int(which or 1) - 1]
    claims = {claim["claim_id"]: claim for claim in records["claims"]}
    found = claims[figure["claim_id"]] | {"certainty": figure["certainty"]}
    assert [found[name] for name in FIELDS] == [row[name] or None for name in FIELDS]
