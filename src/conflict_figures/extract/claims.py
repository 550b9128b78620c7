"""Claims: figures and attributed speech cut into assertions, each with the chain of voices behind it."""

from bisect import bisect_right

from . import certainty, headings, mentions, pointers, quotes, turns, voices
from .blocks import Sentence
from .cast import Cast
from .figure import Figure
from .frame import Frame, Pointer
from .mentions import Mention
from .reading import Claim, Hop
from .tokens import Tokens
from .turns import Turn

_EDGES = frozenset(' \u00a0"“”«»—–-,.;:!?…()')
_CONNECTIVES = frozenset("meanwhile but however and also earlier".split())


def make(
    tokens: Tokens, sentences: list[Sentence], figures: list[Figure], masked: bytearray, cast: Cast
) -> list[Claim]:
    """Return the claims of a text in order; figures are joined to their claims on the way."""
    inside, unclosed = quotes.quoted(tokens, sentences)
    spoken = turns.find(tokens, sentences, masked)
    by_sentence: dict[int, list[Figure]] = {}
    for figure in figures:
        by_sentence.setdefault(figure.sentence, []).append(figure)
    made: list[Claim] = []
    for index, sentence in enumerate(sentences):
        if sentence.silent:
            continue
        here = by_sentence.get(index, [])
        pointer = None if here else pointers.read(tokens, sentence, masked)
        if pointer is not None:
            _apply(tokens, pointer, made, sentence.paragraph, cast)
            continue
        turn = spoken.get(index)
        if turn is not None:
            turns.apply(cast, turn)
        first = headings.content(tokens, turn.first if turn else sentence.first, sentence.last, masked)
        found = voices.frames(tokens, sentence, first, masked, inside)
        if not found and not inside[sentence.first]:
            topic = mentions.behind(tokens, first, sentence.last, masked)
            cast.notice_roles(tokens, first, sentence.last)
            if topic is not None:
                cast.notice(tokens, topic)
        claims = _of_sentence(tokens, index, sentence, first, found, here, inside, cast, made, unclosed)
        if turn is not None and turn.speaker is not None:
            _give_turn(tokens, claims, turn, cast)
        made.extend(claims)
    made = _distinct(made)
    _close_between(made)
    _name_later(made, cast)
    _give_denied(made)
    for claim in made:
        _complete(claim)
    return made


def _give_turn(tokens: Tokens, claims: list[Claim], turn: Turn, cast: Cast) -> None:
    """Make who has the word the speaker of a turn's claims; whom the turn quotes is the origin."""
    actor = cast.person(turn.speaker)
    first, last = turn.words
    hop = Hop("speaker", actor, (tokens.start[first], tokens.end[last - 1]))
    for claim in claims:
        if claim.speaker == actor.name:
            continue
        if claim.speaker is not None and claim.origin is None:
            claim.origin, claim.origin_actor = claim.speaker, claim.speaker_actor
        claim.hops = [hop, *(Hop("origin", h.actor, h.words, h.cue) for h in claim.hops)]
        claim.speaker, claim.speaker_actor = actor.name, actor


def _of_sentence(
    tokens, index, sentence, first, found: list[Frame], figures, inside, cast, made, unclosed
) -> list[Claim]:
    claims: list[Claim] = []
    left = list(figures)
    for frame in found:
        claim = _of_frame(tokens, index, sentence, frame, cast, claims[-1] if claims else None)
        if claim is None:
            continue
        claim.figures = [f for f in left if frame.first <= f.number.first < frame.last]
        left = [f for f in left if f not in claim.figures]
        if not claim.figures and (claim.speaker is None or claim.certainty == "possible"):
            continue
        claims.append(claim)
        if frame.cue and frame.cue[0] >= frame.last:
            _claim_quotes(made, claim)
    if left or not found and _is_speech(tokens, sentence, inside):
        first, last = _outside(first, sentence.last, found, left)
        own = _plain(tokens, index, sentence, first, last)
        own.figures = left
        own.open = not found and _is_speech(tokens, sentence, inside)
        if own.open and not _starts_dash(tokens, sentence):
            _continue_quote(made, own, unclosed)
        claims.append(own)
    for claim in claims:
        if claim.certainty == "stated":
            claim.certainty = certainty.of(tokens, *_tokens_of(tokens, claim), claim.figures)
        if claim.stance == "asserted" and _is_unverified(tokens, claim):
            claim.stance = "not_confirmed"
    return sorted(claims, key=lambda claim: claim.start)


def _plain(tokens: Tokens, index: int, sentence: Sentence, first: int, last: int) -> Claim:
    start, end = _span(tokens, first, last)
    return Claim(start, end, index, sentence.block, sentence.paragraph)


def _span(tokens: Tokens, first: int, last: int) -> tuple[int, int]:
    """Code points of a claim: without the punctuation and the connective at its edges."""
    while first < last - 1 and (
        tokens.raw[first] in _EDGES or tokens.word[first] in _CONNECTIVES or tokens.word[first] == "that"
    ):
        first += 1
    while last > first + 1 and tokens.raw[last - 1] in _EDGES:
        if tokens.raw[last - 1] in '"”)' and _is_paired(tokens, first, last - 1):
            break
        last -= 1
    while last > first + 1 and tokens.word[last - 1] in ("and", "but", "while"):
        last -= 1
    return tokens.start[first], tokens.end[last - 1]


def _is_paired(tokens: Tokens, first: int, close: int) -> bool:
    opening = {'"': '"', "”": "“", ")": "("}[tokens.raw[close]]
    return sum(raw == opening for raw in tokens.raw[first:close]) % 2 == 1


def _outside(start: int, end: int, found: list[Frame], left: list[Figure]) -> tuple[int, int]:
    """The part of a sentence that no frame covers and that holds the figures left over."""
    first, last = start, end
    if not left:
        return first, last
    for frame in found:
        if frame.first <= left[0].number.first:
            first = max(first, frame.last, frame.stop if frame.stop < last else first)
        elif frame.start > left[-1].number.first:
            last = min(last, frame.start)
    return (first, last) if first <= left[0].number.first < last else (start, end)


def _of_frame(tokens, index, sentence, frame: Frame, cast: Cast, before: Claim | None) -> Claim | None:
    if frame.last <= frame.first:
        return None
    start, end = _span(tokens, frame.first, frame.last)
    claim = Claim(start, end, index, sentence.block, sentence.paragraph, stance=frame.stance, certainty=frame.certainty)
    if frame.speaker is not None:
        if frame.same_speaker and before is not None:
            claim.speaker, claim.speaker_actor = before.speaker, before.speaker_actor
        else:
            claim.speaker, claim.speaker_actor = cast.speaker(tokens, frame.speaker)
        if claim.speaker is None:
            return None
        for mention in frame.before:
            claim.hops.extend(_hops(tokens, "agency", mention, None, cast, cast.origin(tokens, mention)[1]))
        claim.hops.extend(_hops(tokens, "speaker", frame.speaker, frame.cue, cast, claim.speaker_actor))
    for mention in frame.between:
        claim.hops.extend(_hops(tokens, "agency", mention, None, cast, cast.origin(tokens, mention)[1]))
    if frame.origin is not None:
        claim.origin, claim.origin_actor = cast.origin(tokens, frame.origin)
        claim.hops.extend(_hops(tokens, "origin", frame.origin, frame.origin_cue, cast, claim.origin_actor))
    else:
        reports = _unnamed_reports(tokens, frame)
        if reports is not None:
            claim.hops.append(Hop("origin", "unattributed", None, _cue(tokens, (reports, reports + 1))))
            if claim.stance == "asserted":
                claim.certainty = "reported"
    return claim


def _hops(tokens, role: str, mention: Mention, cue, cast: Cast, actor) -> list[Hop]:
    """The hops of one voice, or of several that speak together."""
    unknown = "anonymous" if role == "speaker" else "unattributed"
    hops = [Hop(role, actor or unknown, _points(tokens, mention), _cue(tokens, cue))]
    for other in mention.others:
        hops.append(Hop(role, cast.speaker(tokens, other)[1] or unknown, _points(tokens, other), _cue(tokens, cue)))
    return hops


def _points(tokens: Tokens, mention: Mention) -> tuple[int, int]:
    return tokens.start[mention.first], tokens.end[mention.last - 1]


def _cue(tokens: Tokens, span: tuple[int, int] | None) -> tuple[int, int] | None:
    return (tokens.start[span[0]], tokens.end[span[1] - 1]) if span else None


def _unnamed_reports(tokens: Tokens, frame: Frame) -> int | None:
    """The token of "reports" where a claim rests on reports by nobody named ("has denied reports of …")."""
    for i in range(frame.first, min(frame.last, frame.first + 12) - 1):
        if tokens.word[i] in ("reports", "rumours", "rumors") and tokens.word[i + 1] in ("of", "that", "about"):
            return i
    return None


def _is_speech(tokens: Tokens, sentence: Sentence, inside: bytearray) -> bool:
    """A sentence that is all quotation: between marks, or opened by a dash."""
    if _starts_dash(tokens, sentence):
        return True
    words = [i for i in range(sentence.first, sentence.last) if tokens.kind[i] in "wn"]
    return len(words) > 2 and all(inside[i] for i in words)


def _starts_dash(tokens: Tokens, sentence: Sentence) -> bool:
    return tokens.raw[sentence.first] in ("—", "–") and sentence.block != "bullet"


def _claim_quotes(made: list[Claim], claim: Claim) -> None:
    """Give open quotations of the paragraph to the speaker named after them."""
    for earlier in reversed(made):
        if earlier.paragraph != claim.paragraph or not earlier.open:
            return
        _copy_voice(claim, earlier)
        earlier.open = False


def _continue_quote(made: list[Claim], own: Claim, unclosed: set[int]) -> None:
    """A quotation goes on in the voice before it: in its paragraph, or in the next where no mark has closed it."""
    if not made or made[-1].speaker is None:
        return
    if made[-1].paragraph == own.paragraph or made[-1].paragraph in unclosed:
        _copy_voice(made[-1], own)
        own.open = False


def _copy_voice(source: Claim, target: Claim) -> None:
    target.speaker, target.speaker_actor = source.speaker, source.speaker_actor
    target.hops = [hop for hop in source.hops if hop.role == "speaker"]


def _distinct(made: list[Claim]) -> list[Claim]:
    """Two frames of one span are one claim: the first, with the figures of both."""
    kept: dict[tuple[int, int], Claim] = {}
    for claim in made:
        first = kept.setdefault((claim.start, claim.end), claim)
        if first is not claim:
            first.figures.extend(claim.figures)
    return list(kept.values())


def _close_between(made: list[Claim]) -> None:
    """A claim in own voice between two of one speaker, in one paragraph, is that speaker's (codebook)."""
    for before, claim, after in zip(made, made[1:], made[2:]):
        if claim.speaker is None and claim.origin is None and claim.sentence not in (before.sentence, after.sentence):
            if (
                before.speaker is not None
                and before.speaker == after.speaker
                and (before.paragraph == claim.paragraph == after.paragraph)
            ):
                _copy_voice(before, claim)


def _name_later(made: list[Claim], cast: Cast) -> None:
    """A role that spoke first and was named later is the person so named ("hospital director says")."""
    for claim in made:
        if claim.speaker is not None and claim.speaker_actor is None:
            actor = cast.named_later(claim.speaker)
            if actor is not None:
                claim.speaker, claim.speaker_actor = actor.name, actor
                for hop in claim.hops:
                    if hop.role == "speaker":
                        hop.actor = actor


def _give_denied(made: list[Claim]) -> None:
    """A denied number is the claim of whoever, of another side, stated that number before."""
    said: dict[tuple, Claim] = {}
    for claim in made:
        for figure in claim.figures:
            number = figure.number
            stated = said.get((number.value, number.low, number.high))
            if claim.stance != "denied":
                if claim.speaker is not None:
                    said[number.value, number.low, number.high] = claim
            elif claim.origin is None and stated is not None and stated.speaker != claim.speaker:
                claim.origin, claim.origin_actor = stated.speaker, stated.speaker_actor
                claim.hops.append(Hop("origin", stated.speaker_actor or "anonymous"))


def _apply(tokens: Tokens, pointer: Pointer, made: list[Claim], paragraph: int, cast: Cast) -> None:
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
        if attributed and (not nearest or claim.origin is not None or pointer.speaker is not None):
            break
        if pointer.speaker is not None:
            claim.speaker, claim.speaker_actor = speaker
        if pointer.origin is not None:
            claim.origin, claim.origin_actor = origin
        claim.hops = claim.hops + hops
        if attributed:
            break
        nearest = False


def _complete(claim: Claim) -> None:
    """Put the publisher first; a claim with no voice behind the publisher says so in its chain."""
    if not claim.hops:
        claim.hops = [Hop("origin", "unattributed")]
    claim.hops = [Hop("publisher", "unattributed"), *claim.hops]


def _is_unverified(tokens: Tokens, claim: Claim) -> bool:
    """Return whether a claim says of itself that it could not be verified."""
    first, last = _tokens_of(tokens, claim)
    for i in range(first, last):
        if tokens.word[i] in ("verified", "verify", "confirmed", "confirm", "corroborated"):
            before = tokens.word[max(first, i - 5) : i]
            if ("could" in before or "can" in before or "been" in before) and "not" in before or "unable" in before:
                return True
    return False


def _tokens_of(tokens: Tokens, claim: Claim) -> tuple[int, int]:
    return _token_at(tokens, claim.start), _token_at(tokens, claim.end - 1) + 1


def _token_at(tokens: Tokens, offset: int) -> int:
    return max(0, bisect_right(tokens.start, offset) - 1)
