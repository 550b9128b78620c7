"""Is the key of a row that is to be added taken by another row of the release?"""

import pyarrow
import pyarrow.compute as pc

from conflict_figures import schema
from conflict_figures.check.around import text
from conflict_figures.check.context import Tables
from conflict_figures.check.finding import Finding
from conflict_figures.check.joins import contains, differ, one, rows_where
from conflict_figures.check.shape import gather

#: Columns that a row gets for its message: the first that differs from the released row, and what stands there.
_COLUMN, _WAS = "__column", "__was"


def check(name: str, tables: Tables, limit: int | None = None) -> list[Finding]:
    """Find rows whose key is that of a released row with other cells; the released row itself may come along."""
    if tables.released is None or not tables.released.adding:
        return []
    rows, place = _same_key(name, tables)
    if not len(rows):
        return []
    table = tables[name]
    column, was = _differing(name, tables, rows, place)
    other = pc.is_valid(column)
    # every row of the table gets its words, where it has any
    at = pc.index_in(pc.cast(pyarrow.arange(0, table.num_rows), "int64"), value_set=rows.filter(other))
    worded = table.append_column(_COLUMN, column.filter(other).take(at)).append_column(_WAS, was.filter(other).take(at))
    key = schema.table(name).primary_key

    def said(row: dict) -> str:
        before = "empty" if row[_WAS] is None else repr(text(row[_WAS]))
        return f"the key '{' '.join(str(row[part]) for part in key)}' is that of a released row, whose {row[_COLUMN]} is {before}"

    return gather(
        name, tables.but(name, worded), pc.is_valid(worded[_COLUMN]), key[0] if len(key) == 1 else None, "key-released", said,
        "Give the row a key of its own where it is another; a released row is changed where it comes from, in seeds", limit,
    )  # fmt: skip


def _same_key(name: str, tables: Tables) -> tuple[pyarrow.Array, pyarrow.Array]:
    """Return the numbers of the rows whose key is released, and the places of those keys in the release.

    Keys of the batch's own are left out.
    """
    key, table = list(schema.table(name).primary_key), tables[name]
    held = tables.released.columns(name, key)
    if tables.released.own is not None:
        first = held[key[0]]
        begins = [pc.fill_null(pc.starts_with(first, tables.released.own + sign), False) for sign in "-."]
        held = held.set_column(0, key[0], pc.if_else(pc.or_(*begins), pyarrow.scalar(None, "string"), first))
    if len(key) == 1:
        place = one(pc.index_in(table[key[0]], value_set=one(held[key[0]]), skip_nulls=True))
        return rows_where(pc.is_valid(place)).cast("int64"), place.drop_null()
    # few rows of a contribution share the first part of a key with the release; those are looked up one by one
    suspect = rows_where(contains(held[key[0]], table[key[0]])).cast("int64")
    places = {parts: number for number, parts in enumerate(_parts(held, key))} if len(suspect) else {}
    place = pyarrow.array([places.get(parts) for parts in _parts(table.select(key).take(suspect), key)], pyarrow.int32())
    return suspect.filter(pc.is_valid(place)), place.drop_null()


def _parts(table: pyarrow.Table, key: list[str]):
    return zip(*(table[column].to_pylist() for column in key), strict=True)


def _differing(name: str, tables: Tables, rows: pyarrow.Array, place: pyarrow.Array) -> tuple[pyarrow.Array, pyarrow.Array]:
    """Return the first column in which each row differs from the released one, null where none does, and what stands there."""
    columns = schema.table(name).written_names
    held = tables.released.columns(name, list(columns))
    first, was = pyarrow.nulls(len(rows), "string"), pyarrow.nulls(len(rows), "string")
    for column in reversed(columns):
        before = one(held[column].take(place))
        other = one(differ(one(tables[name][column].take(rows)), before))
        unread = None if tables.unread is None else tables.unread.mask(name, column)
        if unread is not None:
            other = pc.and_not(other, unread.take(rows))
        first = pc.if_else(other, column, first)
        was = pc.if_else(other, pc.cast(before, "string"), was)
    return first, was
