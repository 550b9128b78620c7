"""Words that rest on the day of publication: yesterday, Tuesday, last month, the past 24 hours, 30 years ago.

Without that day they stay unresolved.
"""

from datetime import date, timedelta

from .calendar_words import DAY_PARTS, MONTHS, SEASONS, SHORT_WEEKDAYS, WEEKDAYS
from .date_values import Basis, Value, days, is_ahead, month_of, unknown
from .tokens import Tokens

DAYS = {"today": 0, "yesterday": -1, "overnight": -1, "tonight": 0, "tomorrow": 1}
_SHIFTS = {"last": -1, "this": 0, "next": 1}
_NEWSPAPERS = frozenset("times telegraph mirror mail express herald post tribune star agreement".split())
_NAMED_DAYS = frozenset("black bloody good ash sheffield holy".split())
_WEEK_LEAD = frozenset("on last next this since by until late early before after from of to and between".split())


def day(tokens: Tokens, i: int, basis: Basis) -> Value:
    """Read "yesterday", "overnight", "tomorrow morning"."""
    last = _with_part(tokens, i + 1)
    if basis.published is None:
        return unknown(i, last)
    if tokens.word[i] == "overnight":
        k = i + 1 + (i + 1 < tokens.size and is_weekday(tokens, i + 1))  # "overnight (Tuesday) into Wednesday"
        k += tokens.word[k : k + 2] in (["and", "into"], [",", "into"])
        if tokens.word[k : k + 1] in (["into"], ["to"]) and k + 1 < tokens.size and is_weekday(tokens, k + 1):
            second = weekday(tokens, k + 1, basis)
            ends = date.fromisoformat(second.end)
            last = second.last
            if tokens.word[last : last + 1] == [","] and tokens.kind[last + 1 : last + 2] == ["n"]:
                last += 3 if "".join(tokens.word[last + 2 : last + 3]) in MONTHS else 0  # ", 14 December"
            return days(i, last, ends - timedelta(days=1), ends)
        if i + 1 < tokens.size and is_weekday(tokens, i + 1):  # "overnight Thursday"
            value = weekday(tokens, i + 1, basis)
            if value.start and date.fromisoformat(value.start) == basis.published:
                value.start = (basis.published - timedelta(days=1)).isoformat()
            value.first = i
            return value
        return days(i, i + 1, basis.published - timedelta(days=1), basis.published)
    shift = DAYS[tokens.word[i]]
    if tokens.word[max(0, i - 3) : i] == ["the", "day", "before"] and shift == -1:
        return days(i - 3, last, basis.published - timedelta(days=2))
    return days(i, last, basis.published + timedelta(days=shift))


def since_dawn(i: int, basis: Basis) -> Value:
    """Read the "dawn", "morning" of "since dawn": the day of publication."""
    return days(i, i + 1, basis.published) if basis.published else unknown(i, i + 1)


def _with_part(tokens: Tokens, k: int) -> int:
    """The token after "morning", "evening", … if that stands at ``k``."""
    return k + 1 if k < tokens.size and tokens.word[k] in DAY_PARTS else k


def is_weekday(tokens: Tokens, i: int) -> bool:
    """Return whether token ``i`` names a day of the week: not "Sun" the newspaper, nor "Black Friday"."""
    if not tokens.capital[i]:
        return False
    word, before = tokens.word[i], tokens.word[i - 1] if i > 0 else ""
    if word in WEEKDAYS:
        paper = i + 1 < tokens.size and tokens.word[i + 1] in _NEWSPAPERS and tokens.capital[i + 1]
        return not paper and not (before in _NAMED_DAYS and tokens.capital[i - 1])
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
        and not tokens.capital[k + 1]
    ):
        k += tokens.joined(k)
    last = _with_part(tokens, k)
    if basis.published is None or opener in ("this", "every", "each"):
        return unknown(first, last)
    number = WEEKDAYS.get(tokens.word[i], SHORT_WEEKDAYS.get(tokens.word[i]))
    if opener == "the" and basis.last is not None and tokens.word[i - 2] in ("on", "by") and not basis.vague:
        day = _of_story(number, basis.last)
        if day is not None and day <= basis.published:
            return days(i - 1, last, day)
    back = (basis.published.weekday() - number) % 7
    if opener == "next":  # "next Friday" said on a Monday may be either of two
        following = basis.published + timedelta(days=7 - back)
        return days(first, last, following) if number <= basis.published.weekday() else unknown(first, last)
    if opener == "last" and back < 2:
        back += 7  # "last Monday" said on a Tuesday is not yesterday
    if back and opener != "last" and (is_ahead(tokens, first) or _opens_plan(tokens, first, last)):
        back -= 7
    return days(first, last, basis.published - timedelta(days=back))


def _of_story(number: int, told: tuple[date, date]) -> date | None:
    """The day of "on the Friday" in the days that are told of, or right behind the one day; None for longer times."""
    start, end = told
    if (end - start).days > 13:
        return None
    behind = (number - start.weekday()) % 7
    return start + timedelta(days=behind or (7 if start == end else 0))


def _opens_plan(tokens: Tokens, first: int, last: int) -> bool:
    """ "On Wednesday, 14 more victims will be buried": the plan is told behind the day."""
    k = first - (first > 0 and tokens.word[first - 1] == "on")
    if k > 0 and tokens.kind[k - 1] != "b" and tokens.raw[k - 1] not in ".!?”\"":
        return False
    for j in range(last, min(last + 14, tokens.size)):
        if tokens.word[j] == "will":
            return True
        if tokens.raw[j] in ".;:" or tokens.word[j] in ("said", "say", "says", "that"):
            return False
    return False


def weekend(tokens: Tokens, i: int, basis: Basis) -> Value | None:
    """Read "the weekend", "last weekend", "weekend fighting": Saturday and Sunday, not after publication."""
    opener = tokens.word[i - 1] if i > 0 else ""
    first = i - 1 if opener in ("the", "last", "this", "past", "next") else i
    if tokens.word[i + 1 : i + 2] == ["of"]:
        return None  # "the weekend of 10 May" has its own days
    if basis.published is None or opener in ("next", "this") and basis.published.weekday() < 5:
        return unknown(first, i + 1)
    back = (basis.published.weekday() - 5) % 7
    if opener == "the" and basis.published.weekday() < 5 and is_ahead(tokens, first):
        back -= 7  # "expects 900 more over the weekend"
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
    if unit in MONTHS and tokens.capital[k]:
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
