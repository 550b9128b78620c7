"""Give findings about rows their place in a file, and drop those that only speak of a cell that could not be read."""

import functools
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace

import numpy

from conflict_figures import schema
from conflict_figures.check import rules
from conflict_figures.check.finding import Finding
from conflict_figures.check.keys import references
from conflict_figures.check.reading.sheet import Sheet


#: No more findings than this are looked through for those that rest on unreadable cells.
_MOST = 100_000


def room(sheets: Mapping[str, Sheet], limit: int | None) -> int | None:
    """How many findings of a kind to ask for, so that ``limit`` of them are left once the misled ones are dropped."""
    if limit is None:
        return None
    counts = (len(rows) for sheet in sheets.values() for rows in sheet.unreadable.values())
    return limit + min(sum(counts), _MOST)


def place(findings: Iterable[Finding], sheets: Mapping[str, Sheet], limit: int | None = None) -> list[Finding]:
    """Return ``findings`` with path, line and position, without those that an unreadable cell alone has raised."""
    unread = {name: _Unread(sheet) for name, sheet in sheets.items()}
    kinds: dict[tuple, list[Finding]] = defaultdict(list)
    for one in findings:
        kinds[one.table, one.column, one.rule].append(one)
    placed: list[Finding] = []
    for kind in kinds.values():
        sheet = sheets.get(kind[0].table)
        if sheet is None:
            placed += kind
            continue
        kept = [one for one in kind if not _misled(one, sheet, unread)]
        more = sum(one.more for one in kind)
        if kind[0].column in sheet.absent:
            more = 0
        elif kind[0].rule == "required":
            # every unreadable cell is null, and so was counted; those that are not listed are taken off the count
            more -= min(more, len(sheet.unreadable.get(kind[0].column, ())) - (len(kind) - len(kept)))
        if kept:
            listed = kept if limit is None else kept[: max(limit, 1)]
            more += len(kept) - len(listed)
            placed += [_placed(replace(one, more=0), sheet) for one in listed[:-1]]
            placed.append(_placed(replace(listed[-1], more=more), sheet))
        elif more > 0 and kind[0].rule == "required":
            # so many cells could not be read that those that are empty are beyond what was listed
            placed.append(_placed(replace(kind[0], key=None, row=None, cells=(), more=more - 1), sheet))
    return placed


def _placed(one: Finding, sheet: Sheet) -> Finding:
    path = sheet.path if sheet.paths is None or one.row is None else sheet.paths[one.row]
    line = None if sheet.lines is None or one.row is None else int(sheet.lines[one.row])
    return replace(one, path=path, line=line, position=sheet.positions.get(one.column))


def _misled(one: Finding, sheet: Sheet, unread: "Mapping[str, _Unread]") -> bool:
    """Whether the cells on which a finding rests were not read, so that it says nothing of what stands there."""
    for table, column in _read_by(one.rule, one.table, one.column):
        if table not in unread:
            continue
        if column in unread[table].sheet.absent:
            return True
        if table == one.table and unread[table].at(one.row, column):
            return True
        if table != one.table and not unread[table].ids(column).isdisjoint(_ids(sheet, [one.row])):
            return True
    return False


class _Unread:
    """The cells of a sheet that could not be read."""

    def __init__(self, sheet: Sheet) -> None:
        self.sheet = sheet
        self._ids: dict[str, set[str]] = {}

    def at(self, row: int | None, column: str) -> bool:
        """Whether the cell could not be read."""
        rows = self.sheet.unreadable.get(column)
        if rows is None or row is None:
            return False
        place = numpy.searchsorted(rows, row)
        return bool(place < len(rows) and rows[place] == row)

    def ids(self, column: str) -> set[str]:
        """The ids in the rows where ``column`` could not be read: what rules of other tables may miss there."""
        rows = self.sheet.unreadable.get(column, ())
        if len(rows) and column not in self._ids:
            self._ids[column] = _ids(self.sheet, rows)
        return self._ids.get(column, set())


def _read_by(rule: str, table: str, column: str | None) -> frozenset[tuple[str, str]]:
    """The columns on which a rule rests: those its expression reads, or its own and the key's."""
    named = _columns_of_rules().get((rule, table))
    if named is not None:
        return named
    if rule == "primary-key":
        return frozenset((table, one) for one in schema.table(table).primary_key)
    target = {(other, key) for own, other, key in references(table) if own == column} if rule == "foreign-key" else set()
    return frozenset({(table, column)} | target) if column else frozenset()


@functools.cache
def _columns_of_rules() -> dict[tuple[str, str], frozenset[tuple[str, str]]]:
    """Which columns each rule of the codebook reads, found by letting it run over empty tables that take note."""
    found: dict[tuple[str, str], frozenset[tuple[str, str]]] = {}
    for rule in rules.every():
        notes: set[tuple[str, str]] = set()
        tables = {name: _Noting(name, notes) for name in schema.table_names()}
        try:
            rule.mask(tables)
        except Exception:  # a rule that wants more of a table than notes can give rests on its own column
            notes |= {(rule.table, rule.column)} if rule.column else set()
        found[rule.name, rule.table] = found.get((rule.name, rule.table), frozenset()) | notes
    return found


class _Noting:
    """An empty table that writes down which of its columns are asked for."""

    def __init__(self, name: str, notes: set[tuple[str, str]]) -> None:
        self._name, self._notes, self._table = name, notes, None

    def _plain(self):
        from conflict_figures.tabular.columns import plain

        if self._table is None:
            self._table = plain(schema.arrow(self._name).empty_table())
        return self._table

    def __getitem__(self, column: str):
        self._notes.add((self._name, column))
        return self._plain()[column]

    def column(self, column: str):
        return self[column]

    def select(self, columns):
        self._notes.update((self._name, column) for column in columns)
        return self._plain().select(columns)

    def to_pylist(self) -> list[dict]:
        self._notes.update((self._name, column) for column in schema.table(self._name).field_names)
        return []

    def filter(self, mask) -> "_Noting":
        return self

    def __getattr__(self, name: str):
        return getattr(self._plain(), name)


def _ids(sheet: Sheet, rows) -> set[str]:
    """The ids that rows bear: their key, and what they point at."""
    if sheet.table is None or any(row is None for row in rows[:1]):
        return set()
    columns = {*schema.table(sheet.name).primary_key, *(column for column, _, _ in references(sheet.name))}
    values = {value for column in columns for value in sheet.table[column].take(rows).unique().to_pylist()}
    return {value for value in values if isinstance(value, str)}
