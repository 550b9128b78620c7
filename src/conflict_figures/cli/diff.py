"""``conflict-figures diff``: what changed from one version to another."""

import sys
from collections.abc import Iterable
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from conflict_figures.cli._terminal import working
from conflict_figures.errors import UsageError

_SIDE = "A version such as 0.1.0, the folder or zip of a release, a checkout, or a folder of tables."


class Format(StrEnum):
    text = "text"
    html = "html"
    jsonl = "jsonl"
    markdown = "markdown"


def command(
    old: Annotated[str, typer.Argument(help=_SIDE)],
    new: Annotated[str, typer.Argument(help="The same; what it is compared with.")],
    format: Annotated[
        Format, typer.Option(help="To read here; as one page; every change as a line of JSON for programs; or as change notes.")
    ] = Format.text,
    out: Annotated[str | None, typer.Option(metavar="FILE", help="Write it there instead of printing it.")] = None,
) -> None:
    """Tell what changed from one version of the dataset to another, and which version that asks for.

    Rows are compared by their key: added, changed (column, old, new), withdrawn with the reason, gone without one; fields, code
    lists and descriptions too. The exit code is 0 whether anything changed or not."""
    if out is not None:
        _refuse_target(Path(out), (Path(old), Path(new)))
    from conflict_figures.release.diff import diff
    from conflict_figures.release.sides import open_side

    with working() as say:
        say(f"opening {old}")
        before = open_side(old)
        say(f"opening {new}")
        changes = diff(before, open_side(new), say)
        # every change of a large table is more than should be held at once
        said: Iterable[str] = (f"{line}\n" for line in changes.lines()) if format is Format.jsonl else [getattr(changes, f"to_{format}")()]
        if out is not None:
            _write(Path(out), said)
    if out is None:
        sys.stdout.writelines(said)


def _refuse_target(out: Path, sides: tuple[Path, ...]) -> None:
    """Refuse, before the work, a target that cannot be written or that is what is compared."""
    if out.is_dir():
        raise UsageError("this is a folder", path=str(out), remedy="Name a file to write to")
    if not out.parent.is_dir():
        raise UsageError("there is no such folder", path=str(out.parent), remedy="Make it, or name another file to write to")
    for side in sides:
        if out.exists() and side.exists() and out.resolve() == side.resolve():
            raise UsageError("this is what is compared", path=str(out), remedy="Name another file to write to")


def _write(out: Path, said: Iterable[str]) -> None:
    from conflict_figures.contribute.write import replace

    replace(out, (part.encode("utf-8") for part in said))
