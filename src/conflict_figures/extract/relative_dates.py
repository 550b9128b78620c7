"""Words that rest on the day of publication: yesterday, Tuesday, last month, the past 24 hours.

Without that day they stay unresolved.
"""

from datetime import timedelta

from . import cardinals
from .calendar_words import MONTHS, SEASONS, WEEKDAYS, DateMention, mention
from .tokens import Tokens

DAYS = {"today": 0, "yesterday": -1, "overnight": -1, "tonight": 0}


def day(tokens: Tokens, i: int, published) -> DateMention:
    if published is None:
        return mention(tokens, i, i + 1, None, relative=True)
    if tokens.word[i] == "overnight":
        before = published - timedelta(days=1)
        return mention(tokens, i, i + 1, f"{before}/{published}", relative=True)
    day = published + timedelta(days=DAYS[tokens.word[i]])
    return mention(tokens, i, i + 1, day.isoformat(), relative=True)


def weekday(tokens: Tokens, i: int, published) -> DateMention:
    opener = tokens.word[i - 1] if i > 0 else ""
    first = i - 1 if opener in ("last", "this", "next") else i
    if published is None or opener in ("this", "next"):
        return mention(tokens, first, i + 1, None, relative=True)
    back = (published.weekday() - WEEKDAYS[tokens.word[i]]) % 7
    back = back or (7 if opener == "last" else 0)
    return mention(tokens, first, i + 1, (published - timedelta(days=back)).isoformat(), relative=True)


def period(tokens: Tokens, i: int, published) -> DateMention | None:
    word, unit = tokens.word[i], tokens.word[i + 1]
    if unit in WEEKDAYS:
        return weekday(tokens, i + 1, published)
    if (
        unit not in ("week", "month", "year", "night", "weekend", "morning")
        and unit not in SEASONS
        and unit not in MONTHS
    ):
        return None
    if word == "next" or published is None or unit in SEASONS:
        return mention(tokens, i, i + 2, None, relative=True)
    back = 1 if word == "last" else 0
    if unit == "night":
        edtf = f"{published - timedelta(days=1)}/{published}" if back else published.isoformat()
        return mention(tokens, i, i + 2, edtf, relative=True)
    if unit in ("morning", "weekend"):
        return mention(tokens, i, i + 2, published.isoformat() if unit == "morning" else None, relative=True)
    if unit == "week":
        monday = published - timedelta(days=published.weekday() + 7 * back)
        end = monday + timedelta(days=6) if back else published
        return mention(tokens, i, i + 2, f"{monday}/{end}", relative=True)
    if unit == "year":
        return mention(tokens, i, i + 2, f"{published.year - back:04d}", relative=True)
    if unit == "month":
        months = published.year * 12 + published.month - 1 - back
        return mention(tokens, i, i + 2, f"{months // 12:04d}-{months % 12 + 1:02d}", relative=True)
    month = MONTHS[unit]
    if not tokens.is_capital(i + 1):
        return None
    year = published.year - (1 if (month >= published.month and back) else 0)
    return mention(tokens, i, i + 2, f"{year:04d}-{month:02d}", relative=True)


_WINDOW_UNITS = {"hour": 1, "hours": 1, "day": 24, "days": 24, "week": 168, "weeks": 168, "month": 0, "months": 0,
                 "year": 0, "years": 0}  # fmt: skip


def window(tokens: Tokens, i: int, floor: int, published) -> DateMention | None:
    """The past day, the last 24 hours, the previous two weeks: up to the day of publication."""
    j, count = i + 1, 1
    number = cardinals.read(tokens, j) if j < tokens.size else None
    if number and number.value:
        j, count = number.end, int(number.value)
    if j >= tokens.size or tokens.word[j] not in _WINDOW_UNITS:
        return None
    if tokens.word[i] == "last" and j == i + 1:
        return None  # "last week" has a rule of its own
    first = i - 1 if tokens.word[i - 1] == "the" else i
    if first > floor and tokens.word[first - 1] in ("over", "in", "during", "within"):
        first -= 1
    edtf = None
    hours = _WINDOW_UNITS[tokens.word[j]] * count
    if published is not None and 0 < hours <= 24 * 3660:
        edtf = f"{published - timedelta(days=max(1, -(-hours // 24)))}/{published}"
    return mention(tokens, first, j + 1, edtf, role="reporting_period", relative=True)
