"""What each number of a sentence counts: its measure, unit and subject.

A number is bound by the first of these that holds: the noun that it counts (``12 deaths``), a verb that follows
it (``600 soldiers have been killed``), a verb before it (``sent 18,000 soldiers``), a noun before it (``a toll of
45``), or the number that it continues (``12 dead, including three children``). Where none holds, the number is
no figure of the conflict.
"""

from bisect import bisect_left

from . import (
    attached,
    evidence,
    exclusions,
    headed,
    kinds,
    lexicon,
    lists,
    modes,
    nominal,
    parts,
    phrases,
    prices,
    revisions,
    surroundings,
    told_units,
    victims,
    zero_counts,
)
from .events import Event
from .figure import Candidate, Clause, Figure
from .numbers import Number
from .phrases import Phrase
from .tokens import Tokens


def bind(clause: Clause) -> list[Figure]:
    """Return the figures among the numbers of one sentence."""
    found: list[Figure] = []
    tokens = clause.tokens
    for position, number in enumerate(clause.numbers):
        begins = number.last
        if begins < clause.last and tokens.raw[begins] == "(":
            begins = lists.after_bracket(tokens, begins, clause.last)
        phrase = phrases.after(clause.tokens, begins, clause.last, clause.masked)
        if phrase.empty and begins < clause.last - 1 and tokens.raw[begins] in _HEADED_BY:
            phrase = _of_heading(clause, number, phrase)
        if phrase.last - phrase.first == 1 and tokens.word[phrase.head] == "units" and tokens.at(phrase.last) == "of":
            named = phrases.after(tokens, phrase.last + 1, clause.last, clause.masked)
            if phrases.unit(tokens, named)[1] == "materiel" and tokens.word[named.head] not in ("equipment", "weaponry"):
                phrase = named  # "900 units of motor vehicles"
        figure = _bind_one(clause, number, phrase, clause.numbers[position + 1 :], found)
        if figure is not None:
            found.append(figure)
    for position, (part, whole) in enumerate(zip(found, found[1:]), 1):
        if parts.base_at(tokens, part.number.last) == whole.number.first:
            definite = tokens.word[whole.number.first - 1] != "of"
            parts.join_fraction(tokens, part, whole, clause.told.get(whole.number.value) if definite else None)
        elif tokens.at(part.phrase.last) == "out" and parts.base_at(tokens, part.phrase.last) == whole.number.first:
            parts.join_fraction(tokens, part, whole)  # "seven tanks out of 22"
        else:
            parts.join_among(tokens, found, position)
        if part.rate_per and (part.measure, part.unit) == (whole.measure, whole.unit) and whole.rate_per is None:
            if whole.elided and tokens.capital[whole.number.first - 1] or revisions.is_compared(tokens, whole):
                whole.count_mode, whole.rate_per = part.count_mode, part.rate_per  # "6,000 a day, up from 2,000"
    return found


_HEADED_BY = frozenset("–—-:")
def _of_heading(clause: Clause, number: Number, phrase: Phrase) -> Phrase:
    """ "24,800 – Air raids since March": the number heads its line, and what it counts stands behind the dash."""
    tokens, i = clause.tokens, number.last
    heads = number.first == 0 or number.first == clause.first or tokens.kind[number.first - 1] == "b"
    if not heads or tokens.joined(i) or not tokens.capital[i + 1] or tokens.word[i + 1] in lexicon.function("stop"):
        return phrase
    return phrases.after(tokens, i + 1, clause.last, clause.masked)


def _bind_one(
    clause: Clause, number: Number, phrase: Phrase, later: list[Number], found: list[Figure]
) -> Figure | None:
    tokens, previous = clause.tokens, found[-1] if found else None
    if number.kind == "count" and exclusions.is_no_count(clause, number, phrase):
        return None
    money = number.currency or _currency_after(tokens, number, clause.last)
    if money:
        if number.currency == "INR" and number.core and tokens.raw[number.core - 1] in ("Rs", "Re", "."):
            money = _currency_of(tokens, "rs", number.first) or money
        return _money(clause, number, money, phrase, found)
    source = previous or clause.before
    if phrase.empty and source is not None and source.measure == "money" and _is_sum(tokens, number) and not _is_number_of(clause, number):
        return _money(clause, number, source.unit, phrase, found)  # "This year it costs 8.1 billion."
    listed = _in_list(clause, number, phrase, previous)
    if listed is not None:
        return listed
    if not phrase.empty and _is_area(tokens, phrase):
        return _area(clause, number, phrase)
    unit, kind, status = phrases.unit(tokens, phrase)
    if kind == "person" and not status and attached.is_of_force(tokens, phrase, clause.masked):
        status = "military"
    whole = parts.whole_of(clause, number, phrase, kind, found)
    if whole is None and previous is None:
        whole = headed.accounts_for(clause.heading, number.value, kind)
    if whole is not None and whole.measure == "money":
        whole = None
    if whole is not None and whole.kind in ("person", "group") and kind in ("object", "materiel", "place"):
        whole = None  # "scores of people, including at a hospital"
    candidate = Candidate(clause, number, phrase, later, whole, previous, unit, kind, status)
    measure, event = evidence.measure_of(candidate)
    if measure is not None and whole is not None and phrase.empty:
        measure = kinds.of_kind(measure, whole.kind, whole.unit)  # "21 bodies, 13 of them burned"
    if measure is None or not _may_count(clause, number, phrase, previous, measure, event, whole, kind):
        return None
    source = candidate.same or _source(whole, previous, clause.before, measure)
    governor = None
    if phrase.empty and not (phrase.partitive and whole is not None and whole.kind in ("materiel", "object")):
        governor = _governor(clause, number) if event is None else _number_of(clause, number)
    if phrase.empty and governor is not None:
        unit = governor[2] or (source.unit if source else None)
        kind = "person" if unit == "person" else phrases.unit(tokens, governor[1])[1] or "incident"
        status = phrases.status_of(tokens, governor[1], "")
    elif (
        phrase.empty
        and source is None
        and (thing := previous or clause.before) is not None
        and _is_open(measure, thing)
    ):
        source, unit, kind = thing, thing.unit, thing.kind  # "the army lost 30 tanks, the rebels ten"
    elif phrase.empty and source is not None:
        unit, status = source.unit, source.status
        kind = "person" if unit in kinds.PERSON_UNITS else source.kind
    elif _is_others(tokens, phrase, measure) and previous is not None:
        unit, kind = previous.unit, ""  # "four clinics were burned and two others damaged"
        if previous.measure == "area" and measure == "seized":
            measure = "area"  # "took two villages and five others"
        if unit == "person":  # "three died and two others burned"
            measure, kind = "wounded" if measure == "destroyed" else measure, "person"
    if unit is None:
        unit, kind = _default_unit(tokens, phrase, measure, kind)
    elif kind == "materiel" and not phrase.empty and " " not in unit:
        unit = told_units.in_full(clause, found, phrase, unit)
    if parts.is_base(tokens, number):
        measure = "other"
    else:
        measure = surroundings.measure(clause, measure, event, unit or "", kind, found)
    if unit is None or not kinds.fits(measure, unit, kind):
        return None
    mode, rate = modes.mode(tokens, clause.first, clause.last, phrase, measure, event)
    named = parts.named_apart(clause, number, kind) if phrase.empty or phrase.partitive else None
    if named is not None:
        if whole is None or whole.status != "military":
            status = phrases.unit(tokens, named)[2] or status  # "nine of them children"
    if whole is not None:
        status = status or whole.status
        if whole.measure == measure and mode != "stock":  # "900 were arrested, of whom 40 are still held"
            mode, rate = whole.count_mode, whole.rate_per
    return Figure(
        number, clause.index, measure, "incident" if measure == "attacks" else unit, phrase,
        _subject(tokens, named or phrase, governor, source), status or "unspecified", mode, rate,
        modes.is_increment(tokens, number, phrase), event, part_of=whole,
        certainty=_certainty(tokens, number, event), elided=phrase.empty, kind=kind,
    )  # fmt: skip


def _is_open(measure: str, source: Figure) -> bool:
    """Return whether a verb of people and things counts the things told of just before."""
    return (
        measure in ("casualties", "captured")
        and source.kind in ("materiel", "object")
        and source.measure in kinds.LOSSES
    )


def _is_number_of(clause: Clause, number: Number) -> bool:
    """ "The number of refugees rose to 1.3 million from 1.04 million": no sum of money, whatever stands before."""
    return nominal.number_of(clause.tokens, clause.first, number.first, clause.last, clause.masked) is not None


def _number_of(clause: Clause, number: Number) -> tuple[None, Phrase, str] | None:
    """What is counted by "the number of …", whatever verb says what became of it."""
    counted = nominal.number_of(clause.tokens, clause.first, number.first, clause.last, clause.masked)
    if counted is None or counted.empty:
        return None
    unit, kind, _ = phrases.unit(clause.tokens, counted)
    return (None, counted, "person" if kind == "person" else unit) if unit is not None else None


def _governor(clause: Clause, number: Number) -> tuple[str | None, Phrase, str | None] | None:
    """The noun that a bare number fills: (measure, its words, unit), from "the number of …", a label or a toll."""
    tokens = clause.tokens
    for counted in (
        nominal.number_of(tokens, clause.first, number.first, clause.last, clause.masked),
        lists.label(tokens, clause.first, number.first),
    ):
        while counted is not None and not counted.empty:
            unit, kind, _ = phrases.unit(tokens, counted)
            if unit is not None:
                return None, counted, "person" if kind == "person" else unit
            counted = Phrase(counted.first, counted.last - 1)  # "Firearms recovered: 218"
    return nominal.nominal_before(tokens, clause.first, number.first, clause.events)


def _in_list(clause: Clause, number: Number, phrase: Phrase, previous: Figure | None) -> Figure | None:
    """The figure of a list: a line of a bulletin, its bracketed daily part, or an item after a colon."""
    losses = clause.losses or lists.is_running(clause.tokens, number)
    item = lists.item(clause.tokens, clause.first, number, losses) if losses else None
    if item is None and losses:
        item = lists.total_first(clause.tokens, clause.first, number, phrase)
    if item is None and losses and number.kind != "zero":
        item = lists.under_heading(clause.tokens, clause.first, number, phrase)
    if item is not None:
        return _listed(clause, number, *item)
    if previous is None:
        return None
    if lists.is_bracketed(clause.tokens, number):
        return _part(clause, number, phrase, previous, increment=True)
    if not phrase.empty:
        return None
    whole = previous.part_of or previous
    if lists.is_colon_item(clause.tokens, number, phrase, whole.number.last):
        return _part(clause, number, phrase, whole, increment=False)
    return None


def _may_count(clause, number, phrase, previous, measure, event, whole, kind) -> bool:
    """Return whether an article or a zero counts here; a plain number always does."""
    listed = previous is not None and parts.is_coordinated(clause.tokens, previous, number)
    if number.kind == "article" and measure == "hit" and not listed:
        return False  # "a tanker was struck" tells the scene; "hit two depots and a bridge" counts
    if number.kind == "article" and clause.tokens.word[max(0, number.first - 2) : number.first] in _OF_THEM:
        return False  # "one of them a boy"
    if number.kind == "article" and not phrase.empty and _is_toll(tokens=clause.tokens, i=phrase.head):
        return False  # "after an exchange of fire"
    if number.kind == "article":
        if clause.tokens.kind[min(phrase.last, clause.last - 1)] == "s":
            return False  # "smuggled out a teacher's list"
        appended = kind == "person" and clause.tokens.at(number.first - 1) != "and"  # "one soldier, a lance corporal"
        told = (
            listed and event is None and not appended
            or whole is not None
            or event is not None
            or nominal.act_before(clause.tokens, number.first) is not None
        )  # fmt: skip
        told = told or kind == "person" and clause.tokens.at(number.first - 1) in ("included", "include", "includes")
        told = told or clause.tokens.at(phrase.last) in lexicon.word_class("state")  # "left a soldier dead"
        if kind != "person" and victims.holds_some(clause.tokens, phrase.last):
            return False  # "a column of 300 men"
        if victims.is_where(clause.tokens, number, phrase, event):
            return False  # "two people in a car were killed", "members of a family died"
        known = bool(kind) or victims.is_one(clause, number, phrase, event, listed=listed)
        return measure in kinds.LOSSES and known and told
    if number.kind == "zero" and lists.label(clause.tokens, clause.first, number.first) is not None:
        return True  # "Own losses: nil"
    return (
        number.kind != "zero" or measure == "missing" or zero_counts.counts(clause, number, phrase, event, kind, measure)
    )


_OF_THEM = (["of", "them"], ["of", "whom"], ["of", "these"])


def _is_toll(tokens: Tokens, i: int) -> bool:
    return lexicon.nouns().get(tokens.word[i], ("", ""))[1] == "toll" and tokens.word[i] not in lexicon.units()


def _source(whole: Figure | None, previous: Figure | None, before: Figure | None, measure: str) -> Figure | None:
    """The figure whose unit and subject an elided number shares: the whole, else the one before it."""
    source = whole or previous or before
    if source is not None and source is not whole and source.part_of is not None:
        source = source.part_of  # "12 people, including three children, were killed; another 30 were wounded"
    return source if source is not None and _compatible(source, measure) else None


def _is_others(tokens: Tokens, phrase: Phrase, measure: str) -> bool:
    return not phrase.empty and tokens.word[phrase.head] == "others" and measure not in kinds.PEOPLE_ONLY


def _subject(tokens: Tokens, phrase: Phrase, governor, source: Figure | None) -> str | None:
    """The counted noun phrase in the text's words, or that of the number whose noun is left out."""
    if not phrase.empty:
        return tokens.span(phrase.first, phrase.last)
    if governor is not None:
        return tokens.span(governor[1].first, governor[1].last)
    return source.subject if source is not None and (source.elided or not source.phrase.empty) else None


def _certainty(tokens: Tokens, number: Number, event: Event | None) -> str | None:
    """Where the words at the number differ from the claim: "an estimated 600", a request, a pledge."""
    if event is not None and tokens.word[event.first] in _WISHES and tokens.at(event.last) not in ("in", "by", "for"):
        return "possible"
    return "estimated" if "estimated" in tokens.word[number.first : number.core] else None


_WISHES = frozenset("promised pledged requested asked".split())


def _is_sum(tokens: Tokens, number: Number) -> bool:
    return tokens.word[number.last - 1] in ("thousand", "million", "billion", "trillion", "mn", "bn")


_CURRENCIES = lexicon.currencies().keys() | lexicon.shared_currencies().keys()


def _currency_after(tokens: Tokens, number: Number, last: int) -> str | None:
    word = tokens.word[number.last] if number.last < last else ""
    if word == "of" and number.last + 1 < last and number.value is None:
        word = tokens.word[number.last + 1]  # "hundreds of millions of dollars"
    if word not in _CURRENCIES:
        return None
    if word in ("pound", "pounds") and tokens.at(number.last + 1) == "of":
        return None  # "1,500 pounds of opium"
    if word in lexicon.shared_currencies():
        return _currency_of(tokens, word, number.first) or lexicon.currencies().get(word)
    return lexicon.currencies().get(word) if word.isalpha() and len(word) > 2 else None


def _currency_of(tokens: Tokens, word: str, i: int) -> str | None:
    """The code of a currency that several states have: that of the state named last before it, else first after it."""
    if word not in tokens.currencies:
        tokens.currencies[word] = _states_with(tokens, lexicon.shared_currencies()[word])
    places = tokens.currencies[word]
    behind = bisect_left(places, (i,))
    return places[max(0, behind - 1)][1] if places else None


def _states_with(tokens: Tokens, codes: dict[str, str]) -> list[tuple[int, str]]:
    """Where the text names states that have a currency, with its code, in order."""
    states = ((k, lexicon.states().get(raw) or lexicon.demonyms().get(raw)) for k, raw in enumerate(tokens.raw))
    return [(k, codes[state.iso3]) for k, state in states if state is not None and state.iso3 in codes]


def _area(clause: Clause, number: Number, phrase: Phrase) -> Figure:
    """Territory taken, lost or held, in square kilometres."""
    mode, rate = modes.mode(clause.tokens, clause.first, clause.last, phrase, "area", None)
    increment = modes.is_increment(clause.tokens, number, phrase)
    return Figure(number, clause.index, "area", "km2", phrase, None, "unspecified", mode, rate, increment, None)


def _is_area(tokens: Tokens, phrase: Phrase) -> bool:
    if tokens.word[phrase.head] not in _KILOMETRES:
        return False
    return tokens.span(phrase.first, phrase.last).lower() in _SQUARE_KILOMETRES


_KILOMETRES = frozenset("kilometres kilometers kilometre kilometer km km² km2".split())
_SQUARE_KILOMETRES = {"square kilometres", "square kilometers", "square kilometre", "square kilometer", "sq km",
                      "square km", "km²", "km2"}  # fmt: skip


# ---- figures made from another
def _part(clause: Clause, number: Number, phrase: Phrase, whole: Figure, increment: bool) -> Figure:
    return Figure(
        number, clause.index, whole.measure, whole.unit, phrase, whole.subject, whole.status,
        "period" if increment else whole.count_mode, None, increment, whole.event,
        part_of=parts.can_hold(whole, number, itself=True), elided=True, kind=whole.kind,
    )  # fmt: skip


def _listed(clause: Clause, number: Number, measure: str, unit: str, phrase: Phrase) -> Figure:
    status = "military" if unit == "person" else "unspecified"
    return Figure(
        number, clause.index, measure, unit, Phrase(number.last, number.last), clause.tokens.span(phrase.first, phrase.last),
        status, "cumulative", None, False, None,
    )  # fmt: skip


def _money(clause: Clause, number: Number, code: str, phrase: Phrase, found: list[Figure]) -> Figure | None:
    tokens = clause.tokens
    if prices.is_price(clause, number):
        return None
    last = number.last if number.currency else number.last + 1
    mode, rate = modes.mode(tokens, number.first, clause.last, Phrase(last, last), "money", None)
    return Figure(
        number, clause.index, "money", code, Phrase(last, last), None, "unspecified", mode, rate,
        modes.is_increment(tokens, number, phrase), None, part_of=parts.of_money(clause, number, last, code, found),
    )  # fmt: skip


# ---- the unit
def _default_unit(tokens: Tokens, phrase: Phrase, measure: str, kind: str) -> tuple[str | None, str]:
    if measure in kinds.PEOPLE_ONLY and phrase.empty:
        return "person", "person"
    if not phrase.empty:
        people = measure == "exchanged" and tokens.capital[phrase.head] and tokens.word[phrase.head].endswith("s")
        if people or measure in kinds.PEOPLE_ONLY and measure not in kinds.OR_THINGS:
            return "person", "person"  # a verb of people counts people, whatever they are called
        made_of = phrases.of_what(tokens, phrase)
        unit = phrases.compound(tokens, phrase)
        return (f"{unit} of {made_of}" if made_of else unit), kind
    return ("incident", "incident") if measure == "attacks" else (None, kind)


def _compatible(source: Figure, measure: str) -> bool:
    of_things = measure in kinds.OR_THINGS and measure != "displaced"  # "burned 40 homes and forced 1,000 to flee"
    if measure == "other" and source.unit == "person" and source.kind == "person":
        return True  # "two million fled; 13 million need food"
    if measure == source.measure or of_things and source.kind in ("materiel", "object"):
        return True
    people = source.unit in kinds.PERSON_UNITS
    return people == (measure in kinds.PEOPLE_ONLY) and source.measure not in ("money", "attacks")
