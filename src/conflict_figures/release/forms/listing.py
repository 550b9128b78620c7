"""The rows of a table that changed, one by one, made in batches so that a large table is never held as Python objects."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy
import pyarrow
import pyarrow.compute as pc

from conflict_figures.release.table_rows import TableRows

_BATCH = 10_000
_TOLD = ("withdrawn_in", "reason", "replaced_by")

Key = dict[str, object]


@dataclass(frozen=True)
class Cell:
    """A cell that changed."""

    column: str
    old: object
    new: object


def added(one: TableRows, limit: int | None = None) -> Iterator[tuple[Key, dict]]:
    """Give the key and the cells of each new row."""
    for numbers in _batches(one.rows.added, limit):
        for row in one.rows.new.take(numbers).to_pylist():
            yield {column: row[column] for column in one.rows.key}, row


def gone(one: TableRows, limit: int | None = None, told: bool | None = None) -> Iterator[tuple[Key, dict]]:
    """Give the key of each row that is gone, and what its tombstone says, all None where it has none.

    ``told`` asks for those with a tombstone alone, or for those without one.
    """
    places = numpy.arange(len(one.told))
    if told is not None:
        places = places[pc.is_valid(one.told).to_numpy(zero_copy_only=False) == told]
    for part in _batches(pyarrow.array(places, pyarrow.int64()), limit):
        keys = one.rows.old.select(list(one.old_key)).take(one.rows.gone.take(part)).to_pylist()
        at = one.told.take(part)
        columns = {name: one.tombstones[name].take(at).to_pylist() for name in _TOLD}
        for number, key in enumerate(keys):
            yield key, {name: values[number] for name, values in columns.items()}


def changed(one: TableRows, limit: int | None = None) -> Iterator[tuple[Key, list[Cell]]]:
    """Give the key of each row that changed, and its changed cells in the order of the columns."""
    by_column = {column: places.to_numpy() for column, places in one.rows.changed.items()}
    if not by_column:
        return
    every = pyarrow.array(numpy.unique(numpy.concatenate(list(by_column.values()))))
    for part in _batches(every, limit):
        places = part.to_numpy()
        keys = one.rows.new.select(list(one.rows.key)).take(one.rows.kept_new.take(part)).to_pylist()
        cells: list[list[Cell]] = [[] for _ in keys]
        for column, where in by_column.items():
            first, last = numpy.searchsorted(where, (places[0], places[-1] + 1))
            here = pyarrow.array(where[first:last])
            old = one.rows.old[column].take(one.rows.kept_old.take(here)).to_pylist()
            new = one.rows.new[column].take(one.rows.kept_new.take(here)).to_pylist()
            for row, before, after in zip(numpy.searchsorted(places, where[first:last]).tolist(), old, new, strict=True):
                cells[row].append(Cell(column, before, after))
        yield from zip(keys, cells, strict=True)


def name(key: Key) -> str:
    """Return a key as tombstones have it: its parts with a blank between them.

    >>> name({"claim_id": "a.c1", "hop": 0})
    'a.c1 0'
    """
    return " ".join(str(part) for part in key.values())


def _batches(numbers: pyarrow.Array, limit: int | None) -> Iterator[pyarrow.Array]:
    numbers = numbers if limit is None else numbers[:limit]
    for first in range(0, len(numbers), _BATCH):
        yield numbers.slice(first, _BATCH)
