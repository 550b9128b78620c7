"""The list of releases, ``releases/index.json``: what was released when, in which file, with which SHA-256.

The file is written by the release command and goes with the package, so that a release that comes from elsewhere, an old
disk or a web address, can be told from one that was changed on the way.
"""

from __future__ import annotations

import datetime
import json
import re
from dataclasses import asdict, dataclass
from pathlib import Path

from conflict_figures import _paths
from conflict_figures.errors import InputError

INDEX = "index.json"
VERSION = re.compile(r"(0|[1-9][0-9]{0,8})[.](0|[1-9][0-9]{0,8})[.](0|[1-9][0-9]{0,8})")
#: A name and no path: an index may come from anywhere, and a file that it names is opened, or written to a cache.
_FILE = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,98}[.]zip")
_SHA256 = re.compile(r"[0-9a-f]{64}")


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


def is_day(written: object) -> bool:
    """Tell whether this is a day, YYYY-MM-DD.

    >>> is_day("2027-02-28"), is_day("2027-02-29")
    (True, False)
    """
    try:
        return isinstance(written, str) and datetime.date.fromisoformat(written).isoformat() == written
    except ValueError:
        return False


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
        found = [_release(one) for one in json.loads(data)["releases"]]
        return {one.version: one for one in sorted(found, key=lambda one: order(one.version))}
    except (ValueError, TypeError, KeyError, RecursionError) as error:
        raise InputError(f"this is no list of releases: {error}", path=where, remedy="Fetch it again, or restore it") from None


def encode(releases: dict[str, Release]) -> bytes:
    """Return the bytes of an index."""
    listed = [{key: value for key, value in asdict(releases[version]).items() if value is not None} for version in sorted(releases, key=order)]
    return (json.dumps({"releases": listed}, indent=2, ensure_ascii=False) + "\n").encode("utf-8")


def _release(said: dict) -> Release:
    one = Release(**said)
    for value, form in ((one.version, VERSION), (one.file, _FILE), (one.sha256, _SHA256)):
        if not form.fullmatch(value):
            raise ValueError(f"{value!r} is not written as it should be")
    if not is_day(one.date):
        raise ValueError(f"{one.date!r} is no day")
    if type(one.bytes) is not int or type(one.tables) is not dict or type(one.doi) not in (str, type(None)):
        raise TypeError(f"the line about {one.version} has values of other types")
    return one
