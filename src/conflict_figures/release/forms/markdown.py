"""What changed, as the change notes of a release."""

from __future__ import annotations

from conflict_figures.release.diff import REPEATING, Changes
from conflict_figures.release.forms import rows
from conflict_figures.wording import counted

#: Cells and rows of a table that are listed; all are counted.
MOST = 50


def render(changes: Changes) -> str:
    """Return the notes: counts, shape, corrected cells, withdrawn rows with their reasons, and why the version has its number."""
    parts = [f"# Version {changes.new}", f"What changed since version {changes.old}. `conflict-figures diff {changes.old} {changes.new}` lists every row."]
    if not changes:
        return "\n\n".join([*parts, "Nothing changed.", ""]).rstrip("\n") + "\n"
    parts += [part for part in (_counts(changes), _shape(changes), _cells(changes), _gone(changes)) if part]
    parts.append(
        "## Why this number\n\n"
        f"The least version after {changes.old} that says what changed is {changes.bump.least}, by the version recipe of the Data Package "
        "standard; while the first number is 0, a major change raises the second.\n\n" + "\n".join(f"- {reason}" for reason in changes.bump.reasons)
    )
    return "\n\n".join(parts) + "\n"


def _counts(changes: Changes) -> str:
    lines = ["## Rows", "", "| Table | added | changed | withdrawn |", "| --- | ---: | ---: | ---: |"]
    for name, one in changes.tables.items():
        if one and name != "withdrawn":
            lines.append(f"| `{name}` | {one.added:,} | {one.changed:,} | {len(one.gone):,} |")
    lines += [f"| `{name}`, a new table | {count:,} | – | – |" for name, count in changes.new_tables.items()]
    lines += [f"| `{name}`, no table any more | – | – | {count:,} |" for name, count in changes.old_tables.items()]
    if any(name in changes.tables and changes.tables[name] for name in REPEATING):
        lines += ["", "The view `figures_flat` repeats what changed in the tables that it joins."]
    return "\n".join(lines)


def _shape(changes: Changes) -> str:
    kinds: dict[str, list[str]] = {}
    for one in changes.shape:
        kinds.setdefault(one.kind, []).append(f"`{one.place}`" if one.place else "")
    if not kinds:
        return ""
    return "## Tables, columns and codes\n\n" + "\n".join(f"- {kind}{': ' if any(places) else ''}{', '.join(filter(None, places))}" for kind, places in kinds.items())


def _cells(changes: Changes) -> str:
    lines = []
    for name, one in changes.tables.items():
        if name in REPEATING or not one.changed:
            continue
        lines += [f"- `{name}` {cell.key}, `{cell.column}`: {_quiet(cell.old)} → {_quiet(cell.new)}" for cell in rows.cells(one, MOST)]
        more = rows.count_cells(one) - MOST
        lines += [f"- `{name}`: and {counted(more, 'cell')} more"] if more > 0 else []
    return "## Corrected cells\n\n" + "\n".join(lines) if lines else ""


def _gone(changes: Changes) -> str:
    lines = []
    for name, one in changes.tables.items():
        if name in REPEATING or not one.gone:
            continue
        for key in one.gone[:MOST]:
            stone = one.tombstones.get(key)
            after = f" Now: {stone.replaced_by}." if stone and stone.replaced_by else ""
            lines.append(f"- `{name}` {key}: {_quiet(stone.reason, 300) if stone else 'no reason is given.'}{after}")
        lines += [f"- `{name}`: and {counted(len(one.gone) - MOST, 'row')} more"] if len(one.gone) > MOST else []
    return "## Withdrawn rows\n\n" + "\n".join(lines) if lines else ""


def _quiet(value: object, most: int = 60) -> str:
    """Return a cell of which nothing is taken for markup."""
    return "".join(f"\\{sign}" if sign in "\\`*_[]<>|#~" else sign for sign in rows.shown(value, most))
