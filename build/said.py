"""How the build words its counts."""

from collections import Counter
from collections.abc import Iterable, Mapping

from conflict_figures.wording import counted as count

__all__ = ["count", "measures", "rows"]


def rows(tables: Mapping[str, list]) -> str:
    """Return the number of rows of each table: "sources 1, figures 16"."""
    return ", ".join(f"{name} {len(records):,}" for name, records in tables.items())


def measures(figures: Iterable[dict]) -> str:
    """Return how many figures there are of each measure, the most frequent first."""
    found = Counter(row["measure"] for row in figures)
    listed = sorted(found.items(), key=lambda item: (-item[1], item[0]))
    return ", ".join(f"{measure} {number:,}" for measure, number in listed) or "none"
