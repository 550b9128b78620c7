"""Prove that what was written reads back as what was meant, from CSV and from Parquet."""

from pathlib import Path

import pyarrow

from conflict_figures.check import lines
from conflict_figures.publish import columnar
from conflict_figures.tabular import delimited
from conflict_figures.tabular.columns import plain


class NotEqualError(RuntimeError):
    """A file does not hold the table it was written from. A fault of this program, not of its input."""


def prove(name: str, table: pyarrow.Table, csv: Path, parquet: Path) -> None:
    """Read both files back and compare them with ``table`` and with each other, cell by cell.

    Raises:
        NotEqualError: naming the table and the first column that differs.
    """
    from_csv = lines.read(csv, name)
    if from_csv.table is None:
        raise NotEqualError(f"{csv.name} does not read back: {from_csv.findings[0]}")
    from_parquet = columnar.read(parquet)
    if not from_parquet.schema.equals(table.schema):
        raise NotEqualError(f"{parquet.name} has another schema than {name}")
    for file, found in ((csv.name, from_csv.table), (parquet.name, from_parquet)):
        column = difference(table, found)
        if column is not None:
            raise NotEqualError(f"{file} does not hold the table {name}: the column {column} differs")
    if delimited.encode(from_parquet) != csv.read_bytes():
        raise NotEqualError(f"{parquet.name} and {csv.name} hold different rows")


def difference(one: pyarrow.Table, other: pyarrow.Table) -> str | None:
    """Return the first column in which two tables differ, or ``None``; codes are compared as words.

    >>> difference(pyarrow.table({"a": [1]}), pyarrow.table({"a": [2]}))
    'a'
    """
    if one.column_names != other.column_names:
        return next(iter(set(one.column_names) ^ set(other.column_names)), "order")
    left, right = plain(one), plain(other)
    return next((name for name in one.column_names if not left[name].equals(right[name])), None)
