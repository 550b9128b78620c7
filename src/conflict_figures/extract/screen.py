"""Two cheap tests before the reading: can the text hold a figure at all, and is it about a conflict?"""

import re
from collections import Counter

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
    counts = Counter(tokens.word)
    own = _weight(counts, "conflict")
    return own > 0 and own >= max(_weight(counts, name) for name in ("sport", "market", "disaster"))


def _weight(counts: Counter, name: str) -> int:
    """How often the words of a domain stand in a text; a word counts twice at the most, as a refrain tells no more."""
    return sum(min(2, counts[word]) for word in lexicon.domain(name) & counts.keys())
