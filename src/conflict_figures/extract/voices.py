"""Attribution frames: which words of a sentence are whose, by which cue, with what stance.

A frame covers a span of content and names a speaker, an origin or both. Shapes read: cue before the content ("X said
that …", "According to X, …"), inside it ("…, he said, …"), after it ("…, X said"), inverted ("…, said X"), and in
three styles of quotation, the dash among them. A sentence that only points back ("This information comes from Y")
gives a Pointer for the sentences before it.
"""

from dataclasses import dataclass

from . import lexicon, mentions, speech
from .blocks import Sentence
from .mentions import Mention
from .tokens import Tokens

_DASHES = frozenset("—–")
_BE = frozenset("is are was were be been being am".split())
_POINTING_NOUNS = frozenset("information data figure figures number numbers count claim report news detail details "
                            "estimate estimates account".split())  # fmt: skip


@dataclass(slots=True)
class Frame:
    """One attribution over the tokens ``first`` to ``last`` (exclusive) of content."""

    first: int
    last: int
    speaker: Mention | None = None
    origin: Mention | None = None
    cue: tuple[int, int] | None = None  # token span of the cue for the speaker
    origin_cue: tuple[int, int] | None = None
    stance: str = "asserted"
    certainty: str = "stated"
    act: bool = False  # denied, thanked: the clause itself is the claim
    same_speaker: bool = False  # "…, assuring that": the speaker of the frame before
    stop: int = 0  # the token after the whole frame, cue included


@dataclass(slots=True)
class Pointer:
    """A sentence that says where the one before it comes from."""

    cue: tuple[int, int]
    speaker: Mention | None = None
    origin: Mention | None = None
    origin_cue: tuple[int, int] | None = None


def quoted(tokens: Tokens, sentences: list[Sentence]) -> bytearray:
    """Return one byte per token, 1 inside double quotation marks; a quote ends with its paragraph at the latest."""
    inside = bytearray(tokens.size)
    state, paragraph = 0, -1
    for sentence in sentences:
        if sentence.paragraph != paragraph:
            state, paragraph = 0, sentence.paragraph
        for i in range(sentence.first, sentence.last):
            raw = tokens.raw[i]
            if raw in "“«":
                state = 1
            elif raw in "”»":
                state = 0
            elif raw == '"':
                state = 1 - state
            else:
                inside[i] = state
    return inside


def pointer(tokens: Tokens, sentence: Sentence, masked: bytearray) -> Pointer | None:
    """Read "This information comes from Y", "That was according to X", or None."""
    i = sentence.first
    if tokens.word[i] not in ("this", "that", "these", "the", "those"):
        return None
    j = i + 1
    while j < sentence.last and tokens.word[j] in _POINTING_NOUNS:
        j += 1
    if tokens.word[i] == "the" and j == i + 1 or j >= sentence.last:
        return None
    for words in lexicon.frames("pointing").get(tokens.word[j], ()):
        if not tokens.matches(j, words):
            continue
        end = j + len(words)
        target = mentions.behind(tokens, end, sentence.last, masked)
        if target is None:
            return None
        named = mentions.name(tokens, target)
        origin_cue, origin = cited(tokens, target.stop, sentence.last, masked)
        if words[-1] == "from" or words[-1] == "on" or named is not None and named.kind == "evidence":
            return Pointer((i, end), None, target, None)
        return Pointer((i, end), target, origin, origin_cue)
    return None


def cited(tokens: Tokens, first: int, last: int, masked: bytearray):
    """Return (cue span, mention) of a cited source ("citing Y", "quoting Y", "which cites Y") in a span."""
    for i in range(first, last):
        if tokens.word[i] in ("citing", "quoting", "cites", "cited") and tokens.kind[i] == "w":
            if tokens.word[i] == "cited" and i > 0 and tokens.word[i - 1] in _BE:
                continue
            found = mentions.behind(tokens, i + 1, last, masked)
            if found is not None:
                return (i, i + 1), found
    return None, None


def frames(tokens: Tokens, sentence: Sentence, masked: bytearray, inside: bytearray) -> list[Frame]:
    """Return the frames of one sentence in the order of their content."""
    first, last = _trim(tokens, sentence.first, sentence.last)
    found: list[Frame] = []
    if first >= last:
        return found
    opening = _opening(tokens, first, last, masked) or _headed(tokens, sentence, first, last, masked)
    if opening is not None:
        found.append(opening)
        first = opening.first
    floor = first
    i = first
    while i < last:
        cue = lexicon.cues().get(tokens.word[i]) if tokens.kind[i] == "w" and not inside[i] else None
        frame = _frame(tokens, i, floor, first, last, cue, masked, inside, found) if cue else None
        if frame is None:
            i += 1
            continue
        found.append(frame)
        i = max(i + 1, frame.stop if frame.first < i else frame.first)
        floor = i
    _close(found)
    return _with_origins(tokens, found, first, last, masked, inside)


def _trim(tokens: Tokens, first: int, last: int) -> tuple[int, int]:
    while first < last and (tokens.raw[first] in _DASHES):
        first += 1
    return first, last


def _opening(tokens: Tokens, first: int, last: int, masked: bytearray) -> Frame | None:
    """ "According to X, content": at the head of a sentence."""
    for words in lexicon.frames("origin_before").get(tokens.word[first], ()):
        if not tokens.matches(first, words):
            continue
        end = first + len(words)
        target = mentions.behind(tokens, end, last, masked)
        if target is None:
            return None
        comma = target.stop
        while comma < last and tokens.raw[comma] != "," and comma < target.stop + 12:
            comma += 1
        if comma >= last or tokens.raw[comma] != ",":
            return None
        return _sourced(tokens, target, (first, end), words, comma + 1, last)
    return None


def _headed(tokens: Tokens, sentence: Sentence, first: int, last: int, masked: bytearray) -> Frame | None:
    """ "Air Force: 98 drones downed": a headline in a body's voice."""
    if sentence.block != "headline":
        return None
    target = mentions.behind(tokens, first, last, masked)
    if target is None or target.stop >= last - 1 or tokens.raw[target.stop] != ":":
        return None
    named = mentions.name(tokens, target)
    if (
        named is None
        or named.kind not in ("body", "force", "person", "state")
        or " " not in named.words
        and named.kind == "body"
    ):
        return None
    return Frame(target.stop + 1, last, speaker=target, stop=last)


def _sourced(tokens, target: Mention, cue, words, first: int, last: int) -> Frame:
    """A frame of "according to": a speaker, or an origin where the words name evidence."""
    named = mentions.name(tokens, target)
    is_origin = (
        words[0] in ("citing", "cites", "based", "quoting", "on") or named is not None and named.kind == "evidence"
    )
    if is_origin and named is not None and named.kind == "evidence":
        maker = _maker(tokens, target)
        if maker is not None:
            return Frame(first, last, speaker=maker, cue=cue, stop=last)
    if is_origin and "information" not in words:
        return Frame(first, last, origin=target, origin_cue=cue, stop=last)
    return Frame(first, last, speaker=target, cue=cue, stop=last)


def _maker(tokens: Tokens, target: Mention) -> Mention | None:
    """Whose tally it is: "a tally kept by the League", "a report of the panel"."""
    i = target.last
    while (
        i < tokens.size
        and i < target.last + 3
        and tokens.word[i] in ("kept", "compiled", "made", "published", "released")
    ):
        i += 1
    if i + 1 >= tokens.size or tokens.word[i] not in ("by", "from"):
        return None
    return mentions.behind(tokens, i + 1, min(tokens.size, i + 18), bytearray(tokens.size))


def _frame(tokens, v, floor, first, last, cue, masked, inside, found) -> Frame | None:
    if v > first and tokens.word[v - 1] in _BE or v > first + 1 and tokens.word[v - 2] in _BE and masked[v - 1]:
        return None  # "is estimated", "was reported"
    if tokens.word[v].endswith("ing"):
        return _same_speaker(tokens, v, last, cue, found)
    if tokens.word[v - 1] in ("and", "but") and found and found[-1].speaker is not None and found[-1].stop < v:
        coordinated = _same_speaker(tokens, v, last, cue, found)
        if coordinated is not None:
            return coordinated
    if speech.is_noun(tokens, v, first):
        return None
    inverted = _inverted(tokens, v, floor, last, cue, masked)
    if inverted is not None:
        return inverted
    subject = mentions.before(tokens, v, floor, masked)
    if subject is None:
        return None
    if cue.kind == "count":
        return _counting(tokens, v, subject, last, cue)
    if not speech.can_speak(tokens, subject, tokens.word[v]):
        return None
    stance, certainty = cue.stance, cue.certainty
    act = cue.kind == "act"
    between = tokens.word[subject.stop : v]
    if (
        "cannot" in between
        or "not" in between
        and not {"did", "does", "do", "has", "have", "had", "could"}.isdisjoint(between)
    ):
        if stance not in ("confirmed", "denied"):
            return None
        stance, act = "not_confirmed", True
    if "neither" in between or tokens.word[v - 1] == "neither" or tokens.word[subject.first] == "neither":
        stance, act = "not_confirmed", True
    start = subject.start
    if not act and speech.is_after(tokens, v, start, floor, last, masked):
        stop = speech.after_cue(tokens, v + 1, last)
        rest = speech.goes_on(tokens, stop, last)
        if rest:
            return Frame(floor, last, subject, None, (v, v + 1), None, stance, certainty, stop=last)
        return Frame(floor, start, subject, None, (v, v + 1), None, stance, certainty, stop=max(stop, v + 1))
    if v + 1 >= last or tokens.raw[v + 1] in ".!?":
        return None  # "Explosions reported": nothing was said
    content = speech.content_start(tokens, v + 1, last, inside)
    if act or not speech.is_clause(tokens, content, last, stance):
        return Frame(start, last, subject, None, (v, v + 1), None, stance, certainty, act=True, stop=v + 1)
    return Frame(content, last, subject, None, (v, v + 1), None, stance, certainty, stop=v + 1)


def _same_speaker(tokens, v, last, cue, found) -> Frame | None:
    """ "…, assuring that …", "… and denied that …": a further frame of the speaker before."""
    if not found or found[-1].speaker is None or tokens.raw[v - 1] not in (",", "and", "but"):
        return None
    content = v + 2 if v + 1 < last and tokens.word[v + 1] == "that" else v + 1
    if not speech.is_clause(tokens, content, last, "asserted"):
        return None
    return Frame(content, last, found[-1].speaker, None, (v, v + 1), None, cue.stance, cue.certainty,
                 same_speaker=True, stop=v + 1)  # fmt: skip


def _inverted(tokens, v, floor, last, cue, masked) -> Frame | None:
    """ "…, said X, a role": the cue before its subject, after a comma, quotation mark or dash."""
    if v <= floor or v + 1 >= last:
        return None
    before = tokens.raw[v - 1]
    dash = before in _DASHES or before == "-" and not tokens.joined(v - 1) and not tokens.joined(v)
    if not (before in speech.QUOTES or dash or before == ",") or tokens.word[v] in ("told", "tells"):
        return None
    target = mentions.behind(tokens, v + 1, last, masked)
    if (
        target is None
        or cue.kind == "count"
        or not speech.can_speak(tokens, target, tokens.word[v])
        or tokens.word[v + 1] == "that"
    ):
        return None
    if target.last < last and tokens.word[target.last] in lexicon.function("aux") | lexicon.verbs().keys():
        return None  # "the mayor, Ana Vidal, said six people were hurt"
    return Frame(floor, v, target, None, (v, v + 1), None, cue.stance, cue.certainty, stop=target.stop)


def _counting(tokens, v, subject: Mention, last: int, cue) -> Frame | None:
    """ "The mission recorded 64 violations": the clause is the claim of the body, or rests on the evidence, that counts."""
    named = mentions.name(tokens, subject)
    if named is None or named.kind in ("other", "state") or tokens.word[subject.first] in ("our", "we", "i"):
        return None
    if cue.certainty == "estimated" and not any(tokens.word[k] == "at" for k in range(v + 1, min(last, v + 8))):
        return None  # "put" speaks only in "put the number at"
    if named.kind == "evidence":
        return Frame(subject.start, last, origin=subject, origin_cue=(v, v + 1), stop=v + 1)
    if tokens.word[v] in ("shows", "show", "mentions"):
        return None
    return Frame(subject.start, last, subject, None, (v, v + 1), None, cue.stance, cue.certainty, act=True, stop=v + 1)


def _close(found: list[Frame]) -> None:
    """End each frame where the next one begins."""
    for frame, after in zip(found, found[1:]):
        if frame.first < after.first:
            edge = min(after.cue[0] if after.cue else after.first, after.first)
            if after.speaker is not None and not after.same_speaker:
                edge = min(edge, after.speaker.start)
            if after.first >= edge:
                frame.last = min(frame.last, edge)


def _with_origins(tokens, found, first, last, masked, inside) -> list[Frame]:
    """Join "according to Y" and "citing Y" inside or after the content to the frames, or make frames of them."""
    for i in range(first + 1, last):
        if inside[i] or tokens.word[i] not in ("according", "citing", "quoting", "cites", "cited", "based"):
            continue
        if any(
            f.cue and f.cue[0] <= i < f.cue[1] or f.origin_cue and f.origin_cue[0] <= i < f.origin_cue[1] for f in found
        ):
            continue
        for words in lexicon.frames("origin_before").get(tokens.word[i], ()):
            if not tokens.matches(i, words):
                continue
            end = i + len(words)
            target = mentions.behind(tokens, end, last, masked)
            if target is None:
                break
            edge = _edge(tokens, i)
            owner = next((f for f in reversed(found) if min(f.first, f.speaker.start if f.speaker else i) <= i), None)
            if owner is None:
                frame = _sourced(tokens, target, (i, end), words, first, edge)
                frame.stop = target.stop
                found.insert(0, frame)
            elif owner.origin is None and (owner.speaker is not None):
                owner.origin, owner.origin_cue = target, (i, end)
                if owner.last > edge > owner.first:
                    owner.last = edge
            break
    return found


def _edge(tokens: Tokens, i: int) -> int:
    k = i
    while tokens.word[k - 1] in ("which", "who", "in", "turn") or tokens.raw[k - 1] == ",":
        k -= 1
    return k
