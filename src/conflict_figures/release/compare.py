"""Two versions of a table, by key: which rows came, which went, and which cells of the others changed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import pyarrow
import pyarrow.compute as pc

from conflict_figures.schema import RELEASE_COLUMNS
from conflict_figures.tabular.columns import plain

#: Between the parts of a key; no cell of a table may hold it.
BETWEEN = "\x1f"


@dataclass(frozen=True)
class Rows:
    """What changed between two tables.

    ``old`` and ``new`` are the tables, codes as strings. ``added`` are row numbers of ``new``, ``gone`` of ``old``;
    ``kept_old`` and ``kept_new`` number the rows that both have, side by side. ``changed`` holds for each column the places
    in these at which the cells differ; columns without a difference, or of one table alone, are not in it.
    """

    key: tuple[str, ...]
    old: pyarrow.Table
    new: pyarrow.Table
    added: pyarrow.Array
    gone: pyarrow.Array
    kept_old: pyarrow.Array
    kept_new: pyarrow.Array
    changed: dict[str, pyarrow.Array] = field(default_factory=dict)

    def changed_rows(self) -> pyarrow.Array:
        """Return the row numbers, in ``new``, of all rows of which a cell changed."""
        if not self.changed:
            return pyarrow.array([], pyarrow.int64())
        places = pc.unique(pyarrow.concat_arrays(list(self.changed.values())))
        return self.kept_new.take(places.take(pc.sort_indices(places)))


def rows(old: pyarrow.Table, new: pyarrow.Table, key: Sequence[str]) -> Rows:
    """Compare two tables whose ``key`` is unique in each; of a key that comes again the first row counts.

    Only columns that both have are compared, those that a release itself fills not among them: they would differ wherever
    something else does. A column whose type changed is compared as it is spelled.

    >>> old = pyarrow.table({"id": ["a", "b"], "n": [1, 2]})
    >>> found = rows(old, pyarrow.table({"id": ["b", "c"], "n": [3, 4]}), ["id"])
    >>> found.added.to_pylist(), found.gone.to_pylist(), {column: places.to_pylist() for column, places in found.changed.items()}
    ([1], [0], {'n': [0]})
    """
    old, new = plain(old).combine_chunks(), plain(new).combine_chunks()
    before, after = unambiguous(old, key), unambiguous(new, key)
    place = pc.cast(pc.index_in(after, value_set=before), "int64")
    kept = pc.is_valid(place)
    found = Rows(
        tuple(key), old, new,
        added=pc.cast(pc.indices_nonzero(pc.invert(kept)), "int64"),
        gone=pc.cast(pc.indices_nonzero(pc.invert(pc.is_in(before, value_set=after))), "int64"),
        kept_old=place.drop_null(),
        kept_new=pc.cast(pc.indices_nonzero(kept), "int64"),
    )  # fmt: skip
    for column in new.column_names:
        if column in old.column_names and column not in key and column not in RELEASE_COLUMNS:
            places = _different(old[column].take(found.kept_old), new[column].take(found.kept_new))
            if len(places):
                found.changed[column] = places
    return found


def keys(table: pyarrow.Table, key: Sequence[str]) -> pyarrow.Array:
    """Return the key of each row as one string, its parts with a blank between them, as messages and tombstones name it."""
    return _joined(table, key, " ")


def unambiguous(table: pyarrow.Table, key: Sequence[str]) -> pyarrow.Array:
    """Return the key of each row as one string that no other key gives."""
    return _joined(table, key, BETWEEN)


def _joined(table: pyarrow.Table, key: Sequence[str], between: str) -> pyarrow.Array:
    parts = [table[column].cast(pyarrow.string()) for column in key]
    whole = parts[0] if len(parts) == 1 else pc.binary_join_element_wise(*(pc.fill_null(part, "") for part in parts), between)
    return whole.combine_chunks() if isinstance(whole, pyarrow.ChunkedArray) else whole


def _different(old, new) -> pyarrow.Array:
    if old.type != new.type:
        old, new = old.cast(pyarrow.string()), new.cast(pyarrow.string())
    unlike = pc.or_(pc.xor(pc.is_null(old), pc.is_null(new)), pc.fill_null(pc.not_equal(old, new), False))
    if pyarrow.types.is_floating(old.type):
        # what is not a number is not even equal to itself
        unlike = pc.and_not(unlike, pc.fill_null(pc.and_(pc.is_nan(old), pc.is_nan(new)), False))
    return pc.cast(pc.indices_nonzero(unlike), "int64")
