"""Evidence in nouns and states: what the counted are, what became of them, and where they are."""

from .. import cardinals, lexicon, light_verbs, nominal
from ..figure import Candidate
from ..signs import ALONE, NAMED, wants
from .basis import OF_REMAINS, STATES, Reading, noun_measure, verb_after, verb_before

_WOUNDS = frozenset({"wounds", "injuries", "burns"})
_WARDS = frozenset("hospital hospitals intensive critical serious".split())


_SUFFERED = frozenset("killed dead wounded injured hurt missing captured".split())


_BEARING = frozenset({"with", "has", "have", "had"})


_INCLUDED = frozenset({"included", "include", "includes"})


_RUBBLE = frozenset({"rubble", "debris", "ruins", "wreckage", "collapsed"})


_PARTICIPLES = {"missing"} | STATES.keys() | lexicon.word_class("fallen") | lexicon.word_class("wrecked")


# ---- the counted noun
_BOTH = frozenset({"killed", "dead"})


@wants(lexicon.nouns().keys(), NAMED)
def by_noun(c: Candidate) -> Reading | None:
    """ "12 deaths"; a noun of attack leaves the word to a verb after it ("three attacks were repelled")."""
    measure = noun_measure(c)
    if c.phrase.last - c.phrase.first > 2 and not _BOTH.isdisjoint(c.clause.tokens.word[c.phrase.head - 2 : c.phrase.head]):
        if measure == "wounded":
            return Reading("casualties")  # "1,200 killed and wounded"
    if measure is None or c.head in lexicon.word_class("weak_head"):
        return None
    return Reading(measure, verb_after(c)[0] if measure == "attacks" else None)


@wants({"times"}, NAMED)
def by_times(c: Candidate) -> Reading | None:
    return Reading("attacks") if c.head == "times" else None  # masked unless an attack is what happened so often


@wants(lexicon.word_class("state"))
def by_state(c: Candidate) -> Reading | None:
    """ "left 12 soldiers dead", "12 men wounded"."""
    i, tokens = c.phrase.last, c.clause.tokens
    if c.phrase.empty and not c.phrase.partitive and c.whole is None:
        return None
    if c.phrase.empty and c.phrase.partitive and tokens.at(i) in ("them", "whom", "us"):
        i += 1  # "nearly 90 of them dead"
    if i < c.clause.last and tokens.word[i] in lexicon.word_class("taken_as"):  # "42 of them believed to be dead"
        while i < c.clause.last and tokens.word[i] in lexicon.word_class("taken_as") | {"to", "be"}:
            i += 1
    if i + 1 < c.clause.last and tokens.word[i] == "as":
        i += 1  # "lists 40 men as missing"
    if i >= c.clause.last or tokens.word[i] not in lexicon.word_class("state"):
        return None
    if c.kind == "materiel":
        return None  # "a roadside bomb wounded three"
    after = verb_after(c)[0] if c.clause.events and c.whole is None else None
    if after is not None and after.first > i and (after.passive or after.frame == "subject"):
        return None  # "three soldiers wounded on Monday died"
    return Reading(lexicon.nouns()[tokens.word[i]][0])


@wants({"among"})
def by_among(c: Candidate) -> Reading | None:
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
    if tokens.at(i) == "among" and c.number.kind == "count":  # "two soldiers among nine killed in the raid"
        for word in tokens.word[i + 1 : min(c.clause.last, i + 5)]:
            if word in STATES or word in lexicon.nouns():
                return Reading(STATES.get(word) or lexicon.nouns()[word][0])
    among = next(iter(tokens.where(_AMONG, i + 1, min(c.clause.last - 2, i + _LISTED))), 0)
    if not among or tokens.word[among - 1] not in ("is", "are", "was", "were"):
        return None
    if not all(word in _AND or word in lexicon.units() for word in tokens.word[i : among - 1]):
        return None  # "two officers and a nurse were among the dead"
    if tokens.at(among + 1) == "them":  # "40 were arrested. Six nurses are among them"
        before = c.previous or c.clause.before
        return Reading(before.measure) if before is not None and before.kind == "person" else None
    for word in tokens.word[among + 2 : min(c.clause.last, among + 7)]:
        if word in lexicon.nouns():
            return Reading(lexicon.nouns()[word][0])
    return None


_AMONG = frozenset({"among", "amongst"})
_AND = frozenset("and , a an two three four five six seven eight nine ten".split())
_LISTED = 9  # tokens from one of those listed to "were among"


@wants({"strong"})
def by_strength(c: Candidate) -> Reading | None:
    """ "His company was 70 strong"."""
    i = c.number.last
    strong = "strong" in (c.clause.tokens.at(i), c.clause.tokens.at(i + 1) if c.clause.tokens.at(i) in "-‑" else "")
    return Reading("present") if strong else None


@wants(_PARTICIPLES, NAMED)
def by_participle(c: Candidate) -> Reading | None:
    """ "41,500 newly displaced people", unless a verb before it says what happened to people in that state."""
    left = verb_before(c)
    if left is not None and left.measure not in ("supplied", "launched", "hit", "present"):
        return None
    tokens = c.clause.tokens
    for i in range(c.phrase.first, c.phrase.last - 1):
        if tokens.word[i] in lexicon.word_class("fallen"):
            return Reading("killed")
        if tokens.word[i] in STATES:
            return Reading(STATES[tokens.word[i]])
        if tokens.word[i] == "missing" and c.kind == "person":
            return Reading("missing")
        if tokens.word[i] in lexicon.word_class("wrecked") and c.kind in ("object", "materiel"):
            return Reading("damaged" if tokens.word[i] in ("broken", "damaged", "shattered") else "destroyed")
    return None


@wants(_SUFFERED)
def by_losses_named(c: Candidate) -> Reading | None:
    """ "519 killed and wounded", "288 men, killed, wounded and missing": one count of losses that are not split."""
    tokens, i, last = c.clause.tokens, c.number.last, c.clause.last
    if not c.phrase.empty and tokens.word[c.phrase.head] not in _SUFFERED:
        i = c.phrase.last + (c.phrase.last < last and tokens.raw[c.phrase.last] == ",")
    named, joined = set(), ""
    while i < last and (tokens.word[i] in _SUFFERED or tokens.word[i] in _AND):
        if tokens.word[i] in _SUFFERED:
            named.add(tokens.word[i])
        else:
            joined = tokens.word[i] if joined in ("", ",") else joined
        i += 1
    if len(named) < 2 or joined in ("", ",") and len(named) < 3 or i < last and tokens.kind[i] == "n":
        return None
    if tokens.at(i) in cardinals.OPENERS:
        return None  # "50 killed and wounded 30"
    return Reading("casualties") if named & _DEAD else None


_AND = frozenset({"and", "or", ",", "/"})
_DEAD = frozenset({"killed", "dead"})


@wants(lexicon.nouns().keys(), NAMED)
def by_weak_noun(c: Candidate) -> Reading | None:
    """ "22 bodies", where no verb says more."""
    measure = noun_measure(c)
    return Reading(measure) if measure else None


@wants({"damage"}, NAMED)
def by_damage(c: Candidate) -> Reading | None:
    """ "Damage to 14 houses", "damage was reported to a school and two shops"."""
    tokens, i = c.clause.tokens, c.number.first
    if c.kind not in ("object", "materiel") or tokens.at(i - 1) != "to":
        return None
    return Reading("damaged") if "damage" in tokens.word[max(c.clause.first, i - 5) : i - 1] else None


@wants({"power", "electricity"}, NAMED)
def by_outage(c: Candidate) -> Reading | None:
    """ "Power was cut to 64,000 customers"."""
    tokens, i = c.clause.tokens, c.number.first
    if c.kind not in ("group", "object", "person") or tokens.at(i - 1) != "to":
        return None
    return None if _CUT.isdisjoint(tokens.word[max(c.clause.first, i - 7) : i]) else Reading("other")


_CUT = frozenset("cut restored interrupted disrupted supply supplies lost off outage outages".split())


@wants(lexicon.word_class("service"), NAMED)
def by_service(c: Candidate) -> Reading | None:
    """ "Nine of the 14 clinics are functioning", "212 schools remain closed"."""
    tokens, i = c.clause.tokens, c.phrase.last
    if c.kind != "object":
        return None
    while i < c.clause.last and (
        tokens.word[i] in lexicon.function("aux") or tokens.word[i] in lexicon.function("adverb") or tokens.word[i] == "only"
    ):
        i += 1
    open_or_shut = c.phrase.last < i < c.clause.last and tokens.word[i] in lexicon.word_class("service")
    return Reading("other") if open_or_shut else None


# ---- verbs
@wants(lexicon.acts().keys())
def by_act(c: Candidate) -> Reading | None:
    """ "The abduction of 52 people"; "the bodies of 12 men", unless these were handed over."""
    tokens, i = c.clause.tokens, c.number.first
    act = nominal.act_before(tokens, i)
    if act is None or c.kind == "incident":
        return None
    of_the_dead = not lexicon.word_class("remains").isdisjoint(tokens.word[max(c.clause.first, i - 4) : i])
    moved = any(event.measure in OF_REMAINS for event in c.clause.events)
    return None if of_the_dead and moved else Reading(act)


@wants(_INCLUDED)
def by_included(c: Candidate) -> Reading | None:
    """ "The dead included 11 women"."""
    tokens, i = c.clause.tokens, c.number.first - 1
    while i > c.clause.first and tokens.word[i] in ("at", "least", "also", "are", "were", "all"):
        i -= 1
    if i <= c.clause.first or tokens.word[i] not in _INCLUDED:
        return None
    noun = lexicon.nouns().get(tokens.word[i - 1])
    return Reading(noun[0]) if noun is not None and noun[2] == "person" else None


@wants(_WOUNDS | _WARDS)
def by_injury(c: Candidate) -> Reading | None:
    """ "967 people with bullet and shrapnel wounds", "with 40 people in hospital"."""
    tokens, i = c.clause.tokens, c.phrase.last
    if c.kind == "person" and not c.phrase.empty and tokens.at(i) in ("in", "still") and _lies_ill(c, i):
        return Reading("wounded")
    admitted = c.head in ("admissions", "admission") and tokens.at(i) in ("for", "with")
    if not admitted and (c.kind != "person" or i >= c.clause.last or tokens.word[i] not in _BEARING):
        return None
    if c.head in lexicon.word_class("remains"):
        return None  # "five bodies with gunshot wounds"
    if not admitted and tokens.word[i] != "with" and any(
        i < event.first < i + 6 and tokens.word[event.first] not in _WOUNDS for event in c.clause.events
    ):
        return None  # "a girl had died of shrapnel injuries"
    hurt = any(word in _WOUNDS for word in tokens.word[i + 1 : min(c.clause.last, i + 6)])
    return Reading("wounded") if hurt else None


def _lies_ill(c: Candidate, i: int) -> bool:
    """ "People in hospital", "in intensive care", "still in a serious condition"; but "in hospital blankets"."""
    tokens = c.clause.tokens
    i += tokens.word[i] == "still"
    if tokens.at(i) != "in" or c.head in _STAFF or noun_measure(c):
        return False
    i += 2 if tokens.at(i + 1) in ("a", "an") else 1
    if tokens.at(i) in ("hospital", "hospitals"):
        return i + 1 >= c.clause.last or tokens.kind[i + 1] in "pb" or tokens.word[i + 1] in lexicon.function("stop")
    return tokens.at(i) in _WARDS and tokens.at(i + 1) in ("care", "condition")


_STAFF = frozenset("doctors nurses staff medics surgeons workers guards".split())


@wants(_RUBBLE)
def under_rubble(c: Candidate) -> Reading | None:
    """ "No one left under the debris"."""
    tokens = c.clause.tokens
    near = tokens.word[c.number.last : min(c.clause.last, c.number.last + 7)]
    if "under" not in near or _RUBBLE.isdisjoint(near):
        return None
    return Reading("missing") if c.kind == "person" or c.number.kind == "zero" else None


@wants({"names", "name"}, NAMED)
def on_memorial(c: Candidate) -> Reading | None:
    """ "A wall with 2,417 names": a name on a memorial is that of one killed."""
    if c.head not in ("names", "name"):
        return None
    words = c.clause.tokens.word[c.clause.first : c.clause.last]
    listed = "list" in words and not _MOURNED.isdisjoint(words)
    return Reading("killed") if listed or not lexicon.word_class("memorial").isdisjoint(words) else None


_MOURNED = frozenset("dead victims killed survivors slain martyrs fallen".split())


@wants(lexicon.word_class("impact"))
def by_site(c: Candidate) -> Reading | None:
    """ "Hits were recorded at 11 locations", "debris fell at three more"."""
    tokens, i = c.clause.tokens, c.number.first
    if i <= c.clause.first or tokens.word[i - 1] not in ("at", "in", "on"):
        return None
    again = c.phrase.empty and c.previous is not None and c.previous.unit in ("location", "site", "place", "settlement")
    if not again and c.head not in lexicon.word_class("struck_at"):
        return None
    told = tokens.word[c.clause.first : i]
    return None if lexicon.word_class("impact").isdisjoint(told) else Reading("hit")


@wants({"we", "us"})
def by_us(c: Candidate) -> Reading | None:
    """ "We were 41 when we jumped", "there are six of us left"."""
    if c.phrase.partitive and c.clause.tokens.matches(c.number.last, ("of", "us")):
        tokens, i = c.clause.tokens, c.number.last + 2
        there = nominal.exists(tokens, c.clause.first, c.number.first)
        are = tokens.at(i) in ("are", "were") and (tokens.at(i + 1) in nominal.AT or tokens.at(i + 1) in ("now", "still", "left"))
        return Reading("present") if there or are else None
    told = c.clause.tokens.word[max(c.clause.first, c.number.first - 2) : c.number.first]
    return (
        Reading("present") if c.phrase.empty and told in (["we", "were"], ["we", "are"], ["we", "numbered"]) else None
    )


@wants(lexicon.word_class("aid"))
def by_enough(c: Candidate) -> Reading | None:
    """ "Food enough for 9,800 people"."""
    tokens, i = c.clause.tokens, c.number.first
    near = tokens.word[max(c.clause.first, i - 3) : i]
    far = tokens.word[max(c.clause.first, i - 7) : i]
    helped = near[-1:] in (["for"], ["to"]) and not lexicon.word_class("aid").isdisjoint(far)
    return Reading("other") if helped and c.kind in ("person", "group") else None


def _is_left(c: Candidate) -> bool:
    """Return whether people go over to the other side, or stand before a court."""
    tokens, i, last = c.clause.tokens, c.phrase.last, c.clause.last
    if c.kind != "person" or c.phrase.empty:
        return False
    if tokens.at(c.number.first - 1) in _TRYING:
        return True
    while i < last and (tokens.word[i] in lexicon.function("aux") or tokens.word[i] in lexicon.function("adverb")):
        i += 1
    return i < last and tokens.word[i] in _LEFT


_COURSES = frozenset({"course", "courses", "training"})
_TAKING = frozenset("complete completed completing finish finished finishing undergo undergone undergoing underwent receive "
                    "received receiving pass passed attend attended".split())  # fmt: skip


def _is_on_course(c: Candidate) -> bool:
    """ "A further 10,000 are expected to complete the five-week course"."""
    after = c.clause.tokens.word[c.phrase.last : min(c.clause.last, c.phrase.last + _COURSE)]
    return not _TAKING.isdisjoint(after) and not _COURSES.isdisjoint(after)


_COURSE = 12  # tokens from the counted to the course
_ENLISTING = frozenset("recruitment enlistment conscription mobilisation mobilization".split())
_TRYING = frozenset("sentenced convicted indicted charged prosecuted acquitted sentencing convicting charging".split())
_LEFT = _TRYING | frozenset("deserted defected mutinied".split())


def by_kind(c: Candidate) -> Reading | None:
    """Soldiers and arms of which no more is said are there."""
    if _is_left(c):
        return Reading("other")  # "forty soldiers defected", "sentenced 14 rebels"
    if c.kind == "person" and _is_on_course(c):
        return Reading("trained")
    if c.kind == "person" and c.head in lexicon.word_class("enlisted"):
        return Reading("recruited")
    if c.kind == "person" and not _ENLISTING.isdisjoint(c.clause.tokens.word[c.clause.first : c.number.first]) and (
        c.status == "military" or c.head in ("men", "people", "volunteers")
    ):
        return Reading("recruited")  # "recruitment brings in 30,000 men a month"
    if (
        c.kind == "formation"
        or c.kind == "person"
        and (c.status == "military" or c.head in ("men", "members", "police"))
    ):
        return Reading("present")
    if c.kind == "person" and c.clause.tokens.at(c.phrase.last) == "under" and c.clause.tokens.capital[c.phrase.last + 1]:
        return Reading("present")  # "600 Bolivians under Colonel Marzana"
    if c.kind in ("person", "group") and light_verbs.in_need(c.clause.tokens, c.phrase.last, c.clause.last):
        return Reading("other")
    head = c.unit_head
    after = c.clause.tokens.word[c.phrase.last] if c.phrase.last < c.clause.last else ""
    aloft = after == "in" and c.clause.tokens.matches(c.phrase.last, ("in", "the", "air"))
    if head in lexicon.word_class("fired") and (after in ("on", "at", "over", "heading", "towards", "toward") or aloft):
        return Reading("launched")  # "eleven glide bombs on the town"
    if c.kind == "materiel" and head in lexicon.word_class("arms"):
        return Reading("present")
    return None
