"""What a person sees at a terminal: how far long work has come. In a pipe there is silence."""

import sys
from collections.abc import Iterable, Iterator


def progress(items: Iterable, what: str, total: int | None = None) -> Iterator:
    """Return the items one by one, with a bar on stderr while somebody watches it."""
    if not sys.stderr.isatty():
        yield from items
        return
    from rich.console import Console
    from rich.progress import track

    yield from track(items, description=what, total=total, console=Console(stderr=True), transient=True)
