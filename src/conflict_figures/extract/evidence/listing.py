"""Evidence in what a list is of: the subject of "include", "were", "amounted to", and the items named before."""

from .. import governors, lexicon
from ..figure import Candidate, Figure
from ..signs import BEFORE, NAMED, wants
from ..tokens import Tokens
from .basis import Reading, noun_measure, verb_after

_INCLUDING = frozenset("include includes included including comprise comprises comprised comprising contain contains "
                       "contained containing features featured".split())  # fmt: skip
_AMOUNTING = frozenset("total totals totalled totaled totalling totaling amount amounts amounted reach reaches reached "
                       "number numbered".split())  # fmt: skip
_BE = frozenset({"is", "are", "was", "were"})
_COPULAS = _INCLUDING | _AMOUNTING | _BE
_LONG = 40  # tokens from a copula to an item of its list
_SUBJECT = 14  # tokens of the subject
_ITEM = 14  # tokens between two items of a list
_FINITE = (
    lexicon.function("aux") | (lexicon.cues().keys() - lexicon.units().keys()) | frozenset("who which that when while".split())
) - {"being"}  # fmt: skip


@wants(_COPULAS, NAMED)
def by_subject(c: Candidate) -> Reading | None:
    """ "The weapons recovered include six rifles", "losses amounted to 40 men and a tank", "also seized were two guns"."""
    tokens, first = c.clause.tokens, c.clause.first
    if c.whole is not None or not c.kind or noun_measure(c):
        return None
    copula = _copula(tokens, first, c.number.first)
    if copula is None:
        return None
    start = copula
    while start > first and copula - start < _SUBJECT and not _is_stop(tokens, start - 1):
        start -= 1
    words = tokens.word[start:copula]
    if tokens.word[copula] in _INCLUDING and c.kind == "materiel" and _is_given(c, words):
        return Reading("supplied")
    measure = _of_losses(words) or (_of_what_was_done(words) if _is_inverted(tokens, start, copula) else None)
    return Reading(measure) if measure else None


def _copula(tokens: Tokens, first: int, i: int) -> int | None:
    """The verb of including, amounting or being behind which the number at ``i`` stands in a list."""
    k = i - 1
    while k > first and i - k < _LONG:
        word = tokens.word[k]
        if word in _COPULAS:
            return k
        if _is_stop(tokens, k) or word in _FINITE or _is_verb(tokens, k):
            return None
        k -= 1
    return None


def _is_verb(tokens: Tokens, k: int) -> bool:
    """Return whether a verb of the lexicon stands at ``k`` that is not what an item is called ("seized rifles")."""
    word = tokens.word[k]
    if word not in lexicon.verbs() or word in lexicon.units() or word in lexicon.nouns():
        return False
    return not (word.endswith(("ed", "ing")) and tokens.word[k + 1] in lexicon.units())


def _is_stop(tokens: Tokens, k: int) -> bool:
    return tokens.raw[k] in governors.STRONG_STOPS or tokens.raw[k] in governors.DASHES


def _of_losses(words: list[str]) -> str | None:
    """ "The enemy's losses", "Russian casualties": soldiers and arms lost alike."""
    return "casualties" if "losses" in words[-_SUBJECT:] else None


def _is_given(c: Candidate, words: list[str]) -> bool:
    """ "The munitions included 8 million rounds", "it includes dozens of vehicles", of what the sentence before told given."""
    if not _GIVEN.isdisjoint(words[-4:]):
        return True
    before = c.clause.before
    told = c.clause.tokens.word[max(0, c.clause.first - _NEAR) : c.clause.first]
    given = before is not None and before.measure in ("supplied", "money") or not _GIVEN.isdisjoint(told) or any(
        word in lexicon.verbs() and lexicon.verbs()[word][0][0] in ("supplied", "deployed") for word in told
    )
    return given and words[-1:] in (["it"], ["this"], ["they"], ["these"], ["munitions"], ["weapons"], ["arms"], ["equipment"])


_NEAR = 25  # tokens of the sentence before
_GIVEN = frozenset("package packages shipment shipments delivery deliveries consignment consignments tranche tranches aid "
                   "assistance supplies cargo donation".split())  # fmt: skip


def _is_inverted(tokens: Tokens, start: int, copula: int) -> bool:
    """Return whether what stands before a copula says what its list is of: not "the soldiers who were 40"."""
    if tokens.word[copula] not in _BE:
        return True
    while start < copula and (tokens.word[start] in lexicon.function("adverb") or tokens.raw[start] in "•-\"“"):
        start += 1
    return start < copula and (tokens.word[start] == "among" or _done(tokens.word[start]) is not None)


def _of_what_was_done(words: list[str]) -> str | None:
    """The measure of "items recovered from the camp", "those arrested", "the captured weapons", "the haul"."""
    for word in words:
        measure = _done(word) or _HAULS.get(word)
        if measure is not None:
            return measure
    return None


_HAULS = dict.fromkeys("haul booty loot spoils trophies cache".split(), "seized")
_TOLD = frozenset("killed wounded missing captured detained displaced deployed recruited trained returned exchanged "
                  "released rescued destroyed damaged intercepted supplied seized".split())  # fmt: skip


def _done(word: str) -> str | None:
    """The measure of a participle: "seized", "found"."""
    if not word.endswith(("ed", "en", "wn", "nt", "lost", "found", "freed")):
        return None
    reading = lexicon.verbs().get(word) or lexicon.light_verbs().get(word)
    measure = reading[0][0] if reading else None
    return measure if measure in _TOLD else None


@wants(known=NAMED)
def by_heading(c: Candidate) -> Reading | None:
    """ "The following were destroyed:" over "– 12 tanks": an item without a verb of its own counts what the line says."""
    clause = c.clause
    if clause.heading is None or not c.kind or c.number is not clause.numbers[0]:
        return None
    if c.number.first - clause.first > _OPENS:
        return None
    after, apart = verb_after(c)
    return None if after is not None and not apart else Reading(clause.heading.measure)


_OPENS = 3  # tokens before the number of an item


@wants({"of"}, NAMED)
def as_base(c: Candidate) -> Reading | None:
    """ "Of the 40 drones, 31 were shot down": the verb is that of the part, and the whole was only there."""
    tokens, i, end = c.clause.tokens, c.number.first - 1, c.phrase.last
    while i > c.clause.first and tokens.word[i] in _THE:
        i -= 1
    if i != c.clause.first or tokens.word[i] != "of":
        return None
    while end < c.clause.last and end - c.phrase.last < _ATTACHED and tokens.kind[end] in "ws" and not _is_verb(tokens, end):
        if tokens.word[end] in _FINITE:
            return None
        end += 1  # "of the 60 men in the unit, 41 …"
    if end >= c.clause.last or tokens.raw[end] != ",":
        return None
    if not c.later or not 0 <= c.later[0].first - end - 1 <= 1:
        return None
    told = c.clause.told.get(c.number.value)
    if told is not None and told.kind == c.kind:
        return Reading(told.measure, told.event)
    if c.unit_head in lexicon.word_class("flying"):
        return Reading("launched")
    return Reading("present" if c.status == "military" else "other") if c.kind else None


_ATTACHED = 6  # words between a whole and the comma behind it
_THE = frozenset("the its their those these our all".split())


@wants(known=BEFORE)
def by_list(c: Candidate) -> Reading | None:
    """ "launched 80 Lancet-type and other drones and 12 missiles": an item shares the verb of the item before it."""
    previous = c.previous
    if previous is None or c.phrase.empty or not c.kind or not may_share(previous, c):
        return None
    return Reading(previous.measure, previous.event) if goes_on(c.clause.tokens, previous, c.number.first) else None


@wants(known=BEFORE)
def by_gap(c: Candidate) -> Reading | None:
    """ "Norvia handed over 57 pilots, and Tarvia eight sappers": a second subject shares the verb of the first."""
    previous, tokens, i = c.previous, c.clause.tokens, c.number.first
    if previous is None or c.phrase.empty or previous.kind != c.kind or not c.kind or previous.measure == "money":
        return None
    k = i
    while k > previous.number.last and tokens.capital[k - 1]:
        k -= 1
    if k == i or tokens.at(k - 1) not in _GAPS or tokens.at(k - 2) not in (",", ";") and tokens.at(k - 1) == "and":
        return None
    after = tokens.at(c.phrase.last)
    if c.phrase.last < c.clause.last and (after in _FINITE or after in lexicon.verbs() or after in lexicon.light_verbs()):
        return None
    return Reading(previous.measure, previous.event)


_GAPS = frozenset({",", ";", "and", "while"})


def may_share(previous: Figure, c: Candidate) -> bool:
    things = ("materiel", "object")
    if previous.kind == c.kind or previous.kind in things and c.kind in things:
        return previous.measure not in ("money", "attacks")
    return previous.measure in ("casualties", "destroyed", "seized", "captured", "present", "supplied", "deployed")


def goes_on(tokens: Tokens, previous: Figure, i: int) -> bool:
    """Return whether the number at ``i`` is the next item of the list that the figure before it belongs to."""
    start, joint = max(previous.number.last, previous.phrase.last), i
    if not 0 < i - start <= _ITEM:
        return False
    while joint > start and tokens.word[joint - 1] in _OPENING:
        joint -= 1
    width = next((len(words) for words in _JOINTS if tokens.matches(joint - len(words), words)), 0)
    if not width or joint - width < start:
        return False
    return not any(
        _is_stop(tokens, k) or tokens.word[k] in _FINITE or _is_verb(tokens, k) for k in range(start, joint - width)
    )


_OPENING = frozenset("the a an some another their his her its also even".split())
_JOINTS = (("as", "well", "as"), ("along", "with"), ("together", "with"), ("in", "addition", "to"), ("and", "with"),
           ("and",), ("or",), (",",), ("plus",))  # fmt: skip
