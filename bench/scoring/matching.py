"""Which found row stands for which wanted one: one to one, the best pairs first."""

import math
from collections.abc import Callable
from typing import Any

from .gold import Row

_NUMBERS = ("value", "low", "high")


def common(a: Row, b: Row) -> int:
    """Return how many code points two spans share."""
    return max(0, min(a["end"], b["end"]) - max(a["start"], b["start"]))


def closeness(a: Row, b: Row) -> float:
    """Return the shared part of two spans over all that either covers: 1 for equal spans, 0 for apart ones.

    >>> closeness({"start": 0, "end": 10}, {"start": 5, "end": 10})
    0.5
    """
    shared = common(a, b)
    return shared / (max(a["end"], b["end"]) - min(a["start"], b["start"])) if shared else 0.0


def same_numbers(a: Row, b: Row) -> bool:
    """Return whether value, low and high agree; null agrees with null alone."""
    return all(_same_number(a.get(key), b.get(key)) for key in _NUMBERS)


def _same_number(a: float | None, b: float | None) -> bool:
    if a is None or b is None:
        return a is b
    return math.isclose(a, b, rel_tol=1e-9, abs_tol=1e-9)


def pairs(wanted: list[Row], found: list[Row], rank: Callable[[Row, Row], Any]) -> dict[int, int]:
    """Return {position in wanted: position in found}; each row is used once, the pair of lowest rank first.

    ``rank`` returns None for two rows that may not stand for each other.
    """
    ranked = []
    for i, a in enumerate(wanted):
        for j, b in enumerate(found):
            place = rank(a, b)
            if place is not None:
                ranked.append((place, i, j))
    taken: dict[int, int] = {}
    used: set[int] = set()
    for _, i, j in sorted(ranked):
        if i not in taken and j not in used:
            taken[i] = j
            used.add(j)
    return taken


def figures(wanted: list[Row], found: list[Row], *, whatever_number: bool = False) -> dict[int, int]:
    """Match figures whose spans touch and whose numbers agree (or not even that); the same measure goes first."""

    def rank(a: Row, b: Row):
        if not common(a, b) or not (whatever_number or same_numbers(a, b)):
            return None
        return a.get("measure") != b.get("measure"), -closeness(a, b)

    return pairs(wanted, found, rank)


def claims(wanted: list[Row], found: list[Row], same_voice: Callable[[Any, Any], bool]) -> dict[int, int]:
    """Match claims that share at least half of what either covers and have the same speaker."""

    def rank(a: Row, b: Row):
        near = closeness(a, b)
        return -near if near >= 0.5 and same_voice(a.get("speaker"), b.get("speaker")) else None

    return pairs(wanted, found, rank)
