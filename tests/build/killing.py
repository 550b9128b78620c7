"""Kill a build at random moments and say what it left: used by the test, and by hand for many more rounds.

By hand: ``python tests/build/killing.py FOLDER ROUNDS``, where FOLDER is an empty folder to work in.
"""

import fcntl
import json
import hashlib
import os
import random
import shutil
import signal
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[2]


def start(root: Path) -> subprocess.Popen:
    """Start a build in a process group of its own, as a shell does."""
    command = [sys.executable, str(PROJECT / "build"), "--root", str(root)]
    return subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True)


def published(root: Path) -> dict[str, str]:
    """The hashes of the published files, by path."""
    paths = [*(root / "data").rglob("*"), root / "datapackage.json"]
    return {p.relative_to(root).as_posix(): hashlib.sha256(p.read_bytes()).hexdigest() for p in paths if p.is_file()}


def described(root: Path) -> dict[str, str]:
    """The hashes that the descriptor states, by path."""
    package = json.loads((root / "datapackage.json").read_text(encoding="utf-8"))
    files = [file for resource in package["resources"] for file in (resource, *resource["alternates"])]
    return {file["path"]: file["hash"].removeprefix("sha256:") for file in files}


def settle(root: Path) -> None:
    """Wait for a swap that has begun: whoever makes it holds the lock on the folder."""
    handle = os.open(root, os.O_RDONLY)
    fcntl.flock(handle, fcntl.LOCK_EX)
    os.close(handle)


class Killing:
    """Two releases of one checkout, and builds from one to the other that are killed on the way."""

    def __init__(self, root: Path, seeds: Path, seed: int = 0) -> None:
        self.root, self.random = root, random.Random(seed)
        if seeds != root / "seeds":
            shutil.copytree(seeds, root / "seeds")
        self.releases: list[dict[str, str]] = []
        self.seconds = 0.0
        for number in (0, 1):
            self.write(number)
            self.seconds = self.until_swap()
            self.releases.append(published(root))
        assert self.releases[0] != self.releases[1]

    def write(self, number: int) -> None:
        """Change the input to that of one of the two releases."""
        for path in (self.root / "seeds" / "texts").glob("*.yaml"):
            lines = path.read_text(encoding="utf-8").splitlines()
            lines = [f"title: Release {number}" if line.startswith("title:") else line for line in lines]
            path.write_text("\n".join(lines) + "\n", encoding="utf-8")

    def until_swap(self) -> float:
        """Build, and return how many seconds passed before the new release was in place."""
        descriptor = self.root / "datapackage.json"
        before = descriptor.stat().st_ino if descriptor.exists() else None
        begun = time.monotonic()
        process = start(self.root)
        while process.poll() is None and (not descriptor.exists() or descriptor.stat().st_ino == before):
            time.sleep(0.002)
        seconds = time.monotonic() - begun
        assert process.wait() == 0
        return seconds

    def round(self, group: bool = False) -> str:
        """Kill one build on its way to the other release; return ``old``, ``new``, or what is broken."""
        if published(self.root) not in self.releases:
            return "broken"
        old = self.releases.index(published(self.root))
        self.write(1 - old)
        process = start(self.root)
        # half of the kills come at any moment, half of them around the swap
        span = (0.0, 1.2) if self.random.random() < 0.5 else (0.9, 1.1)
        time.sleep(self.seconds * self.random.uniform(*span))
        (os.killpg if group else os.kill)(process.pid, signal.SIGKILL)
        process.wait()
        settle(self.root)
        found = published(self.root)
        if {path: hash for path, hash in found.items() if path != "datapackage.json"} != described(self.root):
            return "mixed"
        return "old" if found == self.releases[old] else "new" if found == self.releases[1 - old] else "broken"


if __name__ == "__main__":
    killing = Killing(Path(sys.argv[1]), PROJECT / "seeds")
    print(Counter(killing.round(group=number % 2 == 1) for number in range(int(sys.argv[2]))))
