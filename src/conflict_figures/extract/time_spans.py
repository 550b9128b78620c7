"""Spans of hours, days, months, years: the past 24 hours, 30 years ago, the 72 hours to Tuesday."""

from datetime import date, timedelta

from . import cardinals
from .date_parts import Reader
from .date_values import Basis, Value, days, first_day, month_of, months_before, unknown
from .tokens import Tokens

HOURS = {"hour": 1, "hours": 1, "day": 24, "days": 24, "week": 168, "weeks": 168, "fortnight": 336}
MONTHS_IN = {"month": 1, "months": 1, "year": 12, "years": 12, "decade": 120, "decades": 120}
_OVER = frozenset("in over during for within these our".split())
_VAGUE = frozenset("few several couple many recent".split())


def window(tokens: Tokens, i: int, basis: Basis) -> Value | None:
    """Read "the past day", "the last 24 hours", "past three months": up to the day of publication."""
    first = i - 1 if i > 0 and tokens.word[i - 1] == "the" else i
    if (
        tokens.word[i] == "last"
        and first == i
        and tokens.kind[i + 1] != "n"
        and tokens.word[i + 1] not in cardinals.SMALL
    ):
        return None  # "last week" has a rule of its own
    if (
        tokens.word[i] == "last"
        and first == i
        and i > 0
        and tokens.word[i - 1] not in _OVER
        and tokens.kind[i - 1] == "w"
    ):
        return None  # "which would last six weeks"
    counted = _count(tokens, i + 1)
    if counted is None:
        return None
    count, unit, last = counted
    if last < tokens.size and tokens.word[last] == "of":
        return None  # "the last week of the siege"
    published = basis.published
    role = "reporting_period"
    beside = all(mark not in ".!?\n" for mark in tokens.raw[basis.at : i] if len(mark) == 1)
    if tokens.word[i] in ("previous", "preceding") and basis.last and count and unit == "hours" and beside:
        before = back(basis.last[0], count, unit)  # it ends where the period named before it starts
        return days(first, last, before, basis.last[0]) if before else None
    if count is None or published is None:
        return Value(first, last, None, None, role=role)
    start = back(published, count, unit)
    if start is None:
        return None
    return Value(first, last, start.isoformat(), published.isoformat(), role=role)


def _count(tokens: Tokens, j: int) -> tuple[int | None, str, int] | None:
    """(how many, unit, token after it) of "24 hours", "week", "few days"; None where no span of time is read."""
    count: int | None = 1
    if j < tokens.size and tokens.word[j] in _VAGUE:
        count, j = None, j + 1 + (tokens.word[j : j + 2] == ["couple", "of"])
    elif j < tokens.size and (number := cardinals.read(tokens, j)) and number.value:
        whole = number.value == int(number.value) and number.value < 2000
        count, j = int(number.value) if whole else None, number.end
    if j >= tokens.size or tokens.word[j] not in HOURS and tokens.word[j] not in MONTHS_IN:
        return None
    return count, tokens.word[j], j + 1


def back(day: date, count: int, unit: str) -> date | None:
    """Return the day that lies ``count`` units before another; None beyond the calendar."""
    try:
        if unit in HOURS:
            return day - timedelta(days=max(1, -(-HOURS[unit] * count // 24)))
        return months_before(day, count * MONTHS_IN[unit])
    except (ValueError, OverflowError):
        return None


def recent(tokens: Tokens, i: int, basis: Basis) -> Value | None:
    """Read "recent weeks", "coming days": a time that nobody can put on the calendar."""
    after = tokens.word[i + 1] if i + 1 < tokens.size else ""
    return unknown(i, i + 2) if after in HOURS or after in MONTHS_IN else None


def ago(tokens: Tokens, i: int, floor: int, basis: Basis) -> Value | None:
    """Read "30 years ago" back from "ago": a day, a month, a year, as fine as the unit; weeks only about."""
    counted = count_behind(tokens, i, floor)
    if counted is None:
        return None
    count, unit, first = counted
    published = basis.published
    if count is None or published is None:
        return unknown(first, i + 1)
    start = back(published, count, unit)
    if start is None:
        return None
    if unit.startswith("hour"):
        start = published - timedelta(days=count // 24)
    value = start.isoformat()
    value = {"week": value + "~", "mont": value[:7], "year": value[:4], "deca": value[:4] + "~"}.get(unit[:4], value)
    last = i + 1
    if tokens.word[last : last + 1] == ["today"] and unit[:4] in ("year", "deca", "mont", "week"):
        return days(first, last + 1, start)  # "80 years ago today"
    if tokens.word[last : last + 1] and tokens.word[last] in ("this", "next", "last") and unit[:4] in ("year", "deca"):
        value, last = _anniversary(tokens, last, published, start.year) or (value, last)  # "30 years ago next month"
    return Value(first, last, value, value)


def _anniversary(tokens: Tokens, k: int, published: date, year: int) -> tuple[str, int] | None:
    """(value, token after it) of the "this week", "next month" that says when in the ``year`` it was."""
    shift = {"last": -1, "this": 0, "next": 1}[tokens.word[k]]
    unit = tokens.word[k + 1] if k + 1 < tokens.size else ""
    if unit == "month":
        value = month_of(year, published.month, shift)
        return value, k + 2
    return (f"{year:04d}", k + 2) if unit in ("week", "weekend", "year", "spring", "summer", "autumn", "winter") else None


def count_behind(tokens: Tokens, i: int, floor: int) -> tuple[int | None, str, int] | None:
    """(how many, unit, first token) of the span of time that ends before token ``i`` ("two weeks" later)."""
    if i - 2 < floor or tokens.word[i - 1] not in HOURS and tokens.word[i - 1] not in MONTHS_IN:
        return None
    unit = tokens.word[i - 1]
    for first in range(max(floor, i - 5), i - 1):
        word = tokens.word[first]
        if tokens.kind[first] == "n" or word in cardinals.SMALL or word in ("a", "an"):
            if word in ("a", "an") and first == i - 2:
                return 1, unit, first
            number = cardinals.read(tokens, first)
            if number and number.value and number.end == i - 1 and number.value < 2000:
                return int(number.value), unit, first
        if word in _VAGUE and first >= i - 3:
            return None, unit, first - (tokens.word[first - 1] in ("a", "the") and first > floor)
    return None


def up_to(tokens: Tokens, i: int, floor: int, basis: Basis, read: Reader) -> Value | None:
    """Read "72 hours to Tuesday evening", "week to 3 May": so long, up to the day that they name."""
    k = i + 1
    if tokens.word[k : k + 1] not in (["to"], ["ending"], ["until"]) or k + 1 >= tokens.size:
        return None
    k += 1 + (tokens.word[k + 1] in ("on", "the"))
    counted = count_behind(tokens, k - 1 if tokens.word[k - 1] not in ("on", "the") else k - 2, floor)
    count, unit, first = counted or (1, tokens.word[i], i)
    if counted is None and (i == 0 or tokens.word[i - 1] != "the" or unit.endswith("s")):
        return None
    end = read(tokens, k, basis) if k < tokens.size else None
    if end is None or end.first > k:
        return None
    first -= first > floor and tokens.word[first - 1] == "the"
    if end.end and len(end.end) == 7 and count and unit in MONTHS_IN:  # "the 12 months to September"
        year, month = int(end.end[:4]), int(end.end[5:])
        start = month_of(year, month, 1 - count * MONTHS_IN[unit]) if month < 13 else None
        return Value(first, end.last, start, end.end if start else None, end.relative, "reporting_period")
    day = first_day(end.end) if end.end and len(end.end) == 10 else None
    start = back(day, count, unit) if day and count else None
    role = "reporting_period"
    if start is None:
        return Value(first, end.last, None, None, role=role)
    return Value(first, end.last, start.isoformat(), day.isoformat(), end.relative, role)
