"""Read batches of coded rows: what people coded from sources whose text may not be kept here.

One folder a batch, ``seeds/coded/<batch>/``: a CSV for each table, with the columns of its schema, and two
files that account for the record it was made of:

* ``counts.csv``: for a table, how many records were coded, how many of them are left out and how many rows
  were added;
* ``left-out.csv``: every record, cell or column of the coded record that has no place in the tables, with
  its reason.

Beside them may stand ``template.csv``, the coding sheet of which the tables were made
(:mod:`conflict_figures.contribute`); it is kept as it was filled in and not read here.
"""

import csv
import io
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from conflict_figures import schema
from conflict_figures.check import lines
from conflict_figures.check.finding import FindingsError
from conflict_figures.errors import InputError
from conflict_figures.seeds import utf8
from conflict_figures.tabular import written

#: The tables of a batch; the flat view and what is found by rule are made of them.
TABLES = ("sources", "claims", "figures", "dates", "actors", "attributions", "links")
COUNTS = ("table", "coded", "left_out", "added")
#: The coding sheet that a batch may keep.
SHEET = "template.csv"
LEFT_OUT = ("table", "record", "column", "value", "reason")
_COUNT = re.compile("[0-9]{1,18}")


@dataclass(frozen=True)
class Batch:
    """One batch: its rows by table, the line of each row by its key, and what was coded and left out."""

    name: str
    records: dict[str, list[dict]]
    places: dict[str, dict[str, tuple[str, int]]]
    counts: list[dict]
    left_out: list[dict]


def read(root: Path) -> list[Batch]:
    """Read every batch below ``root / "seeds" / "coded"``, in the order of their names.

    Raises:
        InputError: a file is missing, unknown or unreadable, or the counts do not add up.
        FindingsError: cells that are not of their column's type, with their lines.
    """
    folder = root / "seeds" / "coded"
    names = sorted(path.name for path in folder.iterdir() if path.is_dir() and not path.name.startswith(".")) if folder.is_dir() else []
    return [_batch(folder / name, f"seeds/coded/{name}") for name in names]


def _batch(folder: Path, name: str) -> Batch:
    for fault in files(folder, name):
        raise fault
    read = {table: lines.read(folder / f"{table}.csv", table) for table in TABLES}
    found = tuple(_named(finding, name) for one in read.values() for finding in one.findings)
    if found:
        raise FindingsError(found)
    records = {table: written(table, one.table).to_pylist() for table, one in read.items()}
    places = {table: _places(table, records[table], one.lines, name) for table, one in read.items()}
    accounts = account(folder, name, {table: len(rows) for table, rows in records.items()})
    for fault in accounts.faults:
        raise fault
    return Batch(folder.name, records, places, accounts.counts, accounts.left_out)


def files(folder: Path, name: str) -> list[InputError]:
    """Return what is wrong with the files of a batch: one that no batch holds, or one that is not there."""
    known = {f"{table}.csv" for table in TABLES} | {"counts.csv", "left-out.csv", "README.md"}
    unknown = [
        InputError(
            "the file is none that a batch holds",
            path=f"{name}/{path.name}",
            remedy=f"Use one of {', '.join(sorted(known))}, or take it out of the folder",
        )
        for path in sorted(folder.iterdir())
        if path.name not in {*known, SHEET} and not path.name.startswith(".")
    ]
    return unknown + [
        InputError(f"the batch has no {file}", path=name, remedy=f"Add {name}/{file}")
        for file in sorted(known)
        if not (folder / file).is_file()
    ]


@dataclass(frozen=True)
class Accounts:
    """The two accounts of a batch, as they were read, and what is wrong with them."""

    counts: list[dict]
    left_out: list[dict]
    faults: list[InputError]


def account(folder: Path, name: str, rows: Mapping[str, int]) -> Accounts:
    """Read ``counts.csv`` and ``left-out.csv``, and compare them with each other and with the tables of the batch.

    Args:
        folder: the batch.
        name: how messages call it.
        rows: how many rows each table has; one whose rows are not known is not compared.
    """
    counts, left_out = _sheet(folder, name, "counts.csv", COUNTS), _sheet(folder, name, "left-out.csv", LEFT_OUT)
    listed = None if left_out.faults else Counter(row["table"] for row in left_out.rows if row["column"] == "")
    faults = [*counts.faults, *left_out.faults]
    for row, line in zip(counts.rows, counts.lines, strict=True):
        faults += _compared(row, listed, rows, {"path": f"{name}/counts.csv", "line": line})
    return Accounts(counts.rows, left_out.rows, faults)


def _named(finding, name):
    """Return a finding under the file's name in the checkout."""
    return replace(finding, path=f"{name}/{Path(finding.path).name}")


def _places(table: str, records: list[dict], at: tuple[int, ...], name: str) -> dict[str, tuple[str, int]]:
    key = schema.table(table).primary_key
    path = f"{name}/{table}.csv"
    return {
        " ".join(str(row[column]) for column in key): (path, line) for row, line in zip(records, at, strict=True)
    }


@dataclass(frozen=True)
class _Sheet:
    """The rows of an account, the line on which each ends, and what is wrong with it."""

    rows: list[dict]
    lines: list[int]
    faults: list[InputError]


def _sheet(folder: Path, name: str, file: str, header: tuple[str, ...]) -> _Sheet:
    """Read one of the two accounts, which are plain sheets of text."""
    read = _Sheet([], [], [])
    at = f"{name}/{file}"
    try:
        text = utf8.decode((folder / file).read_bytes(), at).removeprefix("\ufeff")
    except InputError as error:
        return _Sheet([], [], [error])
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    try:
        for number, cells in enumerate(reader):
            wrong = tuple(cells) != header if number == 0 else bool(cells) and len(cells) != len(header)
            if wrong:
                read.faults.append(
                    InputError(
                        f"the row is not {','.join(header)}", path=at, line=reader.line_num,
                        remedy="Write the header so, and a cell for each of its columns",
                    )
                )  # fmt: skip
                if number == 0:
                    break
            elif number and cells:
                read.rows.append(dict(zip(header, cells, strict=True)))
                read.lines.append(reader.line_num)
    except csv.Error as error:
        read.faults.append(InputError(f"this is not readable CSV: {error}", path=at, line=reader.line_num, remedy="Close every quote"))
    return read


def _compared(row: dict, listed: Counter | None, rows: Mapping[str, int], where: dict) -> Iterator[InputError]:
    """Yield what is wrong with a row of ``counts.csv``: rows are what was coded, less what is listed as left out."""
    table = row["table"]
    if table not in TABLES or not all(_COUNT.fullmatch(row[column]) for column in COUNTS[1:]):
        yield InputError("the row names no table, or a count is no number", **where, remedy=f"Tables are {', '.join(TABLES)}")
        return
    coded, left, added = (int(row[column]) for column in COUNTS[1:])
    if listed is not None and listed[table] != left:
        yield InputError(
            f"{left} records of {table} are said to be left out, and left-out.csv lists {listed[table]}",
            **where, remedy="List every record with its reason, its column left empty",
        )  # fmt: skip
    if table in rows and rows[table] != coded - left + added:
        yield InputError(
            f"{coded} coded less {left} left out plus {added} added are not the {rows[table]} rows of {table}.csv",
            **where, remedy="Find the row that was lost or that came in twice",
        )  # fmt: skip
