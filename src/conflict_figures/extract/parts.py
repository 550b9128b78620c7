"""Wholes and parts: which figure a number is said to belong to, and which only stands beside it."""

from itertools import islice

from . import accounts, governors, lexicon, phrases, revisions, wholes
from .figure import Clause, Figure
from .numbers import Number
from .phrases import Phrase
from .tokens import Tokens

_PRONOUNS = frozenset("them whom which these those".split())
_INCLUDING = {"including", ("among", "them"), ("among", "whom"), ("among", "those"), ("of", "them"), ("of", "whom"),
              ("of", "which"), ("of", "these"), ("of", "those"), "comprising", "namely", "includes", "included", "include",
              "comprised", ("made", "up", "of"), ("consisting", "of"), ("composed", "of"), ("consisted", "of"),
              "counting"}  # fmt: skip
_OPENERS = frozenset(words if isinstance(words, str) else words[0] for words in _INCLUDING)
_AMONG_THEM = frozenset({"among", "amongst"})
_POSSESSED = 5  # words of "last month's", "the city's"
_BE = frozenset("is are was were be remain remains remained still only now just were".split())

_SHARES = frozenset(
    "half most many some none majority third thirds quarter quarters fifth fifths part few any percent % each".split()
)
_OF_ALL = frozenset("the its their our his her my your those these all".split())


def base_at(tokens: Tokens, i: int) -> int:
    """Return where the number of the base of a fraction stands whose part ends at token ``i``; 0 where none can.

    "31 of 40", "12 out of the 30", "36 of last month's 58".
    """
    if tokens.at(i) == "out":
        i += 1
    if tokens.at(i) != "of":
        return 0
    i += 1
    end = min(tokens.size, i + _POSSESSED)
    owned = next((k for k in range(i, end) if tokens.kind[k] == "s"), None)
    if owned is not None and all(tokens.kind[k] == "w" for k in range(i, owned)):
        return owned + 1
    while i < end and tokens.word[i] in _OF_ALL:
        i += 1
    return i


def is_base(tokens: Tokens, number: Number) -> bool:
    """Return whether a number is the base of a share that is no number: "half of the 600 soldiers"."""
    if "of" not in tokens.word[max(0, number.first - 2) : number.first]:
        return False
    k = number.first - 1
    if tokens.word[k] in _OF_ALL:
        k -= 1
    return k > 0 and tokens.word[k] == "of" and tokens.word[k - 1] in _SHARES


def join_fraction(tokens: Tokens, part: Figure, whole: Figure, told: Figure | None = None) -> None:
    """ "31 of 40 drones downed": both are figures, the base includes the part; it was not itself downed.

    ``told`` is the figure before with the number of the base, which "12 of the 40" takes up again.
    """
    if not holds(whole, part) or (whole.measure == "money" or part.measure == "money") and whole.unit != part.unit:
        return
    part.part_of = whole
    if whole.measure == "money":
        return
    part.unit = whole.unit
    part.subject, part.status = whole.subject, whole.status
    if told is not None and told.unit == whole.unit and told.part_of is None:
        whole.measure, whole.event = told.measure, told.event
        return
    if part.event is not None and whole.event is not None and part.event is not whole.event:
        return  # "shot down 27 of 31 drones launched overnight"
    part.measure = part.measure if whole.measure == "other" else whole.measure
    part.event = whole.event
    if whole.measure == "killed" and not whole.phrase.empty and tokens.word[whole.phrase.head] in lexicon.nouns():
        return  # "14 of last month's 58 killings"
    whole.measure = "launched" if whole.measure == "intercepted" else "other"


def holds(whole: Figure, part: Figure) -> bool:
    """Return whether a part can be of a whole: it is not more, and not what the whole itself is part of."""
    above: Figure | None = whole
    while above is not None:
        if above is part:
            return False
        above = above.part_of
    return can_hold(whole, part.number, itself=True) is not None


def join_among(tokens: Tokens, found: list[Figure], position: int) -> None:
    """ "Two soldiers and three guards were among the 14 killed": the whole comes behind its parts."""
    whole = found[position]
    i = whole.number.first - 1
    if tokens.at(i) in _OF_ALL:
        i -= 1
    if tokens.at(i) not in _AMONG_THEM or tokens.at(i - 1) not in ("is", "are", "was", "were"):
        return
    end = i - 1
    for part in reversed(found[:position]):
        between = tokens.word[max(part.number.last, part.phrase.last) : end]
        if part.part_of is not None or part.kind != whole.kind or len(between) > _BESIDE:
            return
        if not all(word in _JOINING or word in ("a", "an") or word in lexicon.units() for word in between):
            return
        if not holds(whole, part):
            return
        part.part_of, part.measure, part.event = whole, whole.measure, whole.event
        end = part.number.first


def whole_of(clause: Clause, number: Number, phrase: Phrase, kind: str, found: list[Figure]) -> Figure | None:
    """The figure that this number is said to be part of, by a stated cue."""
    tokens = clause.tokens
    if tokens.at(number.last) == "of" and tokens.at(number.last + 1) in _PRONOUNS:
        if tokens.at(number.last + 1) in ("them", "whom", "which") or tokens.at(number.last + 2) in _ENDS_PRONOUN:
            return _of_them(clause, number, found)
    if number.kind != "article" and (taken := wholes.taken_up(clause, number, found)) is not None:
        return can_hold(taken, number)
    if _among_them(tokens, number, phrase):
        return can_hold(found[-1] if found else clause.before, number)
    if found and revisions.is_compared(tokens, found[-1]):
        found = found[:-1]  # "76 dead, up from 71, among them 22 soldiers"
    if not found:
        if tokens.word[clause.first] in _OPENERS and (tokens.word[clause.first], tokens.at(clause.first + 1)) in _BACK:
            return can_hold(clause.before, number)  # "Of these, at least 50 are women"
        return None
    if number.kind == "count" and _opens_with_whole(clause, found[0]) and accounts.is_bare(clause, number):
        return can_hold(found[0], number)  # "Of 100 tanks …, it counted 45 at the front"
    previous = found[-1]
    if tokens.at(number.first - 1) == "whom" and previous.kind not in ("person", "group"):
        people = [one for one in found if one.kind in ("person", "group")]
        found, previous = (people, people[-1]) if people else (found, previous)  # "200 came on two flights, of whom 90"
    end = max(previous.number.last, previous.phrase.last)
    if accounts.opens(clause, number, phrase, kind, previous, end) and previous.part_of is None:
        return can_hold(previous, number)
    if "respectively" in tokens.word[number.last : number.last + 8]:
        return can_hold(accounts.respective(clause, number, found), number, itself=True)
    if accounts.by_degree(clause, number, previous):
        return can_hold(previous, number)
    for k in range(number.first - 1, max(previous.number.last, number.first - 6) - 1, -1):
        if tokens.raw[k] in governors.STRONG_STOPS:
            return None
        if tokens.word[k] in _OPENERS and _opens_parts(tokens, k):
            if tokens.word[k] == "of" and tokens.word[k - 1] in _SHARES:
                return None  # "most of them women, and left nine dead"
            if k == previous.number.last:
                return can_hold(previous, number) if _goes_on_from_them(clause, number) else None
            return _opened(clause, number, phrase, kind, found, k, end)
    if previous.part_of is not None and (
        is_coordinated(tokens, previous, number) or accounts.goes_on_listing(clause, number, phrase, kind, found)
    ):
        if phrase.more and previous.part_of.part_of is not None:
            return previous.part_of.part_of  # "seven burned, among them two trucks, and four more were left behind"
        return can_hold(_like(clause, phrase, kind, found) or previous, number)
    return can_hold(previous, number) if accounts.goes_on(clause, number, found) else None


def _opens_parts(tokens: Tokens, k: int) -> bool:
    """Return whether the words at token ``k`` open the parts of what is told before them."""
    word, after = tokens.word[k], tokens.at(k + 1)
    return word in _INCLUDING or (word, after) in _INCLUDING or (word, after, tokens.at(k + 2)) in _INCLUDING


_BACK = {("among", "those"), ("of", "them"), ("of", "whom"), ("of", "which"), ("of", "these"), ("of", "those")}
_ENDS_PRONOUN = frozenset(", . ; ) is are was were had have has who".split())


def _goes_on_from_them(clause: Clause, number: Number) -> bool:
    """ "Four of them were killed, two wounded", no ", two of them children, and a nurse" nor ", and wounded nine"."""
    i = number.first - 1
    if any(event.last == number.first for event in clause.events):
        return False
    return clause.tokens.word[i] != "and" or clause.tokens.raw[i - 1] != "," or accounts.is_bare(clause, number)


def _of_them(clause: Clause, number: Number, found: list[Figure]) -> Figure | None:
    """The whole of "nine of them", "12 of whom": what was told last, unless another number stands between."""
    tokens, i = clause.tokens, number.first - 1
    while i > clause.first and tokens.word[i] in _BE:
        i -= 1
    if tokens.word[i] == "there":
        return None  # "there are 83 of them" tells the whole
    source = found[-1] if found else clause.before
    if source is None:
        return None
    if source.kind in ("materiel", "object"):
        told = next((event for event in clause.events if event.first >= number.last), None)
        if told is not None and told.measure in _OF_PEOPLE:
            return None  # "on 100 motorcycles … Around 40 of them were killed"
    value = number.value or number.low or 0
    for other in clause.numbers:
        if source.number.last <= other.first < number.first and other.kind == "count" and (other.value or 0) > value:
            return None  # of another count, which is no figure
    if number.kind == "zero" or source.part_of is None and found and _is_of_them(tokens, source.number.last):
        return None  # "none of them"; the whole of the part before was no figure
    if not can_hold(source, number) and (found or clause.told):
        source = _earlier(clause, number, source, found) or source  # "We buried eight of them", with two missing in between
    if tokens.word[number.last + 1] in ("whom", "which"):
        end = max(source.number.last, source.phrase.last)
        if found and number.first == end + 1 and can_hold(source, number, itself=True):
            return source  # a pronoun of relation takes up what stands right before it
    return can_hold(source, number)


def _is_of_them(tokens: Tokens, i: int) -> bool:
    return tokens.at(i) == "of" and tokens.at(i + 1) in _PRONOUNS


def _earlier(clause: Clause, number: Number, source: Figure, found: list[Figure]) -> Figure | None:
    """One of the last counts before that can hold the number and counts the like of what was told last."""
    told = reversed(found[:-1]) if found else reversed(clause.told.values())
    if found:
        return next((one for one in told if one.part_of is None and can_hold(one, number)), None)
    for figure in islice(told, _EARLIER):
        near = clause.index - figure.sentence <= 2
        if near and figure.kind == source.kind and figure.part_of is None and can_hold(figure, number):
            return figure
    return None


_OF_PEOPLE = frozenset({"killed", "wounded", "detained", "displaced", "rescued"})
_EARLIER = 4  # counts back to what "of them" may stand for


def _among_them(tokens: Tokens, number: Number, phrase: Phrase) -> bool:
    """ "Two commanders among them", "two nurses included"."""
    i = max(number.last, phrase.last)
    if tokens.at(i) == "included":
        return tokens.at(i + 1) in (".", ",", ";", ")", "")
    return tokens.at(i) in _AMONG_THEM and tokens.at(i + 1) in ("them", "whom") and tokens.at(i + 2) in (
        ".", ",", ";", ")", "–", "—", "and", "")  # fmt: skip


def _opened(
    clause: Clause, number: Number, phrase: Phrase, kind: str, found: list[Figure], k: int, end: int
) -> Figure | None:
    """The whole of what the cue at token ``k`` opens: the count of such things, else the one before the cue."""
    tokens, previous = clause.tokens, found[-1]
    like = _like(clause, phrase, kind, found)
    if like is not None:
        return can_hold(like, number, itself=True) or can_hold(like, number)
    between = tokens.word[end:k]
    beside = len(between) <= _BESIDE and "and" not in between[:-1] and not _has_number(tokens, end, k)
    if previous.part_of is not None and beside and can_hold(previous, number, itself=True):
        return previous  # "40 tanks, seven of them burned, among them two of a new kind"
    if tokens.word[k] == "including" and k == number.first - 1:
        source = previous.part_of or previous
        return source if source.number.value != 0 else None  # as said; if it cannot be, that is the source's fault
    return can_hold(previous, number)


_BESIDE = 5  # words and signs of "of which burned,"


def _has_number(tokens: Tokens, first: int, last: int) -> bool:
    return "n" in tokens.kind[first:last]


def _like(clause: Clause, phrase: Phrase, kind: str, found: list[Figure]) -> Figure | None:
    """The count of the same things in the sentence: "11 missiles and 298 drones, of which five missiles"."""
    if phrase.empty or kind not in ("materiel", "object", "place", "incident"):
        return None
    noun = phrases.singular(clause.tokens.word[phrase.head])
    if wholes.head(found[-1]) == noun:
        return None
    return next((one for one in reversed(found[:-1]) if wholes.head(one) == noun and one.part_of is None), None)


def _opens_with_whole(clause: Clause, whole: Figure) -> bool:
    i = whole.number.first - 1
    while i > clause.first and clause.tokens.word[i] in ("the", "its", "those", "these", "all"):
        i -= 1
    if clause.tokens.word[i] != "of":
        return False
    return all(clause.tokens.kind[k] == "p" for k in range(clause.first, i)) or clause.tokens.word[i - 1] == "that"


def named_apart(clause: Clause, number: Number, kind: str) -> Phrase | None:
    """What the part itself is called: the children of "nine of them children", "nine of whom were children"."""
    tokens, i = clause.tokens, number.last
    if tokens.at(i) != "of" or tokens.at(i + 1) not in _PRONOUNS:
        return None
    i += 3 if tokens.at(i + 2) in ("are", "were", "is", "was") else 2
    while i < clause.last and (tokens.word[i] in lexicon.function("determiner") or tokens.word[i] == "own"):
        i += 1
    named = Phrase(i, phrases.run(tokens, i, clause.last, clause.masked))
    if named.empty or tokens.word[named.head] in lexicon.word_class("state") or tokens.word[named.head].endswith("ed"):
        return None
    return named if phrases.unit(tokens, named)[1] == (kind or "person") else None


def of_money(clause: Clause, number: Number, last: int, code: str, found: list[Figure]) -> Figure | None:
    """The sum that a sum of money is said to be part of: "of which $3 million", "of that, $3 million", "$3 million of it".

    ``last`` is the token behind the sum and its currency.
    """
    tokens, previous = clause.tokens, found[-1] if found else clause.before
    if previous is None or previous.measure != "money" or previous.unit != code:
        return None
    if tokens.at(last) == "of" and tokens.at(last + 1) in _SUMS | _OF_ALL:
        taken = tokens.at(last + 1) in ("it", "which", "that") or tokens.at(last + 2) in _SUMS
        return can_hold(previous, number) if taken else None
    start = max(clause.first, number.first - 6, previous.number.last if found else 0)
    for k in range(number.first - 1, start - 1, -1):
        word = tokens.word[k]
        if tokens.raw[k] in governors.STRONG_STOPS:
            break
        if word == "including" and found:
            return can_hold(previous, number, itself=True) or can_hold(previous, number)
        if word == "of" and (tokens.at(k + 1) in ("which", "that", "this", "it") or tokens.at(k + 1) in _OF_ALL):
            if tokens.at(k + 1) == "which" or tokens.at(k + 2) in _SUMS or tokens.at(k + 2) == ",":
                return can_hold(previous, number)
    if found and previous.part_of is not None and "and" in tokens.word[previous.number.last : number.first]:
        between = tokens.raw[previous.number.last : number.first]
        near = len(between) < 9 and governors.STRONG_STOPS.isdisjoint(between)
        return can_hold(previous, number) if near else None
    return None


_SUMS = frozenset("it which that this sum amount total money figure package aid funds funding".split())


def can_hold(source: Figure | None, number: Number, itself: bool = False) -> Figure | None:
    """The whole that a back-reference means, or None: "40 of them" is not of the 24 just named.

    ``itself`` asks whether the figure is the whole, and not what it is part of.
    """
    if source is None or not source.number.value and not source.number.low:
        return None
    whole = source if itself else source.part_of or source
    most = whole.number.high if whole.number.high is not None else whole.number.value
    least = number.low if number.low is not None else number.value
    return None if most is not None and least is not None and least > most and whole.number.low == most else whole


_JOINING = frozenset(", and or as well another the their his her its other".split())


def is_coordinated(tokens: Tokens, previous: Figure, number: Number) -> bool:
    """Return whether only "and", commas and the previous noun stand between two numbers."""
    i = max(previous.number.last, previous.phrase.last)
    between = tokens.word[i : number.first]
    if between[:1] == ["("] and ")" in between:
        between = between[between.index(")") + 1 :]  # "two surface vessels (USV) and a station"
    if not between:
        return False
    if between[-1] == "and" and between[:2] == [",", "the"]:
        between = between[:1] + [word for word in between if word not in lexicon.units()]  # ", the school and a shop"
    return all(word in _JOINING for word in between)


def is_gloss(tokens: Tokens, previous: Figure, number: Number) -> bool:
    """Return whether a number in brackets tells the one before it in another unit: "2,000 people (410 families)"."""
    i = max(previous.number.last, previous.phrase.last)
    return tokens.word[i : number.first] == ["("]
