"""Changes of rows as columns: one line for a row that came or went, one for each cell that changed."""

from __future__ import annotations

from conflict_figures.tabular.delimited import number
from conflict_figures.release.changes import Changes
from conflict_figures.release.forms import listing

NAMES = ("op", "table", "key", "column", "old", "new", "reason")


def of(changes: Changes) -> dict[str, list[str | None]]:
    """Return the columns by name."""
    found: dict[str, list[str | None]] = {name: [] for name in NAMES}

    def add(op: str, table: str, key: listing.Key, cell: listing.Cell | None = None, reason: str | None = None) -> None:
        told = (None, None, None) if cell is None else (cell.column, spelled(cell.old), spelled(cell.new))
        for name, value in zip(NAMES, (op, table, listing.name(key), *told, reason), strict=True):
            found[name].append(value)

    for one in changes.tables:
        if one.counted:
            for key, told in listing.gone(one):
                add("DEL", one.table, key, reason=told["reason"])
            for key, cells in listing.changed(one):
                for cell in cells:
                    add("MOD", one.table, key, cell)
            for key, _ in listing.added(one):
                add("ADD", one.table, key)
    return found


def spelled(value: object) -> str | None:
    """Return a value as the CSV spells it, None for none.

    >>> spelled(600.0), spelled(False), spelled(None)
    ('600', 'false', None)
    """
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float) and value - value == 0:
        return number(value)
    return None if value is None else str(value)
