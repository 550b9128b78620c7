"""A report as plain text: each kind of fault with its first places, the remedy, and what was read."""

from conflict_figures.check.report import Entry, Report


def render(report: Report, limit: int = 3) -> str:
    """Return the report as lines of text; a kind of fault shows at most ``limit`` places."""
    parts = [_entry(entry, limit) for entry in report.entries]
    read = ", ".join(f"{one.rows:,} rows of {one.table}" for one in report.read) or "nothing"
    verdict = "No fault found" if report.ok else f"{sum(entry.count for entry in report.entries):,} faults of {len(report.entries):,} kinds"
    return "\n".join([*parts, f"{verdict}; read {read}."])


def _entry(entry: Entry, limit: int) -> str:
    first = entry.first
    lines = [f"{_place(place)}: {place.message}" for place in entry.places[:limit]]
    if entry.count > len(lines):
        lines.append(f"  and {entry.count - len(lines):,} more")
    return "\n".join([*lines, f"  {first.remedy}. [{first.rule}]"])


def _place(place) -> str:
    where = ":".join(str(part) for part in (place.path, place.line, place.position) if part is not None)
    return " ".join(part for part in (where, place.table, place.column) if part)
