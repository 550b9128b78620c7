"""Tell every row in which version it came and last changed, and every row that is gone why: each against the release before."""

from __future__ import annotations

import pyarrow

from conflict_figures import schema
from conflict_figures.versions import compare
from conflict_figures.versions.package import Package

ADDED, CHANGED = schema.RELEASE_COLUMNS


def stamp(name: str, table: pyarrow.Table, version: str, before: Package | None) -> pyarrow.Table:
    """Fill ``added_in`` and ``changed_in`` of a table that is to be published as ``version``.

    Args:
        before: the release before it; None where there is none, and every row is new.

    A row that the release before has keeps what is said of it there, unless a cell of it changed; a column that this version
    adds changes no row.
    """
    added: list[str | None] = [version] * table.num_rows
    changed: list[str | None] = [None] * table.num_rows
    if before is not None and name in before.tables and tuple(before.schema(name)["primaryKey"]) == schema.table(name).primary_key:
        old = before.read(name)
        found = compare.rows(old, table, schema.table(name).primary_key)
        # a release from before these columns has all its rows since then
        first = found.old[ADDED].to_pylist() if ADDED in old.column_names else [before.version] * old.num_rows
        last = found.old[CHANGED].to_pylist() if CHANGED in old.column_names else [None] * old.num_rows
        for there, here in zip(found.kept_old.to_pylist(), found.kept_new.to_pylist(), strict=True):
            added[here], changed[here] = first[there], last[there]
        for here in found.changed_rows().to_pylist():
            changed[here] = version
    for column, values in ((ADDED, added), (CHANGED, changed)):
        place = table.schema.get_field_index(column)
        table = table.set_column(place, table.schema.field(place), pyarrow.array(values, pyarrow.string()))
    return table
