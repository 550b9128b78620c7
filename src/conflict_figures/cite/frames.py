"""A user's frame of rows: which table it is of, its keys, and which of its cells are not the published ones."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import pyarrow
import pyarrow.compute as pc

from conflict_figures.cite import rows
from conflict_figures.errors import InputError, UsageError
from conflict_figures.versions.package import Package

#: What cf.load writes into the attributes of a frame: the table and the version that it was loaded from.
ATTRIBUTE = "conflict_figures"


@dataclass(frozen=True)
class Frame:
    """The columns of a frame, and what it says of its origin."""

    columns: Mapping[str, object]
    length: int
    table: str | None = None
    version: str | None = None


def frame(what: object) -> Frame:
    """Take a pandas or polars DataFrame, a DuckDB relation or an Arrow table; UsageError for anything else.

    The index of a pandas DataFrame counts as columns where it has names.
    """
    if hasattr(what, "iloc") and hasattr(what, "columns"):
        named = [name for name in what.index.names if name is not None and name not in what.columns]
        columns = {str(name): what.index.get_level_values(name).to_series() for name in named}
        columns |= {str(name): what.iloc[:, place] for place, name in enumerate(what.columns)}
        said = what.attrs.get(ATTRIBUTE) or {}
        return Frame(columns, len(what), said.get("table"), said.get("version"))
    table = _arrow(what)
    if table is not None:
        return Frame(dict(zip(table.column_names, table.columns, strict=True)), table.num_rows)
    remedy = 'Give a DataFrame or an Arrow table, such as df[df["measure"] == "killed"], an id, or a version'
    raise UsageError(f"a value of the type {type(what).__name__} cannot be cited", remedy=remedy)


def _arrow(what: object) -> pyarrow.Table | None:
    """What other libraries hand over as a table; a single column, which they hand over too, is none."""
    if not hasattr(what, "__arrow_c_stream__") and not isinstance(what, pyarrow.RecordBatch):
        return None
    try:
        return pyarrow.table(what)
    except (TypeError, ValueError):
        return None


def table_of(frame: Frame, package: Package) -> str:
    """Return the table that a frame holds rows of: the one that it was loaded from, or that its columns are most like.

    Of two that are as like the later one, so that ``figure_id`` alone stands for the flat view, which is what is loaded by
    default.

    Raises:
        InputError: the columns of its key are not all there.
    """
    keys = {name: tuple(package.schema(name)["primaryKey"]) for name in package.tables}
    if frame.table is not None:
        lacking = [column for column in keys.get(frame.table, ()) if column not in frame.columns]
        if frame.table not in keys or lacking:
            what = f"the column {lacking[0]}" if lacking else "a table of that name"
            raise InputError(
                f"the rows were loaded from {frame.table}, and {'they have' if lacking else 'the version has'} not {what}",
                remedy=f"Keep the key of the table ({', '.join(keys.get(frame.table, ()))})" if lacking else "Load them again",
            )
        return frame.table
    fitting = [name for name, key in keys.items() if all(column in frame.columns for column in key)]
    if not fitting:
        listed = "; ".join(f"{', '.join(key)} of {name}" for name, key in keys.items())
        raise InputError("the rows have no key, so nobody could find them again", remedy=f"Keep the columns of one: {listed}")
    shared = {name: sum(one["name"] in frame.columns for one in package.schema(name)["fields"]) for name in fitting}
    return max(reversed(fitting), key=lambda name: shared[name])


def keys_of(frame: Frame, key: tuple[str, ...], published: pyarrow.Table) -> pyarrow.Array:
    """Return the key of each row, joined; InputError for an empty frame and a row without its key."""
    if not frame.length:
        raise InputError("there are no rows to cite", remedy="Cite a selection that holds some, or the whole dataset with cf.cite()")
    table = pyarrow.table({column: _key_column(frame.columns[column], published.schema.field(column).type) for column in key})
    found = rows.joined(table, key)
    if found.null_count:
        row = pc.index(pc.is_null(found), True).as_py()
        raise InputError(f"row {row + 1} has no {' and '.join(key)}", remedy="Leave out rows that are not the dataset's")
    return found


def changed(frame: Frame, published: pyarrow.Table, key: tuple[str, ...], keys: pyarrow.Array) -> tuple[dict[str, int], int]:
    """Return the columns of which cells are not those published, with the number of rows each, and the number of rows in all.

    Columns that the table has not are the user's own and left out of account. An empty cell is one without a value, and
    numbers, days and booleans may be written as text, as they are in a frame that was read from a CSV file.
    """
    place = pc.index_in(keys, value_set=rows.joined(published, key))
    counts, anywhere = {}, None
    for column in published.column_names:
        if column in frame.columns and column not in key:
            unlike = _unlike(frame.columns[column], published[column].take(place))
            if many := pc.sum(unlike).as_py():
                counts[column] = many
                anywhere = unlike if anywhere is None else pc.or_(anywhere, unlike)
    return counts, pc.sum(anywhere).as_py() if anywhere is not None else 0


def _key_column(column: object, wanted: pyarrow.DataType):
    typed = _typed(column, wanted)
    # a key of another type is no key of the table: spelled out, it is named as missing
    return pyarrow.array([None if _empty(value) else str(value) for value in _values(column)]) if typed is None else typed


def _unlike(column: object, published) -> pyarrow.Array:
    typed = _typed(column, published.type)
    if typed is not None:
        differ = pc.or_(pc.xor(pc.is_null(typed), pc.is_null(published)), pc.fill_null(pc.not_equal(typed, published), False))
        return differ.combine_chunks() if isinstance(differ, pyarrow.ChunkedArray) else differ
    # some cell is of another type: every cell is looked at for itself
    pairs = zip(_values(column), published.to_pylist(), strict=True)
    return pyarrow.array([_differs(value, there, published.type) for value, there in pairs], pyarrow.bool_())


def _differs(value: object, there: object, wanted: pyarrow.DataType) -> bool:
    if _empty(value) or there is None:
        return _empty(value) != (there is None)
    one = _typed([value], wanted)
    return one is None or one.to_pylist() != [there]


def _typed(column: object, wanted: pyarrow.DataType):
    """The column with the published type; None where a cell is of no such type."""
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


def _values(column: object) -> list:
    return column.to_pylist() if hasattr(column, "to_pylist") else list(column)


def _empty(value: object) -> bool:
    # pandas has three values of its own for no value; only NaN is unlike itself
    return value is None or str(value) in ("", "<NA>", "NaT") or isinstance(value, float) and value != value
