"""Bare numbers that take up a count told before, and those that tell an age."""

from . import lexicon
from .numbers import Number
from .tokens import Tokens


def restates(tokens: Tokens, first: int, number: Number) -> bool:
    """Return whether a bare number takes up a count: "put it at 14", "the embassy gives 31", "nine were women"."""
    if number.kind != "count":
        return False
    i = number.first - 1
    if i < first:
        return True
    if tokens.word[i] == "at" and number.value is not None and number.value <= 24 and tokens.word[i - 1] not in _PUT:
        return False  # an hour
    if not _OF_AGE.isdisjoint(tokens.word[max(first, i - 5) : i + 1]):
        return False
    if tokens.word[i] in ("before", "after", "until", "since") and number.value is not None and number.value <= 24:
        return False
    hedged = number.first < number.core or number.value is not None and number.value >= 1000
    if tokens.word[i] in _NAMING or tokens.capital[i] and not _opens(tokens, first, i) and not hedged:
        return False  # "Page 212", "Bastion 4", but "Napoleon 72,000"
    return True


_NAMING = frozenset(
    "by past magnitude route highway number gate sector point hill age kilometre km + : hotline page".split()
)


_ONE_PERSON = frozenset("he she i you who".split())


_PUT = frozenset("put puts stood stands estimated estimates set remained remains toll number".split())


_OF_AGE = frozenset("age aged ages youngest oldest eldest elder younger born both young old".split())


def _opens(tokens: Tokens, first: int, i: int) -> bool:
    """Return whether a word is the first of its sentence, quotation marks aside: its capital says nothing."""
    return all(tokens.kind[k] == "p" for k in range(first, i))


def _is_somebody(tokens: Tokens, first: int, i: int) -> bool:
    """Return whether a name or a noun for one person ends at ``i``."""
    word = tokens.word[i]
    unit = lexicon.units().get(word)
    return (
        tokens.capital[i]
        and i > first
        or word in _ONE_PERSON
        or unit is not None
        and unit.kind == "person"
        and (not word.endswith("s") and word not in ("people", "men", "women", "children"))
        and word not in lexicon.nouns()  # "put the dead at 12"
    )


def tells_age(tokens: Tokens, first: int, number: Number) -> bool:
    """Return whether a bare number tells the age of somebody: "who is 71", "Petra Holm, 51,"."""
    i = number.first - 1
    told = i >= first and tokens.word[i] in ("is", "was", "are", "am", "now", "then", "turned", ",", "at")
    after = tokens.word[number.last] if number.last < tokens.size else "."
    if told and tokens.word[i] == "at" and "number" in tokens.word[first:i]:
        return False  # "put the number of wounded in Odesa at 12"
    if told and tokens.word[i] == "," and after not in (",", ".", ")", "who", ";"):
        return False
    return told and _of_one_person(tokens, first, i, number)


def _of_one_person(tokens: Tokens, first: int, i: int, number: Number) -> bool:
    """Return whether a number tells the age of somebody: "Dauda Pam, who is 71", "she was 41"."""
    if number.value is None or number.value > 110:
        return False
    if tokens.word[i] in (",", "at", "now", "then"):
        return i > first and _is_somebody(tokens, first, i - 1)
    if i - 1 < first or tokens.word[i - 1] in lexicon.function("pronoun") - _ONE_PERSON:
        return False  # "it is 24"
    return tokens.word[i - 1] in _ONE_PERSON or tokens.capital[i - 1] and not _opens(tokens, first, i - 1)
