"""Look up and compare whole columns: what rules across rows and tables are made of.

All of them take an array or a chunked array, and leave out nulls: what is not there equals nothing.
"""

from collections.abc import Callable

import pyarrow
import pyarrow.compute as pc

#: So many cells from the head of a column show whether its values come again.
_SAMPLE = 2048


def one(column) -> pyarrow.Array:
    """Return a column in one piece, where its type has room for that."""
    return column.combine_chunks() if isinstance(column, pyarrow.ChunkedArray) else column


def contains(known, column):
    """Return a mask of the cells of ``column`` that stand in ``known``."""
    return pc.is_in(column, value_set=one(known), skip_nulls=True)


def look_up(keys, known_keys, values):
    """Return for every key the value in the first row that has this key, null where none has.

    >>> look_up(pyarrow.array(["b", "c"]), pyarrow.array(["a", "b"]), pyarrow.array([1, 2])).to_pylist()
    [2, None]
    """
    return one(values).take(pc.index_in(keys, value_set=one(known_keys), skip_nulls=True))


def asked(table: pyarrow.Table, key: str, *ids) -> pyarrow.Table:
    """Return the rows of ``table`` whose key is among ``ids``: few rows are looked up faster than many."""
    wanted = pyarrow.concat_arrays([one(column) for column in ids])
    return table.filter(contains(wanted, table[key]))


def distinct(column):
    """Return the values of a column, each once, or the column itself where they hardly come again."""
    head = column.slice(0, _SAMPLE)
    if len(pc.unique(head)) > len(head) // 2:
        return column
    return pc.unique(column)


def per_value(column, function: Callable, kind: pyarrow.DataType):
    """Return ``function`` of every cell; it is called once for each value, and a null stays null.

    >>> per_value(pyarrow.array(["b", None, "b"]), len, pyarrow.int64()).to_pylist()
    [1, None, 1]
    """
    values = pc.unique(column).drop_null()
    found = pyarrow.array([function(value) for value in values.to_pylist()], kind)
    return found.take(pc.index_in(column, value_set=values))


def pairs(first: tuple, second: tuple) -> tuple:
    """Number pairs of cells so that the same pair has the same number in both; null in ``first`` where ``second`` has it not.

    >>> left, right = (pyarrow.array(["a", "b"]), pyarrow.array([1, 2])), (pyarrow.array(["a", "b"]), pyarrow.array([1, 3]))
    >>> [numbers.to_pylist() for numbers in pairs(left, right)]
    [[0, None], [0, 3]]
    """
    numbers = []
    for left, right in zip(first, second, strict=True):
        values = one(pc.unique(right)).drop_null()
        numbers.append([pc.cast(pc.index_in(column, value_set=values), "int64") for column in (left, right)])
        width = max(len(values), 1)
    (a, b), (c, d) = numbers
    return pc.add(pc.multiply(a, width), c), pc.add(pc.multiply(b, width), d)


def differ(one, other):
    """Return a mask of the rows where two columns are not the same; two nulls are."""
    return pc.or_(pc.xor(pc.is_null(one), pc.is_null(other)), pc.fill_null(pc.not_equal(one, other), False))


def marked(length: int, rows) -> pyarrow.Array:
    """Return a mask of ``length`` rows that is true at ``rows``."""
    import numpy

    mask = numpy.zeros(length, bool)
    mask[numpy.asarray(rows, dtype="int64")] = True
    # given the array itself, pyarrow loads numpy.ma to ask whether it is masked
    return pyarrow.Array.from_buffers(pyarrow.bool_(), length, [None, pyarrow.py_buffer(numpy.packbits(mask, bitorder="little"))])


def rows_where(mask):
    """Return the numbers of the rows where ``mask`` is true; null counts as false."""
    return pc.indices_nonzero(pc.fill_null(mask, False))
