"""Measure how fast two versions are compared, beside pandas: ``python bench/diff.py``.

Both run as commands, start-up included, on the same files, which are made anew: a table of figures in which one cell in a
hundred changed, and one row in a thousand came and went; as a release has it (Parquet, with a descriptor that gives its hash)
and as CSV. pandas merges the keys and compares the frames, and writes nothing down; our command does that and lists the
changes, once in short and once every one as a line of JSON. Prints medians, peak memory and ratios; nothing is judged.
"""

import argparse
import sys
import tempfile
from pathlib import Path

from comparing import versions
from terminal import progress
from validating import commands

_PEER = Path(__file__).with_name("comparing") / "with_pandas.py"
#: A name, the kind of file, the form that our command writes.
_CASES = (("Parquet, in short", "parquet", "text"), ("Parquet, every change", "parquet", "jsonl"), ("CSV, in short", "csv", "text"))


def ours(old: Path, new: Path, form: str, out: Path) -> list[str]:
    """Our command on two folders."""
    return [sys.executable, "-m", "conflict_figures", "diff", str(old), str(new), "--format", form, "--out", str(out)]


def theirs(old: Path, new: Path) -> list[str]:
    """pandas on the same two."""
    return [sys.executable, str(_PEER), str(old), str(new)]


def main(arguments: list[str] | None = None) -> int:
    """Run the command and return its exit code."""
    parser = argparse.ArgumentParser(prog="diff", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rows", type=int, default=1_000_000, help="of each version (default: 1000000)")
    parser.add_argument("--repeat", type=int, default=5, help="runs of our command (default: 5)")
    parser.add_argument("--peer-repeat", type=int, default=3, help="runs of pandas (default: 3); 0 leaves it out")
    asked = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory(prefix="diff-") as place:
        made = versions.tables(asked.rows)
        sides = {kind: [versions.write(Path(place) / kind / name, one, kind) for name, one in zip(("old", "new"), made, strict=True)] for kind in ("parquet", "csv")}
        del made
        rows = []
        for name, kind, form in progress(_CASES, "comparing", len(_CASES)):
            mine = commands.measure(ours(*sides[kind], form, Path(place) / f"out.{form}"), max(1, asked.repeat))
            peer = commands.measure(theirs(*sides[kind]), asked.peer_repeat) if asked.peer_repeat else None
            rows.append({"case": name, "rows": asked.rows, "ours": mine, "peer": peer})
    print(commands.table(rows, "pandas", 1))
    return 0


if __name__ == "__main__":
    sys.exit(main())
