"""A web address at which ``index.json`` and the zips lie, and the cache of what was fetched from there.

pooch keeps the cache: a file is written under a name of its own, and gets its place only when its SHA-256 is right, so that
nothing wrong ever lies there and two processes do not disturb each other.
"""

from __future__ import annotations

import hashlib
import io
import logging
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from conflict_figures.errors import InputError
from conflict_figures.versions import download, index
from conflict_figures.versions.package import Package
from conflict_figures.versions.places import Listed
from conflict_figures.versions.proof import check_index, same_bytes

#: Names the folder of the cache, instead of the one that pooch chooses.
VARIABLE = "CONFLICT_FIGURES_CACHE"
#: No index of releases is larger.
_INDEX_SIZE = 10_000_000


@dataclass(frozen=True)
class Address:
    """A web address. The package's own index is believed before that of the address, and what was once verified before a new answer."""

    url: str

    def listed(self) -> dict[str, Listed]:
        where = download.shown(self.url)
        return {one.version: Listed.of(one, where) for one in self._index.values()}

    def open(self, version: str) -> Package | None:
        release = self._known(version)
        if release is None:
            return None
        url = f"{self._base}/{release.file}"
        package = same_bytes(_fetched(url, release), release, download.shown(url))
        self._pin(release)
        return package

    def _known(self, version: str) -> index.Release | None:
        """The release whose hash the zip has to have; the server is asked only where it is not known yet."""
        release = index.read().get(version) or self._pinned().get(version)
        if release is None and version in self._index:
            release = self._index[version]
        return release

    @cached_property
    def _index(self) -> dict[str, index.Release]:
        url, out = f"{self._base}/{index.INDEX}", io.BytesIO()
        _pooch()
        download.download(url, out, _INDEX_SIZE, exact=False)
        try:
            found = index.parse(out.getvalue(), download.shown(url))
        except InputError as error:
            remedy = "Give the address of the folder with index.json and the zips; what came may be a page for people"
            raise InputError(error.message, path=error.path, remedy=remedy) from None
        for release in found.values():
            check_index(release, download.shown(url))
        return found

    @property
    def _base(self) -> str:
        return self.url.removesuffix(index.INDEX).rstrip("/")

    @property
    def _pins(self) -> Path:
        """The file that says which hashes were right: a release does not change, so that it need not be asked for again."""
        return cache() / f"index-{hashlib.sha256(self._base.encode()).hexdigest()[:16]}.json"

    def _pinned(self) -> dict[str, index.Release]:
        try:
            return index.parse(self._pins.read_bytes(), str(self._pins))
        except (OSError, InputError):
            return {}

    def _pin(self, release: index.Release) -> None:
        pinned = self._pinned()
        if release.version in index.read() or pinned.get(release.version) == release:
            return
        with _writing():
            descriptor, beside = tempfile.mkstemp(dir=self._pins.parent)
            try:
                with os.fdopen(descriptor, "wb") as out:
                    out.write(index.encode(pinned | {release.version: release}))
                os.replace(beside, self._pins)
            except BaseException:
                os.unlink(beside)
                raise


def is_address(releases: object) -> bool:
    """Tell whether a place is a web address.

    >>> is_address("https://example.org/releases"), is_address("releases")
    (True, False)
    """
    return isinstance(releases, str) and releases.lower().startswith(("http://", "https://"))


def cache() -> Path:
    """Return the folder of the cache; InputError where pooch, which keeps it, is not installed."""
    named = os.environ.get(VARIABLE)
    return Path(named) if named else Path(_pooch().os_cache("conflict-figures"))


def _fetched(url: str, release: index.Release) -> bytes:
    """Return the bytes of a zip, from the cache where they are still right, else from the address."""
    pooch = _pooch()

    def fetch(url: str, to: str, _pooch: object) -> None:
        with open(to, "w+b") as out:
            download.download(url, out, release.bytes)

    with _quiet(), _writing():
        try:
            # two addresses may have different zips of one name
            name = f"{release.sha256[:16]}-{release.file}"
            path = pooch.retrieve(url, f"sha256:{release.sha256}", fname=name, path=cache(), downloader=fetch)
        except InputError:
            raise
        except ValueError:
            why = f"what came is not the zip that was released as {release.version}: its SHA-256 is another than the index says"
            remedy = "Try again; if it stays so, the file or the index was changed: ask whoever keeps the address"
            raise InputError(why, path=download.shown(url), remedy=remedy) from None
        return Path(path).read_bytes()


def _pooch():
    try:
        import pooch
    except ImportError:
        why = "fetching a release from an address needs pooch, which is not installed"
        raise InputError(why, remedy='Run pip install pooch, or fetch the zip by other means and name it') from None
    return pooch


@contextmanager
def _writing() -> Iterator[None]:
    try:
        yield
    except OSError as error:
        where = error.filename or os.environ.get(VARIABLE) or "the cache"
        remedy = f"Name a folder that you may write to with {VARIABLE}"
        raise InputError(f"the cache cannot be written: {error.strerror or error}", path=where, remedy=remedy) from None


@contextmanager
def _quiet() -> Iterator[None]:
    """Keep pooch from saying on stderr what it does, as it would in a pipe too."""
    logger = _pooch().get_logger()
    before = logger.level
    logger.setLevel(logging.WARNING)
    try:
        yield
    finally:
        logger.setLevel(before)
