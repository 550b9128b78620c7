"""What a descriptor says of its files, compared with them: their bytes, their hash, their rows."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from conflict_figures.check.finding import Finding
from conflict_figures.check.reading.sheet import fault
from conflict_figures.wording import counted

#: The algorithms that the standard names; a hash without one is MD5.
_ALGORITHMS = {"md5": 32, "sha1": 40, "sha256": 64, "sha512": 128}
_REMEDY = "Put back the file that was described, or describe this one anew: build the package again"


@dataclass(frozen=True)
class Promise:
    """What is said of one file, which findings call ``called``; what is not said is ``None``."""

    path: Path
    called: str
    bytes: int | None
    hash: str | None
    rows: int | None


def promise(path: Path, called: str, described: Mapping) -> Promise:
    """Read what ``described``, a resource or an alternate of one, says of its file.

    ``bytes`` and ``hash`` are the standard's; rows are ``rowCount``, or ``rows`` as frictionless writes it. A value of another
    type is left to the standard's rules, and so is a hash by an algorithm that the standard does not name.

    >>> said = promise(Path("a.csv"), "a.csv", {"bytes": 12, "hash": "sha256:00", "rowCount": "3"})
    >>> said.bytes, said.hash, said.rows
    (12, None, None)
    """
    said = described.get("hash")
    rows = described.get("rowCount", described.get("rows"))
    return Promise(path, called, _whole(described.get("bytes")), said if isinstance(said, str) and _parted(said) else None, _whole(rows))


def compare(one: Promise, rows: int | None, descriptor: str) -> list[Finding]:
    """Return one finding where the file is not the one that was described, with all that differs.

    Args:
        rows: how many rows were read of it; ``None`` where that is not known.
        descriptor: how findings call the descriptor.
    """
    said, found = [], []
    size = one.path.stat().st_size
    if one.bytes not in (None, size):
        said.append(counted(one.bytes, "byte"))
        found.append(counted(size, "byte"))
    elif one.hash is not None:
        algorithm, wanted = _parted(one.hash)
        hashed = _hash(one.path, algorithm)
        if hashed != wanted:
            said.append(f"the {algorithm} {_short(wanted)}")
            found.append(_short(hashed))
    if rows is not None and one.rows not in (None, rows):
        said.append(counted(one.rows, "row"))
        found.append(counted(rows, "row"))
    if not said:
        return []
    message = f"{descriptor.rpartition('/')[2]} says that the file has {' and '.join(said)}; it has {' and '.join(found)}"
    return [fault("datapackage", one.called, "file-differs", message, _REMEDY)]


def _whole(value: object) -> int | None:
    return value if isinstance(value, int) and not isinstance(value, bool) else None


def _parted(said: str) -> tuple[str, str] | None:
    """Return algorithm and digits of a hash, ``None`` where it is none that can be compared."""
    algorithm, _, digits = said.rpartition(":")
    algorithm, digits = algorithm.lower().replace("-", "") or "md5", digits.lower()
    return (algorithm, digits) if _ALGORITHMS.get(algorithm) == len(digits) else None


def _short(digits: str) -> str:
    return f"{digits[:12]}…"


def _hash(path: Path, algorithm: str) -> str:
    with open(path, "rb") as file:
        # no protection against anybody, a comparison only: MD5 is what older descriptors hold
        return hashlib.file_digest(file, lambda: hashlib.new(algorithm, usedforsecurity=False)).hexdigest()
