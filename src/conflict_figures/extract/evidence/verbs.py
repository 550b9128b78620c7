"""Evidence in verbs: what the counted do, what is done to them, and by what means."""

from .. import governors, lexicon, nominal, phrases
from ..events import Event
from ..figure import Candidate
from ..kinds import LOSSES
from ..signs import EVENTS, NO_COUNT, wants
from . import listing
from .basis import (
    OF_REMAINS,
    Reading,
    by_whereabouts,
    in_that_state,
    is_fraction,
    is_next,
    is_object,
    noun_measure,
    of_whole,
    verb_after,
    verb_before,
)

_BESIDES = frozenset({"with", "alongside"})
_GOING = frozenset("gone followed headed went heading".split())
_SENDING = frozenset("sent sends sending send".split())
_SENT = _SENDING | frozenset("engaged engaging used using employed employing deployed involving".split())


@wants(known=EVENTS)
def by_verb_after(c: Candidate) -> Reading | None:
    after, listed = verb_after(c)
    if after is not None and not after.passive and after.frame == "patient" and is_fraction(c):
        return None  # "245 of 250 drones launched": all were launched, the 245 shot down
    if after is not None and c.head in lexicon.word_class("remains") and after.measure not in OF_REMAINS:
        return None
    if after is None or of_whole(c) and c.clause.tokens.word[after.first] in ("hit", "struck") and not after.passive:
        return None  # "of which 131 hit the town" are still the shells or strikes that they are part of
    if listed and c.head in _HURT and _follows_number(c, after):
        return None  # "four wounded in action and 17 detained"
    if c.whole is not None and not after.passive and after.frame == "patient" and _is_worse(c.whole.measure, after.measure):
        return None  # "65 dead: 42 guards sent from the port and …"
    if listed and is_object(c):
        return None  # "launched 94 missiles, and 81 were shot down"
    whole = c.whole
    if whole is not None and c.phrase.partitive and c.clause.tokens.word[after.first].endswith("ing"):
        return None  # "24 were killed, 14 of them soldiers returning from leave"
    if listed and whole is not None and whole.sentence == c.clause.index and after is not whole.event:
        return None  # "40 died, among them seven women, and 121 were wounded": the women are of the dead
    if after.measure == "present":
        if c.clause.tokens.at(after.last) in ("closed", "shut", "idle"):
            return Reading("other")  # "400 schools remain shut"
        after_it = next((e for e in c.clause.events if e.first == after.last), None)
        if after_it is not None and (after_it.passive or after_it.frame == "subject"):
            return Reading(after_it.measure, after_it)  # "nine remained in critical condition"
        state = in_that_state(c) or as_told(c)
        there = Reading(state) if state else by_whereabouts(c)
        return there or Reading("present", after)
    if after.measure == "released" and is_rescue(c, after):
        return Reading("rescued", after)
    return Reading(_crossing(c, after), after)


def as_told(c: Candidate) -> str | None:
    """ "Most of the displaced stay with relatives; about 800 sleep in schools": the others are displaced as well."""
    source = c.previous or c.clause.before
    told = c.phrase.empty and source is not None and source.measure == "displaced" and source.kind in ("person", "group")
    near = c.clause.tokens.word[c.number.last : min(c.clause.last, c.number.last + 6)]
    return "displaced" if told and not _CAMPING.isdisjoint(near) else None


_CAMPING = frozenset("sleep sleeps sleeping slept camp camped camping stay staying stayed sheltering sheltered living live lived "
                     "housed hosted".split())  # fmt: skip


def _is_worse(whole: str, part: str) -> bool:
    """Return whether what became of the whole says more of its part than a participle behind it does."""
    return whole in LOSSES and part not in LOSSES and part != "exchanged"


def _flies(c: Candidate) -> bool:
    return c.unit_head in lexicon.word_class("flying") or c.unit_head in _IN_THE_AIR


_IN_THE_AIR = frozenset("aircraft helicopter jet plane bomber fighter warplane shell projectile target munition glider".split())
def is_rescue(c: Candidate, event: Event) -> bool:
    """Return whether hostages were freed by others than their captors: "troops freed 26 hostages"."""
    tokens = c.clause.tokens
    if tokens.word[event.first] not in _FREEING or c.clause.swap or not _is_held(c):
        return False
    who = slice(c.clause.first, event.first) if not event.passive else slice(event.last, c.clause.last)
    return not _RESCUERS.isdisjoint(tokens.word[who])


def _is_held(c: Candidate) -> bool:
    return c.head in _HELD or not _HELD.isdisjoint(c.clause.tokens.word[c.phrase.first : c.phrase.last])


_FREEING = frozenset("free freed frees freeing liberated".split())
_HELD = frozenset("hostage hostages captive captives abducted kidnapped abductees kidnapping slaves".split())
_RESCUERS = frozenset("troops soldiers soldier army police forces operation operations raid commandos marines gendarmes "
                      "security military rangers navy guards troopers special operatives hunters vigilantes".split())  # fmt: skip


def _crossing(c: Candidate, event: Event) -> str:
    """ "None of the soldiers has crossed into the north": soldiers who cross a border were sent."""
    if c.clause.tokens.word[event.first].startswith("intercept") and c.kind == "materiel" and not _flies(c):
        return "seized"  # "customs officers intercepted 400 pistols"
    crossed = event.measure == "displaced" and c.clause.tokens.word[event.first] in _CROSSING
    return "deployed" if crossed and c.status == "military" else event.measure


@wants(_GOING)
def by_going(c: Candidate) -> Reading | None:
    """ "I told you that 7,000 soldiers had gone": of soldiers, a sending; of others it says too little."""
    if c.status != "military" or c.kind not in ("person", "formation"):
        return None
    tokens, i, last = c.clause.tokens, c.phrase.last, c.clause.last
    while i < last and (tokens.word[i] in lexicon.function("aux") or tokens.word[i] in lexicon.function("adverb")):
        i += 1
    if i >= last or tokens.word[i] not in _GOING:
        return None
    return None if tokens.at(i + 1) in _ELSEWHERE else Reading("deployed")


_ELSEWHERE = frozenset("missing home back hungry mad into on off through by unpaid".split())
_CROSSING = frozenset("crossed crossing poured streamed moved flooded".split())


_HURT = frozenset({"wounded", "injured", "dead"})


def _follows_number(c: Candidate, event: Event) -> bool:
    return any(number.last == event.first for number in c.later)


@wants({"with", "by", "using"})
def by_means(c: Candidate) -> Reading | None:
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


@wants(_SENT)
def by_sending(c: Candidate) -> Reading | None:
    """ "Sent 120 drones against the port", "engaged 1,400 kamikaze drones": what flies at a target is launched."""
    if c.unit_head not in lexicon.word_class("flying") or c.number.kind != "count":
        return None
    tokens, i = c.clause.tokens, c.number.first
    near = tokens.word[max(c.clause.first, i - 12) : i]
    if "kamikaze" in tokens.word[c.phrase.first : c.phrase.last]:
        return Reading("launched") if not _SENT.isdisjoint(near) else None
    if _SENDING.isdisjoint(near):
        return None
    aimed = not _AT_TARGET.isdisjoint(tokens.word[c.phrase.last : min(c.clause.last, c.phrase.last + 8)])
    return Reading("launched") if aimed else None


_AT_TARGET = frozenset("against at into over towards toward overnight".split())


def _from_above(c: Candidate, event: Event) -> bool:
    return not lexicon.word_class("strikers").isdisjoint(c.clause.tokens.word[c.clause.first : event.first])


def _of_package(c: Candidate, event: Event) -> bool:
    """ "The package consists of eight howitzers"."""
    words = c.clause.tokens.word[max(c.clause.first, event.first - 6) : event.first]
    return any(lexicon.nouns().get(word, ("",))[0] == "supplied" for word in words)


@wants(known=EVENTS)
def by_verb_before(c: Candidate) -> Reading | None:
    left = verb_before(c)
    if (
        c.phrase.partitive
        and c.whole is not None
        and left is not None
        and not governors.is_beside(c.clause.tokens, left, c.number.first)
    ):
        return None  # "127 drones, about 80 of them Shaheds"
    if c.number.kind == "article" and left is not None and not is_next(c, left):
        return None
    if left is not None and c.head in lexicon.word_class("remains") and left.measure not in OF_REMAINS:
        return None
    named = noun_measure(c) if left is not None else None
    if left is None or named and left.measure in ("attacks", "launched", "killed") and not _kills_held(c, named, left):
        return None
    tokens, i = c.clause.tokens, c.number.first - 1
    light = _of_light_list(c, left)
    if light is not None:
        return light
    if left.measure == "area" and c.kind == "person" and not governors.is_beside(tokens, left, c.number.first):
        return None  # "retook the town and paraded 700 prisoners"
    if left.last <= i and named and tokens.word[i] in lexicon.light_verbs():
        return None  # "blew up a tank and took eleven prisoners"
    if left.frame == "loser" and c.head in lexicon.word_class("stakes"):
        return Reading(None)  # "lost two elections"
    if governors.aimed_at(c.clause.tokens, left, c.number.first):
        return Reading("hit", left)
    if left.measure == "hit" and c.phrase.empty and c.clause.tokens.at(left.first - 1) in lexicon.nouns():
        return None  # "toll hits 45"
    if c.number.kind == "article" and left.measure == "hit":
        return None  # "a missile hit a house" tells the cause or the scene
    if left.measure == "supplied" and c.unit_head in lexicon.word_class("fired") and _from_above(c, left):
        return Reading("launched", left)  # "the strikes delivered 101 bombs"
    if left.measure == "present" and _of_package(c, left):
        return Reading("supplied")
    if named in ("captured", "detained") and left.measure == "supplied" and tokens.word[left.first] in _BRINGING:
        return Reading(named)  # "the patrol brought in 17 captives"
    if named == "wounded" and left.measure in ("detained", "seized", "deployed", "supplied"):
        return Reading("wounded")  # "ambulances carried away 40 injured"
    if left.measure == "released" and is_rescue(c, left):
        return Reading("rescued", left)
    if left.measure == "intercepted":
        return Reading(_crossing(c, left), left)
    if left.measure == "launched" and not _RELIEF.isdisjoint(tokens.word[c.phrase.first : c.phrase.last + 4]):
        return Reading("supplied", left)  # "aircraft dropped 48 sacks of food"
    kin = left.frame == "loser" and c.head in lexicon.word_class("kin")
    return Reading("killed" if kin else left.measure, left)


_BRINGING = frozenset("brought bring brings bringing carried".split())
_RELIEF = frozenset("food aid flour rice medicine medicines medical relief rations meals parcels leaflets supplies grain blankets "
                    "water".split())  # fmt: skip


def _of_light_list(c: Candidate, left: Event) -> Reading | None:
    """ "Killed five and recovered six rifles and a mine", "made 118 raids, using 236 missiles and 137 bombs".

    A verb of many meanings that stands between a verb and the number has the list that it opens.
    """
    previous, tokens = c.previous, c.clause.tokens
    if previous is None or previous.event is not None or c.phrase.empty or previous.number.first <= left.last:
        return None
    if tokens.at(previous.number.first - 1) not in lexicon.light_verbs() or not listing.may_share(previous, c):
        return None
    return Reading(previous.measure) if listing.goes_on(tokens, previous, c.number.first) else None


def _kills_held(c: Candidate, named: str, left: Event) -> bool:
    """Return whether people who were held or had fled were killed: "shot and killed 36 prisoners"."""
    held = named in ("captured", "detained", "displaced") and left.measure == "killed"
    return held and governors.is_beside(c.clause.tokens, left, c.number.first)


@wants(lexicon.word_class("flies") | lexicon.word_class("blasts"))
def by_flight(c: Candidate) -> Reading | None:
    """ "Two drones struck a tent": what strikes was fired."""
    head = c.unit_head
    if c.phrase.empty and c.previous is not None and c.previous.measure == "launched":
        head = c.previous.unit.rpartition(" ")[2].lower()  # "forty drones came and nine hit the depot"
    if head not in lexicon.word_class("fired") and head not in lexicon.word_class("blasting"):
        return None
    tokens, i = c.clause.tokens, c.phrase.last
    for number in c.later:  # "200 drones and nine missiles entered our airspace"
        if 0 < number.first - i <= 2 and tokens.word[number.first - 1] in ("and", ","):
            i = phrases.after(tokens, number.last, c.clause.last, c.clause.masked).last
    while i < c.clause.last and (tokens.word[i] in lexicon.function("adverb") or tokens.word[i] in ("that", "which")):
        i += 1
    if head in lexicon.word_class("blasting") and tokens.at(i) in lexicon.word_class("blasts"):
        return Reading("attacks")  # "three bombs went off"
    return Reading("launched") if i < c.clause.last and tokens.word[i] in lexicon.word_class("flies") else None


@wants(_BESIDES, EVENTS)
def by_company(c: Candidate) -> Reading | None:
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


@wants({"return", "exchange", "exchanged", "swapped", "traded"})
def by_return(c: Candidate) -> Reading | None:
    """ "Handed over in return for 18 rebels"."""
    tokens, i = c.clause.tokens, c.number.first
    swapped = tokens.matches(i - 3, ("in", "return", "for")) or tokens.matches(i - 3, ("in", "exchange", "for"))
    swapped = swapped or tokens.at(i - 1) == "for" and any(e.measure == "exchanged" for e in c.clause.events)
    people = c.kind == "person" or tokens.capital[c.phrase.head] and c.head.endswith("s")  # "for 17 Bedouins"
    return Reading("exchanged") if swapped and people and not c.phrase.empty else None


@wants(known=NO_COUNT)
def by_zero(c: Candidate) -> Reading | None:
    """ "no soldiers were near the market"."""
    if c.number.kind != "zero" or c.kind not in ("person", "materiel"):
        return None
    tokens, i = c.clause.tokens, c.phrase.last
    here = (
        nominal.is_somewhere(tokens, i, c.clause.last)
        or tokens.at(c.number.first - 1) in _MET
        or nominal.exists(tokens, c.clause.first, c.number.first) and (tokens.at(i) in nominal.AT or tokens.at(i) == "left")
        or tokens.at(i) in _BEING and tokens.at(i + 1) in _LEFT
    )
    if here:
        return Reading("present")
    return Reading("other") if c.kind == "materiel" and tokens.at(i) in _LEFT else None  # "we have no blankets left"


_MET = frozenset("met found saw encountered faced meet find see".split())
_BEING = frozenset("is are was were".split())
_LEFT = frozenset({"left", "remaining", "present"})


@wants(known=NO_COUNT | EVENTS)
def by_occurring(c: Candidate) -> Reading | None:
    """ "No arms transfers took place"."""
    noun = lexicon.nouns().get(c.head)
    if c.number.kind != "zero" or noun is None or c.kind == "person":
        return None
    occurs = any(event.frame == "occur" and event.first >= c.phrase.last for event in c.clause.events)
    return Reading(noun[0]) if occurs else None
