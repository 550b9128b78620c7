"""Where a figure is said to be: the place of its clause, in the text's words."""

from . import lexicon
from .figure import Figure
from .tokens import Tokens

_PREPOSITIONS = frozenset("in to at near over on inside outside around off from into across".split())
_POSSESSIVES = frozenset("their its his her our the".split())


def place(tokens: Tokens, figure: Figure, first: int, last: int, masked: bytearray) -> str | None:
    """Return the nearest place phrase after a figure in its clause, else one before it, else None."""
    i = max(figure.phrase.last, figure.number.last)
    after = _scan(tokens, i, last, masked)
    if after:
        return after
    return _scan_back(tokens, first, figure.number.first, masked)


def _scan(tokens: Tokens, i: int, last: int, masked: bytearray) -> str | None:
    while i < last:
        if tokens.raw[i] in ";.:—–":
            return None
        if tokens.raw[i] == "," and i + 1 < last and tokens.word[i + 1] in ("including", "among", "of", "who", "which"):
            return None
        if tokens.word[i] in _PREPOSITIONS and tokens.word[i - 1] != "according":
            found = _phrase(tokens, i + 1, last, masked)
            if found:
                return found
        i += 1
    return None


def _scan_back(tokens: Tokens, first: int, i: int, masked: bytearray) -> str | None:
    for k in range(i - 1, first - 1, -1):
        if tokens.raw[k] in ";:—–":
            return None
        if tokens.word[k] in _PREPOSITIONS or tokens.word[k] == "of":
            found = _phrase(tokens, k + 1, i, masked)
            if tokens.word[k - 1] in lexicon.bodies("body") or tokens.word[k - 1] == "according":
                return None  # "the Ministry of Health"
            if found and not (tokens.word[k] == "of" and found.split()[0] in lexicon.states()):
                return found
    return None


def _phrase(tokens: Tokens, i: int, last: int, masked: bytearray) -> str | None:
    """A place name, or a common noun of place with its words ("their home country")."""
    start = i
    if i < last and tokens.word[i] in _POSSESSIVES:
        i += 1
        if tokens.word[start] == "the":
            start = i
    j = i
    while j < last and tokens.kind[j] == "w" and not masked[j] and tokens.is_capital(j):
        j += 1
    if j > i:
        if tokens.raw[i] in lexicon.demonyms() or j < last and tokens.kind[j] == "s" or tokens.word[i] in _NOT_PLACES:
            return None
        if tokens.span(i, j) in lexicon.demonyms() or _is_actor(tokens, i, j):
            return None
        if j < last and tokens.word[j] in lexicon.places():
            j += 1
        return tokens.span(i, j)
    while j < last and tokens.kind[j] == "w" and j < i + 4 and tokens.word[j] not in lexicon.function("stop"):
        if tokens.word[j] in lexicon.places():
            return tokens.span(start, j + 1)
        j += 1
    return None


_NOT_PLACES = frozenset("telegram facebook twitter monday tuesday wednesday thursday friday saturday sunday".split())


def _is_actor(tokens: Tokens, i: int, j: int) -> bool:
    last = tokens.word[j - 1]
    return last in lexicon.bodies("body") or last in lexicon.bodies("force") or tokens.raw[i] in lexicon.outlets()
