"""What somebody names to be compared: a version, a folder or zip of a release, a checkout, or a folder of tables alone."""

from __future__ import annotations

import csv
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from conflict_figures import schema
from conflict_figures.errors import InputError, UsageError
from conflict_figures.versions.find import find, known
from conflict_figures.versions.index import INDEX, VERSION
from conflict_figures.versions.package import DESCRIPTOR, Package, open_package

if TYPE_CHECKING:
    import pyarrow

#: Kinds of files that are tables.
_TABLES = (".csv", ".parquet")
#: Columns that a file without a descriptor may lack or have in another order; it is compared as it is.
_BORNE = {"column-missing", "column-order", "column-name"}


def open_side(what: str | Path | Package) -> Package:
    """Open what is named.

    A version is three numbers, such as ``0.1.0``; a folder of that name is written ``./0.1.0``. A table, or a folder of tables,
    without a descriptor is read with the schemas of this version.

    Raises:
        UnknownVersionError: there is no such version.
        UsageError: nothing at that path, or nothing in it that could be compared.
        InputError: what is there cannot be read, or is not what was published.
    """
    package = what if isinstance(what, Package) else _open(what)
    for table in package.tables:
        described = package.resource(table).get("schema")
        fields = described.get("fields") if isinstance(described, dict) else None
        if not isinstance(fields, list) or not all(isinstance(one, dict) and isinstance(one.get("name"), str) for one in fields):
            remedy = "Write the Table Schema into the descriptor, as releases have it"
            raise InputError(f"the descriptor does not tell the columns of {table}", path=package.where, remedy=remedy)
    return package


def _open(what: str | Path) -> Package:
    if isinstance(what, str) and VERSION.fullmatch(what):
        return find(what)
    path = Path(what)
    if not path.exists():
        versions = ", ".join(known()) or "none"
        raise UsageError(f"{str(what)!r} is neither a version nor a path", remedy=f"Name a folder, a zip, or one of the versions: {versions}")
    if not path.is_dir():
        return _bare(path, [path]) if path.suffix.lower() in _TABLES else open_package(path)
    if (path / DESCRIPTOR).is_file():
        return open_package(path)
    if (path / INDEX).is_file():
        raise UsageError("this folder holds several releases", path=path, remedy="Name the folder or the zip of one of them")
    above = path.resolve().parent
    if (above / DESCRIPTOR).is_file():
        package = open_package(above)
        if all((above / str(package.resource(table).get("path"))).parent == path.resolve() for table in package.tables):
            return package
    return _bare(path, sorted(path.iterdir()))


@dataclass(frozen=True)
class Bare(Package):
    """A folder of tables without a descriptor; ``files`` gives the file of each."""

    files: Mapping[str, Path] = field(default_factory=dict)

    def read(self, table: str, columns: list[str] | None = None) -> pyarrow.Table:
        """Read a table with the schemas of this version; InputError where it cannot be read so."""
        self.resource(table)
        read = _read(table, self.files[table])
        return read if columns is None else read.select(columns)


def _bare(path: Path, listed: list[Path]) -> Bare:
    from conflict_figures.check.reading import columnar, folder

    files: dict[str, Path] = {}
    for file in listed:
        if file.suffix.lower() in _TABLES and file.is_file():
            table = folder.table_of(file)
            # of a table that is there twice the Parquet file is read, which comes last
            files |= {table: file} if table else {}
    if not files:
        why = "there are no tables in this folder" if path.is_dir() else "this is none of our tables"
        raise UsageError(why, path=path, remedy=f"Name a folder with a {DESCRIPTOR}, or one with tables such as figures.csv")
    names = {table: _names(file, columnar) for table, file in files.items()}
    said = json.dumps(_descriptor(names)).encode("utf-8")

    def file(name: str) -> bytes:
        if name != DESCRIPTOR:
            raise KeyError(name)
        return said

    return Bare(str(path), file, files=files)


def _names(file: Path, columnar) -> list[str]:
    if file.suffix.lower() == ".parquet":
        return columnar.names(file)
    with open(file, encoding="utf-8-sig", errors="replace", newline="") as lines:
        return next(csv.reader(lines), [])


def _descriptor(names: Mapping[str, list[str]]) -> dict:
    """Return the descriptor that this version would publish these tables with, fields that are not there left out."""
    from conflict_figures.publish import descriptor

    said = descriptor.build({table: (0, b"", b"") for table in names})
    for resource in said["resources"]:
        fields = {one["name"]: one for one in resource["schema"]["fields"]}
        resource["schema"]["fields"] = [fields[name] for name in names[resource["name"]] if name in fields]
    return {key: value for key, value in said.items() if key != "version"}


def _read(table: str, file: Path) -> pyarrow.Table:
    from conflict_figures.check.reading import folder

    sheet = folder.one(file, table, str(file), None)
    wrong = [one for one in sheet.findings if one.rule not in _BORNE]
    if wrong or sheet.table is None:
        first = wrong[0]
        raise InputError(first.message, path=first.path, line=first.line, remedy="Run conflict-figures validate on it, and mend what that finds")
    return sheet.table.select([name for name in sheet.table.column_names if name not in sheet.absent])
