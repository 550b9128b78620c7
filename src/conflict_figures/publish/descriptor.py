"""The descriptor: ``datapackage.json``, valid against the Data Package standard, version 2."""

import json
from collections.abc import Mapping

from conflict_figures import schema
from conflict_figures.hashing import sha256

#: What one table is as files: its rows, and the bytes of its CSV and of its Parquet twin.
Files = tuple[int, bytes, bytes]


def build(files: Mapping[str, Files]) -> dict:
    """Return the descriptor of a release.

    One resource a table: the CSV, with its schema written out. Its Parquet twin stands under
    ``alternates``. ``contentHash`` is the SHA-256 of the rows themselves, spelled as the CSV spells
    them: two files with one content hash hold the same rows, whatever wrote them.
    """
    described = {key: value for key, value in schema.package().items() if key != "tables"}
    return described | {"resources": [_resource(name, *files[name]) for name in schema.table_names() if name in files]}


def encode(descriptor: dict) -> bytes:
    """Return the descriptor as the bytes of ``datapackage.json``."""
    return (json.dumps(descriptor, indent=2, ensure_ascii=False) + "\n").encode("utf-8")


def _resource(name: str, rows: int, csv: bytes, parquet: bytes) -> dict:
    table = schema.table(name)
    return {
        "name": name,
        "type": "table",
        "title": table.title,
        "description": table.description,
        "path": f"data/{name}.csv",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "dialect": {"delimiter": ",", "lineTerminator": "\n", "quoteChar": '"', "doubleQuote": True, "header": True},
        "bytes": len(csv),
        "hash": sha256(csv),
        "contentHash": sha256(csv),
        "rowCount": rows,
        "schema": schema.descriptor(name),
        "alternates": [
            {
                "path": f"data/{name}.parquet",
                "format": "parquet",
                "mediatype": "application/vnd.apache.parquet",
                "bytes": len(parquet),
                "hash": sha256(parquet),
                "contentHash": sha256(csv),
            }
        ],
    }
