"""Invented tables of any size without a fault: every table of a contribution, keys and all, with cells that need quotes.

The same size gives the same rows everywhere. One row in four of the claims holds a line break, a comma and a letter outside
ASCII, as reports do; numbers are written with commas, so most words of a figure stand in quotes in the CSV.
"""

from datetime import date, timedelta

import numpy
import pyarrow as pa
import pyarrow.compute as pc

from conflict_figures import schema
from conflict_figures.tabular.columns import encode

_FIRST = date(2024, 1, 1)
_DAYS = 700
#: Figures a claim, claims a source, and figures a date.
_PER_CLAIM, _PER_SOURCE, _PER_DATE = 4, 250, 10


def tables(figures: int, exact: bool = False, claims: int | None = None) -> dict[str, pa.Table]:
    """Return tables with so many figures, a quarter as many claims or as many as are asked for, and what those need.

    ``exact`` leaves no bound of a figure empty: frictionless takes an empty number of a Parquet file for one that is
    wrong, and stops at a thousand of them.

    >>> {name: table.num_rows for name, table in tables(100).items()}
    {'sources': 1, 'claims': 25, 'figures': 100, 'dates': 10, 'actors': 40, 'attributions': 50, 'links': 25}
    """
    claims = min(claims or figures, max(1, figures // _PER_CLAIM))
    made = {
        "sources": _sources(max(1, claims // _PER_SOURCE)),
        "claims": _claims(claims),
        "figures": _figures(figures, claims, exact),
        "dates": _dates(max(1, figures // _PER_DATE), claims),
        "actors": _actors(),
        "attributions": _attributions(claims),
        "links": _links(figures),
    }
    return {name: _typed(name, columns) for name, columns in made.items()}


def _typed(name: str, columns: dict) -> pa.Table:
    rows = len(next(iter(columns.values())))
    arrays = []
    for field, kind in zip(schema.table(name).fields, schema.arrow(name).types, strict=True):
        column = columns.get(field.name)
        if column is None:
            column = pa.nulls(rows, kind.value_type if pa.types.is_dictionary(kind) else kind)
        elif isinstance(column, str | bool):
            column = pa.repeat(column, rows)
        arrays.append(encode(column, field.enum) if pa.types.is_dictionary(kind) else column.cast(kind))
    return pa.Table.from_arrays(arrays, schema=schema.arrow(name))


def _numbered(prefix: str, numbers) -> pa.Array:
    return pc.binary_join_element_wise(prefix, pc.cast(pa.array(numbers), "string"), "")


def _of(numbers, values) -> pa.Array:
    """Return for every number one of the values, round about."""
    values = pa.array(values)
    return values.take(pa.array(numpy.asarray(numbers) % len(values)))


def _sources(rows: int) -> dict:
    number = numpy.arange(rows)
    days = [(_FIRST + timedelta(days=_DAYS + one % 30)).isoformat() for one in range(30)]
    return {
        "source_id": _numbered("made-report-", number),
        "kind": _of(number, ["article", "report", "statement"]),
        "publisher": _of(number, ["The Courier, Ostervik", "Agency “Nord”", "Harbour Post"]),
        "title": _numbered("Losses, day by day, part ", number),
        "author": _of(number, ["A. Writer", "B. Writer"]),
        "url": _numbered("https://example.org/reports/", number),
        "language": "en",
        "published": _of(number, days),
        "accessed": pa.repeat(date(2026, 3, 1), rows),
        "licence": "CC-BY-4.0",
        "rights": "invented",
        "text_sha256": pc.utf8_lpad(pc.cast(pa.array(number), "string"), 64, "0"),
        "text_length": pa.array(5000 + number),
        "coded_by": "hand",
        "review": "unchecked",
    }


_OPENING = ["The ministry said that ", "According to the “joint” staff,\n\"with care\", ", "Officials reported ", "It counted "]


def _claims(rows: int) -> dict:
    number = numpy.arange(rows)
    opening = _of(number, _OPENING)
    counts = [_words(number * _PER_CLAIM + which) for which in range(_PER_CLAIM)]
    quote = pc.binary_join_element_wise(opening, pc.binary_join_element_wise(*counts, ", "), " men", "")
    start = pa.array(number % _PER_SOURCE * 200)
    return {
        "claim_id": _numbered("made-report.c", number),
        "source_id": _numbered("made-report-", numpy.minimum(number // _PER_SOURCE, max(1, rows // _PER_SOURCE) - 1)),
        "start": start,
        "end": pc.add(start, pc.cast(pc.utf8_length(quote), "int64")),
        "quote": quote,
        "block": "body",
        "speaker": _of(number, ["the ministry", "the joint staff", None, None]),
        "speaker_id": _of(number, ["ministry", "staff", None, None]),
        "stance": "asserted",
        "certainty": "stated",
        "coded_by": "extractor 0.3",
        "review": "unchecked",
    }


def _values(number):
    return number * 7919 % 90_000 + 1_000


def _words(number) -> pa.Array:
    """Return the value of each figure as a report writes it, with a comma before the thousands."""
    value = _values(number)
    thousands, rest = (pc.cast(pa.array(part), "string") for part in (value // 1000, value % 1000))
    return pc.binary_join_element_wise(thousands, pc.utf8_lpad(rest, 3, "0"), ",")


def _figures(rows: int, claims: int, exact: bool) -> dict:
    number = numpy.arange(rows)
    # where there are few claims, each is told again from its first figure on
    told = number % (claims * _PER_CLAIM)
    claim = told // _PER_CLAIM
    before = numpy.array([len(words) for words in _OPENING])[claim % len(_OPENING)]
    text = _words(told)
    length = pc.utf8_length(text).to_numpy().astype("int64")
    # where the words stand in the quote: behind its opening and the counts that come first
    places = pc.utf8_length(_words(numpy.arange(claims * _PER_CLAIM))).to_numpy().reshape(claims, _PER_CLAIM)
    earlier = (numpy.cumsum(places, axis=1) - places + numpy.arange(_PER_CLAIM) * len(", ")).ravel()
    start = claim % _PER_SOURCE * 200 + before + earlier[told]
    value = pa.array(_values(told).astype("float64"))
    hedge = number * 0 if exact else number % 3
    return {
        "figure_id": _numbered("made-report.f", number),
        "claim_id": _numbered("made-report.c", claim),
        "start": pa.array(start),
        "end": pa.array(start + length),
        "text": text,
        "value": value,
        "low": pc.if_else(pa.array(hedge == 1), None, value),
        "high": pc.if_else(pa.array(hedge > 0), None, value),
        "qualifier": _of(hedge, ["exact", "about", "at_least"]),
        "measure": _of(number, ["killed", "wounded", "captured", "missing"]),
        "unit": "person",
        "count_mode": "cumulative",
        "increment": False,
        "subject": _of(number, ["soldiers", "officers, with their staff", "crew"]),
        "subject_actor_id": _numbered("force-", number % 38),
        "affected_status": "military",
        "place": _of(number, ["Ostervik", "Lindmoor, by the river", None]),
        "certainty": "stated",
        "coded_by": "extractor 0.3",
        "review": "unchecked",
    }


def _dates(rows: int, claims: int) -> dict:
    number = numpy.arange(rows)
    days = pa.array([_FIRST + timedelta(days=day) for day in range(_DAYS)])
    day = days.take(pa.array(number % _DAYS))
    claim = number * claims // rows
    text = _of(number, ["on that day", "Monday, the first"])
    start = pa.array(number % _PER_SOURCE * 200)
    return {
        "date_id": _numbered("made-report.d", number),
        "source_id": _numbered("made-report-", numpy.minimum(claim // _PER_SOURCE, max(1, claims // _PER_SOURCE) - 1)),
        "claim_id": _numbered("made-report.c", claim),
        "role": _of(number, ["event", "as_of"]),
        "edtf": pc.cast(day, "string"),
        "start": day,
        "end": day,
        "date_prec": pa.repeat(1, rows),
        "start_char": start,
        "end_char": pc.add(start, pc.cast(pc.utf8_length(text), "int64")),
        "text": text,
        "coded_by": "extractor 0.3",
        "review": "unchecked",
    }


def _actors() -> dict:
    names = ["ministry", "staff", *(f"force-{number}" for number in range(38))]
    return {
        "actor_id": pa.array(names),
        "name": pa.array(["the ministry", "the joint staff", *(name.replace("-", " ") for name in names[2:])]),
        "kind": _of(range(len(names)), ["body", "force"]),
    }


def _attributions(claims: int) -> dict:
    number, hop = numpy.repeat(numpy.arange(claims), 2), numpy.tile([0, 1], claims)
    return {
        "claim_id": _numbered("made-report.c", number),
        "hop": pa.array(hop),
        "role": _of(hop, ["publisher", "speaker"]),
        "actor_id": _of(number * hop, ["ministry", "staff"]),
        "basis": "stated",
    }


def _links(figures: int) -> dict:
    number = numpy.arange(0, figures // 2 * 2, _PER_CLAIM)
    return {
        "subject_id": _numbered("made-report.f", number + 1),
        "predicate": "repeats",
        "object_id": _numbered("made-report.f", number),
        "subject_table": "figures",
        "basis": "derived",
        "rule": "same_count_1",
    }
