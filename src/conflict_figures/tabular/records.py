"""Plain records to Arrow tables with the published schema, sorted by key."""

from collections.abc import Iterable, Mapping
from datetime import date

import pyarrow
import pyarrow.compute as pc

from conflict_figures import schema
from conflict_figures.tabular.columns import encode


def to_arrow(records: Mapping[str, Iterable[dict]]) -> dict[str, pyarrow.Table]:
    """Return a typed table for every table of ``records``, each sorted by its primary key.

    Code columns are dictionaries that hold the whole code list in its own order, so that the same
    list gives the same bytes whichever codes occur. A code outside its list is kept, for the checks
    to find.

    Raises:
        ValueError: a record has other keys than its schema has columns, with or without those that a release fills, or a
            value of another type.
    """
    return {name: table(name, list(rows)) for name, rows in records.items()}


def table(name: str, rows: list[dict]) -> pyarrow.Table:
    """Return one table of ``rows``, typed and sorted by key.

    >>> table("actors", []).num_rows
    0
    """
    types = schema.arrow(name)
    wanted, written = set(types.names), set(schema.table(name).written_names)
    for row in rows:
        if row.keys() != wanted and row.keys() != written:
            odd = ", ".join(sorted(row.keys() ^ written))
            raise ValueError(f"a record of {name} has not the columns of its schema: {odd}")
    fields = schema.table(name).fields
    columns = []
    for arrow_field, field in zip(types, fields, strict=True):
        # what a release fills is not there before it
        values = [row.get(field.name) for row in rows]
        try:
            columns.append(_column(values, arrow_field.type, field))
        except (pyarrow.ArrowInvalid, pyarrow.ArrowTypeError, OverflowError) as error:
            raise ValueError(f"{name}.{field.name} is of the type {field.type}: {error}") from error
    return by_key(name, pyarrow.Table.from_arrays(columns, schema=types))


def written(name: str, table: pyarrow.Table) -> pyarrow.Table:
    """Return ``table`` without the columns that a release fills, which are empty before it.

    >>> written("actors", table("actors", [])).column_names[-1] == schema.table("actors").written_names[-1]
    True
    """
    return table.select(schema.table(name).written_names)


def _column(values: list, wanted: pyarrow.DataType, field) -> pyarrow.Array:
    if pyarrow.types.is_dictionary(wanted):
        return encode(pyarrow.array(values, pyarrow.string()), field.enum)
    if pyarrow.types.is_float64(wanted):
        # an int is a number too, but True is not one, and Arrow would take it
        if any(isinstance(value, bool) for value in values):
            raise pyarrow.ArrowTypeError("a boolean is no number")
        values = [None if value is None else float(value) for value in values]
    elif pyarrow.types.is_integer(wanted):
        # and Arrow would cut 1.5 down to 1
        if any(value is not None and type(value) is not int for value in values):
            raise pyarrow.ArrowTypeError("not every value is a whole number")
    elif pyarrow.types.is_date32(wanted):
        # a record that came through JSON has its days as text
        values = [date.fromisoformat(value) if isinstance(value, str) else value for value in values]
    return pyarrow.array(values, wanted)


def by_key(name: str, table: pyarrow.Table) -> pyarrow.Table:
    """Return ``table`` sorted by its primary key, in code-point order, in one chunk."""
    key = schema.table(name).primary_key
    # codes sort as words, not by their place in the list, so that a sorted CSV is sorted for every reader
    words = pyarrow.table(
        {
            column: table[column].cast(pyarrow.string()) if pyarrow.types.is_dictionary(table[column].type) else table[column]
            for column in key
        }
    )
    order = pc.sort_indices(words, sort_keys=[(column, "ascending") for column in key])
    return table.take(order).combine_chunks()
