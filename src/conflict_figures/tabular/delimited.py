"""Tables as CSV: UTF-8, LF, one spelling for every value, so that equal tables are equal bytes."""

import re
from decimal import Decimal

import pyarrow

from conflict_figures.hashing import sha256

#: Rows turned into text at a time; bounds the memory, not the bytes.
_BATCH = 50_000
_SPECIAL = re.compile('[",\n\r]')


def encode(table: pyarrow.Table) -> bytes:
    """Return ``table`` as CSV.

    A null is an empty cell, a boolean ``true`` or ``false``, a number its shortest spelling without an
    exponent, a date ISO 8601. Cells are quoted where they have to be, and there alone.

    >>> encode(pyarrow.table({"low": [3000.0, None], "increment": [True, False]}))
    b'low,increment\\n3000,true\\n,false\\n'
    """
    parts = [",".join(map(_quoted, table.column_names)) + "\n"]
    for batch in table.to_batches(max_chunksize=_BATCH):
        columns = [_cells(column) for column in batch.columns]
        parts.append("".join(",".join(map(_quoted, row)) + "\n" for row in zip(*columns, strict=True)))
    return "".join(parts).encode("utf-8")


def content_hash(table: pyarrow.Table) -> str:
    """Return the hash of the rows themselves, ``sha256:…``: that of their CSV, whatever kind of file they stand in.

    >>> content_hash(pyarrow.table({"id": ["a"], "n": [1.0]})) == sha256(b"id,n\\na,1\\n")
    True
    """
    return sha256(encode(table))


def _quoted(cell: str) -> str:
    """The cell in quotes where it has to be. The csv module of some Pythons leaves a lone carriage return bare."""
    return '"' + cell.replace('"', '""') + '"' if _SPECIAL.search(cell) else cell


def _cells(column: pyarrow.Array) -> list[str]:
    kind = column.type
    values = column.to_pylist()
    if pyarrow.types.is_boolean(kind):
        return ["" if value is None else "true" if value else "false" for value in values]
    if pyarrow.types.is_floating(kind):
        return ["" if value is None else number(value) for value in values]
    return ["" if value is None else str(value) for value in values]


def number(value: float) -> str:
    """Return the shortest decimal spelling of ``value`` that reads back as the same float.

    >>> number(4700.0), number(2.5), number(1e22), number(-0.0)
    ('4700', '2.5', '10000000000000000000000', '0')
    """
    if value.is_integer():
        return str(int(value))
    return format(Decimal(repr(value)), "f")
