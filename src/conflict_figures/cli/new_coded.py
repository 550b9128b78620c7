"""``conflict-figures new coded``: the folder of a new batch of coded rows."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from conflict_figures.cli._terminal import seeds_folder, shown


def command(
    batch: Annotated[str, typer.Argument(help="A name: small letters, digits and single hyphens, as in river-war-2031.")],
    filled: Annotated[
        str | None, typer.Option("--from", metavar="FILE", help="A filled coding sheet (CSV), of which the tables are made.")
    ] = None,
    again: Annotated[bool, typer.Option("--again", help="Replace the tables that were made of the sheet before.")] = False,
    into: Annotated[str | None, typer.Option(metavar="FOLDER", help="Where to put the batch, if not into seeds/coded of this checkout.")] = None,
) -> None:
    """Make a batch of coded rows.

    Without --from, a folder with empty tables and template.csv, a coding sheet to fill in with any spreadsheet: one row
    a figure; README.md in the folder says what each column holds. With --from, the tables, made of the filled sheet; if a
    cell cannot be read, it is named with its line and the remedy, and nothing is written."""
    from conflict_figures.contribute import batch as batches
    from conflict_figures.errors import UsageError

    parent = seeds_folder("coded") if into is None else Path(into)
    if filled is None:
        if again:
            raise UsageError("--again is for tables made of a sheet", remedy="Name the sheet with --from FILE")
        folder = batches.create(parent, batch)
        sheet = shown(folder / batches.SHEET)
        print(f"Fill in {sheet}, one row a figure; {shown(folder / 'README.md')} says what the columns hold.")
        print(f"Then: conflict-figures new coded {batch} --from {sheet}")
        return
    if not Path(filled).is_file():
        raise UsageError("there is no such file", path=filled, remedy="Name a filled coding sheet; without --from an empty one is made")
    found, counts = batches.fill(parent, batch, Path(filled), again=again)
    if found:
        from conflict_figures.check.report import report

        print(report(found, []).to_text(sys.maxsize), file=sys.stderr)
        print("Nothing was written.", file=sys.stderr)
        raise typer.Exit(1)
    folder = shown(parent / batch)
    print(f"{folder}: {', '.join(f'{table} {count:,}' for table, count in counts.items())}.\nThen: conflict-figures validate {folder}")
