"""``conflict-figures why``: the words behind one figure."""

from typing import Annotated

import typer

from conflict_figures.cli._terminal import print_page


def command(
    figure_id: Annotated[str, typer.Argument(help="The id of a figure, from the column figure_id.")],
) -> None:
    """Show the words behind a figure.

    The sentence with the words marked, who said it citing whom, the dates, and what it is tied to."""
    from conflict_figures.explanation import why

    print_page(why(figure_id))
