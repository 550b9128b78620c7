"""One record a figure with everything that a rule about the whole dataset reads."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from conflict_figures.edtf import bounds

FAR = date.max


@dataclass(frozen=True)
class Told:
    """A figure as its source tells it.

    ``first`` and ``last`` bound the figure's date, ``earliest_end`` is the first day that its end may mean (1 April for
    ``2025-04``); ``stated`` and ``published`` are the last days of those dates, ``published_from`` is the first day of the
    latter. A day that is open or not known is None.
    ``chain`` holds the hops as (role, actor id), ``credits`` the
    actors that the credit of the whole page puts there. ``repeats`` is true for a later mention in the same source.
    """

    figure: dict
    claim: dict
    source: dict
    date: str | None
    date_role: str | None
    first: date | None
    last: date | None
    earliest_end: date | None
    stated: date | None
    published_from: date | None
    published: date | None
    chain: tuple[tuple[str, str], ...]
    credits: tuple[str, ...]
    repeats: bool

    @property
    def id(self) -> str:
        """The figure's id."""
        return self.figure["figure_id"]

    @property
    def item(self) -> tuple | None:
        """What the figure counts within which utterance; None where the utterance is not known.

        Without an item id, rows of one utterance count the same thing where measure, subject, place, mode and date
        are the same.
        """
        utterance = self.claim["utterance_id"]
        if utterance is None:
            return None
        if self.figure["item_id"]:
            return utterance, self.figure["item_id"]
        columns = ("measure", "subject", "place", "count_mode", "rate_per")
        return utterance, *(self.figure[column] for column in columns), self.date

    @property
    def publisher(self) -> str:
        """The actor at hop 0."""
        return self.chain[0][1]

    @property
    def agencies(self) -> tuple[str, ...]:
        """The outlets between publisher and speaker."""
        return tuple(actor for role, actor in self.chain if role == "agency")

    @property
    def voices(self) -> frozenset[str]:
        """The actors that say it or are cited for it; whoever is unknown is nobody's voice."""
        return frozenset(
            actor for role, actor in self.chain if role in ("speaker", "origin") and actor not in ("unattributed", "anonymous")
        )

    @property
    def number(self) -> tuple:
        """Value, bounds and hedge, for comparing renderings."""
        return tuple(self.figure[column] for column in ("value", "low", "high", "qualifier"))

    def order(self) -> tuple:
        """What renderings are sorted by: the earliest published first, those of unknown date last."""
        return self.published or FAR, self.id


def told(records: dict[str, list[dict]]) -> list[Told]:
    """Return a record for every figure, in the order of their ids."""
    claims = {row["claim_id"]: row for row in records["claims"]}
    sources = {row["source_id"]: row for row in records["sources"]}
    dates = {row["date_id"]: row for row in records["dates"]}
    stated = {row["claim_id"]: row["edtf"] for row in records["dates"] if row["role"] == "stated"}
    chains: dict[str, list[tuple]] = {}
    credits: dict[str, list[str]] = {}
    for row in sorted(records["attributions"], key=lambda row: row["hop"]):
        chains.setdefault(row["claim_id"], []).append((row["role"], row["actor_id"]))
        if row["basis"] == "derived":
            credits.setdefault(row["claim_id"], []).append(row["actor_id"])
    repeats = {row["subject_id"] for row in records["links"] if row["predicate"] == "repeats"}
    made = []
    for figure in sorted(records["figures"], key=lambda row: row["figure_id"]):
        claim = claims[figure["claim_id"]]
        source = sources[claim["source_id"]]
        dated = dates.get(figure["date_id"])
        edtf = dated["edtf"] if dated else None
        first, last = _days(edtf)
        made.append(Told(
            figure, claim, source, edtf, dated["role"] if dated else None, first, last, _earliest_end(edtf),
            _days(stated.get(claim["claim_id"]))[1], *_days(source["published"]),
            tuple(chains[claim["claim_id"]]),
            tuple(credits.get(claim["claim_id"], ())), figure["figure_id"] in repeats,
        ))  # fmt: skip
    return made


def by_item(rows: Sequence[Told]) -> dict[tuple, list[Told]]:
    """Return the first mentions of every known item, the earliest published first."""
    groups: dict[tuple, list[Told]] = {}
    for row in sorted(rows, key=Told.order):
        if row.item is not None and not row.repeats:
            groups.setdefault(row.item, []).append(row)
    return dict(sorted(groups.items(), key=lambda group: [str(part) for part in group[0]]))


def pairs(rows: Sequence) -> Iterator[tuple]:
    """Yield every two of ``rows`` once."""
    for place, one in enumerate(rows):
        for other in rows[place + 1 :]:
            yield one, other


def link(subject: str, predicate: str, obj: str, table: str, rule: str) -> dict:
    """Return a row of ``links`` that a rule has derived."""
    return {
        "subject_id": subject, "predicate": predicate, "object_id": obj, "subject_table": table, "basis": "derived",
        "rule": rule,
    }  # fmt: skip


def _days(edtf: str | None) -> tuple[date | None, date | None]:
    return bounds(edtf) if edtf else (None, None)


def _earliest_end(edtf: str | None) -> date | None:
    end = (edtf or "").rpartition("/")[2]
    return bounds(end)[0] if end and end != ".." else None
