"""The command line: one module per command; the command's help is its function's docstring.

Exit codes: 0 fine, 1 a fault in the input, 2 wrong use. Faults go to stderr, as a sentence and what to do.
"""

import errno
import os
import sys
from typing import Annotated

from conflict_figures.cli import _start

_start.seldom_collect()  # before what takes long to load

import typer

from conflict_figures.cli import build, cite, describe, diff, extract, new_coded, new_text, release, validate, why
from conflict_figures.errors import InputError, UsageError

app = typer.Typer(
    name="conflict-figures",
    help="Numbers in conflict reporting, with who said them, citing whom, and in which words.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


@app.callback(invoke_without_command=True)
def _version(
    version: Annotated[bool, typer.Option("--version", help="Print the version of the dataset, to cite it, and end.")] = False,
) -> None:
    if version:
        from conflict_figures.dataset import version as current

        print(current())
        raise typer.Exit


app.command("extract")(extract.command)
app.command("describe")(describe.command)
app.command("why")(why.command)
app.command("cite")(cite.command)
app.command("validate")(validate.command)
app.command("diff")(diff.command)
app.command("release")(release.command)
new = typer.Typer(help="Make the files of a contribution: a source text, or a batch of coded rows.", no_args_is_help=True, rich_markup_mode=None)
new.command("text")(new_text.command)
new.command("coded")(new_coded.command)
app.add_typer(new, name="new")
app.command(
    "build",
    # what follows is the build's own business
    context_settings={"allow_extra_args": True, "ignore_unknown_options": True},
)(build.command)


# faults of the machine and not of the program: the disk is full, the file may not be written
_OUTSIDE = {errno.ENOSPC, errno.EDQUOT, errno.EACCES, errno.EPERM, errno.EROFS}


def main() -> None:
    """Run the command line and end the process with its exit code."""
    # files and pipes get UTF-8 whatever the locale, so that the same command gives the same bytes everywhere
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8")
    if sys.argv[1:2] in (["validate"], ["diff"]):
        _start.without_pandas()
    sys.exit(_run())


def _run() -> int:
    try:
        app(prog_name="conflict-figures")
    except SystemExit as leaving:
        return leaving.code if isinstance(leaving.code, int) else int(leaving.code is not None)
    except UsageError as error:
        return _say(error, 2)
    except InputError as error:
        return _say(error, 1)
    except BrokenPipeError:
        # the reader, such as head, has left; say nothing, also not when Python flushes at the end
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except Exception as error:
        if os.environ.get("CONFLICT_FIGURES_TRACEBACK"):
            raise
        if isinstance(error, OSError) and error.errno in _OUTSIDE:
            place = f" ({error.filename})" if error.filename else ""
            return _say(f"the output could not be written: {error.strerror}{place}. Make room, or write elsewhere.", 1)
        fault = " ".join(f"{type(error).__name__}: {error}".split())
        return _say(f"the program failed ({fault}). Set CONFLICT_FIGURES_TRACEBACK=1 to see where, and report it as an issue.", 1)
    return 0


def _say(what: object, code: int) -> int:
    print(f"conflict-figures: {what}", file=sys.stderr)
    return code
