"""Nouns that say what a number counts: a toll, an act, the number of, there are."""

from . import lexicon, phrases
from .events import Event
from .governors import DASHES, QUOTES, REACH, STRONG_STOPS
from .phrases import Phrase
from .tokens import Tokens


def nominal_before(tokens: Tokens, first: int, i: int, events: list[Event]) -> tuple[str, Phrase, str] | None:
    """Return (measure, noun phrase, unit) of a noun that the number at ``i`` fills ("casualties are put at 4,700")."""
    k, attack = i - 1, None
    starts = {event.first for event in events}
    while k >= first:
        raw, word = tokens.raw[k], tokens.word[k]
        noun = lexicon.nouns().get(word)
        if word in ("manpower", "strength") and tokens.at(k - 1) == "in":
            noun = None  # "losses in manpower"
        if word in _REACHING and tokens.word[k - 1] in lexicon.nouns():
            noun = None  # "the death toll hits 63"
        if noun and noun[0] == "attacks" and (i - k > 2 or tokens.word[i] in _GROWS):
            attack, noun = attack or (noun[0], Phrase(k, k + 1), noun[2]), None  # "the toll of the shelling rose to 45"
        if noun:
            start = k
            while (
                start > first
                and tokens.kind[start - 1] == "w"
                and (
                    tokens.word[start - 1] not in lexicon.function("stop")
                    and tokens.word[start - 1] not in lexicon.function("aux")
                    and tokens.word[start - 1] not in lexicon.verbs()
                )
            ):
                start -= 1
            return _both(tokens, k, noun[0]), Phrase(start, k + 1), noun[2]
        if raw in STRONG_STOPS or raw in DASHES or raw in QUOTES and i - k > 2:
            return attack
        if word in ("who", "which", "while", "after", "when") or k in starts and word not in ("hit", "hits") and not (attack and k == attack[1].first):
            return attack
        k -= 1
    return attack


def _both(tokens: Tokens, k: int, measure: str) -> str:
    """The measure of "the killed and wounded", whose number is of both."""
    both = measure == "wounded" and tokens.at(k - 1) in ("and", "or") and tokens.at(k - 2) in ("killed", "dead")
    return "casualties" if both else measure


_GROWS = frozenset("exceeds exceeded tops topped passes passed surpasses surpassed crosses crossed nears hits".split())
_REACHING = frozenset({"hit", "hits"})


def number_of(tokens: Tokens, first: int, i: int, last: int, masked: bytearray) -> Phrase | None:
    """Return what is counted where the number at ``i`` is said to be "the number of …", before or after it."""
    for k in range(i - 2, max(first, i - REACH) - 1, -1):
        if tokens.raw[k] in STRONG_STOPS:
            return None
        if tokens.word[k] == "number" and tokens.word[k + 1] == "of":
            return phrases.after(tokens, k + 1, i, masked)
    if i + 4 < last and tokens.matches(i + 1, ("the", "number", "of")):
        return phrases.after(tokens, i + 3, last, masked)
    return None


def exists(tokens: Tokens, first: int, i: int) -> bool:
    """Return whether the number at ``i`` is what there is: "there are 83 of them"."""
    k = i - 1
    while k > first and tokens.word[k] in lexicon.function("adverb"):
        k -= 1
    return (
        k > first
        and tokens.word[k] in ("is", "are", "was", "were", "been")
        and "there" in tokens.word[max(first, k - 2) : k]
    )


def act_before(tokens: Tokens, i: int) -> str | None:
    """Return the measure of a noun of doing whose object the number at ``i`` is ("the abduction of 52 people")."""
    k = i - 1
    while k > 0 and tokens.word[k] in ("only", "just", "all", "another", "some", "the", "further"):
        k -= 1
    if k <= 0 or tokens.word[k] != "of":
        return None
    found = lexicon.acts().get(tokens.word[k - 1])
    for j in range(k - 2, max(0, k - _WHEN), -1):  # "the murder on the morning of 3 May of six men"
        if found is None and tokens.word[j] in _DEEDS and tokens.word[j + 1] in _ON:
            return lexicon.acts()[tokens.word[j]] if STRONG_STOPS.isdisjoint(tokens.raw[j:k]) else None
    return found


_DEEDS = lexicon.acts().keys() - {"lives", "remains", "body", "bodies", "corpses", "loss", "losses", "return", "release"}
_WHEN = 9  # words of a date or place between an act and what it was done to
_ON = frozenset("on in last yesterday today this late early overnight".split())


def is_somewhere(tokens: Tokens, i: int, last: int) -> bool:
    """Return whether the counted are said to be at a place: "no soldiers were near the market"."""
    return i + 1 < last and tokens.word[i] in ("is", "are", "was", "were") and tokens.word[i + 1] in AT


AT = frozenset("in at on near inside around among there".split())
