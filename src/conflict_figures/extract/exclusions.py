"""Numbers that count nothing of the conflict: pronouns, ratios, capacities, speakers, prices."""

from . import lexicon
from .events import Event
from .figure import Clause
from .numbers import Number
from .phrases import Phrase
from .tokens import Tokens

_ONE_AS_PRONOUN = frozenset("of for every each no this that any some or".split())


def is_no_count(clause: Clause, number: Number, phrase: Phrase) -> bool:
    """Return whether a number is a pronoun, a limit, a ratio, or counts those who speak."""
    tokens = clause.tokens
    before = tokens.word[number.first - 1] if number.first > clause.first else ""
    if number.value == 1 and tokens.word[number.core] == "one":
        after = tokens.word[number.last] if number.last < clause.last else ""
        if before in _ONE_AS_PRONOUN or phrase.empty and after != "of":
            return True
        if tokens.word[number.last : number.last + 3] in (["of", "them", "was"], ["of", "them", "is"]):
            return True
    if before in ("top", "capacity") or before == "of" and tokens.word[number.first - 2] in ("crew", "capacity"):
        return True
    if "ratio" in tokens.word[max(clause.first, number.first - 6) : number.first]:
        return True
    return _speaks(tokens, phrase, clause.last)


def _speaks(tokens: Tokens, phrase: Phrase, last: int) -> bool:
    """Return whether the counted are officials or witnesses who speak ("two witnesses met by reporters said")."""
    i = phrase.last
    if phrase.empty or tokens.word[phrase.head] in lexicon.nouns():
        return False
    while i < last and i < phrase.last + 5:
        word = tokens.word[i]
        if word in ("said", "told", "say", "confirmed", "reported", "added"):
            return True
        if tokens.kind[i] != "w" or word in lexicon.function("aux") or word == "and":
            return False
        i += 1
    return False


def is_zero_count(clause: Clause, phrase: Phrase, event: Event | None, kind: str) -> bool:
    """ "No soldiers were killed" counts; "no confirmed toll yet", "no group has claimed" do not."""
    words = clause.tokens.word[phrase.first : phrase.last]
    if any(word in ("confirmed", "information", "reports", "word", "immediate") for word in words):
        return False
    return event is not None or kind in ("person", "group", "materiel", "object")


def is_price(clause: Clause, number: Number) -> bool:
    """Return whether a sum is a price or a market's: no money of the conflict."""
    words = clause.tokens.word[clause.first : clause.last]
    near = clause.tokens.word[max(clause.first, number.first - 4) : number.first]
    if any(word in ("cost", "costs", "costing", "price", "priced", "worth") for word in near):
        return True
    market, conflict = lexicon.domain("market"), lexicon.domain("conflict")
    return any(word in market for word in words) and not any(word in conflict for word in words)
