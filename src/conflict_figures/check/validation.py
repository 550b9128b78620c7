"""Validate a contribution: read what is there, check it against the schemas and the released dataset, report."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING

from conflict_figures import schema
from conflict_figures.check import lines, tables
from conflict_figures.check.finding import Finding
from conflict_figures.check.report import Read, Report, report
from conflict_figures.errors import UsageError

if TYPE_CHECKING:
    import pyarrow

#: How many places of one kind of fault are listed, unless all are asked for.
LIMIT = 1000


def validate(what: str | PathLike | Mapping[str, pyarrow.Table], *, limit: int | None = LIMIT) -> Report:
    """Every fault of a contribution, at its place, with what to do about it.

    Parameters
    ----------
    what
        A folder of CSV or Parquet tables, or one such file named after its table; or tables by name.
    limit
        How many places of one kind of fault are listed; None lists all. All are counted.

    Returns
    -------
    Report
        ``.ok``, ``.entries``, ``.findings`` and the report in several forms.

    Raises
    ------
    UsageError
        When there is nothing at that path.

    >>> import conflict_figures as cf
    >>> cf.validate({"actors": cf.load("actors", backend="pyarrow")}).ok
    True
    """
    if isinstance(what, Mapping):
        read = [Read(name, name, table.num_rows) for name, table in what.items()]
        return report(list(tables(what, limit=limit)), read, what)
    path = Path(what)
    if not path.exists():
        raise UsageError(f"there is nothing at {path}", remedy="Name a file or folder that is there")
    files = sorted(path.glob("*.csv")) if path.is_dir() else [path]
    found: list[Finding] = []
    typed: dict[str, pyarrow.Table] = {}
    at: dict[str, tuple[Path, tuple[int, ...]]] = {}
    for file in files:
        if file.stem in schema.table_names():
            one = lines.read(file, file.stem)
            found += one.findings
            if one.table is not None:
                typed[file.stem], at[file.stem] = one.table, (file, one.lines)
    for one in tables(typed, limit=limit):
        file, numbers = at[one.table]
        found.append(replace(one, path=str(file), line=None if one.row is None else numbers[one.row]))
    return report(found, [Read(name, str(at[name][0]), table.num_rows) for name, table in typed.items()], typed)
