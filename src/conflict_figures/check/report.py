"""What a validation found, ready to be read by people and programs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby
from typing import TYPE_CHECKING

from conflict_figures.check.finding import Finding

if TYPE_CHECKING:
    import pandas as pd
    import pyarrow


@dataclass(frozen=True)
class Read:
    """One table that was read: its name, the file it came from, and how many rows it has."""

    table: str
    path: str
    rows: int


@dataclass(frozen=True)
class Entry:
    """One kind of fault in one column of one file: its first places, and how many rows have it."""

    places: tuple[Finding, ...]
    count: int

    @property
    def first(self) -> Finding:
        """The first place; the others differ from it in line, row, key, value and message."""
        return self.places[0]


@dataclass(frozen=True)
class Report:
    """The outcome of `conflict_figures.validate`.

    Attributes
    ----------
    entries
        One entry a kind of fault, errors first, then by file and line.
    read
        The tables that were looked at.
    """

    entries: tuple[Entry, ...]
    read: tuple[Read, ...]

    @property
    def ok(self) -> bool:
        """Whether there is no error; warnings may be there."""
        return not any(entry.first.severity == "error" for entry in self.entries)

    @cached_property
    def findings(self) -> pd.DataFrame:
        """One row a place that is listed, with the columns of a finding."""
        import pandas as pd

        names = [name for name in Finding.__dataclass_fields__ if name != "cells"]
        rows = [place.record() for entry in self.entries for place in entry.places]
        frame = pd.DataFrame(rows, columns=names)
        whole = {"line": "Int64", "row": "Int64", "position": "Int64", "more": "Int64"}
        return frame.astype({name: whole.get(name, "str") for name in names})

    def __str__(self) -> str:
        return self.to_text()

    def __rich__(self):
        from conflict_figures.check.reports import terminal

        return terminal.page(self)

    def to_text(self, limit: int = 3) -> str:
        """The report for a terminal or a mail, with at most ``limit`` places of each kind."""
        from conflict_figures.check.reports import text

        return text.render(self, limit)

    def to_json(self) -> str:
        """The report as frictionless words its own, as JSON."""
        from conflict_figures.check.reports import frictionless

        return frictionless.render(self)

    def to_sarif(self) -> str:
        """The report in SARIF 2.1.0, for code scanning."""
        from conflict_figures.check.reports import sarif

        return sarif.render(self)

    def to_github(self) -> str:
        """The report as annotations of a continuous integration run, one a line."""
        from conflict_figures.check.reports import github

        return github.render(self)

    def to_html(self) -> str:
        """The report as one page that needs nothing else."""
        from conflict_figures.check.reports import html

        return html.render(self)


def report(findings: list[Finding], read: list[Read], tables: Mapping[str, pyarrow.Table] | None = None) -> Report:
    """Group findings into a report, and say of each what was probably meant; ``tables`` are those of the contribution.

    >>> twice = [Finding("figures", key, "measure", "enum", "'killd' is not in its list", "Use killed", "a.csv", line) for key, line in (("a", 2), ("b", 3))]
    >>> [(entry.count, entry.first.line) for entry in report(twice, []).entries]
    [(2, 2)]
    """
    if findings:
        from conflict_figures.check import suggest

        findings = suggest.add(findings, tables)

    def kind(one: Finding) -> tuple:
        return one.severity != "error", one.path or "", one.table, one.position or 0, one.column or "", one.rule, one.remedy

    entries = []
    for _, group in groupby(sorted(findings, key=lambda one: (kind(one), one.line or 0, one.row or 0)), key=kind):
        places = tuple(group)
        entries.append(Entry(places, len(places) + sum(place.more for place in places)))
    entries.sort(key=lambda entry: (entry.first.severity != "error", entry.first.path or "", entry.first.line or 0, entry.first.position or 0))
    return Report(tuple(entries), tuple(read))
