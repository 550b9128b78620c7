"""Numbers that a report mentions in passing: wounds of one body, the charge of a bomb, fields of a record, sums and ages."""

from . import lexicon
from .figure import Clause
from .numbers import Number
from .phrases import Phrase
from .signs import ALONE, NAMED, wants

_SUMS = frozenset("losses damage damages debt debts cash profits fines ransom savings".split())
_OF_WOUNDS = frozenset("bullet gunshot shrapnel stab knife bayonet machete head leg chest".split())
_WOUNDS = frozenset({"wounds", "bullets", "shots"})
_EXPLOSIVE = frozenset("dynamite explosive explosives tnt c-4 anfo rdx gelatin gelignite powder gunpowder chlorine semtex "
                       "ammonium nitrate shrapnel petrol".split())  # fmt: skip
_FINDING = frozenset("found seized discovered recovered uncovered intercepted confiscated located defused".split())
_WEIGHTS = frozenset("kg kilogram kilograms kilos kilo pounds lb lbs tonne tonnes ton tons sticks litres liters".split())


@wants({"="})
def is_parameter(clause: Clause, number: Number, phrase: Phrase) -> bool:
    """ "(size=about 200)": a field of a record, not an assertion."""
    return clause.tokens.raw[number.first - 1] == "=" and number.first > clause.first


@wants(_SUMS, ALONE)
def is_sum(clause: Clause, number: Number, phrase: Phrase) -> bool:
    """ "Millions in losses": money, of which no currency is named."""
    return not number.currency and phrase.empty and clause.at(number.last) == "in" and not _SUMS.isdisjoint(
        clause.tokens.word[number.last + 1 : number.last + 3]
    )  # fmt: skip


@wants({"respectively"}, ALONE)
def is_respective_age(clause: Clause, number: Number, phrase: Phrase) -> bool:
    """ "Ana and Iva Petrak, 31 and 28, respectively"."""
    tokens, i, end = clause.tokens, number.first, number.last
    if not phrase.empty or tokens.kind[number.core] != "n" or not (number.value or 999) < 110:
        return False
    first = i - 2 if clause.at(i - 1) == "and" else i
    last = end + 2 if clause.at(end) == "and" else end
    named = first - 2 >= clause.first and tokens.raw[first - 1] == "," and tokens.capital[first - 2]
    return named and first + 3 == last and clause.at(last) == "," and clause.at(last + 1) == "respectively"


@wants({"under", "over", "between"}, ALONE)
def is_bare_age(clause: Clause, number: Number, phrase: Phrase) -> bool:
    """ "Most of them were under 21", "all the victims were between 25 and 30": people are told by their ages."""
    tokens, i = clause.tokens, number.first
    if not phrase.empty or tokens.word[i] not in _AGE_HEDGES or (number.high or number.value or 999) > 99:
        return False
    if number.last < clause.last and tokens.raw[number.last] not in ".,;)":
        return False
    before = tokens.word[max(clause.first, i - 6) : i]
    return before[-1:] in (["were"], ["was"], ["are"], ["is"], ["them"]) and not _PEOPLE.isdisjoint(before)


@wants({"of"}, ALONE)
def is_age_of(clause: Clause, number: Number, phrase: Phrase) -> bool:
    """ "A girl of six", "a conscript of 19", "children of four"."""
    i = number.first
    if clause.at(i - 1) != "of" or not phrase.empty or phrase.more or phrase.partitive or (number.value or 999) > 99:
        return False
    unit = lexicon.units().get(clause.at(i - 2))
    return unit is not None and unit.kind == "person" and clause.at(i - 2) not in lexicon.word_class("remains")


_AUDIENCE = frozenset("subscriber subscribers follower followers viewer viewers views likes retweets readers listeners downloads "
                      "clicks".split())  # fmt: skip


_CHANNELS = frozenset("channel channels account accounts page blog blogger telegram youtube instagram twitter x tiktok facebook "
                      "video clip post".split())  # fmt: skip


@wants(_AUDIENCE, NAMED)
def is_audience(clause: Clause, number: Number, phrase: Phrase) -> bool:
    """ "A channel with 350,000 subscribers"."""
    words = clause.tokens.word[clause.first : clause.last]
    return clause.tokens.word[phrase.head] in _AUDIENCE and not _CHANNELS.isdisjoint(words)


@wants({"grave", "graves", "pit", "pits"}, NAMED)
def is_burial_place(clause: Clause, number: Number, phrase: Phrase) -> bool:
    """ "Buried the dead in three mass graves": the place, no count of the dead."""
    graves = clause.tokens.word[phrase.head] in ("grave", "graves", "pit", "pits")
    return graves and clause.at(number.first - 1) in ("in", "from", "into", "at", "inside", "near")


_AGE_HEDGES = frozenset({"under", "over", "between"})
_PEOPLE = {word for word, unit in lexicon.units().items() if unit.kind == "person"} | {"them", "victims", "dead", "all"}


@wants(_WOUNDS | {"injuries"} | lexicon.word_class("carries"), NAMED)
def is_of_one(clause: Clause, number: Number, phrase: Phrase) -> bool:
    """ "Three bullet wounds" are one man's; "a car loaded with 80 kg of dynamite" tells the means."""
    tokens, i = clause.tokens, number.first
    head = tokens.word[phrase.head]
    if head == "wounds" or head in _OF_WOUNDS and clause.at(phrase.last) in ("wounds", "injuries"):
        return True
    if head in ("bullets", "shots") and clause.at(i - 1) in ("with", "by"):
        return True
    if head not in _WEIGHTS or not 0 < i - 1 - clause.first:
        return False
    if not _FINDING.isdisjoint(tokens.word[clause.first : i]):
        return False  # "found a bag containing 80 kg of explosives"
    loaded = not lexicon.word_class("carries").isdisjoint(tokens.word[max(clause.first, i - 4) : i])
    return loaded and not _EXPLOSIVE.isdisjoint(tokens.word[phrase.last : phrase.last + 5])
