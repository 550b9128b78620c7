"""One long text, read but without its rows, in a fresh process.

``python -m timing.long_text MEGABYTES`` prints its seconds and its peak memory as JSON.
"""

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter


@dataclass(slots=True)
class Measured:
    """What the reading of one text took; memory in million bytes, None where the system does not tell."""

    megabytes: float
    seconds: float
    memory: float | None
    memory_before: float | None  # of the process with everything imported and the text in it


def measure(megabytes: float) -> Measured:
    """Read a text of this size in a process of its own, so that nothing else counts to its memory."""
    command = [sys.executable, "-m", "timing.long_text", str(megabytes)]
    path = [str(Path(__file__).parents[1]), os.environ.get("PYTHONPATH", "")]
    surroundings = os.environ | {"PYTHONPATH": os.pathsep.join(filter(None, path))}
    done = subprocess.run(command, env=surroundings, stdout=subprocess.PIPE, text=True, check=True)
    return Measured(**json.loads(done.stdout))


def _here(megabytes: float) -> dict[str, float | None]:
    from conflict_figures.extract import extract

    from .texts import long

    extract("The army said 12 soldiers were killed in the war.")  # what loads once is loaded
    text = long(megabytes)
    before = _peak()
    start = perf_counter()
    found = extract(text)
    seconds = perf_counter() - start
    assert found.records["sources"]
    return {"megabytes": megabytes, "seconds": seconds, "memory": _peak(), "memory_before": before}


def _peak() -> float | None:
    """The most memory that this process has held, in million bytes."""
    status = Path("/proc/self/status")
    if status.exists():  # getrusage would count what the parent held before this process began
        kilobytes = next(line.split()[1] for line in status.read_text().splitlines() if line.startswith("VmHWM"))
        return int(kilobytes) * 1024 / 1e6
    try:
        import resource
    except ImportError:
        return None
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * (1 if sys.platform == "darwin" else 1024) / 1e6


if __name__ == "__main__":
    print(json.dumps(_here(float(sys.argv[1]))))
