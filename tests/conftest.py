"""What all tests share: the checkout, a quiet Hypothesis, and a figure to ask about."""

import json
from pathlib import Path

import pytest
from hypothesis import settings

# The same examples on every run and no limit by the clock: a test fails for what the code does, not for the machine.
settings.register_profile("project", derandomize=True, deadline=None, print_blob=True)
settings.load_profile("project")


@pytest.fixture(scope="session")
def root() -> Path:
    """The checkout."""
    return Path(__file__).resolve().parents[1]


@pytest.fixture(scope="session")
def whole() -> str:
    """The id of a figure that includes another, so that every part of an explanation has something to say."""
    import conflict_figures as cf

    links = cf.load("links", backend="pyarrow").to_pylist()
    return next(link["subject_id"] for link in links if link["predicate"] == "includes")


class Sound:
    """Hand-made records without a fault, in which every kind of row occurs; fresh for each test, so break them at will."""

    def __init__(self, folder: Path) -> None:
        self.records = json.loads((folder / "records.json").read_text(encoding="utf-8"))
        self.texts = {"note-one": (folder / "note-one.txt").read_text(encoding="utf-8")}

    def tables(self) -> dict:
        """The records as typed tables, the flat view among them where it can be joined."""
        from conflict_figures.tabular import flat, to_arrow

        typed = to_arrow(self.records | {"withdrawn": []})
        return typed | {"figures_flat": flat(typed)}

    def row(self, table: str, key: str) -> dict:
        """The record of a table whose first key column is ``key``."""
        return next(row for row in self.records[table] if key in list(row.values())[:1])


@pytest.fixture
def sound(root) -> Sound:
    """A small dataset without a fault, and the text it points into."""
    return Sound(root / "tests" / "sound")
