"""Two cheap tests before the reading: can the text hold a figure at all, and is it about a conflict?"""

import re
from functools import cache
from typing import NamedTuple

from . import lexicon
from .blocks import Sentence
from .tokens import Tokens

_NUMBER = re.compile(
    r"\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|\w+ty|hundreds?|thousands?|"
    r"millions?|dozens?|scores|several|few|no|none|nobody|a)\b",
    re.I,
)
# Every byte that is no ASCII letter parts words; that may find a word where there is none, never miss one.
_LETTERS = bytes(k + 32 if 65 <= k <= 90 else k if 97 <= k <= 122 else 32 for k in range(256))


@cache
def _telling() -> frozenset[bytes]:
    """The words without which nothing is about a conflict; of one with a hyphen or the like, its longest part."""
    words = frozenset().union(*map(lexicon.domain, ("conflict", "figurative", "forces", "harm")))
    return frozenset(max(word.encode().translate(_LETTERS).split(), key=len) for word in words)


def may_hold_figures(text: str) -> bool:
    """Return whether a text has a word that can open a number and one that tells of a conflict or of harm."""
    words = text.encode("utf-8", "surrogatepass").translate(_LETTERS).split()
    return not _telling().isdisjoint(words) and _NUMBER.search(text) is not None


@cache
def _speaking() -> frozenset[str]:
    """The words that speak for a domain."""
    return frozenset(lexicon.domains_of())


@cache
def _stems() -> dict[str, tuple[str, tuple[str, ...]]]:
    """What counts as one word among its forms, and the domains that it speaks for."""
    domains = lexicon.domains_of()
    return {word: (word.removesuffix("s").removesuffix("se"), names) for word, names in domains.items()}


@cache
def _others() -> frozenset[str]:
    """The words that speak for a domain other than the conflict's own."""
    return frozenset(word for word, names in lexicon.domains_of().items() if not _OWN.issuperset(names))


_OWN = frozenset({"conflict", "figurative", "forces", "harm"})
_KIN = {"disaster": "mishap", "accident": "mishap", "sport": "leisure", "science": "health"}  # told in one breath
_SAME_HARM = ("mishap", "health", "leisure", "nature")  # soldiers, helicopters and dead belong to these as well
_MUCH = 3  # words of another domain that make a text one about it
_MANY = 5  # words of other domains, of whichever, that do so where no plain word of war stands against them


def conflict_paragraphs(tokens: Tokens, sentences: list[Sentence]) -> set[int]:
    """Return the paragraphs whose numbers can be about a conflict.

    Only words of war speak for a conflict against another domain; words of harm and of forces support them. In a
    text about something else a paragraph must speak of war by itself; in a text about a conflict one is left out
    in which another domain has the word.
    """
    words: dict[int, set[str]] = {}
    for sentence in sentences:
        telling = _speaking().intersection(tokens.word[sentence.first : sentence.last])
        words.setdefault(sentence.paragraph, set()).update(telling)
    text = _scores(set().union(*words.values()))
    if _is_elsewhere(text):
        return {paragraph for paragraph, here in words.items() if _is_about_war(_scores(here), text.domain)}
    if not text.war + text.support:
        return set()
    return {
        paragraph
        for paragraph, here in words.items()
        if _others().isdisjoint(here) or not _is_about_other(_scores(here))
    }


class _Scores(NamedTuple):
    """How many different words speak for war, for forces, for harm, and for other domains.

    Of the words of war, ``plain`` counts those that are seldom said of other fights (airstrike, insurgent, not siege).
    """

    plain: int
    figurative: int
    forces: int
    harm: int
    other: int  # of the strongest other domain
    others: int  # of all other domains
    domain: str  # the name of the strongest other domain

    @property
    def war(self) -> int:
        return self.plain + self.figurative

    @property
    def support(self) -> int:
        return self.forces + self.harm


def _is_elsewhere(text: _Scores) -> bool:
    """Return whether a text is about something else: one other domain outweighs the war, or all of them its plain words."""
    if text.other >= _MUCH and text.other > text.war + text.forces / 2:
        return True
    return text.others - 2 * text.plain >= _MANY


_NO_SCORES = _Scores(0, 0, 0, 0, 0, 0, "")


def _is_about_war(here: _Scores, domain: str) -> bool:
    """A paragraph on a conflict within a text on something else: an attack on a polling station, an arms deal."""
    if not here.plain and here.figurative + here.forces <= _MUCH:
        return False
    mine = here.war + (0 if domain in _SAME_HARM else here.support)
    return mine > 2 * here.other + 1 and (mine >= _MUCH or not here.other)


def _is_about_other(here: _Scores) -> bool:
    mine = here.war + here.support
    if here.domain == "mishap" and here.other < _MUCH:
        return False  # fire, evacuation and smoke belong to a war too
    return here.other > mine and (here.other >= _MUCH or not mine and here.other > 1)


def _scores(words: set[str]) -> _Scores:
    if not words:
        return _NO_SCORES
    found: dict[str, set[str]] = {}
    stems = _stems()
    for word in words:
        stem, names = stems[word]
        for name in names:
            if name in found:
                found[name].add(stem)
            else:
                found[name] = {stem}
    for name, kin in _KIN.items():
        if name in found:
            found.setdefault(kin, set()).update(found.pop(name))
    mine = [len(found.pop(name, ())) for name in ("conflict", "figurative", "forces", "harm")]
    counts = {name: len(forms) for name, forms in found.items()}
    domain = max(sorted(counts), key=counts.__getitem__, default="")
    return _Scores(*mine, counts.get(domain, 0), len(set().union(*found.values())), domain)
