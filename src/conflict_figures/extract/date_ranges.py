"""Ranges: two values that a word or dash joins ("from 3 May to 9 June", "March–June", "Friday to Tuesday")."""

from datetime import timedelta

from .calendar_words import DASHES, MONTHS, WEEKDAYS, DateMention
from .calendar_words import mention as make_mention
from .calendar_years import year_at
from .date_parts import Reader
from .date_values import Basis, Point, Value, first_day
from .tokens import Tokens


def join(tokens: Tokens, value: Value, floor: int, basis: Basis, read: Reader) -> DateMention | None:
    """Return the mention of a range whose first end is ``value`` ("from 3 May to 9 June", "March–June")."""
    k = value.last
    while k < tokens.size and _is_clock(tokens, k):
        k += 1
    if k + 1 >= tokens.size:
        return None
    joiner = tokens.word[k]
    opener = tokens.word[value.first - 1] if value.first > floor else ""
    if joiner == "and":
        if opener != "between" and not _between_hours(tokens, value.first, floor):
            return _neighbours(tokens, value, k, basis, read)
    elif joiner == "/":  # "July/August 1944"
        if value.end and len(value.end) == 10 or not tokens.joined(k):
            return None
    elif joiner not in ("to", "until", "till", "through") and not (tokens.raw[k] in DASHES and _names_two(tokens, k)):
        return None
    j = k + 1
    while j < tokens.size - 1 and (tokens.kind[j] == "t" or tokens.word[j] in ("the", "on")) and j < k + 4:
        j += 1  # "between 19:30 on 5 March and 19:30 on 6 March"
    second = read(tokens, j, basis)
    if second is None or second.last <= k or second.first > j:
        return None
    if value.edge or second.edge:
        return _with_edge(tokens, value, second)
    if isinstance(value, Point) != isinstance(second, Point) and not (is_day(value) and is_day(second)):
        return None
    if isinstance(value, Point) and isinstance(second, Point):
        if value.grain() != second.grain():
            return None
        if second.year is not None and not year_at(tokens, value.last - 1) and year_at(tokens, second.last - 1):
            value.year = None  # "from 8 to 23 March 1937": not that of the date before
        _share_year(value, second, basis)
    first = value.first
    if not value.start or not second.end:
        return make_mention(tokens, first, second.last, None, relative=True)
    start = value.start
    if is_day(value) and value.relative and start > second.end:  # "from Friday to Tuesday"
        start = (first_day(start) - timedelta(days=7)).isoformat()
    if start > second.end:
        return None
    relative = value.relative and second.relative
    return make_mention(tokens, first, second.last, f"{start}/{second.end}", relative=relative)


def _with_edge(tokens: Tokens, value: Value, second: Value) -> DateMention | None:
    """ "Between April and the end of June", "from the start of May to 3 June": in months, or in days to a day."""
    if not value.start or not second.end:
        return None
    start, end = value.start, second.end
    if value.edge and (is_day(second) or len(start) == 4):
        start = value.edge if is_day(second) else value.edge[:7]
    if second.edge and (is_day(value) or len(end) == 4):
        end = second.edge if is_day(value) else second.edge[:7]
    if start > end:
        return None
    return make_mention(tokens, value.first, second.last, f"{start}/{end}", relative=value.relative and second.relative)


def _neighbours(tokens: Tokens, value: Value, k: int, basis: Basis, read: Reader) -> DateMention | None:
    """ "On Wednesday and Thursday", "in January and February 2025": two that follow on each other are one time."""
    one, two = tokens.word[value.last - 1], tokens.word[k + 1]
    months = one in MONTHS and two in MONTHS and MONTHS[two] == MONTHS[one] % 12 + 1 and not getattr(value, "day", 1)
    week = one in WEEKDAYS and two in WEEKDAYS and WEEKDAYS[two] == (WEEKDAYS[one] + 1) % 7
    if not (months or week) or value.last - value.first > 1:
        return None
    second = read(tokens, k + 1, basis)
    if second is None or second.first != k + 1 or months and getattr(second, "day", 1):
        return None
    if months and isinstance(value, Point) and isinstance(second, Point):
        if second.year is not None and not year_at(tokens, value.last - 1) and year_at(tokens, second.last - 1):
            value.year = None
        _share_year(value, second, basis)
    if not value.start or not second.end:
        return make_mention(tokens, value.first, second.last, None, relative=True)
    if value.start > second.end:
        return None
    relative = value.relative and second.relative
    return make_mention(tokens, value.first, second.last, f"{value.start}/{second.end}", relative=relative)


def _names_two(tokens: Tokens, k: int) -> bool:
    """A dash between two dates joins them if it is short, or has no space around it: not that of a dateline."""
    return tokens.joined(k) == tokens.joined(k + 1) and (tokens.raw[k] != "—" or tokens.joined(k))


def _between_hours(tokens: Tokens, i: int, floor: int) -> bool:
    """ "Between 19:30 on" before the first day."""
    i -= tokens.word[i - 1] == "on"
    return i - 2 >= floor and _is_clock(tokens, i - 1) and tokens.word[i - 2] == "between"


def _is_clock(tokens: Tokens, k: int) -> bool:
    """ "18:00", and "0600" as forces write it."""
    if tokens.kind[k] == "t":
        return True
    raw = tokens.raw[k]
    return tokens.kind[k] == "n" and len(raw) == 4 and raw.isdecimal() and raw < "2400" and raw[2] < "6"


def is_day(value: Value) -> bool:
    return bool(value.start) and value.start == value.end and len(value.start) == 10


def _share_year(first: Point, second: Point, basis: Basis) -> None:
    """Let the end of a range whose year is not said take that of the other end."""
    one, two = (first.month or 0, first.day or 0), (second.month or 0, second.day or 0)
    if second.year is not None and (first.relative or first.year is None) and first.month:
        first.settle(second.year - (one > two))
    elif not first.relative and second.relative and first.year is not None and second.month:
        second.settle(first.year + (one > two))


def run_on(tokens: Tokens, value: Value) -> None:
    """Let "for a second day on Friday", "for the third straight night on 4 May" open on the first of these days."""
    k = value.first - 1 - (value.first > 0 and tokens.word[value.first - 1] in ("on", ","))
    if k < 3 or tokens.word[k] not in ("day", "night") or not is_day(value):
        return
    k -= 1 + (tokens.word[k - 1] in _STRAIGHT)
    if tokens.word[k] in _NTH and tokens.word[k - 2] == "for":
        value.start = (first_day(value.start) - timedelta(days=_NTH[tokens.word[k]])).isoformat()


_STRAIGHT = frozenset("straight consecutive successive running".split())
_NTH = {"second": 1, "third": 2, "fourth": 3, "fifth": 4, "sixth": 5, "seventh": 6}
