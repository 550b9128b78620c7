"""Kinds of change between two versions: how large a step each asks for, and how it is told.

The steps are those of the Data Package version recipe (https://datapackage.org/recipes/data-package-version/): *major* for what
breaks a program that reads the data, *minor* for what adds to them, *patch* for what corrects them.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Level = Literal["none", "patch", "minor", "major"]
#: From the smallest step to the largest.
LEVELS: tuple[Level, ...] = ("none", "patch", "minor", "major")


@dataclass(frozen=True)
class Kind:
    """A kind of change: its step; what it does (``ADD``, ``MOD``, ``DEL``) to what; how one and how many are told."""

    level: Level
    op: str
    what: str
    one: str
    many: str


def _kind(level: Level, op: str, what: str, thing: str, things: str, said: str, rest: str = "") -> Kind:
    return Kind(level, op, what, f"{thing} is {said}{rest}", f"{things} are {said}{rest}")


KINDS: dict[str, Kind] = {
    "package_renamed": Kind("major", "MOD", "package", "package has another name", "packages have other names"),
    "table_removed": _kind("major", "DEL", "table", "table", "tables", "removed"),
    "table_renamed": _kind("major", "MOD", "table", "table", "tables", "renamed"),
    "table_moved": Kind("major", "MOD", "table", "table stands at another place among the others", "tables stand at other places among the others"),
    "key_changed": Kind("major", "MOD", "table", "table has another primary key", "tables have another primary key"),
    "file_changed": Kind("major", "MOD", "table", "table is in a file of another name or form", "tables are in files of other names or forms"),
    "field_removed": _kind("major", "DEL", "field", "field", "fields", "removed"),
    "field_renamed": _kind("major", "MOD", "field", "field", "fields", "renamed"),
    "field_moved": Kind("major", "MOD", "field", "field stands at another place among the others", "fields stand at other places among the others"),
    "field_between": _kind("major", "ADD", "field", "field", "fields", "added", " before others, which moves those"),
    "type_changed": Kind("major", "MOD", "field", "field has another type", "fields have another type"),
    "format_changed": Kind("major", "MOD", "field", "field is written in another way", "fields are written in another way"),
    "unit_changed": Kind("major", "MOD", "field", "field is in another unit", "fields are in another unit"),
    "constraint_tightened": _kind("major", "MOD", "field", "constraint", "constraints", "tightened"),
    "code_removed": _kind("major", "DEL", "code", "code", "codes", "removed"),
    "rows_gone": _kind("major", "DEL", "row", "row", "rows", "gone", " without a tombstone"),
    "table_added": _kind("minor", "ADD", "table", "table", "tables", "added"),
    "field_added": _kind("minor", "ADD", "field", "field", "fields", "added", " behind the others"),
    "constraint_loosened": _kind("minor", "MOD", "field", "constraint", "constraints", "loosened"),
    "code_added": _kind("minor", "ADD", "code", "code", "codes", "added"),
    "rows_added": _kind("minor", "ADD", "row", "row", "rows", "added"),
    "rows_withdrawn": _kind("minor", "DEL", "row", "row", "rows", "withdrawn"),
    "rows_changed": _kind("patch", "MOD", "row", "row", "rows", "changed"),
    "tombstones_changed": _kind("patch", "MOD", "row", "tombstone", "tombstones", "changed"),
    "view_changed": Kind("patch", "MOD", "row", "row of the flat view is made in another way", "rows of the flat view are made in another way"),
    "code_relabelled": _kind("patch", "MOD", "code", "code", "codes", "relabelled"),
    "code_moved": Kind("patch", "MOD", "field", "code list has another order", "code lists have another order"),
    "description_changed": Kind("patch", "MOD", "field", "description or other property is changed", "descriptions and other properties are changed"),
}  # fmt: skip


@dataclass(frozen=True)
class Difference:
    """One difference between two descriptors.

    ``kind`` is one of `KINDS`. ``table`` is the table as the new version calls it (the old one, where it is removed), None for
    the package. ``field`` and ``code`` name what in the table, ``aspect`` which property of that; ``old`` and ``new`` are its
    values, None where one side has none. ``codes`` names the code list of the field, where it has a name.
    """

    kind: str
    table: str | None
    field: str | None = None
    aspect: str | None = None
    code: str | None = None
    codes: str | None = None
    old: object = None
    new: object = None

    @property
    def level(self) -> Level:
        """The step that it asks for."""
        return KINDS[self.kind].level

    @property
    def name(self) -> str:
        """What differs, as reasons and notes name it: ``figures.value``, ``figures.value minimum``, ``looted (measure)``."""
        place = ".".join(part for part in (self.table, self.field) if part is not None) or "the package"
        if self.code is not None:
            return f"{self.code} ({self.codes or place})"
        if self.kind in ("table_renamed", "field_renamed"):
            return f"{self.table}.{self.old} → {self.new}" if self.field else f"{self.old} → {self.new}"
        if self.kind in ("constraint_tightened", "constraint_loosened", "description_changed", "format_changed"):
            return f"{place} {self.aspect}"
        return place


def largest(levels) -> Level:
    """Return the largest of some steps, ``"none"`` of none.

    >>> largest(["patch", "major", "minor"])
    'major'
    """
    return max(levels, key=LEVELS.index, default="none")
