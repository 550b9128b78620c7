"""The words of a place: "western Belarus", "the Kardu depot", "the east bank of the Dnipro", "Orsk district, Vesk province"."""

from typing import NamedTuple

from . import lexicon
from .tokens import Tokens

_ARTICLES = frozenset("the a an this that these those their its his her our my your one".split())
_COMPASS = frozenset("northern southern eastern western central northeastern northwestern southeastern southwestern "
                     "north-eastern north-western south-eastern south-western upper lower inner outer "
                     "neighbouring neighboring nearby".split())  # fmt: skip
POINTS = frozenset("north south east west northeast northwest southeast southwest north-east north-west south-east "
                   "south-west".split())  # fmt: skip
_NOT_PLACES = frozenset(
    "easter christmas ramadan telegram facebook twitter monday tuesday wednesday thursday friday saturday sunday".split()
)
WATERS = frozenset("gulf bay strait sea horn cape isle isles line lake mount river port republic kingdom".split())  # "the Gulf of Aden"
_SETTLED = frozenset("town village villages city streets street outskirts slum suburb suburbs hinterlands area".split())
_LINKS = frozenset("of in near at above outside along around".split())
_WAYS = frozenset("road roads highway route routes path track".split())
_LONGEST = 4  # words of a place without a name ("the small mining town")


_NOUNS = lexicon.places() | lexicon.sites()


class Place(NamedTuple):
    """The words of a place, the token after them, and whether they hold a name and an article."""

    words: str
    end: int
    named: bool
    definite: bool


def phrase(tokens: Tokens, i: int, last: int, masked: bytearray, depth: int = 0) -> Place | None:
    """Read "western Belarus", "the Kardu depot", "their home country", "the northern province of Harat".

    ``depth`` counts the places in which this one lies: "a camp in a valley near Orsk".
    """
    start = i
    if i < last and tokens.word[i] in _ARTICLES:
        i += 1
        start += tokens.word[i - 1] == "one"
    first = i + (i < last and tokens.word[i] in _COMPASS)
    named = _name(tokens, first, last, masked) or _owned(tokens, first, last, masked)
    if named > i:
        return Place(tokens.span(i, named), named, True, True)
    if i + 2 < last and tokens.word[i] in POINTS and (tokens.raw[i + 1] == "," or tokens.word[i + 1] == "and"):
        return _points(tokens, start, i, last, masked, depth)
    stop = lexicon.function("stop")
    j = i
    while j < last and tokens.kind[j] == "w" and j < i + _LONGEST and tokens.word[j] not in stop and not masked[j]:
        word = tokens.word[j]
        if word in lexicon.function("pronoun"):
            return None
        j += 1
        if is_place_noun(word) and not (j < last and is_place_noun(tokens.word[j])):  # a "prison" camp
            return _common(tokens, start, i, j, last, masked, depth)
    return None


def _points(tokens: Tokens, start: int, i: int, last: int, masked: bytearray, depth: int) -> Place | None:
    """Read "the east", "the north, south and east of the country", "north of the town"."""
    end = i + 1
    while end + 1 < last and (tokens.raw[end] == "," or tokens.word[end] == "and"):
        k = end + 1 + (tokens.word[end + 1] == "and")
        if k >= last or tokens.word[k] not in POINTS:
            break
        end = k + 1
    return _common(tokens, start, i, end, last, masked, depth)


def _common(tokens: Tokens, start: int, i: int, end: int, last: int, masked: bytearray, depth: int) -> Place | None:
    """A place called by a common noun at tokens ``i`` to ``end``, with the name or the noun that follows it."""
    if end < last and tokens.kind[end] == "w" and not closes(tokens, end):
        return None  # "state television", "border guards"
    alone = Place(tokens.span(start, end), end, False, start < i)
    link = tokens.word[end] if end < last else ""
    ways = link == "to" and tokens.word[end - 1] in _WAYS
    border = link in ("with", "between") and tokens.word[end - 1] in ("border", "borders", "frontier")
    if link not in _LINKS and not ways and not border or depth > 1:
        return alone
    around = phrase(tokens, end + 1, last, masked, depth + 1)
    if around is None:
        return alone
    if not around.named:
        if link == "in" or not around.definite:
            return alone
        return Place(tokens.span(start, around.end), around.end, False, True)  # "the east of the country"
    if link == "in" or link == "of" and tokens.word[end - 1] in _SETTLED:
        return around
    return Place(tokens.span(i, around.end), around.end, True, True)


def _plain(tokens: Tokens, k: int, last: int, masked: bytearray) -> int:
    """The token after a common noun of a place at token ``k``, 0 where none stands there."""
    for j in range(k, min(last, k + 3)):
        if tokens.kind[j] != "w" or masked[j] or tokens.word[j] in lexicon.function("stop"):
            return 0
        if is_place_noun(tokens.word[j]):
            return j + 1 if j + 1 >= last or tokens.kind[j + 1] != "w" or closes(tokens, j + 1) else 0
    return 0


def _owned(tokens: Tokens, i: int, last: int, masked: bytearray) -> int:
    """The token after "Nigeria's Kaduna State", "Haiti's capital"; 0 where no place is owned there."""
    j = _run(tokens, i, last, masked)
    if j == i or j + 1 >= last or tokens.kind[j] != "s":
        return 0
    j += 1
    if tokens.word[j] in _COMPASS and j + 1 < last:
        j += 1
    return _name(tokens, j, last, masked) or _plain(tokens, j, last, masked)


def closes(tokens: Tokens, end: int) -> bool:
    """Return whether a noun phrase may end before token ``end``."""
    word = tokens.word[end]
    if word in _CLOSERS or word in lexicon.function("verb") or word in lexicon.function("stop") or word in lexicon.function("aux") or word in lexicon.function("adverb"):
        return True
    return word in lexicon.cues() or word in lexicon.verbs() or word.endswith(("ed", "ing", "ly"))


_BESIDE = frozenset("the neighbouring neighboring nearby northern southern eastern western".split())
_CLOSERS = frozenset("there here he she it they we i who every again".split())


def _name(tokens: Tokens, i: int, last: int, masked: bytearray) -> int:
    """Return the token after the place name at ``i`` ("Kardu depot", "Eruvo and Namara"); 0 where none stands there."""
    j = _run(tokens, i, last, masked)
    if j == i or tokens.raw[i] in lexicon.demonyms() or tokens.word[i] in _NOT_PLACES:
        return 0
    if j + 2 < last and tokens.word[j] == "of" and tokens.word[j - 1] in WATERS:
        k = j + 1 + (tokens.word[j + 1] == "the")
        if tokens.capital[k]:
            return _name(tokens, k, last, masked) or j
    if tokens.word[j - 1].endswith(_OF_ACTORS):
        return 0  # "New York-based"
    if j < last and tokens.kind[j] == "s" or tokens.span(i, j) in lexicon.demonyms() or _is_actor(tokens, i, j):
        return 0
    if j < last and is_place_noun(tokens.word[j]):
        return _within(tokens, j + 1, last, masked)
    if j + 1 < last and tokens.word[j] in _KINDS and is_place_noun(tokens.word[j + 1]):
        return j + 2  # "the Bulengo and Rusayo displacement sites"
    return _listed(tokens, j, last, masked)


_OF_ACTORS = ("-based", "-backed", "-led", "-held", "-controlled", "-run", "-made")
_KINDS = frozenset("health displacement refugee border army air military naval transit district industrial prison rural "
                   "detention police training fishing market university".split())  # fmt: skip


def _within(tokens: Tokens, j: int, last: int, masked: bytearray) -> int:
    """The token after the larger place behind a comma ("Orsk district, Vesk province"); ``j`` where none follows."""
    if j + 1 >= last or tokens.raw[j] != "," or not tokens.capital[j + 1] or masked[j + 1]:
        return j
    k = _run(tokens, j + 1, last, masked)
    if k < last and is_place_noun(tokens.word[k]):
        return k + 1
    return k if k > j + 2 and is_place_noun(tokens.word[k - 1]) else j


def _listed(tokens: Tokens, j: int, last: int, masked: bytearray) -> int:
    """Return the token after the names that go on from the one before token ``j`` ("Orsk, Marun and Vesk")."""
    k = j
    while k + 1 < last and tokens.raw[k] == "," and tokens.capital[k + 1] and not masked[k + 1]:
        k = _run(tokens, k + 1, last, masked)
    if k + 2 < last and tokens.word[k] == "and":
        k += tokens.word[k + 1] in _BESIDE  # "Germany and the United Kingdom"
        if tokens.capital[k + 1] and not masked[k + 1]:
            return _name(tokens, k + 1, last, masked) or j
        return j
    return _within(tokens, j, last, masked)  # "in Orsk, Vesk province"


def _run(tokens: Tokens, k: int, last: int, masked: bytearray) -> int:
    """The token after the words in capitals from ``k`` on."""
    while k < last and tokens.kind[k] == "w" and not masked[k] and tokens.capital[k] and tokens.raw[k] != "I":
        k += 1
    return k


def is_place_noun(word: str) -> bool:
    return word in _NOUNS or word.removesuffix("s") in _NOUNS or word.endswith("ies") and word[:-3] + "y" in _NOUNS


def _is_actor(tokens: Tokens, i: int, j: int) -> bool:
    last = tokens.word[j - 1]
    return last in lexicon.bodies("body") or last in lexicon.bodies("force") or tokens.raw[i] in lexicon.outlets()
