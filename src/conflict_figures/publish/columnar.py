"""Tables as Parquet: the same table gives the same bytes, and pandas reads the dtypes that describe states."""

import io
import json

import pyarrow
import pyarrow.parquet as parquet

from conflict_figures import schema

#: Rows in a row group. Fixed, because the bytes depend on it; large enough for every table so far.
ROWS_IN_GROUP = 65_536
#: zstd 9 is within a few percent of zstd 19 in size, at a thirtieth of its time.
LEVEL = 9

# numpy_type is what pandas makes of the column, pandas_type only names its kind
_PANDAS = {
    "string": ("unicode", "str"),
    "integer": ("int64", "Int64"),
    "number": ("float64", "Float64"),
    "boolean": ("bool", "boolean"),
    "date": ("date", "date32[day][pyarrow]"),
}


def encode(name: str, table: pyarrow.Table) -> bytes:
    """Return the table ``name`` as the bytes of a Parquet file."""
    table = table.combine_chunks().replace_schema_metadata({"pandas": hint(name)})
    out = io.BytesIO()
    parquet.write_table(
        table,
        out,
        row_group_size=ROWS_IN_GROUP,
        version="2.6",
        data_page_version="1.0",
        compression="zstd",
        compression_level=LEVEL,
        use_dictionary=True,
        write_statistics=True,
        store_schema=True,
    )
    return out.getvalue()


def hint(name: str) -> str:
    """Return the schema metadata that tells ``pandas.read_parquet`` the dtype of every column.

    What pandas itself would write holds its own version and Arrow's, which would change the bytes with
    every upgrade; this holds the dtypes alone.
    """
    columns = []
    for field in schema.table(name).fields:
        kind, dtype = _PANDAS[field.type]
        metadata = None
        if field.type == "string" and field.enum is not None:
            kind, dtype = "categorical", "int32"
            metadata = {"num_categories": len(field.enum), "ordered": False}
        columns.append(
            {"name": field.name, "field_name": field.name, "pandas_type": kind, "numpy_type": dtype, "metadata": metadata}
        )
    return json.dumps({"index_columns": [], "column_indexes": [], "columns": columns}, separators=(",", ":"))


def read(source) -> pyarrow.Table:
    """Read a Parquet file (path or bytes) without importing pandas, and without the hint for it."""
    with parquet.ParquetFile(io.BytesIO(source) if isinstance(source, bytes) else source) as file:
        return file.read().replace_schema_metadata(None)
