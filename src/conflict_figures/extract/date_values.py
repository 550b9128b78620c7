"""What calendar words are worth before they become a mention, and what they rest on."""

import calendar
from dataclasses import dataclass
from datetime import date, timedelta

from ..edtf import bounds
from .tokens import Tokens

_SLACK = timedelta(days=7)  # a day so soon after publication is the coming one, not that of the year before


@dataclass(slots=True)
class Basis:
    """What words without a year or day rest on: the day of publication, and the dates before them in the text."""

    published: date | None
    named: date | None = None  # first day of the last date that names its year
    fine: bool = False  # that date names its month, too
    near: bool = False  # and stands in the same paragraph
    current: bool = False  # a date around publication came before: the text is news, not history
    until: date | None = None  # the day of count that the head of a report names, or the paragraph
    headed: bool = False  # it is that of the head
    vague: bool = False  # the last words of time could not be placed ("a few days later"): no day rests on them
    at: int = 0  # the token behind the date before
    rests: bool = False  # the date before was resolved against publication
    span: str | None = None  # the date before, if it is a time from a start up to a day ("since March")
    day: tuple[date, date] | None = None  # the last date that is a single day, for "that day"
    last: tuple[date, date] | None = None  # first and last day of the date before, for "the next day"
    story: tuple[date, date] | None = None  # that before a date of speech, on which the next sentence rests


@dataclass(slots=True)
class Value:
    """A day, period or point of the calendar at tokens ``first`` to ``last``; ``start`` and ``end`` are EDTF points.

    ``edge`` is the first or last day where the words name one ("the end of May").
    """

    first: int
    last: int
    start: str | None
    end: str | None
    relative: bool = True
    role: str = "event"
    edge: str | None = None

    @property
    def edtf(self) -> str | None:
        """The value as EDTF, None where it is not known."""
        if self.start is None or self.end is None or self.start == self.end:
            return self.start
        return f"{self.start}/{self.end}"


@dataclass(slots=True)
class Point(Value):
    """A day, month, season or year with its parts, so that a range can share them ("3–5 May", "May to July 2024")."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    season: int | None = None

    def grain(self) -> tuple[bool, bool]:
        """Return what the words name, a month or season and a day, to tell like from unlike."""
        return bool(self.month or self.season), bool(self.day)

    def settle(self, year: int | None) -> None:
        """Give the point its year, and with it its value."""
        self.year = year
        parts = [f"{year:04d}"] if year else []
        if self.season or self.month:
            parts.append(f"{self.season or self.month:02d}")
        if self.day:
            parts.append(f"{self.day:02d}")
        self.start = self.end = "-".join(parts) if year else None


def unknown(first: int, last: int) -> Value:
    """Return the value of words that cannot be resolved."""
    return Value(first, last, None, None)


def days(first: int, last: int, start: date, end: date | None = None) -> Value:
    """Return the value of a day or of a period from one day to another."""
    return Value(first, last, start.isoformat(), (end or start).isoformat())


def month_of(year: int, month: int, shift: int = 0) -> str:
    """Return a month, moved by ``shift`` months, as EDTF.

    >>> month_of(2024, 1, -2)
    '2023-11'
    """
    count = year * 12 + month - 1 + shift
    return f"{count // 12:04d}-{count % 12 + 1:02d}"


def months_before(day: date, count: int) -> date:
    """Return the same day ``count`` months before, or the last day of a shorter month.

    >>> months_before(date(2024, 5, 31), 3)
    datetime.date(2024, 2, 29)
    """
    year, month = divmod(day.year * 12 + day.month - 1 - count, 12)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def first_day(edtf: str) -> date | None:
    """Return the first day of a value; None where it has none."""
    try:
        return bounds(edtf)[0]
    except ValueError:
        return None


def last_day(edtf: str) -> date | None:
    """Return the last day of a value; None where it has none."""
    try:
        return bounds(edtf)[1]
    except ValueError:
        return None


def rest(point: Point, basis: Basis, ahead: bool) -> None:
    """Give a point that names no year the one that it rests on.

    It is that of the date named before it, where the text tells of the past; else the latest that puts the
    point not after publication, or for a plan (``ahead``) the first that puts it not before.
    """
    published, named = basis.published, basis.named
    begins = point.month or ((point.season - 20) * 3 if point.season else 1)
    if published is None or named is not None and not ahead and _carries(basis, begins):
        point.relative = False
        point.settle(_carried(basis, begins) if named else None)
    elif ahead:
        passed = (begins, point.day or 31) < (published.month, published.day)
        point.settle(published.year + passed)
    else:
        limit = published + _SLACK if point.day else published
        point.settle(limit.year - ((begins, point.day or 1) > (limit.month, limit.day)))


def _carried(basis: Basis, month: int) -> int:
    """The year that a month without one has in a story: that of the date before, or past a December the next."""
    told, fine = basis.named, basis.fine
    if basis.last and not basis.rests and basis.last[1] >= told and basis.last[1].year - told.year < 2:
        told, fine = basis.last[1], basis.last[1] - basis.last[0] < _MONTHS
    return told.year + (fine and told.month - month >= _ROUND)  # "in 1935, … in January" is in that year


_MONTHS = timedelta(days=62)
_ROUND = 9  # months: in a story January comes after December, and after April is far more often before it


def _carries(basis: Basis, month: int) -> bool:
    """Return whether the year named last holds for a ``month``: in a history, or later in the same paragraph."""
    published, named = basis.published, basis.named
    if named.year >= published.year:
        return False
    begins = named
    if basis.last and not basis.rests and basis.last[0].year == named.year:
        begins = min(named, basis.last[0])  # "between 18 May and 6 June 1992 … on 24 May"
    return not basis.current or basis.near and basis.fine and month >= begins.month


_MODALS = frozenset({"could", "may", "might"})
_SENSING = frozenset("not have see hear only feel no smell".split())
_PLANS = frozenset("could may might will shall would expected planned due scheduled set plans intends promised pledged vowed "
                   "going upcoming to expect expects expecting intend intends aim aims hope hopes".split())  # fmt: skip
_BARE = frozenset(
    "free leave fly be follow take have receive send deliver meet hold return begin start arrive vote go open do".split()
)


def is_ahead(tokens: Tokens, i: int) -> bool:
    """Return whether the words before token ``i`` speak of what is still to come ("will meet on Friday")."""
    if _PLANS.isdisjoint(tokens.word[max(0, i - 13) : i]):
        return False
    for k in range(i - 1, max(-1, i - 14), -1):
        word = tokens.word[k]
        if word in _MODALS and (tokens.word[k + 1] in _SENSING or tokens.capital[k]):
            continue  # "could not reach the town in May"
        if word in _PLANS and (word != "to" or k > 0 and tokens.word[k + 1] in _BARE and _is_to_come(tokens, k)):
            return True
        if word in _STOPS or tokens.kind[k] == "b":
            return False
    return False


def is_due(tokens: Tokens, first: int, last: int) -> bool:
    """ "By 31 December a further 1,000 soldiers will have left": the plan is told behind its day."""
    if first < 1 or tokens.word[first - 1] != "by":
        return False
    for k in range(last, min(last + 12, tokens.size)):
        if tokens.word[k] == "will":
            return True
        if tokens.raw[k] in ".;:" or tokens.word[k] in ("said", "that", "had", "was", "were"):
            return False
    return False


def _is_to_come(tokens: Tokens, k: int) -> bool:
    """ "Are to meet", and in a headline "six hostages to go free on Saturday"."""
    if tokens.word[k - 1] in _COMING:
        return True
    first = k
    while first > 0 and k - first < 5 and (tokens.kind[first - 1] in "wn") and tokens.word[first - 1] not in _STOPS:
        first -= 1
    opens = first == 0 or tokens.kind[first - 1] == "b" or tokens.raw[first - 1] in "•-–*"
    return opens and 2 <= k - first <= 4 and tokens.word[k - 1].endswith("s") and tokens.word[k - 1] not in _FINITE


_FINITE = frozenset({"was", "is", "has"})
_COMING = frozenset("are is were was expected".split())
_STOPS = frozenset(". ! ? ; said".split())


def is_record(tokens: Tokens, since: int, first: int = 0) -> bool:
    """ "The deadliest day since May", "one of its largest raids since the war began": nothing is counted from then."""
    for k in range(since - 1, max(first - 1, since - 9), -1):
        if tokens.word[k] in _SUPERLATIVES:
            return True
        if tokens.kind[k] in "bn" or tokens.raw[k] in ",;.":
            return False
    return False


_SUPERLATIVES = frozenset("first worst deadliest largest biggest heaviest highest lowest bloodiest fiercest most "
                          "longest strongest latest".split())  # fmt: skip
