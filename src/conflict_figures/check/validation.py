"""Validate a contribution: read what is there, check it against the schemas, place what is found, report."""

from __future__ import annotations

from collections.abc import Mapping
from os import PathLike
from typing import TYPE_CHECKING

from conflict_figures.check import tables
from conflict_figures.check.finding import Finding
from conflict_figures.check.report import Read, Report, report

if TYPE_CHECKING:
    import pandas
    import pyarrow

    from conflict_figures.check.context import Released

#: How many places of one kind of fault are listed, unless all are asked for.
LIMIT = 1000


def validate(what: str | PathLike | Mapping[str, pyarrow.Table | pandas.DataFrame], *, limit: int | None = LIMIT) -> Report:
    """Every fault of a contribution, at its place, with what to do about it.

    Parameters
    ----------
    what
        A folder of CSV or Parquet tables (any of them), one such file, a zip of them, a Data Package by its folder or its
        descriptor, a source text with its sidecar beside it, or a whole checkout; or DataFrames or Arrow tables by name.
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

    Notes
    -----
    A path is taken for an addition to the released dataset: no row may have the key of another released row. What lies in
    ``data`` or ``seeds`` of a checkout, a release with its ``datapackage.json`` and tables in memory are editions of the dataset,
    and may hold its keys with other cells.

    >>> import conflict_figures as cf
    >>> cf.validate({"actors": cf.load("actors")}).ok
    True
    """
    from conflict_figures.check import reading
    from conflict_figures.check.reading import placing

    contribution = reading.read(what, limit)
    found: list[Finding] = list(contribution.findings)
    read: list[Read] = []
    typed: dict[str, pyarrow.Table] = {}
    for group in contribution.groups:
        sheets = {name: sheet for name, sheet in group.sheets.items() if sheet.table is not None}
        here = {name: sheet.table for name, sheet in sheets.items()}
        found += [finding for sheet in group.sheets.values() for finding in sheet.findings]
        unread = {name: sheet.unreadable for name, sheet in sheets.items() if sheet.unreadable}
        absent = {name: sheet.absent for name, sheet in sheets.items() if sheet.absent}
        found += placing.place(tables(here, group.texts, limit, _beside(here, group.batch, contribution.addition), unread, absent), sheets)
        read += [Read(name, sheet.path, sheet.table.num_rows) for name, sheet in sheets.items()]
        typed |= here
    return report(found, read, typed)


def _beside(given: Mapping[str, pyarrow.Table], batch: str | None, addition: bool) -> Released | None:
    """Return the release as far as it bears on what is given: whether rows may point at it, and whether its keys may come again.

    Whoever brings all tables brings all that they point at, and an edition of a dataset, unless it is a batch. In a checkout the
    rows of a batch are released, or will be, under ids that begin with its name; others' ids it may not take either.
    """
    from conflict_figures.check.context import Released
    from conflict_figures.check.keys import references
    from conflict_figures.seeds.coded import TABLES

    whole = {other for name in given for _, other, _ in references(name)} <= given.keys()
    adding = bool(batch) or (addition and not given.keys() >= set(TABLES))
    return Released(adding=adding, pointed_at=not whole, own=None if addition else batch) if adding or not whole else None
