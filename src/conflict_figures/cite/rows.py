"""Published rows by their keys, and the hash by which a reader knows them again.

The hash of rows is the SHA-256 of the CSV file that holds these rows and no others: the line with the names of all columns,
and below it each row exactly as it stands in the table's CSV file of that version, in the order of that file, which is the
order of the key. So it can be made again from the release and the list of keys alone, without this program: take the lines
of ``data/<table>.csv`` that have these keys, with the first line, and hash their bytes. Of all rows of a table it is the
table's ``contentHash`` in ``datapackage.json``.
"""

from __future__ import annotations

from collections.abc import Sequence

import pyarrow
import pyarrow.compute as pc

from conflict_figures.tabular.columns import plain
from conflict_figures.versions import compare


def spoken(key: str) -> str:
    """Return a joined key as messages and tombstones write it, its parts with a blank between them."""
    return key.replace(compare.BETWEEN, " ")


def select(table: pyarrow.Table, key: Sequence[str], wanted: pyarrow.Array) -> tuple[pyarrow.Table, list[str]]:
    """Return the rows of a published table that have the ``wanted`` keys (joined), and the keys that no row has.

    Codes are strings in what is returned, and the rows stand as they are published.
    """
    table = plain(table)
    there = compare.unambiguous(table, key)
    missing = wanted.filter(pc.invert(pc.is_in(wanted, value_set=there)))
    return table.filter(pc.is_in(there, value_set=wanted)), sorted(set(missing.to_pylist()))
