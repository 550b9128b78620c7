"""Accounts of a whole without a word of including: behind a colon, in brackets, in dashes, by degrees of harm."""

from . import governors, lexicon, lists
from .figure import Clause, Figure
from .numbers import Number
from .phrases import Phrase
from .tokens import Tokens

_DEGREES = frozenset("critically seriously severely gravely badly lightly slightly moderately mortally".split())
_GRAVE = frozenset("critical serious grave stable severe".split())
_STATES = frozenset("dead killed wounded injured missing captured detained arrested surrendered destroyed damaged abandoned burned sunk seized".split())
_BE = frozenset({"were", "are", "was", "is"})
_ABOUT_ONE = _BE | frozenset("who that which of from in with at".split())
_WITHIN = 30  # tokens of an account


def opens(clause: Clause, number: Number, phrase: Phrase, kind: str, whole: Figure, end: int) -> bool:
    """Return whether a number opens the account of the whole that ends before token ``end``."""
    tokens, i = clause.tokens, number.first - 1
    if lists.is_dash_item(tokens, number, end):
        return True
    if number.kind == "zero" or i < end:
        return False
    if i == end and tokens.raw[i] == ":":
        return True
    if tokens.raw[i] == "(" and (i == end or i == end + 1 and tokens.word[end] in _STATES):  # "nine people dead (…)"
        return _is_of_kind(clause, number, phrase, kind, whole) and _adds_up(clause, number, whole)
    if i - 1 == end and tokens.raw[i - 1] == "(" and _is_word_of_state(clause, i):
        return _adds_up(clause, number, whole, least=2)  # "losses: 45 (killed 12, wounded 33)"
    if tokens.raw[i] != ":" or number.value is None:
        return False
    if _is_people(clause, number):
        return True
    return whole.kind in ("person", "materiel") and _is_state(clause, number) and _adds_up(clause, number, whole, least=2)


def _is_people(clause: Clause, number: Number) -> bool:
    """Return whether soldiers or other people are counted, not "24 over the sea"."""
    unit = lexicon.units().get(clause.tokens.word[number.last]) if number.last < clause.last else None
    return unit is not None and unit.kind == "person"


def _is_state(clause: Clause, number: Number) -> bool:
    """Return whether a number tells what became of some: "29 surrendered", "five dead"."""
    i = number.last
    return i < clause.last and (clause.tokens.word[i] in _STATES or any(event.first == i for event in clause.events))


def _is_word_of_state(clause: Clause, i: int) -> bool:
    word = clause.tokens.word[i]
    return word in _STATES or word in lexicon.nouns() or any(event.first == i for event in clause.events)


def _is_of_kind(clause: Clause, number: Number, phrase: Phrase, kind: str, whole: Figure) -> bool:
    """Return whether what is counted in brackets is of the whole's kind, no gloss: "2,000 people (410 families)"."""
    if whole.kind == "person":
        if kind == "person" and not lexicon.units().get(clause.tokens.word[phrase.head], _NO_UNIT)[1] == "group":
            return True
        return _is_state(clause, number)
    return kind == whole.kind and kind in ("materiel", "object", "incident")


_NO_UNIT = ("", "", "")


def _adds_up(clause: Clause, number: Number, whole: Figure, least: int = 1) -> bool:
    """Return whether the numbers of an account, as many as ``least``, are together not more than the whole."""
    tokens = clause.tokens
    most = whole.number.high if whole.number.high is not None else whole.number.value
    last = min(clause.last, number.first + _WITHIN)
    last = next((k for k in range(number.first, last) if tokens.raw[k] in ");."), last)
    told = [n.value or n.low or 0 for n in clause.numbers if number.first <= n.first < last and n.kind == "count"]
    if most is None or len(told) < least:
        return False
    return sum(told) <= most and max(told, default=0) < most


def by_degree(clause: Clause, number: Number, whole: Figure) -> bool:
    """ "About 200 were hurt, four critically": so many of the wounded."""
    if whole.measure not in ("wounded", "casualties") or number.kind != "count":
        return False
    tokens, i = clause.tokens, number.last
    if tokens.at(i) in _DEGREES:
        return tokens.at(i + 1) not in ("wounded", "injured", "hurt") and tokens.at(number.first - 1) in ",(–—"
    return tokens.at(i) == "in" and not _GRAVE.isdisjoint(tokens.word[i + 1 : i + 4])


def respective(clause: Clause, number: Number, found: list[Figure]) -> Figure | None:
    """ "298 drones and 69 missiles, of which 266 and 45 respectively were shot down": each is part of its own."""
    tokens = clause.tokens
    told = [figure for figure in found if figure.part_of is None][-2:]
    if len(told) < 2 or not is_bare(clause, number) and tokens.word[number.last] != "respectively":
        return None
    whole = told[1] if found[-1].part_of is told[0] else told[0]
    return whole if (whole.number.value or 0) >= (number.value or 0) else None


def goes_on(clause: Clause, number: Number, found: list[Figure]) -> bool:
    """Return whether a bare number goes on with an account: "310 tanks lost: 214 destroyed, 58 damaged and 38 captured"."""
    tokens, previous = clause.tokens, found[-1]
    if previous.part_of is None or number.kind != "count" or not (is_bare(clause, number) or _is_state(clause, number)):
        return False
    between = tokens.raw[previous.number.last : number.first]
    if not governors.STRONG_STOPS.isdisjoint(between) or "," not in between and "and" not in between:
        return False
    first = next(one for one in found if one.part_of is previous.part_of)
    i = first.number.first
    k = clause.first
    while k < number.first and tokens.kind[k] == "p":
        k += 1
    told = tokens.raw[i - 1] == ":" or tokens.raw[i - 2] == "(" or tokens.word[k] == "of"
    return told and first.sentence == clause.index


def goes_on_listing(clause: Clause, number: Number, phrase: Phrase, kind: str, found: list[Figure]) -> bool:
    """ "Five men who had signed the truce and two mayors": a list of parts goes on behind a clause about one of them."""
    tokens, previous = clause.tokens, found[-1]
    i = phrase.last
    if phrase.empty or previous.sentence != clause.index or kind != previous.kind or number.kind == "zero":
        return False
    joined = tokens.word[number.first - 1] == "and" or tokens.raw[number.first - 1] == "," and _is_listed(tokens, found)
    if previous.part_of is None or not joined or number.first - previous.number.last > 14:
        return False
    between = tokens.raw[max(previous.number.last, previous.phrase.last) : number.first]
    if not governors.STRONG_STOPS.isdisjoint(between) or "," in between[:-2]:
        return False
    listed = _is_listed(tokens, found)
    told = (between[0] in _ABOUT_ONE or listed) and not any(
        previous.number.last <= event.first < number.first for event in clause.events if between[0] in _BE
    )
    acts = i < clause.last and (
        tokens.word[i] in lexicon.function("aux") or not listed and any(e.first == i for e in clause.events)
    )
    return told and not acts


def _is_listed(tokens: Tokens, found: list[Figure]) -> bool:
    """Return whether the parts are told behind a colon or a dash: "65 people: 42 men from the hills, 15 guards sent …"."""
    first = next((one for one in found if one.part_of is found[-1].part_of), None)
    return first is not None and tokens.raw[first.number.first - 1] in ":–—"


def is_bare(clause: Clause, number: Number) -> bool:
    """Return whether no noun of its own follows a number."""
    i = number.last
    return (
        i >= clause.last
        or clause.tokens.kind[i] != "w"
        or clause.tokens.word[i] in lexicon.function("stop") | (lexicon.function("aux"))
    )
