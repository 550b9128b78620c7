"""What machine-learning libraries read: Croissant 1.0, made of the descriptor."""

from __future__ import annotations

import json

from conflict_figures.release.described import Described, File

#: The standard's own context; it has to be written out in every file.
_CONTEXT = {
    "@language": "en",
    "@vocab": "https://schema.org/",
    "citeAs": "cr:citeAs",
    "column": "cr:column",
    "conformsTo": "dct:conformsTo",
    "cr": "http://mlcommons.org/croissant/",
    "rai": "http://mlcommons.org/croissant/RAI/",
    "data": {"@id": "cr:data", "@type": "@json"},
    "dataType": {"@id": "cr:dataType", "@type": "@vocab"},
    "dct": "http://purl.org/dc/terms/",
    "examples": {"@id": "cr:examples", "@type": "@json"},
    "equivalentProperty": "cr:equivalentProperty",
    "extract": "cr:extract",
    "field": "cr:field",
    "fileProperty": "cr:fileProperty",
    "fileObject": "cr:fileObject",
    "fileSet": "cr:fileSet",
    "format": "cr:format",
    "includes": "cr:includes",
    "isLiveDataset": "cr:isLiveDataset",
    "jsonPath": "cr:jsonPath",
    "key": "cr:key",
    "md5": "cr:md5",
    "parentField": "cr:parentField",
    "path": "cr:path",
    "recordSet": "cr:recordSet",
    "references": "cr:references",
    "regex": "cr:regex",
    "repeated": "cr:repeated",
    "replace": "cr:replace",
    "samplingRate": "cr:samplingRate",
    "sc": "https://schema.org/",
    "separator": "cr:separator",
    "source": "cr:source",
    "subField": "cr:subField",
    "transform": "cr:transform",
}
_TYPES = {"string": "sc:Text", "integer": "sc:Integer", "number": "sc:Float", "boolean": "sc:Boolean", "date": "sc:Date"}


def encode(described: Described, cite_as: str) -> bytes:
    """Return ``croissant.json``: the files with their hashes, and every column of every CSV."""
    package = described.package.descriptor
    said = {
        "@context": _CONTEXT,
        "@type": "sc:Dataset",
        "conformsTo": "http://mlcommons.org/croissant/1.0",
        "name": package["name"],
        **described.said,
        "citeAs": cite_as,
    }
    # an address of the dataset is known only once it has a DOI
    said |= {"url": f"https://doi.org/{described.doi}", "identifier": f"https://doi.org/{described.doi}"} if described.doi else {}
    said |= {"distribution": [_file(one) for one in described.files], "recordSet": [_records(described, one) for one in described.package.tables]}
    return (json.dumps(said, indent=2, ensure_ascii=False) + "\n").encode("utf-8")


def _file(file: File) -> dict:
    return {
        "@type": "cr:FileObject",
        "@id": file.path,
        "name": file.path.rpartition("/")[2],
        "contentUrl": file.path,
        "contentSize": f"{file.bytes} B",
        "encodingFormat": "application/x-parquet" if file.path.endswith(".parquet") else file.mediatype,
        "sha256": file.sha256,
    }


def _records(described: Described, table: str) -> dict:
    resource, schema = described.package.resource(table), described.package.schema(table)
    return {
        "@type": "cr:RecordSet",
        "@id": table,
        "name": table,
        "description": schema["description"],
        "key": [{"@id": f"{table}/{column}"} for column in schema["primaryKey"]],
        "field": [_field(table, resource["path"], field) for field in schema["fields"]],
    }


def _field(table: str, path: str, field: dict) -> dict:
    # what a column points at stands in the descriptor: a reader of Croissant takes it for a join that it has to make
    return {
        "@type": "cr:Field",
        "@id": f"{table}/{field['name']}",
        "name": field["name"],
        "description": field["description"],
        "dataType": _TYPES[field["type"]],
        "source": {"fileObject": {"@id": path}, "extract": {"column": field["name"]}},
    }
