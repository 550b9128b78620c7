"""What each number of a sentence counts: its measure, unit, subject and mode of counting.

A number is bound by the first of these that holds: the noun that it counts (``12 deaths``), a verb that follows
it (``600 soldiers have been killed``), a verb before it (``sent 18,000 soldiers``), a noun before it (``a toll of
45``), or the number that it continues (``12 dead, including three children``). Where none holds, the number is
no figure of the conflict.
"""

from dataclasses import dataclass, field

from . import lexicon, phrases
from .events import Event
from .numbers import Number
from .phrases import Phrase
from .tokens import Tokens

_STRONG_STOPS = frozenset(".;:!?\n")
# Heads that name people in a state which a verb may overrule ("22 bodies were repatriated").
_WEAK_HEADS = frozenset("body bodies corpse corpses prisoner prisoners pows captive captives hostage hostages detainee "
                        "detainees refugee refugees evacuee evacuees dead wounded injured".split())  # fmt: skip
_PEOPLE_ONLY = frozenset("killed wounded casualties missing captured detained displaced deployed present recruited "
                         "trained returned exchanged released rescued".split())  # fmt: skip
_THINGS_ONLY = frozenset("destroyed damaged launched intercepted seized hit supplied".split())
_INCLUDING = (("including",), ("among", "them"), ("among", "whom"), ("of", "them"), ("of", "whom"), ("of", "which"),
              ("of", "these"), ("of", "those"))  # fmt: skip
_PERSON_UNITS = frozenset({"person", "family", "household"})
_RATES = {"hour": "hour", "day": "day", "week": "week", "month": "month", "year": "year"}
_CUMULATIVE = (("so", "far"), ("to", "date"), ("in", "total"), ("in", "all"), ("since",), ("overall",), ("total",),
               ("until", "now"))  # fmt: skip


@dataclass(slots=True)
class Figure:
    """A number bound to what it counts; attribution, date and links are joined to it later."""

    number: Number
    sentence: int
    measure: str
    unit: str
    phrase: Phrase
    subject: str | None
    status: str
    count_mode: str
    rate_per: str | None
    increment: bool
    event: Event | None
    part_of: "Figure | None" = None
    place: str | None = None
    certainty: str | None = None
    subject_actor: object = None
    claim: object = None
    repeats: "Figure | None" = None
    date: object = None
    elided: bool = False
    extras: list = field(default_factory=list)


def bind(
    tokens: Tokens,
    index: int,
    first: int,
    last: int,
    numbers: list[Number],
    events: list[Event],
    masked: bytearray,
    before: Figure | None,
) -> list[Figure]:
    """Return the figures among the numbers of one sentence; ``before`` is the last figure of the text so far."""
    found: list[Figure] = []
    for position, number in enumerate(numbers):
        phrase = phrases.after(tokens, number.last, last, masked)
        figure = _bind_one(tokens, index, first, last, number, phrase, numbers[position + 1 :], events, found, before)
        if figure is not None:
            found.append(figure)
    return found


def _bind_one(tokens, index, first, last, number, phrase, later, events, found, before) -> Figure | None:
    previous = found[-1] if found else None
    whole = _whole(tokens, first, number, found)
    unit, kind, status = phrases.unit(tokens, phrase)
    money = number.currency or _currency_after(tokens, number, last)
    if money:
        return _money(tokens, index, number, phrase, money, last)
    measure, event = _measure(tokens, first, last, number, phrase, later, events, whole, previous)
    if measure is None:
        return None
    elided = phrase.empty
    governor = _nominal_before(tokens, first, number.first, events) if elided and event is None else None
    source = whole or previous or before
    if elided and governor is not None:
        unit, kind = governor[2], "person" if governor[2] == "person" else "incident"
        status = phrases._status(tokens, governor[1], "")
    elif elided and source is not None and _compatible(source, measure):
        unit, status = source.unit, source.status
        kind = "person" if unit in _PERSON_UNITS else ""
    if unit is None:
        if measure in _PEOPLE_ONLY:
            unit, kind = "person", "person"
        elif not phrase.empty:
            unit = phrases._compound(tokens, phrase, phrase.head)
        else:
            unit = "incident" if measure == "attacks" else None
    if unit is None or not _fits(measure, unit, kind):
        return None
    if measure == "attacks":
        unit = "incident"
    subject = None
    if not phrase.empty:
        subject = tokens.span(phrase.first, phrase.last)
    elif governor is not None:
        subject = tokens.span(governor[1].first, governor[1].last) if not governor[1].empty else None
    elif source is not None and _compatible(source, measure) and not _is_toll(source):
        subject = source.subject
    if not status and whole is not None:
        status = whole.status
    mode, rate = _mode(tokens, first, last, number, phrase, measure, event, whole)
    return Figure(
        number, index, measure, unit, phrase, subject, status or "unspecified", mode, rate,
        _is_increment(tokens, number, phrase), event, part_of=whole, elided=elided,
    )  # fmt: skip


def _measure(tokens, first, last, number, phrase, later, events, whole, previous) -> tuple[str | None, Event | None]:
    head = None
    if not phrase.empty:
        for i in range(phrase.last - 1, phrase.first - 1, -1):
            head = lexicon.nouns().get(tokens.word[i])
            if head or tokens.word[i] in lexicon.units():
                break
    head = head if head and head[1] == "head" else None
    strong = head and tokens.word[phrase.head] not in _WEAK_HEADS
    if strong and head[0] != "attacks":
        return head[0], None
    after = _event_after(tokens, phrase.last, last, later, events)
    if after is not None:
        return after.measure, after
    left = _event_before(tokens, first, number.first, events)
    if left is not None and not (head and left.measure in ("attacks", "launched", "killed")):
        return _by_object(left, phrase, tokens), left
    if head:
        return head[0], left if head[0] == "attacks" else None
    nominal = _nominal_before(tokens, first, number.first, events)
    if nominal is not None:
        return nominal[0], None
    if whole is not None:
        return whole.measure, whole.event
    if previous is not None and _coordinated(tokens, previous, number):
        return previous.measure, previous.event
    return None, None


def _event_after(tokens, i, last, later, events) -> Event | None:
    """The verb whose subject (passive or intransitive) is the noun phrase that ends before ``i``."""
    ends = {n.first: n.last for n in later}
    starts = {e.first: e for e in events}
    skipped = lexicon.function("adverb") | lexicon.function("aux") | {"not", "who", "which", "that", "more", "others"}
    steps = 0
    while i < last and steps < 24:
        event = starts.get(i)
        if event is not None:
            if event.frame == "patient":
                reduced = not event.passive and tokens.word[i].endswith(("ed", "en", "wn", "nk", "nt", "hit", "ut"))
                return event if event.passive or reduced else None
            return event if event.frame == "subject" else None
        raw, word = tokens.raw[i], tokens.word[i]
        if raw in _STRONG_STOPS or raw in ("—", "–"):
            return None
        if i in ends:  # the next item of a list: "14 houses, two buildings … are damaged"
            i = ends[i]
        elif raw == "," or word == "and":
            nxt = i + 1
            while nxt < last and tokens.word[nxt] in ("and", "a", "an", "the", "another"):
                nxt += 1
            if not (nxt in ends or nxt in {n.core for n in later} or word == "and" and nxt in starts):
                return None
            i = nxt
        elif word in skipped or tokens.kind[i] == "w" and word not in lexicon.function("stop"):
            i += 1
        elif word in ("of", "in", "on", "from", "at", "near", "with"):
            i += 1
        else:
            return None
        steps += 1
    return None


def _event_before(tokens, first, i, events) -> Event | None:
    """The active verb whose object starts at ``i``; the nearest one in the clause."""
    for event in reversed(events):
        if event.last > i:
            continue
        if event.passive or event.frame == "subject":
            return None
        for k in range(event.last, i):
            raw, word = tokens.raw[k], tokens.word[k]
            if raw in _STRONG_STOPS or raw in ("—", "–") or word in ("who", "which", "while", "when", "where"):
                return None
        return event
    return None


def _by_object(event: Event, phrase: Phrase, tokens: Tokens) -> str:
    """A verb with one measure for people and another for things ("lost three tanks", "captured two guns")."""
    _, kind, _ = phrases.unit(tokens, phrase)
    if kind in ("materiel", "object"):
        return {"casualties": "destroyed", "captured": "seized", "deployed": "supplied", "released": "launched",
                "killed": "destroyed"}.get(event.measure, event.measure)  # fmt: skip
    return event.measure


def _nominal_before(tokens, first, i, events) -> tuple[str, Phrase, str] | None:
    """A noun that the number fills: "casualties are estimated at around 4,700", "the deaths of 12"."""
    k = i - 1
    while k >= first:
        raw, word = tokens.raw[k], tokens.word[k]
        noun = lexicon.nouns().get(word)
        if noun:
            start = k
            while start > first and tokens.kind[start - 1] == "w" and (
                tokens.word[start - 1] not in lexicon.function("stop")
            ) and tokens.word[start - 1] not in lexicon.verbs():
                start -= 1
            return noun[0], Phrase(start, k + 1), noun[2]
        if raw in _STRONG_STOPS or raw in ("—", "–", "\"", "“", "”"):
            return None
        if word in ("who", "which", "while", "after", "when") or any(e.first == k for e in events):
            return None
        k -= 1
    return None


def _whole(tokens, first, number: Number, found: list[Figure]) -> Figure | None:
    """The figure that this number is said to be part of, by a stated cue."""
    if not found:
        return None
    i = number.first
    k = i - 1
    while k > found[-1].number.last - 1 and k > i - 6 and k >= first:
        for words in _INCLUDING:
            if tokens.matches(k, words):
                whole = found[-1]
                return whole.part_of or whole
        if tokens.raw[k] in _STRONG_STOPS:
            return None
        k -= 1
    if tokens.matches(number.last, ("of", "them")) or tokens.matches(number.last, ("of", "whom")):
        return found[-1].part_of or found[-1]
    previous = found[-1]
    if previous.part_of is not None and _coordinated(tokens, previous, number):
        return previous.part_of
    return None


def _coordinated(tokens: Tokens, previous: Figure, number: Number) -> bool:
    """Return whether only "and", commas and the previous noun stand between two numbers."""
    i = max(previous.number.last, previous.phrase.last)
    between = [tokens.word[k] for k in range(i, number.first)]
    return bool(between) and all(word in (",", "and", "or", "as", "well", "another") for word in between)


def _compatible(source: Figure, measure: str) -> bool:
    return (source.unit in _PERSON_UNITS) == (measure in _PEOPLE_ONLY) and source.measure not in ("money", "attacks")


def _is_toll(source: Figure) -> bool:
    return source.phrase.empty and not source.elided


def _fits(measure: str, unit: str, kind: str) -> bool:
    """A measure of people needs people; one of things, things."""
    person = unit in _PERSON_UNITS
    if measure in _PEOPLE_ONLY:
        return person or measure in ("deployed", "present", "displaced", "returned", "exchanged", "missing")
    return not person or measure in ("attacks", "hit")


def _is_increment(tokens: Tokens, number: Number, phrase: Phrase) -> bool:
    i = number.first - 1
    if phrase.more and not (number.last < len(tokens) and tokens.matches(number.last, ("more", "than"))):
        return True
    return i >= 0 and tokens.word[i] in ("another", "further", "additional", "+")


def _mode(tokens, first, last, number, phrase, measure, event, whole) -> tuple[str, str | None]:
    i = phrase.last
    if i + 1 < last and tokens.word[i] in ("a", "per", "each", "every") and tokens.word[i + 1] in _RATES:
        return "rate", _RATES[tokens.word[i + 1]]
    if i < last and tokens.word[i] in ("daily", "weekly", "monthly"):
        return "rate", {"daily": "day", "weekly": "week", "monthly": "month"}[tokens.word[i]]
    if whole is not None:
        return whole.count_mode, whole.rate_per
    if measure in ("present", "missing"):
        return "stock", None
    if event is not None and event.perfect:
        return "cumulative", None
    for k in range(first, last):
        for words in _CUMULATIVE:
            if tokens.word[k] == words[0] and tokens.matches(k, words):
                return "cumulative", None
    return ("unspecified" if measure in ("deployed", "supplied", "recruited", "trained", "money") else "period"), None


def _currency_after(tokens: Tokens, number: Number, last: int) -> str | None:
    word = tokens.word[number.last] if number.last < last else ""
    return lexicon.currencies().get(word) if word.isalpha() and len(word) > 2 else None


def _money(tokens, index, number, phrase, code, last) -> Figure:
    mode, rate = _mode(tokens, number.first, last, number, phrase, "money", None, None)
    return Figure(
        number, index, "money", code, Phrase(number.last, number.last), None, "unspecified", mode, rate,
        _is_increment(tokens, number, phrase), None,
    )  # fmt: skip
