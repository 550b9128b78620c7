"""Names and the letters that stand for them: "the Rapid Support Forces (RSF)", later "the RSF"."""

from itertools import compress

from . import lexicon
from .tokens import Tokens

_SMALL = frozenset("of for the and on in to de da do des del y et".split())  # words inside a name, without a letter
_LONGEST = 14  # tokens of a name
_COMMON = frozenset("UN EU US UK USA UAE NATO USSR DC PM MP GMT UTC TV AM".split())  # known by their letters
_LETTERS = range(3, 8)  # of an abbreviation that the text never explains in brackets


def of(tokens: Tokens) -> dict[str, str]:
    """Return the full names of the abbreviations that a text explains, in brackets or by using both."""
    found: dict[str, str] = {}
    bare: set[str] = set()
    raw, word = tokens.raw, tokens.word
    for i in compress(range(tokens.size), tokens.capital):
        letters = raw[i]
        if not letters.isupper() or len(letters) < 2 or letters in found or letters in _COMMON:
            continue
        if letters in lexicon.states() or letters in lexicon.outlets() or not letters.isalpha():
            continue
        if 0 < i < tokens.size - 1 and raw[i - 1] == "(" and raw[i + 1] == ")":
            full = _before(tokens, i - 1, letters)
            if full:
                found[letters] = full
        elif len(letters) in _LETTERS and word[i] not in lexicon.speech("label"):
            bare.add(letters)
    bare -= found.keys()
    if bare:
        found |= _spelled_out(tokens, bare)
    return found


def _before(tokens: Tokens, end: int, letters: str) -> str | None:
    """The name before a bracket that the letters in it stand for, by its initials or as the name of a body."""
    first, left = end, letters
    while first > 0 and end - first < _LONGEST and (tokens.capital[first - 1] or tokens.word[first - 1] in _SMALL):
        first -= 1
        if tokens.capital[first]:
            initial = tokens.raw[first][0].upper()
            if tokens.raw[first].isupper() and left.endswith(tokens.raw[first]):
                left = left[: -len(tokens.raw[first])]
            elif left.endswith(initial):
                left = left[:-1]
    while first < end and not tokens.capital[first]:
        first += 1
    if first < end and tokens.word[first] in ("the", "a", "an"):
        first += 1
    if end - first < 2:
        return None
    listed = any(
        tokens.word[k] in lexicon.bodies("body") or tokens.word[k] in lexicon.bodies("force") for k in range(first, end)
    )
    return tokens.span(first, end) if not left or listed and not tokens.raw[first].isupper() else None


def _spelled_out(tokens: Tokens, wanted: set[str]) -> dict[str, str]:
    """Names whose initials are the letters wanted, wherever the text spells them out."""
    raw, word = tokens.raw, tokens.word
    capitals = list(compress(range(tokens.size), tokens.capital))
    initials = "".join([raw[k][0] for k in capitals]).upper()
    found: dict[str, str] = {}
    for letters in sorted(wanted):
        at = initials.find(letters)
        while at >= 0:
            name = capitals[at : at + len(letters)]
            if word[name[0]] not in _ARTICLES and _is_name(tokens, name):
                found[letters] = tokens.span(name[0], name[-1] + 1)
                break
            at = initials.find(letters, at + 1)
    return found


_ARTICLES = frozenset({"the", "a", "an"})


def _is_name(tokens: Tokens, name: list[int]) -> bool:
    """Return whether capital words, of which none is itself in capitals, stand together or joined by small words."""
    if any(tokens.raw[k].isupper() for k in name):
        return False
    return all(tokens.word[j] in _SMALL for k, after in zip(name, name[1:]) for j in range(k + 1, after))
