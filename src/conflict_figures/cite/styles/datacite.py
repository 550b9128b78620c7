"""DataCite metadata, schema 4.5, as JSON: what a DOI is registered with."""

from __future__ import annotations

from conflict_figures.cite.record import Record
from conflict_figures.cite.sources import Source
from conflict_figures.cite.styles.csl import encode
from conflict_figures.errors import InputError

#: The general type for each kind of source; everything else is Text.
TYPES = {"report": "Report", "dataset": "Dataset"}
_KERNEL = "http://datacite.org/schema/kernel-4"


def render(record: Record) -> str:
    """Return the metadata.

    ``doi`` stands there only where the release has one: who registers the metadata adds the DOI that the registry issues. The
    DOI of a release is not that of a part of it, so for a part it is the identifier of what the part belongs to.

    Raises:
        InputError: the data are not a release. DataCite asks for the year of publication, and there is none to be written.
    """
    if record.date is None:
        raise InputError(
            f"DataCite asks for the year of publication, and these data, numbered {record.version}, are not a release",
            remedy="Cite a release, or choose another style",
        )
    said = {
        "doi": None if record.part else record.doi,
        "url": None if record.part else record.homepage or record.url,
        "types": {"resourceType": "Dataset", "resourceTypeGeneral": "Dataset"},
        "creators": [_body(name) for name in record.creators],
        "titles": [{"title": f"{record.title}: {record.part.label}" if record.part else record.title}],
        "publisher": {"name": record.publisher},
        "publicationYear": record.year,
        "dates": [{"date": record.date, "dateType": "Issued"}],
        "version": record.version,
        "subjects": [{"subject": word} for word in dict.fromkeys(record.keywords)],
        "rightsList": [_rights(one) for one in record.licences],
        "descriptions": _descriptions(record),
    }
    return encode({key: value for key, value in (said | _part(record)).items() if value} | {"schemaVersion": _KERNEL})


def _part(record: Record) -> dict:
    part = record.part
    if part is None:
        return {}
    whole = {
        "titles": [{"title": record.title}],
        "relatedItemType": "Dataset",
        "relationType": "IsPartOf",
        "relatedItemIdentifier": _identifier(record.doi, "DOI"),
        "creators": [_body(name) for name in record.creators],
        "publicationYear": record.year,
        "edition": f"Version {record.version}",
        "publisher": record.publisher,
    }
    items = [{key: value for key, value in one.items() if value} for one in (whole, *map(_source, part.sources))]
    hashed = {"alternateIdentifier": part.sha256, "alternateIdentifierType": "SHA-256 of the canonical CSV of the rows"}
    related = {"relatedIdentifier": record.doi, "relatedIdentifierType": "DOI", "relationType": "IsPartOf", "resourceTypeGeneral": "Dataset"}
    return {
        "sizes": [f"{part.rows} row{'' if part.rows == 1 else 's'}"],
        "alternateIdentifiers": [hashed] if part.sha256 else None,
        "relatedIdentifiers": [related] if record.doi else None,
        # the schema wants no item twice
        "relatedItems": [one for place, one in enumerate(items) if one not in items[:place]],
    }


def _source(source: Source) -> dict:
    return {
        "titles": [{"title": source.called}],
        "relatedItemType": TYPES.get(source.kind, "Text"),
        "relationType": "IsDerivedFrom",
        "relatedItemIdentifier": _identifier(source.url, "URL"),
        "creators": [{"name": name} for name in source.authors],
        "publicationYear": source.year,
        "publisher": source.publisher,
    }


def _descriptions(record: Record) -> list[dict]:
    found = [{"description": record.description, "descriptionType": "Abstract"}] if record.description else []
    return found + ([{"description": " ".join(record.notes), "descriptionType": "TechnicalInfo"}] if record.notes else [])


def _rights(licence) -> dict:
    spdx = {"rightsIdentifier": licence.name, "rightsIdentifierScheme": "SPDX", "schemeUri": "https://spdx.org/licenses/"}
    return {"rights": licence.title or licence.name, **({"rightsUri": licence.url} if licence.url else {}), **spdx}


def _body(name: str) -> dict:
    return {"name": name, "nameType": "Organizational"}


def _identifier(value: str | None, kind: str) -> dict | None:
    return {"relatedItemIdentifier": value, "relatedItemIdentifierType": kind} if value else None
