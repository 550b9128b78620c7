"""What a folder, or one file, holds: which file is which table, which are texts, and which cannot be read."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path

from conflict_figures import schema
from conflict_figures.check import progress
from conflict_figures.check.finding import Finding
from conflict_figures.check.reading import columnar, delimited, package, promises, source
from conflict_figures.check.reading.sheet import Group, Sheet, fault, shown

TABLES = (".csv", ".parquet")
SOURCES = (".txt", ".yaml")
#: Kinds of files that people send and that have to be turned into another kind first.
_OTHERS = {
    ".xlsx": "a spreadsheet", ".xls": "a spreadsheet", ".ods": "a spreadsheet", ".numbers": "a spreadsheet",
    ".tsv": "a table with tabs", ".tab": "a table with tabs", ".feather": "a Feather file", ".json": "no descriptor named datapackage.json",
    ".jsonl": "JSON Lines", ".docx": "a document", ".doc": "a document", ".pdf": "a document", ".zip": "a zip in a folder",
    ".yml": "a sidecar under another name than <id>.yaml", ".gz": "a packed file",
}  # fmt: skip
#: What a coded batch holds beside its tables.
_ACCOUNTS = ("counts.csv", "left-out.csv")
#: The coding sheet of which its tables were made; what is read are the tables.
_SHEET = "template.csv"
#: Columns of a coding sheet: the one that each has, and some of which each has two at least.
_RECORD, _SHEET_COLUMNS = "record", {"publisher", "published", "speaker", "number", "measure", "unit"}
DESCRIPTOR = "datapackage.json"


def read(folder: Path, name: str, limit: int | None, texts: Mapping[str, str] | None = None) -> tuple[Group, list[Finding]]:
    """Read every table and text in ``folder``, which findings call ``name``; a Data Package by its descriptor."""
    found: list[Finding] = []
    here = [path for path in sorted(folder.iterdir()) if not path.name.startswith(".")]
    sound = [path for path in here if not _link(path, f"{name}/{path.name}", found)]
    # a pipe or a device would be waited for without end
    odd = [path for path in sound if not path.is_file() and not path.is_dir()]
    found += [fault("contribution", f"{name}/{path.name}", "file-kind", "this is no file", "Put a file there, or take it out") for path in odd]
    sound = [path for path in sound if path not in odd]
    if any(path.name == DESCRIPTOR and path.is_file() for path in sound):
        group, more = described(folder / DESCRIPTOR, f"{name}/{DESCRIPTOR}", limit, texts)
        return group, found + more
    accounts = {path.name for path in sound}.issuperset(_ACCOUNTS)
    listed = []
    for path in sound:
        called = f"{name}/{path.name}"
        if path.is_dir() or (accounts and path.name in (*_ACCOUNTS, _SHEET)):
            continue
        if path.suffix.lower() in TABLES:
            table = table_of(path)
            found += [unknown_table(path, called)] if table is None else []
            listed += [(table, path, called)] if table is not None else []
        elif path.suffix.lower() in _OTHERS:
            found.append(other(path, called))
    group, more = tables(listed, limit, texts)
    group = replace(group, batch=folder.resolve().name if accounts else None)
    sources = [path for path in sound if path.suffix in SOURCES and path.is_file() and not _is_note(path)]
    if sources:
        read = source.read(sources, [f"{name}/{path.name}" for path in sources])
        sheets = dict(group.sheets)
        if read.sheet is not None:
            sheets.setdefault("sources", read.sheet)
        group, more = Group(sheets, {**(texts or {}), **read.texts}, group.batch), [*more, *read.findings]
    return group, found + more


def described(path: Path, name: str, limit: int | None, texts: Mapping[str, str] | None) -> tuple[Group, list[Finding]]:
    """Read a Data Package by its descriptor, and compare what that says of its files with them."""
    listed, said, found = package.files(path, name)
    group, more = tables(listed, limit, texts)
    rows = {sheet.path: sheet.table.num_rows for sheet in group.sheets.values() if sheet.table is not None}
    differing = [finding for one in said for finding in promises.compare(one, rows.get(one.called), name)]
    return group, [*found, *differing, *more]


def tables(listed: Iterable[tuple[str, Path, str]], limit: int | None, texts: Mapping[str, str] | None) -> tuple[Group, list[Finding]]:
    """Read files as tables; a second file of the same table has to hold the same rows."""
    found: list[Finding] = []
    sheets: dict[str, Sheet] = {}
    for table, path, called in listed:
        sheet = one(path, table, called, limit)
        if table not in sheets:
            sheets[table] = sheet
        else:
            found += _twin(sheets[table], sheet)
    return Group(sheets, texts), found


def one(path: Path, table: str, called: str, limit: int | None) -> Sheet:
    """Read one file as one table."""
    if path.suffix.lower() == ".parquet":
        sheet = columnar.read(path, table, called)
        progress.read(path.stat().st_size)
        return sheet
    return delimited.read(path, table, called, limit)


def table_of(path: Path) -> str | None:
    """Return the table whose name the file bears, or whose columns its first line names."""
    if path.stem in schema.table_names():
        return path.stem
    if path.suffix.lower() == ".csv":
        with open(path, "rb") as file:
            names = file.readline(1 << 16).decode("utf-8", errors="replace").strip().removeprefix("\ufeff").replace('"', "").split(",")
    else:
        names = columnar.names(path)
    every = [schema.table(table) for table in schema.table_names()]
    return next((table.name for table in every if set(names) in (set(table.field_names), set(table.written_names))), None)


def unknown_table(path: Path, called: str) -> Finding:
    """Return what to say of a file that bears no table's name; a coding sheet is known by its columns."""
    if path.suffix.lower() == ".csv" and _is_coding_sheet(path):
        name = path.parent.name if path.name == _SHEET and (path.parent / _ACCOUNTS[0]).is_file() else "NAME"
        message = "this is a coding sheet, of which the tables are still to be made; they are what is validated"
        remedy = f"Run `conflict-figures new coded {name} --from {called}`, which says what is wrong with the sheet, and validate the batch"
        return fault("contribution", called, "coding-sheet", message, remedy)
    message = f"no table is called '{shown(path.stem)}', and the file's columns are those of none"
    return fault("contribution", called, "table-name", message, f"Name the file after its table: {', '.join(schema.table_names())}")


def _is_coding_sheet(path: Path) -> bool:
    with open(path, "rb") as file:
        first = file.readline(1 << 16).decode("utf-8", errors="replace").strip().removeprefix("\ufeff")
    # spreadsheets part the cells by other signs where the comma is in numbers
    cells = [cell.strip(' "') for cell in re.split("[,;\t]", first)]
    return _RECORD in cells and len(_SHEET_COLUMNS & set(cells)) > 1


def other(path: Path, called: str) -> Finding:
    """Return what to say of a file of a kind that is not read."""
    what = _OTHERS.get(path.suffix.lower(), "no kind of file that is read here")
    return fault("contribution", called, "file-kind", f"this is {what}", "Save tables as CSV (UTF-8), texts as <id>.txt with <id>.yaml")


def _link(path: Path, called: str, found: list[Finding]) -> bool:
    if path.is_symlink():
        found.append(fault("contribution", called, "link", "this is a link, and links are not followed", "Put the file itself there"))
        return True
    return False


def _is_note(path: Path) -> bool:
    return path.stem.casefold() in source.NOTES or path.stem.casefold().startswith("readme")


def _twin(first: Sheet, second: Sheet) -> list[Finding]:
    """Compare two files of one table; faults of the second are told only where the first has none."""
    from conflict_figures.tabular.columns import plain

    if first.findings or first.table is None:
        return []
    if second.findings or second.table is None:
        return [replace(one, table=second.name) for one in second.findings]
    if plain(first.table).equals(plain(second.table)):
        return []
    message = f"the file holds other rows than {first.path}"
    return [fault(second.name, second.path, "twin", message, "Write both files from the same rows, or hand in one")]
