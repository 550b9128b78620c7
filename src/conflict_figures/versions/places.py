"""Places where releases are on this machine: a folder of releases, one unpacked release, one zip, the package itself.

Each place says which releases it has (``listed``) and opens one of them (``open``), after it has compared it with what is
known of it: with the index of the place, and with the index that goes with the package, which whoever changed the place
could not change along with it.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from conflict_figures import _paths
from conflict_figures.errors import InputError, UsageError
from conflict_figures.versions import index
from conflict_figures.versions.installed import installed, released
from conflict_figures.versions.package import DESCRIPTOR, Package, from_zip
from conflict_figures.versions.proof import check_index, same_bytes, same_content, unpacked

#: What messages and lists call the place of what goes with the package.
PACKAGE = "the package"


@dataclass(frozen=True)
class Listed:
    """A release that a place has. ``tables`` is their number; ``date``, ``doi`` and ``sha256`` (of the zip, hex) may be unknown."""

    version: str
    where: str
    tables: int
    date: str | None = None
    doi: str | None = None
    sha256: str | None = None

    @classmethod
    def of(cls, release: index.Release, where: str) -> Listed:
        """What an index says of a release."""
        return cls(release.version, where, len(release.tables), release.date, release.doi, release.sha256)


class Place(Protocol):
    """Where releases may be."""

    def listed(self) -> dict[str, Listed]:
        """The releases that are there, by version."""

    def open(self, version: str) -> Package | None:
        """Open one of those, or return None for another; InputError where it is not what was released."""


@dataclass(frozen=True)
class Folder:
    """A folder with an ``index.json``, and beside it the zips, or the folders that they were unpacked to."""

    path: Path
    ours: bool = False

    def listed(self) -> dict[str, Listed]:
        return {one.version: Listed.of(one, PACKAGE if self.ours else str(self.path)) for one in self._there().values()}

    def open(self, version: str) -> Package | None:
        release = self._there().get(version)
        if release is None:
            return None
        check_index(release, str(self.path / index.INDEX))
        zipped, folder = self.path / release.file, self.path / Path(release.file).stem
        if not zipped.is_file() and (folder / DESCRIPTOR).is_file():
            return same_content(unpacked(folder), release)
        if not zipped.is_file():
            raise InputError(f"the zip of version {version} is not there", path=zipped, remedy="Put it back, or fetch it again")
        return same_bytes(zipped.read_bytes(), release, str(zipped))

    def _there(self) -> dict[str, index.Release]:
        found = index.read(self.path)
        # a package may be shipped with its index and without the zips: those may be had elsewhere
        return {version: one for version, one in found.items() if not self.ours or (self.path / one.file).is_file()}


@dataclass(frozen=True)
class Unpacked:
    """The folder of one release."""

    path: Path

    def listed(self) -> dict[str, Listed]:
        return _said(unpacked(self.path))

    def open(self, version: str) -> Package | None:
        package = unpacked(self.path)
        return same_content(package, index.read().get(version)) if package.version == version else None


@dataclass(frozen=True)
class Zip:
    """The zip of one release. Beside the package's own index, that of the folder in which it lies may know it."""

    path: Path

    def listed(self) -> dict[str, Listed]:
        data = self.path.read_bytes()
        release = self._released_as(data)
        if release is None:
            return _said(from_zip(data, str(self.path)), hashlib.sha256(data).hexdigest())
        return {release.version: Listed.of(release, str(self.path))}

    def open(self, version: str) -> Package | None:
        data = self.path.read_bytes()
        release = self._released_as(data)
        if release is not None:
            return same_bytes(data, release, str(self.path)) if release.version == version else None
        expected = self._indices().get(version)
        if expected is not None:
            return same_bytes(data, expected, str(self.path))
        # nobody knows the hash of this zip: what its descriptor says is all there is
        package = from_zip(data, str(self.path))
        return package if package.version == version else None

    def _released_as(self, data: bytes) -> index.Release | None:
        """The release that has exactly these bytes, if an index knows one."""
        found = hashlib.sha256(data).hexdigest()
        return next((one for one in self._indices().values() if one.sha256 == found), None)

    def _indices(self) -> dict[str, index.Release]:
        return index.read(self.path.parent) | index.read()


@dataclass(frozen=True)
class Installed:
    """The tables that go with the package, as long as they are those that were released as their version."""


    def listed(self) -> dict[str, Listed]:
        package = installed()
        return _said(package, where=PACKAGE) if package is not None and released(package) else {}

    def open(self, version: str) -> Package | None:
        return installed() if version in self.listed() else None


def local(releases: str | Path) -> Place:
    """Return the place at a path; UsageError where no release is there."""
    path = Path(releases)
    if path.name in (index.INDEX, DESCRIPTOR) and path.is_file():
        path = path.parent
    if (path / index.INDEX).is_file():
        return Folder(path)
    if (path / DESCRIPTOR).is_file():
        return Unpacked(path)
    if path.is_file():
        return Zip(path)
    why = f"there is no {index.INDEX} in this folder" if path.is_dir() else "there is nothing at this path"
    remedy = "Name a folder of releases with its index.json, the folder or the zip of one release, or an address"
    raise UsageError(why, path=path, remedy=remedy)


def own() -> tuple[Place, ...]:
    """Return the places that go with the package: its releases, and its tables."""
    return Folder(_paths.releases(), ours=True), Installed()


def _said(package: Package, sha256: str | None = None, where: str | None = None) -> dict[str, Listed]:
    version, created, identifier = (package.descriptor.get(key) for key in ("version", "created", "id"))
    if not isinstance(version, str) or not index.VERSION.fullmatch(version):
        raise InputError("the descriptor names no version as releases have it", path=package.where, remedy="Name a release, which has one")
    date = created[:10] if isinstance(created, str) and index.is_day(created[:10]) else None
    doi = identifier.removeprefix("https://doi.org/") if isinstance(identifier, str) else None
    return {version: Listed(version, where or package.where, len(package.tables), date, doi, sha256)}
