"""Show on a terminal how far a validation is; it vanishes when the report comes, and a pipe sees nothing of it."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

#: Kinds of files that are told about as they are read.
_TABLES = {".csv", ".parquet"}


@contextmanager
def working(path: str) -> Iterator[None]:
    """Show a bar while ``path`` is validated, or a sign of life where nobody knows how much there is to read."""
    if not sys.stderr.isatty():
        yield
        return
    from rich.console import Console
    from rich.markup import escape

    console = Console(stderr=True)
    size = size_of(Path(path))
    if not size:
        with console.status(f"validating {escape(path)} …"):
            yield
        return
    with _bar(console, size):
        yield


def size_of(path: Path) -> int | None:
    """Return how many bytes of tables there are to read, ``None`` where that is not known before: in a zip, by a descriptor.

    >>> size_of(Path("none.zip")) is None
    True
    """
    try:
        if path.is_dir():
            parts = [path / part for part in ("seeds", "data")] if (path / "seeds").is_dir() else [path]
            files = [file for part in parts for file in part.rglob("*") if not file.is_symlink()]
        else:
            files = [path]
        return sum(file.stat().st_size for file in files if file.suffix.lower() in _TABLES and file.is_file()) or None
    except OSError:
        return None


@contextmanager
def _bar(console, size: int) -> Iterator[None]:
    from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn, TimeElapsedColumn

    from conflict_figures.check import progress

    columns = (TextColumn("{task.description}"), BarColumn(), TaskProgressColumn(), TimeElapsedColumn())
    with Progress(*columns, console=console, transient=True) as shown:
        totals = {"reading": size, "checking": 0}
        tasks = {"reading": shown.add_task("reading", total=size)}

        def tell(what: str, done: int, more: int) -> None:
            if what not in tasks:
                shown.update(tasks["reading"], completed=size)
                tasks[what] = shown.add_task(what, total=0)
            totals[what] += more
            shown.update(tasks[what], advance=done, total=totals[what])

        with progress.telling(tell):
            yield
