"""The full name of a thing that a text calls by a short one: "UAVs", "six of the devices", "38 carriers"."""

from .figure import Clause, Figure
from .phrases import Phrase, singular
from .tokens import Tokens

_SHORT = frozenset({"carrier", "device"})  # too little of a name to stand for itself
_PARTLY = frozenset({"vehicle", "tank", "system", "launcher", "gun", "gunboat"})  # of "six of the vehicles"
_LETTERS = range(3, 6)


def in_full(clause: Clause, found: list[Figure], phrase: Phrase, unit: str) -> str:
    """Return the name under which the text told of a thing before, else ``unit`` itself."""
    if unit.isupper() and len(unit) in _LETTERS:
        return _spelled(clause.tokens, unit, phrase.first) or unit
    if unit not in _SHORT and not (phrase.partitive and unit in _PARTLY):
        return unit
    for figure in (*reversed(found), *reversed(clause.told.values())):
        if figure.unit.endswith(f" {unit}") and figure.kind == "materiel":
            return figure.unit
    return unit


def _spelled(tokens: Tokens, letters: str, i: int) -> str | None:
    """The words that a bracket abbreviates: "unmanned aerial vehicles (UAV)"."""
    names = {letters.lower(), f"{letters.lower()}s"}
    for k in range(len(letters) + 1, min(i, tokens.size - 1)):
        if tokens.raw[k - 1] != "(" or tokens.word[k] not in names or tokens.raw[k + 1] != ")":
            continue
        words = tokens.word[k - 1 - len(letters) : k - 1]
        if [word[0] for word in words] == list(letters.lower()):
            return " ".join((*words[:-1], singular(words[-1])))
    return None
