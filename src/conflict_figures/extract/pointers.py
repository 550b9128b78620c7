"""Sentences that only say where the one before them comes from: "This information comes from Y"."""

from . import citations, coordination, lexicon, mentions, names
from .frame import Pointer
from .tokens import Tokens

_WHO = frozenset({"it", "he", "she", "they"})
_NOUNS = frozenset("information data figure figures number numbers count claim report news detail details estimate "
                   "estimates account toll losses deaths statistics".split())  # fmt: skip


def comma(tokens: Tokens, first: int, last: int) -> int:
    """Return the comma behind which a pointing sentence says more: "That is according to X, which says …"; 0 for none."""
    if tokens.word[first] not in _POINTING:
        return 0
    return next((k for k in tokens.where(_RELATIVES, first + 1, last) if tokens.raw[k - 1] == ","), 1) - 1


_POINTING = frozenset({"this", "that", "these", "those", "the"})
_RELATIVES = frozenset({"which", "who"})


def read(tokens: Tokens, first: int, last: int, masked: bytearray) -> Pointer | None:
    """Read "This information comes from Y", "That was according to X" in a span, or None."""
    i = first
    if tokens.at(i) in _WHO and tokens.at(i + 1) in ("cited", "cites", "quoted", "quotes") and i + 2 < last:
        origin = mentions.behind(tokens, i + 2, last, masked)  # "It cited a military source."
        alone = origin is not None and origin.stop >= last - 1
        return Pointer((i + 1, i + 2), None, coordination.target(tokens, origin, last, masked)) if alone else None
    if tokens.at(i) not in ("this", "that", "these", "the", "those"):
        return None
    j = i + 1
    while j < last - 1 and tokens.word[j] in _NOUNS:
        j += 1
    if tokens.word[i] == "the" and j == i + 1 or j >= last:
        return None
    for words in lexicon.frames("pointing").get(tokens.word[j], ()):
        if not tokens.matches(j, words):
            continue
        end = j + len(words)
        target = mentions.behind(tokens, end, last, masked)
        if target is None:
            return None
        named = names.name(tokens, target)
        origin_cue, origin, _ = citations.cited(tokens, target.stop, last, masked)
        if words[-1] == "from" or words[-1] == "on" or named is not None and named.kind == "evidence":
            return Pointer((i, end), None, target, None)
        return Pointer((i, end), coordination.target(tokens, target, last, masked), origin, origin_cue)
    return None
