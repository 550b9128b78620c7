"""Which words near a number say what it counts: each test reads one kind of evidence, the strongest first.

A test returns a Reading, or None where it finds nothing; the first that finds something decides.
"""

from typing import NamedTuple

from . import governors, lexicon, lists, parts
from .events import Event
from .figure import Candidate
from .kinds import LOSSES, PEOPLE_ONLY, light_fits
from .signs import ALONE, BEFORE, COUNT, EVENTS, NAMED, NO_COUNT, Choice, wants


class Reading(NamedTuple):
    """What a number measures, and the verb that says so; measure None: nothing of the conflict."""

    measure: str | None
    event: Event | None = None


_WOUNDS = frozenset({"wounds", "injuries", "burns"})
_INCLUDED = frozenset({"included", "include", "includes"})
_BESIDES = frozenset({"with", "alongside"})
_RUBBLE = frozenset({"rubble", "debris", "ruins", "wreckage"})
_STATES = {
    form: readings[0][0]
    for form, readings in lexicon.verbs().items()
    if form.endswith("ed") and readings[0][0] in PEOPLE_ONLY
}
_PARTICIPLES = _STATES.keys() | lexicon.word_class("fallen") | lexicon.word_class("wrecked")


def measure_of(candidate: Candidate) -> Reading:
    """Return the reading of the strongest evidence for what a number counts."""
    phrase, number = candidate.phrase, candidate.number
    one = _is_one(candidate)
    if one and not candidate.kind:
        return Reading(None)  # "asked for one of the medals"
    known = (
        candidate.clause.signs | (ALONE if phrase.empty else NAMED) | (COUNT if number.kind == "count" else NO_COUNT)
    )
    if candidate.previous is not None:
        known |= BEFORE
    for test in (_FIRM if one else _TESTS).among(known):
        reading = test(candidate)
        if reading is not None:
            return reading
    return Reading(None)


def _is_one(c: Candidate) -> bool:
    """ "One man had not seen his family": a single one counts only where something is said to have happened to it."""
    return c.number.value == 1 and c.clause.tokens.word[c.number.core] == "one" and not c.phrase.empty


# ---- the counted noun
@wants(lexicon.nouns().keys(), NAMED)
def _by_noun(c: Candidate) -> Reading | None:
    """ "12 deaths"; a noun of attack leaves the word to a verb after it ("three attacks were repelled")."""
    measure = _noun_measure(c)
    if measure is None or c.head in lexicon.word_class("weak_head"):
        return None
    return Reading(measure, _after(c)[0] if measure == "attacks" else None)


@wants({"times"}, NAMED)
def _by_times(c: Candidate) -> Reading | None:
    return Reading("attacks") if c.head == "times" else None  # masked unless an attack is what happened so often


@wants(lexicon.word_class("state"))
def _by_state(c: Candidate) -> Reading | None:
    """ "left 12 soldiers dead", "12 men wounded"."""
    i, tokens = c.phrase.last, c.clause.tokens
    if c.phrase.empty and not c.phrase.partitive and c.whole is None:
        return None
    if i < c.clause.last and tokens.word[i] in lexicon.word_class("taken_as"):  # "42 of them believed to be dead"
        while i < c.clause.last and tokens.word[i] in lexicon.word_class("taken_as") | {"to", "be"}:
            i += 1
    if i >= c.clause.last or tokens.word[i] not in lexicon.word_class("state"):
        return None
    return Reading(lexicon.nouns()[tokens.word[i]][0])


@wants({"among"})
def _by_among(c: Candidate) -> Reading | None:
    """ "Three children were among the dead"."""
    tokens, i = c.clause.tokens, c.phrase.last
    first = c.clause.first
    k = c.number.first - 1
    if k - 3 >= first and tokens.word[k] in ("is", "are", "was", "were") and tokens.word[k - 3] == "among":
        noun = lexicon.nouns().get(tokens.word[k - 1])  # "among the dead are five boys"
        if noun:
            return Reading(noun[0])
        before = c.previous or c.clause.before
        return Reading(before.measure) if tokens.word[k - 1] == "victims" and before is not None else None
    if i + 3 >= c.clause.last or tokens.word[i] not in ("is", "are", "was", "were") or tokens.word[i + 1] != "among":
        return None
    noun = lexicon.nouns().get(tokens.word[i + 3]) or lexicon.nouns().get(tokens.word[i + 2])
    return Reading(noun[0]) if noun else None


@wants({"strong"})
def _by_strength(c: Candidate) -> Reading | None:
    """ "His company was 70 strong"."""
    strong = c.number.last < c.clause.last and c.clause.tokens.word[c.number.last] == "strong"
    return Reading("present") if strong else None


@wants(lexicon.whereabouts().keys())
def _by_whereabouts(c: Candidate) -> Reading | None:
    """ "23 Armenians remained in jails", "camps now host 41,000 people"."""
    if c.kind not in ("person", "group") or c.status == "military":
        return None
    words = c.clause.tokens.word
    reach = range(max(c.clause.first, c.number.first - 6), min(c.clause.last, c.phrase.last + 9))
    found = (lexicon.whereabouts().get(words[i]) for i in reach if not c.clause.tokens.is_capital(i))
    measure = next((measure for measure in found if measure), None)
    return Reading(measure) if measure else None


@wants(_PARTICIPLES, NAMED)
def _by_participle(c: Candidate) -> Reading | None:
    """ "41,500 newly displaced people", unless a verb before it says what happened to people in that state."""
    left = _before(c)
    if left is not None and left.measure not in ("supplied", "launched", "hit", "present"):
        return None
    tokens = c.clause.tokens
    for i in range(c.phrase.first, c.phrase.last - 1):
        if tokens.word[i] in lexicon.word_class("fallen"):
            return Reading("killed")
        if tokens.word[i] in _STATES:
            return Reading(_STATES[tokens.word[i]])
        if tokens.word[i] in lexicon.word_class("wrecked") and c.kind in ("object", "materiel"):
            return Reading("damaged" if tokens.word[i] in ("broken", "damaged", "shattered") else "destroyed")
    return None


@wants(lexicon.nouns().keys(), NAMED)
def _by_weak_noun(c: Candidate) -> Reading | None:
    """ "22 bodies", where no verb says more."""
    measure = _noun_measure(c)
    return Reading(measure) if measure else None


def _noun_measure(c: Candidate) -> str | None:
    tokens = c.clause.tokens
    for i in range(c.phrase.last - 1, c.phrase.first - 1, -1):
        noun = lexicon.nouns().get(tokens.word[i])
        if noun:
            return noun[0] if noun[1] == "head" else None
        if tokens.word[i] in lexicon.units():
            return None
    return None


# ---- verbs
@wants(lexicon.acts().keys())
def _by_act(c: Candidate) -> Reading | None:
    """ "The abduction of 52 people"; "the bodies of 12 men", unless these were handed over."""
    tokens, i = c.clause.tokens, c.number.first
    act = governors.act_before(tokens, i)
    if act is None or c.kind == "incident":
        return None
    of_the_dead = not lexicon.word_class("remains").isdisjoint(tokens.word[max(c.clause.first, i - 4) : i])
    moved = any(event.measure in _OF_REMAINS for event in c.clause.events)
    return None if of_the_dead and moved else Reading(act)


@wants(_INCLUDED)
def _by_included(c: Candidate) -> Reading | None:
    """ "The dead included 11 women"."""
    tokens, i = c.clause.tokens, c.number.first - 1
    while i > c.clause.first and tokens.word[i] in ("at", "least", "also", "are", "were", "all"):
        i -= 1
    if i <= c.clause.first or tokens.word[i] not in _INCLUDED:
        return None
    noun = lexicon.nouns().get(tokens.word[i - 1])
    return Reading(noun[0]) if noun is not None and noun[2] == "person" else None


@wants(known=EVENTS)
def _by_verb_after(c: Candidate) -> Reading | None:
    after, listed = _after(c)
    if after is not None and not after.passive and after.frame == "patient" and _is_fraction(c):
        return None  # "245 of 250 drones launched": all were launched, the 245 shot down
    if after is not None and c.head in lexicon.word_class("remains") and after.measure not in _OF_REMAINS:
        return None
    if after is None or _of_whole(c) and c.clause.tokens.word[after.first] in ("hit", "struck") and not after.passive:
        return None  # "of which 131 hit the town" are still the shells or strikes that they are part of
    if listed and _is_object(c):
        return None  # "launched 94 missiles, and 81 were shot down"
    there = _by_whereabouts(c) if after.measure == "present" else None
    return there or Reading(after.measure, after)


@wants({"with", "by", "using"})
def _by_means(c: Candidate) -> Reading | None:
    """ "attacked with two missiles"."""
    if c.unit_head not in lexicon.word_class("fired"):
        return None
    tokens, i = c.clause.tokens, c.number.first
    more = (
        c.previous is not None
        and c.previous.measure == "launched"
        and i > c.clause.first
        and tokens.word[i - 1] == "with"
    )
    return Reading("launched") if more or governors.instrument(tokens, c.clause.first, i) else None


def _from_above(c: Candidate, event: Event) -> bool:
    return not lexicon.word_class("strikers").isdisjoint(c.clause.tokens.word[c.clause.first : event.first])


def _of_package(c: Candidate, event: Event) -> bool:
    """ "The package consists of eight howitzers"."""
    words = c.clause.tokens.word[max(c.clause.first, event.first - 6) : event.first]
    return any(lexicon.nouns().get(word, ("",))[0] == "supplied" for word in words)


@wants(_WOUNDS)
def _by_injury(c: Candidate) -> Reading | None:
    """ "967 people with bullet and shrapnel wounds"."""
    tokens, i = c.clause.tokens, c.phrase.last
    if c.kind != "person" or i >= c.clause.last or tokens.word[i] != "with":
        return None
    hurt = any(word in _WOUNDS for word in tokens.word[i + 1 : min(c.clause.last, i + 6)])
    return Reading("wounded") if hurt else None


_OF_REMAINS = ("returned", "exchanged", "released")  # what can happen to the dead


@wants(known=EVENTS)
def _by_verb_before(c: Candidate) -> Reading | None:
    left = _before(c)
    if (
        c.phrase.partitive
        and c.whole is not None
        and left is not None
        and not governors.is_beside(c.clause.tokens, left, c.number.first)
    ):
        return None  # "127 drones, about 80 of them Shaheds"
    if c.number.kind == "article" and left is not None and not _is_next(c, left):
        return None
    if left is not None and c.head in lexicon.word_class("remains") and left.measure not in _OF_REMAINS:
        return None
    if left is None or _noun_measure(c) and left.measure in ("attacks", "launched", "killed"):
        return None
    if governors.aimed_at(c.clause.tokens, left, c.number.first):
        return Reading("hit", left)
    if c.number.kind == "article" and left.measure == "hit":
        return None  # "a missile hit a house" tells the cause or the scene
    if left.measure == "supplied" and c.unit_head in lexicon.word_class("fired") and _from_above(c, left):
        return Reading("launched", left)  # "the strikes delivered 101 bombs"
    if left.measure == "present" and _of_package(c, left):
        return Reading("supplied")
    kin = left.frame == "loser" and c.head in lexicon.word_class("kin")
    return Reading("killed" if kin else left.measure, left)


def _is_numbered(c: Candidate) -> bool:
    """ "The dead numbered 96": the subject says what they are."""
    i = c.number.first - 1
    return (
        i > c.clause.first
        and c.clause.tokens.word[i] in ("numbered", "number", "numbers")
        and (c.clause.tokens.word[i - 1] in lexicon.nouns())
    )


def _is_object(c: Candidate) -> bool:
    """Return whether a verb stands right before the number, which is its object then."""
    left = _before(c)
    if left is not None and governors.is_beside(c.clause.tokens, left, c.number.first):
        return True
    return _light(c, governors.light_before(c.clause.tokens, c.clause.first, c.number.first)) is not None


def _is_next(c: Candidate, event: Event) -> bool:
    """Return whether an article stands right behind the verb, or goes on with its object."""
    if c.previous is not None and parts.is_coordinated(c.clause.tokens, c.previous, c.number):
        return True
    return all(word in lexicon.function("adverb") for word in c.clause.tokens.word[event.last : c.number.first])


@wants(lexicon.word_class("flies"))
def _by_flight(c: Candidate) -> Reading | None:
    """ "Two drones struck a tent": what strikes was fired."""
    if c.unit_head not in lexicon.word_class("fired"):
        return None
    tokens, i = c.clause.tokens, c.phrase.last
    while i < c.clause.last and (tokens.word[i] in lexicon.function("adverb") or tokens.word[i] in ("that", "which")):
        i += 1
    return Reading("launched") if i < c.clause.last and tokens.word[i] in lexicon.word_class("flies") else None


@wants(_BESIDES, EVENTS)
def _by_company(c: Candidate) -> Reading | None:
    """ "Missing, with a hundred others": those named besides share what happened."""
    tokens, i = c.clause.tokens, c.number.first
    if i <= c.clause.first or tokens.word[i - 1] not in _BESIDES:
        return None
    events = [event for event in c.clause.events if event.last <= i]
    if events and c.kind == "person" and i - 2 > c.clause.first and tokens.word[i - 2] in ("along", "together"):
        suffered = [event for event in events if event.passive or event.frame == "subject"]
        return Reading(suffered[-1].measure, suffered[-1]) if suffered else None
    if not events or c.head != "others" and not (c.kind == "person" and _is_suffered(events[-1], i - 1)):
        return None
    return Reading(events[-1].measure, events[-1])


def _is_suffered(event: Event, i: int) -> bool:
    """Return whether "with" at ``i`` follows a verb of what the subject underwent: "surrendered with a dozen men"."""
    return event.last == i and (event.passive or event.frame == "subject")


@wants({"return", "exchange"})
def _by_return(c: Candidate) -> Reading | None:
    """ "Handed over in return for 18 rebels"."""
    tokens, i = c.clause.tokens, c.number.first
    swapped = tokens.matches(i - 3, ("in", "return", "for")) or tokens.matches(i - 3, ("in", "exchange", "for"))
    return Reading("exchanged") if swapped and c.kind == "person" else None


@wants(governors.LIGHT, COUNT)
def _by_light_verb_before(c: Candidate) -> Reading | None:
    """ "gave 40 tanks": a verb of many meanings, right beside the number."""
    if c.number.kind != "count" or _noun_measure(c) or _is_numbered(c):
        return None
    return _light(c, governors.light_before(c.clause.tokens, c.clause.first, c.number.first))


@wants(lexicon.light_verbs().keys(), COUNT)
def _by_light_verb_after(c: Candidate) -> Reading | None:
    """ "12 trucks were given", "3,000 men stood"."""
    if c.number.kind != "count":
        return None
    return _light(c, governors.light_after(c.clause.tokens, c.phrase.last, c.clause.last))


def _light(c: Candidate, measures: tuple[str, ...]) -> Reading | None:
    if measures[:1] == ("present",) and (there := _by_whereabouts(c)) is not None:
        return there
    kind, source = c.kind, c.previous or c.clause.before
    if c.whole is not None or not kind and not c.phrase.empty:
        return None  # a thing that no list knows: such a verb says too little of it
    status = c.status
    if c.phrase.empty and source is not None:
        kind, status = source.kind, source.status
    return next((Reading(measure) for measure in measures if light_fits(measure, kind, status)), None)


@wants(known=NO_COUNT)
def _by_zero(c: Candidate) -> Reading | None:
    """ "no soldiers were near the market"."""
    if c.number.kind != "zero" or c.kind not in ("person", "materiel"):
        return None
    here = governors.is_somewhere(c.clause.tokens, c.phrase.last, c.clause.last)
    return Reading("present") if here else None


@wants({"them"})
def _by_them(c: Candidate) -> Reading | None:
    """ "The video shows the captives. There are 83 of them": the noun that the pronoun stands for."""
    tokens = c.clause.tokens
    if not (c.phrase.partitive and c.whole is None and tokens.matches(c.number.last, ("of", "them"))):
        return None
    for k in range(c.number.first - 1, max(0, c.number.first - _THEM), -1):
        noun = lexicon.nouns().get(tokens.word[k])
        if noun and noun[1] == "head" and noun[2] == "person" and tokens.word[k].endswith("s"):
            return Reading(noun[0])
        if tokens.kind[k] == "n":
            return None
    return None


_THEM = 30  # tokens back to what a pronoun stands for


@wants({"there"})
def _by_being(c: Candidate) -> Reading | None:
    """ "there are 83 of them": a whole that is named decides what they are."""
    if c.kind not in ("person", "group", "formation", "materiel"):
        return None
    there = governors.exists(c.clause.tokens, c.clause.first, c.number.first)
    return Reading("present") if there else None


def _is_fraction(c: Candidate) -> bool:
    """ "Six of 14 missiles"."""
    tokens = c.clause.tokens
    return any(
        tokens.matches(c.number.last, words) and c.number.last + len(words) in {n.first for n in c.later}
        for words in parts.OF_WHOLE
    )


def _of_whole(c: Candidate) -> bool:
    return c.whole is not None and c.whole.measure in ("attacks", "launched")


@wants(_RUBBLE)
def _under_rubble(c: Candidate) -> Reading | None:
    """ "No one left under the debris"."""
    tokens = c.clause.tokens
    near = tokens.word[c.number.last : min(c.clause.last, c.number.last + 7)]
    if "under" not in near or _RUBBLE.isdisjoint(near):
        return None
    return Reading("missing") if c.kind == "person" or c.number.kind == "zero" else None


@wants({"names", "name"}, NAMED)
def _on_memorial(c: Candidate) -> Reading | None:
    """ "A wall with 2,417 names": a name on a memorial is that of one killed."""
    if c.head not in ("names", "name"):
        return None
    words = c.clause.tokens.word[c.clause.first : c.clause.last]
    return None if lexicon.word_class("memorial").isdisjoint(words) else Reading("killed")


@wants(lexicon.word_class("impact"))
def _by_site(c: Candidate) -> Reading | None:
    """ "Hits were recorded at 11 locations", "debris fell at three more"."""
    tokens, i = c.clause.tokens, c.number.first
    if i <= c.clause.first or tokens.word[i - 1] not in ("at", "in", "on"):
        return None
    again = c.phrase.empty and c.previous is not None and c.previous.unit in ("location", "site", "place", "settlement")
    if not again and c.head not in lexicon.word_class("struck_at"):
        return None
    told = tokens.word[c.clause.first : i]
    return None if lexicon.word_class("impact").isdisjoint(told) else Reading("hit")


@wants({"we"}, ALONE)
def _by_us(c: Candidate) -> Reading | None:
    """ "We were 41 when we jumped"."""
    told = c.clause.tokens.word[max(c.clause.first, c.number.first - 2) : c.number.first]
    return (
        Reading("present") if c.phrase.empty and told in (["we", "were"], ["we", "are"], ["we", "numbered"]) else None
    )


@wants(known=ALONE)
def _by_answer(c: Candidate) -> Reading | None:
    """ "How many died? — In our ward, 212": the question says what is counted."""
    asked = c.clause.asked
    return Reading(asked) if c.phrase.empty and c.previous is None and asked else None


@wants(lexicon.word_class("aid"))
def _by_enough(c: Candidate) -> Reading | None:
    """ "Food enough for 9,800 people"."""
    tokens, i = c.clause.tokens, c.number.first
    near = tokens.word[max(c.clause.first, i - 3) : i]
    far = tokens.word[max(c.clause.first, i - 7) : i]
    helped = near[-1:] in (["for"], ["to"]) and not lexicon.word_class("aid").isdisjoint(far)
    return Reading("other") if helped and c.kind in ("person", "group") else None


# ---- neighbours
@wants(known=NO_COUNT)
def _without_verb(c: Candidate) -> Reading | None:
    """An article or a zero that no verb governs counts only as part of a whole."""
    if c.number.kind == "count":
        return None
    if c.whole is not None:
        return Reading(c.whole.measure, c.whole.event)
    previous = c.previous
    if (
        c.number.kind == "article"
        and previous is not None
        and previous.measure in LOSSES
        and (parts.is_coordinated(c.clause.tokens, previous, c.number))
    ):
        return Reading(previous.measure, previous.event)  # "lost six ships, 34 aircraft and a cruiser"
    return Reading(None)


@wants(lexicon.nouns().keys())
def _by_toll(c: Candidate) -> Reading | None:
    """ "a toll of 45", "casualties are put at 4,700"."""
    if not (c.phrase.empty or c.phrase.partitive):
        return None
    found = governors.nominal_before(c.clause.tokens, c.clause.first, c.number.first, c.clause.events)
    return Reading(found[0]) if found is not None else None


@wants({"number"}, ALONE)
def _by_number_of(c: Candidate) -> Reading | None:
    """ "The number of burned villages was put at 50", "brings to 13 the number of aircraft lost"."""
    counted = governors.number_of(c.clause.tokens, c.clause.first, c.number.first, c.clause.last, c.clause.masked)
    if counted is None or not c.phrase.empty:
        return None
    tokens = c.clause.tokens
    for i in range(counted.last - 1, counted.first - 1, -1):
        noun = lexicon.nouns().get(tokens.word[i])
        if noun:
            return Reading(noun[0])
    for i in range(counted.first, min(c.clause.last, counted.last + 4)):
        readings = lexicon.verbs().get(tokens.word[i])
        if readings and readings[0][1] != "subject":
            return Reading(readings[0][0])
    return None


@wants({":"})
def _by_label(c: Candidate) -> Reading | None:
    """ "Prisoners: three", "New arrivals: 1,940 individuals"."""
    label = lists.label(c.clause.tokens, c.clause.first, c.number.first)
    if label is None:
        return None
    for i in range(label.last - 1, label.first - 1, -1):
        word = c.clause.tokens.word[i]
        measure = lexicon.nouns().get(word, (None,))[0] or lexicon.acts().get(word)
        readings = lexicon.verbs().get(word) or lexicon.light_verbs().get(word)
        if measure is None and readings:
            measure = readings[0][0]
        if measure is not None:
            return Reading(measure)
    return None


def _by_same_number(c: Candidate) -> Reading | None:
    """ "Of the 67, …": the 67 that were told of before."""
    same = c.same
    return Reading(same.measure, same.event) if same is not None and same.measure != "money" else None


def _stands_somewhere(c: Candidate) -> bool:
    i = c.number.last
    return c.phrase.empty and i < c.clause.last and c.clause.tokens.word[i] in ("at", "in", "on", "near", "still")


def _by_whole(c: Candidate) -> Reading | None:
    if c.whole is not None and c.whole.kind == "materiel" and _stands_somewhere(c):
        return Reading("present")  # "of 100 tanks, it counted 45 at the front"
    return Reading(c.whole.measure, c.whole.event) if c.whole is not None else None


@wants(known=BEFORE)
def _by_neighbour(c: Candidate) -> Reading | None:
    """ "12 soldiers and four officers"; "2,000 people (410 families)"."""
    previous, tokens = c.previous, c.clause.tokens
    if previous is None:
        return None
    if parts.is_coordinated(tokens, previous, c.number) or parts.is_gloss(tokens, previous, c.number):
        if previous.measure == "money":
            return Reading("supplied") if c.kind == "materiel" else None
        return Reading(previous.measure, previous.event)
    return None


@wants(lexicon.word_class("requests"))
def _by_request(c: Candidate) -> Reading | None:
    """ "asked its partners for 25 more batteries"."""
    if c.kind not in ("materiel", "person") or not governors.asked_for(c.clause.tokens, c.clause.first, c.number.first):
        return None
    return Reading("supplied")


@wants(known=ALONE)
def _by_restating(c: Candidate) -> Reading | None:
    """A bare number that takes up the count before it: "the agency gives 40", "it is 24"."""
    source = c.previous or c.clause.before
    if not c.phrase.empty or source is None or source.measure == "money":
        return None
    if not governors.restates(c.clause.tokens, c.clause.first, c.number):
        return None
    return Reading(source.measure, source.event)


@wants(known=NAMED)
def _acts(c: Candidate) -> bool:
    """Return whether the counted do something themselves: "16 aircraft fired 22 bombs"."""
    i = c.phrase.last
    if i >= c.clause.last:
        return False
    return c.clause.tokens.word[i] in lexicon.function("verb") or any(event.first == i for event in c.clause.events)


def _by_like(c: Candidate) -> Reading | None:
    """A count of the like without a verb of its own goes on with the count before it: "the other side, nine villages"."""
    source = c.previous or c.clause.before
    if source is None or c.phrase.empty or not c.kind or source.kind != c.kind or _acts(c):
        return None
    told = c.clause.tokens.word[max(c.clause.first, c.number.first - 3) : c.number.first]
    after = c.clause.tokens.word[c.phrase.last : min(c.clause.last, c.phrase.last + 4)]
    again = (
        not lexicon.word_class("counting").isdisjoint(told)
        or "also" in after
        or c.head == "victims"
        or (source is c.previous and after[:2] in (["in", "all"], ["in", "total"]))
    )
    if c.kind == "person" and not again:
        return None
    return Reading(source.measure, source.event)


def _by_kind(c: Candidate) -> Reading | None:
    """Soldiers and arms of which no more is said are there."""
    if c.kind == "person" and c.head in lexicon.word_class("enlisted"):
        return Reading("recruited")
    if (
        c.kind == "formation"
        or c.kind == "person"
        and (c.status == "military" or c.head in ("men", "members", "police"))
    ):
        return Reading("present")
    if c.kind in ("person", "group") and governors.in_need(c.clause.tokens, c.phrase.last, c.clause.last):
        return Reading("other")
    head = c.unit_head
    after = c.clause.tokens.word[c.phrase.last] if c.phrase.last < c.clause.last else ""
    if head in lexicon.word_class("fired") and after in ("on", "at", "over"):
        return Reading("launched")  # "eleven glide bombs on the town"
    if c.kind == "materiel" and head in lexicon.word_class("arms"):
        return Reading("present")
    return None


def _after(c: Candidate) -> tuple[Event | None, bool]:
    return governors.event_after(
        c.clause.tokens, c.number.first, c.phrase.last, c.clause.last, c.later, c.clause.events
    )


def _before(c: Candidate) -> Event | None:
    return governors.event_before(c.clause.tokens, c.number.first, c.clause.events)


_FIRM = Choice(
    _on_memorial,
    _under_rubble,
    _by_us,
    _by_enough,
    _by_site,
    _by_noun,
    _by_times,
    _by_state,
    _by_among,
    _by_included,
    _by_strength,
    _by_injury,
    _by_act,
    _by_verb_after,
    _by_means,
    _by_zero,
    _by_flight,
    _by_company,
    _by_return,
    _by_participle,
    _by_light_verb_before,
    _by_verb_before,
    _by_weak_noun,
    _by_light_verb_after,
    _by_them,
    _by_being,
    _by_same_number,
    _by_number_of,
    _by_label,
    _without_verb,
    _by_toll,
    _by_whole,
    _by_neighbour,
)
_TESTS = Choice(*_FIRM.rules, _by_request, _by_answer, _by_whereabouts, _by_restating, _by_like, _by_kind)
