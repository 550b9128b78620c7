"""A reading as table rows: ids from anchors, one plain dict per row, with exactly the columns of the schemas."""

import hashlib
import re
import unicodedata
from bisect import bisect_right
from typing import Any

from ..edtf import bounds, precision
from .cast import Actor
from .figure import Figure
from .reading import Claim, Hop, Reading

EXTRACTOR_VERSION = "0.1"
_CODED_BY = f"extractor {EXTRACTOR_VERSION}"
_CONTEXT = 32  # code points of prefix and suffix, as in the schema of claims
UNKNOWN_ACTORS = ("unattributed", "anonymous")

Rows = dict[str, list[dict[str, Any]]]


def slug(name: str) -> str:
    """Return a name as part of an id: ASCII letters and digits, joined by hyphens.

    >>> slug("Côte d’Ivoire")
    'cote-d-ivoire'
    """
    plain = unicodedata.normalize("NFKD", name)
    plain = "".join(ch for ch in plain if not unicodedata.combining(ch)).lower()
    found = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")
    # a name in another script has no ASCII letters: its hash keeps the id stable and unlike others
    return found or hashlib.sha256(name.encode("utf-8", "surrogatepass")).hexdigest()[:12]


def make(reading: Reading, text: str, source: dict[str, Any]) -> Rows:
    """Return the rows of every table for one text; ``source`` is its row in ``sources``."""
    source_id = source["source_id"]
    actor_ids = _actor_ids(reading, source_id)
    claim_ids = _claim_ids(reading, source_id)
    figure_ids = {id(f): f"{source_id}.f{f.number.start}" for f in reading.figures}
    publisher = source.get("publisher")
    dates, date_ids = _dates(reading, source, claim_ids)
    return {
        "sources": [source],
        "claims": [_claim(c, claim_ids, actor_ids, text, source_id) for c in reading.claims],
        "figures": [_figure(f, figure_ids, claim_ids, actor_ids, date_ids) for f in reading.figures],
        "dates": dates,
        "actors": _actors(reading, actor_ids, source_id, publisher),
        "attributions": [
            _hop(k, hop, claim_ids[id(claim)], actor_ids, text, source_id, publisher)
            for claim in reading.claims
            for k, hop in enumerate(claim.hops)
        ],
        "links": _links(reading, claim_ids, figure_ids),
    }


def _actor_ids(reading: Reading, source_id: str) -> dict[int, str]:
    used: set[str] = set()
    ids: dict[int, str] = {}
    for actor in reading.cast.actors:
        base = found = f"{source_id}.{slug(actor.name)}"
        if found in used:  # a state and a force of one name
            found = f"{base}-{actor.kind}"
        if found in used:  # "Al-Sabri" and "Al Sabri"
            found = f"{base}-{hashlib.sha256(actor.name.encode('utf-8', 'surrogatepass')).hexdigest()[:8]}"
        used.add(found)
        ids[id(actor)] = found
    return ids


def _claim_ids(reading: Reading, source_id: str) -> dict[int, str]:
    starts: dict[int, int] = {}
    for claim in reading.claims:
        starts[claim.start] = starts.get(claim.start, 0) + 1
    return {id(c): f"{source_id}.c{c.start}" + (f"-{c.end}" if starts[c.start] > 1 else "") for c in reading.claims}


def _claim(claim: Claim, claim_ids, actor_ids, text: str, source_id: str) -> dict[str, Any]:
    return {
        "claim_id": claim_ids[id(claim)],
        "source_id": source_id,
        "start": claim.start,
        "end": claim.end,
        "quote": text[claim.start : claim.end],
        "prefix": text[max(0, claim.start - _CONTEXT) : claim.start] or None,
        "suffix": text[claim.end : claim.end + _CONTEXT] or None,
        "block": claim.block,
        "speaker": claim.speaker,
        "speaker_id": _voice_id(claim, "speaker", claim.speaker, actor_ids),
        "origin": claim.origin,
        "origin_id": _voice_id(claim, "origin", claim.origin, actor_ids),
        "stance": claim.stance,
        "certainty": claim.certainty,
        "utterance_id": None,
        "grade": None,
        "coded_by": _CODED_BY,
        "review": "unchecked",
    }


def _voice_id(claim: Claim, role: str, words: str | None, actor_ids) -> str | None:
    if words is None:
        return None
    hop = next(hop for hop in claim.hops if hop.role == role)
    return _hop_actor(hop, actor_ids)


def _hop_actor(hop: Hop, actor_ids) -> str:
    return actor_ids[id(hop.actor)] if isinstance(hop.actor, Actor) else hop.actor


def _figure(figure: Figure, figure_ids, claim_ids, actor_ids, date_ids) -> dict[str, Any]:
    number = figure.number
    return {
        "figure_id": figure_ids[id(figure)],
        "claim_id": claim_ids[id(figure.claim)],
        "start": number.start,
        "end": number.end,
        "text": number.text,
        "value": number.value,
        "low": number.low,
        "high": number.high,
        "qualifier": number.qualifier,
        "bound_rule": "vague_floor_1" if number.qualifier == "vague" else None,
        "measure": figure.measure,
        "unit": figure.unit,
        "count_mode": figure.count_mode,
        "rate_per": figure.rate_per,
        "increment": figure.increment,
        "subject": figure.subject,
        "subject_actor_id": actor_ids.get(id(figure.subject_actor)),
        "affected_status": figure.status,
        "place": figure.place,
        "certainty": figure.certainty or figure.claim.certainty,
        "date_id": date_ids.get(id(figure.date)),
        "coded_by": _CODED_BY,
        "review": "unchecked",
    }


def _dates(reading: Reading, source, claim_ids) -> tuple[list[dict[str, Any]], dict[int, str]]:
    source_id, published = source["source_id"], source.get("published")
    rows, ids = [], {}
    for column in ("published", "accessed"):
        if source.get(column):
            start, end = bounds(source[column])
            rows.append(_date(f"{source_id}.{column}", source_id, None, column, source[column], start, end))
    starts = [claim.start for claim in reading.claims]
    for mention in reading.dates:
        claim = _holder(reading.claims, starts, mention)
        ids[id(mention)] = f"{source_id}.d{mention.start}"
        rows.append(
            _date(
                ids[id(mention)],
                source_id,
                claim_ids[id(claim)] if claim else None,
                mention.role,
                mention.edtf,
                mention.start_date,
                mention.end_date,
                mention.text,
                mention.start,
                mention.end,
                published if mention.relative and mention.edtf else None,
            )  # fmt: skip
        )
    return rows, ids


def _holder(claims: list[Claim], starts: list[int], mention) -> Claim | None:
    """The claim whose span holds a date; claims stand in text order, and only neighbours overlap."""
    last = bisect_right(starts, mention.start)
    return next((c for c in claims[max(0, last - 4) : last] if mention.end <= c.end), None)


def _date(date_id, source_id, claim_id, role, edtf, start, end, text=None, first=None, last=None, against=None):
    return {
        "date_id": date_id,
        "source_id": source_id,
        "claim_id": claim_id,
        "role": role,
        "edtf": edtf,
        "start": start,
        "end": end,
        "date_prec": precision(edtf) if edtf else None,
        "text": text,
        "start_char": first,
        "end_char": last,
        "resolved_against": against,
        "coded_by": _CODED_BY,
        "review": "unchecked",
    }


def _actors(reading: Reading, actor_ids, source_id: str, publisher: str | None) -> list[dict[str, Any]]:
    rows = [
        {"actor_id": name, "name": name, "kind": "unknown", "country_iso3": None, "aliases": None}
        for name in UNKNOWN_ACTORS
    ]
    for actor in reading.cast.actors:
        aliases = "; ".join(alias.replace("; ", " ") for alias in actor.aliases)
        rows.append(
            {
                "actor_id": actor_ids[id(actor)],
                "name": actor.name,
                "kind": actor.kind,
                "country_iso3": actor.iso3 or None,  # Kosovo has no ISO code
                "aliases": aliases or None,
            }
        )
    known = {row["actor_id"] for row in rows}
    if publisher and _publisher_id(source_id, publisher) not in known:
        rows.append(
            {
                "actor_id": _publisher_id(source_id, publisher),
                "name": publisher,
                "kind": "outlet",
                "country_iso3": None,
                "aliases": None,
            }  # fmt: skip
        )
    return rows


def _publisher_id(source_id: str, publisher: str) -> str:
    return f"{source_id}.{slug(publisher)}"


def _hop(k: int, hop: Hop, claim_id: str, actor_ids, text: str, source_id: str, publisher: str | None):
    actor = _hop_actor(hop, actor_ids)
    if hop.role == "publisher" and publisher:
        actor = _publisher_id(source_id, publisher)
    words, cue = hop.words, hop.cue
    return {
        "claim_id": claim_id,
        "hop": k,
        "role": hop.role,
        "actor_id": actor,
        "actor_text": text[words[0] : words[1]] if words else None,
        "actor_start": words[0] if words else None,
        "actor_end": words[1] if words else None,
        "cue": text[cue[0] : cue[1]] if cue else None,
        "cue_start": cue[0] if cue else None,
        "cue_end": cue[1] if cue else None,
    }


def _links(reading: Reading, claim_ids, figure_ids) -> list[dict[str, Any]]:
    links = []
    for figure in reading.figures:
        if figure.part_of is not None:
            links.append(_link(figure_ids[id(figure.part_of)], "includes", figure_ids[id(figure)], "figures", "stated",
                               "part_by_cue"))  # fmt: skip
        if figure.repeats is not None:
            links.append(_link(figure_ids[id(figure)], "repeats", figure_ids[id(figure.repeats)], "figures", "derived",
                               "same_count_again"))  # fmt: skip
    for claim in reading.claims:
        if claim.repeats is not None:
            links.append(_link(claim_ids[id(claim)], "repeats", claim_ids[id(claim.repeats)], "claims", "derived",
                               "all_figures_repeat"))  # fmt: skip
    return links


def _link(subject, predicate, obj, table, basis, rule) -> dict[str, Any]:
    return {
        "subject_id": subject,
        "predicate": predicate,
        "object_id": obj,
        "subject_table": table,
        "basis": basis,
        "rule": rule,
    }
