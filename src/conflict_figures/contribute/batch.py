"""The files of a batch of coded rows: empty to begin with, or made of a filled coding sheet."""

import csv
import io
import re
from collections.abc import Iterable, Mapping
from pathlib import Path

import pyarrow

from conflict_figures import schema
from conflict_figures.check.finding import Finding
from conflict_figures.contribute import sheet, write
from conflict_figures.contribute.columns import COLUMNS, MANY, NAMES
from conflict_figures.contribute.convert import convert
from conflict_figures.errors import InputError, UsageError
from conflict_figures.seeds.coded import COUNTS, LEFT_OUT, SHEET, TABLES
from conflict_figures.tabular import to_arrow
from conflict_figures.tabular.delimited import encode

_NAME = re.compile("[a-z0-9]+(?:-[a-z0-9]+)*")
#: The tables whose rows are accounted for; the others hang on them.
_COUNTED = ("sources", "claims", "figures", "actors")
README = """\
# {name}: coded rows

Write here what the rows are about, of which pages and which time, who coded them and who read them a second time.

Only facts: numbers, names, dates, addresses and the coders' own neutral words. No sentence of any page.

## How the rows were made

`{sheet}` holds one row a figure, as coded, and the other tables were made of it by

    conflict-figures new coded {name} --from {sheet}

The ids end in the coders' number of the row. Its columns, of which those that are not needed may be left out:

{columns}
"""


def empty(name: str) -> dict[str, bytes]:
    """Return the files of a batch without rows, the coding sheet to fill among them.

    Raises:
        UsageError: the name is not made of small letters, digits and single hyphens.

    >>> sorted(empty("river-war"))[:4]
    ['README.md', 'actors.csv', 'attributions.csv', 'claims.csv']
    """
    if not _NAME.fullmatch(name):
        raise UsageError(f"'{name}' is no name of a batch", remedy="Use small letters, digits and single hyphens, as in river-war-2031")
    return _tables({table: [] for table in TABLES}) | {
        "counts.csv": _sheet(COUNTS, [(table, 0, 0, 0) for table in _COUNTED]),
        "left-out.csv": _sheet(LEFT_OUT, []),
        SHEET: _sheet(NAMES, []),
        "README.md": README.format(name=name, sheet=SHEET, columns=_columns()).encode(),
    }


def create(parent: Path, name: str) -> Path:
    """Write an empty batch into a folder of its own below ``parent``, and return that folder."""
    write.folder(parent / name, empty(name))
    return parent / name


def fill(
    parent: Path, name: str, filled: Path, left_out: Iterable[Mapping[str, str]] = (), again: bool = False
) -> tuple[list[Finding], dict[str, int]]:
    """Make the tables of a batch of a filled coding sheet.

    Args:
        parent: the folder with the batch, or in which it is to be made.
        name: the batch.
        filled: the coding sheet; a copy of it is kept in the batch.
        left_out: what had no place in the sheet, with the keys of ``left-out.csv``; one with an empty ``column`` is a
            whole record of its table.
        again: whether tables that were made before are replaced.

    Returns:
        What is wrong with the sheet, in which case nothing is written; and the number of rows by table.

    Raises:
        InputError: the sheet is not readable, or the batch holds rows that would be lost.
    """
    blank = empty(name)
    rows, found = sheet.read(filled)
    made = convert(name, rows)
    if found or made.findings:
        return sorted([*found, *made.findings], key=lambda one: (one.line or 0, one.position or 0)), {}
    if not rows:
        raise InputError("the sheet has no row", path=str(filled), line=1, remedy="Fill in one row for each figure")
    left_out = list(left_out)
    contents = _tables(made.records) | {
        "counts.csv": _sheet(COUNTS, _counts(made.records, left_out)),
        "left-out.csv": _sheet(LEFT_OUT, [[row[column] for column in LEFT_OUT] for row in left_out]),
        SHEET: filled.read_bytes(),
    }
    target = parent / name
    if target.exists():
        before = write.seen(target)
        for file, data in contents.items():
            if not again and before.get(file, data) not in (data, blank[file]):
                raise InputError(
                    "this holds rows already, and nothing was written over them", path=str(target / file),
                    remedy="Say --again to make the tables anew from the sheet, or give the batch another name",
                )  # fmt: skip
        write.folder(target, blank | before | contents, keep=before)
    else:
        write.folder(target, blank | contents)
    return [], {table: len(rows) for table, rows in made.records.items()}


def _tables(records: dict[str, list[dict]]) -> dict[str, bytes]:
    typed: dict[str, pyarrow.Table] = to_arrow(records)
    return {f"{table}.csv": encode(typed[table]) for table in TABLES}


def _counts(records: dict[str, list[dict]], left_out: list) -> list[tuple]:
    lost = {table: sum(row["table"] == table and not row["column"] for row in left_out) for table in TABLES}
    return [(table, len(records[table]) + lost[table], lost[table], 0) for table in TABLES if table in _COUNTED or lost[table]]


def _sheet(header: Iterable[str], rows: Iterable[Iterable]) -> bytes:
    text = io.StringIO(newline="")
    csv.writer(text, lineterminator="\n").writerows([header, *rows])
    return text.getvalue().encode("utf-8")


def _columns() -> str:
    lines = ["| column | what it holds | one of |", "| --- | --- | --- |"]
    for column in COLUMNS:
        codes = [code.code for code in schema.codes(column.codes)] if column.codes else []
        listed = ", ".join(f"`{code}`" for code in codes) if len(codes) < MANY else "ISO 3166-1 alpha-3"
        lines.append(f"| `{column.name}` | {column.meaning} | {listed} |")
    return "\n".join(lines)
