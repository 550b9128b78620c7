"""What the build shows: lines, a progress bar on a terminal, and a table of what was built."""

import fcntl
import json
import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from rich.console import Console
from rich.progress import track
from rich.table import Table

#: Fewer items than this are done before a bar could be read.
_WORTH_A_BAR = 20


def line(step: str, said: str) -> None:
    """Print what one step did."""
    print(f"{step:<11} {said}", flush=True)


def progress(items: Iterable, what: str) -> Iterable:
    """Yield ``items``, with a progress bar when there are many and someone is watching."""
    items = list(items)
    console = Console(file=sys.stderr)
    if not console.is_terminal or len(items) < _WORTH_A_BAR:
        return items
    return track(items, description=what, console=console, transient=True)


@contextmanager
def lock(root: Path) -> Iterator[int]:
    """Hold the checkout for one build at a time; a second one waits.

    The lock is on the folder itself, so that a build that is refused leaves no file behind, and it ends
    with the last process that holds it, however that ends.
    """
    handle = os.open(root, os.O_RDONLY)
    try:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            print("build: another build is at work here; waiting for it.", file=sys.stderr, flush=True)
            fcntl.flock(handle, fcntl.LOCK_EX)
        yield handle
    finally:
        os.close(handle)


def built(root: Path) -> None:
    """Print the tables that are published now, with their rows and sizes."""
    package = json.loads((root / "datapackage.json").read_text(encoding="utf-8"))
    shown = Table(title=f"{package['title']} {package['version']}", title_justify="left")
    shown.add_column("table")
    for heading in ("rows", "columns", "CSV bytes", "Parquet bytes"):
        shown.add_column(heading, justify="right")
    for resource in package["resources"]:
        shown.add_row(
            resource["name"],
            f"{resource['rowCount']:,}",
            str(len(resource["schema"]["fields"])),
            f"{resource['bytes']:,}",
            f"{resource['alternates'][0]['bytes']:,}",
        )
    Console().print(shown)
