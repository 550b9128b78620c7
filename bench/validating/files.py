"""The made tables as files: CSV or Parquet, and a Data Package beside them for frictionless to read."""

import json
from collections.abc import Iterable
from pathlib import Path

import pyarrow as pa
from pyarrow import csv, parquet

from conflict_figures import schema
from conflict_figures.tabular.columns import plain


def write(folder: Path, tables: dict[str, pa.Table], names: Iterable[str], suffix: str) -> Path:
    """Write some of the tables and return their folder; references to tables that are left out are left out with them."""
    folder.mkdir()
    names = list(names)
    for name in names:
        path = folder / f"{name}.{suffix}"
        if suffix == "csv":
            csv.write_csv(plain(tables[name]), path)
        else:
            parquet.write_table(tables[name], path)
    described = {"name": "made", "resources": [_resource(folder.name, name, names, suffix) for name in names]}
    package(folder).write_text(json.dumps(described), encoding="utf-8")
    return folder


def package(folder: Path) -> Path:
    """The descriptor that belongs to a folder, beside it: inside, our own command would read it too."""
    return folder.with_suffix(".json")


def _resource(folder: str, name: str, names: list[str], suffix: str) -> dict:
    described = schema.frictionless(name, foreign_keys=True).to_descriptor()
    keys = [key for key in described.get("foreignKeys", ()) if key["reference"]["resource"] in names]
    described.pop("foreignKeys", None)
    if keys:
        described["foreignKeys"] = keys
    return {"name": name, "type": "table", "path": f"{folder}/{name}.{suffix}", "format": suffix, "schema": described}
