"""The day or period that each figure covers: from the words of its clause, else from the event it belongs to."""

from bisect import bisect_left

from . import lexicon
from .calendar_words import DateMention
from .figure import Figure
from .reading import Claim
from .tokens import Tokens

_SAME_EVENT = 45  # days; an earlier date than this is a recollection, not the event that the text reports


def join(tokens: Tokens, claims: list[Claim], mentions: list[DateMention]) -> None:
    """Give each figure the date that its clause states, or that its event has in the sentences before."""
    current = _reported(tokens, claims, mentions)
    starts = [mention.start for mention in mentions]
    for claim in claims:
        found = mentions[bisect_left(starts, claim.start) : bisect_left(starts, claim.end)]
        inside = [m for m in found if m.end <= claim.end]
        for figure in claim.figures:
            own = _nearest(tokens, figure, inside)
            if own is not None:
                figure.date = own
                if own.edtf and figure.count_mode == "period" and _is_current(own, current):
                    current = own
            elif figure.part_of is not None and figure.part_of.count_mode == figure.count_mode:
                figure.date = figure.part_of.date
            elif figure.count_mode == "period" and current is not None:
                figure.date = current
        if not claim.figures and inside and current is None and claim.stance == "asserted":
            current = next((m for m in inside if m.edtf and m.role == "event"), None)


def _nearest(tokens: Tokens, figure: Figure, inside: list[DateMention]) -> DateMention | None:
    found = [m for m in inside if m.edtf and not _describes(tokens, m)]
    if figure.increment and figure.part_of is not None and figure.part_of.count_mode != figure.count_mode:
        found = [m for m in found if m.role == "reporting_period"]  # "(+12)" is the day's, not the war's
    if figure.count_mode in ("cumulative", "rate"):
        found = [m for m in found if m.role != "event"] or found
    elif figure.count_mode in ("period", "unspecified"):
        found = [m for m in found if m.role != "baseline"] or found
    return min(found, key=lambda m: (_apart(tokens, figure, m), m.start), default=None)


def _reported(tokens: Tokens, claims: list[Claim], mentions: list[DateMention]) -> DateMention | None:
    """The day or days of the event that the text opens with, if its head or first sentences name them."""
    held = [(claim.start, claim.end) for claim in claims[:4]]
    for mention in mentions:
        if mention.start > _LEDE:
            return None
        inside = any(start <= mention.start < end for start, end in held)
        before = tokens.word[max(0, mention.first - 5) : mention.first]
        aside = mention.first > 0 and tokens.raw[mention.first - 1] == "("
        spoken = aside or not inside and any(word in lexicon.cues() for word in before)
        dateline = mention.last < tokens.size and tokens.raw[mention.last] in ("-", "–", "—", ":")
        if mention.edtf and mention.role == "event" and not (spoken or dateline or _describes(tokens, mention)):
            fine = (
                mention.start_date and mention.end_date and (mention.end_date - mention.start_date).days <= _SAME_EVENT
            )
            return mention if fine else None
    return None


_LEDE = 500  # code points: a headline and the first sentences


_PAST_LIVES = frozenset("born founded built leaked signed elected sentenced established created aged".split())


def _describes(tokens: Tokens, mention: DateMention) -> bool:
    """Return whether a date tells of a person's or thing's past ("a child born in 2009"), not of the event."""
    return any(word in _PAST_LIVES for word in tokens.word[max(0, mention.first - 3) : mention.first])


def _apart(tokens: Tokens, figure: Figure, mention: DateMention) -> int:
    """Tokens between a figure and a date; a semicolon between them counts as far."""
    first, last = sorted((figure.number.first, mention.first))
    return last - first + 100 * tokens.raw[first:last].count(";")


def _is_current(mention: DateMention, current: DateMention | None) -> bool:
    if mention.role == "reporting_period":
        return True
    if current is None or mention.start_date is None or current.start_date is None:
        return current is None
    return abs((mention.start_date - current.start_date).days) <= _SAME_EVENT
