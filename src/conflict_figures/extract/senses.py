"""Senses of verbs that speak only in some company: "found that", "told him to", "claimed the attack", "confirmed"."""

from . import cardinals, denials, lexicon
from .frame import Line
from .mentions import Mention
from .tokens import Tokens

PREDICATES = lexicon.function("aux") | lexicon.verbs().keys() | lexicon.cues().keys()
SPEAKING_OF = frozenset({"spoke", "speak", "speaks", "spoken"})
_LISTED = frozenset({"names", "list"})
_HAVING = frozenset({"has", "have", "had"})
_POINTING = frozenset({"pointed", "points", "pointing"})
_MARKS = frozenset('"“”«»')
_PAUSES = frozenset({",", ".", ";", ":"})
_NUMBERED = frozenset("identified tracked logged logs attributed attributes".split())  # speak only of a count
PROVIDING = frozenset({"provided", "provides", "presented", "presents", "submitted"})
_COUNTED = 12  # tokens between such a verb and its count
_BACK = frozenset({"this", "it", "that", "these", "them"})
_ADDRESSED = 7  # tokens: "told the crowd in the square to"


def fits(tokens: Tokens, v: int, last: int, cue) -> bool:
    """Return whether the words behind a verb make it one of speaking: "found that", "rejected reports of"."""
    after = tokens.word[v + 1] if v + 1 < last else ""
    if cue.kind == "that":
        if tokens.word[v] in _POINTING:
            return after == "out"
        quoted = v > 0 and (tokens.raw[v - 1] in _MARKS or tokens.raw[v - 1] == "," and tokens.raw[v - 2] in _MARKS)
        return after == "that" or quoted or v + 1 >= last or tokens.raw[v + 1] in _PAUSES
    if tokens.word[v] in PROVIDING:  # "provided imagery of 40 graves", but "provided 40 tanks"
        near = tokens.word[v + 1 : min(last, v + 5)]
        return not lexicon.evidence().isdisjoint(near) and not {"of", "that", "showing"}.isdisjoint(near)
    if tokens.word[v] in _NUMBERED:  # "tracked 40 ships", but "tracked the convoy"
        return after not in _BACK and any(is_count(tokens, k) for k in range(v + 1, min(last, v + _COUNTED)))
    if cue.kind == "rebuff":
        return bool(denials.object_of(tokens, v, last))
    if cue.kind == "label":
        noun = denials.object_of(tokens, v, last)
        untrue = not lexicon.speech("denial").isdisjoint(tokens.word[noun:last])
        return bool(noun) and tokens.word[noun] != "as" and untrue
    if tokens.word[v] in ("claimed", "claims", "claim"):
        return not takes_lives(tokens, v, last)
    if tokens.word[v] in ("made", "makes"):  # "the papers made it 400 dead"
        return after == "it" and v + 2 < last and tokens.kind[v + 2] == "n"
    if tokens.word[v] in ("told", "tells"):
        return not _is_order(tokens, v, last)
    if tokens.word[v] in ("published", "publishes"):  # "published the names of 12 dead"
        return not _LISTED.isdisjoint(tokens.word[v + 1 : min(last, v + 4)])
    if tokens.word[v] == "given":  # "had given a toll of 26"
        return not _HAVING.isdisjoint(tokens.word[max(0, v - 3) : v])
    return _speaks_of(tokens, v, last) if tokens.word[v] in SPEAKING_OF else True


def _speaks_of(tokens: Tokens, v: int, last: int) -> bool:
    """ "spoke of 40 dead", "spoke that evening of 40 dead", but "spoke to two of the men"."""
    for k in range(v + 1, min(last, v + _ADDRESSED)):
        if tokens.word[k] == "of":
            return True
        if tokens.word[k] in ("to", "with", "about", "for") or tokens.kind[k] == "p":
            return False
    return False


def is_count(tokens: Tokens, k: int) -> bool:
    return tokens.kind[k] == "n" or tokens.word[k] in cardinals.SMALL


def _is_order(tokens: Tokens, v: int, last: int) -> bool:
    """ "told the men to leave": an order and no statement."""
    for k in range(v + 1, min(last, v + _ADDRESSED)):
        if tokens.word[k] == "to":
            return True
        if tokens.kind[k] not in "ws" or tokens.word[k] == "that" or k > v + 1 and tokens.word[k] in PREDICATES:
            return False
    return False


def takes_lives(tokens: Tokens, v: int, last: int) -> bool:
    """ "attacks that have claimed the lives of 40 men", "claimed its first victim": nobody speaks."""
    near = tokens.word[v + 1 : min(last, v + 6)]
    return not _VICTIMS.isdisjoint(near) and "that" not in near


_VICTIMS = frozenset("life lives victim victims casualty scalp".split())


def is_deed(tokens: Tokens, v: int, last: int) -> bool:
    """ "claimed responsibility for", "claimed the attack": the deed is claimed, not its toll."""
    nouns = lexicon.nouns()
    for k in range(v + 1, min(last - 1, v + 4)):
        word = tokens.word[k]
        if word == "that" or tokens.kind[k] == "n":
            return False
        if word in ("responsibility", "credit") or nouns.get(word, ("",))[0] == "attacks":
            return tokens.word[k + 1] not in PREDICATES  # "claimed the strike had killed 12"
    return False


def quotes_label(line: Line, v: int) -> bool:
    """Return whether what somebody is called stands in quotation marks, behind a noun."""
    marked = next((k for k in range(v + 2, min(line.last, v + _LABELLED)) if line.inside[k]), 0)
    return bool(marked) and not line.inside[v] and line.tokens.raw[marked - 1] in _MARKS


_LABELLED = 20


def verdict(tokens: Tokens, v: int, last: int) -> lexicon.Cue | None:
    """Return the cue of "sentenced X for killing 12", "found him guilty of", "charged him with"; None for other uses."""
    near = tokens.word[v + 1 : min(last, v + _VERDICT)]
    if tokens.word[v] in ("found", "finds"):
        return lexicon.cues()["convicted"] if "guilty" in near else None
    if tokens.word[v] in ("charged", "charges"):
        return lexicon.cues()["accused"] if "with" in near else None
    return lexicon.cues()["accused" if tokens.word[v] == "indicted" else "convicted"]


def judges(tokens: Tokens, v: int, subject: Mention, last: int) -> bool:
    """Return whether who convicts or charges is a court or a prosecutor; "found that" needs neither."""
    if v + 1 < last and tokens.word[v + 1] == "that":
        return True
    return not _COURTS.isdisjoint(tokens.word[subject.start : v])


_VERDICT = 12
_COURTS = frozenset(
    "court courts judge judges tribunal chamber jury jurors bench prosecutor prosecutors prosecution police authorities "
    "investigators magistrate icc icty".split()
)


def is_harm(tokens: Tokens, v: int, last: int) -> bool:
    """Return whether what is confirmed is a count, a loss or a claim."""
    for k in range(v + 1, min(last, v + 7)):
        word = tokens.word[k]
        if (
            tokens.kind[k] == "n"
            or word in lexicon.nouns()
            or word in lexicon.acts()
            or word in lexicon.speech("claim")
        ):
            return True
        if word in ("of", "that") and k > v + 1:
            return any(tokens.word[j] in ("loss", "losses", "downing", "use", "presence", "name", "names", "identities", "killing") for j in range(v + 1, k))
    return tokens.word[v + 1] in cardinals.SMALL
