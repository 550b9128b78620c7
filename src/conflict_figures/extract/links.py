"""What figures have to do with each other and with the cast: same count again, whole and part, counted force."""

from . import lexicon
from .actor import Actor
from .blocks import Sentence
from .cast import Cast
from .figure import Figure
from .reading import Claim
from .tokens import Tokens

_GENERIC = frozenset("people persons others deaths dead fatalities casualties troops soldiers men victims".split())
_ANY_OF_FORCE = frozenset("people persons men others".split())


def join(tokens: Tokens, sentences: list[Sentence], claims: list[Claim], cast: Cast) -> None:
    """Resolve counted forces and join repeats, in text order."""
    figures = [(claim, figure) for claim in claims for figure in claim.figures]
    counted: list[Actor] = []
    for claim, figure in figures:
        figure.claim = claim
        if figure.place is not None and cast.is_voice(figure.place):
            figure.place = None  # "an attack on the movement" happened somewhere else
        actor = _counted(tokens, sentences, figure, cast, counted)
        if actor is not None:
            figure.subject_actor = actor
            if actor not in counted:
                counted.append(actor)
            if figure.status == "unspecified":
                figure.status = "military"
    first_mentions: dict[tuple, list[Figure]] = {}
    for claim, figure in figures:
        known = first_mentions.setdefault(_count(figure), [])
        figure.repeats = next((g for g in known if _is_same(tokens, figure, g) and _agrees(claim, g.claim)), None)
        if figure.repeats is None and len(known) < _MOST_MENTIONS:
            known.append(figure)
    for claim in claims:
        if claim.figures and all(f.repeats is not None for f in claim.figures):
            claim.repeats = claim.figures[0].repeats.claim


def _counted(tokens, sentences, figure: Figure, cast: Cast, counted: list[Actor]) -> Actor | None:
    """The force that a figure counts."""
    if figure.unit != "person":
        return None
    if figure.part_of is not None and figure.part_of.subject_actor is not None and not figure.phrase.empty:
        head = tokens.word[figure.phrase.head]
        if head in lexicon.nouns() or head in _GENERIC:
            return figure.part_of.subject_actor
    if figure.subject is None:
        return None
    words = figure.subject.replace("\u00a0", " ")
    parts = words.split()
    for width in (1, 2):
        country = lexicon.demonyms().get(" ".join(parts[:width])) if len(parts) > width else None
        if country:
            return cast.force_of(country.iso3)
    head = words.split()[-1].lower()
    if figure.elided:
        before = next((a for a in reversed(counted) if a.name == words or words in a.aliases), None)
        return before
    unit = lexicon.units().get(head)
    if unit is None or head in lexicon.nouns():
        return None
    actor = _sender(tokens, sentences[figure.sentence], figure, cast)
    if actor is None and len(counted) == 1:
        actor = counted[0]
    if actor is None:
        return None
    if (
        unit.status == "military"
        and " " not in words
        or head in _ANY_OF_FORCE
        and _was_topic(tokens, sentences, figure, actor)
    ):
        actor.also(figure.subject)
        return actor
    return None


def _sender(tokens: Tokens, sentence: Sentence, figure: Figure, cast: Cast) -> Actor | None:
    """The force of the state that sends or deploys ("Chad sent 900 soldiers")."""
    if figure.measure != "deployed" or figure.event is None or figure.event.passive:
        return None
    for i in range(sentence.first, figure.event.first):
        for width in (3, 2, 1):
            if tokens.capital[i] and i + width <= figure.event.first:
                state = lexicon.states().get(tokens.span(i, i + width))
                if state:
                    return cast.force_of(state.iso3)
    return None


def _was_topic(tokens: Tokens, sentences: list[Sentence], figure: Figure, actor: Actor) -> bool:
    """Return whether the sentence before, in the same paragraph, is about the force."""
    if figure.sentence == 0:
        return False
    before, here = sentences[figure.sentence - 1], sentences[figure.sentence]
    if before.paragraph != here.paragraph:
        return False
    words = tokens.span(before.first, before.last).replace("\u00a0", " ")
    return any(words.startswith(name) for name in (actor.name, *actor.aliases))


_OPPOSED = {"civilian", "military"}
_MOST_MENTIONS = 50  # independent first mentions of one count; more tell of a table, not of a story


def _count(figure: Figure) -> tuple:
    """What two mentions of one count share, whatever their hedge."""
    number = figure.number
    bounds = (number.low, number.high) if number.value is None else None
    return figure.measure, figure.unit, figure.rate_per, number.value, bounds


def _is_same(tokens: Tokens, figure: Figure, first: Figure) -> bool:
    """Return whether two mentions with the same number count the same people or things."""
    if figure.number.value == 0 or figure.increment and not first.increment:
        return False
    if {figure.status, first.status} == _OPPOSED:
        return False
    definite = tokens.at(figure.number.first - 1) in _DEFINITE
    if figure.sentence == first.sentence and not definite:
        return False  # "nine died in Orsk and nine in Vesk", "120 for 120"
    if not definite and figure.claim.block == first.claim.block == "body" and _are_elsewhere(figure, first):
        return False
    if figure.subject_actor is not None and first.subject_actor is not None:
        return figure.subject_actor is first.subject_actor
    return _same_subject(figure.subject, first.subject)


def _are_elsewhere(figure: Figure, first: Figure) -> bool:
    """Return whether two small counts, which may be equal by chance, are of places with no word in common."""
    if not figure.place or not first.place or (figure.number.value or _CHANCE) >= _CHANCE:
        return False
    return set(figure.place.split()).isdisjoint(first.place.split()) and first.place[:1].isupper() and figure.place[:1].isupper()


_CHANCE = 20
_DEFINITE = frozenset({"the", "those", "these", "all"})


def _same_subject(a: str | None, b: str | None) -> bool:
    if a is None or b is None:
        return True
    x, y = set(a.lower().split()), set(b.lower().split())
    return x <= y or y <= x or a.split()[-1].lower() in _GENERIC or b.split()[-1].lower() in _GENERIC


def _agrees(claim: Claim, other: Claim) -> bool:
    """Voices are compatible: one is the source's own, both are the same, or speak for one; a denial repeats nothing."""
    if "denied" in (claim.stance, other.stance):
        return False
    if claim.speaker is None or other.speaker is None or claim.speaker == other.speaker:
        return True
    if not set(claim.speaker.split("; ")).isdisjoint(other.speaker.split("; ")):
        return True  # one of several who spoke together
    if claim.speaker == other.origin or other.speaker == claim.origin:
        return True  # one chain
    return _speaks_for(claim, other) or _speaks_for(other, claim)


def _speaks_for(claim: Claim, other: Claim) -> bool:
    """Return whether the speaker of a claim speaks for the other's ("the army spokesman", "Colonel Diallo", "the army")."""
    actor, body = claim.speaker_actor, set(other.speaker.lower().split())
    head = other.speaker.lower().rpartition(" ")[2]
    if {claim.speaker.lower().rpartition(" ")[2], head} <= _COURT:
        return True
    for role in (claim.speaker, *(actor.aliases if actor is not None else ())):
        words = set(role.lower().replace("-", " ").split())
        if not lexicon.same_role("spokesman").isdisjoint(words):
            alone = words <= lexicon.same_role("spokesman") | {"its", "their", "a", "the"}
            if head in words or alone and other.speaker_actor is not None and other.speaker_actor.kind in _SPOKEN_FOR:
                return True
        if not _HEADS.isdisjoint(words) and body <= words | {"ministry" if "minister" in words else ""}:
            return True  # "the police chief", "the police"
        if head in _ARMED and not lexicon.same_role("general").isdisjoint(words):
            return True
    return False


_SPOKEN_FOR = frozenset({"body", "force", "organisation", "state"})
_HEADS = frozenset("chief head director minister commander chairman chairwoman president".split())
_ARMED = frozenset({"army", "military", "navy", "forces", "force", "command"})
_COURT = frozenset("judge judges chamber court tribunal bench".split())
