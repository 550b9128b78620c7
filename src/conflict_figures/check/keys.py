"""Is every row's key its own, and does every reference point at a row?"""

import pyarrow.compute as pc

from conflict_figures import schema
from conflict_figures.check.cells import repeated_rows
from conflict_figures.check.context import Tables
from conflict_figures.check.finding import Finding
from conflict_figures.check.joins import contains, distinct
from conflict_figures.check.shape import gather


def primary(name: str, tables: Tables, limit: int | None = None) -> list[Finding]:
    """Find rows whose key stands in an earlier row."""
    key = list(schema.table(name).primary_key)
    return gather(
        name, tables, repeated_rows(tables[name].select(key)), key[0] if len(key) == 1 else None, "primary-key",
        lambda row: f"the key '{' '.join(str(row[column]) for column in key)}' stands in an earlier row",
        "Delete the row, or give it a key of its own", limit,
    )  # fmt: skip


def foreign(name: str, tables: Tables, reference: tuple[str, str, str], limit: int | None = None) -> list[Finding]:
    """Find cells of one column that point at no row of the other table, neither a given nor a released one."""
    column, other, target = reference
    if not tables.knows(other):
        return []
    values = tables[name][column]
    cells = distinct(values)
    dangling = pc.and_(pc.is_valid(cells), pc.invert(contains(tables.known(other, [target])[target], cells)))
    if not pc.any(dangling).as_py():
        return []
    if len(cells) != len(values):
        dangling = contains(cells.filter(dangling), values)
    where = other if not tables.beside else f"{other}, here or in the release"
    return gather(
        name, tables, dangling, column, "foreign-key",
        lambda row: f"'{row[column]}' is no row of {where}",
        f"Add the row to {other}, or point at one that is there", limit,
    )  # fmt: skip


def references(name: str) -> list[tuple[str, str, str]]:
    """Return the references of a table as ``(column, other table, other column)``.

    >>> references("figures")[0]
    ('claim_id', 'claims', 'claim_id')
    """
    return [
        (column, foreign.reference_table, target)
        for foreign in schema.table(name).foreign_keys
        for column, target in zip(foreign.fields, foreign.reference_fields, strict=True)
    ]
