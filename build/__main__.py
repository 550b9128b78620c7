"""Build the dataset: ``python build [--root FOLDER] [--force]``.

Runs the steps read → extract → decide → coded → join → relate → find → since → check → publish → dictionary. A step whose inputs and code are
those of its last run is skipped. Prints what each step read and wrote, and at the end what was built.

Exit codes: 0 built, 1 a fault in the input (nothing is written), 2 wrong use.
"""

import argparse
import os
import sys
from pathlib import Path

try:
    import conflict_figures  # noqa: F401
except ModuleNotFoundError:
    print("build: the package conflict_figures is not installed. Run make data, or pip install -e .", file=sys.stderr)
    sys.exit(2)

import check
import coded
import decide
import dictionary
import extract
import find
import graph
import join
import publish
import read
import relate
import screen
import since

from conflict_figures.check.finding import FindingsError
from conflict_figures.errors import InputError
from conflict_figures.publish import swap

STEPS = [read, extract, decide, coded, join, relate, find, since, check, publish, dictionary]


def build(root: Path, force: bool = False) -> None:
    """Run every step that has to run.

    Raises:
        InputError: something that a person wrote is wrong.
        FindingsError: the rows made of it are wrong.
    """
    with screen.lock(root) as lock:
        swap.repair(root)
        state = graph.State(root)
        for step in STEPS:
            key = graph.key(step, root)
            said = None if force else state.said(step, key)
            if said is None:
                said = step.run(graph.Job(root, screen.progress, lock))
                state.keep(step, key, said)
                screen.line(step.__name__, said)
            else:
                screen.line(step.__name__, "skipped, unchanged")
        screen.built(root)


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="build", description=__doc__.split("\n\n")[0])
    parser.add_argument("--root", type=Path, default=Path(__file__).resolve().parent.parent, help="the checkout to build")
    parser.add_argument("--force", action="store_true", help="run every step, changed or not")
    given = parser.parse_args(arguments)
    if not (given.root / "seeds").is_dir():
        print(f"build: there is no folder seeds in {given.root}. Name a checkout with --root.", file=sys.stderr)
        return 2
    try:
        build(given.root.resolve(), given.force)
    except (InputError, FindingsError) as error:
        print(error, file=sys.stderr)
        return 1
    except OSError as error:
        print(f"build: {error.filename or given.root}: {error.strerror}. Mend that and build again.", file=sys.stderr)
        return 1
    except Exception as error:
        if os.environ.get("CONFLICT_FIGURES_TRACEBACK"):
            raise
        fault = " ".join(f"{type(error).__name__}: {error}".split())
        print(f"build: the program failed ({fault}). Set CONFLICT_FIGURES_TRACEBACK=1 to see where.", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
