"""``conflict-figures cite``: how to cite the dataset, a release, or one row."""

from enum import StrEnum
from typing import Annotated

import typer


class Style(StrEnum):
    text = "text"
    bibtex = "bibtex"
    ris = "ris"
    csl = "csl"
    cff = "cff"
    datacite = "datacite"


def command(
    what: Annotated[
        str | None,
        typer.Argument(metavar="ID", help="The id of a figure, claim, source or other row, or the number of a release; without one, the dataset."),
    ] = None,
    style: Annotated[Style, typer.Option(help="To read; or BibTeX, RIS, CSL-JSON, CITATION.cff or DataCite JSON for programs.")] = Style.text,
) -> None:
    """Print how to cite the dataset, a release, or one figure.

    A figure is cited with its words, who said it, and its source. Rows of a table are cited from Python, with cf.cite(df)."""
    from conflict_figures.cite.citation import cite

    print(cite(what, style=style.value))
