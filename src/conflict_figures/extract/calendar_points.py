"""Days, months and seasons that stand in the text with their own words."""

from dataclasses import replace
from datetime import date

from . import calendar_years, short_years
from .calendar_words import DASHES, MONTHS, SEASONS, SHORT_MONTHS
from .calendar_years import PLAIN, year_at
from .date_values import Basis, Point, Value, is_ahead, is_due, rest
from .tokens import Tokens

ORDINALS = frozenset("st nd rd th".split())
_JOINERS = frozenset({"to", "and", "or", "until", "through", "till", "/"}) | DASHES
_BEHIND_DAY = _JOINERS | ORDINALS | MONTHS.keys() | {"of"}  # a number before any other word is no day
_BEFORE_MONTH = frozenset("in since by until till during early mid late this next last through before after "
                          "between from following late- throughout".split())  # fmt: skip


def may_open(tokens: Tokens, i: int) -> bool:
    """Return whether a date, a year or a century can start with the number at token ``i``."""
    width = len(tokens.raw[i])
    if i + 1 < tokens.size and tokens.word[i + 1] in _ERAS:
        return tokens.raw[i].isdecimal()
    return width == 4 or width < 3 and i + 1 < tokens.size and tokens.word[i + 1] in _BEHIND_DAY


def digits(tokens: Tokens, i: int, basis: Basis) -> Value | None:
    """Read what opens with digits: a date in digits, a day and its month, a year."""
    if tokens.kind[i] == "d":
        return _digit_date(tokens, i)
    raw = tokens.raw[i]
    if i + 1 < tokens.size and tokens.word[i + 1] in _ERAS and raw.isdecimal() and tokens.capital[i + 1]:
        return _in_era(tokens, i)
    if len(raw) <= 2:
        return _day_first(tokens, i, basis)
    if len(raw) == 4 and raw.isdecimal():
        return calendar_years.point(tokens, i)
    return None


_ERAS = frozenset("bc bce b.c. b.c.e. ad a.d. ce".split())


def _in_era(tokens: Tokens, i: int) -> Value:
    """Read "431 BC", whose years the notation of dates lacks, and "70 AD"."""
    year = int(tokens.raw[i])
    value = f"{year:04d}" if tokens.word[i + 1] in ("ad", "a.d.", "ce") and 0 < year < 2200 else None
    return Value(i, i + 2, value, value, relative=False)


def month(tokens: Tokens, i: int, basis: Basis) -> Value | None:
    """Read what opens with a month: "March", "March 3, 2022", "March 3–5", "March 2022", "March of that year"."""
    number = month_at(tokens, i)
    if not number:
        return None
    k = i + 1
    dotted = tokens.word[i] in SHORT_MONTHS and k + 1 < tokens.size and tokens.raw[k] == "." and tokens.joined(k)
    if dotted and tokens.kind[k + 1] == "n":
        k += 1  # "Feb. 24"
    day = _day(tokens, k)
    if day:
        point = Point(i, day[1], None, None, month=number, day=day[0])
        second = _second_day(tokens, day[1], day[0])
        if second:
            return _days_of(tokens, point, second[0], second[1], basis)
        return _with_year(tokens, point, basis)
    return _with_year(tokens, Point(i, k, None, None, month=number), basis)


def season(tokens: Tokens, i: int, basis: Basis) -> Value | None:
    """Read a season with its year, or where a preposition shows that it is a time and not a spring offensive."""
    before = tokens.word[i - 1] if i > 0 else ""
    k = i + 1 + (i + 1 < tokens.size and tokens.word[i + 1] in ("of", ","))
    shared = _season_behind(tokens, i)
    if shared:  # "the spring and summer of 1941"
        point = Point(i, i + 1, None, None, season=SEASONS[tokens.word[i]], relative=False)
        point.settle(shared)
        return point
    year = year_at(tokens, k) or "year" in tokens.word[k + 1 : k + 3] and tokens.word[k] in _WHICH
    if not year:
        lead = tokens.word[i - 2] if before == "the" and i > 1 else before
        noun = i + 1 < tokens.size and tokens.kind[i + 1] == "w" and tokens.word[i + 1] not in PLAIN
        if lead not in ("in", "since", "by", "until", "during", "early", "late") or noun:
            return None
    return _with_year(tokens, Point(i, i + 1, None, None, season=SEASONS[tokens.word[i]]), basis)


def _season_behind(tokens: Tokens, i: int) -> int | None:
    """The year of a second season that is joined to this one."""
    if tokens.word[i + 1 : i + 2] != ["and"] or i + 2 >= tokens.size or tokens.word[i + 2] not in SEASONS:
        return None
    return year_at(tokens, i + 3 + (tokens.word[i + 3 : i + 4] == ["of"]))


def month_at(tokens: Tokens, i: int) -> int | None:
    """Return the month that token ``i`` names; None for "Jan Holub", "May said", "April Jones"."""
    if not 0 <= i < tokens.size:
        return None
    number = MONTHS.get(tokens.word[i])
    if not number or not (tokens.capital[i]):
        return None
    word = tokens.word[i]
    before = tokens.word[i - 1] if i > 0 else ""
    beside = i + 1 < tokens.size and tokens.kind[i + 1] == "n" and (_day(tokens, i + 1) or year_at(tokens, i + 1))
    behind = i > 0 and (tokens.kind[i - 1] == "n" or before in ORDINALS and tokens.joined(i - 1))
    if beside or behind:
        return number
    if word in SHORT_MONTHS:  # "Jan" and "Mar" are names, too
        return number if i + 1 < tokens.size and tokens.raw[i + 1] == "." and tokens.joined(i + 1) else None
    if i + 2 < tokens.size and tokens.raw[i + 1] in DASHES and tokens.word[i + 2] in MONTHS:
        return number  # "May–June"
    if before == "of" and i > 1:
        return number if word not in ("may", "march") or tokens.word[i - 2] in _PARTS_OF or behind else None
    if word in ("may", "march"):
        linked = before in ("to", "and", "or", "–", "-") and i > 1 and _ends_in_month(tokens, i - 2)
        following = i + 1 < tokens.size and tokens.word[i + 1] in ("of", "last", "this")
        return number if before in _BEFORE_MONTH and before != "after" or linked or following else None
    if (
        i + 1 < tokens.size
        and tokens.capital[i + 1]
        and before not in _BEFORE_MONTH
        and tokens.word[i + 1] not in MONTHS
    ):
        return None
    return number


_PARTS_OF = frozenset("end beginning start middle half month day days week weeks weekend night morning eve early "
                      "late mid".split())  # fmt: skip


def _ends_in_month(tokens: Tokens, i: int) -> bool:
    return tokens.word[i] in MONTHS or tokens.kind[i] == "n" or tokens.word[i] in ("months", "weeks", "year", "month")


def _day(tokens: Tokens, i: int) -> tuple[int, int] | None:
    """(day of the month, token after it), with or without its ordinal ending."""
    if not 0 <= i < tokens.size or tokens.kind[i] != "n":
        return None
    raw = tokens.raw[i]
    if len(raw) > 2 or not raw.isdecimal():
        return None
    day = int(raw)
    if not 1 <= day <= 31:
        return None
    ordinal = i + 1 < tokens.size and tokens.word[i + 1] in ORDINALS and tokens.joined(i + 1)
    return day, i + 1 + ordinal


def _second_day(tokens: Tokens, k: int, day: int) -> tuple[int, int] | None:
    """The later day of "3–5", "3 to 5", "3 and 4", which joins the day before token ``k``."""
    if k + 1 >= tokens.size:
        return None
    joiner = tokens.word[k]
    if joiner not in _JOINERS:
        return None
    second = _day(tokens, k + 1)
    if not second or second[0] <= day or joiner in ("and", "or") and second[0] != day + 1 and not _between(tokens, k):
        return None
    return second


def _between(tokens: Tokens, k: int) -> bool:
    return "between" in tokens.word[max(0, k - 4) : k]


def _day_first(tokens: Tokens, i: int, basis: Basis) -> Value | None:
    day = _day(tokens, i)
    if not day:
        return None
    k = day[1]
    second = _second_day(tokens, k, day[0])
    if second:
        m = second[1] + (second[1] < tokens.size and tokens.word[second[1]] == "of")
        named = month_at(tokens, m)
        if named:
            point = Point(i, k, None, None, month=named, day=day[0])
            return _days_of(tokens, point, second[0], _after_month(tokens, m), basis)
    m = k + (k < tokens.size and tokens.word[k] == "of")
    named = month_at(tokens, m)
    if not named:
        return _day_alone(tokens, i, day, basis)
    first = i - 1 if m > k and i > 0 and tokens.word[i - 1] == "the" else i
    return _with_year(tokens, Point(first, _after_month(tokens, m), None, None, month=named, day=day[0]), basis)


def _day_alone(tokens: Tokens, i: int, day: tuple[int, int], basis: Basis) -> Value | None:
    """Read "the 21st" in the month of the date before it."""
    number, last = day
    on = i > 1 and tokens.word[i - 1] == "the" and tokens.word[i - 2] in ("on", "by", "until", "to")
    if not on or last == i + 1 or basis.last is None:
        return None
    if not calendar_years.ends(tokens, last) and not _opens_clause(tokens, i - 2, last):
        return None
    start = basis.last[0]
    point = Point(i - 1, last, None, None, month=start.month, day=number)
    point.relative = basis.rests
    point.settle(start.year)
    return point


def _opens_clause(tokens: Tokens, i: int, k: int) -> bool:
    """ "On the 19th Bastogne was surrounded"; "On the 19th Army fell" names a unit."""
    return (
        tokens.raw[i] in ("On", "By")
        and tokens.capital[k]
        and tokens.word[k] not in _UNITS
        and k + 1 < tokens.size
        and tokens.kind[k + 1] == "w"
        and not tokens.capital[k + 1]
        and tokens.word[k + 1] not in _UNITS
    )


_UNITS = frozenset("army corps division brigade regiment battalion company fleet squadron panzer infantry armoured "
                   "armored airborne guards group".split())  # fmt: skip


def _after_month(tokens: Tokens, m: int) -> int:
    """The token after a month and the dot of its abbreviation, if a year follows that."""
    dotted = (
        m + 2 < tokens.size and tokens.raw[m + 1] == "." and tokens.joined(m + 1) and tokens.word[m] in SHORT_MONTHS
    )
    return m + 2 if dotted and (year_at(tokens, m + 2) or short_years.at(tokens, m + 2)) else m + 1


def _days_of(tokens: Tokens, point: Point, second: int, last: int, basis: Basis) -> Value:
    """The days from a point to the ``second`` of the same month."""
    point.last = last
    point = _with_year(tokens, point, basis)
    if point.start is None:
        return Value(point.first, point.last, None, None)
    return Value(point.first, point.last, point.start, f"{point.start[:-2]}{second:02d}", point.relative)


def _with_year(tokens: Tokens, point: Point, basis: Basis) -> Point:
    """Read the year behind a point, else give it the year that it rests on."""
    k = point.last
    if k < tokens.size and (
        tokens.word[k] == "," or tokens.word[k] == "of" and (not point.day or _says_year(tokens, k))
    ):
        k += 1
    year, last = _year_behind(tokens, k, point, basis)
    if not last and point.day and k < tokens.size and point.last > point.first + 1:
        short = short_years.at(tokens, k, basis.published)
        if short:  # "30 OCT 89"
            point.last, point.relative = short[1], False
            point.settle(short[0])
            return point
    if last:
        that = tokens.word[k] in ("that", "the")  # "that year", "the same year": of the date before
        point.last, point.relative = last, basis.rests if that else not year_at(tokens, k)
        point.settle(year)
        return point
    if basis.named is not None and not basis.near and not basis.fine and _is_told_now(tokens, point.first):
        basis = replace(basis, named=None)  # "The army says it killed 58 in June", long after "we began in 2021"
    rest(point, basis, is_ahead(tokens, point.first) or is_due(tokens, point.first, point.last))
    return point


def _is_told_now(tokens: Tokens, i: int) -> bool:
    """Return whether the clause before token ``i`` tells what somebody says now, in the present tense."""
    for k in range(i - 1, max(-1, i - 24), -1):
        if tokens.word[k] in _SAYS:
            return True
        if tokens.kind[k] == "b" or tokens.raw[k] in ".!?;":
            return False
    return False


_SAYS = frozenset("says say claims claim".split())


def _says_year(tokens: Tokens, k: int) -> bool:
    """ "4 July of the same year"; "4 July of 12 deaths" names none."""
    return "year" in tokens.word[k + 2 : k + 4] or bool(year_at(tokens, k + 1))


def _year_behind(tokens: Tokens, k: int, point: Point, basis: Basis) -> tuple[int | None, int]:
    """(year, token after it) of "2022", "last year", "this year", "that year"; (None, 0) where none stands there."""
    year = year_at(tokens, k)
    if year and not (tokens.raw[k - 1] == "," and _counts(tokens, k)):
        winter = (
            point.season == 24
            and k + 2 < tokens.size
            and (tokens.raw[k + 1] in DASHES or tokens.raw[k + 1] == "/")
            and tokens.joined(k + 1)
        )
        return year, k + 3 if winter and tokens.raw[k + 2].isdecimal() else k + 1  # "the winter of 2023–24"
    if tokens.word[k : k + 2] == ["that", "year"] or tokens.word[k : k + 3] == ["the", "same", "year"]:
        return (basis.last[0].year if basis.last else None), k + (2 if tokens.word[k] == "that" else 3)
    if tokens.word[k : k + 1] == ["the"] and tokens.word[k + 2 : k + 3] == ["year"] and tokens.word[k + 1] in _BESIDE:
        return (basis.last[0].year + _BESIDE[tokens.word[k + 1]] if basis.last else None), k + 3
    if tokens.word[k + 1 : k + 2] == ["year"] and tokens.word[k] in ("last", "this", "next"):
        shift = {"last": -1, "this": 0, "next": 1}[tokens.word[k]]
        return (basis.published.year + shift if basis.published else None), k + 2
    return None, 0


_WHICH = frozenset("that the this last".split())
_BESIDE = {"following": 1, "next": 1, "previous": -1, "preceding": -1}  # "in April of the following year"


def _counts(tokens: Tokens, k: int) -> bool:
    """Return whether the number at ``k`` counts the noun after it ("On 3 May, 1200 men")."""
    return k + 1 < tokens.size and tokens.kind[k + 1] == "w" and tokens.word[k + 1].endswith(("s", "men", "people"))


def _digit_date(tokens: Tokens, i: int) -> Value | None:
    raw = tokens.raw[i]
    if raw[4:5] == "-":
        year, number, day = map(int, raw.split("-"))
    else:
        day, number, year = map(int, raw.replace("/", ".").split("."))
        year += 2000 if year < 50 else 1900 if year < 100 else 0  # "24.02.22"
        if "/" in raw and number <= 12 and day <= 12 and day != number:
            return Value(i, i + 1, None, None)  # day first or month first: not ours to guess
        if number > 12 >= day and "/" in raw:
            day, number = number, day
    try:
        date(year, number, day)
    except ValueError:
        return None
    point = Point(i, i + 1, None, None, relative=False, year=year, month=number, day=day)
    point.settle(year)
    return point
