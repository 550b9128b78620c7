"""The cells of a user's frame beside those published: which say something else."""

from __future__ import annotations

from collections.abc import Mapping

import pyarrow
import pyarrow.compute as pc

from conflict_figures.versions import compare


def changed(columns: Mapping[str, object], published: pyarrow.Table, key: tuple[str, ...], keys: pyarrow.Array) -> tuple[dict[str, int], int]:
    """Return the columns of which cells are not those published, with the number of rows each, and the number of rows in all.

    Columns that the table has not are the user's own and left out of account. An empty cell is one without a value, and
    numbers, days and booleans may be written as text, as they are in a frame that was read from a CSV file.
    """
    place = pc.index_in(keys, value_set=compare.unambiguous(published, key))
    counts, anywhere = {}, None
    for column in published.column_names:
        if column in columns and column not in key:
            unlike = _unlike(columns[column], published[column].take(place))
            if many := pc.sum(unlike).as_py():
                counts[column] = many
                anywhere = unlike if anywhere is None else pc.or_(anywhere, unlike)
    return counts, pc.sum(anywhere).as_py() if anywhere is not None else 0


def typed(column: object, wanted: pyarrow.DataType):
    """Return the column with the published type; None where a cell is of no such type."""
    try:
        found = column if isinstance(column, pyarrow.ChunkedArray) else pyarrow.array(column, from_pandas=True)
        if isinstance(found, pyarrow.ChunkedArray):
            found = found.combine_chunks()
        if pyarrow.types.is_dictionary(found.type):
            found = found.cast(found.type.value_type)
        if pyarrow.types.is_string(found.type) or pyarrow.types.is_large_string(found.type):
            found = pc.if_else(pc.equal(found, ""), None, found)
        if pyarrow.types.is_floating(found.type):
            # arrays that come from elsewhere have NaN where a value is missing
            found = pc.if_else(pc.is_nan(found), None, found)
        if pyarrow.types.is_timestamp(found.type) and pyarrow.types.is_string(wanted):
            # a day that was read as a time is the same day still
            found = found.cast(pyarrow.date32())
        return found.cast(wanted)
    except (pyarrow.ArrowInvalid, pyarrow.ArrowTypeError, pyarrow.ArrowNotImplementedError):
        return None


def values(column: object) -> list:
    """Return the cells of a column, of whatever kind, as Python values."""
    return column.to_pylist() if hasattr(column, "to_pylist") else list(column)


def empty(value: object) -> bool:
    """Tell whether a cell is without a value."""
    # pandas has three values of its own for no value; only NaN is unlike itself
    return value is None or str(value) in ("", "<NA>", "NaT") or isinstance(value, float) and value != value


def _unlike(column: object, published) -> pyarrow.Array:
    given = typed(column, published.type)
    if given is not None:
        differ = pc.or_(pc.xor(pc.is_null(given), pc.is_null(published)), pc.fill_null(pc.not_equal(given, published), False))
        return differ.combine_chunks() if isinstance(differ, pyarrow.ChunkedArray) else differ
    # some cell is of another type: every cell is looked at for itself
    pairs = zip(values(column), published.to_pylist(), strict=True)
    return pyarrow.array([_differs(value, there, published.type) for value, there in pairs], pyarrow.bool_())


def _differs(value: object, there: object, wanted: pyarrow.DataType) -> bool:
    if empty(value) or there is None:
        return empty(value) != (there is None)
    one = typed([value], wanted)
    return one is None or one.to_pylist() != [there]
