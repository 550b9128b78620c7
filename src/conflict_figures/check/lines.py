"""Read a CSV and know the physical line of every row: the guard before anything is cast.

Other readers count records, which drift after a quoted line break, pad short rows in silence, and cast
what should not be cast. This one compares the header, counts cells, and matches every cell against the
one spelling its type has (:mod:`~conflict_figures.check.lexical`) before Arrow casts it.
"""

import csv
import io
from dataclasses import dataclass
from pathlib import Path

import pyarrow
import pyarrow.compute as pc

from conflict_figures import schema
from conflict_figures.check import lexical
from conflict_figures.check.finding import Finding
from conflict_figures.check.shape import header_findings, rows_at
from conflict_figures.tabular.columns import encode


@dataclass(frozen=True)
class Lines:
    """What a CSV holds: the typed table (``None`` if it cannot be cast), the line of each row, and faults."""

    table: pyarrow.Table | None
    lines: tuple[int, ...]
    findings: tuple[Finding, ...]


def read(path: Path, name: str) -> Lines:
    """Read the CSV at ``path`` as the table ``name``.

    Raises:
        OSError: the file cannot be read. Faults of its content are findings, with their lines.
    """
    try:
        text = path.read_bytes().decode("utf-8")
    except UnicodeDecodeError as error:
        line = error.object.count(b"\n", 0, error.start) + 1
        return _fault(path, name, line, "encoding", f"byte {error.start} is not UTF-8", "Save the file as UTF-8")
    if text.startswith("\ufeff"):
        return _fault(path, name, 1, "encoding", "a byte order mark precedes the header", "Save the file without it")
    return _parse(path, name, text)


def _parse(path: Path, name: str, text: str) -> Lines:
    wanted = [field.name for field in schema.table(name).fields]
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    rows: list[list[str]] = []
    lines: list[int] = []
    findings: list[Finding] = []
    line = 1
    try:
        header = next(reader, None)
        if header is None:
            return _fault(path, name, 1, "header", "the file is empty", f"Write the header {','.join(wanted)}")
        if header != wanted:
            wrong = header_findings(name, header, wanted)
            return Lines(None, (), tuple(_at(one, path, 1) for one in wrong))
        line = reader.line_num + 1
        for cells in reader:
            if len(cells) != len(wanted):
                findings.append(_cells_missing(path, name, line, len(cells), len(wanted)))
            rows.append(cells)
            lines.append(line)
            line = reader.line_num + 1
    except csv.Error as error:
        return _fault(path, name, line, "quoting", f"the line cannot be read: {error}", "Close every double quote")
    if findings:
        return Lines(None, tuple(lines), tuple(findings))
    return _cast(path, name, rows, tuple(lines))


def _cells_missing(path: Path, name: str, line: int, found: int, wanted: int) -> Finding:
    what = f"the row has {found} cells where the header has {wanted}"
    return Finding(name, None, None, "row-length", what, "Quote cells with a comma; keep empty cells", str(path), line)


def _cast(path: Path, name: str, rows: list[list[str]], lines: tuple[int, ...]) -> Lines:
    """Guard every column by pattern, then cast it."""
    types = schema.arrow(name)
    columns: list[pyarrow.Array] = []
    findings: list[Finding] = []
    cells = list(zip(*rows, strict=True)) if rows else [()] * len(types)
    for field, column in zip(schema.table(name).fields, cells, strict=True):
        texts = pyarrow.array(column, pyarrow.string())
        texts = pc.if_else(pc.equal(texts, ""), pyarrow.scalar(None, pyarrow.string()), texts)
        for row in _unreadable(field.type, texts):
            findings.append(
                Finding(
                    name, None, field.name, "type", f"'{column[row]}' is not of the type {field.type}",
                    lexical.remedy(field), str(path), lines[row],
                )
            )  # fmt: skip
        columns.append(texts)
    if findings:
        return Lines(None, lines, tuple(sorted(findings, key=Finding.order)))
    arrays = [_typed(texts, field.type, name, field.name) for texts, field in zip(columns, types, strict=True)]
    return Lines(pyarrow.Table.from_arrays(arrays, schema=types), lines, ())


def _unreadable(kind: str, texts: pyarrow.Array) -> list[int]:
    if kind not in lexical.PATTERNS:
        return []
    rows = rows_at(texts, pc.invert(pc.match_substring_regex(texts, _anchored(lexical.PATTERNS[kind]))))
    if kind == "date":
        rows += [row for row, cell in enumerate(texts.to_pylist()) if cell and row not in rows and lexical.fault(kind, cell)]
    return rows


def _anchored(pattern: str) -> str:
    # $ would also match before a line break at the end of the cell
    return r"\A" + pattern[1:-1] + r"\z"


def _typed(texts: pyarrow.Array, wanted: pyarrow.DataType, name: str, column: str) -> pyarrow.Array:
    if pyarrow.types.is_dictionary(wanted):
        return encode(texts, next(field.enum for field in schema.table(name).fields if field.name == column))
    if pyarrow.types.is_boolean(wanted):
        return pc.equal(texts, "true")
    return texts.cast(wanted)


def _at(finding: Finding, path: Path, line: int) -> Finding:
    return Finding(*(*finding.record().values(),)[:6], str(path), line)


def _fault(path: Path, name: str, line: int, rule: str, message: str, remedy: str) -> Lines:
    return Lines(None, (), (Finding(name, None, None, rule, message, remedy, str(path), line),))
