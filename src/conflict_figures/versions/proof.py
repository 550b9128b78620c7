"""Is it what was released? Zips are asked by their SHA-256, unpacked folders by the content hashes of their tables."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from pathlib import Path

from conflict_figures.errors import InputError
from conflict_figures.versions import index
from conflict_figures.versions.installed import content_hashes
from conflict_figures.versions.package import DESCRIPTOR, Package, from_zip, open_package

SUMS = "SHA256SUMS"
_AGAIN = "Fetch the release again"


def same_bytes(data: bytes, release: index.Release, where: str) -> Package:
    """Open the bytes of a zip if they are those that were released; no byte is parsed before its SHA-256 is right."""
    found = hashlib.sha256(data).hexdigest()
    if found != release.sha256:
        said = f"its SHA-256 is {found}, the index says {release.sha256}"
        raise InputError(f"this is not the zip that was released as {release.version}: {said}", path=where, remedy=_AGAIN)
    return _of_version(from_zip(data, where), release)


def same_content(package: Package, release: index.Release | None) -> Package:
    """Return an unpacked release if its tables are those that were released, as far as that is known."""
    if release is None:
        return package
    found, expected = content_hashes(package), release.tables
    other = ", ".join(sorted(name for name in found.keys() | expected.keys() if found.get(name) != expected.get(name)))
    if other:
        raise InputError(f"this is not what was released as {release.version}: {other} has other content", path=package.where, remedy=_AGAIN)
    # the hashes in the descriptor are only what it says of itself: the rows are compared when they are read
    return _of_version(replace(package, known=release.tables), release)


def check_index(release: index.Release, where: str) -> None:
    """InputError where an index has another hash for a release than the index that goes with the package."""
    ours = index.read().get(release.version)
    if ours is not None and ours.sha256 != release.sha256:
        why = f"version {release.version} has another SHA-256 here ({release.sha256}) than it was released with ({ours.sha256})"
        raise InputError(why, path=where, remedy="Do not use these releases: they were changed")


def unpacked(folder: Path) -> Package:
    """Open a folder; its descriptor, by which all else is judged, has to be the one in its ``SHA256SUMS``."""
    sums = folder / SUMS
    if sums.is_file():
        listed = dict(reversed(line.split(None, 1)) for line in sums.read_text("utf-8", "replace").splitlines() if " " in line)
        found = hashlib.sha256((folder / DESCRIPTOR).read_bytes()).hexdigest()
        if listed.get(DESCRIPTOR, found) != found:
            raise InputError(f"{DESCRIPTOR} is not the one in {SUMS}: it was changed", path=folder / DESCRIPTOR, remedy=_AGAIN)
    return open_package(folder)


def _of_version(package: Package, release: index.Release) -> Package:
    if package.version != release.version:
        why = f"this is version {package.version}, and the index says {release.version}"
        raise InputError(why, path=package.where, remedy="Restore the index, or put the right zip in its place")
    return package
