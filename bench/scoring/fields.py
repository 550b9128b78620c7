"""When one field of two rows counts as the same.

Names agree by their words, dates by their value, subjects and places by the share of words in common, everything
else letter by letter.
"""

import re
from collections import Counter

from .gold import Row

FIELDS = ("qualifier", "measure", "unit", "subject", "count_mode", "rate_per", "increment", "affected_status", "place",
          "speaker", "origin", "stance", "certainty", "date")  # fmt: skip
NAMES = frozenset({"speaker", "origin"})
# Coders differ on when to leave these empty, so they are scored only where the coding has a value.
IN_PART = frozenset({"subject", "place"})

_WORD = re.compile(r"[^\W_]+")
_POSSESSIVE = re.compile(r"['’]s\b")
_SMALL = frozenset("a an the of for in on at to by from and".split())
_TAIL = re.compile(r",|\s(?:at|by|for|from|in|of|on|to|which|who|with)\s")


def is_scored(field: str, wanted: Row) -> bool:
    """Return whether a field of a matched figure is scored at all."""
    return field not in IN_PART or bool(wanted.get(field))


def agreement(field: str, wanted: Row, found: Row) -> float:
    """Return how far a field agrees, from 0 to 1; only subjects and places can agree in part."""
    a, b = wanted.get(field), found.get(field)
    if field in IN_PART:
        return in_common(a, b)
    if field in NAMES:
        return float(same_name(a, b))
    if field == "increment":
        return float(bool(a) == bool(b))
    if field == "date":
        return float(_day(a) == _day(b))
    return float(_plain(a) == _plain(b))


def in_common(a: str | None, b: str | None) -> float:
    """Return the F1 of the words of two phrases, little words left out.

    >>> in_common("North Korean soldiers", "the soldiers")
    0.5
    """
    if not a and not b:
        return 1.0
    ours, theirs = Counter(_words(a)), Counter(_words(b))
    total = ours.total() + theirs.total()
    if not total:
        return 1.0
    shared = (ours & theirs).total()
    return 2 * shared / total if shared else 0.0


def same_name(a: str | None, b: str | None) -> bool:
    """Return whether two strings name one voice.

    So do two nulls, a name and a part of it, and two names with one head whose other words are not foreign to
    each other.

    >>> same_name("Lee", "Lee Seong-kweun"), same_name("Health Ministry", "Ministry of Defence")
    (True, False)
    """
    if not a or not b:
        return not a and not b
    ours, theirs = set(_words(a)), set(_words(b))
    if not ours or not theirs:
        return ours == theirs
    if ours <= theirs or theirs <= ours:
        return True
    head = _head(a)
    return head == _head(b) and bool((ours & theirs) - {head})


def _words(phrase: str | None) -> list[str]:
    plain = _POSSESSIVE.sub("", (phrase or "").casefold())
    return [word for word in _WORD.findall(plain) if word not in _SMALL]


def _head(name: str) -> str:
    """The noun at the end of a name's first part: "force" of "the Air Force of the north"."""
    words = _words(_TAIL.split(name.casefold().strip(), maxsplit=1)[0])
    return words[-1] if words else ""


def _day(edtf: str | None) -> str | None:
    """A day and "by that day" count as one, for the codebook does not choose."""
    return (edtf or "").strip().removeprefix("../") or None


def _plain(value) -> str | None:
    return str(value).casefold() if value else None
