"""Time on one core, the best of several runs: the run in which the machine did least else."""

from time import perf_counter

from .readers import Reader
from .texts import size


def speed(reader: Reader, texts: list[str], repeat: int) -> float:
    """Return the million bytes that a reader reads in a second; what is read once before the clock starts is warm."""
    reader(texts[0])
    best = min(_seconds(reader, texts) for _ in range(repeat))
    return size(texts) / 1e6 / best


def _seconds(reader: Reader, texts: list[str]) -> float:
    start = perf_counter()
    for text in texts:
        reader(text)
    return perf_counter() - start
