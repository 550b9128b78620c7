"""Sentences that tell of war by themselves, whatever the rest of the text is about."""

from functools import cache
from typing import NamedTuple

from . import lexicon
from .tokens import Tokens

ALONE, ARMS, THINGS, FIGHTERS, FACTION, WAR, HARM, DATED = (1 << k for k in range(8))  # what a sentence tells by


class _Words(NamedTuple):
    """The words by which a sentence tells of war; phrases by their longest word, the rarest, with its place in them."""

    alone: frozenset[str]
    phrases: dict[str, tuple[tuple[int, tuple[str, ...]], ...]]
    kinds: tuple[tuple[int, frozenset[str]], ...]
    deeds: frozenset[str]
    harm: frozenset[str]


@cache
def _words() -> _Words:
    alone = lexicon.telling("alone")
    phrases: dict[str, list[tuple[int, tuple[str, ...]]]] = {}
    for words in alone:
        if len(words) > 1:
            longest = max(words, key=len)
            phrases.setdefault(longest, []).append((words.index(longest), words))
    return _Words(
        frozenset(words[0] for words in alone if len(words) == 1),
        {longest: tuple(found) for longest, found in phrases.items()},
        (
            (ARMS, _single("arm")),
            (THINGS, _single("thing")),
            (FIGHTERS, _single("fighter")),
            (FACTION, _single("faction")),
            (WAR, _single("war")),
        ),
        _single("deed"),
        _single("harm"),
    )


@cache
def fiction() -> frozenset[str]:
    """Return the words of what tells of wars that never were: a game, a film, a toy."""
    return _single("fiction")


def _single(kind: str) -> frozenset[str]:
    return frozenset(word for (word,) in lexicon.telling(kind))


@cache
def openers() -> frozenset[str]:
    """Return the words of which one stands in every sentence that tells of war."""
    words = _words()
    return words.alone.union(words.phrases, *(among for _, among in words.kinds))


def likened(tokens: Tokens, first: int, last: int) -> set[str]:
    """Return the words of similes: "it sounded like an airstrike"."""
    found: set[str] = set()
    for i in tokens.where(_LIKE, first, last):
        if tokens.at(i + 1) in ("a", "an", "the"):
            found.update(tokens.word[i + 2 : min(i + 5, last)])
    return found


_LIKE = frozenset({"like"})


def signs(tokens: Tokens, first: int, last: int) -> int:
    """Return what a sentence tells of war by, 0 where it does not.

    It tells by a word or phrase of war alone ("militiamen entered the town"), or by a deed with arms, fighters or a war
    ("a missile hit the ship", "soldiers shot four", "the siege killed 40"), or by two of these without a deed.
    Beside that stand people harmed and a date.
    """
    word = tokens.word[first:last]
    words = _words()
    said = words.alone.intersection(word)
    found = ALONE if said and not ("like" in word and said <= likened(tokens, first, last)) else 0
    if not found and any(_has_phrase(tokens, key, first, last) for key in words.phrases.keys() & word):
        found = ALONE
    kinds = 0
    for sign, among in words.kinds:
        if not among.isdisjoint(word):
            kinds |= sign
    if kinds & (kinds - 1) or kinds and not words.deeds.isdisjoint(word):
        found |= kinds
    if found & ARMS and not found & ALONE and _are_fought_off(words, word):
        found |= ALONE
    if not found:
        return 0
    if not words.harm.isdisjoint(word):
        found |= HARM
    return found | DATED if _is_dated(tokens, first, last) else found


def _has_phrase(tokens: Tokens, key: str, first: int, last: int) -> bool:
    phrases = _words().phrases[key]
    word = tokens.word
    i = word.index(key, first, last)  # the caller has seen it there
    while True:
        for place, phrase in phrases:
            start = i - place
            if first <= start and start + len(phrase) <= last and tuple(word[start : start + len(phrase)]) == phrase:
                return True
        try:
            i = word.index(key, i + 1, last)
        except ValueError:
            return False


_DOWNED = frozenset({"downed", "intercepted", "fired", "launched", "destroyed", "struck", "hit", "killed"})


def _are_fought_off(words: _Words, word: list[str]) -> bool:
    """Return whether arms are shot down, or arms of two kinds are fired or strike: drones and missiles, no missile of a shot."""
    if "shot" in word and "down" in word or "intercepted" in word or "downed" in word:
        return True
    arms = words.kinds[0][1].intersection(word)
    return len({each.removesuffix("s") for each in arms}) > 1 and not _DOWNED.isdisjoint(word)


_MONTHS = frozenset(
    "January February March April May June July August September October November December "
    "Jan Feb Mar Apr Jun Jul Aug Sept Sep Oct Nov Dec".split()
)
_BEFORE_DATE = frozenset("in on of since from until till by after before during to early late mid last this next".split())


def _is_dated(tokens: Tokens, first: int, last: int) -> bool:
    """Return whether a sentence has a year or a month: "in 1992", "the siege of 1703", "on 6 June"; not a dateline."""
    word, raw = tokens.word, tokens.raw
    for i in tokens.where(_BEFORE_DATE, first, last - 1):
        after = word[i + 1]
        if raw[i + 1] in _MONTHS or len(after) == 4 and after.isdecimal() and "1000" <= after <= "2099":
            return True
        if i + 2 < last and tokens.kind[i + 1] == "n" and raw[i + 2] in _MONTHS:
            return True
    return False
