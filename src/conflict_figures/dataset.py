"""The published dataset as a user sees it: load a table, list the tables, describe the columns.

Everything comes from the Parquet files in the package, or in the checkout when the package is
installed from one; nothing is fetched.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import TYPE_CHECKING, Literal

from conflict_figures import _paths, schema
from conflict_figures.errors import InputError, UsageError, suggestion

if TYPE_CHECKING:
    import pandas
    import pyarrow

BACKENDS = ("pandas", "pyarrow")
# What DuckDB reads from the Parquet files, by Arrow type; code lists arrive as plain text there.
DUCKDB_TYPES = {
    "string": "VARCHAR",
    "dictionary": "VARCHAR",
    "int64": "BIGINT",
    "double": "DOUBLE",
    "bool": "BOOLEAN",
    "date32[day]": "DATE",
}


def load(
    table: str = "figures_flat",
    *,
    columns: Sequence[str] | None = None,
    backend: Literal["pandas", "pyarrow"] = "pandas",
    version: str | None = None,
) -> pandas.DataFrame | pyarrow.Table:
    """One table of the dataset, with exactly the types that `describe` states.

    Start with the default table: one row per figure with its claim, speaker, cited origin, publisher and
    dates joined in. Load the others when you need what it leaves out, such as every hop of an attribution.

    Parameters
    ----------
    table
        A table's name; `tables` lists them.
    columns
        Only these columns, in this order; all of them by default.
    backend
        ``"pandas"`` for a DataFrame (code lists as categories, numbers as nullable types) or
        ``"pyarrow"`` for a Table.
    version
        Only None for now: the version that is installed. `version()` says which.

    Raises
    ------
    InputError
        For a table, column, backend or version that is not there; the message says what is.

    >>> import conflict_figures as cf
    >>> cf.load("figures", columns=["value", "measure"]).dtypes
    value       Float64
    measure    category
    dtype: object
    >>> cf.load("sources", columns=["language"], backend="pyarrow").schema.names
    ['language']
    """
    names = _columns(table, columns)
    if backend not in BACKENDS:
        raise UsageError(f"there is no backend {backend!r}", remedy=suggestion(backend, BACKENDS, "backend"))
    if version is not None:
        raise UsageError(
            f"version {version!r} cannot be asked for",
            remedy=f"Only the installed version is at hand, {_installed_version()}: leave version out, or install the one you want",
        )
    arrow = read(table, names)
    if backend == "pyarrow":
        return arrow
    from conflict_figures.schema.to_frame import frame

    return frame(table, arrow)


def tables() -> tuple[str, ...]:
    """The names of the tables, the core first and the flat view last; ``describe()`` says what is in them.

    >>> import conflict_figures as cf
    >>> cf.tables()[-1]
    'figures_flat'
    """
    return schema.table_names()


def describe(table: str | None = None) -> pandas.DataFrame:
    """The columns of a table, one row each; without a table, the tables.

    Parameters
    ----------
    table
        A table's name, or None for an overview of all: name, rows, columns, key and what one row is.

    Returns
    -------
    pandas.DataFrame
        For a table: ``name``, ``type`` (in the schema), ``arrow``, ``pandas``, ``duckdb`` (the types that
        those three read from the Parquet files), ``unit``, ``codes`` (the code list), ``description``.

    Raises
    ------
    InputError
        For a table that does not exist.

    >>> import conflict_figures as cf
    >>> cf.describe("figures").set_index("name").loc["value", ["type", "arrow", "pandas", "duckdb"]].tolist()
    ['number', 'double', 'Float64', 'DOUBLE']
    """
    import pandas as pd

    rows = _describe_tables() if table is None else _describe_columns(table)
    frame = pd.DataFrame(rows)
    # a column that happens to be empty, such as unit, is text all the same
    return frame.astype({name: "str" for name in frame.columns if name not in ("rows", "columns")})


def version() -> str:
    """The version of the dataset at hand, the one to name when citing it.

    >>> import conflict_figures as cf
    >>> cf.version().count(".")
    2
    """
    return _installed_version()


def read(table: str, columns: Sequence[str] | None = None) -> pyarrow.Table:
    """A published table as it stands in its Parquet file, without checking the arguments."""
    import pyarrow.parquet as parquet

    path = _paths.data() / f"{table}.parquet"
    if not path.is_file():
        raise _not_built()
    # parquet.read_table would import pandas; a ParquetFile does not
    with parquet.ParquetFile(path) as file:
        found = file.read(columns=None if columns is None else list(columns))
    # the file's hint for pandas.read_parquet says nothing that the types do not say
    found = found.replace_schema_metadata(None)
    return found if columns is None else found.select(list(columns))


def _installed_version() -> str:
    path = _paths.descriptor()
    if not path.is_file():
        raise _not_built()
    return json.loads(path.read_text(encoding="utf-8"))["version"]


def _columns(table: str, columns: Sequence[str] | None) -> list[str]:
    definition = schema.table(table)
    if columns is None:
        return list(definition.field_names)
    if isinstance(columns, str):
        raise UsageError("columns is a single string", remedy=f"Give a list: columns=[{columns!r}]")
    return [definition.field(name).name for name in columns]


def _describe_columns(table: str) -> list[dict]:
    arrow, dtypes = schema.arrow(table), schema.pandas(table)
    return [
        {
            "name": field.name,
            "type": field.type,
            "arrow": str(arrow.field(field.name).type),
            "pandas": str(dtypes[field.name]),
            "duckdb": DUCKDB_TYPES[str(arrow.field(field.name).type).partition("<")[0]],
            "unit": field.unit,
            "codes": field.codes,
            "description": field.description,
        }
        for field in schema.table(table).fields
    ]


def _describe_tables() -> list[dict]:
    import pyarrow.parquet as parquet

    rows = []
    for name in schema.table_names():
        path = _paths.data() / f"{name}.parquet"
        if not path.is_file():
            raise _not_built()
        definition = schema.table(name)
        rows.append(
            {
                "name": name,
                "rows": parquet.read_metadata(path).num_rows,
                "columns": len(definition.fields),
                "key": ", ".join(definition.primary_key),
                "description": definition.description,
            }
        )
    return rows


def _not_built() -> InputError:
    return InputError("the dataset is not there", path=_paths.data(), remedy="Run make data in the checkout, or install the package again")
