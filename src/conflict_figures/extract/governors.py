"""What governs a number: the verb after it, the verb before it, or the noun that it fills."""

from . import lexicon
from .calendar_words import WEEKDAYS
from .events import Event
from .numbers import Number
from .phrases import Phrase
from .tokens import Tokens

STRONG_STOPS = frozenset(".;:!?\n")
DASHES = frozenset("—–")
QUOTES = frozenset('"“”')
_PARENTHETICAL = frozenset({"including", "among", "of", "with", "most", "many", "some"})
_RELATIVE = frozenset("who which while when where after before".split())
_PASSED = lexicon.function("adverb") | lexicon.function("aux") | {"not", "who", "which", "that", "more", "others"}
_REACH = 28  # tokens between a subject and its verb, in long lists


def event_after(
    tokens: Tokens, begins: int, i: int, last: int, later: list[Number], events: list[Event]
) -> Event | None:
    """Return the verb whose subject (passive or intransitive) is the noun phrase from ``begins`` to ``i``."""
    ends = {n.first: n.last for n in later}
    starts = {e.first: e for e in events}
    passed = _PASSED
    stop, limit = lexicon.function("stop"), i + _REACH
    opened = any(raw in DASHES for raw in tokens.raw[max(0, begins - 3) : begins])
    while i < last and i < limit:
        event = starts.get(i)
        if event is not None:
            if event.frame != "patient":
                return event if event.frame == "subject" else None
            return event if event.passive or _is_reduced(tokens, event, last) else None
        raw, word = tokens.raw[i], tokens.word[i]
        if raw in DASHES and opened:
            opened = False  # "the crews – 126 soldiers – finished training"
            i += 1
        elif raw in STRONG_STOPS or raw in DASHES:
            return None
        elif i in ends:  # the next item of a list: "nine shops, two schools … are damaged"
            i = ends[i]
        elif word == "including":
            i = next((k for k in range(i, min(last, i + 14)) if tokens.word[k] in lexicon.function("aux")), last)
        elif raw == "," or word == "and":
            i = _over_comma(tokens, i, last, ends, starts, later)
            if not i:
                return None
        elif word in passed or tokens.kind[i] in "wn" and word not in stop or raw in ("(", ")", "-"):
            i += 1
        elif word in ("of", "in", "on", "from", "at", "near", "with", "the", "a", "s"):
            i += 1
        elif tokens.kind[i] == "s":
            i += 1
        else:
            return None
    return None


def _is_reduced(tokens: Tokens, event: Event, last: int) -> bool:
    """A participle without its auxiliary ("12 people killed in"), not an active verb with an object."""
    word = tokens.word[event.first]
    if event.last < last and tokens.kind[event.last] in "wn":
        after = tokens.word[event.last]
        adverbial = after in lexicon.function("adverb") or after in WEEKDAYS
        if not adverbial and (after in lexicon.function("determiner") or after not in lexicon.function("stop")):
            return False
    return word.endswith(("ed", "en", "wn", "nk", "nt", "hit", "ut", "eld", "hurt", "slain", "shot"))


def _over_comma(tokens, i, last, ends, starts, later) -> int:
    """The token to go on from after a comma or "and" inside a subject; 0 where the subject ends there."""
    nxt = i + 1
    while nxt < last and tokens.word[nxt] in ("and", "a", "an", "the", "another"):
        nxt += 1
    if nxt >= last:
        return 0
    if tokens.raw[i] == "," and (tokens.word[nxt] in _PARENTHETICAL or _of_them(tokens, nxt)):
        close = nxt
        while close < last and tokens.raw[close] not in STRONG_STOPS:
            if tokens.raw[close] == "," and close + 1 < last and tokens.word[close + 1] in lexicon.function("aux"):
                return close + 1
            close += 1
        return 0
    if nxt in ends or any(n.core == nxt for n in later) or tokens.word[i] == "and" and nxt in starts:
        return nxt
    if tokens.word[i] == "and" and tokens.kind[nxt] == "w" and tokens.word[nxt] in lexicon.units():
        return nxt  # "120,000 soldiers and police had been deployed"
    return 0


def _of_them(tokens: Tokens, i: int) -> bool:
    return i + 2 < tokens.size and tokens.word[i + 1] == "of" and tokens.word[i + 2] in ("them", "whom")


def event_before(tokens: Tokens, i: int, events: list[Event]) -> Event | None:
    """Return the active verb whose object starts at ``i``: the nearest one in the clause."""
    for event in reversed(events):
        if event.last > i:
            continue
        if event.passive or event.frame == "subject":
            return None
        for k in range(event.last, i):
            if tokens.raw[k] in STRONG_STOPS or tokens.raw[k] in DASHES or tokens.word[k] in _RELATIVE:
                return None
            if tokens.word[k] == "but":
                return None
        return event
    return None


def instrument(tokens: Tokens, first: int, i: int) -> bool:
    """Return whether the number at ``i`` counts the means of an attack ("attacked with two", "struck by two")."""
    k = i - 1
    while k >= first and tokens.raw[k] not in STRONG_STOPS and i - k < 24:
        if tokens.word[k] in ("with", "by", "using"):
            return any(tokens.word[j] in lexicon.word_class("assault") for j in range(max(first, k - 8), k))
        if tokens.word[k] in lexicon.cues():
            return False
        k -= 1
    return False




def nominal_before(tokens: Tokens, first: int, i: int, events: list[Event]) -> tuple[str, Phrase, str] | None:
    """Return (measure, noun phrase, unit) of a noun that the number at ``i`` fills ("casualties are put at 4,700")."""
    k, attack = i - 1, None
    starts = {event.first for event in events}
    while k >= first:
        raw, word = tokens.raw[k], tokens.word[k]
        noun = lexicon.nouns().get(word)
        if noun and noun[0] == "attacks" and i - k > 2:
            attack, noun = attack or (noun[0], Phrase(k, k + 1), noun[2]), None  # "the toll of the shelling rose to 45"
        if noun:
            start = k
            while (
                start > first
                and tokens.kind[start - 1] == "w"
                and (
                    tokens.word[start - 1] not in lexicon.function("stop")
                    and tokens.word[start - 1] not in lexicon.function("aux")
                    and tokens.word[start - 1] not in lexicon.verbs()
                )
            ):
                start -= 1
            return noun[0], Phrase(start, k + 1), noun[2]
        if raw in STRONG_STOPS or raw in DASHES or raw in QUOTES and i - k > 1:
            return attack
        if word in ("who", "which", "while", "after", "when") or k in starts:
            return attack
        k -= 1
    return attack


def exists(tokens: Tokens, first: int, i: int) -> bool:
    """Return whether the number at ``i`` is what there is: "there are 83 of them"."""
    k = i - 1
    while k > first and tokens.word[k] in lexicon.function("adverb"):
        k -= 1
    return (
        k > first
        and tokens.word[k] in ("is", "are", "was", "were", "been")
        and "there" in tokens.word[max(first, k - 2) : k]
    )


def act_before(tokens: Tokens, i: int) -> str | None:
    """Return the measure of a noun of doing whose object the number at ``i`` is ("the abduction of 52 people")."""
    return lexicon.acts().get(tokens.word[i - 2]) if i >= 2 and tokens.word[i - 1] == "of" else None


_BESIDE = lexicon.function("adverb") | lexicon.function("determiner") | {"only", "just", "total", "of", "up"}
_HAVING = frozenset("has have had having with".split())


def light_before(tokens: Tokens, first: int, i: int) -> str | None:
    """Return the measure of the verb of many meanings whose object starts at ``i`` ("gave a total of 40 tanks")."""
    k = i - 1
    while k >= first and tokens.word[k] in _BESIDE and i - k < 6:
        k -= 1
    if k < first:
        return None
    for measure, frame in lexicon.light_verbs().get(tokens.word[k], ()):
        if frame == "patient":
            return measure
    return "present" if tokens.word[k] in _HAVING else None


def light_after(tokens: Tokens, i: int, last: int) -> str | None:
    """Return the measure of the verb of many meanings right after the noun that ends before ``i``."""
    passive = False
    while i < last and (tokens.word[i] in _LEADING_ON or tokens.word[i] in lexicon.function("adverb")):
        passive = passive or tokens.word[i] in ("is", "are", "was", "were", "been", "being", "be")
        i += 1
    if i >= last:
        return None
    for measure, frame in lexicon.light_verbs().get(tokens.word[i], ()):
        if frame == "subject" or passive and frame == "patient":
            return measure
    return None


_LEADING_ON = lexicon.function("aux") | {"who", "that", "which", "not", "more"}


def in_need(tokens: Tokens, i: int, last: int) -> bool:
    """Return whether the people before token ``i`` are said to lack or get help: "1.2 million people need food"."""
    while i < last and (tokens.word[i] in _LEADING_ON or tokens.word[i] in lexicon.function("adverb")):
        i += 1
    return i < last and tokens.word[i] in lexicon.word_class("need")


def is_somewhere(tokens: Tokens, i: int, last: int) -> bool:
    """Return whether the counted are said to be at a place: "no soldiers were near the market"."""
    return i + 1 < last and tokens.word[i] in ("is", "are", "was", "were") and tokens.word[i + 1] in _AT


_AT = frozenset("in at on near inside around among there".split())


def restates(tokens: Tokens, first: int, number: Number) -> bool:
    """Return whether a bare number takes up a count: "put it at 14", "the embassy gives 31", "nine were women"."""
    if number.kind != "count":
        return False
    i = number.first - 1
    if i < first:
        return True
    if any(word in _OF_AGE for word in tokens.word[max(first, i - 5) : i + 1]):
        return False
    if tokens.kind[i] == "w" and (tokens.is_capital(i) and i > first or tokens.word[i] in _NAMING):
        return False  # "Page 212", "Bastion 4"
    if tokens.word[i] in ("is", "was", "now", "turned", ",", "at") and _of_one_person(tokens, first, i, number):
        return False
    return True


_NAMING = frozenset("by magnitude route highway number gate sector point hill age kilometre km + : hotline page".split())
_ONE_PERSON = frozenset("he she i who".split())
_OF_AGE = frozenset("age aged ages youngest oldest eldest elder younger born both".split())


def _is_somebody(tokens: Tokens, first: int, i: int) -> bool:
    """Return whether a name or a noun for one person ends at ``i``."""
    word = tokens.word[i]
    unit = lexicon.units().get(word)
    return tokens.is_capital(i) and i > first or word in _ONE_PERSON or unit is not None and unit.kind == "person" and (
        not word.endswith("s") and word not in ("people", "men", "women", "children"))


def _of_one_person(tokens: Tokens, first: int, i: int, number: Number) -> bool:
    """Return whether a number tells the age of somebody: "Dauda Pam, who is 71", "she was 41"."""
    if number.value is None or number.value > 110:
        return False
    if tokens.word[i] in (",", "at", "now"):
        return i > first and _is_somebody(tokens, first, i - 1)
    return i - 1 >= first and (tokens.word[i - 1] in _ONE_PERSON or i - 1 > first and tokens.is_capital(i - 1))
