"""``conflict-figures build``: make the dataset from the seeds of a checkout."""

import subprocess
import sys
from pathlib import Path

import typer

from conflict_figures.errors import UsageError


def command(context: typer.Context) -> None:
    """Build the dataset in a checkout.

    The same as python build there, from any folder of the checkout.

    Arguments are handed on to it; python build --help lists them.
    """
    root = find_checkout(Path.cwd())
    if root is None:
        raise UsageError(
            "there is no checkout here to build from",
            remedy="Change to a clone of the repository, where seeds/ and build/ are; to use the published tables, no build is needed",
        )
    # a process of its own: the build is a program with its own exit code, not a part of this package
    done = subprocess.run([sys.executable, str(root / "build"), "--root", str(root), *context.args], check=False)
    raise typer.Exit(done.returncode)


def find_checkout(start: Path) -> Path | None:
    """The nearest folder, from ``start`` upwards, that holds the build, the schemas and the seeds.

    >>> find_checkout(Path("/")) is None
    True
    """
    for folder in (start, *start.parents):
        if (folder / "build" / "__main__.py").is_file() and (folder / "schemas").is_dir() and (folder / "seeds").is_dir():
            return folder
    return None
