"""The tables of a published version, with the columns and types that they had in that version."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from conflict_figures.errors import InputError, UsageError
from conflict_figures.schema.read import Table, parse
from conflict_figures.versions.package import Package

if TYPE_CHECKING:
    import pandas
    import pyarrow


def definition(package: Package, table: str) -> Table:
    """Return the definition of a table, as the version was published with it.

    Raises:
        UsageError: the version has no such table.
        InputError: the descriptor, which may be anybody's where no index knows its hash, does not describe it.
    """
    try:
        return parse(package.schema(table))
    except (KeyError, TypeError, AttributeError) as error:
        why = f"the table {table!r} is not described as a table of this dataset: {error}"
        raise InputError(why, path=package.where, remedy="Fetch the release again") from None


def read(package: Package, table: str, columns: Sequence[str] | None = None) -> pyarrow.Table:
    """Read a table, or some of its columns in the order given.

    Raises:
        UsageError: the version has no such table or column.
        InputError: the file is not the one that was published.
    """
    names = named(definition(package, table), columns)
    return package.read(table, names).select(names)


def frame(package: Package, table: str, arrow: pyarrow.Table) -> pandas.DataFrame:
    """Return what was read as a DataFrame, with the dtypes of the version: categories have the codes that it knew."""
    from conflict_figures.schema.to_frame import typed_frame
    from conflict_figures.schema.to_pandas import compile_pandas

    return typed_frame(arrow, compile_pandas(definition(package, table).fields))


def named(table: Table, columns: Sequence[str] | None) -> list[str]:
    """Return the names of the columns asked for, all by default; UsageError where the table has not one of them."""
    if columns is None:
        return list(table.field_names)
    if isinstance(columns, str):
        raise UsageError("columns is a single string", remedy=f"Give a list: columns=[{columns!r}]")
    return [table.field(name).name for name in columns]
