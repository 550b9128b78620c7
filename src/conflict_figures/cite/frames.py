"""A user's frame of rows: which table it is of, and which rows of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import pyarrow
import pyarrow.compute as pc

from conflict_figures.cite import cells
from conflict_figures.errors import InputError, UsageError
from conflict_figures.versions import compare
from conflict_figures.versions.package import Package

#: What cf.load writes into the attributes of a frame: the table and the version that it was loaded from.
ATTRIBUTE = "conflict_figures"
#: The views whose rows are those of the flat view, cells and all; those of others are made of such rows.
_FLAT_VIEWS = ("flat", "as_of")


@dataclass(frozen=True)
class Frame:
    """The columns of a frame, and what it says of its origin; ``made`` is a sentence on what a view made of the rows."""

    columns: Mapping[str, object]
    length: int
    table: str | None = None
    version: str | None = None
    made: str | None = None


def frame(what: object) -> Frame:
    """Take a pandas DataFrame, an Arrow table or what is handed over as one, such as a DuckDB relation; UsageError for anything else.

    The index of a pandas DataFrame counts as columns where it has names.
    """
    if hasattr(what, "iloc") and hasattr(what, "columns"):
        named = [name for name in what.index.names if name is not None and name not in what.columns]
        columns = {str(name): what.index.get_level_values(name).to_series() for name in named}
        columns |= {str(name): what.iloc[:, place] for place, name in enumerate(what.columns)}
        said = what.attrs.get(ATTRIBUTE) or {}
        if what.attrs.get("view") and what.attrs["view"] not in _FLAT_VIEWS:
            return _of_view(columns, what.attrs, said.get("version"))
        return Frame(columns, len(what), said.get("table"), said.get("version"))
    table = _arrow(what)
    if table is not None:
        return Frame(dict(zip(table.column_names, table.columns, strict=True)), table.num_rows)
    remedy = 'Give a DataFrame or an Arrow table, such as df[df["measure"] == "killed"], an id, or a version'
    raise UsageError(f"a value of the type {type(what).__name__} cannot be cited", remedy=remedy)


def _of_view(columns: Mapping[str, object], attrs: Mapping, version: str | None) -> Frame:
    """The figures that a view made its rows of: the cells of these rows are its own, and so not compared."""
    named = columns.get("figure_id", columns.get("figure_ids"))
    if named is None:
        raise InputError(f"the rows of the view {attrs['view']} do not say which figures they are of", remedy="Keep the column figure_id or figure_ids")
    ids = [one for cell in named for one in str(cell).split("; ")]
    made = f"What is cited was made of these rows by the view {attrs['view']} under the rule {attrs.get('rule')}: {attrs.get('rule_text')}"
    return Frame({"figure_id": ids}, len(ids), "figures_flat", version, made)


def _arrow(what: object) -> pyarrow.Table | None:
    """What other libraries hand over as a table; a single column, which they hand over too, is none."""
    if not hasattr(what, "__arrow_c_stream__") and not isinstance(what, pyarrow.RecordBatch):
        return None
    try:
        return pyarrow.table(what)
    except (TypeError, ValueError):
        return None


def table_of(frame: Frame, package: Package) -> str:
    """Return the table that a frame holds rows of: the one that it was loaded from, or that its columns are most like.

    Of two that are as like the later one, so that ``figure_id`` alone stands for the flat view, which is what is loaded by
    default.

    Raises:
        InputError: the columns of its key are not all there.
    """
    keys = {name: tuple(package.schema(name)["primaryKey"]) for name in package.tables}
    if frame.table is not None:
        lacking = [column for column in keys.get(frame.table, ()) if column not in frame.columns]
        if frame.table not in keys or lacking:
            what = f"the column {lacking[0]}" if lacking else "a table of that name"
            raise InputError(
                f"the rows were loaded from {frame.table}, and {'they have' if lacking else 'the version has'} not {what}",
                remedy=f"Keep the key of the table ({', '.join(keys.get(frame.table, ()))})" if lacking else "Load them again",
            )
        return frame.table
    fitting = [name for name, key in keys.items() if all(column in frame.columns for column in key)]
    if not fitting:
        listed = "; ".join(f"{', '.join(key)} of {name}" for name, key in keys.items())
        raise InputError("the rows have no key, so nobody could find them again", remedy=f"Keep the columns of one: {listed}")
    shared = {name: sum(one["name"] in frame.columns for one in package.schema(name)["fields"]) for name in fitting}
    return max(reversed(fitting), key=lambda name: shared[name])


def keys_of(frame: Frame, key: tuple[str, ...], published: pyarrow.Table) -> pyarrow.Array:
    """Return the key of each row, joined; InputError for an empty frame and a row without its key."""
    if not frame.length:
        raise InputError("there are no rows to cite", remedy="Cite a selection that holds some, or the whole dataset with cf.cite()")
    table = pyarrow.table({column: _key_column(frame.columns[column], published.schema.field(column).type) for column in key})
    lacking = [pc.index(pc.is_null(column), True).as_py() for column in table.columns if column.null_count]
    if lacking:
        row = min(lacking)
        raise InputError(f"row {row + 1} has no {' and '.join(key)}", remedy="Leave out rows that are not the dataset's")
    return compare.unambiguous(table, key)


def _key_column(column: object, wanted: pyarrow.DataType):
    typed = cells.typed(column, wanted)
    # a key of another type is no key of the table: spelled out, it is named as missing
    return pyarrow.array([None if cells.empty(value) else str(value) for value in cells.values(column)]) if typed is None else typed
