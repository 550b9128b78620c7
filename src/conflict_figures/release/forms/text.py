"""Changes as plain text, short: how many of which table, the first rows of each, the step of the version with its reasons."""

from __future__ import annotations

from collections.abc import Iterator

from conflict_figures.check.reports.visible import visible
from conflict_figures.release.changes import Changes
from conflict_figures.release.forms import listing, words
from conflict_figures.release.table_rows import VIEW, TableRows

_COUNTS = ("added", "changed", "withdrawn", "gone")


def render(changes: Changes, limit: int = 10) -> str:
    """Return the changes as lines of text."""
    parts = [[f"{visible(changes.old)} → {visible(changes.new)}: {words.in_short(changes)}"]]
    if any(changes.tables):
        parts.append(_table(changes))
    if changes.structure:
        parts.append([*_shape(changes, limit)])
    parts += [[*_rows(one, limit)] for one in changes.tables if one.counted and one]
    parts.append([words.step(changes), *(f"  {reason}" for reason in map(visible_reason, changes.bump.reasons))])
    return "\n\n".join("\n".join(part) for part in parts) + "\n"


def visible_reason(reason: str) -> str:
    """Return a reason on one line, whatever the names in it hold."""
    return visible(reason, 1000)


def _table(changes: Changes) -> list[str]:
    shown = [one for one in changes.tables if one and (one.counted or one.table == VIEW)]
    lines = [["", *_COUNTS], *([visible(one.table), *(f"{getattr(one, count):,}" for count in _COUNTS)] for one in shown)]
    width = max(len(line[0]) for line in lines)
    said = [line[0].ljust(width) + "".join(cell.rjust(11) for cell in line[1:]) for line in lines]
    for place, one in enumerate(shown, 1):
        if one.table == VIEW:
            said[place] += "  (repeats figures)"
    return said


def _shape(changes: Changes, limit: int) -> Iterator[str]:
    for said, found in words.shape(changes):
        more = f" and {len(found) - limit:,} more" if len(found) > limit else ""
        yield f"{said}: {'; '.join(map(words.difference, found[:limit]))}{more}"


def _rows(one: TableRows, limit: int) -> Iterator[str]:
    yield f"{visible(one.table)}" + ("" if one.matched else " (its key changed, and no row can be matched)")
    for key, told in listing.gone(one, limit):
        why = f"withdrawn: {words.cell(told['reason'], 300)}" if told["withdrawn_in"] else "gone without a tombstone"
        yield f"  - {words.cell(listing.name(key))}  {why}"
    yield from _more(len(one.told), limit)
    for key, cells in listing.changed(one, limit):
        said = "; ".join(f"{words.cell(cell.column)}: {words.cell(cell.old)} → {words.cell(cell.new)}" for cell in cells)
        yield f"  ~ {words.cell(listing.name(key))}  {said}"
    yield from _more(one.changed, limit)
    for key, _ in listing.added(one, limit):
        yield f"  + {words.cell(listing.name(key))}"
    yield from _more(one.added, limit)


def _more(count: int, limit: int) -> list[str]:
    return [f"  and {count - limit:,} more"] if count > limit else []
