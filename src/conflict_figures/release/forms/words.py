"""Words and cells of changes, as every form has them."""

from __future__ import annotations

from conflict_figures.check.reports.visible import visible
from conflict_figures.release.changes import Changes
from conflict_figures.release.difference import KINDS, Difference
from conflict_figures.release.forms.columns import spelled
from conflict_figures.wording import counted

#: The longest value that is shown.
_LONGEST = 80


def cell(value: object, longest: int = _LONGEST) -> str:
    """Return a value as the CSV spells it, on one line and not too long; an empty one as such.

    >>> cell(600.0), cell(True), cell(None)
    ('600', 'true', 'empty')
    """
    said = spelled(value)
    return "empty" if said is None else visible(said, longest)


def in_short(changes: Changes) -> str:
    """Return in a sentence how many rows came, changed and went."""
    if not changes:
        return "Nothing changed."
    said = [f"{counted(changes.added, 'row')} added", f"{counted(changes.changed, 'row')} changed ({counted(changes.cells, 'cell')})"]
    said.append(f"{counted(changes.withdrawn, 'row')} withdrawn")
    if changes.gone:
        said.append(f"{counted(changes.gone, 'row')} gone without a tombstone")
    return ", ".join(said) + "."


def difference(one: Difference) -> str:
    """Return a difference of two descriptors in words."""
    kind = KINDS[one.kind]
    said = f"{visible(one.name)}: {kind.one}"
    return said if kind.op != "MOD" or one.kind.endswith("renamed") else f"{said}, from {_value(one.old)} to {_value(one.new)}"


def step(changes: Changes) -> str:
    """Return in a sentence what version this asks for."""
    bump = changes.bump
    if bump.level == "none":
        return "The version need not change."
    least = f": {bump.least} at least" if bump.least else ""
    return f"This is a {bump.level} change{least}."


def _value(value: object) -> str:
    return "nothing" if value is None else visible(", ".join(map(str, value)) if isinstance(value, list) else value, _LONGEST)
