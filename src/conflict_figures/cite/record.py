"""The one record behind every style of citation: what is cited, by whom, in which version, since when."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from conflict_figures.cite.sources import Source
from conflict_figures.cite.words import one_line
from conflict_figures.errors import InputError

_DOI = re.compile(r"10\.[0-9]{4,9}/\S+", re.ASCII)
#: What stands in examples and drafts: DataCite's prefix for tests, prefixes that handbooks invent, words that wait for others.
_NOT_ISSUED = re.compile(r"10\.5072/|10\.1234/|10\.12345/|10\.0000/|\bx{3,}\b|\b(?:todo|tbd)\b|zenodo\.0|[<>{}\s\\]", re.IGNORECASE | re.ASCII)
_DAY = re.compile(r"[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])", re.ASCII)


@dataclass(frozen=True)
class Licence:
    """A licence: its SPDX id, its title and the address of its text."""

    name: str
    title: str | None = None
    url: str | None = None


@dataclass(frozen=True)
class Part:
    """What of a dataset is cited: a subset of a table, or one row.

    ``label`` names it ("12 rows of the table figures"); ``notes`` are the sentences that every style carries; ``rows`` is
    their number; ``sha256`` is the hash of the rows, ``sha256:…``, as :mod:`conflict_figures.cite.subset` defines it, or None
    for a row that is withdrawn. ``sources`` are the texts that the rows were read from.
    """

    label: str
    notes: tuple[str, ...]
    rows: int
    sha256: str | None
    sources: tuple[Source, ...]


@dataclass(frozen=True)
class Record:
    """A version of the dataset, and what is cited of it.

    ``date`` is the day of the release, ISO 8601, and None for data that are not a release; ``doi`` is bare
    (``10.…``) and there only where the release has one, ``homepage`` where the descriptor names one. ``creators`` and
    ``publisher`` are names of bodies. ``part`` is None where the whole dataset is cited. ``file`` names the zip of the release
    and its hash, where both are known.
    """

    name: str
    title: str
    version: str
    creators: tuple[str, ...]
    publisher: str
    description: str | None = None
    licences: tuple[Licence, ...] = ()
    keywords: tuple[str, ...] = ()
    date: str | None = None
    doi: str | None = None
    homepage: str | None = None
    part: Part | None = None
    file: str | None = None

    @property
    def year(self) -> str | None:
        """The year of the release."""
        return self.date[:4] if self.date else None

    @property
    def edition(self) -> str:
        """The version, and that it is none where the data are not those of a release."""
        return self.version if self.date else f"{self.version}, unreleased"

    @property
    def url(self) -> str | None:
        """The address that leads to the data: that of the DOI, or else the homepage; None where there is neither."""
        return f"https://doi.org/{self.doi}" if self.doi else self.homepage

    @property
    def notes(self) -> tuple[str, ...]:
        """What has to be said beside the fields, as sentences: that data are unreleased, and what of them is cited."""
        # without a DOI the hash of the file is what tells this release from anything else of its name
        which = (f"The release is the file {self.file}.",) if self.date and self.file and not self.doi else ()
        return (*(() if self.date else (UNRELEASED,)), *(self.part.notes if self.part else ()), *which)


UNRELEASED = "These data are not a release: they are a state of the dataset in development, which may change."


def record(descriptor: Mapping, *, date: str | None, doi: str | None) -> Record:
    """Return the record of a version of the dataset.

    Args:
        descriptor: the content of its ``datapackage.json``.
        date: the day of its release, ISO 8601; None for data that are not a release.
        doi: its DOI, bare or as an address; None where it has none. A DOI is never made up.

    Raises:
        InputError: the descriptor lacks what every citation needs (title, version, contributors); the date is no day; the DOI
            is none, or is one of those that stand in examples.

    >>> from conflict_figures import schema
    >>> found = record(schema.package(), date="2026-12-01", doi=None)
    >>> found.title, found.year, found.url
    ('Conflict figures', '2026', None)
    >>> record(schema.package(), date=None, doi="10.5072/conflict-figures")
    Traceback (most recent call last):
    conflict_figures.errors.InputError: '10.5072/conflict-figures' is not a DOI that was issued. Give the one that the registry issued, or none.
    """
    people = [one for one in descriptor.get("contributors") or () if one.get("title")]
    creators = _names([one for one in people if "creator" in _roles(one)] or people)
    publisher = _names([one for one in people if "publisher" in _roles(one)]) or creators
    for what, found in (("title", descriptor.get("title")), ("version", descriptor.get("version")), ("contributors", creators)):
        if not found:
            raise InputError(f"the dataset cannot be cited: its descriptor has no {what}", remedy=f"Add the {what} to the datapackage.json")
    if date is not None and not _DAY.fullmatch(date):
        raise InputError(f"{date!r} is no day", remedy="Write the day of the release as 2026-12-01")
    return Record(
        name=one_line(descriptor.get("name") or "dataset"),
        title=one_line(descriptor["title"]),
        version=one_line(descriptor["version"]),
        creators=creators,
        publisher=publisher[0],
        description=one_line(descriptor.get("description") or "") or None,
        licences=tuple(Licence(one.get("name") or one["path"], one.get("title"), one.get("path")) for one in descriptor.get("licenses") or ()),
        keywords=tuple(one_line(word) for word in descriptor.get("keywords") or ()),
        date=date,
        doi=None if doi is None else bare_doi(doi),
        homepage=descriptor.get("homepage"),
    )


def bare_doi(doi: str) -> str:
    """Return a DOI without the address of a resolver before it.

    >>> bare_doi("https://doi.org/10.17605/osf.io/abcde")
    '10.17605/osf.io/abcde'
    """
    bare = re.sub(r"^(?:https?://(?:dx\.)?doi\.org/|doi:)", "", doi, flags=re.IGNORECASE)
    if not _DOI.fullmatch(bare) or _NOT_ISSUED.search(bare):
        raise InputError(f"{doi!r} is not a DOI that was issued", remedy="Give the one that the registry issued, or none")
    return bare


def _names(people: list[Mapping]) -> tuple[str, ...]:
    return tuple(one_line(one["title"]) for one in people)


def _roles(contributor: Mapping) -> list[str]:
    # version 1 of the standard has a single role
    return contributor.get("roles") or [contributor.get("role")]
