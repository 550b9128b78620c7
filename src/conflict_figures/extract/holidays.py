"""Days that have a name and the same day every year: "Christmas Eve 1944", "New Year's Day"."""

from .calendar_words import DASHES
from .calendar_years import PLAIN, year_at
from .date_values import Basis, Point, Value, is_ahead, rest
from .tokens import Tokens

_NAMED = {
    ("christmas", "day"): (12, 25),
    ("christmas", "eve"): (12, 24),
    ("boxing", "day"): (12, 26),
    ("new", "year’s", "day"): (1, 1),
    ("new", "year’s", "eve"): (12, 31),
    ("bastille", "day"): (7, 14),
    ("armistice", "day"): (11, 11),
    ("may", "day"): (5, 1),
    ("christmas",): (12, 25),
    ("new", "year"): (1, 1),
}
OPENERS = frozenset(words[0] for words in _NAMED)
_NEW_YEAR = ("new", "year")
_BARE = frozenset([("christmas",), _NEW_YEAR])  # "New Year celebrations", "the New Year 2024 issue": no day
_TIMES = frozenset("at by before after until till on since around in of during to from and".split())


def read(tokens: Tokens, i: int, basis: Basis) -> Value | None:
    """Read a named day, with the year behind it or the one that it rests on; "a Christmas tree" is none."""
    if not tokens.capital[i]:
        return None
    for words, (month, day) in _NAMED.items():
        last = _matches(tokens, i, words)
        if not last:
            continue
        k = last + (tokens.word[last : last + 1] in ([","], ["of"]))
        year = year_at(tokens, k)
        if words in _BARE and (not _stands_alone(tokens, i, last) if not year else words == _NEW_YEAR):
            return None
        point = Point(i, k + 1 if year else last, None, None, relative=not year, month=month, day=day)
        if year:
            point.settle(year)
        else:
            rest(point, basis, is_ahead(tokens, i))
        return point
    return None


def _matches(tokens: Tokens, i: int, words: tuple[str, ...]) -> int:
    """The token after the name if it stands at ``i``; a possessive is a word of its own there, or not."""
    k = i
    for word in words:
        stem = word.removesuffix("’s")
        if k >= tokens.size or tokens.word[k].replace("'", "’") not in (word, stem, stem + "s"):
            return 0
        k += 1
        if stem != word and k < tokens.size and tokens.kind[k] == "s":
            k += 1
    return k


def _stands_alone(tokens: Tokens, i: int, last: int) -> bool:
    if i == 0 or tokens.word[i - 1] not in _TIMES or last >= tokens.size:
        return False
    raw, kind = tokens.raw[last], tokens.kind[last]
    return kind == "b" or kind == "p" and raw not in _JOINS or tokens.word[last] in PLAIN


_JOINS = DASHES | {"’", "'"}
