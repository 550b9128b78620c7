"""Is a table the table its schema describes: the columns, their order, their types?"""

from collections.abc import Iterable
from dataclasses import replace

import pyarrow
import pyarrow.compute as pc

from conflict_figures import schema
from conflict_figures.check.around import around
from conflict_figures.check.context import Tables
from conflict_figures.check.finding import Finding


def check(name: str, table: pyarrow.Table) -> list[Finding]:
    """Compare the columns of ``table`` with the Arrow schema of ``name``."""
    wanted = schema.arrow(name)
    header = header_findings(name, table.column_names, wanted.names)
    if header:
        return header
    return [
        Finding(
            name, None, field.name, "column-type",
            f"the column is {table.schema.field(field.name).type}, not {field.type}",
            "Cast it with schema.arrow() before checking",
        )
        for field in wanted
        if table.schema.field(field.name).type != field.type
    ]  # fmt: skip


def unknown(names: Iterable[str]) -> list[Finding]:
    """Say which of ``names`` are not tables of the schema."""
    known = schema.table_names()
    return [
        Finding(name, None, None, "table-name", "there is no such table", f"Use one of {', '.join(known)}")
        for name in names
        if name not in known
    ]


def header_findings(name: str, found: list[str], wanted: list[str]) -> list[Finding]:
    """Compare column names: missing, unknown, twice, or in another order."""
    if found == wanted:
        return []
    findings = []
    for column in wanted:
        if column not in found:
            findings.append(("column-missing", column, "the column is missing", "Add it; its cells may be empty"))
    for column in dict.fromkeys(found):
        if column not in wanted:
            findings.append(("column-unknown", column, "the schema has no such column", "Delete or rename it"))
        elif found.count(column) > 1:
            findings.append(("column-twice", column, "the column stands there twice", "Delete one"))
    if not findings:
        findings = [("column-order", None, "the columns are in another order", f"Write {','.join(wanted)}")]
    return [Finding(name, None, column, rule, what, remedy) for rule, column, what, remedy in findings]



def rows_at(table: pyarrow.Table, mask) -> list[int]:
    """Return the row numbers where ``mask`` is true; null counts as false."""
    return pc.indices_nonzero(pc.fill_null(mask, False)).to_pylist()


def row_keys(name: str, table: pyarrow.Table, rows: list[int]) -> list[str]:
    """Return the primary keys of some rows, as findings show them."""
    columns = [table[column].take(rows).to_pylist() for column in schema.table(name).primary_key]
    return [" ".join("–" if part is None else str(part) for part in parts) for parts in zip(*columns, strict=True)]


def gather(
    name: str,
    tables: Tables,
    mask,
    column: str | None,
    rule: str,
    message,
    remedy: str,
    limit: int | None = None,
    severity: str = "error",
) -> list[Finding]:
    """Make one finding for each row where ``mask`` is true; ``message`` is called with the row as a dict.

    With a ``limit`` only that many rows are listed, and the last of them says how many more there are. Rows in which the rule
    reads a cell that could not be read are left out.
    """
    if not pc.any(mask).as_py():
        return []
    if tables.unread is not None:
        mask = tables.unread.silence(mask, rule, name, column)
        if not pc.any(mask).as_py():
            return []
    table = tables[name]
    marked = pc.indices_nonzero(pc.fill_null(mask, False))
    rows = marked.slice(0, None if limit is None else max(limit, 1)).to_pylist()
    more = len(marked) - len(rows)
    records = table.take(rows).to_pylist()
    found = [
        Finding(
            name, key, column, rule, message(record), remedy,
            row=row, value=_cell(record, column), cells=around(name, record, column), severity=severity,
        )
        for key, record, row in zip(row_keys(name, table, rows), records, rows, strict=True)
    ]  # fmt: skip
    found[-1] = replace(found[-1], more=more)
    return found


def _cell(record: dict, column: str | None) -> str | None:
    value = None if column is None else record[column]
    return None if value is None else str(value)
