"""The whole that a text takes up by its noun: "seventeen of the dead", "the dead included 11", "of the displaced, 900"."""

from . import lexicon
from .figure import Clause, Figure
from .numbers import Number

_THE = frozenset({"the", "these", "those"})
_AMONG = frozenset({"among"})
_BE = frozenset({"is", "are", "was", "were"})
_INCLUDED = frozenset({"include", "includes", "included"})
_NEAR = 9  # tokens between the number and "among the dead"


def taken_up(clause: Clause, number: Number) -> Figure | None:
    """Return the figure told before whose people the number is said to be among, None where it is not."""
    noun = _of_the(clause, number.last) or _among_after(clause, number) or _before(clause, number.first)
    if not noun:
        return clause.before if _is_included(clause, number.first) else None
    if noun == "victims":
        return clause.latest.get("killed") or clause.latest.get("casualties")
    read = lexicon.nouns().get(noun)
    return clause.latest.get(read[0]) if read is not None else None


def _word(clause: Clause, i: int) -> str:
    return clause.tokens.word[i] if clause.first <= i < clause.last else ""


def _of_the(clause: Clause, i: int) -> str:
    """The noun of "of the dead" at token ``i``, "" if there is none."""
    return _word(clause, i + 2) if _word(clause, i) == "of" and _word(clause, i + 1) in _THE else ""


def _among_after(clause: Clause, number: Number) -> str:
    """The noun of "three children were among the dead"."""
    for k in clause.tokens.where(_AMONG, number.last, min(clause.last, number.last + _NEAR)):
        if _word(clause, k - 1) in _BE and _word(clause, k + 1) == "the":
            return _word(clause, k + 2)
    return ""


def _before(clause: Clause, i: int) -> str:
    """The noun of "the dead included 11", "among the victims are five", "of the displaced, 900"."""
    if _word(clause, i - 1) in _INCLUDED and _word(clause, i - 3) == "the":
        return _word(clause, i - 2)
    if _word(clause, i - 1) in _BE and _word(clause, i - 4) == "among":
        return _word(clause, i - 2)
    return _of_the(clause, clause.first) if _word(clause, i - 1) == "," and i == clause.first + 4 else ""


def _is_included(clause: Clause, i: int) -> bool:
    """ "That includes 63 deaths"."""
    return (
        i == clause.first + 2
        and _word(clause, i - 1) in _INCLUDED
        and _word(clause, i - 2) in ("that", "this", "these")
    )
