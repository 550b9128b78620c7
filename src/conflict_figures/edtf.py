"""The first and last day of a date in EDTF, for the part of level 1 that the codebook uses.

That part is: year, month, day, season (21 spring, 22 summer, 23 autumn, 24 winter), each with ``?``
(uncertain), ``~`` (approximate) or ``%`` (both) behind it; two of these as an interval, one of which may
be ``..`` for an open end. A mark never widens the bounds: nothing says by how much.

The grammar is small and its results end up in published rows, so it is read here by one expression;
the edtf package gives a second opinion in the tests.
"""

import calendar
import re
from datetime import date, timedelta

# Seasons are meteorological and northern; the winter of a year starts in its December.
_SEASON_STARTS = {"21": 3, "22": 6, "23": 9, "24": 12}
_POINT = re.compile(
    r"(?P<year>[0-9]{4})(?:-(?:(?P<season>2[1-4])|(?P<month>0[1-9]|1[0-2])(?:-(?P<day>[0-9]{2}))?))?[~?%]?", re.ASCII
)


def bounds(edtf: str) -> tuple[date | None, date | None]:
    """The first and last day that a value covers; None on the side of an open end.

    Raises
    ------
    ValueError
        For text outside the notation, a day that no calendar has, or an interval that ends before it starts.

    >>> [str(day) for day in bounds("2025-02~")]
    ['2025-02-01', '2025-02-28']
    >>> [str(day) for day in bounds("2025-03/2025-06-14")]
    ['2025-03-01', '2025-06-14']
    >>> bounds("../2025-04-30")
    (None, datetime.date(2025, 4, 30))
    >>> bounds("last week")
    Traceback (most recent call last):
    ValueError: 'last week' is no date in EDTF
    """
    first, slash, last = edtf.partition("/")
    if not slash:
        return _point(first, edtf)
    if first == last == "..":
        raise _wrong(edtf)
    start = None if first == ".." else _point(first, edtf)
    end = None if last == ".." else _point(last, edtf)
    # compared by first day: a month may run from its own first day ("2025-03-10/2025-03"), never backwards
    if start and end and (start[0] > end[1]):
        raise ValueError(f"{edtf!r} ends before it starts")
    return start[0] if start else None, end[1] if end else None


def is_valid(edtf: str) -> bool:
    """Whether `bounds` can read the value.

    >>> is_valid("2024-10~"), is_valid("2025-02-30"), is_valid("2025-5")
    (True, False, False)
    """
    try:
        bounds(edtf)
    except ValueError:
        return False
    return True


def precision(edtf: str) -> int | None:
    """UCDP's date precision of the value: 1 a day, 2 two to six days, 3 a week, 4 up to 31 days, 5 longer.

    None for an interval with an open end, which has no length.

    >>> [precision(value) for value in ("2025-04-30", "2025-04-28/2025-05-04", "2025-04", "2025", "../2025")]
    [1, 3, 4, 5, None]
    """
    start, end = bounds(edtf)
    if start is None or end is None:
        return None
    days = (end - start).days + 1
    # 31 days, not 30, so that a whole month is a month also in January
    return next((level for level, most in ((1, 1), (2, 6), (3, 7), (4, 31)) if days <= most), 5)


def _point(text: str, whole: str) -> tuple[date, date]:
    match = _POINT.fullmatch(text)
    if not match or match["year"] == "0000":
        raise _wrong(whole)
    year = int(match["year"])
    if match["season"]:
        return _season(year, match["season"], whole)
    if not match["month"]:
        return date(year, 1, 1), date(year, 12, 31)
    month = int(match["month"])
    last_day = calendar.monthrange(year, month)[1]
    if not match["day"]:
        return date(year, month, 1), date(year, month, last_day)
    day = int(match["day"])
    if not 1 <= day <= last_day:
        raise ValueError(f"{whole!r} names a day that the calendar does not have")
    return date(year, month, day), date(year, month, day)


def _season(year: int, code: str, whole: str) -> tuple[date, date]:
    first = _SEASON_STARTS[code]
    after = (year + 1, first - 9) if first > 9 else (year, first + 3)
    if after[0] > 9999:
        raise _wrong(whole)
    return date(year, first, 1), date(*after, 1) - timedelta(days=1)


def _wrong(edtf: str) -> ValueError:
    return ValueError(f"{edtf!r} is no date in EDTF")
