"""The least step of the version that a change asks for, by the Data Package version recipe, with the reasons.

https://datapackage.org/recipes/data-package-version/; while the major number is 0 the recipe's major changes raise the minor
number (https://semver.org/, 4), and only corrections raise the last.
"""

from __future__ import annotations

from dataclasses import dataclass

from conflict_figures.release.changes import Changes
from conflict_figures.release.difference import KINDS, LEVELS, Difference, Level, largest
from conflict_figures.release.table_rows import TableRows
from conflict_figures.schema import RELEASE_COLUMNS
from conflict_figures.versions.reasons import TABLE as TOMBSTONES

#: Names that a reason lists.
_NAMED = 5


@dataclass(frozen=True)
class Bump:
    """The least step of the version: ``level``, one reason for each kind of change, the weightiest first, and ``least``.

    ``least`` is the least number of the new version, None where the old one has no number.
    """

    level: Level
    reasons: tuple[str, ...]
    least: str | None


def bump(changes: Changes) -> Bump:
    """Return the step that changes ask for.

    >>> import conflict_figures as cf
    >>> bump(cf.diff(cf.version(), cf.version())).level
    'none'
    """
    told = [(kind, _of_rows(kind, by_table)) for kind, by_table in rows(changes).items()]
    for kind in KINDS:
        of_kind = [one for one in changes.structure if one.kind == kind]
        if of_kind:
            told.append((kind, _of_structure(kind, of_kind)))
    told.sort(key=lambda one: (-LEVELS.index(KINDS[one[0]].level), [*KINDS].index(one[0])))
    level = largest(KINDS[kind].level for kind, _ in told)
    return Bump(level, tuple(f"{KINDS[kind].level}: {said}" for kind, said in told), least(changes.old.version, level))


def least(version: str | None, level: Level) -> str | None:
    """Return the least version after ``version``; None where that is not three numbers.

    >>> least("0.1.3", "major"), least("0.1.3", "minor"), least("1.2.3", "major"), least("1.2.3", "minor"), least("1.2.3", "patch")
    ('0.2.0', '0.2.0', '2.0.0', '1.3.0', '1.2.4')
    """
    from conflict_figures.versions.index import VERSION, order

    if version is None or not VERSION.fullmatch(version):
        return None
    major, minor, patch = order(version)
    if level == "major" and major > 0:
        return f"{major + 1}.0.0"
    if level in ("major", "minor"):
        return f"{major}.{minor + 1}.0"
    return f"{major}.{minor}.{patch + (level == 'patch')}"


def rows(changes: Changes) -> dict[str, dict[str, int]]:
    """Return how many rows of each table came, went and changed, by kind; kinds without a row are left out."""
    counts = {"rows_gone": "gone", "rows_added": "added", "rows_withdrawn": "withdrawn", "rows_changed": "changed"}
    found = {kind: {one.table: getattr(one, count) for one in changes.tables if one.counted and getattr(one, count)} for kind, count in counts.items()}
    for one in changes.tables:
        if one.table == TOMBSTONES and (lost := _lost(one, changes)):
            found["rows_gone"][one.table] = lost
        if one.table == TOMBSTONES and one.changed:
            found["tombstones_changed"] = {one.table: one.changed}
    if changes.view and changes.view.changed and not any(found.values()):
        found["view_changed"] = {changes.view.table: changes.view.changed}
    return {kind: by_table for kind, by_table in found.items() if by_table}


def _lost(tombstones: TableRows, changes: Changes) -> int:
    """Count the tombstones that are gone although their rows did not come back: ids that nothing tells of any more."""
    from conflict_figures.versions.compare import keys

    there = {one.table: one for one in changes.tables}
    lost = 0
    for row in tombstones.rows.old.take(tombstones.rows.gone).select(["table", "key"]).to_pylist():
        one = there.get(row["table"])
        lost += one is None or row["key"] not in set(keys(one.rows.new.take(one.rows.added), one.rows.key).to_pylist())
    return lost


def _of_rows(kind: str, by_table: dict[str, int]) -> str:
    count = sum(by_table.values())
    named = ", ".join(f"{rows:,} of {table}" for table, rows in by_table.items())
    return f"{count:,} {KINDS[kind].one if count == 1 else KINDS[kind].many}: {named}"


def _of_structure(kind: str, found: list[Difference]) -> str:
    # a code list that several fields share is one list; what the release fills itself comes last
    names = list(dict.fromkeys(one.name for one in sorted(found, key=lambda one: one.field in RELEASE_COLUMNS)))
    more = f" and {len(names) - _NAMED:,} more" if len(names) > _NAMED else ""
    said = KINDS[kind].one if len(names) == 1 else KINDS[kind].many
    return f"{len(names):,} {said}: {', '.join(names[:_NAMED])}{more}"
