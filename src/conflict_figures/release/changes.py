"""What changed between two versions, and the forms in which that is told."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from conflict_figures.release.difference import Difference
from conflict_figures.release.table_rows import VIEW, TableRows

if TYPE_CHECKING:
    from conflict_figures.release.bump import Bump


@dataclass(frozen=True)
class Side:
    """One of two versions: what messages call it, and its number, where it has one."""

    where: str
    version: str | None

    def __str__(self) -> str:
        return self.version or self.where


@dataclass(frozen=True, repr=False)
class Changes:
    """What changed from ``old`` to ``new``.

    ``structure`` holds what differs in the descriptors, ``tables`` the rows of each table. Rows of the flat view repeat figures
    and tombstones stand for rows of other tables: the counts leave both out.

    >>> import conflict_figures as cf
    >>> bool(cf.diff(cf.version(), cf.version()))
    False
    """

    old: Side
    new: Side
    structure: tuple[Difference, ...]
    tables: tuple[TableRows, ...]

    def __bool__(self) -> bool:
        return bool(self.structure) or any(self.tables)

    def __repr__(self) -> str:
        rows = ", ".join(f"{getattr(self, count):,} {count}" for count in ("added", "changed", "withdrawn", "gone"))
        return f"<Changes from {self.old} to {self.new}; rows: {rows}>"

    def __str__(self) -> str:
        return self.to_text()

    @property
    def added(self) -> int:
        """How many rows are new."""
        return sum(one.added for one in self.tables if one.counted)

    @property
    def changed(self) -> int:
        """How many rows have a cell that changed."""
        return sum(one.changed for one in self.tables if one.counted)

    @property
    def cells(self) -> int:
        """How many cells changed."""
        return sum(one.cells for one in self.tables if one.counted)

    @property
    def withdrawn(self) -> int:
        """How many rows are withdrawn: gone, and a tombstone says why."""
        return sum(one.withdrawn for one in self.tables if one.counted)

    @property
    def gone(self) -> int:
        """How many rows are gone without a tombstone."""
        return sum(one.gone for one in self.tables if one.counted)

    @property
    def view(self) -> TableRows | None:
        """The rows of the flat view, where either version has it."""
        return next((one for one in self.tables if one.table == VIEW), None)

    @cached_property
    def bump(self) -> Bump:
        """The least step of the version that this asks for, with the reasons; see `conflict_figures.release.bump.Bump`."""
        from conflict_figures.release.bump import bump

        return bump(self)

    def to_text(self, limit: int = 10) -> str:
        """Return the changes to be read on a terminal; of each table at most ``limit`` rows are listed."""
        from conflict_figures.release.forms import text

        return text.render(self, limit)

    def to_markdown(self, limit: int = 20) -> str:
        """Return the change notes of the new version; of each kind at most ``limit`` rows are listed, and all are counted."""
        from conflict_figures.release.forms import markdown

        return markdown.render(self, limit)

    def to_html(self, limit: int = 200) -> str:
        """Return the changes as one page; of each kind of a table at most ``limit`` rows are shown."""
        from conflict_figures.release.forms import html

        return html.render(self, limit)

    def to_jsonl(self) -> str:
        """Return every change as JSON Lines; see `lines`."""
        return "".join(f"{line}\n" for line in self.lines())

    def lines(self) -> Iterator[str]:
        """Give every change as a line of JSON, one at a time.

        Each has ``op`` (``ADD``, ``MOD``, ``DEL``), ``kind`` (``row``, ``field``, ``table``, ``code``, ``package``), ``table`` and ``key``,
        an object that names the row, field, … in it. ``MOD`` has ``columns``: what changed, each with ``old`` and ``new``. ``ADD`` of a
        row has ``row``, its cells that are not empty; ``DEL`` of a row has ``withdrawn_in``, ``reason`` and ``replaced_by``, null where
        it has no tombstone.
        """
        from conflict_figures.release.forms import jsonl

        return jsonl.lines(self)
