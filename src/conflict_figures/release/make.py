"""Make a release of what a checkout publishes: its folder, its zip, and its line in the list of releases."""

from __future__ import annotations

import hashlib
import os
import shutil
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from conflict_figures.errors import InputError
from conflict_figures.release import archive, contents, state
from conflict_figures.release.bump import Bump, bump
from conflict_figures.release.described import Described
from conflict_figures.release.diff import Changes, diff
from conflict_figures.release.forms import listing
from conflict_figures.versions import history, index
from conflict_figures.versions.package import Package


@dataclass(frozen=True)
class Made:
    """A release that was made: where its folder and its zip are, and how its version came about (None for a first one)."""

    release: index.Release
    folder: Path
    zip: Path
    bump: Bump | None


def make(
    root: Path, version: str, date: str, doi: str | None = None, into: Path | None = None, progress: Callable[[str], None] = lambda what: None
) -> Made:
    """Release the version that the checkout ``root`` publishes. The same checkout and arguments give the same bytes.

    Args:
        date: the day of the release, ``YYYY-MM-DD``; no clock is read.
        doi: the DOI that was reserved for this version; without one none is written.
        into: the folder of releases; ``releases/`` of the checkout by default.
        progress: called with what is being done.

    Raises:
        UsageError: the version, day or DOI is not written as one.
        InputError: the version exists, the checkout is not in order, rows are gone without a reason, or the number is too small.
    """
    state.check_version(version)
    state.check_day(date)
    state.check_doi(doi)
    into = root / "releases" if into is None else into
    released = index.read(into)
    state.check_new(version, released)
    progress("looking at the checkout")
    package = state.check(root, version, date)
    progress("comparing with the release before")
    # the build stamped the rows against the checkout's releases, also where this one is written elsewhere
    before = history.before(version, root / "releases") or history.before(version, into)
    changes = None if before is None else diff(before, package)
    step = None if changes is None else _large_enough(version, before, package, changes)
    progress("writing")
    files = contents.files(root, Described(package, date, doi), changes)
    name = f"{package.descriptor['name']}-{version}"
    data = archive.encode(name, files)
    tables = {table: package.resource(table)["contentHash"] for table in package.tables}
    release = index.Release(version, date, f"{name}.zip", len(data), hashlib.sha256(data).hexdigest(), tables, doi)
    _put(into, name, files, data, index.encode(released | {version: release}))
    return Made(release, into / name, into / release.file, step)


def _large_enough(version: str, before: Package, package: Package, changes: Changes) -> Bump:
    """Return the bump that the changes ask for; InputError where the version is smaller or a row is gone without a word."""
    gone = _gone(changes, before, package)
    if gone:
        named = ", ".join(f"{key} of {table}" for table, key in gone[:3]) + (", …" if len(gone) > 3 else "")
        remedy = "Give each its reason in seeds/withdrawn.csv (table,key,reason,replaced_by,content), run make data and commit"
        raise InputError(f"{len(gone):,} rows of version {before.version} are gone without a reason: {named}", remedy=remedy)
    step = bump(changes)
    if index.order(version) < index.order(step.least):
        why = "; ".join(step.reasons)
        raise InputError(f"version {version} is too small after {before.version}: {why}", remedy=f"Release it as {step.least}")
    return step


def _gone(changes: Changes, before: Package, package: Package) -> list[tuple[str, str]]:
    """Return the rows that are gone without a tombstone, by table and key, from the tables that both have under one key."""
    both = set(before.tables) & set(package.tables)
    alike = (one for one in changes.tables if one.counted and one.table in both and one.old_key == one.rows.key)
    return sorted((one.table, listing.name(key)) for one in alike for key, _ in listing.gone(one, told=False))


def _put(into: Path, name: str, files: dict[str, bytes], data: bytes, listed: bytes) -> None:
    """Write all beside its place, then move it there; the list of releases comes last, and what it does not name is no release."""
    try:
        into.mkdir(parents=True, exist_ok=True)
        beside = Path(tempfile.mkdtemp(prefix=".making-", dir=into))
    except OSError as error:
        raise _unwritten(into, error) from None
    try:
        for path, content in files.items():
            (beside / name / path).parent.mkdir(parents=True, exist_ok=True)
            (beside / name / path).write_bytes(content)
        (beside / f"{name}.zip").write_bytes(data)
        (beside / index.INDEX).write_bytes(listed)
        _clear(into / name)
        for made in (name, f"{name}.zip", index.INDEX):
            os.replace(beside / made, into / made)
    except OSError as error:
        raise _unwritten(into, error) from None
    finally:
        shutil.rmtree(beside, ignore_errors=True)


def _clear(folder: Path) -> None:
    """Take away what an earlier try left in the place of the folder."""
    if folder.is_symlink() or folder.is_file():
        folder.unlink()
    shutil.rmtree(folder, ignore_errors=True)


def _unwritten(into: Path, error: OSError) -> InputError:
    why = f"the release could not be written: {error.strerror or error}"
    return InputError(why, path=error.filename or into, remedy="Make room, or say with --into where else to write it; then release again")
