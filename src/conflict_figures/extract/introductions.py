"""Persons whom a sentence introduces by their full name without letting them speak."""

from . import lexicon, names
from .mentions import Mention
from .tokens import Tokens

_AGE = 2  # a name before a comma and a number: "Ana Vidal, 51, …"
_BODIES = lexicon.bodies("body") | lexicon.bodies("force")


def last(tokens: Tokens, first: int, end: int) -> Mention | None:
    """Return the last person named with a role ("General Ivo Petrak") or with an apposition ("Ivo Petrak, 51, who")."""
    below, capital = end, tokens.capital
    for i in [i for i in range(end - 1, first, -1) if capital[i]]:
        if i >= below:
            continue
        start = i
        while start > first and capital[start - 1]:
            start -= 1
        if start > first and names.is_role(tokens.word[start - 1]):
            start -= 1
        titled = any(names.is_role(tokens.word[k]) for k in range(start, i))
        if titled or _is_described(tokens, start, i, end):
            mention = Mention(start, i + 1)
            named = names.name(tokens, mention)
            if named is not None and named.kind == "person":
                return mention
        below = start
    return None


def _is_described(tokens: Tokens, start: int, i: int, end: int) -> bool:
    """Two or three words of a name before ", 51,", ", who", ", a nurse", ", aged 51"."""
    if not 1 <= i - start <= 2 or i + 2 >= end or tokens.raw[i + 1] != ",":
        return False
    word = tokens.word[i + 2]
    described = tokens.kind[i + 2] == "n" or word in ("who", "whose", "a", "an", "aged")
    return described and not any(tokens.word[k] in _BODIES for k in range(start, i + 1))
