"""Several voices in one phrase: "the army and the interior ministry said", "according to Ana Vidal and two nurses"."""

from . import lexicon, mentions, names, noun_phrases
from .mentions import Mention
from .tokens import Tokens

_VOICES = frozenset({"person", "body", "force", "state", "outlet", "role", "group"})
_PROPER = frozenset({"person", "state", "outlet"})
_OPENERS = frozenset("but that and while as because although however though where when if both".split())
_MARKS = frozenset(',;:—–“"«(')


def subject(tokens: Tokens, mention: Mention, floor: int, masked: bytearray) -> Mention:
    """Add the phrases that stand before a subject and "and", back to the beginning of the clause."""
    if mention.app_last:
        return mention
    inner = _split(tokens, mention)
    if inner is not None:
        return _listed(tokens, inner, floor, masked)
    k = mention.first - 1
    if k <= floor or tokens.word[k] != "and":
        return mention
    end = k - 1 if tokens.raw[k - 1] == "," else k
    first = noun_phrases.left(tokens, end, floor, masked)
    other = Mention(first, end)
    if (
        first == end
        or not _opens(tokens, first, floor)
        or not (_is_voice(tokens, other) and _is_voice(tokens, mention))
    ):
        return mention
    return _listed(tokens, Mention(first, end, others=(mention,)), floor, masked)


def _listed(tokens: Tokens, pair: Mention, floor: int, masked: bytearray) -> Mention:
    """Add the voices that a comma joins to two: "France, Germany and Italy", back to the beginning of the clause."""
    first, end, others = pair.first, pair.last, pair.others
    k = first - 1
    found = [(first, end)]
    while k > floor and tokens.raw[k] == "," and len(found) < _MOST:
        begin = noun_phrases.left(tokens, k, floor, masked)
        stopped = tokens.word[begin] in lexicon.function("stop") - lexicon.function("determiner")
        if begin == k or stopped or not _is_voice(tokens, Mention(begin, k)):
            return pair
        found.insert(0, (begin, k))
        k = begin - 1
    begin = found[0][0]
    opens = begin == floor or tokens.raw[begin - 1] in ';:—–"“«' or tokens.word[begin - 1] in ("that", "but", "while")
    if len(found) == 1 or not opens:
        return pair  # "most of them women and children, two medics and a guard said"
    return Mention(*found[0], others=(*(Mention(*one) for one in found[1:]), *others))


_MOST = 6  # voices in one phrase


def target(tokens: Tokens, mention: Mention, end: int, masked: bytearray) -> Mention:
    """Add the phrases that follow a target ("according to X") and "and", up to the end of the clause."""
    if mention.app_last:
        return mention
    inner = _split(tokens, mention)
    if inner is not None:
        return inner
    k = mention.last
    if k + 1 >= end or tokens.word[k] != "and":
        return mention
    other = mentions.behind(tokens, k + 1, end, masked)
    if other is None or not (_is_voice(tokens, other) and _is_voice(tokens, mention)):
        return mention
    stop = other.stop
    if stop < end and tokens.kind[stop] == "w" and tokens.word[stop] not in ("in", "on", "at", "of", "who", "which"):
        return mention  # a clause begins there: "according to the army and the police say …"
    return Mention(mention.first, mention.last, others=(other,))


def _split(tokens: Tokens, mention: Mention) -> Mention | None:
    """Cut "Ana Vidal and Ivo Petrak"; a body's name ("Security and Defence Council") stays whole."""
    for k in range(mention.first + 1, mention.last - 1):
        if tokens.word[k] == "and":
            one, other = Mention(mention.first, k), Mention(k + 1, mention.last)
            kinds = [_kind(tokens, one), _kind(tokens, other)]
            return Mention(one.first, one.last, others=(other,)) if all(kind in _PROPER for kind in kinds) else None
    return None


def _opens(tokens: Tokens, first: int, floor: int) -> bool:
    return first == floor or tokens.raw[first - 1] in _MARKS or tokens.word[first - 1] in _OPENERS


def _kind(tokens: Tokens, mention: Mention) -> str | None:
    named = names.name(tokens, mention)
    return named.kind if named else None


def _is_voice(tokens: Tokens, mention: Mention) -> bool:
    named = names.name(tokens, mention)
    word = tokens.word[mention.last - 1]
    if named is not None and named.kind == "evidence":
        return word in lexicon.speech("source")
    return named is not None and named.kind in _VOICES and word not in lexicon.places()
