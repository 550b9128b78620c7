"""Years of two digits behind a day and its month: "30 OCT 89", "30 Oct. 89", "3 June '44"; not "on 30 October 89 men fell"."""

from datetime import date

from .calendar_words import MONTHS, SHORT_MONTHS
from .tokens import Tokens

_PIVOT = 30  # without a day of publication "30" is 1930; dates in digits, mostly of our day, keep a later turn
_BEHIND = frozenset(". , ; : ) ( [ ] ! ? ” \" ’ — – | /".split())
_FUNCTION = frozenset("and the a an he she it they when who which that as but or with in on at for while to from near by "
                      "during after before until between through into against over under where because "
                      "his her its their this these".split())  # fmt: skip
_VERBS = frozenset("was were is are had has have".split())  # "the raid of 30 Oct 89 was", but "on 30 October 89 were hurt"


def at(tokens: Tokens, k: int, published: date | None = None) -> tuple[int, int] | None:
    """(year, token after it) of the two digits that stand at token ``k`` behind a month; None where they count."""
    mark = k < tokens.size and tokens.raw[k] in ("'", "’", "‘")
    n = k + mark
    if n >= tokens.size or tokens.kind[n] != "n" or mark and not tokens.joined(n):
        return None
    raw = tokens.raw[n]
    if len(raw) != 2 or not raw.isdecimal() or tokens.word[k - 1] not in MONTHS and tokens.raw[k - 1] != ".":
        return None
    month = k - 1 - (tokens.raw[k - 1] == ".")
    if not (mark or _is_year(tokens, n + 1, tokens.word[month] in SHORT_MONTHS)):
        return None
    return _century(int(raw), published), n + 1


def _is_year(tokens: Tokens, after: int, short: bool) -> bool:
    """A count has its noun behind it; a year ends a phrase, or stands before a word that no count has behind it."""
    if after >= tokens.size or tokens.kind[after] == "b":
        return True
    raw, word = tokens.raw[after], tokens.word[after]
    if tokens.kind[after] == "p":
        if tokens.joined(after) and after + 1 < tokens.size and tokens.joined(after + 1):
            return raw in (".", ",", ";", ")", ":") and tokens.kind[after + 1] not in "nw"
        return raw in _BEHIND or raw == "-"
    return word in _FUNCTION or short and word in _VERBS


def _century(short: int, published: date | None) -> int:
    if published is None:
        return (2000 if short < _PIVOT else 1900) + short
    year = published.year // 100 * 100 + short
    return year - 100 if year > published.year + 1 else year
