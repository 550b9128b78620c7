"""Tell whoever waits how far a validation is: bytes read, then questions asked.

Nobody listens unless :func:`telling` says so, and what is found does not depend on it.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar

#: Called with what is done, ``reading`` or ``checking``; by how much it went on; and by how much there is more to do than was known.
Listener = Callable[[str, int, int], None]

_LISTENER: ContextVar[Listener | None] = ContextVar("listener", default=None)


@contextmanager
def telling(listener: Listener) -> Iterator[None]:
    """Tell ``listener`` how the work goes on that is done below.

    >>> said = []
    >>> with telling(lambda *what: said.append(what)):
    ...     read(100)
    >>> read(100)
    >>> said
    [('reading', 100, 0)]
    """
    before = _LISTENER.set(listener)
    try:
        yield
    finally:
        _LISTENER.reset(before)


def read(count: int) -> None:
    """Say that so many more bytes of a file were read; how many there are, its reader's caller knows."""
    _tell("reading", count, 0)


def ask(count: int) -> None:
    """Say that so many more questions will be asked."""
    _tell("checking", 0, count)


def asked(count: int = 1) -> None:
    """Say that so many questions were asked."""
    _tell("checking", count, 0)


def _tell(what: str, done: int, more: int) -> None:
    listener = _LISTENER.get()
    if listener is not None:
        listener(what, done, more)
