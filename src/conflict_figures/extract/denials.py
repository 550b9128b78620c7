"""Claims that somebody denies: what is denied, and whose claim it is."""

from . import lexicon, mentions, noun_phrases, speech
from .frame import Line
from .mentions import Mention
from .tokens import Tokens

_REACH = 10  # tokens between a verb of rejecting and the claim that it rejects


def object_of(tokens: Tokens, v: int, last: int) -> int:
    """The noun of claiming that a verb at ``v`` rejects ("rejected reports of", "dismissed as false"); 0 if none.

    An offer, a bill or an officer can be rejected or dismissed too, and then nothing is denied.
    """
    for k in range(v + 1, min(last, v + 1 + _REACH)):
        word = tokens.word[k]
        if word in lexicon.speech("claim") or word == "that" and k == v + 1:
            return k
        if word == "as" and k + 1 < last and tokens.word[k + 1] in lexicon.speech("denial"):
            return k
        if tokens.raw[k] in ",;:" or tokens.kind[k] == "n":
            return 0
    return 0


def is_called_untrue(tokens: Tokens, first: int, last: int) -> bool:
    """Return whether a clause says of a claim that it is untrue: "… is invented", "… are a lie", "that is not true"."""
    word = tokens.word
    for k in tokens.where(_UNTRUE, first + 1, last):
        if word[k] == "lie" and word[k - 1] == "to":
            continue  # "the mines that are thought to lie there"
        if word[k] in lexicon.speech("denial"):
            before = word[max(first, k - 4) : k]
            if not _COPULAS.isdisjoint(before) and "not" not in before or "called" in before:
                return True
        elif word[k] == "true" and "not" in word[max(first, k - 3) : k]:
            return True
        elif word[k] == "up" and word[k - 1] == "made" and not _COPULAS.isdisjoint(word[max(first, k - 4) : k]):
            return True
        elif word[k] == "never" and word[k - 1] in ("was", "were") and tokens.kind[min(k + 1, last - 1)] == "n":
            return True  # "it was never 70"
        elif word[k] == "happen" and word[k - 1] == "not" or word[k] == "happened" and word[k - 1] == "never":
            return True
    return False


_UNTRUE = lexicon.speech("denial") | {"true", "never", "happen", "happened", "up"}


def is_back_denial(tokens: Tokens, first: int, last: int) -> bool:
    """Return whether a sentence only calls untrue what was said before it: "That is a lie.", "We reject this."."""
    word = tokens.word
    if word[first] == "there" and tokens.matches(first + 2, ("no", "evidence")):
        return True
    if word[first] in ("that", "this", "it", "these"):
        return last - first < 10 and is_called_untrue(tokens, first, last)
    cue = lexicon.cues().get(word[first + 1]) if word[first] in ("we", "i") and first + 3 < last else None
    return cue is not None and cue.stance == "denied" and word[first + 2] in ("this", "that", "it", "these")


_COPULAS = frozenset("is are was were it's that's".split())


def claimant(tokens: Tokens, v: int, last: int, masked: bytearray) -> tuple[tuple[int, int], Mention] | None:
    """Return (cue, whose claim it is) in the object of a denial: "X's claim that", "reports by X", "a claim from X"."""
    noun = next((k for k in range(v + 1, min(last, v + 1 + _REACH)) if tokens.word[k] in lexicon.speech("claim")), 0)
    if not noun:
        return None
    if tokens.kind[noun - 1] == "s" or tokens.kind[noun - 2] == "s" and noun - 2 > v:
        end = noun - 1 if tokens.kind[noun - 1] == "s" else noun - 2
        first = noun_phrases.left(tokens, end, v + 1, masked)
        owner = Mention(first, end)
        found = first < end and speech.can_speak(tokens, owner, "counts")
        return ((noun, noun + 1), owner) if found else None
    if noun + 2 < last and tokens.word[noun + 1] in ("by", "from"):
        owner = mentions.behind(tokens, noun + 2, last, masked)
        found = owner is not None and speech.can_speak(tokens, owner, "counts")
        return ((noun, noun + 2), owner) if found else None
    return None


def apply(line: Line) -> None:
    """Give the denials of a sentence the party whose claim they deny, and read "is a lie" as a denial."""
    tokens, last, masked = line.tokens, line.last, line.masked
    for frame in line.found:
        if frame.stance == "denied" and frame.cue is not None and frame.origin is None:
            named = claimant(tokens, frame.cue[0], last, masked)
            if named is not None:
                frame.origin_cue, frame.origin = named
        elif frame.stance == "asserted" and not frame.act and is_called_untrue(tokens, frame.first, frame.last):
            frame.stance = "denied"
