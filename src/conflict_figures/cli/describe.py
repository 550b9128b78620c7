"""``conflict-figures describe``: the tables, or the columns of one."""

import sys
from typing import Annotated

import typer

from conflict_figures.cli._terminal import print_table


def command(
    table: Annotated[str | None, typer.Argument(help="A table; without one, all tables are listed.")] = None,
) -> None:
    """List the tables, or the columns of one.

    A column is shown with its types, unit, code list and meaning."""
    from conflict_figures.dataset import describe

    frame = describe(table)
    if sys.stdout.isatty():
        # a terminal has not the width for them
        frame = frame.drop(columns=["arrow", "pandas", "duckdb"], errors="ignore")
    rows = frame.astype(object).where(frame.notna(), None).values.tolist()
    print_table(list(frame.columns), rows, title=table, right=("rows", "columns"))
