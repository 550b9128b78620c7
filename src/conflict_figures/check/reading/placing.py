"""Give findings about rows their place in a file."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from conflict_figures.check.finding import Finding
from conflict_figures.check.reading.sheet import Sheet


def place(findings: Iterable[Finding], sheets: Mapping[str, Sheet]) -> list[Finding]:
    """Return ``findings`` with path, line and position, as far as the sheets of their tables know them."""
    return [_placed(one, sheets[one.table]) if one.table in sheets else one for one in findings]


def _placed(one: Finding, sheet: Sheet) -> Finding:
    path = sheet.path if sheet.paths is None or one.row is None else sheet.paths[one.row]
    line = None if sheet.lines is None or one.row is None else int(sheet.lines[one.row])
    return replace(one, path=path, line=line, position=sheet.positions.get(one.column))
