"""Find a published version: where the reader says, and in the package."""

from __future__ import annotations

import os
from pathlib import Path

from conflict_figures.errors import UsageError
from conflict_figures.versions import places
from conflict_figures.versions.package import Package
from conflict_figures.versions.places import Listed, Place

#: Names where releases are, for those who do not want to say it each time.
VARIABLE = "CONFLICT_FIGURES_RELEASES"


def find(version: str, releases: str | Path | None = None) -> Package:
    """Open a published version, once it is known to be the one that was published.

    Args:
        version: such as ``"0.1.0"``.
        releases: where to look first: a folder of releases (``index.json`` and the zips), the folder of one release, or its
            zip. By default the environment variable ``CONFLICT_FIGURES_RELEASES`` says so. What goes with the package comes after.

    Raises:
        UsageError: no such version is known, or nothing is where ``releases`` points.
        InputError: what is there is not what was released.

    >>> import conflict_figures as cf
    >>> find(cf.version()).version == cf.version()
    True
    """
    for place in searched(releases):
        if version in place.listed():
            return place.open(version)
    have = ", ".join(known(releases)) or "none"
    raise UsageError(f"version {version!r} is not known", remedy=f"Known are: {have}. Name where it is with releases=, or with {VARIABLE}")


def known(releases: str | Path | None = None) -> dict[str, Listed]:
    """Return the versions that `find` can open, oldest first; arguments and errors are its own."""
    from conflict_figures.versions.index import order

    found: dict[str, Listed] = {}
    for place in searched(releases):
        found = place.listed() | found
    return {version: found[version] for version in sorted(found, key=order)}


def searched(releases: str | Path | None = None) -> tuple[Place, ...]:
    """Return where versions are looked for, in this order."""
    releases = releases or os.environ.get(VARIABLE)
    return (places.local(releases), *places.own()) if releases else places.own()
