"""What a piece of evidence gives, and what several kinds of it ask of a number."""

from typing import NamedTuple

from .. import governors, lexicon, light_verbs, parts
from ..events import Event
from ..figure import Candidate
from ..kinds import PEOPLE_ONLY, light_fits
from ..signs import wants


class Reading(NamedTuple):
    """What a number measures, and the verb that says so; measure None: nothing of the conflict."""

    measure: str | None
    event: Event | None = None


def is_one(c: Candidate) -> bool:
    """ "One man had not seen his family": a single one counts only where something is said to have happened to it."""
    return c.number.value == 1 and c.clause.tokens.word[c.number.core] == "one" and not c.phrase.empty


@wants(lexicon.whereabouts().keys())
def by_whereabouts(c: Candidate) -> Reading | None:
    """ "23 Armenians remained in jails", "camps now host 41,000 people"."""
    if c.kind not in ("person", "group"):
        return None
    words = c.clause.tokens.word
    reach = range(max(c.clause.first, c.number.first - 6), min(c.clause.last, c.phrase.last + 9))
    found = (lexicon.whereabouts().get(words[i]) for i in reach if not c.clause.tokens.capital[i])
    measure = next((measure for measure in found if measure), None)
    if c.status == "military":  # soldiers in a camp are not displaced, those in a prison are captured
        measure = "captured" if measure == "detained" and not _GUARDS.intersection(words[c.phrase.first : c.phrase.last]) else None
    return Reading(measure) if measure else None


_GUARDS = frozenset({"guard", "guards", "troops", "police"})


def noun_measure(c: Candidate) -> str | None:
    tokens = c.clause.tokens
    for i in range(c.phrase.last - 1, c.phrase.first - 1, -1):
        noun = lexicon.nouns().get(tokens.word[i])
        if noun:
            return noun[0] if noun[1] == "head" else None
        if tokens.word[i] in lexicon.units():
            return None
    return None


OF_REMAINS = ("returned", "exchanged", "released")  # what can happen to the dead


def is_object(c: Candidate) -> bool:
    """Return whether a verb stands right before the number, which is its object then."""
    left = verb_before(c)
    if left is not None and governors.is_beside(c.clause.tokens, left, c.number.first):
        return True
    return light(c, light_verbs.light_before(c.clause.tokens, c.clause.first, c.number.first)) is not None


def is_next(c: Candidate, event: Event) -> bool:
    """Return whether an article stands right behind the verb, or goes on with its object."""
    if c.previous is not None and parts.is_coordinated(c.clause.tokens, c.previous, c.number):
        return True
    tokens, between = c.clause.tokens, range(event.last, c.number.first)
    if tokens.at(c.number.first - 1) == "and" and len(between) > 1 and all(tokens.capital[between[0] : between[-1]]):
        return not tokens.raw[event.first].isupper()  # "captured Mullah Omar and an associate"
    return all(tokens.word[k] in lexicon.function("adverb") for k in between)


def light(c: Candidate, measures: tuple[str, ...]) -> Reading | None:
    if measures[:1] == ("present",) and (there := by_whereabouts(c)) is not None:
        return there
    kind, source = c.kind, c.previous or c.clause.before
    if c.whole is not None or not kind and not c.phrase.empty:
        return None  # a thing that no list knows: such a verb says too little of it
    status = c.status
    if c.phrase.empty and source is not None:
        kind, status = source.kind, source.status
    if c.head in ("men", "personnel"):
        status = status or "military"  # "has given its ally 3,500 men"
    elif c.phrase.empty and measures[:1] == ("casualties",):
        kind = "person"  # "they shot three in front of me"
    return next((Reading(measure) for measure in measures if light_fits(measure, kind, status)), None)


def is_fraction(c: Candidate) -> bool:
    """ "Six of 14 missiles"."""
    base = parts.base_at(c.clause.tokens, c.number.last)
    return bool(base) and base in {n.first for n in c.later}


def of_whole(c: Candidate) -> bool:
    return c.whole is not None and c.whole.measure in ("attacks", "launched")


def acts_itself(c: Candidate) -> bool:
    """Return whether the counted do something themselves: "16 aircraft fired 22 bombs"."""
    i = c.phrase.last
    if i >= c.clause.last:
        return False
    return c.clause.tokens.word[i] in lexicon.function("verb") or any(event.first == i for event in c.clause.events)


def in_that_state(c: Candidate) -> str | None:
    """What the words of a phrase say of people who only live or are somewhere: "displaced people", "refugees"."""
    for i in range(c.phrase.first, c.phrase.last):
        word = c.clause.tokens.word[i]
        measure = STATES.get(word) or (lexicon.nouns().get(word, ("",))[0] if i == c.phrase.head else "")
        if measure in _LASTING:
            return measure
    return None


STATES = {
    form: readings[0][0]
    for form, readings in lexicon.verbs().items()
    if form.endswith("ed") and readings[0][0] in PEOPLE_ONLY
}
_LASTING = frozenset({"displaced", "captured", "detained", "wounded", "missing"})


def verb_after(c: Candidate) -> tuple[Event | None, bool]:
    return governors.event_after(
        c.clause.tokens, c.number.first, c.phrase.last, c.clause.last, c.later, c.clause.events
    )


def verb_before(c: Candidate) -> Event | None:
    return governors.event_before(c.clause.tokens, c.number.first, c.clause.events)
