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


def shape(changes: Changes) -> list[tuple[str, list[Difference]]]:
    """Return what differs between the descriptors, by kind, the weightiest first: a sentence, and the differences.

    A code list that several fields share is one list, and is told of once.
    """
    found: dict[str, dict[str, Difference]] = {}
    for one in changes.structure:
        found.setdefault(one.kind, {}).setdefault(f"{one.name} {one.aspect}", one)
    ordered = [(kind, [*found[kind].values()]) for kind in KINDS if kind in found]
    return [(f"{len(ones):,} {KINDS[kind].one if len(ones) == 1 else KINDS[kind].many}", ones) for kind, ones in ordered]


def difference(one: Difference) -> str:
    """Return a difference of two descriptors in words; descriptions are long, and are only named."""
    named = visible(one.name)
    whole = isinstance(one.old, dict) or isinstance(one.new, dict)
    if whole or KINDS[one.kind].op != "MOD" or one.kind.endswith("renamed") or one.kind == "description_changed":
        return named
    return f"{named}: {value(one.old)} → {value(one.new)}"


def step(changes: Changes) -> str:
    """Return in a sentence what version this asks for."""
    bump = changes.bump
    if bump.level == "none":
        return "The version need not change."
    if bump.least is None:
        return f"This is a {bump.level} change."
    young = " (while the first number is 0, the second stands for major changes too)" if bump.level == "major" and bump.least.startswith("0.") else ""
    return f"This is a {bump.level} change{young}: the least version after {changes.old} is {bump.least}."


def value(said: object, longest: int = _LONGEST) -> str:
    """Return a value of a descriptor in words."""
    if said is None:
        return "none"
    return visible(", ".join(map(str, said)) if isinstance(said, list) else spelled(said), longest)
