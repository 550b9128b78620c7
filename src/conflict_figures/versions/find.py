"""Find a published version: where the reader says, and in the package."""

from __future__ import annotations

import os
from pathlib import Path

from conflict_figures.errors import InputError
from conflict_figures.versions import index, places
from conflict_figures.versions.package import Package
from conflict_figures.versions.places import Listed, Place
from conflict_figures.versions.remote import Address, is_address

#: Names where releases are, for those who do not want to say it each time.
VARIABLE = "CONFLICT_FIGURES_RELEASES"


class UnknownVersionError(InputError):
    """A version that is neither in the package nor where it was looked for."""


def find(version: str, releases: str | Path | None = None) -> Package:
    """Open a published version, once it is known to be the one that was published.

    Args:
        version: such as ``"0.1.0"``.
        releases: where to look beside the package: a folder of releases (``index.json`` and the zips), the folder of one
            release, its zip, or the web address of a folder of releases. By default the environment variable
            ``CONFLICT_FIGURES_RELEASES`` names it.

    Raises:
        UnknownVersionError: no such version is known; an InputError, for tomorrow it may be.
        UsageError: nothing is where ``releases`` points.
        InputError: what is there is not what was released, or it cannot be fetched.

    >>> import conflict_figures as cf
    >>> find(cf.version()).version == cf.version()
    True
    """
    order = searched(releases)
    for place in order:
        found = place.open(version)
        if found is not None:
            return found
    have = ", ".join(_known(order)) or "none"
    raise UnknownVersionError(f"version {version!r} is not known", remedy=f"Known are: {have}. Name where it is with releases=, or with {VARIABLE}")


def known(releases: str | Path | None = None) -> dict[str, Listed]:
    """Return the versions that `find` can open, oldest first; arguments and errors are its own."""
    return _known(searched(releases))


def searched(releases: str | Path | None = None) -> tuple[Place, ...]:
    """Return where versions are looked for, in this order.

    A place that is named comes before the package. An address comes after the releases of the package, for these are checked
    against the same hashes and need not be fetched. What the environment variable names is for what the package does not have.
    """
    released, at_hand = places.own()
    named = os.environ.get(VARIABLE)
    if releases is not None and is_address(releases):
        return released, Address(releases), at_hand
    if releases is not None:
        return places.local(releases), released, at_hand
    if named:
        return released, at_hand, Address(named) if is_address(named) else places.local(named)
    return released, at_hand


def _known(order: tuple[Place, ...]) -> dict[str, Listed]:
    found: dict[str, Listed] = {}
    for place in order:
        found = place.listed() | found
    return {version: found[version] for version in sorted(found, key=index.order)}
