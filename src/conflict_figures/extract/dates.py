"""Calendar expressions: found in the text, resolved to EDTF against the publication date, never guessed.

Each value is read where its first word stands; the words around it then make it a range, a start ("since"), an
end ("by") or the day of a count ("as of").
"""

from datetime import date, timedelta

from . import (
    calendar_points,
    calendar_shares,
    date_openers,
    date_parts,
    date_ranges,
    holidays,
    lexicon,
    narrative_dates,
    relative_dates,
    time_spans,
)
from .calendar_words import (
    DAY_PARTS,
    MONTHS,
    SEASONS,
    SHORT_WEEKDAYS,
    WEEKDAYS,
    DateMention,
)
from .calendar_words import mention as make_mention
from .date_values import Basis, Value, first_day
from .tokens import Tokens

_PUBLISHED = range(1500, 2200)  # the years of publication against which words are resolved
_NEWS = timedelta(days=400)  # a date so near to publication shows that the text reports news, not history
_AS_OF = {
    words[0]: (words,)
    for words in (("so", "far"), ("thus", "far"), ("to", "date"), ("currently",), ("until", "now"), ("up", "to", "now"),
                  ("as", "of", "now"), ("at", "present"))
}  # fmt: skip
_NOW = frozenset("holds hold houses stands stand numbers has have live shelters at".split())  # "now" before these
_DISTANT = frozenset("away as from that behind back beyond removed north south east west".split())  # "so far away"
_SHARES = frozenset("first second third fourth final last latter opening closing q1 q2 q3 q4 h1 h2".split())
_WINDOWS = frozenset("past last previous preceding".split())
_SHIFTS = frozenset(["last", "this", "next"])
_LATER = frozenset("later earlier after before".split())
_NEIGHBOURS = frozenset("next following previous preceding day week month year night evening morning".split())
_SAME = frozenset({"same", "that"})
_WHOLES = frozenset({"year", "month", "week"})
_SPANS = frozenset("hours days day week weeks month months year".split())
_SAID = (["interview", "of"], ["letter", "of"], ["statement", "of"], ["report", "of"])
_VALUES = (
    frozenset(MONTHS) | frozenset(WEEKDAYS) | frozenset(SHORT_WEEKDAYS) | frozenset(SEASONS) | date_parts.MARKS
    | holidays.OPENERS | calendar_shares.CENTURIES.keys() | date_parts.EDGES | date_parts.HYPHENATED | DAY_PARTS | _SHARES | _WINDOWS | _SHIFTS | _LATER | _NEIGHBOURS
    | _SAME | _SPANS | frozenset(relative_dates.DAYS)
    | frozenset(["ago", "weekend", "now", "then", "when", "recent", "coming"])
)  # fmt: skip
_OPENERS = _VALUES | _AS_OF.keys()
_FIXED = _AS_OF.keys() - _VALUES  # "to", "as", "at": they open nothing else, and are many


def find(tokens: Tokens, published: date | None) -> list[DateMention]:
    """Return the calendar expressions of a text in order, without overlaps."""
    if published is not None and published.year not in _PUBLISHED:
        published = None  # a slip rather than a date, and "the past century" would leave the calendar
    basis = Basis(published)
    found: list[DateMention] = []
    floor = 0
    for i in [i for i, word in enumerate(tokens.word) if word in _OPENERS or tokens.kind[i] in "ndb"]:
        if i < floor:
            continue
        if tokens.kind[i] == "n" and not calendar_points.may_open(tokens, i):
            continue  # most numbers count something
        if tokens.kind[i] == "b":
            if _ends_paragraph(tokens, i):
                basis.near = False
                basis.until = basis.until if basis.headed else None
            continue
        if tokens.word[i] == "when":
            made = narrative_dates.when(tokens, i, found)
        elif tokens.word[i] in _FIXED:
            made = _as_of(tokens, i, basis)
        else:
            made = _as_of(tokens, i, basis) or _at(tokens, i, floor, basis)
        if made is None or made.first < floor:
            continue
        if found:
            narrative_dates.stand_together(tokens, found[-1], made)
        found.append(made)
        if tokens.word[max(0, made.first - 2) : made.first] not in _SAID and not _is_end(tokens, made, basis) and not (
            made.first and tokens.word[made.first - 1] == "in" and _is_of_telling(tokens, made)
        ):
            _remember(tokens, basis, made, ahead=_is_whole_story(tokens, made))
        floor = max(made.last, i + 1)
    return found


def _ends_paragraph(tokens: Tokens, i: int) -> bool:
    return i == 0 or tokens.raw[i - 1] in '.!?”"’' or i + 1 < tokens.size and tokens.kind[i + 1] == "b"


def _is_of_telling(tokens: Tokens, made: DateMention) -> bool:
    """ "A veteran told me in 1998": the story is of another year."""
    return len(made.text) == 4 and not _TOLD.isdisjoint(tokens.word[max(0, made.first - 4) : made.first - 1])


_TOLD = frozenset("told said wrote recalled remembered interviewed".split())


def _is_end(tokens: Tokens, made: DateMention, basis: Basis) -> bool:
    """ "It began on 28 July 1914 and lasted until 11 November 1918": the story goes on from its beginning."""
    if made.first < 1 or tokens.word[made.first - 1] not in ("until", "till") or basis.named is None:
        return False
    return made.end_date is not None and made.end_date.year > basis.named.year


def _is_whole_story(tokens: Tokens, made: DateMention) -> bool:
    """ "The war (1954–1962)", "(28 July 1914 – 11 November 1918)": from its beginning on is told."""
    return "/" in (made.edtf or "") and (len(made.edtf) == 9 or made.first > 0 and tokens.raw[made.first - 1] == "(")


def _is_of_words(tokens: Tokens, made: DateMention) -> bool:
    """ "The prosecutor said on 27 April": in the next sentence, the story is where it was before."""
    k = made.first - 1 - (made.first > 0 and tokens.word[made.first - 1] in ("on", "late", "early"))
    cue = lexicon.cues().get(tokens.word[k]) if k >= 0 else None
    if cue is None:
        return not _INTERVIEWS.isdisjoint(tokens.word[max(0, made.first - 8) : made.first])
    return cue.kind == "say"


_INTERVIEWS = frozenset({"interviewed", "interviews", "interview"})


def _remember(tokens: Tokens, basis: Basis, made: DateMention, *, ahead: bool = False) -> None:
    """Keep what the next words without a year or day may rest on."""
    if made.role == "as_of" and made.start_date and made.start_date == made.end_date and made.text[:2] != "so":
        basis.last, basis.rests, basis.vague, basis.at = (made.start_date, made.end_date), made.relative, False, made.last
    if made.role == "as_of" or narrative_dates.is_of_clause(tokens, made):
        return  # "a day after the raid": the story stays where it is
    basis.story = (basis.story or basis.last) if _is_of_words(tokens, made) else None
    basis.at = made.last
    start, end = made.start_date, made.end_date
    if start is None and end is not None:  # "by May"
        start = first_day(made.edtf.removeprefix("../"))
    begins = start or end
    if begins and made.relative:
        basis.near = False
    basis.vague = begins is None
    if begins is None and basis.last and not basis.rests:
        return  # the year is still that of the story
    if begins and not made.relative and any(ch.isdigit() for ch in made.text):
        basis.named, basis.near = (begins if ahead else end or begins), True
        basis.fine = len((made.edtf or "").removeprefix("../").partition("/")[0]) > 4
    if begins and basis.published and abs(begins - basis.published) <= _NEWS:
        basis.current = True
    if made.role == "baseline":
        end = start
    if made.role != "baseline" or not basis.last or start and basis.last[1] <= start:
        basis.last = (start, end) if start and end else None  # a far start does not move the day that is told of
    named = made.role != "baseline" or any(ch.isdigit() for ch in made.text) and " of " not in made.text
    if start and start == end and start != basis.published and named and len(made.edtf.partition("/")[0]) in (2, 10):
        basis.day = (start, end)
    basis.span = made.edtf if made.role == "baseline" else None
    basis.rests = made.relative


def _as_of(tokens: Tokens, i: int, basis: Basis) -> DateMention | None:
    """Read "so far", "currently", "now holds": the day of publication."""
    word, last = tokens.word[i], 0
    if word not in _AS_OF and word != "now":
        return None
    if word == "now":
        last = i + 1 if i + 1 < tokens.size and tokens.word[i + 1] in _NOW else 0
    else:
        last = next((i + len(words) for words in _AS_OF.get(word, ()) if tokens.matches(i, words)), 0)
    if not last or word == "so" and tokens.word[last : last + 1] and tokens.word[last] in _DISTANT:
        return None
    day = basis.published
    if word in ("so", "to") and day and i > 1 and tokens.word[i - 2] == "in" and tokens.word[i - 1] == f"{day.year}":
        return make_mention(tokens, i, last, f"{day.year}-01-01/{basis.until or day}", "baseline", True)  # "in 2024 to date"
    period = _at(tokens, last + (tokens.word[last : last + 1] == ["in"]), last, basis) if last < tokens.size else None
    if word == "so" and day and period and period.start_date and period.first <= last + 1:
        begins, ends = period.start_date, period.end_date or day
        if begins <= day <= ends:  # "so far this year"
            return make_mention(tokens, i, period.last, f"{begins}/{basis.until or day}", "baseline", True)
    return make_mention(tokens, i, last, day.isoformat() if day else None, "as_of", True)


def _at(tokens: Tokens, i: int, floor: int, basis: Basis) -> DateMention | None:
    """Return the mention whose value opens at token ``i``, with the words before and behind it."""
    value = _backward(tokens, i, floor, basis) or _value(tokens, i, basis)
    if value is None or value.last <= i or value.first < floor:
        return None
    _with_article(tokens, value, floor)
    _with_mark(tokens, value, floor)
    date_ranges.run_on(tokens, value)
    second = date_ranges.join(tokens, value, floor, basis, _value)
    if second is not None:
        return second
    return date_openers.opened(tokens, value, floor, basis)


def _backward(tokens: Tokens, i: int, floor: int, basis: Basis) -> Value | None:
    """Read words whose count stands before them: "30 years ago", "two days later", "72 hours to Tuesday"."""
    word = tokens.word[i]
    if word == "ago":
        return time_spans.ago(tokens, i, floor, basis)
    if word in _LATER:
        return _told(narrative_dates.later(tokens, i, floor, basis), basis)
    if word in _SPANS:
        return time_spans.up_to(tokens, i, floor, basis, _value)
    return None


def _told(value: Value | None, basis: Basis) -> Value | None:
    """Let a date that rests on the one before it rest on publication only if that one does."""
    if value is not None:
        value.relative = basis.rests
    return value


def _value(tokens: Tokens, i: int, basis: Basis) -> Value | None:
    """Return what the words from token ``i`` on are worth on the calendar."""
    if i >= tokens.size:
        return None
    if tokens.kind[i] in "nd":
        return calendar_points.digits(tokens, i, basis) or calendar_shares.century(tokens, i)
    word = tokens.word[i]
    if word in holidays.OPENERS and (value := holidays.read(tokens, i, basis)):
        return value
    if word in calendar_shares.CENTURIES:
        return calendar_shares.century_in_words(tokens, i)
    if word in WEEKDAYS or word in SHORT_WEEKDAYS:
        if relative_dates.is_weekday(tokens, i):
            return _dated_weekday(tokens, i, basis) or relative_dates.weekday(tokens, i, basis)
        return None
    if word in MONTHS:
        return calendar_points.month(tokens, i, basis)
    if word in relative_dates.DAYS:
        return relative_dates.day(tokens, i, basis)
    if word in _SHARES:
        share = date_parts.share_of_month(tokens, i, basis, _value) or (
            calendar_shares.share_of_year(tokens, i, basis) if word != "last" or _of_year(tokens, i) else None
        )
        if share:
            return share
    if word in _WINDOWS and i + 1 < tokens.size:
        window = time_spans.window(tokens, i, basis) if _is_window(tokens, i) else None
        if window:
            return window
    if word in _WHOLES and (value := date_parts.over(tokens, i, basis) or date_parts.since_began(tokens, i, basis)):
        return value
    if word in _NEIGHBOURS and (value := _told(narrative_dates.neighbour(tokens, i, basis), basis)):
        return value
    if word in _SHIFTS and i + 1 < tokens.size:
        return relative_dates.period(tokens, i, basis)
    if word in SEASONS:
        return calendar_points.season(tokens, i, basis)
    if word in date_parts.MARKS:
        return date_parts.marked(tokens, i, basis, _value)
    if word in date_parts.HYPHENATED:
        return date_parts.hyphenated(tokens, i, basis)
    if word in date_parts.EDGES:
        return date_parts.edge(tokens, i, basis, _value)
    if word in DAY_PARTS and i > 0 and tokens.word[i - 1] == "since":
        return relative_dates.since_dawn(i, basis)
    if word in date_parts.WITHIN:
        return date_parts.within(tokens, i, basis, _value)
    if word in _SAME:
        return _told(narrative_dates.same(tokens, i, basis), basis)
    if word == "weekend":
        return relative_dates.weekend(tokens, i, basis)
    if word == "then" and i > 0 and tokens.word[i - 1] == "since":
        if basis.span:  # "since opening fire on 3 May … since then"
            begins = basis.span.partition("/")[0]
            return _told(Value(i, i + 1, begins, begins), basis)
        if basis.last is None:
            return Value(i, i + 1, None, None)
        return _told(Value(i, i + 1, basis.last[0].isoformat(), basis.last[1].isoformat()), basis)
    if word in ("recent", "coming"):
        return time_spans.recent(tokens, i, basis)
    return None


def _of_year(tokens: Tokens, i: int) -> bool:
    return tokens.word[i + 1 : i + 3] in (["quarter", "of"], ["half", "of"])


def _is_window(tokens: Tokens, i: int) -> bool:
    """ "The previous week" stands beside the date before it; "the previous two weeks" leads up to publication."""
    return tokens.word[i] in ("past", "last") or tokens.word[i + 1] not in time_spans.HOURS | time_spans.MONTHS_IN


def _dated_weekday(tokens: Tokens, i: int, basis: Basis) -> Value | None:
    """Read "Monday, Dec. 26", "Sunday 4 May 2025": the day and month say it all."""
    k = i + 1
    while k < min(i + 4, tokens.size) and (
        tokens.raw[k] in ".," or tokens.word[k] in DAY_PARTS or tokens.word[k] == "the"
    ):
        k += 1
    if k >= tokens.size or tokens.kind[k] not in "nd" and tokens.word[k] not in MONTHS:
        return None
    value = (
        calendar_points.digits(tokens, k, basis) if tokens.kind[k] in "nd" else calendar_points.month(tokens, k, basis)
    )
    if value is None or value.start is not None and len(value.start) < 10 or getattr(value, "day", 1) is None:
        return None
    value.first = i
    return value


# ---- the words before a value
def _with_mark(tokens: Tokens, value: Value, floor: int) -> None:
    """Take "earlier" and "later" into the words of "earlier this year", "later that month"."""
    k = value.first - 1
    if k >= floor and tokens.word[k] in ("earlier", "later") and tokens.word[k + 1] in ("this", "that", "last", "in", "the"):
        if tokens.word[k + 1] != "the" or tokens.word[k + 2] == "same":
            value.first = k


def _with_article(tokens: Tokens, value: Value, floor: int) -> None:
    """Take "the" into the words of "the end of May", "the 1990s", "the summer of 2017"."""
    if value.first > floor and tokens.word[value.first - 1] == "the":
        word = tokens.word[value.first]
        if (
            word in _SHARES
            or word in SEASONS
            or word in date_parts.MARKS
            or word in date_parts.EDGES
            or "century" in tokens.word[value.last - 2 : value.last]
            or tokens.word[value.last - 1] == "s"
            or tokens.word[value.first].endswith("0s")
        ):
            value.first -= 1
