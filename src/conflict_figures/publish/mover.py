"""The three renames of a swap, as a program that a build starts and does not take down with it.

Run as ``python mover.py ROOT STAGE``; it says it is ready, waits for a line, and moves. If its input
ends without that line, the build was killed before the swap, and nothing moves.
"""

import os
import shutil
import sys
from pathlib import Path

#: The file that says: all is staged, and renames may have begun.
MARKER = "staged"


def move(root: Path, stage: Path) -> None:
    """Move what ``stage / "new"`` still holds into ``root``; may be run again after any interruption."""
    new, old = stage / "new", stage / "old"
    if (new / "data").exists():
        if (root / "data").exists():
            # on a second run a former data/ is here already only if the rename below has not happened yet
            if old.exists():
                shutil.rmtree(old)
            os.rename(root / "data", old)
        os.rename(new / "data", root / "data")
    if (new / "datapackage.json").exists():
        os.replace(new / "datapackage.json", root / "datapackage.json")
    (stage / MARKER).unlink(missing_ok=True)
    shutil.rmtree(stage, ignore_errors=True)


def main() -> None:
    root, stage = map(Path, sys.argv[1:3])
    print("ready", flush=True)
    if sys.stdin.readline() != "move\n":
        return
    with open(stage / MARKER, "wb") as marker:
        os.fsync(marker.fileno())
    move(root, stage)


if __name__ == "__main__":
    main()
