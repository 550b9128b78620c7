"""Two versions of a table, by key: which rows came, which went, and which cells of the others changed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy
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
    in these at which the cells differ; columns without a difference, or of one table alone, are not in it. ``again_old`` and
    ``again_new`` number rows whose key another row has too.
    """

    key: tuple[str, ...]
    old: pyarrow.Table
    new: pyarrow.Table
    added: pyarrow.Array
    gone: pyarrow.Array
    kept_old: pyarrow.Array
    kept_new: pyarrow.Array
    again_old: pyarrow.Array
    again_new: pyarrow.Array
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
    # a million strings are looked up once; all else follows from their places, or from the few rows that one version has alone
    place = pc.cast(pc.index_in(after, value_set=before), "int64")
    kept_old, kept_new, added = place.drop_null(), _where(pc.is_valid(place)), _where(pc.is_null(place))
    met = numpy.bincount(kept_old.to_numpy(), minlength=len(before))
    missed = _where(met == 0)
    again = _is_in(before.take(missed), before, met > 0)
    gone = missed.filter(pc.invert(again))
    found = Rows(
        tuple(key), old, new, added=added, gone=gone, kept_old=kept_old, kept_new=kept_new,
        again_old=pyarrow.concat_arrays([missed.filter(again), _again(before, gone)]),
        again_new=pyarrow.concat_arrays([kept_new.filter(pyarrow.array(met[kept_old.to_numpy()] > 1)), _again(after, added)]),
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


def _where(said) -> pyarrow.Array:
    return pc.cast(pc.indices_nonzero(pyarrow.array(said) if isinstance(said, numpy.ndarray) else said), "int64")


def _is_in(few: pyarrow.Array, many: pyarrow.Array, asked: numpy.ndarray) -> pyarrow.Array:
    """Tell which of a few keys are among those asked for of many; the hash is made of the few, as long as that can be."""
    if not len(few) or not pc.any(pc.is_in(many.filter(pyarrow.array(asked)), value_set=few)).as_py():
        return pyarrow.array([False] * len(few), pyarrow.bool_())
    return pc.is_in(few, value_set=many.filter(pyarrow.array(asked)))


def _again(keys: pyarrow.Array, some: pyarrow.Array) -> pyarrow.Array:
    """Return those of some rows whose key an earlier one of them has."""
    codes = pc.dictionary_encode(keys.take(some), null_encoding="encode").indices.to_numpy()
    first = numpy.unique(codes, return_index=True)[1]
    return some.take(pyarrow.array(numpy.setdiff1d(numpy.arange(len(codes)), first)))


def _different(old, new) -> pyarrow.Array:
    if old.type != new.type:
        old, new = old.cast(pyarrow.string()), new.cast(pyarrow.string())
    unlike = pc.or_(pc.xor(pc.is_null(old), pc.is_null(new)), pc.fill_null(pc.not_equal(old, new), False))
    if pyarrow.types.is_floating(old.type):
        # what is not a number is not even equal to itself
        unlike = pc.and_not(unlike, pc.fill_null(pc.and_(pc.is_nan(old), pc.is_nan(new)), False))
    return pc.cast(pc.indices_nonzero(unlike), "int64")
