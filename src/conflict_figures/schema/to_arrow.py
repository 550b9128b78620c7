"""Compile a table to a `pyarrow.Schema`."""

import functools

import pyarrow as pa

from conflict_figures.schema.read import Field, table

# The types as published. Codes are dictionary-encoded beside these; see arrow_type.
_TYPES = {
    "string": pa.string(),
    "integer": pa.int64(),
    "number": pa.float64(),
    "boolean": pa.bool_(),
    "date": pa.date32(),
}


def arrow_type(field: Field) -> pa.DataType:
    """The Arrow type of a column: strings from a closed list are dictionary-encoded.

    >>> from conflict_figures.schema import table
    >>> arrow_type(table("figures").field("measure"))
    DictionaryType(dictionary<values=string, indices=int32, ordered=0>)
    """
    plain = _TYPES[field.type]
    return pa.dictionary(pa.int32(), plain) if field.type == "string" and field.enum else plain


@functools.cache
def arrow_schema(name: str) -> pa.Schema:
    """The Arrow schema of a table: names, types, and which columns may be null.

    It carries no metadata: descriptions live in the descriptor, and metadata would change the bytes of
    the Parquet files whenever a description is reworded.

    >>> arrow_schema("sources").field("accessed").type
    DataType(date32[day])
    """
    return compile_arrow(table(name).fields)


def compile_arrow(fields: tuple[Field, ...]) -> pa.Schema:
    """The Arrow schema of any fields."""
    return pa.schema([pa.field(field.name, arrow_type(field), nullable=not field.required) for field in fields])
