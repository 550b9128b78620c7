"""Voices that carry over from one sentence to another: open quotations, turns, roles named later, denied numbers."""

from . import lexicon
from .actor import Actor
from .cast import Cast
from .reading import Claim, Hop
from .tokens import Tokens
from .turns import Turn


def to_quotations(made: list[Claim], claim: Claim) -> None:
    """Give open quotations of the paragraph to the speaker named after them."""
    for earlier in reversed(made):
        if earlier.paragraph != claim.paragraph or not earlier.open:
            return
        _copy_voice(claim, earlier)
        earlier.open = False


def on_quotation(made: list[Claim], own: Claim, unclosed: set[int]) -> None:
    """A quotation goes on in the voice before it: in its paragraph, or in the next where no mark has closed it."""
    if not made or made[-1].speaker is None:
        return
    if made[-1].paragraph == own.paragraph or made[-1].paragraph in unclosed:
        _copy_voice(made[-1], own)
        own.open = False


def _copy_voice(source: Claim, target: Claim) -> None:
    target.speaker, target.speaker_actor = source.speaker, source.speaker_actor
    target.hops = [hop for hop in source.hops if hop.role == "speaker"]


def between(made: list[Claim]) -> None:
    """A claim in own voice between two of one speaker, in one paragraph, is that speaker's (codebook)."""
    for before, claim, after in zip(made, made[1:], made[2:]):
        if claim.speaker is None and claim.origin is None and claim.sentence not in (before.sentence, after.sentence):
            if (
                before.speaker is not None
                and before.speaker == after.speaker
                and before.paragraph == claim.paragraph == after.paragraph
            ):
                _copy_voice(before, claim)


def turn(tokens: Tokens, claims: list[Claim], turn: Turn, cast: Cast) -> None:
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


def names_back(made: list[Claim], cast: Cast) -> None:
    """A role that spoke first and was named later is the person so named ("hospital director says")."""
    for claim in made:
        if claim.speaker is not None and not claim.speaker[0].isupper():
            _bodies_back(claim, cast)
        if claim.speaker is not None and claim.speaker_actor is None:
            actor = cast.named_later(claim.speaker)
            if actor is not None:
                claim.speaker, claim.speaker_actor = actor.name, actor
                for hop in claim.hops:
                    if hop.role == "speaker":
                        hop.actor = actor


def _bodies_back(claim: Claim, cast: Cast) -> None:
    """Give "a local rights group", alone or beside others, the name that the text tells later."""
    parts = [(part, cast.body_named_later(part)) for part in claim.speaker.split("; ")]
    for part, actor in parts:
        if actor is None:
            continue
        for hop in claim.hops:
            if isinstance(hop.actor, Actor) and hop.actor.name == part:
                hop.actor = actor
        if len(parts) == 1:
            claim.speaker_actor = actor
    claim.speaker = "; ".join(actor.name if actor is not None else part for part, actor in parts)


def denied_numbers(tokens: Tokens, made: list[Claim]) -> None:
    """A denied number is the claim of whoever, on another side, stated that number before."""
    said: dict[object, Claim] = {}
    for claim in made:
        for figure in claim.figures:
            number = figure.number
            key = (number.low, number.high) if number.value is None else number.value
            stated = said.get(key)
            if claim.stance != "denied":
                if claim.speaker is not None:
                    said[key] = claim
            elif (
                claim.origin is None and number.qualifier == "exact"
                and stated is not None and stated.speaker != claim.speaker
                and "never" not in tokens.text[claim.start : claim.end].lower().split()  # a side corrects itself
            ):  # fmt: skip
                claim.origin, claim.origin_actor = stated.speaker, stated.speaker_actor
                claim.hops.append(Hop("origin", stated.speaker_actor or "anonymous"))


def denied_claims(tokens: Tokens, made: list[Claim]) -> None:
    """ "She rejected that": what is denied without being named is the claim before it, if another voice made it."""
    for before, claim in zip(made, made[1:]):
        if claim.stance != "denied" or claim.origin is not None or claim.figures or before.speaker is None:
            continue
        if (
            before.speaker != claim.speaker
            and claim.sentence - before.sentence <= 1
            and claim.end - claim.start <= _SHORT
            and not _DENIED.isdisjoint(tokens.text[claim.start : claim.end].lower().split()[-2:])
        ):
            claim.origin, claim.origin_actor = before.speaker, before.speaker_actor
            claim.hops.append(Hop("origin", before.speaker_actor or "anonymous"))


_DENIED = lexicon.speech("claim") | lexicon.speech("denial") | {"that", "it", "this", "them", "so"}
_SHORT = 60  # code points; a longer denial says itself what it denies


def to_publisher(claims: list[Claim], issuer: Actor | None) -> None:
    """What the body that issues a bulletin says in it is the bulletin's own voice (codebook)."""
    for claim in claims:
        if issuer is not None and claim.speaker_actor is issuer:
            claim.speaker = claim.speaker_actor = None
            claim.hops = [hop for hop in claim.hops if hop.role != "speaker"]
