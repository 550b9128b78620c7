"""What a search engine for datasets reads: schema.org's Dataset, as JSON-LD."""

from __future__ import annotations

import json

from conflict_figures.release.described import Described


def encode(described: Described) -> bytes:
    """Return ``dataset.jsonld``; paths are relative to it, for no address is known before somebody hosts the files."""
    package = described.package.descriptor
    said = {
        "@context": "https://schema.org/",
        "@type": "Dataset",
        "name": package["title"],
        "alternateName": package["name"],
        **described.said,
        "isAccessibleForFree": True,
        "variableMeasured": _measured(described),
        "distribution": [
            {
                "@type": "DataDownload",
                "name": file.path.rpartition("/")[2],
                "contentUrl": file.path,
                "encodingFormat": file.mediatype,
                "contentSize": f"{file.bytes} B",
                "sha256": file.sha256,
            }
            for file in described.files
        ],
    }
    if described.doi:
        said["identifier"] = f"https://doi.org/{described.doi}"
    return (json.dumps(said, indent=2, ensure_ascii=False) + "\n").encode("utf-8")


def _measured(described: Described) -> list[dict]:
    """Return the columns that tell how many of what; the view that joins them has them all."""
    fields = {field["name"]: field for field in described.package.schema("figures")["fields"]}
    measured = []
    for name in ("value", "low", "high", "measure"):
        one = {"@type": "PropertyValue", "name": name, "description": fields[name]["description"]}
        measured.append(one | ({"unitText": fields[name]["unit"]} if "unit" in fields[name] else {}))
    return measured
