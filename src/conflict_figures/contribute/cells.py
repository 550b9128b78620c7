"""Read single cells of a coding sheet: numbers as worded, codes, dates, names; each gives a value or a fault."""

import difflib
import re
from datetime import date

from conflict_figures import schema
from conflict_figures.contribute.columns import MANY, named
from conflict_figures.contribute.sheet import Row
from conflict_figures.edtf import is_valid
from conflict_figures.extract import find_numbers

#: The rule that gives a vague count its floor.
VAGUE = "vague_floor_1"
_WORDS = {"yes": True, "true": True, "x": True, "1": True, "no": False, "false": False, "0": False}
_SLASHED = re.compile(r"([0-9]{1,2})[./-]([0-9]{1,2})[./-]([0-9]{4})")


class Unreadable(Exception):
    """A cell that cannot be read; ``finding`` says why and what to do."""

    def __init__(self, finding) -> None:
        self.finding = finding
        super().__init__(str(finding))


def number(row: Row) -> dict:
    """Return value, bounds and qualifier of the number as worded."""
    words = row.cells["number"]
    found = find_numbers(words)
    if not found:
        raise Unreadable(row.fault(
            "number", "sheet-number", f"no number is read in '{words}'",
            "Write digits or words as English does, with the hedge before them: 1,200, about 1,200, at least 40, dozens",
        ))  # fmt: skip
    if len(found) > 1:
        raise Unreadable(row.fault("number", "sheet-number", f"'{words}' holds {len(found)} numbers", "Give each a row of its own"))
    one = found[0]
    rest = f"{words[: one.start]} {words[one.end :]}".strip()
    if rest:
        raise Unreadable(row.fault(
            "number", "sheet-number", f"'{rest}' in '{words}' is no part of the number",
            "Keep the number and its hedge, a range as 1,200 to 1,500; what is counted goes to `subject`, 'a day' to `rate_per`, 'another' is `increment`: yes",
        ))  # fmt: skip
    if one.currency and row.cells["unit"] not in (None, one.currency):
        raise Unreadable(row.fault("unit", "sheet-number", f"'{words}' is in {one.currency} and the unit is '{row.cells['unit']}'", f"Write {one.currency}"))
    return {
        "as_coded": words, "value": one.value, "low": one.low, "high": one.high, "qualifier": one.qualifier,
        "bound_rule": VAGUE if one.qualifier == "vague" else None, "unit": row.cells["unit"] or one.currency,
    }  # fmt: skip


def code(row: Row, column: str, default: str | None = None) -> str | None:
    """Return a code of the column's list."""
    value = row.cells[column]
    if value is None:
        return default
    listed = {one.code: one.title for one in schema.codes(named(column).codes)}
    if value not in listed:
        raise Unreadable(row.fault(column, "enum", f"'{value}' is not in its list", _nearest(value, listed)))
    return value


def _nearest(value: str, listed: dict[str, str]) -> str:
    """Return a remedy with the code that was meant, or all of them; a code is known by its title too.

    >>> _nearest("Ukraine", {"UKR": "Ukraine"}), _nearest("dead", {"killed": "Killed", "wounded": "Wounded"})
    ('Write UKR', 'Write one of killed, wounded')
    """
    words = {title.casefold(): code for code, title in listed.items()}
    if len(listed) < MANY:
        words |= {code.casefold(): code for code in listed}
    near = difflib.get_close_matches(value.casefold().replace(" ", "_"), words, n=1) or difflib.get_close_matches(value.casefold(), words, n=1)
    if near:
        return f"Write {words[near[0]]}"
    return f"Write one of {', '.join(listed)}" if len(listed) < MANY else "Write three capital letters, as in UKR"


def day(row: Row, column: str) -> str | None:
    """Return a day or period in EDTF."""
    value = row.cells[column]
    if value is None or is_valid(value):
        return value
    raise Unreadable(row.fault(column, "sheet-date", f"'{value}' is not a day or period", _meant(value)))


def whole_day(row: Row, column: str) -> date | None:
    """Return a day of the calendar."""
    value = row.cells[column]
    # the notation first: what Python takes for a day differs from version to version
    if value is None or (re.fullmatch("[0-9]{4}-[0-9]{2}-[0-9]{2}", value) and is_valid(value)):
        return None if value is None else date.fromisoformat(value)
    raise Unreadable(row.fault(column, "sheet-date", f"'{value}' is not a day", _meant(value)))


def _meant(value: str) -> str:
    """Return a remedy with the day that a spreadsheet made of it, or both where that is open.

    >>> _meant("30/04/2025"), _meant("3/4/2025")
    ('Write 2025-04-30', 'Write 2025-04-03 or 2025-03-04, whichever it is')
    """
    match = _SLASHED.fullmatch(value)
    if match:
        first, second, year = match.groups()
        days = dict.fromkeys(f"{year}-{month:0>2}-{day:0>2}" for day, month in ((first, second), (second, first)))
        days = [day for day in days if is_valid(day)]
        if days:
            return f"Write {' or '.join(days)}" + (", whichever it is" if len(days) > 1 else "")
    return "Write 2025-04-30, 2025-04, 2025-03/2025-06-14, ../2025-04-30 or 2024-10~"


def yes(row: Row, column: str) -> bool:
    """Return whether the cell says yes; an empty one says no."""
    value = row.cells[column]
    if value is None:
        return False
    if value.lower() not in _WORDS:
        raise Unreadable(row.fault(column, "sheet-yes", f"'{value}' is neither yes nor no", "Write yes, or leave the cell empty"))
    return _WORDS[value.lower()]


def name(row: Row, column: str, pattern: str, example: str) -> str | None:
    """Return a name that is made for ids."""
    value = row.cells[column]
    if value is not None and not re.fullmatch(pattern, value):
        raise Unreadable(row.fault(column, "pattern", f"'{value}' is not made of small letters, digits and single hyphens", f"Write it as in {example}"))
    return value
