"""The least number that a version may have after another, by what changed: the Data Package version recipe."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from conflict_figures.release.shape_changes import MAJOR, MINOR, PATCH
from conflict_figures.wording import counted

if TYPE_CHECKING:
    from conflict_figures.release.diff import Changes

NONE = "none"
LEVELS = (NONE, PATCH, MINOR, MAJOR)
_NAMED = 4  # places that a reason names


@dataclass(frozen=True)
class Bump:
    """``level`` is ``major``, ``minor``, ``patch`` or ``none``; ``reasons`` begin with the level they stand for, gravest first.

    ``least`` is the least version that may follow.
    """

    level: str
    reasons: tuple[str, ...]
    least: str


def bump(changes: Changes) -> Bump:
    """Return the least version after ``changes.old``, and why it is no less."""
    found = [*_of_rows(changes), *_of_shape(changes)]
    # by gravity, and as they were found within one
    found.sort(key=lambda one: -LEVELS.index(one[0]))
    level = found[0][0] if found else NONE
    return Bump(level, tuple(f"{level}: {words}" for level, words in found), least(changes.old, level))


def least(version: str, level: str) -> str:
    """Return the version that a change of this level asks for.

    While the first number is 0 anything may change (Semantic Versioning 2.0.0, rule 4), and a major change raises the second.

    >>> least("1.4.2", "major"), least("1.4.2", "minor"), least("1.4.2", "patch"), least("0.4.2", "major"), least("0.4.2", "none")
    ('2.0.0', '1.5.0', '1.4.3', '0.5.0', '0.4.2')
    """
    first, second, third = (int(part) for part in version.split("."))
    if level == MAJOR and first:
        return f"{first + 1}.0.0"
    if level in (MAJOR, MINOR):
        return f"{first}.{second + 1}.0"
    return f"{first}.{second}.{third + (level == PATCH)}"


def _of_rows(changes: Changes) -> list[tuple[str, str]]:
    from conflict_figures.release.diff import REPEATING

    tables = [one for name, one in changes.tables.items() if name not in REPEATING]
    kinds = (
        (MAJOR, "gone without a tombstone", [(one.table, len(one.lost)) for one in tables]),
        (MINOR, "added", [(one.table, one.added) for one in tables]),
        (MINOR, "withdrawn with a reason", [(one.table, len(one.withdrawn)) for one in tables]),
        (PATCH, "with corrected cells", [(one.table, one.changed) for one in tables]),
    )
    found = []
    for level, words, counts in kinds:
        told = [(table, count) for table, count in counts if count]
        if told:
            listed = ", ".join(f"{table} {count:,}" for table, count in told)
            found.append((level, f"{counted(sum(count for _, count in told), 'row')} {words} ({listed})"))
    return found


def _of_shape(changes: Changes) -> list[tuple[str, str]]:
    places: dict[tuple[str, str], list[str]] = defaultdict(list)
    for one in changes.shape:
        places[one.level, one.kind].append(one.place)
    found = []
    for (level, kind), named in places.items():
        listed = ", ".join(place for place in named[:_NAMED] if place)
        more = f" and {len(named) - _NAMED} more" if len(named) > _NAMED else ""
        found.append((level, f"{kind}{f': {listed}{more}' if listed else ''}"))
    return found
