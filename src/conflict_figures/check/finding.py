"""One fault in a table."""

from collections.abc import Iterable
from dataclasses import dataclass, fields


@dataclass(frozen=True)
class Finding:
    """One fault: where it is, which rule it breaks, what is wrong and what to do.

    ``key`` is the row's primary key, its parts joined by a blank; ``None`` when the fault is the whole
    table's. ``path``, ``line``, ``row`` and ``column`` say where in a file, as far as that is known: ``line`` is the
    physical line, from 1; ``row`` the row of the table, from 0; ``column`` the name of the table's column, ``position``
    its place in the file, from 1. ``value`` is the cell as text. ``severity`` is ``error`` or ``warning``. ``more`` counts further
    rows with the same fault that are not listed; only the last finding of its kind has any. ``suggestion`` is what could stand
    there instead, where something is near; ``cells`` are a few ``(column, text)`` of the row, the faulty one among them.

    >>> str(Finding("figures", "a.f1", "low", "bounds-are-ordered", "low 9 is above high 5", "Swap them"))
    'figures a.f1 low: low 9 is above high 5. Swap them. [bounds-are-ordered]'
    """

    table: str
    key: str | None
    column: str | None
    rule: str
    message: str
    remedy: str
    path: str | None = None
    line: int | None = None
    row: int | None = None
    position: int | None = None
    value: str | None = None
    severity: str = "error"
    more: int = 0
    suggestion: str | None = None
    cells: tuple[tuple[str, str | None], ...] = ()

    def order(self) -> tuple:
        """Return what findings are sorted by: the same faults come in the same order everywhere."""
        return tuple("" if value is None else str(value) for value in (
            self.path, f"{self.line or 0:012}", self.table, self.key, self.column, self.rule, self.message
        ))  # fmt: skip

    def record(self) -> dict[str, str | int | None]:
        """Return the finding as a plain record, without the cells beside the faulty one."""
        return {field.name: getattr(self, field.name) for field in fields(self) if field.name != "cells"}

    def __str__(self) -> str:
        from conflict_figures.check.reports.visible import visible

        where = ":".join(str(part) for part in (self.path, self.line) if part is not None)
        what = " ".join(part for part in (self.table, self.key, self.column) if part is not None)
        said = f"{what}: {self.message}. {self.remedy}. [{self.rule}]"
        # words of a contribution must not act on the terminal that shows them
        return visible(f"{where}: {said}" if where else said, longest=2000)


def errors(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Return the findings that stop a publication; a warning is about what may well be right."""
    return tuple(one for one in findings if one.severity == "error")


class FindingsError(Exception):
    """Rows are wrong, and so nothing is published; ``findings`` says which and why."""

    #: How many findings the message shows; the rest is only counted.
    SHOWN = 50

    def __init__(self, findings: tuple[Finding, ...]) -> None:
        self.findings = findings
        super().__init__(findings)

    def __str__(self) -> str:
        shown = [str(finding) for finding in self.findings[: self.SHOWN]]
        more = len(self.findings) - len(shown)
        return "\n".join([*shown, *([f"and {more} more"] if more else []), "Nothing was published."])
