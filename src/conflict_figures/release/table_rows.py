"""The rows of two versions, table by table: added, changed, withdrawn with a tombstone, gone without one."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property

import pyarrow
import pyarrow.compute as pc

from conflict_figures.errors import InputError
from conflict_figures.release import fields, structure
from conflict_figures.versions import compare
from conflict_figures.versions.compare import Rows
from conflict_figures.versions.package import Package
from conflict_figures.versions.reasons import TABLE as TOMBSTONES

#: The table that repeats the rows of another, in another dress.
VIEW = "figures_flat"


@dataclass(frozen=True)
class TableRows:
    """What became of the rows of one table.

    ``table`` is its name in the new version (in the old one, where it is removed). ``rows.added``, ``.gone`` and ``.changed`` are
    as `compare.rows` has them, the columns under their new names. ``old_key`` holds the columns that name the gone rows, and
    ``matched`` is False where the versions have no key in common and every row counts as gone and come. ``told`` gives for each
    gone row the row of ``tombstones`` that tells why, or null.
    """

    table: str
    rows: Rows
    old_key: tuple[str, ...]
    told: pyarrow.Array
    tombstones: pyarrow.Table
    matched: bool = True

    @property
    def added(self) -> int:
        """How many rows are new."""
        return len(self.rows.added)

    @cached_property
    def changed(self) -> int:
        """How many rows have a cell that changed."""
        return len(self.rows.changed_rows())

    @property
    def cells(self) -> int:
        """How many cells changed."""
        return sum(len(places) for places in self.rows.changed.values())

    @property
    def withdrawn(self) -> int:
        """How many rows are gone with a tombstone."""
        return len(self.told) - self.told.null_count

    @property
    def gone(self) -> int:
        """How many rows are gone without one."""
        return self.told.null_count

    @property
    def counted(self) -> bool:
        """Whether the rows count: those of the flat view repeat figures, and tombstones are told of by the rows they stand for."""
        return self.table not in (VIEW, TOMBSTONES)

    def __bool__(self) -> bool:
        return bool(self.added or self.cells or len(self.told))


def compare_all(old: Package, new: Package, progress: Callable[[str], None] = lambda what: None) -> Iterator[TableRows]:
    """Compare the rows of every table of either version, those of the new one first.

    Raises:
        InputError: a key stands twice in a table, or a file is not the one that was published.
    """
    pairs = structure.paired(old, new)
    tombstones = new.read(TOMBSTONES) if TOMBSTONES in new.tables else _none()
    for name in (*new.tables, *(name for name in old.tables if name not in pairs.values())):
        progress(f"comparing {name}")
        was = pairs.get(name) if name in new.tables else name
        yield _one(name, was, old if was else None, new if name in new.tables else None, tombstones)


def _one(name: str, was: str | None, old: Package | None, new: Package | None, tombstones: pyarrow.Table) -> TableRows:
    before = old.read(was) if old is not None and was is not None else None
    after = new.read(name) if new is not None else None
    if before is not None and after is not None:
        called = fields.renamed(old.schema(was), new.schema(name))
        before = before.rename_columns([called.get(column, column) for column in before.column_names])
        old_key = [called.get(column, column) for column in structure.key(old.schema(was))]
        new_key = structure.key(new.schema(name))
    else:
        old_key = new_key = structure.key(new.schema(name) if new is not None else old.schema(was))
    for table, columns, package in ((before, old_key, old), (after, new_key, new)):
        if table is not None:
            _there(table, columns, name, package)
    before, after = _empty(after) if before is None else before, _empty(before) if after is None else after
    key, ours = _shared_key(before, after, old_key, new_key)
    rows = compare.rows(before, after, key) if key else _unmatched(before, after, new_key)
    _unique(rows.old, rows.again_old, key, name, old)
    _unique(rows.new, rows.again_new, key, name, new)
    told = _told({name, was or name}, compare.keys(rows.old.select(ours).take(rows.gone), ours), tombstones)
    return TableRows(name, rows, tuple(ours), told, tombstones, bool(key))


def _shared_key(old: pyarrow.Table, new: pyarrow.Table, old_key: list[str], new_key: list[str]) -> tuple[list[str], list[str]]:
    """Return the columns to match rows by, none where there are none, and the columns that name the old rows."""
    if old_key == new_key and old_key:
        return new_key, old_key
    for key in (new_key, old_key):
        if key and all(column in table.column_names for column in key for table in (old, new)):
            if not _repeats(old, key) and not _repeats(new, key):
                return key, old_key or key
    if not old_key and not new_key:
        shared = [column for column in new.column_names if column in old.column_names]
        return shared, shared
    return [], old_key or old.column_names


def _unmatched(old: pyarrow.Table, new: pyarrow.Table, key: list[str]) -> Rows:
    none = pyarrow.array([], pyarrow.int64())
    gone, added = (pyarrow.array(range(table.num_rows), pyarrow.int64()) for table in (old, new))
    return Rows(
        tuple(key or new.column_names), compare.plain(old), compare.plain(new), added=added, gone=gone,
        kept_old=none, kept_new=none, again_old=none, again_new=none,
    )  # fmt: skip


def _unique(table: pyarrow.Table, again: pyarrow.Array, key: list[str], name: str, package: Package | None) -> None:
    if package is not None and len(again):
        (found,) = compare.keys(table.take(again[:1]), key).to_pylist()
        raise InputError(
            f"the key {found or ''!r} stands in {name} more than once, and its rows cannot be told apart",
            path=package.where, remedy="Run conflict-figures validate on it, and mend what that finds",
        )  # fmt: skip


def _there(table: pyarrow.Table, key: list[str], name: str, package: Package) -> None:
    missing = [column for column in key if column not in table.column_names]
    if missing:
        raise InputError(f"{name} has no column {missing[0]}, which is part of its key", path=package.where, remedy="Add the column")


def _repeats(table: pyarrow.Table, key: list[str]) -> bool:
    return pc.count_distinct(compare.unambiguous(table, key), mode="all").as_py() < table.num_rows


def _told(names: set[str], keys: pyarrow.Array, tombstones: pyarrow.Table) -> pyarrow.Array:
    if not len(keys) or not tombstones.num_rows:
        return pyarrow.nulls(len(keys), pyarrow.int64())
    of_table = pc.is_in(tombstones["table"], value_set=pyarrow.array(sorted(names), pyarrow.string()))
    numbers = pc.indices_nonzero(of_table)
    there = tombstones["key"].take(numbers)
    there = there.combine_chunks() if isinstance(there, pyarrow.ChunkedArray) else there
    return pc.cast(numbers, pyarrow.int64()).take(pc.index_in(keys, value_set=there))


def _empty(table: pyarrow.Table) -> pyarrow.Table:
    return table.schema.empty_table()


def _none() -> pyarrow.Table:
    return pyarrow.table({name: pyarrow.array([], pyarrow.string()) for name in ("table", "key", "withdrawn_in", "reason", "replaced_by")})
