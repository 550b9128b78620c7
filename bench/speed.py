"""Measure how fast the extractor reads, on one core: ``python bench/speed.py``.

Prints million bytes a second, from text to plain rows, and the ratios to two others in the same run: a floor, the one
regular expression that finds digits and number words, and quantulum3, which reads quantities. Imports and DataFrames
are left out. Then one long text in growing sizes, each read in a fresh process: the speed should stay, the memory grow
slowly. Its rows are left out, for they are made when they are asked for, and weigh more than the reading. Nothing is
judged; another machine, or a busy one, gives other seconds.
"""

import argparse
import json
import sys

from terminal import progress
from timing import clock, long_text, readers, texts

_PEER_BYTES = 40_000  # a reader of 0.05 MB/s takes a second for them
_SIZES = "1,2,4,8,10"


def speeds(repeat: int) -> list[dict[str, object]]:
    """Return a row for each kind of text: its size, and the speed of each reader, None for a peer not installed."""
    peer = readers.peer()
    kinds = {"seeds": texts.seeds(), "golden": texts.golden(), "mix": texts.mix(), "plain": texts.plain_alone()}
    kinds = {name: found for name, found in kinds.items() if found}  # a release carries no source texts
    rows = []
    for name, found in progress(kinds.items(), "reading", len(kinds)):
        rows.append(
            {
                "texts": name,
                "bytes": texts.size(found),
                "extractor": clock.speed(readers.extractor, found, repeat),
                "floor": clock.speed(readers.floor, found, repeat),
                readers.PEER: clock.speed(peer, texts.sample(found, _PEER_BYTES), 1) if peer else None,
            }
        )
    return rows


def _table(rows: list[dict[str, object]]) -> str:
    lines = [f"{'MB/s':8} {'size':>9} {'extractor':>10} {'floor':>8} {readers.PEER:>11}   extractor to floor, to peer"]
    for row in rows:
        mine, floor, peer = row["extractor"], row["floor"], row[readers.PEER]
        shown = f"{peer:>11.3f}" if peer else f"{'–':>11}"
        ratio = f"{mine / peer:.0f} times" if peer else "–"
        lines.append(
            f"{row['texts']:8} {row['bytes'] / 1e3:>6.0f} kB {mine:>10.2f} {floor:>8.1f} {shown}   "
            f"1 : {floor / mine:.2g}, {ratio}"
        )
    return "\n".join(lines)


def _long_table(rows: list[long_text.Measured]) -> str:
    lines = ["one text   seconds    MB/s   peak memory (before reading)"]
    for row in rows:
        memory = f"{row.memory:.0f} MB ({row.memory_before:.0f} MB)" if row.memory else "not told by this system"
        lines.append(f"{row.megabytes:>5g} MB {row.seconds:>10.2f} {row.megabytes / row.seconds:>7.2f}   {memory}")
    return "\n".join(lines)


def _sizes(words: str) -> list[float]:
    found = [float(word) for word in words.split(",") if word]
    if any(size <= 0 for size in found):
        raise ValueError(words)
    return found


def main(arguments: list[str] | None = None) -> int:
    """Run the command and return its exit code."""
    parser = argparse.ArgumentParser(
        prog="speed", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--repeat", type=int, default=5, help="runs of which the best counts (default: 5)")
    parser.add_argument(
        "--sizes", type=_sizes, default=_SIZES, metavar="MB,MB", help=f"of the long text (default: {_SIZES})"
    )
    parser.add_argument("--json", action="store_true", help="print the figures as JSON")
    asked = parser.parse_args(arguments)
    rows = speeds(max(1, asked.repeat))
    grown = [long_text.measure(size) for size in progress(asked.sizes, "one long text", len(asked.sizes))]
    if asked.json:
        long = [{name: getattr(one, name) for name in one.__slots__} for one in grown]
        print(json.dumps({"speeds": rows, "long": long}, indent=1))
    else:
        print(_table(rows), *([_long_table(grown)] if grown else []), sep="\n\n")
    if rows[0][readers.PEER] is None:
        print(
            f"speed: {readers.PEER} is not installed, so its speed is left out. Run make peers first.", file=sys.stderr
        )
    return 0


if __name__ == "__main__":
    sys.exit(main())
