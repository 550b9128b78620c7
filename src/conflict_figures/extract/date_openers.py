"""The words before a date that make it a start, an end or a day of count: "since", "by", "up to", "as of"."""

from .calendar_words import DateMention
from .calendar_words import mention as make_mention
from .date_ranges import is_day
from .date_values import Basis, Value, first_day, is_record
from .tokens import Tokens

_HEAD = 30  # tokens: a title, with the day of its count


def opened(tokens: Tokens, value: Value, floor: int, basis: Basis) -> DateMention:
    """Return the mention of one value, by the words before it: "since", "as of", "by", or none."""
    first, last, edtf = value.first, value.last, value.edtf
    opener = tokens.word[first - 1] if first > floor else ""
    since = first - 1 if opener == "since" else _since(tokens, first, floor)
    if since < 0 and basis.published is not None and _is_start_of_war(tokens, value, floor):
        since = first - 1
    if since >= 0 and not is_record(tokens, since):
        start = value.edge or value.start
        if value.edge and value.start and len(value.start) == 7 and value.edge.endswith("-01"):
            named = tokens.word[last - 1] != "month"  # "since the start of May" is since May, that of "this month" a day
            start = value.start if named else start
        end = (basis.until or basis.published).isoformat() if basis.published or basis.until else ".."
        against = value.relative or basis.published is not None
        value = start if start == end else f"{start}/{end}"
        return make_mention(tokens, first, last, value if start else None, "baseline", against)
    if _is_day_of_count(tokens, first, floor):
        if is_day(value) and (basis.until is None or not basis.headed):
            basis.until = first_day(value.start)  # "since March" after it runs up to that day
            basis.headed = first < _HEAD  # "(as of 3 June)" in the head of a report holds for all of it
        return make_mention(tokens, first, last, edtf, "as_of", value.relative)
    owned = last < tokens.size and tokens.kind[last] == "s"  # "by Monday's clashes"
    if (opener == "by" or _is_up_to(tokens, first, floor)) and value.role == "event" and not owned:
        end = value.edge or value.end
        return make_mention(tokens, first, last, f"../{end.rstrip('~')}" if end else None, relative=value.relative)
    return make_mention(tokens, first, last, edtf, value.role, value.relative)


def _is_start_of_war(tokens: Tokens, value: Value, floor: int) -> bool:
    """ "The war, which broke out in April 2023, has killed": what it has done, it has done since."""
    k = value.first - 1
    if k - 3 < floor or tokens.word[k] not in ("in", "on") or tokens.word[k - 1] not in _STARTED:
        return False
    k -= 2 if tokens.word[k - 1] not in ("out", "up") else 3
    if tokens.word[k] not in ("which", "that"):
        return False
    k -= 1 + (tokens.raw[k - 1] == ",")
    if tokens.word[k] not in _WARS:
        return False
    for j in range(value.last, min(value.last + 30, tokens.size)):
        if tokens.word[j] in ("has", "have"):
            return True
        if tokens.kind[j] == "b" or tokens.raw[j] in ".!?;":
            break
    return False


_STARTED = frozenset("began started erupted out up ignited".split())
_WARS = frozenset("war conflict fighting insurgency rebellion uprising campaign offensive siege violence crisis blockade "
                  "invasion intervention bombardment operation assault".split())  # fmt: skip


def _is_up_to(tokens: Tokens, first: int, floor: int) -> bool:
    """ "Up to 15 April", "up until May", "up to and including 3 June": an end alone; not "5 up to 9 May"."""
    k = first - 1
    if tokens.word[k - 1 : k + 1] == ["and", "including"]:
        k -= 2
    return k - 1 >= floor and tokens.word[k] in ("to", "until", "till") and tokens.word[k - 1] == "up"


def _is_day_of_count(tokens: Tokens, first: int, floor: int) -> bool:
    """ "As of", "as at" before a day, its hour between them ("as of 22:00 on 3 May", "as at 6 p.m. local time, 3 May")."""
    k = first - 1
    while k > floor and first - k < 9 and (tokens.kind[k] in "tn" or tokens.word[k] in _HOURLY):
        k -= 1
    return k - 1 >= floor and tokens.word[k] in ("of", "at", "on") and tokens.word[k - 1] == "as"


_HOURLY = frozenset("on , a p m am pm a.m p.m a.m. p.m. . local time hours hrs gmt utc noon midnight the morning evening o’clock "
                    "o'clock".split())  # fmt: skip


def _since(tokens: Tokens, first: int, floor: int) -> int:
    """The token of "since" in "since the truce began in May", "since the revolt of 2019"; -1 where there is none."""
    if first <= floor or tokens.word[first - 1] not in ("in", "on", "of") and not _began(tokens, first - 1):
        return -1
    for k in range(first - 2, max(floor, first - 13) - 1, -1):
        if tokens.word[k] == "since":
            return k
        if tokens.kind[k] in "pbn":
            return -1
    return -1


def _began(tokens: Tokens, k: int) -> bool:
    """ "Since the war began last month", "since front lines shifted last year": a verb before the date itself."""
    word = tokens.word[k]
    return tokens.kind[k] == "w" and (word in _BEGAN or word.endswith("ed"))


_BEGAN = frozenset("began broke out up took fell rose left came went fled lost won power hold".split())
