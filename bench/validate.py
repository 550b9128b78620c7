"""Measure how fast a contribution is validated, beside frictionless: ``python bench/validate.py``.

Both run as commands, start-up included, on the same files, which are made anew: a large CSV table with its keys, the same as
Parquet, all tables of a contribution with the keys between them, and a contribution of 100 rows. The files hold no
fault. Prints medians, ratios and peak memory; nothing is judged. frictionless needs minutes for a million rows, five times:
``--peer-repeat 1`` shortens that, 0 leaves it out. ``--huge`` adds a table of ten million rows for our command alone.
"""

import argparse
import sys
import tempfile
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

from terminal import progress
from validating import commands, files, made

#: A table of figures and the few rows that it points at.
_LARGE, _CLAIMS = ("figures", "claims", "sources", "dates", "actors"), 250
#: A name, its tables (None for all), rows as a share of those asked for, the kind of file.
_CASES = (
    ("CSV, one large table", _LARGE, 1.0, "csv"),
    ("Parquet, one large table", _LARGE, 1.0, "parquet"),
    ("Parquet, a tenth", _LARGE, 0.1, "parquet"),
    ("CSV, all tables, a tenth", None, 0.1, "csv"),
    ("CSV, 100 rows", None, None, "csv"),
)
_SMALL, _HUGE = 100, 10_000_000
#: frictionless reads so many rows of Parquet in the time that it takes for ten times as many of CSV.
_PEER_PARQUET = 100_000


def write(folder: Path, size: int, suffix: str, names: tuple[str, ...] | None) -> int:
    """Make the files of a case and return the number of their rows."""
    tables = made.tables(size, suffix == "parquet", _CLAIMS if names else None)
    files.write(folder, tables, names or tables, suffix)
    return sum(tables[one].num_rows for one in names or tables)


def row(name: str, folder: Path, rows: int, repeat: int, peer_repeat: int) -> dict[str, object]:
    """Measure both commands on one folder."""
    mine = commands.measure(commands.ours(folder), repeat)
    theirs = commands.measure(commands.theirs(folder), peer_repeat) if peer_repeat else None
    return {"case": name, "rows": rows, "ours": mine, "peer": theirs}


def main(arguments: list[str] | None = None) -> int:
    """Run the command and return its exit code."""
    parser = argparse.ArgumentParser(prog="validate", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rows", type=int, default=1_000_000, help="of the large table (default: 1000000)")
    parser.add_argument("--repeat", type=int, default=5, help="runs of our command (default: 5)")
    parser.add_argument("--peer-repeat", type=int, default=5, help="runs of frictionless (default: 5)")
    parser.add_argument("--huge", action="store_true", help=f"also a table of {_HUGE:,} rows, once")
    asked = parser.parse_args(arguments)
    # what this process holds would be counted as memory of the commands that it starts, so another one makes the files
    apart = ProcessPoolExecutor(1, mp_context=get_context("spawn"))
    with tempfile.TemporaryDirectory(prefix="validate-") as place, apart:
        rows = []
        for number, (name, names, share, suffix) in enumerate(progress(_CASES, "validating", len(_CASES))):
            size = _SMALL if share is None else max(1, int(asked.rows * share))
            folder = Path(place) / str(number)
            count = apart.submit(write, folder, size, suffix, names).result()
            peer = 0 if suffix == "parquet" and size > _PEER_PARQUET else asked.peer_repeat
            rows.append(row(name, folder, count, max(1, asked.repeat), peer))
        if asked.huge:
            folder = Path(place) / "huge"
            count = apart.submit(write, folder, _HUGE, "csv", _LARGE).result()
            rows.append(row("CSV, one huge table", folder, count, 1, 0))
    print(commands.table(rows, "frictionless", 0))
    return 0


if __name__ == "__main__":
    sys.exit(main())
