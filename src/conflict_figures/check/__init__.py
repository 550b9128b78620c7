"""Check tables: every fault, where it is, and what to do about it.

Three engines read the same schemas and must agree:

* :func:`tables` is our own: vectorised, over typed tables; it alone knows the rules of the codebook;
* :func:`~conflict_figures.check.frames.check` asks pandera about typed frames;
* :func:`~conflict_figures.check.referee.check` asks frictionless about a published package.

:func:`~conflict_figures.check.lines.read` guards the cells of a CSV before anything is cast, and knows the
physical line of every row. All of them return :class:`~conflict_figures.check.finding.Finding` records.
"""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from conflict_figures.check.finding import Finding

if TYPE_CHECKING:
    import pyarrow

    from conflict_figures.check.context import Released

__all__ = ["Finding", "tables"]


def tables(
    tables: "Mapping[str, pyarrow.Table]",
    texts: Mapping[str, str] | None = None,
    limit: int | None = None,
    released: "Released | None" = None,
    unread: "Mapping[str, Mapping[str, Sequence[int]]] | None" = None,
    absent: "Mapping[str, frozenset[str]] | None" = None,
) -> tuple[Finding, ...]:
    """Check typed tables, one by one and against each other.

    Args:
        tables: by name, each with the Arrow schema of ``schema.arrow(name)``. Tables that are left out
            are not checked, and neither is what points at them, unless they are ``released``.
        texts: the source texts by id. Where given, every anchor is compared with the text it points into.
        limit: how many rows with one and the same fault are listed; all by default.
        released: the released tables, where rows may point at those too; with ``adding`` their keys may not come
            again with another row.
        unread: the rows of cells that could not be read and are null for that, by table and column. No rule speaks of a row
            in which it reads one of them.
        absent: by table, columns that are null throughout because they are not there; the same holds for their cells.

    Returns:
        Every fault found, sorted by table, row and column; empty when there is none. A table whose
        columns are not those of its schema gives findings about that, and the rest is not looked at.
    """
    from conflict_figures import schema
    from conflict_figures.check import plan, shape
    from conflict_figures.check.context import Tables
    from conflict_figures.check.unread import Unread
    from conflict_figures.tabular import columns

    order = [name for name in schema.table_names() if name in tables]
    found = [finding for name in order for finding in shape.check(name, tables[name])]
    found += shape.unknown(tables)
    if not found:
        plain = {name: columns.plain(tables[name]) for name in order}
        silent = Unread(plain, unread or {}, absent or {}) if unread or absent else None
        found = plan.run(plan.steps(Tables(plain, released, silent), texts, limit))
    return tuple(sorted(found, key=Finding.order))
