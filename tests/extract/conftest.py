"""What several tests of reading ask."""

import pytest

from conflict_figures.extract import extract


@pytest.fixture
def dated_as():
    """Assert that each figure asked for stands in the text with its date and count mode (None: any mode)."""

    def assert_dates(text: str, published: str | None, figures: list[tuple[str, str | None, str | None]]) -> None:
        tables = extract(text, published=published).records
        dates = {row["date_id"]: row["edtf"] for row in tables["dates"]}
        found = [
            (text[row["start"] : row["end"]], dates.get(row["date_id"]), row["count_mode"]) for row in tables["figures"]
        ]
        for words, date, mode in figures:
            got = next(row for row in found if words in row[0])
            assert (got[1], mode and got[2]) == (date, mode), got

    return assert_dates
