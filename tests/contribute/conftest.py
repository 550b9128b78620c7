"""A coding sheet to fill in, and the batch made of it."""

import csv
from pathlib import Path

import pytest

from conflict_figures.contribute import batch, sheet
from conflict_figures.contribute.columns import NAMES
from conflict_figures.contribute.convert import convert

#: A row without a fault; tests change one cell of it.
FULL = {
    "record": "1", "publisher": "Harbour Gazette", "publisher_country": "UKR", "url": "https://example.org/a", "language": "en",
    "published": "2031-06-12", "speaker": "Ministry of Health", "speaker_kind": "body", "number": "about 1,200", "measure": "casualties",
    "unit": "person", "subject": "people of the delta", "count_mode": "cumulative", "date": "../2031-06-12", "stated": "2031-06-11",
}  # fmt: skip


class Sheet:
    """A coding sheet in a file, and what is made of it."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.path = folder, folder / "filled.csv"

    def write(self, *rows: dict, columns=NAMES, delimiter: str = ",") -> Path:
        with open(self.path, "w", encoding="utf-8", newline="") as handle:
            writer = csv.DictWriter(handle, columns, delimiter=delimiter, lineterminator="\n")
            writer.writeheader()
            writer.writerows(rows)
        return self.path

    def made(self, *rows: dict) -> dict[str, list[dict]]:
        """The records of a sheet that has no fault."""
        read, found = sheet.read(self.write(*rows))
        done = convert("river-war", read)
        assert (found, done.findings) == ([], ())
        return done.records

    def refused(self, *rows: dict) -> list:
        """What is wrong with the sheet; nothing is written then."""
        found, counts = batch.fill(self.folder / "coded", "river-war", self.write(*rows))
        assert found and not counts and not (self.folder / "coded").exists()
        return found


@pytest.fixture
def coding_sheet(tmp_path) -> Sheet:
    return Sheet(tmp_path)


@pytest.fixture
def full() -> dict:
    """A row that says everything it has to."""
    return dict(FULL)
