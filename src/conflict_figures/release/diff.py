"""What changed between two versions of the dataset: rows by their key, and the shape of the tables."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from conflict_figures.release import compare
from conflict_figures.release.shape_changes import ShapeChange, shape_changes
from conflict_figures.versions.package import Package

if TYPE_CHECKING:
    from conflict_figures.release.bump import Bump

#: Tables whose rows repeat those of others: the view of the figures, and the tombstones of rows that are told of as withdrawn.
REPEATING = ("figures_flat", "withdrawn")


@dataclass(frozen=True)
class Tombstone:
    """Why a row was withdrawn, and in which version."""

    withdrawn_in: str
    reason: str
    replaced_by: str | None


@dataclass(frozen=True)
class TableChanges:
    """What changed in the rows of one table that both versions have under the same key.

    ``tombstones`` are by the key as one string; a row that is gone without one was lost.
    """

    table: str
    rows: compare.Rows
    tombstones: Mapping[str, Tombstone] = field(default_factory=dict)

    @cached_property
    def added(self) -> int:
        """The number of rows that came."""
        return len(self.rows.added)

    @cached_property
    def changed(self) -> int:
        """The number of rows of which a cell changed."""
        return len(self.rows.changed_rows())

    @cached_property
    def gone(self) -> list[str]:
        """The keys of all rows that went, in the order of the old table."""
        return compare.keys(self.rows.old.take(self.rows.gone), self.rows.key).to_pylist()

    @cached_property
    def withdrawn(self) -> list[str]:
        """The keys of the rows that went with a tombstone."""
        return [key for key in self.gone if key in self.tombstones]

    @cached_property
    def lost(self) -> list[str]:
        """The keys of the rows that went without one."""
        return [key for key in self.gone if key not in self.tombstones]

    def __bool__(self) -> bool:
        return bool(self.added or self.changed or self.gone)


@dataclass(frozen=True)
class Changes:
    """What changed between two versions.

    ``old`` and ``new`` are their names. ``tables`` has an entry for each table that both have under the same key, in the order
    of the new version; ``new_tables`` and ``old_tables`` give the number of rows of those that only one has.
    """

    old: str
    new: str
    tables: Mapping[str, TableChanges]
    shape: tuple[ShapeChange, ...]
    new_tables: Mapping[str, int] = field(default_factory=dict)
    old_tables: Mapping[str, int] = field(default_factory=dict)

    def __bool__(self) -> bool:
        return bool(self.shape) or any(self.tables.values())

    @cached_property
    def bump(self) -> Bump:
        """The least version after ``old`` that says what changed, with the reasons."""
        from conflict_figures.release.bump import bump

        return bump(self)

    def to_text(self) -> str:
        """The changes for a terminal or a mail."""
        from conflict_figures.release.forms import text

        return text.render(self)

    def to_markdown(self) -> str:
        """The change notes of a release."""
        from conflict_figures.release.forms import markdown

        return markdown.render(self)


def diff(old: Package, new: Package) -> Changes:
    """Compare two packages.

    Raises:
        InputError: a file of one of them is not what its descriptor says.
    """
    both = [name for name in new.tables if name in old.tables and old.schema(name)["primaryKey"] == new.schema(name)["primaryKey"]]
    stones = _tombstones(new)
    return Changes(
        old.version, new.version,
        {name: _table(name, old, new, stones.get(name, {})) for name in both},
        shape_changes(old, new),
        {name: new.resource(name)["rowCount"] for name in new.tables if name not in old.tables},
        {name: old.resource(name)["rowCount"] for name in old.tables if name not in new.tables},
    )  # fmt: skip


def _table(name: str, old: Package, new: Package, stones: Mapping[str, Tombstone]) -> TableChanges:
    key = new.schema(name)["primaryKey"]
    return TableChanges(name, compare.rows(old.read(name), new.read(name), [key] if isinstance(key, str) else key), stones)


def _tombstones(package: Package) -> dict[str, dict[str, Tombstone]]:
    found: dict[str, dict[str, Tombstone]] = {}
    if "withdrawn" in package.tables:
        for row in package.read("withdrawn").to_pylist():
            found.setdefault(row["table"], {})[row["key"]] = Tombstone(row["withdrawn_in"], row["reason"], row["replaced_by"])
    if "figures" in found:
        # a row of the view is gone with its figure
        found["figures_flat"] = found["figures"]
    return found
