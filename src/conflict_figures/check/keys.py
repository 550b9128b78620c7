"""Is every row's key its own, and does every reference point at a row?"""

from collections.abc import Mapping

import pyarrow
import pyarrow.compute as pc

from conflict_figures import schema
from conflict_figures.check.finding import Finding
from conflict_figures.check.shape import gather


def check(name: str, tables: Mapping[str, pyarrow.Table], limit: int | None = None) -> list[Finding]:
    """Check the primary key of one table and its references to the tables that are given."""
    return _primary(name, tables, limit) + _foreign(name, tables, limit)


def _primary(name: str, tables: Mapping[str, pyarrow.Table], limit: int | None) -> list[Finding]:
    key = list(schema.table(name).primary_key)
    table = tables[name]
    numbers = pyarrow.array(range(table.num_rows), pyarrow.int64())
    grouped = table.select(key).append_column("__row", numbers).group_by(key).aggregate([("__row", "min")])
    first = grouped["__row_min"].combine_chunks()
    later = pc.invert(pc.is_in(numbers, value_set=first))
    return gather(
        name, tables, later, key[0] if len(key) == 1 else None, "primary-key",
        lambda row: f"the key '{' '.join(str(row[column]) for column in key)}' stands in an earlier row",
        "Delete the row, or give it a key of its own", limit,
    )  # fmt: skip


def _foreign(name: str, tables: Mapping[str, pyarrow.Table], limit: int | None) -> list[Finding]:
    found: list[Finding] = []
    for column, other, target in references(name):
        if other not in tables:
            continue
        values, known = tables[name][column], tables[other][target].combine_chunks()
        dangling = pc.and_(pc.is_valid(values), pc.invert(pc.is_in(values, value_set=known)))
        found += gather(
            name, tables, dangling, column, "foreign-key",
            lambda row, column=column, other=other: f"'{row[column]}' is no row of {other}",
            f"Add the row to {other}, or point at one that is there", limit,
        )  # fmt: skip
    return found


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
