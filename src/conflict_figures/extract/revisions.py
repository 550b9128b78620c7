"""Counts that a text says were revised: "rose to 45 from 38" lets 45 supersede 38."""

from . import lexicon
from .figure import Figure
from .tokens import Tokens

_REACH = 10  # tokens from the verb to the first of the two numbers
_COMPARED = frozenset(
    "in a an the last earlier previously during".split()
)  # "from 38 in 2023" compares, revises nothing


def join(tokens: Tokens, figures: list[Figure]) -> None:
    """Set ``supersedes`` of the figures that replace another in the same clause, in text order."""
    for first, second in zip(figures, figures[1:]):
        if first.sentence != second.sentence or first.measure != second.measure or first.unit != second.unit:
            continue
        revised = _revised(tokens, first, second)
        if revised is not None and _is_said(tokens, first):
            new, old = revised
            new.supersedes = old


def _revised(tokens: Tokens, first: Figure, second: Figure) -> tuple[Figure, Figure] | None:
    """(the new figure, the old one) of "to 45 from 38" or "from 38 to 45"."""
    lead = tokens.word[first.number.first - 1] if first.number.first else ""
    between = tokens.word[max(first.number.last, first.phrase.last) : second.number.first]
    after = tokens.word[second.number.last] if second.number.last < tokens.size else ""
    if lead in ("to", "at") and between in (["from"], [",", "from"], [",", "not"]) and after not in _COMPARED:
        return first, second
    return (second, first) if lead == "from" and between == ["to"] else None


def is_compared(tokens: Tokens, figure: Figure) -> bool:
    """Return whether a figure is only what another is compared with: "up from 38", ", against 38 in May"."""
    i = figure.number.first
    before = tokens.at(i - 1)
    if before == "against":
        return tokens.at(i - 2) in (",", "(")
    return before in ("from", "with", "to") and tokens.at(i - 2) in ("up", "down", "compared")


def _is_said(tokens: Tokens, first: Figure) -> bool:
    near = tokens.word[max(0, first.number.first - _REACH) : first.number.first]
    return not lexicon.word_class("revising").isdisjoint(near)
