"""One row as a part of the dataset to be cited: a figure, a claim, a source, a date, an actor or a finding; withdrawn ones too."""

from __future__ import annotations

import difflib
from collections.abc import Callable, Mapping

import pyarrow

from conflict_figures.cite import days, rows
from conflict_figures.cite.editions import Edition
from conflict_figures.cite.lineage import Lineage, said
from conflict_figures.cite.record import Part
from conflict_figures.cite.words import one_line
from conflict_figures.errors import UsageError
from conflict_figures.tabular import delimited
from conflict_figures.wording import number

# Its rows are those of figures in another dress; and a tombstone is found by the row that it stands for.
_WITHOUT = ("figures_flat", "withdrawn")


def part(row_id: str, edition: Edition) -> Part:
    """Return the part of an edition that is the row of this id, in whichever table it stands.

    Raises:
        UsageError: no table has the id, nor had it.
    """
    lineage = Lineage(edition)
    for table in edition.package.tables:
        key = edition.key(table)
        if len(key) == 1 and table not in _WITHOUT:
            found, missing = rows.select(edition.package.read(table), key, pyarrow.array([row_id]))
            if not missing:
                return _present(table, row_id, found, lineage, edition)
    tombstone = next((one for one in lineage.tombstones() if one["key"] == row_id), None)
    if tombstone is None:
        raise UsageError(f"{edition.named} has no row {row_id!r}", remedy=_nearest(row_id, edition))
    return _withdrawn(tombstone, lineage)


def _present(table: str, row_id: str, found: pyarrow.Table, lineage: Lineage, edition: Edition) -> Part:
    row = found.to_pylist()[0]
    hashed = delimited.content_hash(found)
    notes = _said(table, row_id, row, lineage)
    notes.append(f"SHA-256 of the CSV of this row of the table {table} as the dataset has it: {hashed.removeprefix('sha256:')}.")
    return Part(f"{_one(table)} {row_id}", tuple(notes), 1, hashed, lineage.sources(table, [row]))


def _withdrawn(tombstone: Mapping, lineage: Lineage) -> Part:
    table, row_id = tombstone["table"], tombstone["key"]
    row = said(tombstone)
    reason = _ended(f"Withdrawn in version {tombstone['withdrawn_in']}: {one_line(tombstone['reason'])}")
    told = _said(table, row_id, row, lineage) if row else [f"{_one(table).capitalize()} {row_id}: what it said may not be published any more."]
    notes = [*told, reason, f"The last version that has it is {tombstone['last_in']}."]
    if tombstone["replaced_by"]:
        notes.append(f"{tombstone['replaced_by']} stands for it now.")
    return Part(f"{_one(table)} {row_id} (withdrawn)", tuple(notes), 1, None, lineage.sources(table, [row]))


def _said(table: str, row_id: str, row: Mapping, lineage: Lineage) -> list[str]:
    """What the row says, as sentences: of a withdrawn one as of one that stands."""
    describe: Callable[[Mapping, Lineage], list[str]] = _DESCRIBE.get(table, lambda row, lineage: [])
    first, *more = describe(row, lineage) or [""]
    review = row.get("review") and f"Coded by {row['coded_by']}; review: {row['review']}."
    head = f"{_one(table).capitalize()} {row_id}"
    return [one_line(one) for one in (_ended(f"{head}: {first}" if first else head), *more, review) if one]


def _figure(row: Mapping, lineage: Lineage) -> list[str]:
    words = _quoted(row.get("text")) or f"{one_line(row.get('as_coded') or _number(row))} (as coded; the words of the source are not held)"
    counted = ", ".join(str(row[column]) for column in ("measure", "unit", "subject", "place") if row.get(column))
    date = (lineage.row("dates", row.get("date_id")) or {}).get("edtf")
    told = "; ".join(part for part in (words, counted, date and f"date: {days.words(date)}") if part)
    claim = lineage.row("claims", row.get("claim_id"))
    # a figure may be less certain than the claim that it stands in
    return [told, *_claimed(claim and {**claim, "certainty": row.get("certainty") or claim.get("certainty")})]


def _number(row: Mapping) -> str:
    bounds = [f"{name} {number(row[name])}" for name in ("value", "low", "high") if row.get(name) is not None]
    return ", ".join([str(row.get("qualifier") or "a number").replace("_", " "), *bounds])


def _claim(row: Mapping, lineage: Lineage) -> list[str]:
    quote = _quoted(row.get("quote"))
    return [quote or "the words of the source are not held", *_claimed({**row, "quote": None})]


def _claimed(claim: Mapping | None) -> list[str]:
    """Who said it, citing whom, and in which sentence."""
    if not claim:
        return []
    speaker, origin = claim.get("speaker"), claim.get("origin")
    if speaker:
        who = f"Said by {speaker}" + (f", citing {origin}" if origin else "")
    else:
        who = f"Attributed to {origin}" if origin else "The source names nobody who said it"
    held = ", ".join(str(claim[column]).replace("_", " ") for column in ("stance", "certainty") if claim.get(column))
    quote = _quoted(claim.get("quote"))
    return [_ended(one_line(f"{who} ({held})" if held else who)), *([_ended(f"The claim in the words of the source: {quote}")] if quote else [])]


def _date(row: Mapping, lineage: Lineage) -> list[str]:
    told = [_quoted(row.get("text")), row.get("edtf") and days.words(row["edtf"]), row.get("role") and f"role: {str(row['role']).replace('_', ' ')}"]
    return ["; ".join(part for part in told if part)]


def _source(row: Mapping, lineage: Lineage) -> list[str]:
    return [one_line(row.get("title") or row.get("publisher") or "")]


def _actor(row: Mapping, lineage: Lineage) -> list[str]:
    return [one_line(", ".join(str(row[column]) for column in ("name", "kind", "country_iso3") if row.get(column)))]


def _finding(row: Mapping, lineage: Lineage) -> list[str]:
    return [one_line(row.get("message") or "")]


_DESCRIBE = {"figures": _figure, "claims": _claim, "dates": _date, "sources": _source, "actors": _actor, "findings": _finding}


def _one(table: str) -> str:
    """What one row of a table is called."""
    return table.removesuffix("s") if table in _DESCRIBE else f"row of {table}"


def _quoted(words: str | None) -> str | None:
    return f"“{one_line(words)}”" if words else None


def _ended(words: str) -> str:
    return words if words.endswith((".", "!", "?", "…")) else f"{words}."


def _nearest(row_id: str, edition: Edition) -> str:
    known = []
    for table in edition.package.tables:
        key = edition.key(table)
        if len(key) == 1 and table not in _WITHOUT:
            known += edition.package.read(table, [key[0]])[key[0]].to_pylist()
    close = difflib.get_close_matches(row_id, known, n=3)
    return f"Did you mean {' or '.join(close)}?" if close else "Give an id from a table, such as a figure_id of cf.load(), or a version"
