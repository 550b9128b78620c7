"""The list of releases, ``releases/index.json``: what was released when, in which file, with which SHA-256.

The file is written by the release command and goes with the package, so that a release that comes from elsewhere, an old
disk or a web address, can be told from one that was changed on the way.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from pathlib import Path

from conflict_figures import _paths
from conflict_figures.errors import InputError

INDEX = "index.json"


@dataclass(frozen=True)
class Release:
    """One release.

    ``date`` is the day it was made, ISO 8601; ``file`` the name of its zip; ``bytes`` and ``sha256`` (hex) are of that file;
    ``tables`` holds the content hash of each table, ``sha256:…``; ``doi`` is there only where one was given.
    """

    version: str
    date: str
    file: str
    bytes: int
    sha256: str
    tables: dict[str, str]
    doi: str | None = None


def order(version: str) -> tuple[int, ...]:
    """Return what versions sort by.

    >>> order("0.10.0") > order("0.9.1")
    True
    """
    return tuple(int(part) for part in version.split("."))


def read(folder: Path | None = None) -> dict[str, Release]:
    """Return the releases by version, oldest first; none where no index is.

    Args:
        folder: where ``index.json`` is; by default that of the package, or of the checkout.

    Raises:
        InputError: the index cannot be read.
    """
    path = (_paths.releases() if folder is None else folder) / INDEX
    if not path.is_file():
        return {}
    return parse(path.read_bytes(), str(path))


def parse(data: bytes, where: str) -> dict[str, Release]:
    """Read the bytes of an index; ``where`` is what messages call it."""
    try:
        found = [Release(**one) for one in json.loads(data)["releases"]]
        return {one.version: one for one in sorted(found, key=lambda one: order(one.version))}
    except (ValueError, TypeError, KeyError) as error:
        raise InputError(f"this is no list of releases: {error}", path=where, remedy="Fetch it again, or restore it") from None


def encode(releases: dict[str, Release]) -> bytes:
    """Return the bytes of an index."""
    listed = [{key: value for key, value in asdict(releases[version]).items() if value is not None} for version in sorted(releases, key=order)]
    return (json.dumps({"releases": listed}, indent=2, ensure_ascii=False) + "\n").encode("utf-8")
