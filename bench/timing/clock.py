"""Time on one core, the best of several runs: the run in which the machine did least else."""

from time import perf_counter

from .readers import Reader
from .texts import size

_LEAST = 50_000  # bytes; what takes less than some hundredths of a second is at the mercy of the machine


def speed(reader: Reader, texts: list[str], repeat: int) -> float:
    """Return the million bytes that a reader reads in a second.

    The first text is read once before the clock starts, for what is loaded or compiled once; few texts are read again
    and again within each run.
    """
    reader(texts[0])
    texts = texts * (_LEAST // size(texts) + 1)
    best = min(_seconds(reader, texts) for _ in range(repeat))
    return size(texts) / 1e6 / best


def _seconds(reader: Reader, texts: list[str]) -> float:
    start = perf_counter()
    for text in texts:
        reader(text)
    return perf_counter() - start
