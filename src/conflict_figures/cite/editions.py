"""What can be cited: the installed dataset, and every release that can be found."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property

from conflict_figures import _paths
from conflict_figures.cite.record import Record, bare_doi, record
from conflict_figures.errors import InputError
from conflict_figures.versions import index
from conflict_figures.versions import installed as at_hand
from conflict_figures.versions.find import VARIABLE, UnknownVersionError, find, known
from conflict_figures.versions.package import Package


@dataclass(frozen=True)
class Edition:
    """A state of the dataset: its files, and when it was released; None for a state that was not. A few releases have a DOI."""

    package: Package
    date: str | None = None
    doi: str | None = None
    file: str | None = None

    @property
    def version(self) -> str:
        """The number that it carries."""
        return self.package.version

    @cached_property
    def record(self) -> Record:
        """The citation of the whole of it."""
        return replace(record(self.package.descriptor, date=self.date, doi=self.doi), file=self.file)

    @property
    def named(self) -> str:
        """What sentences call it: "version 0.2.0", or that it is a state in development."""
        return f"version {self.version}" if self.date else f"the development state numbered {self.version}"

    def key(self, table: str) -> tuple[str, ...]:
        """The names of the columns that are the key of a table."""
        return tuple(self.package.schema(table)["primaryKey"])


def installed() -> Edition:
    """The dataset as it is installed, or as it stands in the checkout.

    It is a release only where each of its tables has the content hash of the release with its number: a checkout goes on
    carrying the number of the last release until the next.

    >>> import conflict_figures as cf
    >>> installed().version == cf.version()
    True
    """
    package = at_hand.installed()
    if package is None:
        raise InputError("the dataset is not there", path=_paths.data(), remedy="Run make data in the checkout, or install the package again")
    release = index.read().get(package.version)
    if release is None or release.tables != at_hand.content_hashes(package):
        return Edition(package)
    return Edition(package, release.date, release.doi, _file(release))


def released(version: str) -> Edition:
    """A release by its number, from the package or from where ``CONFLICT_FIGURES_RELEASES`` says.

    Raises:
        UnknownVersionError: no such release is known.
        InputError: what is found is not what was released.
    """
    try:
        package = find(version)
    except UnknownVersionError as error:
        # its own remedy is an argument of cf.load
        remedy = f"Known are: {', '.join(known()) or 'none'}. Set {VARIABLE} to where its release is"
        raise UnknownVersionError(error.message, remedy=remedy) from None
    release = index.read().get(version)
    if release is not None and release.tables == at_hand.content_hashes(package):
        # the list may know a DOI that came after the zip was made
        return Edition(package, release.date, release.doi, _file(release))
    created, identifier = package.descriptor.get("created"), package.descriptor.get("id")
    doi = bare_doi(identifier) if isinstance(identifier, str) and "doi.org/" in identifier else None
    return Edition(package, created[:10] if isinstance(created, str) else None, doi)


def of(version: str | None) -> Edition:
    """The installed dataset where that is what a version or None stands for, a release otherwise.

    In a checkout that has moved on from the release whose number it still carries, that number stands for the release.
    """
    here = installed()
    return here if version is None or version == here.version and (here.date or version not in known()) else released(version)


def _file(release: index.Release) -> str:
    return f"{release.file} with the SHA-256 {release.sha256}"
