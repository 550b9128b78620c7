"""``conflict-figures new text``: the two files of a new source text."""

from pathlib import Path
from typing import Annotated

import typer

from conflict_figures.cli._terminal import seeds_folder, shown


def command(
    identifier: Annotated[str, typer.Argument(metavar="ID", help="Small letters, digits and single hyphens, as in ministry-bulletin-2031-06-14.")],
    source: Annotated[str | None, typer.Option("--from", metavar="FILE", help="A file with the text, to be copied as it is.")] = None,
    into: Annotated[str | None, typer.Option(metavar="FOLDER", help="Where to put them, if not into seeds/texts of this checkout.")] = None,
) -> None:
    """Make the files of a new source text.

    The text, and its sidecar with every key of what is known about it. Nothing is ever written over."""
    from conflict_figures.contribute import text
    from conflict_figures.errors import UsageError

    folder = seeds_folder("texts") if into is None else Path(into)
    if source is not None and not Path(source).is_file():
        raise UsageError("there is no such file", path=source, remedy="Name a file with the text, or leave --from out and paste it later")
    words, sidecar = map(shown, text.create(folder, identifier, None if source is None else Path(source)))
    first = f"Paste the text into {words}, exactly as published" if source is None else f"The text is in {words}"
    print(f"{first}.\nSay in {sidecar} what is known about it.\nThen: conflict-figures validate {words}")
