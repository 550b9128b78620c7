"""The release that came before a version."""

from __future__ import annotations

from pathlib import Path

from conflict_figures.errors import InputError
from conflict_figures.versions import index
from conflict_figures.versions.package import Package
from conflict_figures.versions.proof import same_bytes


def before(version: str, folder: Path | None = None) -> Package | None:
    """Open the last release before ``version`` from a folder of releases; None where there is none.

    Args:
        folder: where ``index.json`` and the zips are; by default that of the package, or of the checkout.

    Raises:
        InputError: the zip is not there, or is not the one in the index.
    """
    from conflict_figures import _paths

    folder = _paths.releases() if folder is None else folder
    earlier = [one for one in index.read(folder).values() if index.order(one.version) < index.order(version)]
    return local(earlier[-1], folder) if earlier else None


def local(release: index.Release, folder: Path) -> Package:
    """Open a release from its zip in a folder; InputError where it is not there or is another file than was released."""
    path = folder / release.file
    if not path.is_file():
        raise InputError(f"the zip of version {release.version} is not there", path=path, remedy="Restore it; git keeps it")
    return same_bytes(path.read_bytes(), release, str(path))
