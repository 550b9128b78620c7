"""``conflict-figures release``: make a release of what this checkout publishes."""

from pathlib import Path
from typing import Annotated

import typer

from conflict_figures.cli._terminal import working
from conflict_figures.cli.build import find_checkout
from conflict_figures.errors import UsageError


def command(
    version: Annotated[str, typer.Argument(help="The version that the checkout publishes, such as 0.2.0.")],
    date: Annotated[str, typer.Option(metavar="YYYY-MM-DD", help="The day of the release; no clock is read.")],
    doi: Annotated[str | None, typer.Option(help="The DOI that was reserved for this version, if one was.")] = None,
    into: Annotated[str | None, typer.Option(metavar="FOLDER", help="The folder of releases; releases/ of the checkout by default.")] = None,
) -> None:
    """Make a release: its folder, its zip, and its line in releases/index.json.

    Everything has to be committed, and the version has to be large enough for what changed since the release before. The
    same commit gives the same bytes, whoever makes the release and when. RELEASING.md tells the way."""
    root = find_checkout(Path.cwd())
    if root is None:
        raise UsageError("there is no checkout here to release", remedy="Change to a clone of the repository")
    from conflict_figures.release import make

    with working() as say:
        made = make.make(root, version, date, doi, None if into is None else Path(into), say)
    print(f"released {version} of {date}: {made.zip} ({made.release.bytes:,} bytes, sha256 {made.release.sha256})")
    if made.bump is None:
        print("the first release: there is none before it to compare with")
    else:
        print(f"the least version for what changed is {made.bump.least}, a {made.bump.level} change:")
        for reason in made.bump.reasons:
            print(f"  {reason}")
    print(f"commit {made.zip.name} and {made.zip.parent.name}/index.json")
