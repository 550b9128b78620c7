"""A published package in a folder or a zip: its descriptor and its tables, no byte of which is parsed before its hash is right."""

from __future__ import annotations

import io
import json
import lzma
import zipfile
import zlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from conflict_figures.errors import InputError, UsageError, suggestion
from conflict_figures.hashing import sha256

if TYPE_CHECKING:
    import pyarrow

DESCRIPTOR = "datapackage.json"


@dataclass(frozen=True)
class Package:
    """A package as it was published.

    ``where`` is what messages call it. ``file`` reads a file of it by its path in the package and raises ``KeyError`` for
    one that is not there. ``known`` are content hashes of tables that are known from elsewhere: a descriptor in a folder may
    have been changed together with the files.
    """

    where: str
    file: Callable[[str], bytes] = field(repr=False, compare=False)
    known: Mapping[str, str] | None = field(default=None, repr=False, compare=False)

    @cached_property
    def descriptor(self) -> dict:
        """The content of ``datapackage.json``."""
        try:
            said = json.loads(self.file(DESCRIPTOR))
        except ValueError as error:
            raise _broken(self, DESCRIPTOR, f"it is no JSON: {error}") from None
        if not isinstance(said, dict) or not _describes_tables(said.get("resources")):
            raise _broken(self, DESCRIPTOR, "it describes no tables")
        return said

    @property
    def version(self) -> str | None:
        """The version that the descriptor names."""
        return self.descriptor.get("version")

    @property
    def tables(self) -> tuple[str, ...]:
        """The names of the tables, in their order."""
        return tuple(self._resources)

    @cached_property
    def _resources(self) -> dict[str, dict]:
        return {one["name"]: one for one in self.descriptor["resources"]}

    def resource(self, table: str) -> dict:
        """The description of a table: ``schema``, ``rowCount``, ``contentHash``, …; UsageError where there is no such table."""
        if table not in self._resources:
            remedy = suggestion(table, self.tables, "table")
            raise UsageError(f"version {self.version} has no table {table!r}", remedy=remedy)
        return self._resources[table]

    def schema(self, table: str) -> dict:
        """The Table Schema of a table, as it was published."""
        return self.resource(table)["schema"]

    def read(self, table: str, columns: list[str] | None = None) -> pyarrow.Table:
        """Read a table from its Parquet file, with the types that it was published with.

        Raises:
            UsageError: there is no such table.
            InputError: the file is not there, its SHA-256 is not the one in the descriptor, or its rows are not those that are known.
        """
        from pyarrow import parquet

        from conflict_figures.tabular import delimited

        found = self.resource(table)
        twin = next((one for one in found.get("alternates", ()) if one.get("format") == "parquet"), None)
        if twin is None:
            raise _broken(self, table, "it has no Parquet file")
        with parquet.ParquetFile(io.BytesIO(self.verified(twin["path"], twin["hash"]))) as file:
            if self.known is None:
                return file.read(columns=columns).replace_schema_metadata(None)
            whole = file.read().replace_schema_metadata(None)
        found_hash = delimited.content_hash(whole)
        if found_hash != self.known.get(table):
            raise _broken(self, twin["path"], f"these are not the rows that were released: their hash is {found_hash}, it was {self.known.get(table)}")
        return whole if columns is None else whole.select(columns)

    def verified(self, path: str, expected: str) -> bytes:
        """Read a file whose SHA-256, written ``sha256:…``, has to be ``expected``; InputError where it is another."""
        try:
            data = self.file(path)
        except KeyError:
            raise _broken(self, path, "the file is not there") from None
        found = sha256(data)
        if found != expected:
            raise _broken(self, path, f"the file is not the one that was published: its hash is {found}, the descriptor says {expected}")
        return data


def open_package(where: str | Path) -> Package:
    """Open a published package: a folder with a ``datapackage.json``, that file, or a zip that holds such a folder.

    Raises:
        UsageError: there is nothing at that path, or it is no package.
        InputError: the zip cannot be read.
    """
    path = Path(where)
    if path.name == DESCRIPTOR and path.is_file():
        path = path.parent
    if path.is_dir():
        if not (path / DESCRIPTOR).is_file():
            raise UsageError(f"there is no {DESCRIPTOR} in this folder", path=path, remedy="Name the folder of a release, or its zip")
        return Package(str(where), lambda name: _in_folder(path, name))
    if not path.is_file():
        raise UsageError("there is nothing at this path", path=path, remedy="Name the folder of a release, or its zip")
    return from_zip(path.read_bytes(), str(where))


def from_zip(data: bytes, where: str) -> Package:
    """Open the bytes of a zip; nothing is written. ``where`` is what messages call it."""
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except (zipfile.BadZipFile, NotImplementedError, UnicodeDecodeError) as error:
        raise InputError(f"this is no zip that can be read: {error}", path=where, remedy="Fetch it again") from None
    inside = [name for name in archive.namelist() if name == DESCRIPTOR or name.endswith(f"/{DESCRIPTOR}") and name.count("/") == 1]
    if len(inside) != 1:
        raise UsageError(f"the zip holds no package: there is not one {DESCRIPTOR} in it", path=where, remedy="Name the zip of a release")
    folder = inside[0].removesuffix(DESCRIPTOR)

    def file(name: str) -> bytes:
        try:
            return archive.read(folder + name)
        # RuntimeError for what is encrypted, NotImplementedError for what Python cannot unpack: bits that turned over can say so
        except (zipfile.BadZipFile, zlib.error, lzma.LZMAError, RuntimeError, NotImplementedError, EOFError, OSError) as error:
            raise InputError(f"{name} cannot be read: {error}", path=where, remedy="Fetch the zip again") from None

    return Package(where, file)


def _describes_tables(resources: object) -> bool:
    if not isinstance(resources, list) or not all(isinstance(one, dict) and isinstance(one.get("name"), str) for one in resources):
        return False
    twins = [one.get("alternates", []) for one in resources]
    return all(isinstance(listed, list) and all(isinstance(one, dict) and {"path", "hash"} <= one.keys() for one in listed) for listed in twins)


def _in_folder(folder: Path, name: str) -> bytes:
    path = folder / name
    # a descriptor may be anybody's: what it names outside its folder is not read
    if not path.resolve().is_relative_to(folder.resolve()) or not path.is_file():
        raise KeyError(name)
    return path.read_bytes()


def _broken(package: Package, what: str, why: str) -> InputError:
    return InputError(f"{what}: {why}", path=package.where, remedy="Fetch the release again, and check it against its SHA256SUMS")
