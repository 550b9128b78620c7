"""The rows that changed, one by one: what every form lists, each in its own way."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from conflict_figures.release import compare
from conflict_figures.release.diff import TableChanges

#: Rows turned into records at a time.
_BATCH = 10_000


@dataclass(frozen=True)
class Cell:
    """A cell that changed, in the row with this key."""

    key: str
    column: str
    old: object
    new: object


def cells(changes: TableChanges, most: int | None = None) -> Iterator[Cell]:
    """Yield the changed cells of a table, column by column in the order of the table, at most so many."""
    return islice(_cells(changes), most)


def _cells(changes: TableChanges) -> Iterator[Cell]:
    rows = changes.rows
    for column, places in rows.changed.items():
        for start in range(0, len(places), _BATCH):
            some = places.slice(start, _BATCH)
            there, here = rows.kept_old.take(some), rows.kept_new.take(some)
            keys = compare.keys(rows.new.select(list(rows.key)).take(here), rows.key).to_pylist()
            old, new = rows.old[column].take(there).to_pylist(), rows.new[column].take(here).to_pylist()
            yield from (Cell(*cell) for cell in zip(keys, [column] * len(keys), old, new, strict=True))


def count_cells(changes: TableChanges) -> int:
    """Return how many cells changed."""
    return sum(len(places) for places in changes.rows.changed.values())


def added(changes: TableChanges, most: int) -> list[str]:
    """Return the keys of the first rows that came, at most so many."""
    rows = changes.rows
    return compare.keys(rows.new.select(list(rows.key)).take(rows.added.slice(0, most)), rows.key).to_pylist()


def shown(value: object, most: int = 60) -> str:
    """Return a cell on one line, cut where it is long; a dash for none.

    >>> shown(None), shown(3.0), shown("a\\nb")
    ('–', '3', 'a b')
    """
    if value is None:
        return "–"
    if isinstance(value, bool):
        return "true" if value else "false"
    words = str(int(value)) if isinstance(value, float) and value.is_integer() else " ".join(str(value).split())
    return words if len(words) <= most else f"{words[: most - 1]}…"
