"""What can be cited: the installed dataset, and every release."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from conflict_figures import _paths
from conflict_figures.cite.record import Record, record
from conflict_figures.errors import InputError, UsageError, suggestion
from conflict_figures.versions import history, index
from conflict_figures.versions.package import DESCRIPTOR, Package


@dataclass(frozen=True)
class Edition:
    """A published state of the dataset: its files, and the release that it is; None where it is none."""

    package: Package
    release: index.Release | None

    @cached_property
    def record(self) -> Record:
        """The citation of the whole of it."""
        said = self.package.descriptor
        return record(said, date=self.release.date if self.release else None, doi=self.release.doi if self.release else None)

    @property
    def named(self) -> str:
        """What sentences call it: "version 0.2.0", or that it is a state in development."""
        return f"version {self.package.version}" if self.release else f"the development state numbered {self.package.version}"

    def key(self, table: str) -> tuple[str, ...]:
        """The names of the columns that are the key of a table."""
        return tuple(self.package.schema(table)["primaryKey"])


def installed() -> Edition:
    """The dataset as it is installed, or as it stands in the checkout.

    It is a release only where each of its tables has the content hash of the release with its number: a checkout goes on
    carrying the number of the last release until the next.

    >>> installed().package.where
    'the installed dataset'
    """
    package = Package("the installed dataset", _file)
    release = index.read().get(package.version)
    here = {name: package.resource(name).get("contentHash") for name in package.tables}
    return Edition(package, release if release and release.tables == here else None)


def released(version: str) -> Edition:
    """A release by its number; UsageError where there is none of this number."""
    known = index.read()
    if version not in known:
        remedy = suggestion(version, known, "version") if known else "Nothing is released yet; cf.cite() cites the installed data"
        raise UsageError(f"there is no release {version!r}", remedy=remedy)
    return Edition(history.local(known[version], _paths.releases()), known[version])


def of(version: str | None) -> Edition:
    """The installed dataset where that is what a version or None stands for, a release otherwise."""
    here = installed()
    return here if version in (None, here.package.version) else released(version)


def _file(name: str) -> bytes:
    # a wheel has the tables beside the descriptor, not in a folder below it
    path = _paths.descriptor() if name == DESCRIPTOR else _paths.data() / name.rpartition("/")[2]
    if not path.is_file():
        raise InputError("the dataset is not there", path=path, remedy="Run make data in the checkout, or install the package again")
    return path.read_bytes()
