"""A sound contribution to break: the tables of the hand-made dataset, written as files."""

from pathlib import Path

import pytest

import conflict_figures as cf
from conflict_figures.publish import columnar
from conflict_figures.tabular import delimited


class Contribution:
    """A folder with sound tables; `validate` says what is found in it, as (rule, line) or in full."""

    def __init__(self, folder: Path, tables: dict) -> None:
        self.folder, self.tables = folder, tables

    def csv(self, name: str, change=lambda text: text) -> Path:
        """Write a table as CSV, its text changed; a change may also give bytes."""
        changed = change(delimited.encode(self.tables[name]).decode())
        path = self.folder / f"{name}.csv"
        path.write_bytes(changed if isinstance(changed, bytes) else changed.encode())
        return path

    def parquet(self, name: str, change=lambda data: data) -> Path:
        path = self.folder / f"{name}.parquet"
        path.write_bytes(change(columnar.encode(name, self.tables[name])))
        return path

    def validate(self, path=None, **options):
        return cf.validate(self.folder if path is None else path, **options)

    def found(self, path=None, **options) -> list[tuple]:
        report = self.validate(path, **options)
        return [(one.rule, one.line) for entry in report.entries for one in entry.places]

    def one(self, path=None):
        """The only finding; the report with it is not in order, and can be rendered."""
        report = self.validate(path)
        assert not report.ok
        assert report.to_text()
        (entry,) = report.entries
        (place,) = entry.places
        return place


@pytest.fixture
def contribution(sound, tmp_path) -> Contribution:
    from conflict_figures.tabular import to_arrow

    folder = tmp_path / "contribution"
    folder.mkdir()
    return Contribution(folder, to_arrow(sound.records))
