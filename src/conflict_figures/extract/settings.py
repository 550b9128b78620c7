"""Where a figure is said to be: the place of its clause, in the text's words."""

from typing import NamedTuple

from . import lexicon
from .figure import Figure
from .tokens import Tokens

_PREPOSITIONS = frozenset(
    "in to at near over on inside outside around off from into across along beneath within".split()
)
_ARTICLES = frozenset("the a an this that their its his her our".split())
_COMPASS = frozenset("northern southern eastern western central northeastern northwestern southeastern southwestern "
                     "north-eastern north-western south-eastern south-western".split())  # fmt: skip
_NOT_PLACES = frozenset(
    "easter christmas ramadan telegram facebook twitter monday tuesday wednesday thursday friday saturday sunday".split()
)
_TAKEN = frozenset(
    "displaced rescued detained captured seized".split()
)  # "fled from Orsk"; what else comes from it is not there
_REACHED = frozenset("left leave leaving reached reaching entered entering stormed overran besieged shelled bombed hit struck "
                     "attacked raided".split())  # fmt: skip
_OPENERS = _PREPOSITIONS | _REACHED | {"of"}
_ASIDES = frozenset({"including", "among", "of", "who", "which"})
_WATERS = frozenset("gulf bay strait sea horn cape isle isles line lake mount river port".split())  # "the Gulf of Aden"
_SAID = frozenset(word for word, cue in lexicon.cues().items() if cue.kind == "say")
_SETTLED = frozenset("town village villages city street streets outskirts slum suburb suburbs".split())
_LONGEST = 4  # words of a place without a name ("the small mining town")


class Place(NamedTuple):
    """The words of a place, the token after them, and whether they hold a name and an article."""

    words: str
    end: int
    named: bool
    definite: bool


def place(tokens: Tokens, figure: Figure, first: int, last: int, masked: bytearray) -> str | None:
    """Return the place of a figure in its sentence, from token ``first`` to ``last``; None where none is stated.

    A name after the figure comes first, then "the port" after it, then a name before it.
    """
    after = _after(tokens, figure, max(figure.phrase.last, figure.number.last), last, masked)
    if after is not None and (after.named or after.definite):
        return after.words
    before = _before(tokens, figure, first, figure.number.first, masked)
    if before is not None and before.named:
        return before.words
    found = after or before
    return found.words if found is not None else None


def _after(tokens: Tokens, figure: Figure, i: int, last: int, masked: bytearray) -> Place | None:
    while i < last:
        if tokens.raw[i] in ";.:—–" or tokens.word[i] == "since":
            return None
        if tokens.raw[i] == "," and i + 1 < last and tokens.word[i + 1] in _ASIDES:
            i = _behind_aside(tokens, i + 1, last)  # "16 people, among them two nurses, died in Orsk"
            continue
        word = tokens.word[i]
        if word in _SAID:
            return None  # what stands behind the speaker's verb is told in passing
        if word not in _OPENERS:
            i += 1
            continue
        found = _opened(tokens, i, last, masked) if word != "of" else None
        if (
            found is not None
            and word == "from"
            and (figure.measure not in _TAKEN or tokens.word[found.end : found.end + 1] == ["to"])
        ):
            i = found.end  # "flew from Aden to Marib" counts in Marib
            continue
        if found is not None:
            return found
        i += 1
    return None


def _behind_aside(tokens: Tokens, i: int, last: int) -> int:
    """The token behind the comma that closes an aside; ``last`` where nothing closes it."""
    while i < last and tokens.raw[i] not in ",;:":
        i += 1
    return i + 1 if i < last and tokens.raw[i] == "," else last


def _opened(tokens: Tokens, k: int, last: int, masked: bytearray) -> Place | None:
    """Return the place that a preposition at token ``k`` opens, or a verb that takes one ("struck Orsk")."""
    word = tokens.word[k]
    if word in _PREPOSITIONS or word == "of":
        return _phrase(tokens, k + 1, last, masked) if tokens.word[k - 1] != "according" else None
    if word not in _REACHED:
        return None
    found = _phrase(tokens, k + 1, last, masked)
    if found is None or not (found.named or found.definite):
        return None
    ends = found.end >= tokens.size or tokens.kind[found.end] in "pb" or _closes(tokens, found.end)
    return found if ends or masked[found.end] else None  # not the "Hamas" of "hit Hamas positions"


def _label(tokens: Tokens, first: int, k: int) -> Place | None:
    """Return the place before the colon at token ``k`` that heads its line: "06:20 Sector North: …"."""
    while first < k and tokens.kind[first] != "w":
        first += 1
    words = range(first, k)
    if not 1 < len(words) < 5 or not all(tokens.is_capital(j) or tokens.word[j] in lexicon.places() for j in words):
        return None
    told = any(tokens.word[j] in lexicon.places() or tokens.word[j] in lexicon.sites() for j in words)
    return Place(tokens.span(first, k), k, True, True) if told else None


def _before(tokens: Tokens, figure: Figure, first: int, i: int, masked: bytearray) -> Place | None:
    comma = False
    for k in range(i - 1, first - 1, -1):
        if tokens.raw[k] in ";:—–":
            return _label(tokens, first, k) if tokens.raw[k] == ":" else None
        comma = comma or tokens.raw[k] == ","
        if tokens.word[k] == "from" and figure.measure not in _TAKEN:
            continue
        if tokens.word[k] not in _OPENERS:
            continue
        found = _opened(tokens, k, i, masked)
        opener = tokens.word[k - 1] if k > first else ""
        if tokens.word[k] == "of" and opener in lexicon.bodies("body"):
            return None  # "the Ministry of Health"
        if found is None or tokens.word[k] == "of" and _names_of(tokens, opener, found):
            continue
        if comma and _is_aside(tokens, first, k):
            continue  # "the pact, signed in Muscat, frees 40"
        return found
    return None


def _names_of(tokens: Tokens, opener: str, found: Place) -> bool:
    """ "The mayor of Orsk", "the army of Tarvia", "defenders of the Orsk steelworks": no place of what they do."""
    if opener in lexicon.roles("person") or found.words.split()[0] in lexicon.states():
        return True
    return tokens.kind[found.end] == "w" and not _closes(tokens, found.end)


def _is_aside(tokens: Tokens, first: int, k: int) -> bool:
    """Return whether token ``k`` stands in a clause set off by commas ("…, which has observers in the valley, …")."""
    for j in range(k - 1, first, -1):
        if tokens.raw[j] == ",":
            return tokens.word[j + 1] in ("which", "who", "whose") or tokens.word[j + 1].endswith("ed")
    return False


def _phrase(tokens: Tokens, i: int, last: int, masked: bytearray) -> Place | None:
    """Read "western Belarus", "the Kardu depot", "their home country", "the northern province of Harat"."""
    start = i
    if i < last and tokens.word[i] in _ARTICLES:
        i += 1
    named = _name(tokens, i + (i < last and tokens.word[i] in _COMPASS), last, masked)
    if named > i:
        return Place(tokens.span(i, named), named, True, True)
    stop = lexicon.function("stop")
    j = i
    while j < last and tokens.kind[j] == "w" and j < i + _LONGEST and tokens.word[j] not in stop and not masked[j]:
        word = tokens.word[j]
        if word in lexicon.function("pronoun"):
            return None
        if _is_place_noun(word):
            return _common(tokens, start, i, j + 1, last, masked)
        j += 1
    return None


def _common(tokens: Tokens, start: int, i: int, end: int, last: int, masked: bytearray) -> Place | None:
    """A place called by a common noun at tokens ``i`` to ``end``, with the name that follows it."""
    if end < last and tokens.kind[end] == "w" and not _closes(tokens, end):
        return None  # "state television", "border guards"
    link = tokens.word[end] if end < last else ""
    k = end + 1 + (tokens.word[end + 1 : end + 2] == ["the"])
    name = _name(tokens, k, last, masked) if link in ("of", "in", "near", "at") else 0
    if name > k:
        told = link == "in" or link == "of" and tokens.word[end - 1] in _SETTLED
        return Place(tokens.span(k if told else i, name), name, True, True)
    if link == "in" and tokens.word[k : k + 1] and tokens.word[k] in _COMPASS:
        name = _name(tokens, k + 1, last, masked)
        if name:
            return Place(tokens.span(k, name), name, True, True)
    return Place(tokens.span(start, end), end, False, start < i)


def _closes(tokens: Tokens, end: int) -> bool:
    """Return whether a noun phrase may end before token ``end``."""
    word = tokens.word[end]
    if word in lexicon.function("stop") or word in lexicon.function("aux") or word in lexicon.function("adverb"):
        return True
    return word in lexicon.cues() or word in lexicon.verbs() or word.endswith(("ed", "ing", "ly"))


def _name(tokens: Tokens, i: int, last: int, masked: bytearray) -> int:
    """Return the token after the place name at ``i`` ("Kardu depot", "Eruvo and Namara"); 0 where none stands there."""
    j = _run(tokens, i, last, masked)
    if j == i or tokens.raw[i] in lexicon.demonyms() or tokens.word[i] in _NOT_PLACES:
        return 0
    if j < last and tokens.kind[j] == "s" or tokens.span(i, j) in lexicon.demonyms() or _is_actor(tokens, i, j):
        return 0
    if j + 1 < last and tokens.word[j] == "of" and tokens.word[j - 1] in _WATERS and tokens.is_capital(j + 1):
        return _name(tokens, j + 1, last, masked) or j
    if j < last and _is_place_noun(tokens.word[j]):
        return j + 1
    return _listed(tokens, j, last, masked)


def _listed(tokens: Tokens, j: int, last: int, masked: bytearray) -> int:
    """Return the token after the names that go on from the one before token ``j`` ("Orsk, Marun and Vesk")."""
    k = j
    while k + 1 < last and tokens.raw[k] == "," and tokens.is_capital(k + 1) and not masked[k + 1]:
        k = _run(tokens, k + 1, last, masked)
    if k + 1 < last and tokens.word[k] == "and" and tokens.is_capital(k + 1) and not masked[k + 1]:
        return _name(tokens, k + 1, last, masked) or j
    return j


def _run(tokens: Tokens, k: int, last: int, masked: bytearray) -> int:
    """The token after the words in capitals from ``k`` on."""
    while k < last and tokens.kind[k] == "w" and not masked[k] and tokens.is_capital(k):
        k += 1
    return k


def _is_place_noun(word: str) -> bool:
    nouns, sites = lexicon.places(), lexicon.sites()
    return any(one in nouns or one in sites for one in (word, word.removesuffix("s")))


def _is_actor(tokens: Tokens, i: int, j: int) -> bool:
    last = tokens.word[j - 1]
    return last in lexicon.bodies("body") or last in lexicon.bodies("force") or tokens.raw[i] in lexicon.outlets()
