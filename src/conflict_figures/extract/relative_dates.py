"""Words that rest on the day of publication: yesterday, Tuesday, last month, the past 24 hours, 30 years ago.

Without that day they stay unresolved.
"""

from datetime import date, timedelta

from . import cardinals
from .calendar_words import DAY_PARTS, MONTHS, SEASONS, SHORT_WEEKDAYS, WEEKDAYS
from .date_values import Basis, Value, days, is_ahead, month_of, months_before, unknown
from .tokens import Tokens

DAYS = {"today": 0, "yesterday": -1, "overnight": -1, "tonight": 0, "tomorrow": 1}
_SHIFTS = {"last": -1, "this": 0, "next": 1}
_NEWSPAPERS = frozenset("times telegraph mirror mail express herald post tribune star agreement".split())
_NAMED_DAYS = frozenset("black bloody good ash sheffield holy".split())
_WEEK_LEAD = frozenset("on last next this since by until late early before after from of to and between".split())
HOURS = {"hour": 1, "hours": 1, "day": 24, "days": 24, "week": 168, "weeks": 168, "fortnight": 336}
MONTHS_IN = {"month": 1, "months": 1, "year": 12, "years": 12, "decade": 120, "decades": 120}
_OVER = frozenset("in over during for within these our".split())
_VAGUE = frozenset("few several couple many recent".split())


def day(tokens: Tokens, i: int, basis: Basis) -> Value:
    """Read "yesterday", "overnight", "tomorrow morning"."""
    last = _with_part(tokens, i + 1)
    if basis.published is None:
        return unknown(i, last)
    if tokens.word[i] == "overnight":
        k = i + 1 + (i + 1 < tokens.size and is_weekday(tokens, i + 1))  # "overnight (Tuesday) into Wednesday"
        if tokens.word[k : k + 1] in (["into"], ["to"]) and k + 1 < tokens.size and is_weekday(tokens, k + 1):
            second = weekday(tokens, k + 1, basis)
            ends = date.fromisoformat(second.end)
            return days(i, second.last, ends - timedelta(days=1), ends)
        return days(i, i + 1, basis.published - timedelta(days=1), basis.published)
    shift = DAYS[tokens.word[i]]
    if tokens.word[max(0, i - 3) : i] == ["the", "day", "before"] and shift == -1:
        return days(i - 3, last, basis.published - timedelta(days=2))
    return days(i, last, basis.published + timedelta(days=shift))


def _with_part(tokens: Tokens, k: int) -> int:
    """The token after "morning", "evening", … if that stands at ``k``."""
    return k + 1 if k < tokens.size and tokens.word[k] in DAY_PARTS else k


def is_weekday(tokens: Tokens, i: int) -> bool:
    """Return whether token ``i`` names a day of the week: not "Sun" the newspaper, nor "Black Friday"."""
    if not tokens.is_capital(i):
        return False
    word, before = tokens.word[i], tokens.word[i - 1] if i > 0 else ""
    if word in WEEKDAYS:
        paper = i + 1 < tokens.size and tokens.word[i + 1] in _NEWSPAPERS and tokens.is_capital(i + 1)
        return not paper and not (before in _NAMED_DAYS and tokens.is_capital(i - 1))
    if word not in SHORT_WEEKDAYS or i + 1 >= tokens.size:
        return False
    after, kind = tokens.word[i + 1], tokens.kind[i + 1]
    dotted = after == "." and tokens.joined(i + 1)
    if after in DAY_PARTS or kind == "t" or kind == "n" and len(after) <= 2 or before in _WEEK_LEAD and dotted:
        return True
    return before in _WEEK_LEAD and word in ("tue", "tues", "thu", "thur", "thurs", "fri")


def weekday(tokens: Tokens, i: int, basis: Basis) -> Value:
    """Read "Tuesday", "last Tuesday", "Sunday night", "on Tues."; the latest one, or for a plan the next."""
    opener = tokens.word[i - 1] if i > 0 else ""
    first = i - 1 if opener in _SHIFTS else i
    k = i + 1
    if (
        tokens.word[i] in SHORT_WEEKDAYS
        and k + 1 < tokens.size
        and tokens.raw[k] == "."
        and not tokens.is_capital(k + 1)
    ):
        k += tokens.joined(k)
    last = _with_part(tokens, k)
    if basis.published is None or opener in ("this", "every", "each"):
        return unknown(first, last)
    number = WEEKDAYS.get(tokens.word[i], SHORT_WEEKDAYS.get(tokens.word[i]))
    back = (basis.published.weekday() - number) % 7
    if opener == "next":  # "next Friday" said on a Monday may be either of two
        following = basis.published + timedelta(days=7 - back)
        return days(first, last, following) if number <= basis.published.weekday() else unknown(first, last)
    back = back or (7 if opener == "last" else 0)
    if back and opener != "last" and is_ahead(tokens, first):
        back -= 7
    return days(first, last, basis.published - timedelta(days=back))


def weekend(tokens: Tokens, i: int, basis: Basis) -> Value | None:
    """Read "the weekend", "last weekend", "weekend fighting": Saturday and Sunday, not after publication."""
    opener = tokens.word[i - 1] if i > 0 else ""
    first = i - 1 if opener in ("the", "last", "this", "past", "next") else i
    if tokens.word[i + 1 : i + 2] == ["of"]:
        return None  # "the weekend of 10 May" has its own days
    if basis.published is None or opener in ("next", "this") and basis.published.weekday() < 5:
        return unknown(first, i + 1)
    back = (basis.published.weekday() - 5) % 7
    back += 7 if opener == "last" and basis.published.weekday() >= 5 else 0
    saturday = basis.published - timedelta(days=back)
    return days(first, i + 1, saturday, saturday + timedelta(days=1))


def period(tokens: Tokens, i: int, basis: Basis) -> Value | None:
    """Read "last week", "this year", "next month", "last March", "last summer", "this morning"."""
    word, k = tokens.word[i], i + 1
    unit = tokens.word[k]
    shift = _SHIFTS[word]
    if is_weekday(tokens, k):
        return weekday(tokens, k, basis)
    if unit in MONTHS and tokens.is_capital(k):
        return _named_month(tokens, i, MONTHS[unit], shift, basis)
    if unit in SEASONS:
        return _named_season(i, SEASONS[unit], shift, basis)
    if unit == "weekend":
        return weekend(tokens, k, basis)
    if unit not in _PERIODS or tokens.word[k + 1 : k + 2] == ["of"]:
        return None  # "the last week of the siege"
    published = basis.published
    if published is None:
        return unknown(i, k + 1)
    return _PERIODS[unit](i, k + 1, published, shift)


def _week(first: int, last: int, published: date, shift: int) -> Value:
    monday = published - timedelta(days=published.weekday() - 7 * shift)
    return days(first, last, monday, published if shift == 0 else monday + timedelta(days=6))


def _month(first: int, last: int, published: date, shift: int) -> Value:
    value = month_of(published.year, published.month, shift)
    return Value(first, last, value, value)


def _year(first: int, last: int, published: date, shift: int) -> Value:
    value = f"{published.year + shift:04d}"
    return Value(first, last, value, value)


def _night(first: int, last: int, published: date, shift: int) -> Value:
    return days(first, last, published - timedelta(days=1), published) if shift < 0 else days(first, last, published)


def _quarter(first: int, last: int, published: date, shift: int) -> Value:
    begins = (published.month - 1) // 3 * 3 + 1
    start = month_of(published.year, begins, 3 * shift)
    return Value(first, last, start, month_of(published.year, begins, 3 * shift + 2))


def _decade(first: int, last: int, published: date, shift: int) -> Value:
    begins = published.year // 10 * 10 + 10 * shift
    return Value(first, last, f"{begins:04d}", f"{begins + 9:04d}")


def _day(first: int, last: int, published: date, shift: int) -> Value:
    return days(first, last, published)


_PERIODS = {"week": _week, "month": _month, "year": _year, "night": _night, "quarter": _quarter, "decade": _decade,
            "morning": _day, "afternoon": _day, "evening": _day}  # fmt: skip


def _named_month(tokens: Tokens, i: int, number: int, shift: int, basis: Basis) -> Value:
    published = basis.published
    if published is None:
        return unknown(i, i + 2)
    year = published.year
    if shift < 0:
        year -= number >= published.month
    elif shift > 0:
        year += number <= published.month
    value = month_of(year, number)
    return Value(i, i + 2, value, value)


def _named_season(i: int, code: int, shift: int, basis: Basis) -> Value:
    """The last season is the latest that is over, this the one of the year, the next the first still to begin."""
    published = basis.published
    if published is None:
        return unknown(i, i + 2)
    begins, ends = (code - 20) * 3, (code - 20) * 3 + 3  # first month, and the month after it
    year = published.year
    if code == 24:
        year -= (
            published.month < 9 if shift == 0 else (1 if shift < 0 and published.month >= 3 else 2 if shift < 0 else 0)
        )
    elif shift < 0:
        year -= published.month < ends
    elif shift > 0:
        year += published.month >= begins
    value = f"{year:04d}-{code}"
    return Value(i, i + 2, value, value)


# ---- spans of hours, days, weeks, months, years
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
    return Value(first, i + 1, value, value)


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
