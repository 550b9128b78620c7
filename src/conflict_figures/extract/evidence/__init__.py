"""Which words near a number say what it counts: each test reads one kind of evidence, the strongest first.

A test returns a Reading, or None where it finds nothing; the first that finds something decides.
"""

from ..figure import Candidate
from ..signs import ALONE, BEFORE, COUNT, NAMED, NO_COUNT, Choice
from . import around, beside, listing, neighbours, nouns, verbs
from .basis import Reading, by_whereabouts, is_one


def measure_of(candidate: Candidate) -> Reading:
    """Return the reading of the strongest evidence for what a number counts."""
    phrase, number = candidate.phrase, candidate.number
    one = is_one(candidate)
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


_FIRM = Choice(
    nouns.on_memorial,
    nouns.under_rubble,
    nouns.by_us,
    nouns.by_enough,
    nouns.by_site,
    nouns.by_losses_named,
    nouns.by_damage,
    nouns.by_outage,
    nouns.by_service,
    around.by_attempt,
    around.by_activity,
    nouns.by_noun,
    nouns.by_times,
    nouns.by_state,
    nouns.by_among,
    nouns.by_included,
    listing.by_heading,
    listing.by_subject,
    nouns.by_strength,
    nouns.by_injury,
    around.by_split_verb,
    around.by_taking_in,
    around.by_minus,
    around.by_claiming,
    around.by_output,
    around.by_search,
    around.by_strike_on,
    around.by_carriage,
    nouns.by_act,
    listing.as_base,
    verbs.by_going,
    verbs.by_sending,
    verbs.by_verb_after,
    verbs.by_means,
    verbs.by_zero,
    verbs.by_occurring,
    verbs.by_flight,
    verbs.by_company,
    verbs.by_return,
    nouns.by_participle,
    beside.by_cache,
    beside.by_light_verb_before,
    verbs.by_verb_before,
    nouns.by_weak_noun,
    beside.by_light_verb_after,
    neighbours.by_them,
    beside.by_being,
    neighbours.by_same_number,
    neighbours.by_number_of,
    around.by_growth,
    neighbours.by_label,
    neighbours.without_verb,
    neighbours.by_toll,
    neighbours.by_whole,
    neighbours.by_neighbour,
    listing.by_list,
    listing.by_gap,
)


_TESTS = Choice(
    *_FIRM.rules,
    beside.by_request,
    neighbours.by_answer,
    by_whereabouts,
    neighbours.by_restating,
    neighbours.by_like,
    nouns.by_kind,
)
