"""Days as people and spreadsheets write them; where day and month could be either, both are named."""

import re
from datetime import date

from conflict_figures.edtf import is_valid

_MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december",
)  # fmt: skip
_NUMBERS = re.compile(r"([0-9]{1,2})[/.\- ]\s?([0-9]{1,2})[/.\- ]\s?([0-9]{4}|[0-9]{2})\.?")
_YEAR_FIRST = re.compile(r"([0-9]{4})[/.\- ]?([0-9]{1,2})[/.\- ]?([0-9]{1,2})(?:[T ].*)?")
_DAY_FIRST_WORD = re.compile(r"([0-9]{1,2})(?:st|nd|rd|th|\.)?\s?[ \-]?(?:of )?([a-z]{3,9})\.?,?[ \-]([0-9]{4})")
_MONTH_FIRST_WORD = re.compile(r"([a-z]{3,9})\.? ([0-9]{1,2})(?:st|nd|rd|th)?,? ([0-9]{4})")
_MONTH_WORD = re.compile(r"([a-z]{3,9})\.?,? ([0-9]{4})")
_MONTH_NUMBER = re.compile(r"([0-9]{1,2})[/.]([0-9]{4})")
_YEAR_MONTH = re.compile(r"([0-9]{4})[/.\-]?([0-9]{1,2})")
_ABOUT = re.compile(r"(?:about|around|circa|ca\.?|c\.|approximately|~)\s*")


def day(cell: str) -> str | None:
    """The day that ``cell`` spells, as 2025-04-30; None where no calendar has it.

    >>> [day(cell) for cell in ("30/04/2025", "April 30, 2025", "30 Apr 2025", "2025/4/30", "20250430", "31.4.2025")]
    ['2025-04-30', '2025-04-30', '2025-04-30', '2025-04-30', '2025-04-30', None]
    >>> day("03/04/2025")
    '2025-04-03 (day first) or 2025-03-04 (month first)'
    """
    text = " ".join(cell.split()).lower()
    for weekday in ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"):
        text = text.removeprefix(weekday).lstrip(", ")
    if match := _YEAR_FIRST.fullmatch(text):
        return _iso(match[1], match[2], match[3])
    if match := _NUMBERS.fullmatch(text):
        return _either(*match.groups())
    if match := _DAY_FIRST_WORD.fullmatch(text):
        return _iso(match[3], _month(match[2]), match[1])
    if match := _MONTH_FIRST_WORD.fullmatch(text):
        return _iso(match[3], _month(match[1]), match[2])
    return None


def edtf(cell: str) -> str | None:
    """The date in EDTF that ``cell`` spells: a day, a month, about a date, a period.

    >>> [edtf(cell) for cell in ("30.04.2025", "April 2025", "about April 2025", "2025-4", "2025-04-01 to 2025-04-30", "last week")]
    ['2025-04-30', '2025-04', '2025-04~', '2025-04', '2025-04-01/2025-04-30', None]
    """
    text = " ".join(cell.split()).lower()
    about = _ABOUT.match(text)
    if about and about.end():
        found = edtf(text[about.end() :])
        return f"{found}~" if found and not set("~/ ") & set(found) else None
    for between in (" to ", " until ", " – ", " - ", "–", "/"):
        first, found, last = text.partition(between)
        if found and _point(first) and _point(last) and " " not in (period := f"{_point(first)}/{_point(last)}"):
            return period if is_valid(period) else None
    return _point(text)


def _point(text: str) -> str | None:
    if is_valid(text.strip().upper()):
        return text.strip()
    found = day(text)
    if found:
        return found
    month = None
    if match := _MONTH_WORD.fullmatch(text):
        month = _month(match[1]), match[2]
    elif match := _MONTH_NUMBER.fullmatch(text):
        month = int(match[1]), match[2]
    elif match := _YEAR_MONTH.fullmatch(text):
        month = int(match[2]), match[1]
    return f"{month[1]}-{month[0]:02}" if month and month[0] and 1 <= month[0] <= 12 and month[1] != "0000" else None


def _either(first: str, second: str, year: str) -> str | None:
    # two digits of a year are of this century: no row of the dataset is older
    year = year if len(year) == 4 else f"20{year}"
    day_first, month_first = _iso(year, second, first), _iso(year, first, second)
    if day_first and month_first and day_first != month_first:
        return f"{day_first} (day first) or {month_first} (month first)"
    return day_first or month_first


def _month(word: str) -> int | None:
    return next((number for number, name in enumerate(_MONTHS, 1) if name.startswith(word) or word == "sept" and number == 9), None)


def _iso(year: str, month: str | int | None, number: str) -> str | None:
    if month is None:
        return None
    try:
        return date(int(year), int(month), int(number)).isoformat()
    except ValueError:
        return None
