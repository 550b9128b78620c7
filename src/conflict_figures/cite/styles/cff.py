"""CITATION.cff, version 1.2.0: the file in which a repository says how it is cited."""

from __future__ import annotations

from conflict_figures.cite.record import Record
from conflict_figures.cite.sources import Source

#: The type of reference for each kind of source.
TYPES = {"article": "newspaper-article", "report": "report", "dataset": "data"}
_ASKED = "If you use these data, please cite them as below, and name the version."


def render(record: Record) -> str:
    """Return the YAML; the sources of the part that is cited stand under ``references``."""
    part = record.part
    said = {
        "cff-version": "1.2.0",
        "message": " ".join([_ASKED, *record.notes]),
        "type": "dataset",
        "title": record.title,
        "authors": _entities(record.creators),
        "version": record.edition,
        "date-released": record.date,
        "doi": record.doi,
        "url": record.homepage,
        "identifiers": [_hash(part.sha256, part.label)] if part and part.sha256 else None,
        "license": [one.name for one in record.licences] if len(record.licences) > 1 else next((one.name for one in record.licences), None),
        "abstract": record.description,
        "keywords": list(record.keywords),
        "references": _references(part.sources) if part else None,
    }
    return encode({key: value for key, value in said.items() if value})


def encode(value: object) -> str:
    """Return YAML in the order given, letters of any script as they are."""
    import yaml

    return yaml.dump(value, Dumper=_dumper(), sort_keys=False, allow_unicode=True, width=120).rstrip("\n")


def _dumper():
    import yaml

    class Plain(yaml.SafeDumper):
        """Without anchors and aliases, which few readers of CITATION.cff know."""

        def ignore_aliases(self, data):
            return True

    return Plain


def _references(sources: tuple[Source, ...]) -> list[dict]:
    found = [_reference(one) for one in sources]
    # the format wants no reference twice; sources of which next to nothing is known may read alike
    return [one for place, one in enumerate(found) if one not in found[:place]]


def _reference(source: Source) -> dict:
    day = source.day or ()
    said = {
        "type": TYPES.get(source.kind, "website"),
        "title": source.called,
        # a reference has to have an author: who published stands for one that is not named
        "authors": _entities(source.authors or ((source.publisher or "Author not recorded"),)),
        "publisher": {"name": source.publisher} if source.publisher else None,
        "date-published": f"{day[0]}-{day[1]:02}-{day[2]:02}" if len(day) == 3 else None,
        "year": int(source.year) if source.year else None,
        "month": day[1] if len(day) > 1 else None,
        "url": source.url,
        "date-accessed": source.accessed,
        "notes": source.date_note,
    }
    return {key: value for key, value in said.items() if value}


def _entities(names: tuple[str, ...]) -> list[dict]:
    # an entity has one name; a person would have to be taken apart into given and family name
    return [{"name": name} for name in names]


def _hash(sha256: str, label: str) -> dict:
    return {"type": "other", "value": sha256, "description": f"SHA-256 of the canonical CSV of {label}."}
