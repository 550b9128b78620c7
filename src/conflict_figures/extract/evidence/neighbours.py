"""Evidence in what stands around: the whole, the number before, a toll, a label, a question."""

from .. import lexicon, light_verbs, lists, nominal, parts, phrases, restating
from ..figure import Candidate
from ..kinds import LOSSES
from ..signs import ALONE, BEFORE, NAMED, NO_COUNT, wants
from .basis import Reading, acts_itself


@wants({"them"})
def by_them(c: Candidate) -> Reading | None:
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


@wants(known=ALONE)
def by_answer(c: Candidate) -> Reading | None:
    """ "How many died? — In our ward, 212": the question says what is counted."""
    asked = c.clause.asked
    return Reading(asked) if c.phrase.empty and c.previous is None and asked else None


# ---- neighbours
@wants(known=NO_COUNT)
def without_verb(c: Candidate) -> Reading | None:
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
def by_toll(c: Candidate) -> Reading | None:
    """ "a toll of 45", "casualties are put at 4,700"."""
    if not (c.phrase.empty or c.phrase.partitive) or c.phrase.partitive and c.whole is not None:
        return None
    found = nominal.nominal_before(c.clause.tokens, c.clause.first, c.number.first, c.clause.events)
    return Reading(found[0]) if found is not None else None


@wants({"number"}, ALONE)
def by_number_of(c: Candidate) -> Reading | None:
    """ "The number of burned villages was put at 50", "brings to 13 the number of aircraft lost"."""
    counted = nominal.number_of(c.clause.tokens, c.clause.first, c.number.first, c.clause.last, c.clause.masked)
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
    _, kind, status = phrases.unit(tokens, counted)
    return Reading("present") if kind == "person" and status else None  # "the number of rebels fell to 800"


@wants({":", "–", "—", "-", "="})
def by_label(c: Candidate) -> Reading | None:
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


def by_same_number(c: Candidate) -> Reading | None:
    """ "Of the 67, …": the 67 that were told of before."""
    same = c.same
    return Reading(same.measure, same.event) if same is not None and same.measure != "money" else None


def _stands_somewhere(c: Candidate) -> bool:
    i = c.number.last
    return c.phrase.empty and i < c.clause.last and c.clause.tokens.word[i] in ("at", "in", "on", "near", "still")


def by_whole(c: Candidate) -> Reading | None:
    if c.whole is not None and c.whole.kind == "materiel" and _stands_somewhere(c):
        return Reading("present")  # "of 100 tanks, it counted 45 at the front"
    return Reading(c.whole.measure, c.whole.event) if c.whole is not None else None


@wants(known=BEFORE)
def by_neighbour(c: Candidate) -> Reading | None:
    """ "12 soldiers and four officers"; "2,000 people (410 families)"."""
    previous, tokens = c.previous, c.clause.tokens
    if previous is None:
        return None
    if parts.is_coordinated(tokens, previous, c.number) or parts.is_gloss(tokens, previous, c.number):
        if previous.measure == "money":
            return Reading("supplied") if c.kind == "materiel" else None
        return Reading(previous.measure, previous.event)
    return None


@wants(known=ALONE)
def by_restating(c: Candidate) -> Reading | None:
    """A bare number that takes up the count before it: "the agency gives 40", "it is 24"."""
    source = c.previous or c.clause.before
    if not c.phrase.empty or source is None or source.measure == "money":
        return None
    if c.phrase.partitive and (c.number.value or 0) > (source.number.value or c.number.value or 0):
        return None  # "the maps, all 24 of them": not the two that were counted before
    if (c.number.value or 0) >= _MANY and light_verbs.in_need(c.clause.tokens, c.number.last, c.clause.last):
        return Reading("other")  # "two million have fled. Thirteen million need food"
    if not restating.restates(c.clause.tokens, c.clause.first, c.number):
        return None
    return Reading(source.measure, source.event)


_MANY = 1_000  # people in need are told of in thousands


@wants(known=NAMED)
def by_like(c: Candidate) -> Reading | None:
    """A count of the like without a verb of its own goes on with the count before it: "the other side, nine villages"."""
    source = c.previous or c.clause.before
    if source is None or c.phrase.empty or not c.kind or source.kind != c.kind or acts_itself(c):
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
