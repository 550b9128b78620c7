"""Code columns: as dictionaries with the whole code list, and as plain strings."""

import pyarrow
import pyarrow.compute as pc


def encode(strings: pyarrow.Array, codes: tuple[str, ...]) -> pyarrow.DictionaryArray:
    """Encode strings with a whole code list as dictionary; a value outside it is appended.

    >>> encode(pyarrow.array(["b", None]), ("a", "b")).dictionary.to_pylist()
    ['a', 'b']
    """
    listed = list(codes)
    listed += [value for value in pc.unique(strings).to_pylist() if value is not None and value not in listed]
    dictionary = pyarrow.array(listed, pyarrow.string())
    return pyarrow.DictionaryArray.from_arrays(pc.index_in(strings, value_set=dictionary), dictionary)


def plain(table: pyarrow.Table) -> pyarrow.Table:
    """Return ``table`` with codes as strings, which is what the checks compare."""
    for number, field in enumerate(table.schema):
        if pyarrow.types.is_dictionary(field.type):
            column = table.column(number).cast(field.type.value_type)
            table = table.set_column(number, field.name, column)
    return table
