"""Read a coding sheet as people save it from a spreadsheet, and know the line of every row."""

import csv
import io
from dataclasses import dataclass
from pathlib import Path

from conflict_figures.check.finding import Finding
from conflict_figures.contribute.columns import COLUMNS, NAMES
from conflict_figures.errors import InputError
from conflict_figures.schema.code_lists import suggestion
from conflict_figures.seeds import utf8

#: What findings call the table they are about.
TABLE = "template"


@dataclass(frozen=True)
class Row:
    """One filled row: its line in the file, its cells by column (empty ones are None), and where a column stands."""

    path: str
    line: int
    cells: dict[str, str | None]
    positions: dict[str, int]

    def fault(self, column: str | None, rule: str, message: str, remedy: str) -> Finding:
        """Return the finding that says what is wrong with a cell of this row, or with the whole row."""
        value = None if column is None else self.cells.get(column)
        return Finding(TABLE, self.cells.get("record"), column, rule, message, remedy, self.path, self.line,
                       position=self.positions.get(column), value=value)  # fmt: skip


def read(path: Path, name: str | None = None) -> tuple[list[Row], list[Finding]]:
    """Read the rows of a coding sheet, and what is wrong with their shape.

    Commas, semicolons or tabs part the cells, as spreadsheets of different countries write them; a byte order
    mark and any line ends are accepted; rows without any content are skipped. Columns may be left out or stand in
    another order.

    Raises:
        InputError: the file cannot be read at all, or its header is not one of a coding sheet.
    """
    name = name or str(path)
    data = path.read_bytes()
    if data.startswith((b"PK\x03\x04", b"\xd0\xcf\x11\xe0")):
        raise InputError("this is a workbook, not CSV", path=name, remedy="Save the sheet as CSV UTF-8 in your spreadsheet")
    text = utf8.decode(data, name).removeprefix("\ufeff")
    if "\0" in text:
        raise InputError("the line holds a NUL", path=name, line=text.count("\n", 0, text.index("\0")) + 1, remedy="Save the file as CSV UTF-8")
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text), strict=True)
    lines: list[tuple[int, list[str]]] = []
    line = 1
    try:
        for cells in reader:
            lines.append((line, [" ".join(cell.split()) for cell in cells]))
            line = reader.line_num + 1
    except csv.Error as error:
        raise InputError(f"the line cannot be read: {error}", path=name, line=line, remedy="Close every double quote") from None
    header = lines[0][1] if lines else []
    while header and not header[-1]:
        header = header[:-1]  # spreadsheets add columns without content
    _check(header, name)
    return _rows(lines[1:], header, name)


def _delimiter(text: str) -> str:
    first = text.splitlines()[0] if text else ""
    return max(",;\t", key=first.count)


def _check(header: list[str], name: str) -> None:
    if not header:
        raise InputError("the file has no header", path=name, line=1, remedy=f"Write {','.join(NAMES)}")
    for place, column in enumerate(header, start=1):
        where = {"path": name, "line": 1, "column": place}
        if column not in NAMES:
            raise InputError(f"a coding sheet has no column '{column}'", **where, remedy=suggestion(column.lower(), NAMES, "column"))
        if header.index(column) != place - 1:
            raise InputError(f"the column '{column}' stands there twice", **where, remedy="Delete one")
    for column in COLUMNS:
        if column.required and column.name not in header:
            raise InputError(f"the column '{column.name}' is missing", path=name, line=1, remedy=f"Add it: {column.meaning}")


def _rows(lines: list[tuple[int, list[str]]], header: list[str], name: str) -> tuple[list[Row], list[Finding]]:
    positions = {column: place for place, column in enumerate(header, start=1)}
    rows, found = [], []
    for line, cells in lines:
        if not any(cells):
            continue
        given = dict(zip(header, (cell or None for cell in cells), strict=False))
        row = Row(name, line, dict.fromkeys(NAMES) | given, positions)
        if any(cells[len(header) :]) or len(cells) < len(header):
            found.append(row.fault(None, "row-length", f"the row has {len(cells)} cells where the header has {len(header)}",
                                   "Put a cell with a comma into double quotes, and keep the commas of empty cells"))  # fmt: skip
            continue
        # a spreadsheet that opens the published tables would run it
        formulas = [column for column in header if (given[column] or "").startswith("=")]
        found += [row.fault(column, "sheet-formula", f"'{given[column]}' is a formula", "Write what it shows") for column in formulas]
        rows.append(row)
    return rows, found
