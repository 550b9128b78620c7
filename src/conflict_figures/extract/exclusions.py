"""Numbers that count nothing of the conflict: pronouns, ratios, capacities, speakers."""

from . import incidental, lexicon, restating
from .figure import Clause
from .numbers import Number
from .phrases import Phrase
from .signs import ALONE, NAMED, Choice, wants

_ONE_AS_PRONOUN = frozenset("of for every each no this that any some or as".split())
_HEDGED = frozenset({"under", "below", "over", "above"})
_OF_BODIES = frozenset({"members", "seats", "deputies", "lawmakers", "votes"})
_PARENTS = frozenset({"mother", "father", "parent", "parents"})
_SIZED = frozenset({"crew", "capacity", "complement", "ceiling", "cap", "quota"})
_SERVING = frozenset({"serves", "serving", "serve", "housed"})
_ROOM_FOR = frozenset("take hold seat accommodate house shelter sleep".split())
_QUARTERS = frozenset("room bed cell tent bunk desk mattress house".split())
_LIMITS = _SIZED | _SERVING | _ROOM_FOR | _QUARTERS | {"count", "out", "top"} | lexicon.word_class("built_for") | lexicon.word_class("room")
_PLACES = lexicon.places() | {word for word, unit in lexicon.units().items() if unit.kind == "place"}
_INHABITED = _PLACES | {"home", "population", "inhabitants"}
_HAS = frozenset("carries holds has fires takes contains costs weighs can seats uses needs requires".split())
_TOLD_DEAD = frozenset({"lost", "dead", "including"})  # "leaves 22 dead, including four children"
_THE_SCENE = frozenset("area areas region outskirts centre center vicinity".split())
_WHERE = frozenset("in at from near between outside inside across".split())


def is_no_count(clause: Clause, number: Number, phrase: Phrase) -> bool:
    """Return whether a number counts nothing of the conflict: each test below names one such kind."""
    known = clause.signs | (ALONE if phrase.empty else NAMED)
    for test in _TESTS.among(known):
        if test(clause, number, phrase):
            return True
    return False


@wants({"one"})
def _is_pronoun(clause: Clause, number: Number, phrase: Phrase) -> bool:
    """ "Every one", "one of them was", "that one"; "one child in five"."""
    tokens = clause.tokens
    if number.value != 1 or tokens.word[number.core] != "one":
        return False
    before = clause.at(number.first - 1)
    after = clause.at(number.last)
    if after == "of" and _is_superlative(clause, number.last + 1):
        return True
    if phrase.empty and _is_next_verb(clause, number.last):
        return False  # "and one abducted"
    if phrase.empty and any(e.last == number.first and not e.passive and e.frame == "patient" for e in clause.events):
        return after in ("of", "another")  # "kills one, injures three"
    if phrase.empty:
        return after != "of" or before in _ONE_AS_PRONOUN or tokens.matches(number.last, ("of", "them", "was"))
    if before in ("every", "each", "no", "this", "any", "some"):
        return True
    if before in ("from", "in", "of") and tokens.word[phrase.head] in (
        "family",
        "house",
        "household",
        "village",
        "camp",
    ):
        return True  # "six people from one family"
    return clause.at(phrase.last) == "in" and phrase.last + 1 in {n.core for n in clause.numbers}


def _is_superlative(clause: Clause, i: int) -> bool:
    """ "One of the deadliest attacks", "one of its largest raids"."""
    words = clause.tokens.word[i : min(clause.last, i + 4)]
    return any(word in ("most", "best", "worst", "few") or word.endswith("est") and len(word) > 5 for word in words)


_BEFORE_VERB = lexicon.function("aux") | lexicon.function("adverb") | lexicon.function("more")


def _is_next_verb(clause: Clause, i: int) -> bool:
    words = clause.tokens.word
    first = i
    while i < clause.last and words[i] in _BEFORE_VERB:
        i += 1
    if first < i < clause.last and words[i] in lexicon.nouns():
        return True  # "one is missing"
    return any(event.first == i for event in clause.events)


@wants(known=ALONE)
def _is_told_age(clause: Clause, number: Number, phrase: Phrase) -> bool:
    """ "You are 38 now", "Dauda Pam, who is 71"."""
    return phrase.empty and restating.tells_age(clause.tokens, clause.first, number)


@wants(_LIMITS)
def _is_limit(clause: Clause, number: Number, phrase: Phrase) -> bool:
    """A capacity, a rank, a crew: "built for 3,000", "a crew of five", "the top ten"."""
    tokens, i = clause.tokens, number.first
    before = clause.at(i - 1)
    if before == "of" and clause.at(i - 2) == "out" and not (
        _is_counted_out(clause, i - 2) or clause.tokens.kind[i - 3] in "pb"  # "out of 120 men, 17"
    ):
        return True  # "nine times out of ten"
    if before in _ROOM_FOR and clause.at(i - 2) in ("can", "could"):
        return True  # "it can take 1,000 children"
    if before == "to" and clause.at(i - 2) == "count" and clause.at(i - 3) in _ABLE:
        return True  # "cannot count to ten"
    if phrase.empty and clause.at(number.last) == "to" and clause.at(number.last + 2) in _QUARTERS:
        return True  # "they sleep eight to a room"
    if before in ("top", "capacity") or before == "of" and clause.at(i - 2) in _SIZED:
        return True
    near = tokens.word[max(clause.first, i - 4) : i - 1]
    if before in ("for", "of") and not lexicon.word_class("built_for").isdisjoint(near) and "up" not in near:
        return True  # "room for 40", no "made up of 40"
    if phrase.empty:
        return False
    head = tokens.word[phrase.head]
    if head == "crew" and before in ("with", ",", "(", "and") or before in _SERVING:
        return True
    return head in lexicon.word_class("room")


def _is_counted_out(clause: Clause, i: int) -> bool:
    """ "Twelve out of 30 schools", "seven tanks out of 22", no "nine times out of ten", "one out of five"."""
    part = next((n for n in reversed(clause.numbers) if n.last <= i), None)
    if part is None or i - part.last > 3 or part.value in (None, 1):
        return False
    between = clause.tokens.word[part.last : i]
    return _TIMES.isdisjoint(between) and all(kind == "w" for kind in clause.tokens.kind[part.last : i])


_ABLE = frozenset("cannot can could to not they".split())
_TIMES = frozenset("times points marks cases stars".split())


@wants(_HEDGED, ALONE)
def _is_young(clause: Clause, number: Number, phrase: Phrase) -> bool:
    """ "23 of them were under five"."""
    if phrase.empty and clause.at(number.first - 1) == "as" and clause.at(number.first - 2) in ("young", "old"):
        return True
    hedged = clause.tokens.word[number.first] in _HEDGED
    return phrase.empty and hedged and number.value is not None and number.value <= 18 and not number.currency


@wants({"over"}, NAMED)
def _is_extent(clause: Clause, number: Number, phrase: Phrase) -> bool:
    """ "Drones over five regions": the scene, not more than five regions."""
    if phrase.empty or clause.tokens.word[number.first] != "over":
        return False
    unit = lexicon.units().get(clause.tokens.word[phrase.head])
    return unit is not None and unit.kind == "place" and not any(e.last == number.first for e in clause.events)


@wants({"age", "aged", "ages"}, ALONE)
def _is_second_age(clause: Clause, number: Number, phrase: Phrase) -> bool:
    """ "Two men, aged 42 and 60"."""
    i = number.first
    if clause.at(i - 1) == "of" and clause.at(i - 2) in ("age", "ages"):
        return phrase.empty
    if clause.at(i - 1) in ("aged", "ages"):
        return True  # "women aged between 18 and 25"
    near = clause.tokens.word[max(clause.first, i - 5) : i]
    return phrase.empty and clause.at(i - 1) in ("and", ",", "or", "to") and ("aged" in near or "ages" in near)


@wants({"per", "ratio"})
def _is_ratio(clause: Clause, number: Number, phrase: Phrase) -> bool:
    """ "A ratio of three to one", "97 casualties per square kilometre"."""
    if clause.at(phrase.last) == "per" and clause.at(phrase.last + 1) not in lexicon.word_class("time"):
        return True
    return "ratio" in clause.tokens.word[max(clause.first, number.first - 6) : number.first]


@wants(_INHABITED)
def _is_inhabitants(clause: Clause, number: Number, phrase: Phrase) -> bool:
    """ "Home to 19,000 residents", "had 6,000 inhabitants", "a town of 40,000", "a population of 900"."""
    tokens, i = clause.tokens, number.first
    before, earlier = clause.at(i - 1), clause.at(i - 2)
    if (earlier, before) in (("home", "to"), ("population", "of")) or before == "population":
        return True
    if before == "of" and earlier in _PLACES:
        return phrase.empty or tokens.word[phrase.head] in ("people", "inhabitants", "residents", "souls")
    return not phrase.empty and tokens.word[phrase.head] == "inhabitants" and before in ("has", "had", "with", "of")


@wants(_PARENTS | lexicon.word_class("kin"))
def _is_kin_left_behind(clause: Clause, number: Number, phrase: Phrase) -> bool:
    """ "He leaves a wife and two daughters", "his two sons"."""
    tokens, i = clause.tokens, number.first
    if clause.at(i - 1) == "of" and clause.at(i - 2) in _PARENTS:
        return True  # "a mother of four"
    if phrase.empty or tokens.word[phrase.head] not in lexicon.word_class("kin"):
        return False
    if clause.at(i - 2) == "of" and i - 3 >= clause.first and any(n.last == i - 2 for n in clause.numbers):
        return False  # "two of her four children"
    if clause.at(i - 1) in ("has", "have", "had"):
        return True  # "she has two sons"
    if _is_next_verb(clause, phrase.last):
        return False  # "her father and two uncles were shot", "a man and his two sons died"
    near = tokens.word[max(clause.first, i - 8) : i]
    return any(word in ("leaves", "leave", "survived", "his", "her", "married") for word in near) and (
        _TOLD_DEAD.isdisjoint(near) and not any(event.last <= i and event.measure == "killed" for event in clause.events)
    )


@wants(_OF_BODIES, NAMED)
def _is_of_a_body(clause: Clause, number: Number, phrase: Phrase) -> bool:
    """ "The committee has 14 members": the size of a body that does not fight."""
    tokens, i = clause.tokens, number.first
    if phrase.empty or tokens.word[phrase.head] not in _OF_BODIES:
        return False
    return not lexicon.word_class("civil_body").isdisjoint(tokens.word[max(clause.first, i - 6) : i])


@wants(lexicon.word_class("disease"))
def _is_of_disease(clause: Clause, number: Number, phrase: Phrase) -> bool:
    """Those whom a disease killed are no dead of the conflict."""
    words = clause.tokens.word
    for k in clause.tokens.where(lexicon.word_class("disease"), clause.first, clause.last):
        between = words[number.last : k]
        if not any(pair in (",", ";") and then in ("and", "but", "while") for pair, then in zip(between, between[1:])):
            return True  # "36,000 died in battle, and malaria took as many" tells of two deaths
    return False


@wants(lexicon.word_class("numbered") | {"+", "("})
def _is_named(clause: Clause, number: Number, phrase: Phrase) -> bool:
    """ "Km 12", "Patrol 2", "Entry 15", "Hotline: 1648": a number that names."""
    tokens, i = clause.tokens, number.first - 1
    if i < clause.first or number.first != number.core or tokens.kind[number.core] != "n":
        return False
    if tokens.at(number.last) == "strong":
        return False  # "a force 3,000 strong"
    if tokens.raw[i] == "+" and tokens.joined(number.first) and tokens.raw[i - 1] != "(":
        return phrase.empty  # a telephone number
    if tokens.raw[i - 1] == "(" and tokens.raw[i].isupper() and tokens.at(number.last) == ")" and len(tokens.raw[i]) > 1:
        return True  # "USS Norton (DDG 131)"
    word = tokens.word[i] if tokens.raw[i] != "." else tokens.word[i - 1]
    if word in lexicon.word_class("numbered"):
        shouted = word in _PLAIN and len(tokens.raw[i]) > 1 and tokens.raw[i].isupper()  # in capitals all words are alike
        return tokens.capital[i] and not shouted or phrase.empty
    return phrase.empty and tokens.raw[i] == ":" and clause.at(i - 1) in lexicon.word_class("numbered")


_PLAIN = frozenset("area base building camp case cell class entry figure force house line mission patrol point post radio "
                   "squadron track unit war".split())  # fmt: skip


@wants(known=NAMED)
def _is_designation(clause: Clause, number: Number, phrase: Phrase) -> bool:
    """ "30 Leopard 1 tanks": the second number is part of a name; "the 21 Special Armoured Brigade"."""
    tokens, i = clause.tokens, number.first
    head = lexicon.units().get(tokens.word[phrase.head])
    if head is not None and head.kind == "formation" and tokens.capital[phrase.head] and number.value != 1:
        return not tokens.word[phrase.head].endswith("s") and tokens.kind[i] == "n"
    if i - 2 < clause.first or not tokens.capital[i - 1] or tokens.kind[i] != "n" or (number.value or 0) > 999:
        return False
    return any(n.last == i - 1 for n in clause.numbers) and not phrase.empty


def _is_code(clause: Clause, number: Number, phrase: Phrase) -> bool:
    """Digits that begin with a nought ("0600")."""
    raw = clause.tokens.raw[number.core]
    return raw[0] == "0" and len(raw) > 1 and raw[1].isdigit() and clause.tokens.kind[number.core] == "n"


_DIALLING = frozenset({"tel", "hotline", "call", "phone", "telephone"})


@wants(_DIALLING | {"+"}, ALONE)
def _is_telephone(clause: Clause, number: Number, phrase: Phrase) -> bool:
    """Digits in a row with others ("22 555 01 90")."""
    near = clause.tokens.word[max(clause.first, number.first - 6) : number.first]
    return phrase.empty and (not _DIALLING.isdisjoint(near) or _is_dialled(clause, number.first))


def _is_dialled(clause: Clause, i: int) -> bool:
    """Return whether only digits stand between a "+" outside brackets and token ``i``: a telephone number."""
    raw = clause.tokens.raw
    while i > clause.first and clause.tokens.kind[i - 1] == "n":
        i -= 1
    return i - 1 > clause.first and raw[i - 1] == "+" and raw[i - 2] != "("


@wants(known=NAMED)
def _is_scene(clause: Clause, number: Number, phrase: Phrase) -> bool:
    """ "In the area of four settlements", "found shelter in three schools", "attacked two fronts"."""
    tokens, i = clause.tokens, number.first
    before = clause.at(i - 1)
    if phrase.empty or before not in _WHERE and not (before == "of" and clause.at(i - 2) in _THE_SCENE):
        return False
    unit = lexicon.units().get(tokens.word[phrase.head])
    if unit is None or unit.kind not in ("object", "place"):
        return False
    if before == "of":
        return True
    return tokens.word[phrase.head] not in lexicon.word_class("struck_at") or lexicon.word_class("impact").isdisjoint(
        tokens.word[clause.first : i]
    )


@wants(_HAS)
def _is_specification(clause: Clause, number: Number, phrase: Phrase) -> bool:
    """ "Each vehicle carries 36 shells", "a launcher holds four tubes": what one of a kind has."""
    tokens, i = clause.tokens, number.first
    if clause.at(clause.first) not in ("a", "an", "each", "every"):
        return False
    verb = next((k for k in range(clause.first + 1, min(i, clause.first + 8)) if tokens.word[k] in _HAS), None)
    if verb is None or i - verb > 12:
        return False
    subjects = (lexicon.units().get(word) for word in tokens.word[clause.first + 1 : verb])
    return any(unit is not None and unit.kind == "materiel" for unit in subjects)


@wants({"?"})
def _is_asked(clause: Clause, number: Number, phrase: Phrase) -> bool:
    """A question asserts nothing, unless it says who does."""
    tokens = clause.tokens
    last = clause.last - 1
    while last > clause.first and tokens.raw[last] in "\"”’'":
        last -= 1
    if tokens.raw[last] != "?" or clause.at(clause.first) not in lexicon.word_class("asking"):
        return False
    return not any(tokens.word[k] in lexicon.cues() for k in range(clause.first, last))


@wants(frozenset("by to with interviewed interviews citing quoting".split()))
def _is_heard(clause: Clause, number: Number, phrase: Phrase) -> bool:
    """ "Told by two officers", "according to two officers", "interviews with 40 women"."""
    i = number.first
    before, earlier = clause.at(i - 1), clause.at(i - 2)
    if (
        before == "by"
        and any(word in lexicon.cues() for word in clause.tokens.word[max(clause.first, i - 4) : i - 1])
        or before == "to"
        and earlier in ("according", "spoke", "speaking")
    ):
        return True
    return (
        before in ("interviewed", "interviews", "citing", "quoting")
        or before == "with"
        and (earlier in ("interviews", "spoke", "talks", "conversations"))
    )


@wants(lexicon.word_class("not_people"), NAMED)
def _is_looked_at(clause: Clause, number: Number, phrase: Phrase) -> bool:
    """ "61 videos": what was looked at."""
    return not phrase.empty and clause.tokens.word[phrase.head] in lexicon.word_class("not_people")


_SAYING = frozenset({"said", "told", "say", "confirmed", "reported", "added"})


@wants(_SAYING, NAMED)
def _is_speaker(clause: Clause, number: Number, phrase: Phrase) -> bool:
    """ "Two witnesses said": the counted are those who speak."""
    tokens, i = clause.tokens, phrase.last
    if phrase.empty or tokens.word[phrase.head] in lexicon.nouns():
        return False
    is_role = tokens.word[phrase.head] in lexicon.word_class("role")
    while i < clause.last and i < phrase.last + (8 if is_role else 5):
        word = tokens.word[i]
        if word in _SAYING:
            return not (i > phrase.last and tokens.word[i - 1] in ("is", "are", "was", "were", "been"))
        if tokens.kind[i] != "w" or word in lexicon.function("aux") and word != "have":
            return False
        if word == "and" and not is_role:
            return False
        i += 1
    return False


_TESTS = Choice(
    _is_pronoun,
    _is_told_age,
    _is_limit,
    _is_young,
    _is_extent,
    _is_second_age,
    _is_ratio,
    _is_inhabitants,
    _is_kin_left_behind,
    _is_of_a_body,
    _is_of_disease,
    _is_named,
    _is_code,
    _is_telephone,
    _is_designation,
    incidental.is_parameter,
    incidental.is_sum,
    incidental.is_respective_age,
    incidental.is_bare_age,
    incidental.is_age_of,
    incidental.is_of_one,
    incidental.is_audience,
    incidental.is_burial_place,
    _is_scene,
    _is_specification,
    _is_asked,
    _is_heard,
    _is_looked_at,
    _is_speaker,
)
