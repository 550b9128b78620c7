"""``conflict-figures validate``: every fault of a contribution, at its place, with what to do."""

import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from conflict_figures.cli._progress import working
from conflict_figures.cli._terminal import print_page
from conflict_figures.errors import UsageError


class Format(StrEnum):
    text = "text"
    json = "json"
    sarif = "sarif"
    github = "github"
    html = "html"


def command(
    path: Annotated[
        str | None,
        typer.Argument(help="A folder of tables, one CSV or Parquet file, a zip, a Data Package, a text with its sidecar, or a checkout."),
    ] = None,
    format: Annotated[
        Format, typer.Option(help="To read here; as JSON or SARIF for programs; as annotations of a CI run; or as one page.")
    ] = Format.text,
    out: Annotated[str | None, typer.Option(metavar="FILE", help="Write the report there instead of printing it.")] = None,
    all: Annotated[bool, typer.Option("--all", help="List every place of a fault, not only the first of many.")] = False,
    explain: Annotated[str | None, typer.Option(metavar="RULE", help="Say what a rule asks and how to mend a fault of it, and end.")] = None,
) -> None:
    """Check a contribution before it is sent.

    Each fault comes with its file and line, what is wrong with the value, what was expected and what to do. Exit code 0:
    nothing is wrong; 1: something is; 2: the command was used wrongly."""
    if explain is not None:
        from conflict_figures.check import rule_help

        if path is not None:
            raise UsageError("--explain takes no path", remedy="Ask for the rule alone, then validate")
        print(rule_help.explain(explain))
        return
    if path is None:
        raise UsageError("there is nothing to validate", remedy="Name a file or folder, or a rule with --explain RULE")
    if out is not None:
        _refuse_target(Path(out), Path(path))
    from conflict_figures.check.validation import LIMIT, validate

    with working(path):
        report = validate(path, limit=None if all else LIMIT)
        drawn = out is None and format is Format.text and sys.stdout.isatty()
        said = "" if drawn else _form(report, format, all)
    if drawn:
        from conflict_figures.check.reports import terminal

        print_page(terminal.page(report, sys.maxsize if all else 3))
    elif out is not None:
        _write(Path(out), said)
    elif said:
        sys.stdout.write(said if said.endswith("\n") else f"{said}\n")
    raise typer.Exit(0 if report.ok else 1)


def _form(report, format: Format, all: bool) -> str:
    if format is Format.text:
        return report.to_text(sys.maxsize) if all else report.to_text()
    return getattr(report, f"to_{format}")()


def _refuse_target(out: Path, path: Path) -> None:
    """Refuse, before the work, a target that cannot be the report's."""
    if out.is_dir():
        raise UsageError("this is a folder", path=str(out), remedy="Name a file for the report")
    if not out.parent.is_dir():
        raise UsageError("there is no such folder", path=str(out.parent), remedy="Make it, or name another file for the report")
    if path.exists() and out.resolve() == path.resolve():
        raise UsageError("this is what is to be validated", path=str(out), remedy="Name another file for the report")


def _write(out: Path, said: str) -> None:
    from conflict_figures.contribute.write import replace

    replace(out, said.encode("utf-8"))
