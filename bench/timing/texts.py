"""The texts that are read: dense ones, a mix as of a large corpus, and long ones."""

import json
from pathlib import Path

from . import plain

_ROOT = Path(__file__).resolve().parents[2]
_PLAIN_PARTS = 9  # to one part of dense text


def seeds() -> list[str]:
    """Return the source texts of the dataset; most of their sentences hold a figure."""
    return [path.read_text(encoding="utf-8") for path in sorted((_ROOT / "seeds" / "texts").glob("*.txt"))]


def golden() -> list[str]:
    """Return the texts coded by hand for the tests, in many genres."""
    path = _ROOT / "tests" / "golden" / "texts.jsonl"
    return [json.loads(line)["text"] for line in path.read_text(encoding="utf-8").splitlines()]


def mix() -> list[str]:
    """Return the dense texts, each behind nine times its length of texts without a figure."""
    found: list[str] = []
    for seed, dense in enumerate(seeds() + golden()):
        found += [*plain.texts(_PLAIN_PARTS * len(dense), seed), dense]
    return found


def plain_alone() -> list[str]:
    """Return texts without a figure alone: how fast they are passed over decides the speed on a large corpus."""
    return plain.texts(100_000)


def sample(texts: list[str], most: int) -> list[str]:
    """Return the first texts up to ``most`` bytes, for a reader so slow that it cannot have them all; at least one."""
    found, held = [], 0
    for text in texts:
        held += size([text])
        if found and held > most:
            break
        found.append(text)
    return found


def long(megabytes: float) -> str:
    """Return one text of so many million bytes: the dense texts, again and again, a blank line between them."""
    whole = "\n\n".join(seeds() + golden()) + "\n\n"
    times = int(megabytes * 1e6 / size([whole])) + 1
    return (whole * times).encode()[: int(megabytes * 1e6)].decode(errors="ignore")


def size(texts: list[str]) -> int:
    """Return the size of texts in bytes of UTF-8."""
    return sum(len(text.encode()) for text in texts)
