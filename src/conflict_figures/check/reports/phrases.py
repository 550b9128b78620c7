"""The sentences that several forms of a report share."""

from conflict_figures.check.finding import Finding
from conflict_figures.check.report import Entry, Report
from conflict_figures.check.reports.visible import visible
from conflict_figures.wording import counted


def verdict(report: Report) -> str:
    """The outcome in a sentence: how many faults, of how many kinds, in how many files."""
    said = []
    for severity in ("error", "warning"):
        entries = [entry for entry in report.entries if entry.first.severity == severity]
        if entries:
            said.append(f"{counted(sum(entry.count for entry in entries), severity)} of {counted(len(entries), 'kind')}")
    if not said:
        return "No fault found"
    files = {entry.first.path or entry.first.table for entry in report.entries}
    where = f"in {visible(next(iter(files)))}" if len(files) == 1 else f"in {len(files):,} files"
    return f"{' and '.join(said)} {where}"


def read(report: Report) -> str:
    """What was looked at."""
    return ", ".join(f"{counted(one.rows, 'row')} of {visible(one.table)}" for one in report.read) or "no table"


def about(entry: Entry) -> str:
    """The file and the column that a kind of fault is about."""
    first = entry.first
    where = visible(first.path or first.table)
    return f"{where}, column {name(first.column)}" if first.column else where


def name(column: str) -> str:
    """The name of a column, blanks at its ends as a sign that can be seen.

    >>> name("Measure ")
    'Measure␣'
    """
    shown = visible(column)
    inner = shown.strip(" ")
    first = len(shown) - len(shown.lstrip(" "))
    return "␣" * first + inner + "␣" * (len(shown) - first - len(inner))


def place(finding: Finding) -> str:
    """Where one fault is, as editors take it: file, line and number of the cell; else the table and its row."""
    if finding.path is None:
        row = "" if finding.row is None else f", row {finding.row + 1:,}"
        return visible(finding.table) + row
    if finding.line is None and finding.row is not None:
        return f"{visible(finding.path)}, row {finding.row + 1:,}"
    return ":".join(visible(part) for part in (finding.path, finding.line, finding.position) if part is not None)


def sentence(words: str) -> str:
    """Words with their full stop, on one line."""
    words = visible(words).strip()
    return words if words.endswith((".", "!", "?", "…")) else words + "."


def meant(finding: Finding) -> str | None:
    """The suggestion as a question."""
    return None if finding.suggestion is None else f"Did you mean {visible(finding.suggestion)}?"


def said(finding: Finding) -> str:
    """What is wrong with this place and what was probably meant."""
    return " ".join(part for part in (sentence(finding.message), meant(finding)) if part)
