"""The version that goes with the package: the tables that ``load()`` reads, seen as a published package."""

from __future__ import annotations

from conflict_figures import _paths
from conflict_figures.versions import index
from conflict_figures.versions.package import DESCRIPTOR, Package


def installed() -> Package | None:
    """Return the package of the tables at hand, or None where nothing was published yet.

    >>> import conflict_figures as cf
    >>> installed().version == cf.version()
    True
    """
    return Package(str(_paths.descriptor().parent), _file) if _paths.descriptor().is_file() else None


def released(package: Package) -> bool:
    """Tell whether a package has the tables that were released as its version, as far as the package's own index knows that version.

    In a checkout the tables may have moved on while the version has not: then they are not what was released.
    """
    known = index.read().get(package.version)
    return known is None or known.tables == content_hashes(package)


def content_hashes(package: Package) -> dict[str, str | None]:
    """Return the content hash of each table, as the descriptor states it."""
    return {table: package.resource(table).get("contentHash") for table in package.tables}


def _file(name: str) -> bytes:
    # a wheel keeps the descriptor beside the tables, a checkout above them
    path = _paths.descriptor() if name == DESCRIPTOR else _paths.data() / name.removeprefix("data/")
    if not path.is_file():
        raise KeyError(name)
    return path.read_bytes()
