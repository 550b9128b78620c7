"""Small datasets of two versions, one released, one installed, for what has to do with versions."""

import hashlib
import io
import json
import zipfile
from datetime import date
from pathlib import Path

import pyarrow
from pyarrow import parquet

from conflict_figures import _paths, schema
from conflict_figures.publish import descriptor
from conflict_figures.tabular import delimited
from conflict_figures.versions import index


class World:
    """A small installed dataset and the release before it, an older shape of it; what is installed can be made a release."""

    def __init__(self, folder: Path, monkeypatch) -> None:
        self.folder, self.monkeypatch = folder, monkeypatch
        self.listed: dict[str, index.Release] = {}
        (folder / "releases").mkdir(parents=True)
        monkeypatch.setattr(_paths, "releases", lambda: folder / "releases")

    def install(self, version: str, tables: dict[str, list[dict]]) -> None:
        """Put a dataset where the installed one is looked for."""
        for path, content in package_files(version, tables).items():
            target = self.folder / "installed" / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(content)
        self.monkeypatch.setattr(_paths, "data", lambda: self.folder / "installed" / "data")
        self.monkeypatch.setattr(_paths, "descriptor", lambda: self.folder / "installed" / "datapackage.json")

    def release(self, version: str, tables: dict[str, list[dict]], date: str, doi: str | None = None) -> None:
        """Make a zip of a dataset and put it on the list of releases."""
        files = package_files(version, tables)
        data = zipped(version, files)
        name = f"conflict-figures-{version}.zip"
        (self.folder / "releases" / name).write_bytes(data)
        hashes = {one["name"]: one["contentHash"] for one in json.loads(files["datapackage.json"])["resources"]}
        self.listed[version] = index.Release(version, date, name, len(data), hashlib.sha256(data).hexdigest(), hashes, doi)
        (self.folder / "releases" / index.INDEX).write_bytes(index.encode(self.listed))


def zipped(version: str, files: dict[str, bytes]) -> bytes:
    """The zip of a package."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for path, content in files.items():
            archive.writestr(f"conflict-figures-{version}/{path}", content)
    return out.getvalue()


def package_files(version: str, tables: dict[str, list[dict]], **said: str) -> dict[str, bytes]:
    """The files of a package of plain records, whose columns are those of the first; the first column is the key. ``said`` is more of the descriptor."""
    files, resources = {}, []
    for name, records in tables.items():
        table = pyarrow.Table.from_pylist(sorted(records, key=lambda row: list(row.values())[0]))
        out = io.BytesIO()
        parquet.write_table(table, out)
        files[f"data/{name}.parquet"] = out.getvalue()
        files[f"data/{name}.csv"] = delimited.encode(table)
        key = KEYS.get(name, table.column_names[:1])
        twin = {"path": f"data/{name}.parquet", "format": "parquet", "hash": descriptor.sha256(out.getvalue())}
        described = {"fields": [{"name": column} for column in table.column_names], "primaryKey": key}
        content = descriptor.sha256(files[f"data/{name}.csv"])
        resources.append({"name": name, "contentHash": content, "schema": described, "alternates": [twin]})
    described = {**schema.package(), "version": version, **said, "resources": resources}
    return files | {"datapackage.json": json.dumps(described).encode()}


KEYS = {"attributions": ["claim_id", "hop"], "withdrawn": ["table", "key"]}
OLD = {
    "sources": [
        {"source_id": "page", "kind": "article", "publisher": "The Wire", "title": "Toll rises", "author": "A. Bee; C. Dee", "published": "2025-04-30"},
        {"source_id": "rumour", "kind": "post", "publisher": None, "title": None, "author": None, "published": None},
    ],
    "claims": [
        {"claim_id": "page.c1", "source_id": "page", "quote": "About 600 “were” killed", "speaker": "Lee", "origin": "NIS", "stance": "asserted"},
        {"claim_id": "rumour.c1", "source_id": "rumour", "quote": "In 2025 they said", "speaker": None, "origin": None, "stance": "asserted"},
    ],
    "figures": [
        {"figure_id": "page.f1", "claim_id": "page.c1", "text": "About 600", "value": 600.0, "measure": "killed"},
        {"figure_id": "rumour.f1", "claim_id": "rumour.c1", "text": "2025", "value": 2025.0, "measure": "killed"},
    ],
    "figures_flat": [
        {"figure_id": "page.f1", "source_id": "page", "value": 600.0, "measure": "killed", "quote": "About 600 “were” killed", "day": date(2025, 4, 30)},
        {"figure_id": "rumour.f1", "source_id": "rumour", "value": 2025.0, "measure": "killed", "quote": "In 2025 they said", "day": None},
    ],
}  # fmt: skip
_GONE = {"withdrawn_in": "0.2.0", "last_in": "0.1.0", "reason": "The number is a year, not a count."}
NEW = {
    **{name: records[:1] for name, records in OLD.items()},
    "attributions": [{"claim_id": "page.c1", "hop": 0, "actor_id": "lee"}, {"claim_id": "page.c1", "hop": 1, "actor_id": "nis"}],
    "actors": [{"actor_id": "lee", "name": "Lee", "kind": "person"}, {"actor_id": "nis", "name": "NIS", "kind": "body"}],
    "withdrawn": [
        {"table": name, "key": list(OLD[name][1].values())[0], **_GONE, "replaced_by": "page.f1" if name == "figures" else None,
         "row": json.dumps({column: cell for column, cell in OLD[name][1].items() if cell is not None})}
        for name in ("claims", "figures", "sources")
    ],
}  # fmt: skip
