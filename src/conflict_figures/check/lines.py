"""A CSV that has to be right, as a typed table with the physical line of every row; any fault of its cells refuses it.

For what the project itself keeps: coded batches and published tables. What others send is read by
:mod:`~conflict_figures.check.reading`, which goes on behind a fault.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import pyarrow

from conflict_figures.check.finding import Finding


@dataclass(frozen=True)
class Lines:
    """What a CSV holds: the typed table (``None`` if it cannot be cast), the line of each row, and faults."""

    table: pyarrow.Table | None
    lines: Sequence[int]
    findings: tuple[Finding, ...]


def read(path: Path, name: str) -> Lines:
    """Read the CSV at ``path`` as the table ``name``.

    Raises:
        OSError: the file cannot be read. Faults of its content are findings, with their lines.
    """
    from conflict_figures.check.reading import delimited

    # a text that we publish is what its source says, whatever a spreadsheet would make of it
    sheet = delimited.read(path, name, formulas=False)
    lines = () if sheet.lines is None else tuple(int(line) for line in sheet.lines)
    table = None if sheet.findings or sheet.table is None else sheet.table.combine_chunks()
    return Lines(table, lines, tuple(sorted(sheet.findings, key=lambda one: one.line)))
