"""Which columns a rule reads: what it says of a row rests on these cells, and on no others."""

import functools

from conflict_figures import schema
from conflict_figures.check import rules
from conflict_figures.check.keys import references


def read_by(rule: str, table: str, column: str | None) -> frozenset[tuple[str, str]]:
    """The columns on which a rule rests: those its expression reads, or its own and the key's.

    >>> sorted(read_by("foreign-key", "links", "subject_id"))
    [('links', 'subject_id')]
    """
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
