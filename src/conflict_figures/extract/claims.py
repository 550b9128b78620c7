"""Claims: figures and attributed speech cut into assertions, each with the voices behind it."""

from bisect import bisect_right

from . import (
    carrying,
    certainty,
    chains,
    denials,
    headings,
    issuers,
    pointers,
    quotes,
    spans,
    turns,
    voices,
)
from .blocks import Sentence
from .cast import Cast
from .figure import Figure
from .frame import Frame
from .reading import Claim
from .tokens import Tokens


def make(
    tokens: Tokens, sentences: list[Sentence], figures: list[Figure], masked: bytearray, cast: Cast, about: set[int]
) -> list[Claim]:
    """Return the claims of a text in order; figures are joined to their claims on the way.

    ``about`` are the paragraphs that tell of a conflict: speech in the others is no claim.
    """
    inside, unclosed = quotes.quoted(tokens, sentences)
    spoken = turns.find(tokens, sentences, masked)
    issuer = issuers.find(tokens, sentences, masked, inside)
    by_sentence: dict[int, list[Figure]] = {}
    for figure in figures:
        by_sentence.setdefault(figure.sentence, []).append(figure)
    made: list[Claim] = []
    for index, sentence in enumerate(sentences):
        if sentence.silent:
            continue
        here = by_sentence.get(index, [])
        turn = spoken.get(index)
        if turn is not None:
            turns.apply(cast, turn)
        first = headings.content(tokens, turn.first if turn else sentence.first, sentence.last, masked)
        pointer = None if here else pointers.read(tokens, first, sentence.last, masked)
        if pointer is not None:
            chains.point(tokens, pointer, made, sentence.paragraph, cast)
            continue
        found = voices.frames(tokens, sentence, first, masked, inside)
        comma = pointers.comma(tokens, first, sentence.last) if here and found else 0
        pointer = pointers.read(tokens, first, comma, masked) if comma else None
        if pointer is not None:
            chains.point(tokens, pointer, made, sentence.paragraph, cast)
            found = [frame for frame in found if frame.first > comma]
        if not inside[first]:
            silent = not found or _is_pronoun(tokens, found[0])
            end = found[0].speaker.start if found and silent else sentence.last
            cast.notice(tokens, first, end, masked, silent)
            if not silent:
                cast.note_titled(tokens, first, sentence.last)
        if len(found) == 1 and not here and found[0].speaker is not None:
            pointer = pointers.read(tokens, found[0].first, found[0].last, masked)
            if pointer is not None:  # "He said the figure came from hospital records", "was passed on by a nurse"
                pointer.origin, pointer.speaker = pointer.origin or pointer.speaker, None
                chains.point(tokens, pointer, made, sentence.paragraph, cast)
        claims = _of_sentence(tokens, index, sentence, first, found, here, inside, cast, made, unclosed)
        if turn is not None and turn.speaker is not None and not claims and turns.asserts(tokens, first, sentence.last):
            own = chains.plain(tokens, index, sentence, first, sentence.last)
            own.stance = _grade(tokens, own, first, sentence.last)[0]
            claims = [own]
        if sentence.paragraph not in about:
            claims = [claim for claim in claims if claim.figures]
        if turn is not None and turn.speaker is not None:
            carrying.turn(tokens, claims, turn, cast)
        if issuer is not None:
            if issuer.actor is None and sentence.block != "headline":
                issuers.settle(issuer, tokens, found, claims, made, index)
            carrying.to_publisher(claims, issuer.actor)
        made.extend(claims)
    made = _distinct(made)
    _forget_uncounted(figures, made)
    carrying.between(made)
    carrying.names_back(made, cast)
    carrying.denied_numbers(tokens, made)
    carrying.denied_claims(tokens, made)
    for claim in made:
        chains.complete(claim)
    return made


def _is_pronoun(tokens: Tokens, frame: Frame) -> bool:
    """Return whether a sentence leaves it to what it names first who "she" is that speaks."""
    speaker = frame.speaker
    return speaker is not None and tokens.word[speaker.first] in ("he", "she") and frame.first < speaker.first


def _of_sentence(
    tokens, index, sentence, first, found: list[Frame], figures, inside, cast, made, unclosed
) -> list[Claim]:
    claims: list[Claim] = []
    left = list(figures)
    for frame in found:
        before = claims[-1] if claims else made[-1] if made else None
        claim = chains.claim(tokens, index, sentence, frame, cast, before)
        if claim is None:
            continue
        claim.figures = spans.holding(left, frame.first, frame.last)
        if claim.figures:
            left = [figure for figure in left if not any(figure is held for held in claim.figures)]
        nobody = claim.speaker is None and claim.stance == "asserted"
        if not claim.figures and (nobody or claim.certainty == "possible"):
            continue
        claims.append(claim)
        if frame.cue and frame.cue[0] >= frame.last:
            carrying.to_quotations(made, claim)
    speech = not found and _is_speech(tokens, sentence, inside)
    for (a, b), held in spans.gaps(tokens, first, sentence.last, found, left):
        own = chains.plain(tokens, index, sentence, a, b)
        own.figures = held
        claims.append(own)
    untrue = not claims and denials.is_back_denial(tokens, first, sentence.last)
    if not claims and (speech or untrue or _is_unverified(tokens, first, sentence.last)):
        claims.append(chains.plain(tokens, index, sentence, first, sentence.last))
        if untrue:
            claims[0].stance = "denied"
    if speech:
        claims[0].open = True
        if not _starts_dash(tokens, sentence):
            carrying.on_quotation(made, claims[0], unclosed)
    graded = [part for claim in claims for part in _graded(tokens, claim)]
    return sorted(graded, key=lambda claim: claim.start) if len(graded) > 1 else graded


def _graded(tokens: Tokens, claim: Claim) -> list[Claim]:
    """Set stance and certainty by a claim's own words; cut it at the semicolons where its parts differ in them."""
    first, last = _tokens_of(tokens, claim)
    certainty.mark(tokens, claim.figures)
    if ";" not in tokens.raw[first:last]:
        claim.stance, claim.certainty = _grade(tokens, claim, first, last)
        return [claim]
    parts = [part for part in spans.segments(tokens, first, last) if spans.holding(claim.figures, *part)]
    grades = [_grade(tokens, claim, *part) for part in parts]
    listed = ":" in tokens.raw[first : parts[0][1]] if parts else False  # the items of a list share what heads it
    if len(set(grades)) < 2 or listed:
        claim.stance, claim.certainty = grades[0] if grades and not listed else _grade(tokens, claim, first, last)
        return [claim]
    cut = []
    for (stance, sure), (a, b) in zip(grades, parts):
        a, b = spans.trimmed(tokens, a, b)
        part = Claim(tokens.start[a], tokens.end[b - 1], claim.sentence, claim.block, claim.paragraph, claim.speaker,
                     claim.speaker_actor, claim.origin, claim.origin_actor, stance, sure,
                     spans.holding(claim.figures, a, b), list(claim.hops))  # fmt: skip
        cut.append(part)
    return cut


def _grade(tokens: Tokens, claim: Claim, first: int, last: int) -> tuple[str, str]:
    """(stance, certainty) of a stretch of a claim."""
    sure, stance = claim.certainty, claim.stance
    if sure == "stated":
        held = spans.holding(claim.figures, first, last)
        sure = certainty.of(tokens, first, last, held)
        if sure == "stated" and held and all(figure.certainty == "estimated" for figure in held):
            sure = "estimated"  # "An estimated 1,500 fighters live there"
    if stance == "asserted" and _is_unverified(tokens, first, last):
        stance = "not_confirmed"
    if stance == "asserted" and tokens.word[first] == "there" and tokens.matches(first + 2, ("no", "evidence")):
        stance = "denied"  # "There is no evidence that 40 were killed"
    return stance, sure


def _is_speech(tokens: Tokens, sentence: Sentence, inside: bytearray) -> bool:
    """A sentence that is all quotation: between marks, or opened by a dash."""
    if _starts_dash(tokens, sentence):
        return True
    if inside.find(1, sentence.first, sentence.last) < 0:
        return False
    words = [i for i in range(sentence.first, sentence.last) if tokens.kind[i] in "wn"]
    return len(words) > 2 and all(inside[i] for i in words)


def _starts_dash(tokens: Tokens, sentence: Sentence) -> bool:
    return tokens.raw[sentence.first] in ("—", "–") and sentence.block != "bullet"


def _distinct(made: list[Claim]) -> list[Claim]:
    """Two frames of one span are one claim: the first, with the figures of both."""
    kept: dict[tuple[int, int], Claim] = {}
    for claim in made:
        first = kept.setdefault((claim.start, claim.end), claim)
        if first is not claim:
            first.figures.extend(claim.figures)
    return list(kept.values())


def _forget_uncounted(figures: list[Figure], made: list[Claim]) -> None:
    """A number that belongs to no claim is part of none, and nothing is part of it."""
    kept = {id(figure) for claim in made for figure in claim.figures}
    for figure in figures:
        if figure.part_of is not None and id(figure.part_of) not in kept:
            figure.part_of = None


_CHECKING = frozenset("checked verified verify confirmed confirm corroborated corroborate establish".split())


def _is_unverified(tokens: Tokens, first: int, last: int) -> bool:
    """Return whether words say of themselves that they could not be verified, or that nothing is confirmed yet."""
    for i in tokens.where(_CHECKING, first, last):
        before = tokens.word[max(first, i - 5) : i]
        if "not" in before and not _ABLE.isdisjoint(before) or "unable" in before:
            return True
        if tokens.word[i] == "confirmed" and tokens.word[i - 1] == "no":
            return True
        if tokens.word[first] in ("none", "neither") and not (_ABLE | {"be"}).isdisjoint(before):
            return True  # "none of this has been confirmed"
    return False


_ABLE = frozenset({"could", "can", "been", "able"})


def _tokens_of(tokens: Tokens, claim: Claim) -> tuple[int, int]:
    return _token_at(tokens, claim.start), _token_at(tokens, claim.end - 1) + 1


def _token_at(tokens: Tokens, offset: int) -> int:
    return max(0, bisect_right(tokens.start, offset) - 1)
