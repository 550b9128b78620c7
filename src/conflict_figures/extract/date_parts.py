"""Parts of a day, month or year that the words name: "early March", "the end of May", "the night of 3 May"."""

from collections.abc import Callable
from datetime import timedelta

from .calendar_words import DAY_PARTS, MONTHS, SEASONS
from .calendar_years import year_at
from .date_values import (
    Basis,
    Point,
    Value,
    days,
    first_day,
    is_ahead,
    last_day,
    month_of,
    rest,
)
from .tokens import Tokens

Reader = Callable[[Tokens, int, Basis], Value | None]

MARKS = frozenset(["early", "mid", "late"])
EDGES = frozenset("start beginning end middle outset close".split())
WITHIN = DAY_PARTS | {"hours", "eve"}
_WHOLE = frozenset(["year", "month", "week"])
_LATE = frozenset({"end", "close"})
_TAILS = (*MONTHS, *SEASONS, *(f"{year}s" for year in range(1800, 2030, 10)), *map(str, range(1900, 2101)))
HYPHENATED = frozenset(f"{mark}-{tail}" for mark in MARKS for tail in _TAILS)


def marked(tokens: Tokens, i: int, basis: Basis, read: Reader) -> Value | None:
    """Read "early 2019", "late on Sunday", "early in May", "late last year": the month or year as a whole."""
    k = i + 1 + (i + 1 < tokens.size and tokens.word[i + 1] in ("in", "on", "-"))
    value = read(tokens, k, basis) if k < tokens.size else None
    if value is None or value.first > k or tokens.word[k] in MARKS or tokens.word[k] in EDGES:
        return None
    value.first = i
    return value


def hyphenated(tokens: Tokens, i: int, basis: Basis) -> Value | None:
    """Read "mid-October", "late-2024", "mid-1990s"."""
    tail = tokens.word[i].partition("-")[2]
    if tail in MONTHS or tail in SEASONS:
        year = year_at(tokens, i + 1)
        point = Point(i, i + 1, None, None, month=MONTHS.get(tail), season=SEASONS.get(tail))
        if year:
            point.last, point.relative = i + 2, False
            point.settle(year)
        else:
            rest(point, basis, False)
        return point
    if tail.endswith("s"):
        return Value(i, i + 1, tail[:4], f"{int(tail[:4]) + 9}", relative=False)
    return Value(i, i + 1, tail, tail, relative=False)


def edge(tokens: Tokens, i: int, basis: Basis, read: Reader) -> Value | None:
    """Read "the end of May", "the beginning of the year", "the start of last week"."""
    if i + 2 >= tokens.size or tokens.word[i + 1] != "of":
        return None
    k = i + 2
    if tokens.word[k] == "the" and tokens.word[k + 1 : k + 2] and tokens.word[k + 1] in _WHOLE:
        whole = _whole(k, tokens.word[k + 1], basis, tokens.word[k + 1] == "month" and not is_ahead(tokens, i))
        if tokens.word[k + 2 : k + 3] == ["of"]:
            return None
    else:
        k += tokens.word[k] == "the" and tokens.word[k + 1 : k + 2] != [] and tokens.word[k + 1] in _BESIDE
        whole = read(tokens, k, basis)  # "the middle of the following month"
        if whole is None or whole.first > k:
            return None
    side = tokens.word[i]
    day = None
    if whole.start and side != "middle":
        day = last_day(whole.end) if side in _LATE else first_day(whole.start)
    single = whole.start and whole.start == whole.end and len(whole.start) < 10
    value = whole.start
    if day and single and side in _LATE and i > 1 and tokens.word[i - 2 : i] == ["at", "the"]:
        value = whole.end = day.isoformat()  # "at the end of May" is its last day
    return Value(
        i, whole.last, value, value if single else whole.end, whole.relative, edge=day.isoformat() if day else None
    )


def over(tokens: Tokens, i: int, basis: Basis) -> Value | None:
    """Read "during the year", "over the month": the one of the date before, else of publication."""
    if i < 2 or tokens.word[i - 1] != "the" or tokens.word[i + 1 : i + 2] == ["of"]:
        return None
    if tokens.word[i - 2] not in _OVER and tokens.word[max(0, i - 3) : i - 1] != ["course", "of"]:
        return None
    return _whole(i - 1, tokens.word[i], basis, told=True)


def since_began(tokens: Tokens, i: int, basis: Basis) -> Value | None:
    """Read the year of "since the year began", "since this month started": from its first day."""
    if i < 2 or tokens.word[i - 1] not in ("the", "this") or tokens.word[i - 2] != "since":
        return None
    if tokens.word[i + 1 : i + 2] not in (["began"], ["started"], ["opened"]):
        return None
    value = _whole(i - 1, tokens.word[i], basis, told=False)
    begins = first_day(value.start) if value.start else None
    if begins:
        value.start = value.end = begins.isoformat()
    value.last = i + 2
    return value


_OVER = frozenset({"during", "over", "throughout"})


def _whole(k: int, unit: str, basis: Basis, told: bool) -> Value:
    """The year, month or week of publication, or in a history or for what is past (``told``) that of the date before."""
    day, against = basis.published, True
    if unit == "week" and basis.last and (basis.last[1] - basis.last[0]).days in (5, 6):
        return days(k, k + 2, *basis.last)  # "3–9 June … during the week"
    if basis.last and (day is None or told and basis.last[1] <= day or basis.named and not basis.current):
        day, against = basis.last[1], basis.rests
    if day is None:
        return Value(k, k + 2, None, None)
    if unit == "week":
        monday = day - timedelta(days=day.weekday())
        value = days(k, k + 2, monday, monday + timedelta(days=6))
    else:
        words = f"{day.year:04d}" if unit == "year" else month_of(day.year, day.month)
        value = Value(k, k + 2, words, words)
    value.relative = against
    return value


def within(tokens: Tokens, i: int, basis: Basis, read: Reader) -> Value | None:
    """Read "the morning of 17 April", "the early hours of Sunday", "the night of 3–4 May"."""
    if i + 2 >= tokens.size or tokens.word[i + 1] != "of":
        return None
    k = i + 2 + (tokens.word[i + 2] == "the" and tokens.word[i + 3 : i + 4] != [] and tokens.word[i + 3] in _BESIDE)
    value = read(tokens, k, basis) if k < tokens.size else None
    if value is None or value.first > k or value.start and len(value.start) < 10:
        return None
    first = i
    while first > 0 and (
        tokens.word[first - 1] in ("early", "late", "small", "the")
        or tokens.word[i] == "hours"
        and tokens.word[first - 1] in DAY_PARTS
    ):
        first -= 1
    value.first = first
    day = first_day(value.start) if value.start else None
    if day and tokens.word[i] == "night" and value.start == value.end and day == basis.published:
        value.start = (day - timedelta(days=1)).isoformat()  # a night already over ended on the day of publication
    return value


_BESIDE = frozenset("same next following previous preceding".split())  # "the evening of the same day"


def share_of_month(tokens: Tokens, i: int, basis: Basis, read: Reader) -> Value | None:
    """Read "first week of June", "last weekend of October", "last days of May"."""
    rank, unit = tokens.word[i], tokens.word[i + 1] if i + 1 < tokens.size else ""
    stretch = unit in _STRETCHES or rank == "latter" and unit in ("half", "part")
    if stretch and rank in _RANKS and tokens.word[i + 2 : i + 3] == ["of"]:
        return _stretch(tokens, i, basis, read)
    if unit not in ("week", "weekend") or tokens.word[i + 2 : i + 3] != ["of"] or rank not in _RANKS:
        return None
    whole = read(tokens, i + 3, basis) if i + 3 < tokens.size else None
    if whole is None or whole.first > i + 3 or not whole.start or len(whole.start) != 7 or whole.start != whole.end:
        return Value(i, whole.last, None, None) if whole and not whole.start else None
    begins, ends = first_day(whole.start), last_day(whole.start)
    if unit == "week":
        start = ends - timedelta(days=6) if rank == "last" else begins + timedelta(days=7 * _RANKS[rank])
        value = days(i, whole.last, start, start + timedelta(days=6))
    else:
        saturday = (
            ends - timedelta(days=(ends.weekday() - 6) % 7 + 1)
            if rank == "last"
            else begins + timedelta(days=(5 - begins.weekday()) % 7 + 7 * _RANKS[rank])
        )
        value = days(i, whole.last, saturday, saturday + timedelta(days=1))
    value.relative = whole.relative
    return value


def _stretch(tokens: Tokens, i: int, basis: Basis, read: Reader) -> Value | None:
    """Read "the first months of 1864", "the final weeks of the year", "the latter half of June": the whole of it."""
    whole = read(tokens, i + 3, basis) if i + 3 < tokens.size else None
    if whole is None or whole.first > i + 3 or not whole.start or whole.start != whole.end or len(whole.start) > 7:
        return None
    return Value(i, whole.last, whole.start, whole.start, whole.relative)


_STRETCHES = frozenset("days weeks months stages".split())
_RANKS = {"latter": -1, "closing": -1, "first": 0, "second": 1, "third": 2, "fourth": 3, "last": -1, "final": -1,
          "opening": 0}  # fmt: skip
