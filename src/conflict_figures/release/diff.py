"""Compare two versions of the dataset: ``cf.diff("0.1.0", "0.2.0")``."""

from __future__ import annotations

from collections.abc import Callable

from conflict_figures.release import structure, table_rows
from conflict_figures.release.changes import Changes, Side
from conflict_figures.versions.package import Package

__all__ = ["Changes", "diff"]


def diff(old: Package, new: Package, progress: Callable[[str], None] = lambda what: None) -> Changes:
    """Return what changed between two published packages.

    Args:
        progress: called with what is being done.

    Raises:
        InputError: a file is not the one that was published, or a key stands twice in a table.
    """
    differences = tuple(structure.compare(old, new))
    return Changes(_side(old), _side(new), differences, tuple(table_rows.compare_all(old, new, progress)))


def _side(package: Package) -> Side:
    # a descriptor may be anybody's, and say anything
    return Side(package.where, package.version if isinstance(package.version, str) else None)
