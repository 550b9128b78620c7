"""Evidence that stands around the number: verbs with their object inside them, attempts, and forces that grow."""

from .. import lexicon
from ..figure import Candidate
from ..governors import BESIDE
from ..signs import ALONE, COUNT, NAMED, wants
from .basis import Reading, in_that_state, noun_measure

_SPLIT = {
    first: rest
    for first, seconds in lexicon.phrases().items()
    if (rest := {second: kept for second, found in seconds.items() if (kept := [p for p in found if p[2] == "patient"])})
    and first not in ("in", "down", "being", "were", "be")
}


@wants(_SPLIT.keys(), COUNT)
def by_split_verb(c: Candidate) -> Reading | None:
    """ "Set six depots on fire", "took 40 people hostage", "treated 12 for burns": the object inside a verb phrase."""
    tokens, k = c.clause.tokens, c.number.first - 1
    while k > c.clause.first and tokens.word[k] in BESIDE:
        k -= 1
    if k < c.clause.first:
        return None
    after = c.phrase.last
    if tokens.at(c.number.last) == "of" and tokens.at(c.number.last + 1) in ("them", "us"):
        after = c.number.last + 2
    if tokens.at(after) == "and" and tokens.word[k] in _SPLIT:
        seconds = _SPLIT[tokens.word[k]]  # "took 170 soldiers and family members prisoner"
        after = next((j for j in range(after + 2, min(c.clause.last, after + 5)) if tokens.word[j] in seconds), after)
    for words, measure, _ in _SPLIT.get(tokens.word[k], {}).get(tokens.at(after), ()):
        end = after + len(words) - 1
        if not tokens.matches(after, words[1:]) or end > c.clause.last:
            continue
        if len(words) > 2 or words[1] not in _PARTICLES or tokens.kind[min(end, tokens.size - 1)] in "pb":
            out = measure == "destroyed" and c.kind == "person"  # "put 60 soldiers out of action": dead or wounded
            return Reading("casualties" if out and "action" in words else measure)
    return None


_PARTICLES = frozenset("in out up over off away from on at".split())  # "took three men out of the house"


@wants(frozenset("take takes took taken taking".split()), NAMED | COUNT)
def by_taking_in(c: Candidate) -> Reading | None:
    """ "Poland has taken in a million Ukrainians"; a clinic takes in the wounded."""
    tokens, i = c.clause.tokens, c.number.first
    if tokens.at(i - 1) != "in" or tokens.at(i - 2) not in _TAKEN or c.kind not in ("person", "group"):
        return None
    hurt = in_that_state(c)
    if hurt is not None:
        return Reading(hurt)  # "we took in 60 wounded people"
    treated = not _WARDS.isdisjoint(tokens.word[c.clause.first : i])
    return None if treated or c.status == "military" or noun_measure(c) else Reading("displaced")


@wants({"minus"}, NAMED)
def by_minus(c: Candidate) -> Reading | None:
    """ "Minus three tanks"."""
    minus = c.clause.tokens.at(c.number.first - 1) == "minus" and c.kind in ("materiel", "person")
    return Reading("destroyed") if minus else None


@wants(lexicon.word_class("carriage"), NAMED)
def by_carriage(c: Candidate) -> Reading | None:
    """ "9,000 people were brought out on 30 flights", "rounds were carried in 64 voyages"."""
    tokens, previous = c.clause.tokens, c.previous
    if c.head not in lexicon.word_class("carriage") or previous is None:
        return None
    if previous.measure not in _MOVED or tokens.at(c.number.first - 1) not in ("in", "on", "aboard", "by", "with"):
        return None
    return Reading("supplied" if previous.measure == "supplied" else "other")


_MOVED = frozenset("supplied displaced returned rescued deployed exchanged".split())
_TAKEN = frozenset("take takes took taken taking".split())
_WARDS = frozenset("clinic hospital ward wards clinics hospitals doctors medics police".split())


@wants({"looking", "searching", "search", "searched", "searches"}, NAMED | COUNT)
def by_search(c: Candidate) -> Reading | None:
    """ "Still looking for about thirty people"; a hunt for gunmen is none."""
    tokens, i = c.clause.tokens, c.number.first - 1
    while tokens.word[i] in ("the", "up", "to", "least", "at", "another", "other"):
        i -= 1
    if tokens.at(i) != "for" or tokens.at(i - 1) not in _SEARCHING or c.kind != "person":
        return None
    return None if c.status == "military" or c.head in _HUNTED else Reading("missing")


_STRIKES = frozenset(word for word, noun in lexicon.nouns().items() if noun[:2] == ("attacks", "head"))
_SEARCHING = frozenset("looking searching search searched searches".split())
_HUNTED = frozenset("suspects suspect attackers killers accomplices kidnappers recruits volunteers assailants".split())


@wants(_STRIKES, NAMED | COUNT)
def by_strike_on(c: Candidate) -> Reading | None:
    """ "Killed in strikes on nine camps"."""
    tokens, i = c.clause.tokens, c.number.first - 1
    if tokens.at(i) not in ("on", "against", "at") or c.kind not in ("object", "materiel", "place"):
        return None
    noun = lexicon.nouns().get(tokens.at(i - 1))
    return Reading("hit") if noun is not None and noun[0] == "attacks" and noun[1] == "head" else None


@wants({"claimed", "claims", "claiming"}, ALONE | COUNT)
def by_claiming(c: Candidate) -> Reading | None:
    """ "Mines claimed another 14": a war, a weapon or an attack claims lives, not numbers."""
    tokens, k = c.clause.tokens, c.number.first - 1
    while k > c.clause.first and tokens.word[k] in BESIDE:
        k -= 1
    if tokens.word[k] not in ("claimed", "claims", "claiming") or not c.phrase.empty:
        return None
    by = tokens.at(k - 1)
    noun = lexicon.nouns().get(by)
    return Reading("killed") if by in lexicon.word_class("claimant") or noun and noun[0] == "attacks" else None


@wants(lexicon.word_class("making") | lexicon.word_class("stocks"), NAMED | COUNT)
def by_output(c: Candidate) -> Reading | None:
    """ "Output has risen to 4,000 shells a month", "stocks fell to 200 interceptors"."""
    tokens, i = c.clause.tokens, c.number.first
    if c.kind != "materiel" or tokens.at(i - 1) not in ("to", "of", "from", "at"):
        return None
    near = tokens.word[max(c.clause.first, i - 7) : i - 1]
    if not lexicon.word_class("making").isdisjoint(near):
        return Reading("other")
    return None if lexicon.word_class("stocks").isdisjoint(near) else Reading("present")


_TRIES = frozenset({"attempt", "attempts"})
_STOPPED = frozenset("repelled repulsed thwarted foiled stopped halted blocked prevented countered disrupted rebuffed".split())


@wants(_TRIES, NAMED)
def by_attempt(c: Candidate) -> Reading | None:
    """ "Stopped 15 attempts to advance", "three infiltration attempts"; an attempt to agree is none."""
    if c.head not in _TRIES:
        return None
    tokens, i = c.clause.tokens, c.phrase.last
    near = tokens.word[c.phrase.first : min(c.clause.last, i + 9)]
    assault = not lexicon.word_class("pushes").isdisjoint(near)
    stopped = not _STOPPED.isdisjoint(tokens.word[max(c.clause.first, c.number.first - 3) : c.number.first])
    return Reading("attacks") if assault or stopped else None


_DEEDS = frozenset("activity activities action actions movement movements".split())
_HOSTILE = frozenset("enemy hostile offensive combat assault militant rebel insurgent ceasefire".split())


@wants(_DEEDS, NAMED)
def by_activity(c: Candidate) -> Reading | None:
    """ "No enemy activity was recorded", "four offensive actions"."""
    hostile = _HOSTILE.isdisjoint(c.clause.tokens.word[c.phrase.first : c.phrase.head])
    return Reading("attacks") if c.head in _DEEDS and not hostile else None


_GROWING = frozenset(
    "grew grown grows growing swelled swollen shrank shrunk dwindled fell fallen rose risen reduced increased expanded cut "
    "down up dropped".split()
)


@wants(_GROWING, ALONE)
def by_growth(c: Candidate) -> Reading | None:
    """ "The force grew from 5,000 to more than 11,000"."""
    tokens, i = c.clause.tokens, c.number.first
    if not c.phrase.empty or tokens.at(i - 1) not in ("from", "to"):
        return None
    grew = tokens.where(_GROWING, max(c.clause.first, i - 7), i)
    k = grew[0] - 1 if grew else -1
    while k > c.clause.first and tokens.word[k] in _LEADING_TO:
        k -= 1
    own = k >= c.clause.first and tokens.word[k] in lexicon.word_class("armed_body") and tokens.at(k - 2) not in ("by", "of")
    return Reading("present") if own else None


_LEADING_TO = lexicon.function("aux") | lexicon.function("adverb") | {"that", "which", "who"}
