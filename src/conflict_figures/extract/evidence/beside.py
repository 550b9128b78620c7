"""Evidence in the verb right beside a number: verbs of many meanings, what is made, held, helped or asked for."""

from .. import governors, lexicon, light_verbs, nominal
from ..figure import Candidate
from ..signs import COUNT, NAMED, wants
from .basis import Reading, by_whereabouts, light, noun_measure, verb_before
from .verbs import as_told

_MAKING = frozenset("make makes making assembles assembled churns churned".split())
_STOPPING = frozenset("stopped stop stops stopping blocked halted neutralised neutralized thwarted parried".split())
_HELPING = frozenset("reached assisted fed helped vaccinated aided supported reaching assisting feeding helping".split())
_RETURNING = frozenset({"return", "returns", "returned", "returning"})
_ACTIONS = _RETURNING | _MAKING | _STOPPING | _HELPING


@wants(governors.LIGHT | _ACTIONS, COUNT)
def by_light_verb_before(c: Candidate) -> Reading | None:
    """ "gave 40 tanks": a verb of many meanings, right beside the number."""
    before = c.clause.tokens.at(c.number.first - 1)
    if c.number.kind == "count" and before in _RETURNING and c.head in lexicon.word_class("remains"):
        return Reading("returned")  # "the rebels returned 12 bodies"
    if c.number.kind != "count" or noun_measure(c) or _is_numbered(c):
        return None
    if c.phrase.empty and before in ("reached", "reach", "reaching", "that"):
        return None  # "casualties reached 4,700", "the court held that 168 had died"
    if before in _HOLDING and c.kind == "person" and not _in_a_place(c):
        return Reading("captured" if c.status == "military" else "detained")  # "militants are holding 13 workers"
    if before in ("brought", "brings", "bringing") and c.kind == "materiel":
        given = c.unit_head not in lexicon.word_class("arms") or c.clause.tokens.at(c.phrase.last) == "to"
        return Reading("supplied" if given else "present")  # "brought 460 tonnes of flour"
    done = _by_action(c, before)
    if done is not None:
        return Reading(done)
    if before == "with" and (c.kind not in ("person", "formation") or verb_before(c) is not None):
        return None  # "supplied the army with 40 guns", "made off with two boys"
    return light(c, light_verbs.light_before(c.clause.tokens, c.clause.first, c.number.first))


@wants(lexicon.light_verbs().keys(), COUNT)
def by_light_verb_after(c: Candidate) -> Reading | None:
    """ "12 trucks were given", "3,000 men stood"."""
    if c.number.kind != "count":
        return None
    tokens, last = c.clause.tokens, c.clause.last
    found = light(c, light_verbs.light_after(tokens, light_verbs.behind_list(tokens, c.phrase.last, last), last))
    if found is not None and found.measure == "present" and (state := as_told(c)) is not None:
        return Reading(state)
    if found is not None and found.measure in ("displaced", "deployed") and _is_troop(c):
        return Reading("present")  # "a troop of 28 men had crossed"
    if found is None or found.measure != "deployed" or c.kind != "person" or not _are_plain(c):
        return found
    after = c.clause.tokens.word[c.phrase.last : c.phrase.last + 4]
    return Reading("displaced") if not _CROSSED.isdisjoint(after) else found  # "40,000 people crossed the river"


def _is_troop(c: Candidate) -> bool:
    """ "His troop of 28 men": a body of fighters, told by its strength."""
    tokens, i = c.clause.tokens, c.number.first
    return tokens.at(i - 1) == "of" and (tokens.at(i - 2) in lexicon.word_class("armed_body") or tokens.at(i - 2) in ("troop", "column"))


_CROSSED = frozenset("crossed cross crossing crosses entered enter".split())


def _are_plain(c: Candidate) -> bool:
    """Return whether people are counted who are no force and not named by their state."""
    raw = "" if c.phrase.empty else c.clause.tokens.raw[c.phrase.head]
    return c.status == "civilian" or not c.status and raw.removesuffix("s") not in lexicon.demonyms()


def _is_numbered(c: Candidate) -> bool:
    """ "The dead numbered 96": the subject says what they are."""
    i = c.number.first - 1
    return (
        i > c.clause.first
        and c.clause.tokens.word[i] in ("numbered", "number", "numbers")
        and (c.clause.tokens.word[i - 1] in lexicon.nouns())
    )


def _by_action(c: Candidate, before: str) -> str | None:
    """What is made, stopped in flight or helped, by the verb right before it."""
    if c.phrase.empty:
        return None
    if before in _MAKING and c.kind == "materiel":
        return "other"
    if before in _STOPPING and c.unit_head in lexicon.word_class("flying"):
        return "intercepted"
    return "other" if before in _HELPING and c.kind in ("person", "group") and c.status != "military" else None


_HOLDING = frozenset("hold holds holding keeping".split())
_PLACES = (lexicon.places() | lexicon.sites() | lexicon.whereabouts().keys() | frozenset("centre center building it which"
           .split())) - {"army"}  # fmt: skip


def _in_a_place(c: Candidate) -> bool:
    """Return whether a place holds people, not a captor: "the camp holds 900"."""
    return not _PLACES.isdisjoint(c.clause.tokens.word[max(c.clause.first, c.number.first - 8) : c.number.first - 1])


@wants({"there"})
def by_being(c: Candidate) -> Reading | None:
    """ "there are 83 of them": a whole that is named decides what they are."""
    if c.kind not in ("person", "group", "formation", "materiel"):
        return None
    there = nominal.exists(c.clause.tokens, c.clause.first, c.number.first)
    if there and (state := by_whereabouts(c)) is not None:
        return state  # "there are 80 families under tarpaulins"
    return Reading("present") if there else None


@wants(lexicon.word_class("requests"))
def by_request(c: Candidate) -> Reading | None:
    """ "asked its partners for 25 more batteries"."""
    if c.kind not in ("materiel", "person") or not light_verbs.asked_for(
        c.clause.tokens, c.clause.first, c.number.first
    ):
        return None
    return Reading("supplied")


_CACHES = frozenset("cache caches stash stashes haul hauls arsenal stockpile".split())
_FINDING = frozenset("found find finds finding discovered discovers discovering seized seizes seizing recovered recovers uncovered "
                     "unearthed captured confiscated located".split())  # fmt: skip


@wants(_CACHES, NAMED)
def by_cache(c: Candidate) -> Reading | None:
    """ "Found a weapons cache of 200 rounds, a launcher and two rifles": what a find holds was found."""
    tokens, first, i = c.clause.tokens, c.clause.first, c.number.first
    if c.kind != "materiel":
        return None
    found = next((k for k in range(i - 1, max(first, i - governors.REACH) - 1, -1) if tokens.word[k] in _CACHES), None)
    if found is None or any(found < event.first < i and event.measure != "present" for event in c.clause.events):
        return None
    if not governors.STRONG_STOPS.isdisjoint(tokens.raw[found:i]) or _FINDING.isdisjoint(tokens.word[first:i]):
        return None
    return Reading("seized")
