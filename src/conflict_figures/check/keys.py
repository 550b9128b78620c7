"""Is every row's key its own, and does every reference point at a row?"""

import pyarrow.compute as pc

from conflict_figures import schema
from conflict_figures.check.around import text
from conflict_figures.check.cells import repeated_rows
from conflict_figures.check.context import Tables
from conflict_figures.check.finding import Finding
from conflict_figures.check.joins import contains, distinct, marked, rows_where
from conflict_figures.check.shape import gather


def primary(name: str, tables: Tables, limit: int | None = None) -> list[Finding]:
    """Find rows whose key stands in an earlier row."""
    key = list(schema.table(name).primary_key)
    return gather(
        name, tables, repeated_rows(tables[name].select(key)), key[0] if len(key) == 1 else None, "primary-key",
        lambda row: f"the key '{' '.join(str(row[column]) for column in key)}' stands in an earlier row",
        "Delete the row, or give it a key of its own", limit,
    )  # fmt: skip


def released(name: str, tables: Tables, limit: int | None) -> list[Finding]:
    """Find rows that are to be added although the release has another row with their key; its own rows may come along."""
    if tables.released is None or not tables.released.adding:
        return []
    key, rows = list(schema.table(name).primary_key), tables[name]
    first = contains(tables.released.columns(name, key[:1])[key[0]], rows[key[0]])
    suspect = rows_where(first)
    if not len(suspect):
        return []
    # row by row of what is suspect only: no more keys can come again than were released
    columns = list(schema.table(name).written_names)
    held = tables.released.columns(name, columns)
    held = held.filter(contains(rows[key[0]].filter(first), held[key[0]]))
    was = {tuple(row[column] for column in key): row for row in held.to_pylist()}
    changed: dict[tuple, str] = {}
    again: list[int] = []
    for number, row in zip(suspect.to_pylist(), rows.select(columns).take(suspect).to_pylist(), strict=True):
        parts = tuple(row[column] for column in key)
        before = was.get(parts, row)
        column = next((one for one in columns if row[one] != before[one] and tables.is_read(name, one, number)), None)
        if column is not None:
            changed.setdefault(parts, column)
            again.append(number)

    def said(row: dict) -> str:
        parts = tuple(row[column] for column in key)
        before = text(was[parts][changed[parts]])
        return f"the key '{' '.join(map(str, parts))}' is that of a released row, whose {changed[parts]} is {'empty' if before is None else repr(before)}"

    return gather(
        name, tables, marked(rows.num_rows, again), key[0] if len(key) == 1 else None, "key-released", said,
        "Give the row a key of its own where it is another; a released row is changed where it comes from, in seeds", limit,
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
