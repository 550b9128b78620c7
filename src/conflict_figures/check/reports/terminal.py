"""A report on a terminal, drawn with rich: the same words as the plain text, in colour and with the row as a table."""

from collections.abc import Iterator

from rich import box
from rich.console import Group
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from conflict_figures.check.report import Entry, Report
from conflict_figures.check.reports.phrases import about, counted, place, read, said, sentence, verdict
from conflict_figures.check.reports.visible import visible

_STYLE = {"error": "bold red", "warning": "bold yellow"}
CELL = 32


def page(report: Report, limit: int = 3) -> Group:
    """Return what rich prints; a kind of fault shows at most ``limit`` places."""
    style = "bold green" if not report.entries else _STYLE["warning" if report.ok else "error"]
    end = Text.assemble((verdict(report), style), f"; read {read(report)}.")
    return Group(*(part for entry in report.entries for part in _entry(entry, limit)), end)


def _entry(entry: Entry, limit: int) -> Iterator:
    first = entry.first
    yield Text.assemble(
        (first.severity, _STYLE.get(first.severity, "bold")), "  ", (about(entry), "bold"),
        f": {counted(entry.count, 'place')}  ", (f"[{visible(first.rule)}]", "dim"),
    )  # fmt: skip
    for one in entry.places[:limit]:
        yield Padding(Text.assemble((place(one), "cyan"), f"  {said(one)}"), (0, 0, 0, 2))
    hidden = entry.count - min(limit, len(entry.places))
    if hidden > 0:
        yield Text(f"  and {hidden:,} more", style="dim")
    if first.cells:
        yield Padding(_row(entry), (0, 0, 0, 2))
    yield Padding(Text(f"→ {sentence(first.remedy)}"), (0, 0, 1, 2))


def _row(entry: Entry) -> Table:
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    for column, _ in entry.first.cells:
        table.add_column(Text(visible(column)), overflow="fold")
    table.add_row(*(
        Text("empty" if cell is None else visible(cell, CELL), style=_cell(column == entry.first.column, cell is None))
        for column, cell in entry.first.cells
    ))  # fmt: skip
    return table


def _cell(faulty: bool, empty: bool) -> str:
    return "bold white on red" if faulty else "dim" if empty else ""
