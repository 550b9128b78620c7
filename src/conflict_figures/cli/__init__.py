"""The command line: one module per command; the command's help is its function's docstring.

Exit codes: 0 fine, 1 a fault in the input, 2 wrong use. Faults go to stderr, as a sentence and what to do.
"""

import os
import sys

import typer

from conflict_figures.cli import build, describe, extract, why
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
app.command("extract")(extract.command)
app.command("describe")(describe.command)
app.command("why")(why.command)
app.command(
    "build",
    # what follows is the build's own business
    context_settings={"allow_extra_args": True, "ignore_unknown_options": True},
)(build.command)


def main() -> None:
    """Run the command line and end the process with its exit code."""
    # files and pipes get UTF-8 whatever the locale, so that the same command gives the same bytes everywhere
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8")
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
        fault = " ".join(f"{type(error).__name__}: {error}".split())
        return _say(f"the program failed ({fault}). Set CONFLICT_FIGURES_TRACEBACK=1 to see where, and report it as an issue.", 1)
    return 0


def _say(what: object, code: int) -> int:
    print(f"conflict-figures: {what}", file=sys.stderr)
    return code
