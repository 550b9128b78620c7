"""A text as table rows: ids from anchors, one plain dict per row, with exactly the columns of the schemas."""

import hashlib
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from functools import cached_property
from typing import Any

from .. import schema
from ..edtf import bounds, precision
from . import datelines, ids, reading, stretches, tokens, wrapping
from .actor import Actor
from .calendar_words import DateMention
from .cast import Cast
from .kept import Kept, KeptClaim, KeptDate, KeptFigure, KeptHop, Key, Voice

EXTRACTOR_VERSION = "0.3"
CODED_BY = f"extractor {EXTRACTOR_VERSION}"
_HEAD = 600  # code points in which a dateline stands
_CONTEXT = 32  # code points of prefix and suffix, as in the schema of claims
UNKNOWN_ACTORS = ("unattributed", "anonymous")

Row = dict[str, Any]


# how a link between figures was found: (basis, rule)
_FOUND = {
    "includes": ("stated", "part_by_cue"),
    "repeats": ("derived", "same_count_again"),
    "sums_to": ("derived", "parts_add_up"),
    "supersedes": ("stated", "revised_from"),
}


class Rows(Mapping[str, list[Row]]):
    """The rows of every table for one text; those of a table are made when they are first asked for.

    ``source`` is what is known of the text's row in ``sources``, ``published`` its day of publication if that is known
    to the day.
    """

    def __init__(self, text: str, source: Row, published: date | None) -> None:
        self._text, self._source, self._published = text, source, published
        self._id: str = source["source_id"]
        self._made: dict[str, list[Row]] = {}
        self._cast, self._kept = Cast(), Kept()
        self._passed_over: list[tuple[int, int]] = []  # stretches that are not about a conflict
        for first, last in stretches.cut(text):
            found = reading.read(text, published, first=first, last=last, cast=self._cast)
            if found is None:
                self._passed_over.append((first, last))
            else:
                self._kept.add(found)

    def __getitem__(self, table: str) -> list[Row]:
        if table not in self._made:
            rows = _TABLES[table](self)  # a KeyError where there is no such table
            # what no text says, such as the utterance that a claim renders, stays empty
            blank = dict.fromkeys(schema.table(table).written_names)
            self._made[table] = [blank | row for row in rows]
        return self._made[table]

    def __iter__(self) -> Iterator[str]:
        return iter(_TABLES)

    def __len__(self) -> int:
        return len(_TABLES)

    def __reduce__(self):
        # to another process go plain rows: what is kept refers to actors by identity, which does not travel
        return dict, (dict(self),)

    @cached_property
    def _reference(self) -> str | None:
        """The day against which words are resolved: that of publication, else that of the dateline."""
        day = self._published or datelines.day_of(tokens.tokenize(self._text, 0, min(len(self._text), _HEAD)))
        return day.isoformat() if day else self._source.get("published")

    # ---- the tables
    def _sources(self) -> Iterator[Row]:
        text = self._text
        measured = {
            "text_sha256": hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest(),
            "text_length": len(text),
        }
        known = {**measured, **self._source}
        yield {name: known.get(name) for name in schema.table("sources").written_names}

    def _claims(self) -> Iterator[Row]:
        return map(self._claim, self._kept.claims)

    def _figures(self) -> Iterator[Row]:
        return map(self._figure, self._kept.figures)

    def _attributions(self) -> Iterator[Row]:
        return map(self._hop, self._kept.hops)

    def _dates(self) -> Iterator[Row]:
        for column in ("published", "accessed"):
            value = self._source.get(column)
            if value:
                start, end = bounds(value)
                stated = KeptDate(None, 0, 0, column, value, start, end, relative=False)
                yield self._date(stated, f"{self._id}.{column}", in_text=False)
        for kept in sorted([*self._kept.dates, *self._other_dates()], key=lambda one: one.start):
            yield self._date(kept, f"{self._id}.d{kept.start}")

    def _other_dates(self) -> Iterator[KeptDate]:
        """The dates of what was passed over: they are rows too, but nobody waits for them before they are asked for."""
        for first, last in self._passed_over:
            for one in reading.scan(wrapping.unwrapped(tokens.tokenize(self._text, first, last)), self._published)[0]:
                yield _kept_date(one)

    def _actors(self) -> Iterator[Row]:
        known = set(UNKNOWN_ACTORS)
        for name in UNKNOWN_ACTORS:
            yield _actor_row(name, name, "unknown")
        for actor in self._cast.actors:
            aliases = "; ".join(alias.replace("; ", " ") for alias in actor.aliases)
            known.add(self._actor_ids[id(actor)])
            # Kosovo has no ISO code
            yield _actor_row(self._actor_ids[id(actor)], actor.name, actor.kind, actor.iso3 or None, aliases or None)
        if self._publisher and self._publisher not in known:
            yield _actor_row(self._publisher, self._source["publisher"], "outlet")

    def _links(self) -> Iterator[Row]:
        for one, predicate, other in self._kept.between:
            yield _link(self._figure_id(one), predicate, self._figure_id(other), "figures", *_FOUND[predicate])
        for one, predicate, other in self._kept.repeats:
            yield _link(
                self._claim_id(one), predicate, self._claim_id(other), "claims", "derived", "all_figures_repeat"
            )

    # ---- ids
    @cached_property
    def _actor_ids(self) -> dict[int, str]:
        return ids.of_actors(self._cast, self._id)

    @cached_property
    def _publisher(self) -> str | None:
        name = self._source.get("publisher")
        return f"{self._id}.{ids.slug(name)}" if name else None

    def _claim_id(self, key: Key) -> str:
        return f"{self._id}.c{key}" if isinstance(key, int) else f"{self._id}.c{key[0]}-{key[1]}"

    def _figure_id(self, start: int) -> str:
        return f"{self._id}.f{start}"

    def _voice_id(self, voice: Voice) -> str | None:
        return self._actor_ids[id(voice)] if isinstance(voice, Actor) else voice

    # ---- one row
    def _claim(self, claim: KeptClaim) -> Row:
        text, start, end = self._text, claim.start, claim.end
        return {
            "claim_id": self._claim_id(claim.key),
            "source_id": self._id,
            "start": start,
            "end": end,
            "quote": text[start:end],
            "prefix": text[max(0, start - _CONTEXT) : start] or None,
            "suffix": text[end : end + _CONTEXT] or None,
            "block": claim.block,
            "speaker": claim.speaker,
            "speaker_id": self._voice_id(claim.speaker_voice),
            "origin": claim.origin,
            "origin_id": self._voice_id(claim.origin_voice),
            "stance": claim.stance,
            "certainty": claim.certainty,
            "coded_by": CODED_BY,
            "review": "unchecked",
        }

    def _figure(self, figure: KeptFigure) -> Row:
        return {
            "figure_id": self._figure_id(figure.start),
            "claim_id": self._claim_id(figure.claim),
            "start": figure.start,
            "end": figure.end,
            "text": self._text[figure.start : figure.end],
            "value": figure.value,
            "low": figure.low,
            "high": figure.high,
            "qualifier": figure.qualifier,
            "bound_rule": "vague_floor_1" if figure.qualifier == "vague" else None,
            "measure": figure.measure,
            "unit": figure.unit,
            "count_mode": figure.count_mode,
            "rate_per": figure.rate_per,
            "increment": figure.increment,
            "subject": figure.subject,
            "subject_actor_id": self._actor_ids.get(id(figure.actor)),
            "affected_status": figure.status,
            "place": figure.place,
            "certainty": figure.certainty,
            "date_id": None if figure.date is None else f"{self._id}.d{figure.date}",
            "coded_by": CODED_BY,
            "review": "unchecked",
        }

    def _date(self, kept: KeptDate, date_id: str, in_text: bool = True) -> Row:
        return {
            "date_id": date_id,
            "source_id": self._id,
            "claim_id": None if kept.claim is None else self._claim_id(kept.claim),
            "role": kept.role,
            "edtf": kept.edtf,
            "start": kept.first_day,
            "end": kept.last_day,
            "date_prec": precision(kept.edtf) if kept.edtf else None,
            "text": self._text[kept.start : kept.end] if in_text else None,
            "start_char": kept.start if in_text else None,
            "end_char": kept.end if in_text else None,
            "resolved_against": self._reference if kept.relative and kept.edtf else None,
            "coded_by": CODED_BY,
            "review": "unchecked",
        }

    def _hop(self, hop: KeptHop) -> Row:
        text, words, cue = self._text, hop.words, hop.cue
        by_publisher = hop.role == "publisher" and self._publisher
        return {
            "claim_id": self._claim_id(hop.claim),
            "hop": hop.hop,
            "role": hop.role,
            "actor_id": self._publisher if by_publisher else self._voice_id(hop.voice),
            "actor_text": text[words[0] : words[1]] if words else None,
            "actor_start": words[0] if words else None,
            "actor_end": words[1] if words else None,
            "basis": "stated",
            "cue": text[cue[0] : cue[1]] if cue else None,
            "cue_start": cue[0] if cue else None,
            "cue_end": cue[1] if cue else None,
        }


def _kept_date(one: DateMention) -> KeptDate:
    return KeptDate(None, one.start, one.end, one.role, one.edtf, one.start_date, one.end_date, one.relative)


def _actor_row(actor_id: str, name: str, kind: str, iso3: str | None = None, aliases: str | None = None) -> Row:
    return {"actor_id": actor_id, "name": name, "kind": kind, "country_iso3": iso3, "aliases": aliases}


def _link(subject: str, predicate: str, obj: str, table: str, basis: str, rule: str) -> Row:
    return {
        "subject_id": subject,
        "predicate": predicate,
        "object_id": obj,
        "subject_table": table,
        "basis": basis,
        "rule": rule,
    }


_TABLES: dict[str, Callable[[Rows], Iterator[Row]]] = {
    "sources": Rows._sources,
    "claims": Rows._claims,
    "figures": Rows._figures,
    "dates": Rows._dates,
    "actors": Rows._actors,
    "attributions": Rows._attributions,
    "links": Rows._links,
}
