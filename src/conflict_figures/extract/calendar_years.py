"""Years: which four digits are one, and what they span ("1992–1995", "1939-45", "the 1990s")."""

from .calendar_words import DASHES
from .date_values import Point, Value
from .tokens import Tokens

_BEFORE_YEAR = frozenset("- – between in since of from until till by during before after early mid late to and "
                         "through ( , period spring summer autumn winter fall year years throughout fy".split())  # fmt: skip
_TIED = frozenset(", ( of to by from and after before - –".split())
_YEAR_NAMED = frozenset("war siege battle peace treaty truce revolt rising uprising coup election elections "
                        "crisis revolution campaign offensive invasion intervention".split())  # fmt: skip
_OWNERS = frozenset(["the", "this", "that", "a", "an", "its", "his", "her", "their", "our", "’s", "'s"])
PLAIN = frozenset("and to the a an he she it they when who which that as but or with in on at for while was were "
                  "is has had have".split())  # fmt: skip


def year_at(tokens: Tokens, i: int) -> int | None:
    """Return the year that token ``i`` is; None for other numbers."""
    if not 0 <= i < tokens.size or tokens.kind[i] != "n":
        return None
    raw = tokens.raw[i]
    if len(raw) != 4 or not raw.isdecimal():
        return None
    year = int(raw)
    return year if 1000 <= year <= 2199 else None


def point(tokens: Tokens, i: int) -> Value | None:
    year = year_at(tokens, i)
    if not year or year > 2100 or year < 1500 and not _is_medieval(tokens, i):
        return None
    span = _year_span(tokens, i, year)
    if span:
        return span
    if not _is_year(tokens, i):
        return None
    if i + 1 < tokens.size and tokens.word[i + 1] == "s" and tokens.joined(i + 1):
        last = year + (99 if year % 100 == 0 and year < 1900 else 9)  # "the 1800s" are a century
        return Value(i, i + 2, f"{year}", f"{last}", relative=False) if year % 10 == 0 else None
    point = Point(i, i + 1, None, None, relative=False)
    point.settle(year)
    return point


def _year_span(tokens: Tokens, i: int, year: int) -> Value | None:
    """Read "1939–45", "2023/24" and "2025-03": two digits above the year's own two go on from it, below are a month."""
    if i + 2 >= tokens.size or not (tokens.joined(i + 1) and tokens.joined(i + 2)):
        return None
    sign, tail = tokens.raw[i + 1], tokens.raw[i + 2]
    second = year_at(tokens, i + 2) if sign in DASHES else None
    if second and _spans(tokens, i, year, second):
        return Value(i, i + 3, f"{year}", f"{second}", relative=False)
    if len(tail) != 2 or not tail.isdecimal() or i + 3 < tokens.size and tokens.raw[i + 3] in ("-", "/"):
        return None
    if sign in DASHES and int(tail) > year % 100 or sign == "/" and int(tail) == (year + 1) % 100:
        before = tokens.word[i - 1] if i > 0 else ""
        known = before in _BEFORE_YEAR or before in _OWNERS
        return Value(i, i + 3, f"{year}", f"{year // 100}{tail}", relative=False) if known else None
    if sign == "-" and 1 <= int(tail) <= 12 and year >= 1900:
        return Value(i, i + 3, f"{year}-{tail}", f"{year}-{tail}", relative=False)
    return None


def _spans(tokens: Tokens, i: int, year: int, second: int) -> bool:
    """ "The war of 1939–1945 cost lives", "the 1914-1918 front"; "2000–2100 men" counts."""
    if not 1700 <= year < second <= 2050 or second - year > 100:
        return False
    k = i + 3
    if k >= tokens.size or tokens.kind[k] != "w":
        return True
    before = tokens.word[i - 1] if i > 0 else ""
    counted = tokens.word[k].endswith("s") or tokens.word[k] in ("men", "people", "dead", "killed", "wounded", "of", "troops")
    return not counted or tokens.word[k] in PLAIN or before in ("the", "years", "period") or before in _YEAR_NAMED


def _is_year(tokens: Tokens, i: int) -> bool:
    """A bare four-digit number is a year after a preposition, in brackets, or between commas; not before a noun."""
    if i + 1 < tokens.size and tokens.kind[i + 1] == "w" and tokens.joined(i + 1):
        return tokens.word[i + 1] == "s"
    before = tokens.word[i - 1] if i > 0 else ""
    after = tokens.word[i + 1] if i + 1 < tokens.size else "."
    if before == "between":  # "between 1200 and 1500 men" counts
        second = year_at(tokens, i + 2) if after == "and" else None
        modern = second is not None and 1900 <= int(tokens.raw[i]) < second <= 2050
        return second is not None and (modern or ends(tokens, i + 3))
    if before in _OWNERS or i > 0 and tokens.kind[i - 1] == "s":
        # "the 2020 war", "in a 2024 study": a bare year before a noun in the singular
        return int(tokens.raw[i]) >= 1700 and after[:1].isalpha() and not after.endswith("s") and after != "people"
    if after in ("'s", "’s") or _opens(tokens, i) and after in _YEAR_VERBS:
        return int(tokens.raw[i]) >= 1900  # "2014's losses"; "2024 was the worst year"
    if before == "and" and i > 2 and (first := year_at(tokens, i - 2)) and 1900 <= first < int(tokens.raw[i]) <= 2050:
        if tokens.word[i - 3] in ("years", "between"):
            return True  # "the years 1906 and 1907", "between 1998 and 2001 rebels held it"
    if before == "as" and i > 1 and tokens.word[i - 2] in ("late", "early"):
        return True
    if before not in _BEFORE_YEAR:
        return False
    if before in _TIED:  # "of 2,000 soldiers" has its comma; "of 1944;" ends a phrase, "the war of 1944" is named by it
        named = before == "of" and i > 1 and (tokens.word[i - 2] in _YEAR_NAMED or after in _YEAR_VERBS)
        if before == "from" and after == "to" and year_at(tokens, i + 2):
            return ends(tokens, i + 3)  # "from 1337 to 1453 they fought"
        return named or ends(tokens, i + 1) or before == "from" and after in ("until", "till", "onwards", "onward", "through")
    return True


def _is_medieval(tokens: Tokens, i: int) -> bool:
    """ "In 1415, …", "from 1337 until 1453": so small a number is a year only at the end of its phrase."""
    before, after = tokens.word[i - 1] if i > 0 else "", tokens.word[i + 1] if i + 1 < tokens.size else "."
    if before == "to" and i > 2 and tokens.word[i - 3] == "from" and year_at(tokens, i - 2):
        return ends(tokens, i + 1)
    if before == "in" and _opens(tokens, i - 1) and tokens.capital[i + 1]:  # "In 1415 Henry won"
        verb = tokens.kind[i + 2 : i + 3] == ["w"] and not tokens.capital[i + 2]
        return verb and not tokens.word[i + 2].endswith("s")
    named = before == "from" and after == "to" and year_at(tokens, i + 2) and ends(tokens, i + 3)
    if before not in ("in", "since", "until", "till", "from"):
        return False
    return named or ends(tokens, i + 1) or after in ("until", "till")


def _opens(tokens: Tokens, i: int) -> bool:
    return i == 0 or tokens.kind[i - 1] == "b" or tokens.raw[i - 1] in ".!?"


_YEAR_VERBS = frozenset("was is saw brought began ended will has had left cost drove led forced".split())


def ends(tokens: Tokens, k: int) -> bool:
    """Return whether a phrase may end before token ``k``."""
    return k >= tokens.size or tokens.kind[k] in "pbs" or tokens.word[k] in PLAIN
