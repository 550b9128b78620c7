"""Calendar expressions: found in the text, resolved to EDTF against the publication date, never guessed."""

import calendar
from dataclasses import dataclass
from datetime import date, timedelta

from . import relative_dates
from .calendar_words import MONTHS, SEASONS, WEEKDAYS, DateMention
from .calendar_words import mention as make_mention
from .tokens import Tokens

_SHORT = frozenset("jan feb mar apr jun jul aug sept sep oct nov dec".split())
_DASHES = ("-", "–", "—")
_AS_OF = (("so", "far"), ("to", "date"), ("currently",), ("until", "now"), ("up", "to", "now"), ("as", "of", "now"))
_PARTS = frozenset("early mid late".split())
_YEAR_BEFORE = frozenset("- – between in since of from until by during before after early mid late to and through ( , spring "
                         "summer autumn winter fall".split())  # fmt: skip


@dataclass(slots=True)
class _Point:
    """A day, month, season or year, up to token ``last``."""

    last: int
    year: int | None
    month: int | None = None
    day: int | None = None
    season: int | None = None
    inferred: bool = False  # the year is that of the publication

    def edtf(self) -> str | None:
        if self.year is None:
            return None
        parts = [f"{self.year:04d}"]
        if self.season or self.month:
            parts.append(f"{self.season or self.month:02d}")
        if self.day:
            parts.append(f"{self.day:02d}")
        return "-".join(parts)


_YEAR_STARTS = [["the", word, "of", "the", "year"] for word in ("beginning", "start")]
_OPENERS = (
    frozenset(MONTHS) | frozenset(WEEKDAYS) | frozenset(SEASONS) | {words[0] for words in _AS_OF}
    | frozenset("since past last this next previous preceding today yesterday overnight tonight".split())
)  # fmt: skip


_EARLIEST = 1500  # the first year of publication against which words are resolved


def find(tokens: Tokens, published: date | None) -> list[DateMention]:
    """Return the calendar expressions of a text in order, without overlaps."""
    if published is not None and published.year < _EARLIEST:
        published = None  # a slip rather than a date, and "the past century" would leave the calendar
    found: list[DateMention] = []
    i, floor = 0, 0
    anchor_year = None
    while i < tokens.size:
        opens = tokens.kind[i] in "nd" or tokens.word[i] in _OPENERS
        mention = _at(tokens, i, floor, published, anchor_year) if opens else None
        if mention is None:
            i += 1
            continue
        if mention.start_date and not mention.relative:
            anchor_year = mention.start_date.year
        found.append(mention)
        i = floor = max(mention.last, i + 1)
    return found


def _at(tokens: Tokens, i: int, floor: int, published, anchor_year) -> DateMention | None:
    word = tokens.word[i]
    for words in _AS_OF:
        if word == words[0] and tokens.matches(i, words):
            return make_mention(tokens, i, i + len(words), None, role="as_of", relative=True)
    if word in ("past", "last", "previous", "preceding") and i > floor and tokens.word[i - 1] in ("the", "over"):
        window = relative_dates.window(tokens, i, floor, published)
        if window:
            return window
    if word == "since" and tokens.word[i + 1 : i + 6] in _YEAR_STARTS:
        edtf = f"{published.year}-01-01/{published}" if published else None
        return make_mention(tokens, i, i + 6, edtf, role="baseline", relative=True)
    if word in relative_dates.DAYS:
        return relative_dates.day(tokens, i, published)
    if word in ("last", "this", "next") and i + 1 < tokens.size:
        return relative_dates.period(tokens, i, published)
    if word in WEEKDAYS and tokens.is_capital(i):
        return relative_dates.weekday(tokens, i, published)
    point = _point(tokens, i, published, anchor_year)
    if point is None:
        return None
    return _from_point(tokens, i, floor, point, published, anchor_year)


# ---- points: a day, a month, a season, a year
def _year(tokens: Tokens, i: int) -> int | None:
    if i >= tokens.size or tokens.kind[i] != "n" or len(tokens.raw[i]) != 4 or not tokens.raw[i].isdecimal():
        return None
    year = int(tokens.raw[i])
    return year if 1000 <= year <= 2199 else None


def _day(tokens: Tokens, i: int) -> tuple[int, int] | None:
    """(day of the month, token after it), with or without its ordinal ending."""
    if i >= tokens.size or tokens.kind[i] != "n" or not tokens.raw[i].isdecimal() or len(tokens.raw[i]) > 2:
        return None
    day = int(tokens.raw[i])
    if not 1 <= day <= 31:
        return None
    ordinal = i + 1 < tokens.size and tokens.word[i + 1] in ("st", "nd", "rd", "th") and tokens.joined(i + 1)
    return day, i + 1 + ordinal


def _month(tokens: Tokens, i: int) -> int | None:
    if i >= tokens.size or not tokens.is_capital(i):
        return None
    month = MONTHS.get(tokens.word[i])
    if month and tokens.word[i] in _SHORT:  # "Jan" and "Mar" are names, too
        beside = (tokens.kind[k] for k in (i - 1, i + 1) if 0 <= k < tokens.size)
        dotted = i + 1 < tokens.size and tokens.raw[i + 1] == "." and tokens.joined(i + 1)
        return month if dotted or "n" in beside else None
    return month


def _month_behind(tokens: Tokens, i: int) -> int | None:
    """The month of the day at ``i``, which the day before it shares."""
    second = _day(tokens, i)
    return _month(tokens, second[1]) if second else None


def _nearest_year(month: int, day: int | None, published: date | None, anchor_year: int | None) -> int | None:
    """A month without its year is the latest one not after publication; else the year the text last named."""
    if published is None:
        return anchor_year
    return published.year if (month, day or 1) <= (published.month, published.day) else published.year - 1


def _point(tokens: Tokens, i: int, published, anchor_year) -> _Point | None:
    if tokens.kind[i] == "d":
        return _digit_date(tokens, i)
    day = _day(tokens, i)
    if day:
        k = day[1] + 1 if day[1] < tokens.size and tokens.word[day[1]] == "of" else day[1]
        month = _month(tokens, k)
        if not month and k + 1 < tokens.size and (tokens.word[k] in ("and", "to", "or") or tokens.raw[k] in _DASHES):
            month = _month_behind(tokens, k + 1)  # "between 3 and 9 May"
            if month:
                year = _year(tokens, _day(tokens, k + 1)[1] + 1)
                return _Point(
                    k, year or _nearest_year(month, day[0], published, anchor_year), month, day[0], inferred=not year
                )
        if month:
            year = _year(tokens, k + 1)
            last = k + 2 if year else k + 1
            return _Point(
                last, year or _nearest_year(month, day[0], published, anchor_year), month, day[0], inferred=not year
            )
    month = _month(tokens, i)
    if month and tokens.word[i] in ("may", "march", "mar") and not _reads_as_month(tokens, i):
        return None
    if month:
        dot = i + 2 < tokens.size and tokens.raw[i + 1] == "." and tokens.joined(i + 1) and len(tokens.word[i]) < 5
        i += dot  # "Feb. 24"
        after = _day(tokens, i + 1)
        if after:
            k = after[1]
            comma = k < tokens.size and tokens.raw[k] == ","
            year = _year(tokens, k + comma)
            last = k + comma + 1 if year else k
            return _Point(
                last, year or _nearest_year(month, after[0], published, anchor_year), month, after[0], inferred=not year
            )
        k = i + 1 + (i + 2 < tokens.size and tokens.word[i + 1] in ("of", ","))
        year = _year(tokens, k)
        last = k + 1 if year else i + 1
        return _Point(last, year or _nearest_year(month, None, published, anchor_year), month, inferred=not year)
    season = SEASONS.get(tokens.word[i])
    if season and tokens.word[i] != "fall" or season and i > 0 and tokens.word[i - 1] in ("the", "in"):
        k = i + 1 + (i + 1 < tokens.size and tokens.word[i + 1] == "of")
        year = _year(tokens, k)
        return _Point(k + 1, year, season=season) if year else _Point(i + 1, None, season=season)
    year = _year(tokens, i)
    if year and 1500 <= year <= 2100 and _is_year(tokens, i):
        return _Point(i + 1, year)
    return None


def _reads_as_month(tokens: Tokens, i: int) -> bool:
    before = tokens.word[i - 1] if i > 0 else ""
    after = i + 1 < tokens.size and tokens.kind[i + 1] == "n"
    return after or before in ("in", "since", "of", "by", "until", "from", "to", "last", "early", "mid", "late", "and")


def _is_year(tokens: Tokens, i: int) -> bool:
    """A bare four-digit number is a year after a preposition, in brackets, or between commas; not before a noun."""
    if i + 1 < tokens.size and tokens.kind[i + 1] == "w" and tokens.joined(i + 1):
        return tokens.word[i + 1] == "s"
    before = tokens.word[i - 1] if i > 0 else ""
    if before not in _YEAR_BEFORE and before not in ("the", "this", "that"):
        return False
    after = tokens.word[i + 1] if i + 1 < tokens.size else "."
    if before in ("the", "this", "that"):  # "the 2020 war": a bare year before a noun in the singular
        return int(tokens.raw[i]) >= 1900 and after.isalpha() and not after.endswith("s") and after != "people"
    if before in (",", "(", "of", "to", "by", "from", "and", "after", "before", "-", "–"):
        # "of 2,000 soldiers" has its comma; "of 1944;" ends a phrase
        return i + 1 >= tokens.size or tokens.kind[i + 1] in "pbs" or after in _PLAIN
    return True


_PLAIN = frozenset("and to the a an he she it they when who which that as but or with in on at for while was were is "
                   "has had have".split())  # fmt: skip


def _digit_date(tokens: Tokens, i: int) -> _Point | None:
    raw = tokens.raw[i]
    if raw[4:5] == "-":
        year, month, day = map(int, raw.split("-"))
    else:
        day, month, year = map(int, raw.replace("/", ".").split("."))
        if "/" in raw and month <= 12 and day <= 12 and day != month:
            return _Point(i + 1, None)  # day first or month first: not ours to guess
        if month > 12 >= day and "/" in raw:
            day, month = month, day
    try:
        date(year, month, day)
    except ValueError:
        return None
    return _Point(i + 1, year, month, day)


def _from_point(tokens: Tokens, i: int, floor: int, point: _Point, published, anchor_year) -> DateMention:
    first, last, edtf = i, point.last, point.edtf()
    part = tokens.word[i - 1] if i > floor else ""
    if part in _PARTS and edtf:
        first, edtf = i - 1, edtf + "~"
    second = None
    if last + 1 < tokens.size and (
        tokens.word[last] in ("to", "and", "until", "through") or tokens.raw[last] in _DASHES
    ):
        second = _point(tokens, last + 1, published, anchor_year or point.year)
        if second and (second.month is None) != (point.month is None):
            second = None
    opener = tokens.word[first - 1] if first > floor else ""
    if second and edtf and second.edtf() and opener != "on":
        if point.year > second.year and point.month:
            point.year = second.year
        if point.edtf() <= second.edtf():
            start = first - 1 if opener in ("between", "from") else first
            return make_mention(tokens, start, second.last, f"{point.edtf()}/{second.edtf()}", relative=second.inferred)
    if point.day is None and point.month is None and point.season is None and _decade(tokens, last, point):
        return make_mention(tokens, first, last + 1, f"{point.year}/{point.year + 9}")
    began = _begins(tokens, first, floor)
    if opener == "since" or began:
        first = first if opener == "since" else began + 1
        end = published.isoformat() if published else ".."
        against = point.inferred or published is not None
        return make_mention(
            tokens, first - 1, last, f"{edtf}/{end}" if edtf else None, role="baseline", relative=against
        )
    if opener == "of" and first - 2 >= floor and tokens.word[first - 2] == "as":
        return make_mention(tokens, first - 2, last, edtf, role="as_of")
    if opener == "of" and first - 2 >= floor and tokens.word[first - 2] == "night" and point.day:
        night = date(point.year, point.month, point.day) if _exists(point) else None
        if night:  # the night of a day is the one that ends in it
            return make_mention(tokens, first, last, f"{night - timedelta(days=1)}/{night}")
    if opener == "by":
        return make_mention(tokens, first - 1, last, f"../{edtf}" if edtf else None, relative=point.inferred)
    return make_mention(tokens, first, last, edtf, relative=point.inferred)


def _begins(tokens: Tokens, first: int, floor: int) -> int:
    """The token of "since" in "since the truce began in May"; 0 where there is none."""
    if first - 2 < floor or tokens.word[first - 1] not in ("in", "on") or tokens.word[first - 2] not in _BEGINNINGS:
        return 0
    return next((k for k in range(first - 3, max(floor, first - 9) - 1, -1) if tokens.word[k] == "since"), 0)


_BEGINNINGS = frozenset({"began", "started", "erupted", "begun"})


def _exists(point: _Point) -> bool:
    return bool(point.year) and point.day <= calendar.monthrange(point.year, point.month)[1]


def _decade(tokens: Tokens, last: int, point: _Point) -> bool:
    return (
        last < tokens.size and tokens.word[last] == "s" and tokens.joined(last) and point.year is not None
        and point.year % 10 == 0
    )  # fmt: skip
