"""Two cheap tests before the reading: can the text hold a figure at all, and is it about a conflict?"""

import re

from . import lexicon
from .tokens import Tokens

_NUMBER = re.compile(
    r"\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|\w+ty|hundreds?|thousands?|"
    r"millions?|dozens?|scores|several|few|no|none|nobody|a)\b",
    re.I,
)


def may_hold_figures(text: str) -> bool:
    """Return whether a text has any word that can open a figure or attribute a claim."""
    return _NUMBER.search(text) is not None


def is_about_conflict(tokens: Tokens) -> bool:
    """Return whether the words of conflict outweigh those of sport, markets or disasters.

    One word of conflict is enough where no other domain speaks; beside another domain, conflict must be at
    least as frequent as it.
    """
    conflict = lexicon.domain("conflict")
    own = sum(word in conflict for word in tokens.word)
    if own == 0:
        return False
    others = max(
        sum(word in lexicon.domain(name) for word in tokens.word) for name in ("sport", "market", "disaster")
    )
    return own >= others
