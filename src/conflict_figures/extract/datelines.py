"""The day that a text gives itself at its head: "KYIV, 3 March 2024 (Agency) –", "LIMA, 12 JAN 90 --", a line of its own.

Where no day of publication is known, "on Tuesday" and "yesterday" rest on this one.
"""

from datetime import date

from . import calendar_points, calendar_words
from .calendar_words import DASHES, MONTHS, SHORT_WEEKDAYS, WEEKDAYS
from .date_values import Basis, Value, first_day
from .tokens import Tokens

_HEAD = 80  # tokens: a title, a byline, the place and day of writing
_HEAD_START = 200  # code points
_LABELS = frozenset("published posted updated issued dated date released release on for immediate press statement bulletin "
                    "communique update report situation".split())  # fmt: skip
_WEEK = WEEKDAYS.keys() | SHORT_WEEKDAYS.keys()


def day_of(tokens: Tokens) -> date | None:
    """Return the day that the head of a text names as its own, with its year; None where it names none.

    >>> from .tokens import tokenize
    >>> str(day_of(tokenize("LIMA, 12 JAN 90 (EFE) -- TWO POLICEMEN WERE KILLED TODAY.")))
    '1990-01-12'
    >>> day_of(tokenize("The war began on 1 September 1939. Two days later it spread."))
    """
    if not tokens.size or tokens.start[0] > _HEAD_START:
        return None
    opens = 0  # the first token of the line
    for i in range(min(tokens.size, _HEAD)):
        if tokens.kind[i] == "b":
            opens = i + 1
        elif (tokens.kind[i] in "nd" or tokens.word[i] in MONTHS) and _is_placed(tokens, opens, i):
            value = _read(tokens, i)
            if value is not None and _closes(tokens, value.last, alone=_is_labelled(tokens, opens, i)):
                return first_day(value.start)
    return None


def _read(tokens: Tokens, i: int) -> Value | None:
    value = (
        calendar_points.month(tokens, i, Basis(None))
        if tokens.word[i] in calendar_words.MONTHS
        else calendar_points.digits(tokens, i, Basis(None))
    )
    whole = value is not None and value.start is not None and len(value.start) == 10 and value.start == value.end
    return value if whole else None


def _is_placed(tokens: Tokens, opens: int, i: int) -> bool:
    """Return whether nothing but a place, a label and a weekday stand before the date in its line."""
    if i - opens > 12:
        return False
    before = tokens.word[i - 1] if i > opens else ","
    if before not in ",:(-–—|/." and before not in _WEEK and before not in _LABELS:
        return False
    return all(
        tokens.kind[k] != "w"
        or tokens.capital[k]
        or tokens.word[k] in _LABELS
        or tokens.word[k] in ("the", "of", "de", "la", "and")
        for k in range(opens, i)
    )


def _is_labelled(tokens: Tokens, opens: int, i: int) -> bool:
    """Return whether the date opens its line, or stands behind a label or weekday alone: then it may fill the line."""
    return all(
        tokens.kind[k] == "p" or tokens.word[k] in _LABELS or tokens.word[k] in _WEEK or tokens.word[k] in ("of", "the")
        for k in range(opens, i)
    ) or tokens.raw[i - 1] in ",|"


def _closes(tokens: Tokens, k: int, *, alone: bool) -> bool:
    """Return whether a dateline ends at token ``k``: a dash, an agency in brackets, or the end of its line."""
    if k >= tokens.size:
        return False
    raw = tokens.raw[k]
    if raw in DASHES or raw == "/":
        return True
    if raw == "(":
        return any(tokens.raw[j] == ")" for j in range(k + 1, min(k + 9, tokens.size)))
    while k < tokens.size and (tokens.raw[k] in ",:;|)" or tokens.kind[k] == "t" or tokens.word[k] in _ZONES):
        k += 1
    if k < tokens.size and tokens.raw[k] in DASHES:
        return True
    return alone and (k >= tokens.size or tokens.kind[k] == "b")


_ZONES = frozenset("gmt utc et est edt local time am pm a.m. p.m. hours hrs cet eet msk".split())
