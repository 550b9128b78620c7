"""``cf.versions()``: the versions that can be loaded."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from conflict_figures.versions.find import searched
from conflict_figures.versions.index import order
from conflict_figures.versions.installed import installed, released
from conflict_figures.versions.places import Listed, Place
from conflict_figures.versions.remote import Address

if TYPE_CHECKING:
    import pandas

_TEXT = ("version", "doi", "where", "sha256")


def versions(releases: str | Path | None = None) -> pandas.DataFrame:
    """The versions that ``cf.load(version=…)`` can load, one row each, the oldest first.

    Parameters
    ----------
    releases
        Where to look beside the package: a folder of releases, one release, its zip, or a web address; by default what the
        environment variable ``CONFLICT_FIGURES_RELEASES`` names. An address is asked for its list of releases and nothing else.

    Returns
    -------
    pandas.DataFrame
        ``version``; ``date`` of the release; ``rows`` in all its tables; ``tables``, how many; ``doi``, where it has one;
        ``where`` it would be loaded from; ``sha256`` of its zip, in hex; ``installed``, whether it is what ``cf.load()`` loads. Date
        and hash are missing for a state that was not released yet, ``rows`` for a release that is yet to be fetched.

    Raises
    ------
    InputError
        For a place where no releases are, and for a release that is not what was released.

    >>> import conflict_figures as cf
    >>> cf.version() in set(cf.versions()["version"])
    True
    """
    import pandas as pd
    import pyarrow as pa

    here = installed()
    at_hand = here.version if here is not None and released(here) else None
    rows = [_row(listed, place) | {"installed": listed.version == at_hand} for listed, place in _found(searched(releases))]
    columns = ("version", "date", "rows", "tables", "doi", "where", "sha256", "installed")
    frame = pd.DataFrame(rows, columns=columns)
    types = dict.fromkeys(_TEXT, "str") | {"rows": "Int64", "tables": "Int64", "installed": "bool"}
    return frame.astype(types | {"date": pd.ArrowDtype(pa.date32())})


def _found(places: tuple[Place, ...]) -> list[tuple[Listed, Place]]:
    found: dict[str, tuple[Listed, Place]] = {}
    for place in places:
        found = {version: (listed, place) for version, listed in place.listed().items()} | found
    return [found[version] for version in sorted(found, key=order)]


def _row(listed: Listed, place: Place) -> dict:
    from datetime import date

    # listing what an address has is no reason to fetch it
    package = None if isinstance(place, Address) else place.open(listed.version)
    row_counts = None if package is None else [package.resource(table).get("rowCount") for table in package.tables]
    return {
        "version": listed.version,
        "date": date.fromisoformat(listed.date) if listed.date else None,
        "rows": sum(row_counts) if row_counts and all(type(count) is int for count in row_counts) else None,
        "tables": listed.tables,
        "doi": listed.doi,
        "where": listed.where,
        "sha256": listed.sha256,
    }
