"""The published dataset as a user sees it: load a table, list the tables, describe the columns.

The installed version comes from the Parquet files in the package, or in the checkout when the package is installed from one,
and nothing is fetched. Another version comes from where `conflict_figures.versions.find` finds it.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from conflict_figures import _paths, schema
from conflict_figures.errors import InputError, UsageError, suggestion

if TYPE_CHECKING:
    import pandas
    import pyarrow

    from conflict_figures.schema import Table
    from conflict_figures.versions.package import Package

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
    releases: str | Path | None = None,
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
        Such as ``"0.1.0"``: the table as it was in that release, with the columns, types and codes that it had then. By default
        the version that is installed; `version()` says which, and ``cf.versions()`` which others there are.
    releases
        Where to look for that version beside the package: a folder of releases (``index.json`` and the zips), the folder of
        one release, its zip, or a web address at which ``index.json`` and the zips lie. By default what the environment variable
        ``CONFLICT_FIGURES_RELEASES`` names. Nothing is parsed before its SHA-256 is right.

    Returns
    -------
    pandas.DataFrame or pyarrow.Table
        A DataFrame says in ``attrs["conflict_figures"]`` which ``table`` and ``version`` it holds, and keeps saying so when it is
        filtered; ``cf.cite`` reads that.

    Raises
    ------
    InputError
        For a table, column, backend or version that is not there, and for a release that cannot be fetched or is not what was
        released; the message says what to do.

    >>> import conflict_figures as cf
    >>> cf.load("figures", columns=["value", "measure"]).dtypes
    value       Float64
    measure    category
    dtype: object
    >>> cf.load("sources", columns=["language"], backend="pyarrow").schema.names
    ['language']
    >>> len(cf.load(version="0.1.0"))
    16
    """
    if backend not in BACKENDS:
        raise UsageError(f"there is no backend {backend!r}", remedy=suggestion(backend, BACKENDS, "backend"))
    package = _package(version, releases)
    if package is None:
        arrow = read(table, _columns(table, columns))
    else:
        from conflict_figures.versions import tables

        arrow = tables.read(package, table, columns)
    # no such note on Arrow tables: one that is put together of two versions would keep that of the first
    return arrow if backend == "pyarrow" else _frame(table, arrow, package)


def tables() -> tuple[str, ...]:
    """The names of the tables, the core first and the flat view last; ``describe()`` says what is in them.

    >>> import conflict_figures as cf
    >>> cf.tables()[-1]
    'figures_flat'
    """
    return schema.table_names()


def describe(table: str | None = None, *, version: str | None = None, releases: str | Path | None = None) -> pandas.DataFrame:
    """The columns of a table, one row each; without a table, the tables.

    Parameters
    ----------
    table
        A table's name, or None for an overview of all: name, rows, columns, key and what one row is.
    version, releases
        As in `load`: the tables and columns as they were in that version.

    Returns
    -------
    pandas.DataFrame
        For a table: ``name``, ``type`` (in the schema), ``arrow``, ``pandas``, ``duckdb`` (the types that
        those three read from the Parquet files), ``unit``, ``codes`` (the code list), ``description``.

    Raises
    ------
    InputError
        For a table or version that does not exist.

    >>> import conflict_figures as cf
    >>> cf.describe("figures").set_index("name").loc["value", ["type", "arrow", "pandas", "duckdb"]].tolist()
    ['number', 'double', 'Float64', 'DOUBLE']
    """
    import pandas as pd

    package = _package(version, releases)
    if table is None:
        rows = _describe_tables() if package is None else _describe_tables_of(package)
    else:
        rows = _describe_columns(schema.table(table) if package is None else _definition(package, table))
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


def _package(version: str | None, releases: str | Path | None) -> Package | None:
    """The package of a version; None for the tables at hand."""
    if version is None:
        if releases is not None:
            raise UsageError("releases is given and no version", remedy='Say which one to load from there: version="0.1.0"')
        return None
    from conflict_figures.versions.find import find
    from conflict_figures.versions.installed import installed, released

    at_hand = installed() if releases is None else None
    if at_hand is not None and at_hand.version == version and released(at_hand):
        return None
    return find(version, releases)


def _frame(table: str, arrow: pyarrow.Table, package: Package | None) -> pandas.DataFrame:
    if package is None:
        from conflict_figures.schema.to_frame import frame

        found = frame(table, arrow)
    else:
        from conflict_figures.versions import tables

        found = tables.frame(package, table, arrow)
    # plain JSON, which pandas writes into Parquet files with the frame
    found.attrs["conflict_figures"] = {"table": table, "version": _installed_version() if package is None else package.version}
    return found


def _columns(table: str, columns: Sequence[str] | None) -> list[str]:
    from conflict_figures.versions.tables import named

    return named(schema.table(table), columns)


def _definition(package: Package, table: str) -> Table:
    from conflict_figures.versions.tables import definition

    return definition(package, table)


def _describe_columns(table: Table) -> list[dict]:
    from conflict_figures.schema.to_arrow import compile_arrow
    from conflict_figures.schema.to_pandas import compile_pandas

    arrow, dtypes = compile_arrow(table.fields), compile_pandas(table.fields)
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
        for field in table.fields
    ]


def _describe_tables() -> list[dict]:
    import pyarrow.parquet as parquet

    rows = []
    for name in schema.table_names():
        path = _paths.data() / f"{name}.parquet"
        if not path.is_file():
            raise _not_built()
        rows.append(_overview(schema.table(name), parquet.read_metadata(path).num_rows))
    return rows


def _describe_tables_of(package: Package) -> list[dict]:
    return [_overview(_definition(package, name), package.resource(name)["rowCount"]) for name in package.tables]


def _overview(table: Table, rows: int) -> dict:
    return {
        "name": table.name,
        "rows": rows,
        "columns": len(table.fields),
        "key": ", ".join(table.primary_key),
        "description": table.description,
    }


def _not_built() -> InputError:
    return InputError("the dataset is not there", path=_paths.data(), remedy="Run make data in the checkout, or install the package again")
