"""Find the sources in ``seeds/texts/`` and read each one."""

import hashlib
import re
from dataclasses import dataclass
from pathlib import Path

from conflict_figures.errors import InputError
from conflict_figures.seeds import sidecar, utf8

_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_SUFFIXES = (".txt", ".yaml")


@dataclass(frozen=True)
class Source:
    """One source: its text and its row of the table ``sources``."""

    source_id: str
    text: str
    row: dict


def read(root: Path) -> list[Source]:
    """Read every source below ``root / "seeds" / "texts"``, sorted by id.

    Raises:
        InputError: for the first fault, in the order of the file names.
    """
    return [_source(root, identifier) for identifier in identifiers(root)]


def identifiers(root: Path) -> list[str]:
    """Return the ids of all sources, sorted; each has its text and its sidecar.

    Raises:
        InputError: two files claim one id, a file is neither a text nor a sidecar, a text has no
            sidecar or a sidecar no text, an id is not lower case with hyphens, or there is no source.
    """
    folder = root / "seeds" / "texts"
    names = sorted(p.name for p in folder.iterdir() if not p.name.startswith(".")) if folder.is_dir() else []
    if not names:
        raise InputError("there is no source", path="seeds/texts", remedy="Add <id>.txt and <id>.yaml")
    seen: dict[tuple[str, str], str] = {}
    for name in names:
        _claim_id(name, seen)
    for name in names:
        _refuse_odd(folder, name)
    found = sorted({Path(name).stem for name in names})
    for identifier in found:
        for suffix, other in zip(_SUFFIXES, reversed(_SUFFIXES), strict=True):
            if not (folder / (identifier + suffix)).is_file():
                what = "text" if suffix == ".txt" else "sidecar"
                raise InputError(
                    f"the source `{identifier}` has no {what}",
                    path=f"seeds/texts/{identifier}{other}",
                    remedy=f"Add seeds/texts/{identifier}{suffix}, or delete this file",
                )
    return found


def _claim_id(name: str, seen: dict[tuple[str, str], str]) -> None:
    """Refuse a file name whose id another file has already taken."""
    path = f"seeds/texts/{name}"
    stem, suffix = Path(name).stem, Path(name).suffix
    # .yml and .yaml, .txt and .TXT, A and a are one source to a reader, and on some disks one file
    role = {".yml": ".yaml", ".text": ".txt"}.get(suffix.lower(), suffix.lower())
    key = (stem.casefold(), role)
    if key in seen:
        raise InputError(
            f"two sources have the id `{stem.casefold()}`: this file and {seen[key]}",
            path=path,
            remedy="Rename or delete one of them",
        )
    twin = next((other for (taken, _), other in seen.items() if taken == key[0] and Path(other).stem != stem), None)
    if twin is not None:
        raise InputError(
            f"two sources have the id `{stem.casefold()}`: this file and {twin}",
            path=path,
            remedy="Give a text and its sidecar one name, in lower case, and other sources another",
        )
    seen[key] = name


def _refuse_odd(folder: Path, name: str) -> None:
    """Refuse a file name that names no source."""
    path = f"seeds/texts/{name}"
    stem, suffix = Path(name).stem, Path(name).suffix
    if suffix not in _SUFFIXES or not (folder / name).is_file():
        raise InputError(
            "this is neither a text nor a sidecar", path=path, remedy="Name it <id>.txt or <id>.yaml, or move it away"
        )
    if not _ID.fullmatch(stem):
        raise InputError(
            f"`{stem}` is not an id of a source",
            path=path,
            remedy="Use lower-case letters, digits and single hyphens, as in nk-losses-2025",
        )


def _source(root: Path, identifier: str) -> Source:
    name = f"seeds/texts/{identifier}.txt"
    facts = sidecar.read(root / f"seeds/texts/{identifier}.yaml", f"seeds/texts/{identifier}.yaml")
    text = utf8.read(root / name, name)
    if not text.strip():
        raise InputError(
            "the text is empty", path=name, line=1, remedy="Paste the source's text, or delete the file and its sidecar"
        )
    return Source(identifier, text, row(identifier, text, facts))


def row(identifier: str, text: str, known: sidecar.Sidecar) -> dict:
    """Return the row of the table ``sources``; people wrote it, and nobody has read it a second time."""
    inferred = known.inferred or {}
    row = {"source_id": identifier, "kind": known.facts["kind"]}
    row |= {key: known.facts[key] for key in ("publisher", "title", "author", "url", "language", "published")}
    row["published_inferred"] = inferred.get("value")
    row["published_inferred_basis"] = inferred.get("basis")
    row["published_inferred_confidence"] = inferred.get("confidence")
    row |= {key: known.facts[key] for key in ("accessed", "licence", "rights")}
    row["unknown"] = "; ".join(f"{key}: {known.unknown[key]}" for key in sidecar.FACTS if key in known.unknown) or None
    row["text_sha256"] = sha256(text)
    row["text_length"] = len(text)
    return row | {"coded_by": "hand", "review": "unchecked"}


def sha256(text: str) -> str:
    """Return the SHA-256 of the text's UTF-8 bytes, in hex.

    >>> sha256("abc")[:8]
    'ba7816bf'
    """
    return hashlib.sha256(text.encode("utf-8")).hexdigest()
