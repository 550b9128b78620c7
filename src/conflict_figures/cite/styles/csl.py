"""CSL-JSON, as Zotero, Pandoc and citeproc read it: a list of items, the data first."""

from __future__ import annotations

import json

from conflict_figures.cite import days
from conflict_figures.cite.record import Record
from conflict_figures.cite.sources import Source

#: The type of item for each kind of source.
TYPES = {"article": "article-newspaper", "report": "report", "post": "post", "dataset": "dataset"}


def render(record: Record) -> str:
    """Return a JSON list with one item, and one more for each source of the part that is cited."""
    item = {
        "id": f"{record.name}-{record.version}",
        "type": "dataset",
        "title": record.title,
        "author": _names(record.creators),
        "issued": {"date-parts": [[int(part) for part in record.date.split("-")]]} if record.date else None,
        "status": None if record.date else "unreleased",
        "version": record.edition,
        "publisher": record.publisher,
        "DOI": record.doi,
        "URL": record.url,
        "note": " ".join(record.notes),
    }
    return encode([_filled(item), *(_source(one) for one in (record.part.sources if record.part else ()))])


def encode(value: object) -> str:
    """Return JSON to be read by people too, letters of any script as they are."""
    return json.dumps(value, indent=2, ensure_ascii=False)


def _source(source: Source) -> dict:
    return _filled(
        {
            "id": source.source_id,
            "type": TYPES.get(source.kind, "webpage"),
            "title": source.called,
            "author": _names(source.authors),
            "container-title" if source.kind == "article" else "publisher": source.publisher,
            "issued": _issued(source),
            "URL": source.url,
            "accessed": {"date-parts": [[int(part) for part in source.accessed.split("-")]]} if source.accessed else None,
            "language": source.language,
            "note": source.date_note,
        }
    )


def _issued(source: Source) -> dict | None:
    if source.day:
        return {"date-parts": [list(source.day)]}
    return {"literal": days.words(source.published)} if source.published else None


def _names(names: tuple[str, ...]) -> list[dict]:
    # literal: nothing is taken apart into given and family name
    return [{"literal": name} for name in names]


def _filled(item: dict) -> dict:
    return {key: value for key, value in item.items() if value}
