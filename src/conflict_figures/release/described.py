"""What the descriptions of a release have in common: its package, its day, its DOI, its files."""

from __future__ import annotations

from dataclasses import dataclass

from conflict_figures.versions.package import Package


@dataclass(frozen=True)
class File:
    """One file of a table; ``sha256`` is in hex."""

    table: str
    path: str
    mediatype: str
    bytes: int
    sha256: str


@dataclass(frozen=True)
class Described:
    """A release that is about to be made. ``date`` is ISO 8601; ``doi`` only where one was reserved."""

    package: Package
    date: str
    doi: str | None

    @property
    def version(self) -> str:
        return self.package.version

    @property
    def said(self) -> dict:
        """What both of schema.org's kinds of description say of the dataset, besides its name."""
        package = self.package.descriptor
        return {
            "description": package.get("description", package["title"]),
            "version": self.version,
            "datePublished": self.date,
            "license": package["licenses"][0]["path"],
            "creator": self.creators,
            "keywords": package.get("keywords", []),
        }

    @property
    def creators(self) -> list[dict]:
        """The contributors, as schema.org names organisations and people: of a group the name is known, and no more."""
        return [{"@type": "Organization", "name": one["title"]} for one in self.package.descriptor["contributors"]]

    @property
    def files(self) -> list[File]:
        """The files of the tables, CSV and Parquet, in the order of the tables."""
        found = []
        for table in self.package.tables:
            resource = self.package.resource(table)
            for one in (resource, *resource.get("alternates", ())):
                found.append(File(table, one["path"], one["mediatype"], one["bytes"], one["hash"].removeprefix("sha256:")))
        return found
