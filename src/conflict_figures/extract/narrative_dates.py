"""Words that rest on the date before them in the text: the next day, that month, the following June, two days later."""

from datetime import date, timedelta

from .calendar_words import DAY_PARTS, MONTHS, SEASONS, WEEKDAYS, DateMention, mention
from .calendar_years import year_at
from .date_values import Basis, Value, days, month_of, months_before, unknown
from .time_spans import HOURS, MONTHS_IN, count_behind
from .tokens import Tokens

_SAME = frozenset({"same", "that"})
_ON = frozenset({"following", "next"})
_BACK = frozenset({"previous", "preceding"})
_UNITS = frozenset(["day", "week", "month", "year"]) | DAY_PARTS


def same(tokens: Tokens, i: int, basis: Basis) -> Value | None:
    """Read "the same day", "that month", "that summer", "the same period"."""
    k = i + 1
    unit = tokens.word[k] if k < tokens.size else ""
    unit = "period" if unit in _STRETCHES and tokens.word[i] == "same" else unit
    if unit in MONTHS and tokens.word[i] == "that" and tokens.capital[k] and tokens.capital[i]:
        return _that_month(i, k + 1, MONTHS[unit], basis)
    if unit not in _UNITS and unit not in SEASONS and unit != "period":
        return None
    first = i - 1 if tokens.word[i] == "same" and i > 0 and tokens.word[i - 1] in ("the", "that", "this") else i
    if tokens.word[i] == "same" and first == i:
        return None
    last = _year_before(tokens, k + 1) if unit == "period" else k + 1
    if unit == "period" and last == k + 1 and basis.last and (year := _named_year(tokens, k + 1)):
        start, end = basis.last  # "the same period of 2024"
        if basis.span and len(basis.span) == 21:
            start, end = (date.fromisoformat(point) for point in basis.span.split("/"))
        apart = 12 * (start.year - year)
        begins, ends = months_before(start, apart), months_before(end, apart)
        if start.day == 1 and (end + timedelta(days=1)).day == 1:  # whole months stay whole
            return Value(first, k + 3, month_of(begins.year, begins.month), month_of(ends.year, ends.month))
        return days(first, k + 3, begins, ends)
    if unit == "period" and last == k + 1 and basis.span:
        begins, _, ends = basis.span.partition("/")
        return Value(first, last, begins, ends or begins, role="baseline")
    if basis.last is None:
        return unknown(first, last) if unit in ("day", "month", "year", "week") or last > k + 1 else None
    if basis.vague and unit not in ("year", "month") and unit not in SEASONS:
        return unknown(first, last)
    start, end = basis.last
    if unit in DAY_PARTS or unit == "day":
        since = basis.day and (basis.span or "").startswith(basis.day[0].isoformat())  # "since 7 October … that day"
        start, end = basis.day if basis.day and (since or start != end) else basis.last
    if unit == "month":
        value = month_of(start.year, start.month)
        return Value(first, k + 1, value, value)
    if unit == "year":
        return Value(first, k + 1, f"{start.year:04d}", f"{start.year:04d}")
    if unit in SEASONS:
        value = f"{start.year:04d}-{SEASONS[unit]}"
        return Value(first, k + 1, value, value)
    if unit == "week":
        monday = start - timedelta(days=start.weekday())
        return (
            days(first, k + 1, monday, monday + timedelta(days=6)) if start == end else days(first, k + 1, start, end)
        )
    if last > k + 1:
        return days(first, last, months_before(start, 12), months_before(end, 12))
    if unit == "period" or start == end:
        return days(first, k + 1, start, end)
    return unknown(first, k + 1)


_STRETCHES = frozenset("days nights weeks months quarter".split())  # "the same months of 2023"


def _that_month(first: int, last: int, month: int, basis: Basis) -> Value | None:
    """Read "That March" at the head of its clause: in the year, or winter, of the date before."""
    if basis.last is None:
        return None
    start, end = basis.last
    year = start.year + (end.year > start.year and (end - start).days < 300 and month < start.month)
    value = month_of(year, month)
    return Value(first, last, value, value)


def _named_year(tokens: Tokens, k: int) -> int | None:
    return year_at(tokens, k + 1) if tokens.word[k : k + 1] in (["of"], ["in"]) else None


def _year_before(tokens: Tokens, k: int) -> int:
    """The token after "last year", "a year earlier", "of the previous year", if that stands at ``k``; else ``k``."""
    j = k + (tokens.word[k : k + 1] in (["of"], ["in"]))
    if tokens.word[j : j + 2] in (["last", "year"], ["a", "year"]):
        return j + 2 + (tokens.word[j + 2 : j + 3] in (["earlier"], ["before"], ["ago"]))
    if tokens.word[j : j + 3] in (["the", "previous", "year"], ["the", "year", "before"], ["the", "preceding", "year"]):
        return j + 3
    return k


def neighbour(tokens: Tokens, i: int, basis: Basis) -> Value | None:
    """Read "the next day", "the following June", "the previous week", "the day before", "the week after"."""
    word, k = tokens.word[i], i + 1
    first = i - 1 if i > 0 and tokens.word[i - 1] == "the" else i
    if first == i:
        return None
    unit = tokens.word[k] if k < tokens.size else ""
    if word in ("day", "week", "month", "year", "night", "evening", "morning"):
        if unit not in ("before", "after") or not _closes(tokens, k + 1):
            return None
        return _beside(first, k + 1, word, -1 if unit == "before" else 1, basis)
    step = 1 if word in _ON else -1
    if unit in MONTHS and tokens.capital[k] or unit in WEEKDAYS and tokens.capital[k]:
        return _named(first, k + 1, unit, step, basis)
    if unit in SEASONS and not tokens.matches(k + 1, ("offensive",)):
        return _season_beside(first, k + 1, SEASONS[unit], step, basis)
    return _beside(first, k + 1, unit, step, basis) if unit in _UNITS else None


def _season_beside(first: int, last: int, code: int, step: int, basis: Basis) -> Value:
    """The first such season after the date before, or the last one over before it."""
    if basis.last is None:
        return unknown(first, last)
    start, end = basis.last
    begins = (code - 20) * 3  # its first month; the winter of a year begins in its December
    if end.year > start.year or (end - start).days > 100:
        year = end.year + 1 if step > 0 else start.year - 1
        year -= code == 24 and step > 0
    elif step > 0:
        year = end.year + (end.month >= begins)
    else:
        year = start.year - (start.month < begins + 3 or code == 24)
    value = f"{year:04d}-{code}"
    return Value(first, last, value, value)


def _closes(tokens: Tokens, k: int) -> bool:
    """ "the day before" ends its phrase; "the day before the attack" rests on an event."""
    return k >= tokens.size or tokens.kind[k] in "pb" or tokens.word[k] in _ONWARD


_ONWARD = frozenset("and in at by when had was were saw has".split())


def _beside(first: int, last: int, unit: str, step: int, basis: Basis) -> Value:
    if basis.last is None or basis.vague and unit not in ("year", "month"):
        return unknown(first, last)
    start, end = basis.last
    side = end if step > 0 else start
    if unit == "year":
        return Value(first, last, f"{side.year + step:04d}", f"{side.year + step:04d}")
    if unit == "month":
        value = month_of(side.year, side.month, step)
        return Value(first, last, value, value)
    if unit == "week":
        begins = end + timedelta(days=1) if step > 0 else start - timedelta(days=7)
        return days(first, last, begins, begins + timedelta(days=6))
    if unit == "night":
        eve = start - timedelta(days=1) if step < 0 else end
        return days(first, last, eve, eve + timedelta(days=1))
    if (end - start).days > 7:
        return unknown(first, last)  # the day after a month is none
    return days(first, last, end + timedelta(days=1) if step > 0 else start - timedelta(days=1))


def _named(first: int, last: int, unit: str, step: int, basis: Basis) -> Value:
    if basis.last is None or basis.vague and unit in WEEKDAYS:
        return unknown(first, last)
    start, end = basis.last
    if unit in WEEKDAYS:
        if step > 0:
            return days(first, last, end + timedelta(days=(WEEKDAYS[unit] - end.weekday() - 1) % 7 + 1))
        return days(first, last, start - timedelta(days=(start.weekday() - WEEKDAYS[unit] - 1) % 7 + 1))
    month = MONTHS[unit]
    year = end.year + (month <= end.month) if step > 0 else start.year - (month >= start.month)
    return Value(first, last, month_of(year, month), month_of(year, month))


def later(tokens: Tokens, i: int, floor: int, basis: Basis) -> Value | None:
    """Read "two days later", "a month earlier", "three weeks after" (at the end of its phrase)."""
    counted = count_behind(tokens, i, floor)
    if counted is None:
        return None
    count, unit, first = counted
    if tokens.word[i] in ("after", "before") and not _closes(tokens, i + 1):
        if count is not None and basis.last and basis.last[0] == basis.last[1] and _is_told_beside(tokens, first, basis):
            return _before_that(tokens, first, i, count, unit, basis)
        opens = tokens.word[i] == "after" and basis.last is None and basis.published is not None
        if not opens or count is None or count > 7 or not unit.startswith("day"):
            return None
        return days(first, i + 1, basis.published - timedelta(days=count))  # "Two days after the raid", at the head
    if unit.startswith("hour"):
        return None  # the same day or the next, nobody can say
    if count is None or basis.last is None or basis.vague and unit in HOURS:
        return unknown(first, i + 1)
    step = 1 if tokens.word[i] in ("later", "after") else -1
    start, end = basis.last
    if basis.story is not None and not _SENTENCE_ENDS.isdisjoint(tokens.raw[basis.at : first]):
        start, end = basis.story
    try:
        if unit in HOURS:
            if (end - start).days > (2 if step < 0 or basis.rests else 7):
                return unknown(first, i + 1)
            day = (end if step > 0 else start) + timedelta(days=step * count * HOURS[unit] // 24)
            value = day.isoformat() + ("~" if unit.startswith(("week", "fort")) and count > 1 else "")
            return Value(first, i + 1, value, value)
        day = months_before(start, -step * count * MONTHS_IN[unit])
    except (ValueError, OverflowError):
        return unknown(first, i + 1)
    value = f"{day.year:04d}" if unit.startswith(("year", "deca")) else f"{day.year:04d}-{day.month:02d}"
    return Value(first, i + 1, value, value)


def is_of_clause(tokens: Tokens, made: DateMention) -> bool:
    """Return whether a date is only that of the clause behind it ("a day after gunfire killed 25")."""
    return tokens.word[made.last - 1] in ("after", "before") and not _closes(tokens, made.last)


def _is_told_beside(tokens: Tokens, first: int, basis: Basis) -> bool:
    """ "On Wednesday, a day after gunfire killed 25", "it came two days after"."""
    before = tokens.word[first - 1] if first > 0 else ""
    if before in ("came", "comes", "followed", "just", "barely", "only"):
        return True
    return before == "," and first - basis.at < 40 and _SENTENCE_ENDS.isdisjoint(tokens.raw[basis.at : first])


_SENTENCE_ENDS = frozenset(".!?\n")


def _before_that(tokens: Tokens, first: int, i: int, count: int, unit: str, basis: Basis) -> Value | None:
    """The day of what the clause behind "a day after" tells, counted from the date before."""
    if not unit.startswith("day") or count > 14:
        return None
    step = -1 if tokens.word[i] == "after" else 1
    return days(first, i + 1, basis.last[0] + timedelta(days=step * count))


def when(tokens: Tokens, i: int, found: list[DateMention]) -> DateMention | None:
    """Read "since May 2014, when 40 fell": the start itself, which dates what follows."""
    if not found or found[-1].role != "baseline" or found[-1].last != i - 1 or tokens.raw[i - 1] != ",":
        return None
    start = found[-1].edtf.partition("/")[0] if found[-1].edtf else None
    return mention(tokens, i, i + 1, start, relative=found[-1].relative)


def stand_together(tokens: Tokens, one: DateMention, two: DateMention) -> None:
    """Give "two years later" the value of the date that it stands with ("in August 1990, two years later, …")."""
    k = one.last
    if not k < two.first <= k + 3 or tokens.raw[k] != "," or not two.edtf and not one.edtf:
        return
    between = tokens.word[k + 1 : two.first]
    if _is_later(tokens, one) and not _is_later(tokens, two) and set(between) <= {"on", "in", "the"}:
        _take(one, two)
    elif _is_later(tokens, two) and not between and tokens.raw[two.last : two.last + 1] in ([","], ["."]):
        if not _is_later(tokens, one) and any(ch.isdigit() for ch in one.text):
            _take(two, one)


_AWAY = frozenset({"later", "earlier"})


def _is_later(tokens: Tokens, mention: DateMention) -> bool:
    return tokens.word[mention.last - 1] in _AWAY


def _take(mention: DateMention, other: DateMention) -> None:
    if other.edtf and other.role == "event":
        mention.edtf, mention.start_date, mention.end_date = other.edtf, other.start_date, other.end_date
        mention.relative = other.relative
