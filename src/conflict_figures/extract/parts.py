"""Wholes and parts: which figure a number is said to belong to, and which only stands beside it."""

from . import governors, lexicon, lists, wholes
from .figure import Clause, Figure
from .numbers import Number
from .tokens import Tokens

_INCLUDING = (("including",), ("among", "them"), ("among", "whom"), ("among", "those"), ("of", "them"), ("of", "whom"),
              ("of", "which"), ("of", "these"), ("of", "those"))  # fmt: skip
_OPENERS = frozenset(words[0] for words in _INCLUDING)


OF_WHOLE = {("of",)} | {("of", word) for word in ("the", "its", "their", "our", "his", "her", "those", "these", "all")}

_SHARES = frozenset(
    "half most many some none majority third thirds quarter quarters fifth fifths part few any percent % each".split()
)


def is_base(tokens: Tokens, number: Number) -> bool:
    """Return whether a number is the base of a share that is no number: "half of the 600 soldiers"."""
    if "of" not in tokens.word[max(0, number.first - 2) : number.first]:
        return False
    for words in OF_WHOLE:
        i = number.first - len(words)
        if i > 0 and tokens.matches(i, words) and tokens.word[i - 1] in _SHARES:
            return True
    return False


def join_fraction(part: Figure, whole: Figure) -> None:
    """ "31 of 40 drones downed": both are figures, the base includes the part; it was not itself downed."""
    part.part_of, part.unit = whole, whole.unit
    part.subject, part.status = whole.subject, whole.status
    if part.event is not None and whole.event is not None and part.event is not whole.event:
        return  # "shot down 27 of 31 drones launched overnight"
    part.measure = part.measure if whole.measure == "other" else whole.measure
    part.event = whole.event
    whole.measure = "launched" if whole.measure == "intercepted" else "other"


def whole_of(clause: Clause, number: Number, found: list[Figure]) -> Figure | None:
    """The figure that this number is said to be part of, by a stated cue."""
    tokens = clause.tokens
    if tokens.word[number.last : number.last + 2] in (["of", "them"], ["of", "whom"]):
        return _can_hold(found[-1] if found else clause.before, number)
    if number.kind != "article" and (taken := wholes.taken_up(clause, number)) is not None:
        return _can_hold(taken, number)
    if not found:
        if tokens.word[clause.first] in _OPENERS and any(tokens.matches(clause.first, w) for w in _INCLUDING[3:]):
            return _can_hold(clause.before, number)  # "Of these, at least 50 are women"
        return None
    if number.kind == "count" and _opens_with_whole(clause, found[0]) and _is_bare(clause, number):
        return _can_hold(found[0], number)  # "Of 100 tanks …, it counted 45 at the front"
    previous = found[-1]
    end = max(previous.number.last, previous.phrase.last)
    if (
        lists.is_dash_item(tokens, number, end) or _is_account(clause, number, previous, end)
    ) and previous.part_of is None:
        return _can_hold(previous, number)
    for k in range(number.first - 1, max(previous.number.last, number.first - 6) - 1, -1):
        if tokens.raw[k] in governors.STRONG_STOPS:
            return None
        if tokens.word[k] == "including":
            return previous.part_of or previous  # the text says so: if it cannot be, that is the source's fault
        if tokens.word[k] in _OPENERS and any(tokens.matches(k, words) for words in _INCLUDING):
            return _can_hold(previous, number)
    if previous.part_of is not None and is_coordinated(tokens, previous, number):
        return _can_hold(previous, number)
    return _can_hold(previous, number) if _goes_on(clause, number, found) else None


def _goes_on(clause: Clause, number: Number, found: list[Figure]) -> bool:
    """Return whether a bare number goes on with an account: "310 tanks lost: 214 destroyed, 58 damaged and 38 captured"."""
    tokens, previous = clause.tokens, found[-1]
    if previous.part_of is None or number.kind != "count" or not _is_bare_or_state(clause, number):
        return False
    between = tokens.raw[previous.number.last : number.first]
    if not governors.STRONG_STOPS.isdisjoint(between) or "," not in between and "and" not in between:
        return False
    first = next(one for one in found if one.part_of is previous.part_of)
    told = tokens.raw[first.number.first - 1] == ":" or tokens.word[clause.first] == "of"
    return told and first.sentence == clause.index


def _is_bare_or_state(clause: Clause, number: Number) -> bool:
    i = number.last
    return _is_bare(clause, number) or any(event.first == i for event in clause.events)


def _is_people(clause: Clause, number: Number) -> bool:
    """Return whether soldiers or other people are counted, not "24 over the sea"."""
    unit = lexicon.units().get(clause.tokens.word[number.last]) if number.last < clause.last else None
    return unit is not None and unit.kind == "person"


def _is_account(clause: Clause, number: Number, whole: Figure, end: int) -> bool:
    """Return whether a number opens what a colon right behind the whole accounts for: "390 people: 270 soldiers and"."""
    if number.first == end + 1:
        return clause.tokens.raw[end] == ":"
    opens = number.first - 1 > end and clause.tokens.raw[number.first - 1] == ":"
    return opens and number.value is not None and _can_hold(whole, number) is not None and _is_people(clause, number)


def _opens_with_whole(clause: Clause, whole: Figure) -> bool:
    i = whole.number.first - 1
    while i > clause.first and clause.tokens.word[i] in ("the", "its", "those", "these", "all"):
        i -= 1
    return i == clause.first and clause.tokens.word[i] == "of"


def _is_bare(clause: Clause, number: Number) -> bool:
    """Return whether no noun of its own follows a number."""
    i = number.last
    return (
        i >= clause.last
        or clause.tokens.kind[i] != "w"
        or clause.tokens.word[i] in lexicon.function("stop") | (lexicon.function("aux"))
    )


def _can_hold(source: Figure | None, number: Number) -> Figure | None:
    """The whole that a back-reference means, or None: "40 of them" is not of the 24 just named."""
    if source is None:
        return None
    whole = source.part_of or source
    most = whole.number.high if whole.number.high is not None else whole.number.value
    least = number.low if number.low is not None else number.value
    return None if most is not None and least is not None and least > most and whole.number.low == most else whole


_JOINING = frozenset(", and or as well another the their his her its other".split())


def is_coordinated(tokens: Tokens, previous: Figure, number: Number) -> bool:
    """Return whether only "and", commas and the previous noun stand between two numbers."""
    i = max(previous.number.last, previous.phrase.last)
    between = tokens.word[i : number.first]
    return bool(between) and all(word in _JOINING for word in between)


def is_gloss(tokens: Tokens, previous: Figure, number: Number) -> bool:
    """Return whether a number in brackets tells the one before it in another unit: "2,000 people (410 families)"."""
    i = max(previous.number.last, previous.phrase.last)
    return tokens.word[i : number.first] == ["("]
