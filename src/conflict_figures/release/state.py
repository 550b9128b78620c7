"""Is a checkout in a state to be released: all committed, one version everywhere, licensed, its files those described?"""

from __future__ import annotations

import re
import subprocess
from datetime import date
from pathlib import Path

from conflict_figures.cite.record import bare_doi
from conflict_figures.errors import InputError, UsageError
from conflict_figures.versions import index
from conflict_figures.versions.package import DESCRIPTOR, Package, open_package

#: What is generated from the rest: it is committed by running the build, not by hand.
GENERATED = ("data/", DESCRIPTOR, "docs/data-dictionary.md")
LICENCE, CITATION, CHANGELOG = "LICENSE-DATA", "CITATION.cff", "CHANGELOG.md"


def check_version(version: str) -> None:
    """UsageError unless ``version`` is written X.Y.Z."""
    if not index.VERSION.fullmatch(version):
        raise UsageError(f"{version!r} is no version", remedy="Write three numbers, such as 0.2.0")


def check_day(day: str) -> None:
    """UsageError unless ``day`` is a day of the calendar, YYYY-MM-DD."""
    try:
        written = date.fromisoformat(day).isoformat() == day
    except ValueError:
        written = False
    if not written:
        raise UsageError(f"{day!r} is no day", remedy="Write the day of the release as YYYY-MM-DD")


def check_doi(doi: str | None) -> None:
    """UsageError for what is no DOI, or stands for one that is yet to come.

    >>> check_doi("10.5281/zenodo.8101234")
    >>> check_doi("10.5281/zenodo.XXXXXXX")
    Traceback (most recent call last):
        ...
    conflict_figures.errors.UsageError: '10.5281/zenodo.XXXXXXX' is not a DOI that was issued. Give the DOI that was reserved for this version, or none.
    """
    if doi is None:
        return
    try:
        bare = bare_doi(doi)
    except InputError as error:
        raise UsageError(error.message, remedy="Give the DOI that was reserved for this version, or none") from None
    if bare != doi:
        raise UsageError(f"{doi!r} is the address of a DOI", remedy=f"Write the DOI alone: {bare}")


def check(root: Path, version: str, day: str) -> Package:
    """Return the package that is published in a checkout, if all of the checkout agrees that it is ``version``.

    Raises:
        InputError: the first thing that stands in the way, with what to do.
    """
    _licensed(root)
    _committed(root)
    if not (root / DESCRIPTOR).is_file():
        raise InputError("nothing is published in this checkout", path=root / DESCRIPTOR, remedy="Run make data, and commit what it makes")
    package = open_package(root)
    _one_version(root, package, version, day)
    for table in package.tables:
        described = package.resource(table)
        for file in (described, *described.get("alternates", ())):
            try:
                package.verified(file["path"], file["hash"])
            except InputError as error:
                raise InputError(error.message, path=root, remedy="Run make data, and commit what it makes") from None
    return package


def section(root: Path, version: str, day: str) -> str:
    """Return what the changelog says of a version; InputError where it says nothing of that version and day."""
    log = root / CHANGELOG
    words = log.read_text(encoding="utf-8") if log.is_file() else ""
    found = re.search(rf"^## {re.escape(version)} . {day} *$(.*?)(?=^## |\Z)", words, re.MULTILINE | re.DOTALL)
    if found is None or not found[1].strip():
        remedy = f"Head the part about it with: ## {version} – {day}"
        raise InputError(f"the changelog has no part about version {version} of {day}", path=log, remedy=remedy)
    return found[1].strip()


def check_new(version: str, released: dict[str, index.Release]) -> None:
    """InputError for a version that was released, or that is older than the latest."""
    if version in released:
        remedy = "A release is never made anew: raise the version in schemas/package.json and CITATION.cff"
        raise InputError(f"version {version} was released on {released[version].date}", remedy=remedy)
    later = [one for one in released if index.order(one) > index.order(version)]
    if later:
        raise InputError(f"version {later[-1]} is released already, and {version} is older", remedy="Release a later version")


def _licensed(root: Path) -> None:
    path = root / LICENCE
    if not path.is_file() or not path.read_text(encoding="utf-8").strip():
        raise InputError("the licence of the data is missing", path=path, remedy="Restore the file; nobody may use what has no licence")


def _committed(root: Path) -> None:
    command = ["git", "-C", str(root), "status", "--porcelain", "--untracked-files=all", "--no-renames", "-z"]
    try:
        done = subprocess.run(command, capture_output=True, check=False)
    except FileNotFoundError:
        raise InputError("git is not installed", remedy="Install it: a release is made of what is committed") from None
    if done.returncode:
        said = done.stderr.decode("utf-8", "replace").strip().partition("\n")[0]
        raise InputError(f"git does not know this checkout: {said}", path=root, remedy="Release from a clone: a release is made of what is committed")
    changed = [line[3:] for line in done.stdout.decode("utf-8", "replace").split("\0") if line]
    generated = [path for path in changed if path.startswith(GENERATED)]
    if generated:
        raise InputError(f"generated files are not committed: {_few(generated)}", path=root, remedy="Run make data and commit what it makes")
    if changed:
        raise InputError(f"the checkout has changes that are not committed: {_few(changed)}", path=root, remedy="Commit or drop them")


def _one_version(root: Path, package: Package, version: str, day: str) -> None:
    if package.version != version:
        remedy = "Write the version into schemas/package.json, run make data and commit"
        raise InputError(f"the checkout publishes version {package.version}, not {version}", path=root / DESCRIPTOR, remedy=remedy)
    if not package.descriptor.get("licenses"):
        raise InputError("the descriptor names no licence", path=root / DESCRIPTOR, remedy="Name it in schemas/package.json and run make data")
    _cited(root / CITATION, version, day)
    section(root, version, day)


def _cited(path: Path, version: str, day: str) -> None:
    words = path.read_text(encoding="utf-8") if path.is_file() else ""
    for key, value, needed in (("version", version, True), ("date-released", day, False)):
        said = re.search(rf"^{key}: *[\"']?(.*?)[\"']? *$", words, re.MULTILINE)
        if (said is None and needed) or (said is not None and said[1] != value):
            raise InputError(f"{CITATION} does not name version {version} of {day}", path=path, remedy=f"Write {key}: {value} there and commit")


def _few(paths: list[str]) -> str:
    more = f" and {len(paths) - 3} more" if len(paths) > 3 else ""
    return ", ".join(paths[:3]) + more
