"""What changed, as lines for a terminal."""

from __future__ import annotations

from conflict_figures.release.diff import REPEATING, Changes
from conflict_figures.release.forms import rows
from conflict_figures.wording import counted

#: Places of a kind that are listed; all are counted.
MOST = 10


def render(changes: Changes, most: int = MOST) -> str:
    """Return the counts of each table, the first changes of each kind, and the least version with its reasons."""
    lines = [f"from {changes.old} to {changes.new}", ""]
    if not changes:
        return "\n".join([*lines, "nothing changed", ""])
    lines += [*_counts(changes), ""]
    for title, listed in (("shape", _shape(changes)), ("cells", _cells(changes, most)), ("gone", _gone(changes, most))):
        lines += [title, *(f"  {line}" for line in listed), ""] if listed else []
    lines.append(f"the least version after {changes.old} is {changes.bump.least}:")
    lines += [f"  {reason}" for reason in changes.bump.reasons]
    return "\n".join([*lines, ""])


def _counts(changes: Changes) -> list[str]:
    found = [(name, one.added, one.changed, len(one.withdrawn), len(one.lost)) for name, one in changes.tables.items() if one and name != "withdrawn"]
    heads = ("rows", "added", "changed", "withdrawn", "lost")
    width = max([len(row[0]) for row in found] + [len(heads[0])])
    lines = [f"{heads[0]:{width}}" + "".join(f"{head:>11}" for head in heads[1:])] if found else []
    lines += [f"{row[0]:{width}}" + "".join(f"{count:>11,}" for count in row[1:]) for row in found]
    lines += [f"new table {name}: {counted(count, 'row')}" for name, count in changes.new_tables.items()]
    return lines + [f"table gone: {name}, {counted(count, 'row')}" for name, count in changes.old_tables.items()]


def _shape(changes: Changes) -> list[str]:
    lines: dict[tuple[str, str], list[str]] = {}
    for one in changes.shape:
        lines.setdefault((one.level, one.kind), []).append(one.place)
    return [f"{level}: {kind}  {', '.join(filter(None, places))}".rstrip() for (level, kind), places in lines.items()]


def _cells(changes: Changes, most: int) -> list[str]:
    lines = []
    for name, one in changes.tables.items():
        if name in REPEATING:
            continue
        lines += [f"{name} {cell.key}  {cell.column}: {rows.shown(cell.old)} → {rows.shown(cell.new)}" for cell in rows.cells(one, most)]
        more = rows.count_cells(one) - most
        lines += [f"{name}: and {counted(more, 'cell')} more"] if more > 0 else []
    return lines


def _gone(changes: Changes, most: int) -> list[str]:
    lines = []
    for name, one in changes.tables.items():
        if name in REPEATING:
            continue
        lines += [f"{name} {key}  withdrawn in {one.tombstones[key].withdrawn_in}: {one.tombstones[key].reason}" for key in one.withdrawn[:most]]
        lines += [f"{name} {key}  lost: no tombstone says why" for key in one.lost[:most]]
        more = max(len(one.withdrawn) - most, 0) + max(len(one.lost) - most, 0)
        lines += [f"{name}: and {counted(more, 'row')} more"] if more else []
    return lines
