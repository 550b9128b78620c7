"""Unpack a zip into a folder of our own, and nothing outside of it, and no more than a contribution may be."""

import stat
import zipfile
import zlib
from collections.abc import Sequence
from pathlib import Path, PurePosixPath

from conflict_figures.check.finding import Finding
from conflict_figures.check.reading.sheet import fault, shown

#: Bytes that a zip may hold once it is unpacked, and files.
MOST_BYTES = 4 << 30
MOST_FILES = 10_000
#: From this many bytes on, a file that was packed a hundredfold is a bomb and no table.
_SUSPECT, _RATIO = 256 << 20, 200
_PIECE = 1 << 20


def unpack(path: Path, folder: Path, name: str) -> list[Finding]:
    """Unpack the zip at ``path`` into ``folder``; what cannot be unpacked safely is a finding, and then nothing is kept."""
    try:
        with zipfile.ZipFile(path) as packed:
            members = [one for one in packed.infolist() if not one.is_dir() and not _of_the_system(one.filename)]
            if len(members) > MOST_FILES:
                return [_fault(name, "zip-too-large", f"the zip holds {len(members):,} files", "Pack the tables of the contribution alone")]
            found = [finding for one in members for finding in _refused(one, name)]
            return found or _write(packed, members, folder, name)
    except (zipfile.BadZipFile, zipfile.LargeZipFile, zlib.error, EOFError, NotImplementedError, OSError, ValueError) as error:
        return [_fault(name, "zip", f"the zip cannot be read: {str(error).rstrip('.')[:200]}", "Pack it again")]


def _of_the_system(name: str) -> bool:
    """Whether an operating system left the file in the zip by itself."""
    parts = PurePosixPath(name).parts
    return "__MACOSX" in parts or (bool(parts) and parts[-1] in (".DS_Store", "Thumbs.db"))


def _refused(one: zipfile.ZipInfo, name: str) -> list[Finding]:
    inside = f"{name}/{shown(one.filename)}"
    if not is_inside(one.filename):
        return [_fault(inside, "unsafe-path", f"'{shown(one.filename)}' leads out of the zip", "Pack the files by their names alone")]
    if stat.S_ISLNK(one.external_attr >> 16):
        return [_fault(inside, "link", "this is a link, and links are not followed", "Pack the file itself")]
    if one.flag_bits & 1:
        return [_fault(inside, "zip", "the file is encrypted", "Pack it again without a password")]
    return []


def is_inside(name: str) -> bool:
    """Say whether a relative path stays below the folder it is read from, on every system.

    >>> [is_inside(name) for name in ("data/a.csv", "../a.csv", "/a.csv", "C:/a.csv", "a/../../b", "https://x.org/a.csv")]
    [True, False, False, False, False, False]
    """
    parts: Sequence[str] = PurePosixPath(name.replace("\\", "/")).parts
    return bool(parts) and ".." not in parts and not name.startswith(("/", "\\", "~")) and ":" not in name and "\0" not in name


def _write(packed: zipfile.ZipFile, members: list[zipfile.ZipInfo], folder: Path, name: str) -> list[Finding]:
    total = 0
    for one in members:
        target = folder / one.filename.replace("\\", "/")
        target.parent.mkdir(parents=True, exist_ok=True)
        size = 0
        # what the zip says about sizes is not to be trusted, so bytes are counted as they come
        with packed.open(one) as source, open(target, "xb") as out:
            while piece := source.read(_PIECE):
                size += len(piece)
                if total + size > MOST_BYTES or (size > _SUSPECT and size > _RATIO * max(one.compress_size, 1)):
                    message = f"the file grows to more than {size:,} bytes when unpacked, of {one.compress_size:,}"
                    return [_fault(f"{name}/{shown(one.filename)}", "zip-too-large", message, "Pack the tables of the contribution alone")]
                out.write(piece)
        total += size
    return []


def _fault(path: str, rule: str, message: str, remedy: str) -> Finding:
    return fault("contribution", path, rule, message, remedy)
