"""Attribution frames: which words of a sentence are whose, by which cue, with what stance.

A frame covers a span of content and names a speaker, an origin or both. Verbs of speaking, headlines, citations and
denials are read in modules of their own; :func:`frames` joins what they find in one sentence.
"""

from . import (
    assertions,
    citations,
    denials,
    headings,
    lexicon,
    makers,
    mentions,
    names,
    saying,
    speech,
)
from .blocks import Sentence
from .frame import Frame, Line
from .tokens import Tokens

_CUES = frozenset(lexicon.cues()) | {"'s", "’s"}
_CALLING = _CUES | citations.TRIGGERS | {":"}  # without any of these nobody speaks in a sentence
_ADVERBIAL = 7  # tokens between a semicolon and the next subject: "; on Sunday night its spokesman said"


def frames(tokens: Tokens, sentence: Sentence, first: int, masked: bytearray, inside: bytearray) -> list[Frame]:
    """Return the frames of one sentence, whose content starts at ``first``, in the order of their content."""
    last = sentence.last
    if first >= last:
        return []
    lead = citations.opening(tokens, first, last, masked) or headings.voice(tokens, sentence, first, last, masked)
    if lead is None and _CALLING.isdisjoint(tokens.word[first:last]):
        return []
    line = Line(tokens, first, last, masked, inside)
    if lead is not None:
        line.found.append(lead)
        line.first = lead.first
    line.floor = line.first
    _read_cues(line)
    _close(line)
    if lead is not None and lead.speaker is None and len(line.found) > 1:
        _give_origin(line.found, lead)
    citations.join(line)
    if not assertions.NOUNS.isdisjoint(tokens.word[first:last]):
        assertions.read(line)
    _quote_behind_colon(line)
    denials.apply(line)
    return line.found


def _read_cues(line: Line) -> None:
    """Add the frames of the verbs of speaking, and of "X's figure is", from left to right."""
    tokens, cues, after = line.tokens, lexicon.cues(), line.first
    word, kind = tokens.word, tokens.kind
    for i in tokens.where(_CUES, line.first, line.last):
        if i < after or line.inside[i]:
            continue
        if kind[i] == "s":
            frame = makers.figure_of(tokens, i, line.floor, line.last, line.masked)
        else:
            frame = saying.frame(line, i, cues[word[i]])
        if frame is None:
            continue
        if not _wrap(line, frame, i):
            line.found.append(frame)
        line.floor = after = max(i + 1, frame.stop if frame.first < i else frame.first)


def _wrap(line: Line, frame: Frame, v: int) -> bool:
    """ "The service estimates that N …, said Y": the voice at the end holds all; the one inside is what it cites."""
    if not line.found or frame.last > v or frame.first >= frame.last or frame.speaker is None:
        return False
    inner = line.found[-1]
    if inner.speaker is None or inner.cue is None or inner.cue[0] > inner.first and not inner.act or inner.last <= v:
        return False
    if ";" in line.tokens.raw[inner.first : v]:
        return False
    outer = Frame(inner.start, frame.last, frame.speaker, cue=frame.cue, certainty=inner.certainty, stop=frame.stop)
    outer.stance = inner.stance if inner.stance == "denied" else frame.stance
    if not inner.act:
        outer.origin, outer.origin_cue = inner.speaker, inner.cue
    line.found[-1] = outer
    return True


def _give_origin(found: list[Frame], lead: Frame) -> None:
    """ "Based on records, the ministry says …": what opens the sentence is the origin of the speaker behind it."""
    after = found[1]
    if after.origin is None and after.start == lead.first:
        after.origin, after.origin_cue = lead.origin, lead.origin_cue
        found.remove(lead)


def _close(line: Line) -> None:
    """End each frame where the next one begins, or at the semicolon shortly before."""
    raw = line.tokens.raw
    for frame, after in zip(line.found, line.found[1:]):
        if frame.first >= after.first:
            continue
        edge = min(after.cue[0] if after.cue else after.first, after.first)
        if after.speaker is not None and not after.same_speaker:
            edge = min(edge, after.speaker.start)
        edge = next((k for k in range(edge - 1, max(frame.first, edge - _ADVERBIAL), -1) if raw[k] == ";"), edge)
        if after.first >= edge:
            frame.last = min(frame.last, edge)


def _quote_behind_colon(line: Line) -> None:
    """ "She disputed the count: “…”", "the colonel was blunt: “…”": a quotation behind a colon is the subject's."""
    tokens, raw, inside = line.tokens, line.tokens.raw, line.inside
    if ":" not in raw[line.first : line.last]:
        return
    for k in [k for k in range(line.first + 1, line.last - 2) if raw[k] == ":"]:
        if inside[k] or raw[k + 1] not in speech.QUOTES or not inside[k + 2]:
            continue
        owner = next((frame for frame in reversed(line.found) if frame.start <= k), None)
        if owner is not None:
            if owner.act and owner.speaker is not None and owner.last > k:
                owner.first, owner.act = k + 2, False
            return
        subject = mentions.behind(tokens, line.first, k, line.masked)
        if subject is None:
            return
        voice = makers.speaks_through(tokens, subject, k, line.masked) or subject
        named = names.name(tokens, voice)
        if named is not None and named.kind not in ("other", "evidence", "state"):
            line.found.append(Frame(k + 2, line.last, voice, cue=(k, k + 1), stop=line.last))
        return
