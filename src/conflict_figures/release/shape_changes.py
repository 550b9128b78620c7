"""What changed in the shape of a package: tables, columns, types, constraints, codes, words. Each with what it means for readers.

The classes are those of the Data Package version recipe: who relies on a name, a place, a type or a bound is broken by its change
(major), who reads on is not by an addition or a wider bound (minor), and words change nothing (patch). The recipe counts every
added field as major; here one behind all others is minor, for whoever reads by name or place goes on reading.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from conflict_figures.schema import RELEASE_COLUMNS
from conflict_figures.versions.package import Package

MAJOR, MINOR, PATCH = "major", "minor", "patch"
#: Constraints that are tighter the larger, and the smaller, they are.
_FLOORS, _CEILINGS = ("minimum", "minLength"), ("maximum", "maxLength")
#: What of a package, table or field only describes it.
_WORDS = ("title", "description", "unit", "standardTerm", "example", "rules")
_OF_PACKAGE = ("title", "description", "keywords", "contributors", "licenses", "homepage")


@dataclass(frozen=True)
class ShapeChange:
    """One change of the shape.

    ``kind`` says what changed in two or three words; ``table`` and ``field`` where, None for the package or the whole table;
    ``old`` and ``new`` are values as JSON has them, None for what was not there. ``level`` is what it means.
    """

    level: str
    kind: str
    table: str | None
    field: str | None
    old: object = None
    new: object = None

    @property
    def place(self) -> str:
        """The table and field, as ``table.field``."""
        return ".".join(part for part in (self.table, self.field) if part)


def shape_changes(old: Package, new: Package) -> tuple[ShapeChange, ...]:
    """Return every change of the shape between two packages, in the order of the tables and fields of the new one."""
    return (*_of_package(old.descriptor, new.descriptor), *_of_tables(old, new))


def _of_package(old: dict, new: dict) -> Iterator[ShapeChange]:
    if old.get("name") != new.get("name"):
        yield ShapeChange(MAJOR, "package renamed", None, None, old.get("name"), new.get("name"))
    for key in _OF_PACKAGE:
        if old.get(key) != new.get(key):
            yield ShapeChange(PATCH, f"{key} of the package", None, None, old.get(key), new.get(key))


def _of_tables(old: Package, new: Package) -> Iterator[ShapeChange]:
    lost = [name for name in old.tables if name not in new.tables]
    for name in new.tables:
        if name in old.tables:
            yield from _of_table(name, old.schema(name), new.schema(name))
            continue
        alike = next((one for one in lost if _names(old.schema(one)) == _names(new.schema(name))), None)
        if alike is None:
            yield ShapeChange(MINOR, "table added", name, None, None, name)
        else:
            lost.remove(alike)
            yield ShapeChange(MAJOR, "table renamed", name, None, alike, name)
    for name in lost:
        yield ShapeChange(MAJOR, "table removed", name, None, name, None)
    before, after = ([name for name in one.tables if name in other.tables] for one, other in ((old, new), (new, old)))
    if before != after:
        yield ShapeChange(MAJOR, "tables reordered", None, None, before, after)


def _of_table(table: str, old: dict, new: dict) -> Iterator[ShapeChange]:
    before, after = ({field["name"]: field for field in one["fields"]} for one in (old, new))
    lost = [name for name in before if name not in after]
    kept = [name for name in after if name in before and name not in RELEASE_COLUMNS]
    for place, name in enumerate(after):
        if name in before:
            yield from _of_field(table, name, before[name], after[name])
        elif place < len(before) and (there := list(before)[place]) in lost and before[there]["type"] == after[name]["type"]:
            lost.remove(there)
            yield ShapeChange(MAJOR, "column renamed", table, name, there, name)
        elif any(other in kept for other in list(after)[place:]):
            yield ShapeChange(MAJOR, "column added before others", table, name, None, name)
        else:
            yield ShapeChange(MINOR, "column added", table, name, None, name)
    for name in lost:
        yield ShapeChange(MAJOR, "column removed", table, name, name, None)
    ordered = [name for name in before if name in kept]
    if ordered != kept:
        yield ShapeChange(MAJOR, "columns reordered", table, None, ordered, kept)
    if old.get("primaryKey") != new.get("primaryKey"):
        yield ShapeChange(MAJOR, "key changed", table, None, old.get("primaryKey"), new.get("primaryKey"))
    yield from _of_references(table, old.get("foreignKeys", []), new.get("foreignKeys", []))
    for key in _WORDS:
        if old.get(key) != new.get(key):
            yield ShapeChange(PATCH, key, table, None, old.get(key), new.get(key))


def _of_references(table: str, old: list, new: list) -> Iterator[ShapeChange]:
    for key in new:
        if key not in old:
            yield ShapeChange(MAJOR, "reference added", table, ", ".join(_listed(key["fields"])), None, key["reference"])
    for key in old:
        if key not in new:
            yield ShapeChange(MINOR, "reference dropped", table, ", ".join(_listed(key["fields"])), key["reference"], None)


def _of_field(table: str, name: str, old: dict, new: dict) -> Iterator[ShapeChange]:
    for key in ("type", "format"):
        if old.get(key) != new.get(key):
            yield ShapeChange(MAJOR, f"{key} changed", table, name, old.get(key), new.get(key))
    before, after = old.get("constraints", {}), new.get("constraints", {})
    for key in dict.fromkeys((*before, *after)):
        if before.get(key) != after.get(key):
            if key == "enum" and key in before and key in after:
                yield from _of_codes(table, name, before[key], after[key])
            else:
                level, how = (MAJOR, "tightened") if _tighter(key, before.get(key), after.get(key)) else (MINOR, "loosened")
                yield ShapeChange(level, f"{key} {how}", table, name, before.get(key), after.get(key))
    for key in (*_WORDS, "categories"):
        if key == "categories" and _codes(old) != _codes(new):
            continue  # told of as codes
        if old.get(key) != new.get(key):
            yield ShapeChange(PATCH, "words of codes" if key == "categories" else key, table, name, old.get(key), new.get(key))


def _of_codes(table: str, name: str, old: list, new: list) -> Iterator[ShapeChange]:
    lost, come = [code for code in old if code not in new], [code for code in new if code not in old]
    if lost:
        yield ShapeChange(MAJOR, "codes removed", table, name, lost, None)
    if come:
        yield ShapeChange(MINOR, "codes added", table, name, None, come)
    if not lost and not come:
        yield ShapeChange(PATCH, "codes reordered", table, name, old, new)


def _tighter(key: str, old, new) -> bool:
    """Say whether a cell that was allowed may now be refused. A pattern cannot be compared, so another one counts as tighter."""
    if new is None or new is False:
        return False
    if old is None or old is False:
        return True
    if key in _FLOORS:
        return new > old
    if key in _CEILINGS:
        return new < old
    return True


def _codes(field: dict) -> list:
    return [one["value"] if isinstance(one, dict) else one for one in field.get("categories", ())]


def _names(schema: dict) -> list[str]:
    return [field["name"] for field in schema["fields"]]


def _listed(fields) -> list[str]:
    return [fields] if isinstance(fields, str) else list(fields)
