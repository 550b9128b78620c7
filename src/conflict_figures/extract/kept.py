"""What is kept of a reading: everything that its rows need, small, without the tokens and without words of the text.

A row as a dict takes ten times the memory, so that those of a long text would not fit where its reading does.
"""

from bisect import bisect_right
from collections import Counter
from datetime import date
from typing import NamedTuple

from .actor import Actor
from .reading import Claim, Reading

Voice = Actor | str | None  # an actor, "anonymous" or "unattributed"
Key = int | tuple[int, int]  # of a claim: its start, with its end where two claims have one start


class KeptClaim(NamedTuple):
    """A claim without its words."""

    key: Key
    start: int
    end: int
    block: str
    speaker: str | None
    speaker_voice: Voice
    origin: str | None
    origin_voice: Voice
    stance: str
    certainty: str


class KeptFigure(NamedTuple):
    """A figure; ``date`` is where the words of its date start."""

    claim: Key
    start: int
    end: int
    value: float | None
    low: float | None
    high: float | None
    qualifier: str
    measure: str
    unit: str
    count_mode: str
    rate_per: str | None
    increment: bool
    subject: str | None
    actor: Actor | None
    status: str
    place: str | None
    certainty: str
    date: int | None


class KeptHop(NamedTuple):
    """One hop of a claim's chain; the places of its words and of its cue, where the text has any."""

    claim: Key
    hop: int
    role: str
    voice: Voice
    words: tuple[int, int] | None
    cue: tuple[int, int] | None


class KeptDate(NamedTuple):
    """A calendar expression; ``claim`` is the claim that holds it."""

    claim: Key | None
    start: int
    end: int
    role: str
    edtf: str | None
    first_day: date | None
    last_day: date | None
    relative: bool


class Kept:
    """What is kept of all stretches of one text, table by table, in text order."""

    def __init__(self) -> None:
        self.claims: list[KeptClaim] = []
        self.figures: list[KeptFigure] = []
        self.hops: list[KeptHop] = []
        self.dates: list[KeptDate] = []
        self.between: list[tuple[int, str, int]] = []  # (figure's start, predicate, figure's start)
        self.repeats: list[tuple[Key, str, Key]] = []  # the same of claims
        self._same: dict[object, object] = {}

    def add(self, reading: Reading) -> None:
        """Keep one more stretch."""
        keys = _keys(reading.claims)
        dated = {id(mention) for mention in reading.dates}
        same = self._same.setdefault  # many subjects, places and days come again; one object serves them all
        for claim in reading.claims:
            key = keys[id(claim)]
            self.claims.append(
                KeptClaim(
                    key,
                    claim.start,
                    claim.end,
                    claim.block,
                    same(claim.speaker, claim.speaker),
                    _voice(claim, "speaker"),
                    same(claim.origin, claim.origin),
                    _voice(claim, "origin"),
                    claim.stance,
                    claim.certainty,
                )  # fmt: skip
            )
            for number, hop in enumerate(claim.hops):
                self.hops.append(KeptHop(key, number, hop.role, hop.actor, hop.words, hop.cue))
        for figure in reading.figures:
            number = figure.number
            self.figures.append(
                KeptFigure(
                    keys[id(figure.claim)],
                    number.start,
                    number.end,
                    number.value,
                    number.low,
                    number.high,
                    number.qualifier,
                    figure.measure,
                    same(figure.unit, figure.unit),
                    figure.count_mode,
                    figure.rate_per,
                    figure.increment,
                    same(figure.subject, figure.subject),
                    figure.subject_actor,
                    figure.status,
                    same(figure.place, figure.place),
                    figure.certainty or figure.claim.certainty,
                    figure.date.start if figure.date is not None and id(figure.date) in dated else None,
                )  # fmt: skip
            )
            if figure.part_of is not None:
                self.between.append((figure.part_of.number.start, "includes", number.start))
            if figure.repeats is not None:
                self.between.append((number.start, "repeats", figure.repeats.number.start))
            if figure.sums_to is not None:
                self.between.append((number.start, "sums_to", figure.sums_to.number.start))
            if figure.supersedes is not None:
                self.between.append((number.start, "supersedes", figure.supersedes.number.start))
        for claim in reading.claims:
            if claim.repeats is not None:
                self.repeats.append((keys[id(claim)], "repeats", keys[id(claim.repeats)]))
        self._add_dates(reading, keys)

    def _add_dates(self, reading: Reading, keys: dict[int, Key]) -> None:
        starts = [claim.start for claim in reading.claims]
        same = self._same.setdefault
        for mention in reading.dates:
            claim = _holder(reading.claims, starts, mention)
            self.dates.append(
                KeptDate(
                    keys[id(claim)] if claim else None,
                    mention.start,
                    mention.end,
                    mention.role,
                    same(mention.edtf, mention.edtf),
                    same(mention.start_date, mention.start_date),
                    same(mention.end_date, mention.end_date),
                    mention.relative,
                )  # fmt: skip
            )


def _keys(claims: list[Claim]) -> dict[int, Key]:
    starts = Counter(claim.start for claim in claims)
    return {id(claim): claim.start if starts[claim.start] == 1 else (claim.start, claim.end) for claim in claims}


def _voice(claim: Claim, role: str) -> Voice:
    """Who stands in the chain of a claim in a role, if the claim has words for it."""
    if getattr(claim, role) is None:
        return None
    return next(hop.actor for hop in claim.hops if hop.role == role)


def _holder(claims: list[Claim], starts: list[int], mention) -> Claim | None:
    """The claim whose span holds a date; claims stand in text order, and only neighbours overlap."""
    last = bisect_right(starts, mention.start)
    return next((c for c in claims[max(0, last - 4) : last] if mention.end <= c.end), None)
