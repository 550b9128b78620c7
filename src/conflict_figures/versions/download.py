"""Take one file from a web address: with a limit of time and of bytes, without redirects, and with one sentence for each thing that goes wrong."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, BinaryIO
from urllib.parse import urlsplit, urlunsplit

from conflict_figures.errors import InputError, UsageError

if TYPE_CHECKING:
    from urllib3 import HTTPResponse

#: Seconds without an answer, or without a further byte, after which a server is given up.
TIMEOUT = 30.0
#: Bytes a second that a server has to reach on the whole, for one that drips never lets ``TIMEOUT`` pass.
SLOWEST = 2_000
#: Seconds to wait before each further try when a connection broke; other faults do not go away by themselves.
PAUSES = (0.2, 1.0)
_CHUNK = 1 << 16


class _Broken(Exception):
    """A connection that failed in a way that a further try may mend."""


def download(url: str, out: BinaryIO, size: int, exact: bool = True) -> None:
    """Write what is at an address into ``out``.

    Args:
        size: how many bytes there are, or with ``exact=False`` how many there are at most.

    Raises:
        UsageError: it is no address.
        InputError: it could not be had, or is of another size.
    """
    for pause in (*PAUSES, None):
        out.seek(0)
        out.truncate()
        try:
            return _once(url, out, size, exact)
        except _Broken as error:
            if pause is None:
                raise InputError(str(error), path=shown(url), remedy="Check the address and the network, and try again") from None
            time.sleep(pause)


def shown(url: str) -> str:
    """Return an address as messages may show it.

    >>> shown("https://me:secret@example.org/releases")
    'https://example.org/releases'
    """
    try:
        parts = urlsplit(url)
    except ValueError:
        # it can be asked by nobody, so it holds no secret that works
        return url
    return urlunsplit(parts._replace(netloc=parts.netloc.rpartition("@")[2]))


def _once(url: str, out: BinaryIO, size: int, exact: bool) -> None:
    import requests
    from requests import exceptions as faults
    from urllib3 import exceptions as reading

    try:
        # compressed on the way, a file would have another size than the index says
        headers = {"Accept-Encoding": "identity"}
        with requests.get(url, stream=True, timeout=TIMEOUT, allow_redirects=False, headers=headers) as answer:
            _answered(answer.status_code, answer.headers.get("Location"), url)
            got = _copy(answer.raw, out, size, url)
    except InputError:
        raise
    except (faults.Timeout, reading.TimeoutError):
        raise _late(url) from None
    except (faults.SSLError, faults.ProxyError) as error:
        what = "does not prove to be the one that the address names" if isinstance(error, faults.SSLError) else "cannot be reached through the proxy"
        raise InputError(f"the server {what}", path=shown(url), remedy="Check the address and the network") from None
    except faults.ConnectionError as error:
        raise _Broken("there is no connection to the server") from error
    except (faults.RequestException, ValueError) as error:
        # among them those of urllib3 for a host that nobody can have
        raise UsageError(f"this is no address that can be asked: {error}", path=shown(url), remedy="Write it as https://…") from None
    except reading.HTTPError as error:
        raise _Broken("the connection broke off before all had come") from error
    if exact and got != size:
        why = f"{got:,} bytes came and the release has {size:,}: it was cut short, or is another file, such as an error page"
        raise InputError(why, path=shown(url), remedy="Check the address, and try again")


def _answered(status: int, location: str | None, url: str) -> None:
    if status == 200:
        return
    if 300 <= status < 400:
        # a login page, or a server that the reader did not name
        why = f"the server sends on to another address, {shown(location or 'which it does not name')}"
        raise InputError(why, path=shown(url), remedy="Give the address at which the files lie themselves")
    if status >= 500:
        raise _Broken(f"the server answered with an error of its own, {status}")
    why = f"the server answered {status}" + (", not found" if status == 404 else "")
    raise InputError(why, path=shown(url), remedy="Give the address of the folder with index.json and the zips")


def _copy(answer: HTTPResponse, out: BinaryIO, size: int, url: str) -> int:
    got, ends = 0, time.monotonic() + TIMEOUT + size / SLOWEST
    with _telling(size) as tell:
        # what has come is looked at as it comes: a read of a whole chunk would wait for ever on a server that drips
        # (urllib3 1 has no such read; small chunks are the next best)
        read = getattr(answer, "read1", None) or (lambda size: answer.read(size >> 8))
        while chunk := read(_CHUNK):
            got += len(chunk)
            if got > size:
                why = f"more came than the {size:,} bytes that it may have"
                raise InputError(why, path=shown(url), remedy="Check the address; this is another file, or it was changed")
            if time.monotonic() > ends:
                raise _late(url)
            out.write(chunk)
            tell(len(chunk))
    return got


def _late(url: str) -> InputError:
    return InputError("the server is too slow: it was given up", path=shown(url), remedy="Try again later, or fetch the zip by other means and name it")


@contextmanager
def _telling(size: int) -> Iterator[Callable[[int], None]]:
    """Show a bar on a terminal; a pipe sees nothing of it."""
    if not sys.stderr.isatty():
        yield lambda more: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, DownloadColumn, Progress, TextColumn

    with Progress(TextColumn("fetching"), BarColumn(), DownloadColumn(), console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("fetching", total=size)
        yield lambda more: bar.advance(task, more)
