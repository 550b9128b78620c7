"""Run a validation as a person does, a command in a process of its own, and measure its time and its peak memory."""

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from time import perf_counter

from . import files

_MEGA = 1e6


class CommandError(RuntimeError):
    """A command found a fault in files that have none, or did not run."""


@dataclass(frozen=True)
class Measured:
    """The median seconds of several runs, start-up included, and the most memory of any in MB."""

    seconds: float
    memory: float


def ours(folder: Path) -> list[str]:
    """Our command on a folder of tables."""
    return [sys.executable, "-m", "conflict_figures", "validate", str(folder)]


def theirs(folder: Path) -> list[str]:
    """The frictionless command on the same files, told the same schemas."""
    return [sys.executable, "-m", "frictionless", "validate", str(files.package(folder))]


def measure(command: list[str], repeat: int) -> Measured:
    """Run a command again and again; CommandError when it does not end well."""
    runs = [_run(command) for _ in range(repeat)]
    return Measured(median(seconds for seconds, _ in runs), max(memory for _, memory in runs))


def table(rows: list[dict], peer: str, digits: int) -> str:
    """Word measurements: a line for each case with its rows, ours, and the peer where it was measured, as so many times ours.

    ``digits`` is how many stand behind the point of that number.
    """
    lines = [f"{'':26} {'rows':>10} {'seconds':>8} {'memory':>8}   {peer}"]
    for one in rows:
        mine, other = one["ours"], one["peer"]
        beside = f"{other.seconds:8.2f} s, {other.memory:5.0f} MB, {other.seconds / mine.seconds:.{digits}f} times" if other else "–"
        lines.append(f"{one['case']:26} {one['rows']:>10,} {mine.seconds:>8.2f} {mine.memory:>5.0f} MB   {beside}")
    return "\n".join(lines)


def _run(command: list[str]) -> tuple[float, float]:
    start = perf_counter()
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT) as process:
        said = process.stdout.read()
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    seconds = perf_counter() - start
    if process.returncode:
        raise CommandError(f"{' '.join(command[1:])} ended with {process.returncode}:\n{said.decode(errors='replace')[-2000:]}")
    # kilobytes on Linux, bytes on macOS
    return seconds, used.ru_maxrss / (_MEGA if sys.platform == "darwin" else 1e3)
