"""Whoever waits is told how far a validation is, and what is found does not depend on it."""

import zipfile

import pytest

import conflict_figures as cf
from conflict_figures.check import progress
from conflict_figures.check.reading import blocks
from conflict_figures.cli._progress import size_of
from conflict_figures.publish import columnar
from conflict_figures.tabular import delimited


@pytest.fixture
def tables(tmp_path):
    """Two tables in a folder, one as CSV and one as Parquet."""
    (tmp_path / "actors.csv").write_bytes(delimited.encode(cf.load("actors", backend="pyarrow")))
    (tmp_path / "links.parquet").write_bytes(columnar.encode("links", cf.load("links", backend="pyarrow")))
    return tmp_path


def told(path) -> list[tuple[str, int, int]]:
    said = []
    with progress.telling(lambda *what: said.append(what)):
        cf.validate(path)
    return said


def test_all_bytes_are_read_and_all_questions_asked(tables, monkeypatch):
    monkeypatch.setattr(blocks, "SIZE", 4096, raising=False)
    said = told(tables)
    read = [done for what, done, _ in said if what == "reading"]
    header = len((tables / "actors.csv").read_bytes().split(b"\n", 1)[0]) + 1
    assert sum(read) == size_of(tables) - header
    asked = [(done, more) for what, done, more in said if what == "checking"]
    assert sum(done for done, _ in asked) == sum(more for _, more in asked) > 0
    assert [what for what, _, _ in said] == sorted((what for what, _, _ in said), reverse=True), "first reading, then checking"


def test_nobody_is_told_afterwards(tables):
    assert told(tables)
    said = []
    with pytest.raises(ValueError), progress.telling(lambda *what: said.append(what)):
        raise ValueError
    cf.validate(tables)
    assert said == []


def test_the_size_is_known_of_tables_and_of_folders_only(tables):
    assert size_of(tables / "actors.csv") == (tables / "actors.csv").stat().st_size
    with zipfile.ZipFile(tables / "a.zip", "w") as out:
        out.write(tables / "actors.csv", "actors.csv")
    assert size_of(tables / "a.zip") is None
    assert size_of(tables / "none") is None
