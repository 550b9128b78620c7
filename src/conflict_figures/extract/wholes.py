"""The whole that a text takes up by its noun: "seventeen of the dead", "the dead included 11", "of the displaced, 900".

A whole is looked for in the sentence first, then among the counts told before it: by the measure of its noun ("the
dead"), by the thing itself ("two of the drones"), or by a noun for any count ("of the total", "that figure includes").
"""

from . import lexicon, phrases
from .figure import Clause, Figure
from .numbers import Number

_DEFINITE = frozenset("the these those that this its their his our".split())
_POINTING = frozenset("the these those that".split())
_AMONG = frozenset({"among", "amongst"})
_BE = frozenset({"is", "are", "was", "were"})
_INCLUDED = frozenset("include includes included comprise comprises comprised".split())
_HEDGING = frozenset("also now at least".split())
_COUNTS = frozenset("total number figure sum amount toll tally count".split())  # a noun for any count told before
_NEAR = 9  # tokens between the number and "among the dead"
# A count that a noun of one measure may stand for where none of that measure was told.
_OR = {"killed": ("casualties",), "wounded": ("casualties",), "captured": ("detained", "exchanged"),
       "released": ("exchanged", "returned"), "detained": ("captured",), "casualties": ("killed",),
       "returned": ("exchanged", "released"), "seized": ("present",)}  # fmt: skip


def taken_up(clause: Clause, number: Number, found: list[Figure]) -> Figure | None:
    """Return the figure told before whose people or things the number is said to be among, None where it is not."""
    before = number.first - 1
    while before > clause.first and clause.tokens.word[before] in _HEDGING:
        before -= 1
    noun = _of_the(clause, number.last) or _among_after(clause, number) or _before(clause, before)
    if noun:
        return meant(clause, noun, found)
    return _included_in(clause, number, found) if clause.at(before) in _INCLUDED and clause.at(before - 1) in _SUCH else None


def meant(clause: Clause, noun: str, found: list[Figure]) -> Figure | None:
    """Return the figure told before that a noun with "the" takes up."""
    if noun == "victims":
        return _told(clause, "killed", found)
    read = lexicon.nouns().get(noun)
    if read is not None:
        return _told(clause, read[0], found)
    if noun in _COUNTS:
        return whole(found[-1] if found else clause.before)
    verb = lexicon.verbs().get(noun)
    if verb is not None and noun.endswith("ed"):
        return _told(clause, verb[0][0], found)  # "of those released"
    for measure, _ in lexicon.light_verbs().get(noun, ()):
        if (told := _told(clause, measure, found)) is not None:
            return told  # "of those held"
    return _of_kind(clause, noun, found)


def whole(figure: Figure | None) -> Figure | None:
    """Return the whole that a figure belongs to, or the figure itself."""
    return figure.part_of or figure if figure is not None else None


def _told(clause: Clause, measure: str, found: list[Figure]) -> Figure | None:
    for one in (measure, *_OR.get(measure, ())):
        for figure in reversed(found):
            if figure.measure == one and figure.part_of is None:
                return figure
        if one in clause.latest:
            return clause.latest[one]
    return None


def _of_kind(clause: Clause, noun: str, found: list[Figure]) -> Figure | None:
    """What was told of by number and by this noun: "two of the drones"."""
    for figure in reversed(found):
        if figure.part_of is None and head(figure) in (noun, phrases.singular(noun)):
            return figure
    noun = phrases.singular(noun)
    figure = next((clause.things[one] for one in (noun, *_CALLED.get(noun, ())) if one in clause.things), None)
    return figure if figure is not None and clause.index - figure.sentence <= _RECALL else None


# What a thing told before may be called when it is taken up.
_CALLED = {"uav": ("drone", "vehicle"), "drone": ("uav", "vehicle"), "device": ("bomb", "mine"), "bomb": ("device",),
           "plane": ("aircraft", "jet"), "aircraft": ("plane", "jet", "helicopter"), "jet": ("aircraft", "plane"),
           "ship": ("vessel", "boat", "tanker"), "vessel": ("ship", "boat", "tanker"), "rebel": ("fighter", "militant"),
           "militant": ("fighter", "rebel"), "fighter": ("militant", "rebel"), "troop": ("soldier",),
           "soldier": ("troop", "man"), "projectile": ("missile", "rocket"), "munition": ("missile", "drone", "bomb"),
           "building": ("house",), "house": ("home", "building"), "home": ("house",),
           "student": ("pupil", "girl", "boy"), "pupil": ("student", "girl", "boy")}  # fmt: skip
_RECALL = 4  # sentences over which a noun takes up a count of such things


def head(figure: Figure) -> str:
    """Return the noun that a figure counts, in the singular and in small letters."""
    if figure.kind in ("person", "group"):
        return phrases.singular((figure.subject or "").lower().rpartition(" ")[2])
    return figure.unit.lower().rpartition(" ")[2]


def _of_the(clause: Clause, i: int) -> str:
    """The noun of "of the dead", "of the ballistic missiles" at token ``i``, "" if there is none."""
    word = clause.at(i)
    if word == "out":
        i, word = i + 1, clause.at(i + 1)
    if word != "of" or clause.at(i + 1) not in _DEFINITE or clause.tokens.kind[i + 1] != "w":
        return ""
    noun = _noun(clause, i + 2)
    if clause.at(i + 1) not in _POINTING and noun not in lexicon.nouns():
        return ""  # "212 of his men", "one of our soldiers"
    return noun


def _noun(clause: Clause, i: int) -> str:
    """The noun of the phrase at token ``i``, behind its article."""
    word = clause.at(i)
    if not word or word in lexicon.nouns() or word in _COUNTS:
        return word
    if word == "who":
        return clause.at(i + 1) if clause.at(i + 1).endswith("ed") else ""
    if word in ("newly", "recently"):
        return ""  # some of those told before
    end = phrases.run(clause.tokens, i, clause.last, clause.masked)
    if end > i:
        return clause.at(end - 1)
    after = clause.at(i + 1)  # "six of the promised fighters" takes up nothing
    ends = not after or clause.tokens.kind[i + 1] in "pb" or after in lexicon.function("stop")
    return word if ends or after in lexicon.function("aux") else ""


def _among_after(clause: Clause, number: Number) -> str:
    """The noun of "three children were among the dead"."""
    for k in clause.tokens.where(_AMONG, number.last, min(clause.last, number.last + _NEAR)):
        if clause.at(k - 1) in _BE and clause.at(k + 1) in ("the", "those"):
            return clause.at(k + 2)
    return ""


def _before(clause: Clause, k: int) -> str:
    """The noun of "the dead included 11", "among the victims are five", "of the displaced, 900"; their verb is at ``k``."""
    word = clause.at(k)
    if word in _INCLUDED and clause.at(k - 2) in _DEFINITE:
        return clause.at(k - 1)
    if word in _BE:
        return _opening(clause, k, _AMONG)
    return _opening(clause, k, _OF) if word == "," else ""


_OF = frozenset({"of", "among", "amongst"})
_SUCH = frozenset({"that", "this", "these", "which"})


def _opening(clause: Clause, end: int, openers: frozenset[str]) -> str:
    """The noun of the phrase from the clause's first word up to token ``end``: "among the dead", "of those released"."""
    i = clause.first
    while i < end and clause.tokens.kind[i] != "w":
        i += 1
    if i + 3 > end or end > i + _NEAR or clause.at(i) not in openers or clause.at(i + 1) not in _DEFINITE:
        return ""
    noun = _noun(clause, i + 2)
    return noun if noun in clause.tokens.word[i + 2 : end] else ""


def _included_in(clause: Clause, number: Number, found: list[Figure]) -> Figure | None:
    """ "That includes 63 deaths", "this figure included 600 women"."""
    noun = lexicon.nouns().get(clause.at(number.last))
    told = _told(clause, noun[0], found) if noun is not None and noun[1] == "head" else None
    return told or whole(found[-1] if found else clause.before)
