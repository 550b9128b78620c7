"""From a frame to its claim: the span, the voices by name, and the chain of hops with their cues."""

from . import names, spans
from .blocks import Sentence
from .cast import Cast
from .frame import Frame, Pointer
from .mentions import Mention
from .reading import Claim, Hop
from .tokens import Tokens


def claim(
    tokens: Tokens, index: int, sentence: Sentence, frame: Frame, cast: Cast, before: Claim | None
) -> Claim | None:
    """Return the claim of a frame; None where its speaker is nobody. ``before`` is the claim before it, if any."""
    if frame.last <= frame.first:
        if frame.speaker is not None and frame.cue is not None:
            cast.speaker(tokens, frame.speaker)  # "the commission says it has counted": it is the commission
        return None
    made = plain(tokens, index, sentence, frame.first, frame.last)
    made.stance, made.certainty = frame.stance, frame.certainty
    if frame.speaker is not None:
        if frame.same_speaker and before is not None and before.sentence == index:
            made.speaker, made.speaker_actor = before.speaker, before.speaker_actor
        else:
            made.speaker, made.speaker_actor = cast.speaker(
                tokens, frame.speaker, _goes_on(tokens, frame, before, index)
            )
        named = names.name(tokens, frame.speaker)
        if made.speaker is None and (named is None or named.kind != "pronoun"):
            return None
        for mention in frame.before:
            made.hops.extend(_hops(tokens, "agency", mention, None, cast, cast.origin(tokens, mention)[1]))
        made.hops.extend(_hops(tokens, "speaker", frame.speaker, frame.cue, cast, made.speaker_actor))
    for mention in frame.between:
        made.hops.extend(_hops(tokens, "agency", mention, None, cast, cast.origin(tokens, mention)[1]))
    if frame.origin is not None:
        _cite(tokens, made, frame, cast)
    else:
        _rest_on_reports(tokens, made, frame)
    return made


def _goes_on(tokens: Tokens, frame: Frame, before: Claim | None, index: int) -> bool:
    """Return whether a verb says that the voice of the sentence before goes on ("the lawmaker added")."""
    return (
        before is not None
        and before.sentence == index - 1
        and frame.cue is not None
        and tokens.word[frame.cue[0]] in ("added", "adds", "continued")
    )


def _cite(tokens: Tokens, made: Claim, frame: Frame, cast: Cast) -> None:
    """Give a claim its origin; "the report" of a body that has spoken through one is that body speaking."""
    maker = cast.maker_of(tokens, frame.origin) if made.speaker is None else None
    if maker is not None:
        made.speaker, made.speaker_actor = maker
        made.hops.extend(_hops(tokens, "speaker", frame.origin, frame.origin_cue, cast, maker[1]))
        return
    made.origin, made.origin_actor = cast.origin(tokens, frame.origin)
    made.hops.extend(_hops(tokens, "origin", frame.origin, frame.origin_cue, cast, made.origin_actor))


def plain(tokens: Tokens, index: int, sentence: Sentence, first: int, last: int) -> Claim:
    """Return a claim in the source's own voice over a span of tokens."""
    first, last = spans.trimmed(tokens, first, last)
    return Claim(tokens.start[first], tokens.end[last - 1], index, sentence.block, sentence.paragraph)


def _hops(tokens: Tokens, role: str, mention: Mention, cue, cast: Cast, actor) -> list[Hop]:
    """The hops of one voice, or of several that speak together."""
    unknown = "anonymous" if role == "speaker" else "unattributed"
    hops = [Hop(role, actor or unknown, _points(tokens, mention), _cue(tokens, cue))]
    for other in mention.others:
        hops.append(Hop(role, cast.speaker(tokens, other)[1] or unknown, _points(tokens, other), _cue(tokens, cue)))
    return hops


def _points(tokens: Tokens, mention: Mention) -> tuple[int, int]:
    """The code points of a mention with its apposition: "the mayor, Ana Vidal"."""
    first, last = mention.first, mention.last
    if mention.app_last:
        first, last = min(first, mention.app_first), max(last, mention.app_last)
    return tokens.start[first], tokens.end[last - 1]


def _cue(tokens: Tokens, span: tuple[int, int] | None) -> tuple[int, int] | None:
    return (tokens.start[span[0]], tokens.end[span[1] - 1]) if span else None


def _rest_on_reports(tokens: Tokens, made: Claim, frame: Frame) -> None:
    """Note that a claim rests on reports by nobody named ("has denied reports of …")."""
    for i in range(frame.first, min(frame.last, frame.first + 12) - 1):
        if tokens.word[i] in ("reports", "rumours", "rumors") and tokens.word[i + 1] in ("of", "that", "about"):
            made.hops.append(Hop("origin", "unattributed", None, _cue(tokens, (i, i + 1))))
            if made.stance == "asserted":
                made.certainty = "reported"
            return


def point(tokens: Tokens, pointer: Pointer, made: list[Claim], paragraph: int, cast: Cast) -> None:
    """Give what a pointing sentence says to the claims before it, back to the last one with a source of its own."""
    cue = _cue(tokens, pointer.cue)
    hops: list[Hop] = []
    speaker = origin = (None, None)
    if pointer.speaker is not None:
        speaker = cast.speaker(tokens, pointer.speaker)
        hops.append(Hop("speaker", speaker[1] or "anonymous", _points(tokens, pointer.speaker), cue))
    if pointer.origin is not None:
        origin = cast.origin(tokens, pointer.origin)
        origin_cue = cue if pointer.speaker is None else _cue(tokens, pointer.origin_cue)
        hops.append(Hop("origin", origin[1] or "unattributed", _points(tokens, pointer.origin), origin_cue))
    nearest = True
    for claim in reversed(made):
        if claim.paragraph != paragraph:
            break
        attributed = claim.speaker is not None or claim.origin is not None
        if attributed and (not nearest or pointer.speaker is not None):
            break
        if claim.origin is not None:  # what was cited before is a hop between
            claim.hops = [Hop("agency", h.actor, h.words, h.cue) if h.role == "origin" else h for h in claim.hops]
        if pointer.speaker is not None:
            claim.speaker, claim.speaker_actor = speaker
        if pointer.origin is not None:
            claim.origin, claim.origin_actor = origin
        claim.hops = claim.hops + hops
        if attributed:
            break
        nearest = False


def complete(claim: Claim) -> None:
    """Put the publisher first; a claim with no voice behind the publisher says so in its chain."""
    if not claim.hops:
        claim.hops = [Hop("origin", "unattributed")]
    claim.hops = [Hop("publisher", "unattributed"), *claim.hops]
