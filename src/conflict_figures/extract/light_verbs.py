"""Verbs of many meanings right beside a number, and what is asked for or needed."""

from . import lexicon
from .governors import BESIDE, HAVING, QUOTES, STRONG_STOPS
from .tokens import Tokens


def light_before(tokens: Tokens, first: int, i: int) -> tuple[str, ...]:
    """Return the measures of the verb of many meanings whose object starts at ``i``.

    "Gave a total of 40 tanks"; "gave the army 118 vehicles", "sold Chad 12 jets", where the receiver stands between.
    """
    k = i - 1
    while k >= first and (tokens.word[k] in BESIDE or tokens.raw[k] in QUOTES) and i - k < 6:
        k -= 1
    found = _light_object(tokens, first, k)
    if found or k < first or not (tokens.capital[k] or tokens.word[k] in lexicon.bodies("force")):
        return found
    while k >= first and i - k < 6 and (tokens.capital[k] or tokens.word[k] in BESIDE | lexicon.bodies("force")):
        k -= 1
    return tuple(measure for measure in _light_object(tokens, first, k) if measure == "supplied")


def _light_object(tokens: Tokens, first: int, k: int) -> tuple[str, ...]:
    if k < first:
        return ()
    found = tuple(measure for measure, frame in lexicon.light_verbs().get(tokens.word[k], ()) if frame == "patient")
    return found or (("present",) if tokens.word[k] in HAVING else ())


def light_after(tokens: Tokens, i: int, last: int) -> tuple[str, ...]:
    """Return the measures of the verb of many meanings right after the noun that ends before ``i``."""
    passive = False
    if i + 1 < last and tokens.word[i] in ("with", "of", "from") and tokens.kind[i + 1] == "w":
        i += 2  # "29 trucks with food reached the town"
    while i < last and (tokens.word[i] in _LEADING_ON or tokens.word[i] in lexicon.function("adverb")):
        passive = passive or tokens.word[i] in ("is", "are", "was", "were", "been", "being", "be")
        i += 1
    if i >= last:
        return ()
    follows = i + 1 >= last or tokens.raw[i + 1] in STRONG_STOPS or tokens.word[i + 1] in _AFTER_PARTICIPLE
    alone = follows and (tokens.word[i].endswith("ed") or tokens.word[i] in _PARTICIPLES)  # "2 million promised"
    return tuple(
        measure
        for measure, frame in lexicon.light_verbs().get(tokens.word[i], ())
        if frame == "subject" or (passive or alone) and frame == "patient"
    )


def behind_list(tokens: Tokens, i: int, last: int) -> int:
    """The auxiliary behind the other items of a list: "37 bicycles, three trucks and some fuel had been recovered"."""
    if i >= last or tokens.word[i] not in (",", "and"):
        return i
    for k in range(i + 1, min(last, i + _LIST)):
        word = tokens.word[k]
        if word in lexicon.function("aux"):
            return k
        if word in _NO_ITEM or tokens.kind[k] == "p" and word != ",":
            return i
    return i


_LIST = 18  # tokens
_NO_ITEM = (
    lexicon.function("stop") | lexicon.function("pronoun") | lexicon.cues().keys() | (lexicon.verbs().keys() - lexicon.units().keys())
) - {"and", "a", "an", "the", "of", "some", "live"}  # fmt: skip


_AFTER_PARTICIPLE = frozenset(
    "last this earlier jointly abroad in at on near from to by aboard inside under during for over".split()
)


_PARTICIPLES = frozenset("found held brought sent given sold bought taken driven flown laid".split())


_LEADING_ON = lexicon.function("aux") | lexicon.word_class("taken_as") | {"who", "that", "which", "not", "more", "to"}


def asked_for(tokens: Tokens, first: int, i: int) -> bool:
    """Return whether the number at ``i`` is what was asked for: "asked its partners for 25 batteries"."""
    if i - 1 < first or tokens.word[i - 1] != "for":
        return False
    return not lexicon.word_class("requests").isdisjoint(tokens.word[max(first, i - 7) : i - 1])


def in_need(tokens: Tokens, i: int, last: int) -> bool:
    """Return whether the people before token ``i`` are said to lack or get help: "1.2 million people need food"."""
    if i + 2 < last and tokens.word[i] in ("in", "across", "of", "inside", "throughout"):
        i = next((k for k in range(i + 1, min(last, i + 5)) if tokens.word[k] in lexicon.word_class("need")), i)
    while i < last and (tokens.word[i] in _LEADING_ON or tokens.word[i] in lexicon.function("adverb")):
        i += 1
    if i + 2 < last and tokens.word[i] == "in":
        return "need" in tokens.word[i + 1 : i + 3]  # "are in dire need of"
    return i < last and tokens.word[i] in lexicon.word_class("need")
