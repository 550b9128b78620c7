"""The descriptors of two versions: tables added, removed, renamed, moved; their fields; what is said of them."""

from __future__ import annotations

from collections.abc import Iterator

from conflict_figures.release import constraints, fields
from conflict_figures.release.difference import Difference
from conflict_figures.schema import RELEASE_COLUMNS
from conflict_figures.versions.package import Package

#: What tells of one version and not of another: its number and day, and the sizes and hashes of its files.
_OF_A_VERSION = ("version", "created", "id", "bytes", "hash", "rowCount", "contentHash", "alternates")
_PACKAGE = ("name", "resources", *_OF_A_VERSION)
#: Where a table is and how its file is read.
_FILE = ("path", "format", "mediatype", "encoding", "dialect")
_RESOURCE = ("name", "schema", *_FILE, *_OF_A_VERSION)
_SCHEMA = ("name", "fields", "primaryKey", "foreignKeys", "uniqueKeys", "rules", "missingValues", "title", "description", "$schema")


def compare(old: Package, new: Package) -> Iterator[Difference]:
    """Compare two descriptors, in the order of the tables of the new one."""
    before, after = old.descriptor, new.descriptor
    if before.get("name") != after.get("name"):
        yield Difference("package_renamed", None, aspect="name", old=before.get("name"), new=after.get("name"))
    yield from fields.properties(None, None, before, after, _PACKAGE)
    pairs = paired(old, new)
    for name in old.tables:
        if name not in pairs.values():
            yield Difference("table_removed", name, old=old.schema(name).get("title"))
    kept = [now for now in new.tables if now in pairs]
    order = {was: now for now, was in pairs.items()}
    for name in fields.moved([order[was] for was in old.tables if was in order], kept):
        places = [*old.tables].index(pairs[name]) + 1, [*new.tables].index(name) + 1
        yield Difference("table_moved", name, aspect="position", old=places[0], new=places[1])
    for name in new.tables:
        if name not in pairs:
            yield Difference("table_added", name, new=new.schema(name).get("title"))
        else:
            if pairs[name] != name:
                yield Difference("table_renamed", name, aspect="name", old=pairs[name], new=name)
            yield from _table(name, old.resource(pairs[name]), new.resource(name))


def paired(old: Package, new: Package) -> dict[str, str]:
    """Return the tables that both have, as name in the new → name in the old version.

    A table that is gone is one that came under another name where both have the same fields and the same key.
    """
    pairs = {name: name for name in new.tables if name in old.tables}
    gone = [name for name in old.tables if name not in pairs]
    for name in new.tables:
        alike = [other for other in gone if name not in pairs and _shape(old.schema(other)) == _shape(new.schema(name))]
        if len(alike) == 1:
            pairs[name] = alike[0]
            gone.remove(alike[0])
    return {name: pairs[name] for name in new.tables if name in pairs}


def key(schema: dict) -> list[str]:
    """Return the columns of the primary key of a table schema; none where it has none.

    >>> key({"primaryKey": "figure_id"})
    ['figure_id']
    """
    found = schema.get("primaryKey", [])
    return [found] if isinstance(found, str) else list(found)


def _table(name: str, old: dict, new: dict) -> Iterator[Difference]:
    before, after = old["schema"], new["schema"]
    called = fields.renamed(before, after)
    if [called.get(column, column) for column in key(before)] != key(after):
        yield Difference("key_changed", name, aspect="primaryKey", old=key(before), new=key(after))
    for word in _FILE:
        if old.get(word) != new.get(word):
            yield Difference("file_changed", name, aspect=word, old=old.get(word), new=new.get(word))
    forms, now = _forms(old), _forms(new)
    if forms != now:
        # whoever reads one of the forms goes on reading as long as it is there
        kind = "description_changed" if set(forms) <= set(now) else "file_changed"
        yield Difference(kind, name, aspect="alternates", old=forms, new=now)
    if before.get("missingValues") != after.get("missingValues"):
        yield Difference("format_changed", name, aspect="missingValues", old=before.get("missingValues"), new=after.get("missingValues"))
    yield from constraints.of_table(name, before, after)
    yield from fields.compare(name, before, after)
    yield from fields.properties(name, None, old, new, _RESOURCE)
    yield from fields.properties(name, None, before, after, _SCHEMA)


def _forms(resource: dict) -> list[str]:
    """Return the other forms that a table comes in, such as Parquet."""
    return sorted(str(one.get("format")) for one in resource.get("alternates", ()))


def _shape(schema: dict) -> tuple:
    return tuple(field["name"] for field in schema.get("fields", ()) if field["name"] not in RELEASE_COLUMNS), tuple(key(schema))
