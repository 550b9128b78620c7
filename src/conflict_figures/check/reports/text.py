"""A report as plain text: each kind of fault with its first places, the row, the remedy; in the end what it comes to."""

from conflict_figures.check.report import Entry, Report
from conflict_figures.check.reports.phrases import about, counted, place, read, said, sentence, verdict
from conflict_figures.check.reports.visible import visible

#: The longest cell of a row that is shown.
CELL = 40


def render(report: Report, limit: int = 3) -> str:
    """Return the report as lines of text; a kind of fault shows at most ``limit`` places. Errors come first."""
    parts = [_entry(entry, limit) for entry in report.entries]
    return "\n\n".join([*parts, f"{verdict(report)}; read {read(report)}."])


def _entry(entry: Entry, limit: int) -> str:
    first = entry.first
    lines = [f"{first.severity.upper()}  {about(entry)}: {counted(entry.count, 'place')}  [{visible(first.rule)}]"]
    lines += [f"  {place(one)}: {said(one)}" for one in entry.places[:limit]]
    hidden = entry.count - min(limit, len(entry.places))
    if hidden > 0:
        lines.append(f"  and {hidden:,} more")
    if first.cells:
        lines.append(f"  Row: {row(entry)}")
    lines.append(f"  {sentence(first.remedy)}")
    return "\n".join(lines)


def row(entry: Entry) -> str:
    """The first row with its faulty cell between arrows."""
    shown = []
    for column, cell in entry.first.cells:
        held = "(empty)" if cell is None else visible(cell, CELL)
        shown.append(f"{visible(column)} >>{held}<<" if column == entry.first.column else f"{visible(column)} {held}")
    return " | ".join(shown)
