"""What stands before and behind the content of a line: times, labels, datelines, and the voice of a headline."""

from . import lexicon, mentions, names
from .blocks import Sentence
from .frame import Frame
from .mentions import Mention
from .tokens import Tokens

DASHES = frozenset("—–")
_LONGEST = 8  # tokens of a voice behind a headline
_VOICES = frozenset({"body", "force", "person", "role", "group", "outlet"})


def content(tokens: Tokens, first: int, last: int, masked: bytearray) -> int:
    """Return the first token of what a line says, after a dash, a clock time, a label ("UPDATE:") or a dateline."""
    i = first
    while i < last - 1:
        after = i + 1
        if tokens.kind[i] == tokens.kind[after] == "w" and tokens.raw[after].islower() and not masked[after]:
            return i  # two words of prose, as most lines open
        if tokens.raw[i] in DASHES or i == first + 1 and tokens.raw[i] in "./)":
            i = after
        elif masked[i] and tokens.kind[i] == "n" and _is_ordinal(tokens, i, first):
            i = after
        elif tokens.kind[i] == "t" and (tokens.raw[after] in DASHES or tokens.raw[after] in ("-", ":")):
            i = after + 1
        elif (
            (end := _label(tokens, i, last))
            or (end := _dateline(tokens, i, last, masked))
            or (end := _bracketed(tokens, i, last, masked))
        ):
            i = end
        else:
            return i
    return min(i, last - 1)


def _is_ordinal(tokens: Tokens, i: int, first: int) -> bool:
    """The number of a paragraph ("12.") or of a post in a thread ("3/6") at the head of a line."""
    if i == first:
        return tokens.raw[i + 1] in "./)"
    return i == first + 2 and tokens.raw[i - 1] == "/"


def _label(tokens: Tokens, i: int, last: int) -> int:
    """The token after "BREAKING:", "CORRECTS 13:41:"; 0 where there is none."""
    if tokens.word[i] not in lexicon.speech("label") or not tokens.raw[i].isupper():
        return 0
    end = i + 1
    while end < last and end < i + 4 and (tokens.raw[end].isupper() or tokens.kind[end] in "tn"):
        end += 1
    return end + 1 if end < last and (tokens.raw[end] == ":" or tokens.raw[end] in DASHES) else 0


def _dateline(tokens: Tokens, i: int, last: int, masked: bytearray) -> int:
    """The token after "TAMBA, 4 May –" or "Tamba (Norwick) –"; 0 where there is none."""
    if not tokens.capital[i]:
        return 0
    bracket = False
    for k in range(i, min(last, i + 12)):
        raw = tokens.raw[k]
        if raw in DASHES or raw == "-" and not tokens.joined(k):
            return k + 1 if k > i and (tokens.raw[i].isupper() and len(tokens.raw[i]) > 1 or bracket) else 0
        bracket = bracket or raw == ")"
        if not (masked[k] or raw in ",()./" or tokens.capital[k]):
            return 0
    return 0


def _bracketed(tokens: Tokens, i: int, last: int, masked: bytearray) -> int:
    """The token after "(Tamba) –", "(Tamba, 4 May) –" at the head of a line; 0 where there is none."""
    if tokens.raw[i] != "(":
        return 0
    closing = next((k for k in range(i + 1, min(last - 2, i + _LONGEST)) if tokens.raw[k] == ")"), 0)
    if not closing or not (tokens.raw[closing + 1] in DASHES or tokens.raw[closing + 1] == "-"):
        return 0
    named = all(tokens.capital[k] or masked[k] or tokens.raw[k] in ",./" for k in range(i + 1, closing))
    return closing + 2 if named else 0


def voice(tokens: Tokens, sentence: Sentence, first: int, last: int, masked: bytearray) -> Frame | None:
    """Return the frame of a headline in a voice: "Air Force: 98 drones downed", "98 drones downed – air force"."""
    if sentence.block not in ("headline", "bullet"):
        return None
    if sentence.block == "headline":
        behind = _behind(tokens, first, last)
        if behind is not None:
            return Frame(first, behind.first - 1, speaker=behind, stop=last)
    else:
        source = _in_brackets(tokens, first, last, masked)
        if source is None and tokens.raw[last - 1] not in ".;,":
            source = _behind(tokens, first, last)  # "• 40 rebels killed in raids – army"
        if source is not None:
            return Frame(first, source.first - 1, speaker=source, stop=last)
    target = mentions.behind(tokens, first, last, masked)
    if target is None or target.stop >= last - 1 or tokens.raw[target.stop] != ":":
        return None
    quoted = tokens.raw[target.stop + 1] in "'‘\"“" and all(tokens.capital[target.first : target.last])
    voiced = _is_voice(tokens, target) or quoted and names.name(tokens, target) is not None
    return Frame(target.stop + 1, last, speaker=target, stop=last) if voiced else None


def _behind(tokens: Tokens, first: int, last: int) -> Mention | None:
    """The voice at the end of a headline, behind a colon or a dash."""
    for k in range(last - 2, max(first + 2, last - _LONGEST - 2), -1):
        raw = tokens.raw[k]
        if raw == ":" or raw in DASHES or raw == "-" and not tokens.joined(k):
            target = Mention(k + 1, last)
            return target if tokens.kind[k + 1] == "w" and _is_voice(tokens, target) else None
        if tokens.kind[k] not in "ws":
            return None
    return None


def _in_brackets(tokens: Tokens, first: int, last: int, masked: bytearray) -> Mention | None:
    """The source in brackets at the end of an item: "40,000 displaced (UNHCR, 4 May)"."""
    close = last - 1 - (tokens.raw[last - 1] in ".;")
    opening = next((k for k in range(close - 1, max(first, close - _LONGEST), -1) if tokens.raw[k] == "("), 0)
    if tokens.raw[close] != ")" or not opening or tokens.capital[opening - 1] and not masked[opening - 1]:
        return None
    end = next((k for k in range(opening + 1, close) if tokens.raw[k] == ","), close)
    target = Mention(opening + 1, end)
    if end == opening + 1 or not all(tokens.capital[k] for k in range(opening + 1, end)):
        return None
    named = names.name(tokens, target)
    return (
        target if named is not None and named.kind in ("body", "outlet") and tokens.raw[opening + 1].isupper() else None
    )


def _is_voice(tokens: Tokens, target: Mention) -> bool:
    """Return whether a bare phrase is a voice and not a topic: a body, a role, an acronym, never a mere place."""
    named = names.name(tokens, target)
    if named is None:
        return False
    word = tokens.word[target.last - 1]
    if word in lexicon.speech("serial"):
        return False  # "WEEKLY REPORT: 40 killed"
    if named.kind == "evidence":
        return word in lexicon.speech("source")
    if named.kind not in _VOICES or tokens.word[target.first] in lexicon.function("stop") - {"the", "a", "an"}:
        return False
    if tokens.span(target.first, target.last).title() in lexicon.states():
        return False  # "TARVIA: Displacement in the north"
    if target.last - target.first > 1:
        return True
    acronym = tokens.raw[target.first].isupper() and word not in lexicon.speech("label")
    listed = word in lexicon.bodies("body") or word in lexicon.bodies("force") or word in lexicon.roles("person")
    return acronym or listed or named.kind in ("outlet", "group")
