"""Where output goes: in colour on a terminal, plain in a pipe or a file; and where contributions go."""

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path


def print_page(page) -> None:
    """A page such as an `Explanation`: styled on a terminal, ``str()`` elsewhere, with no line broken anew."""
    if sys.stdout.isatty():
        from rich.console import Console

        Console().print(page)
    else:
        print(str(page))


@contextmanager
def working() -> Iterator[Callable[[str], None]]:
    """Give what shows the step that is going on: on a terminal a line that vanishes, in a pipe nothing."""
    if not sys.stderr.isatty():
        yield lambda what: None
        return
    from rich.console import Console
    from rich.markup import escape

    with Console(stderr=True).status("starting …") as status:
        yield lambda what: status.update(f"{escape(what)} …")


WIDE = 160  #: columns of a terminal from which every column of a table is drawn


def print_table(
    columns: list[str],
    rows: list[list],
    *,
    title: str | None = None,
    right: tuple[str, ...] = (),
    narrow: tuple[str, ...] | None = None,
) -> None:
    """A table: drawn on a terminal, tab-separated in a pipe so that cut and awk can read it.

    None is an empty cell; the columns named in ``right`` are set flush right. On a terminal of fewer
    columns than WIDE only those named in ``narrow`` are drawn, and of these the ones with any content.
    """
    cells = [["" if value is None else " ".join(str(value).split()) for value in row] for row in rows]
    if not sys.stdout.isatty():
        for row in [columns, *cells]:
            print("\t".join(row))
        return
    from rich import box
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    console = Console()
    shown = list(range(len(columns)))
    if narrow is not None and console.width < WIDE:
        shown = [k for k in shown if columns[k] in narrow and any(row[k] for row in cells)]
    table = Table(title=title, box=box.SIMPLE_HEAD, title_justify="left", title_style="bold")
    for k in shown:
        table.add_column(columns[k], justify="right" if columns[k] in right else "left", overflow="fold")
    for row in cells:
        table.add_row(*(Text(row[k]) for k in shown))
    console.print(table)


def seeds_folder(name: str) -> Path:
    """The folder ``name`` of the seeds of the checkout that the command is run in."""
    from conflict_figures.cli.build import find_checkout
    from conflict_figures.errors import UsageError

    root = find_checkout(Path.cwd())
    if root is None:
        raise UsageError("there is no checkout here to contribute to", remedy="Change to a clone of the repository, or say where with --into FOLDER")
    return root / "seeds" / name


def shown(path: Path) -> str:
    """A path as a reader can type it where they are: from the current folder if it is below it."""
    path, here = Path(os.path.abspath(path)), Path.cwd()
    return str(path.relative_to(here) if path.is_relative_to(here) else path)
