"""How a figure counts: so far, within a period, at a moment, or per unit of time; and whether it adds to another."""

from .events import Event
from .numbers import Number
from .phrases import Phrase
from .tokens import Tokens

_RATES = {"hour": "hour", "day": "day", "week": "week", "month": "month", "year": "year"}
_ADVERBS = {
    "hourly": "hour",
    "daily": "day",
    "weekly": "week",
    "monthly": "month",
    "annually": "year",
    "yearly": "year",
}
_CUMULATIVE = (
    ("so", "far"),
    ("to", "date"),
    ("in", "total"),
    ("in", "all"),
    ("since",),
    ("overall",),
    ("until", "now"),
)
_STOCK = frozenset({"present", "missing"})
_UNDATED = frozenset({"deployed", "supplied", "recruited", "trained", "money"})  # a plain past says nothing of a period


def mode(
    tokens: Tokens, first: int, last: int, phrase: Phrase, measure: str, event: Event | None
) -> tuple[str, str | None]:
    """Return (count_mode, rate_per) of a figure in the sentence from token ``first`` to ``last``."""
    i = phrase.last
    if i + 1 < last and tokens.word[i] in ("a", "per", "each", "every") and tokens.word[i + 1] in _RATES:
        return "rate", _RATES[tokens.word[i + 1]]
    if i < last and tokens.word[i] in _ADVERBS:
        return "rate", _ADVERBS[tokens.word[i]]
    if measure in _STOCK or measure == "detained" and _goes_on(tokens, phrase.last, last):
        return "stock", None
    if event is not None and event.perfect:
        return "cumulative", None
    for k in range(first, last):
        for words in _CUMULATIVE:
            if tokens.word[k] == words[0] and tokens.matches(k, words):
                return "cumulative", None
    return ("unspecified" if measure in _UNDATED else "period"), None


def _goes_on(tokens: Tokens, i: int, last: int) -> bool:
    """Return whether the held are held still ("are still being held")."""
    return "still" in tokens.word[i : min(last, i + 8)]


def is_increment(tokens: Tokens, number: Number, phrase: Phrase) -> bool:
    """Return whether a number is said to come on top of another ("another 30", "six more", "+300")."""
    if phrase.more and not tokens.matches(number.last, ("more", "than")):
        return True
    i = number.first - 1
    return i >= 0 and tokens.word[i] in ("another", "further", "additional", "+")
