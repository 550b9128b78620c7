"""A typed Arrow table as the pandas frame that `describe` states."""

from __future__ import annotations

from typing import TYPE_CHECKING

from conflict_figures.schema.to_pandas import pandas_dtypes

if TYPE_CHECKING:
    import pandas
    import pyarrow


def frame(name: str, table: pyarrow.Table) -> pandas.DataFrame:
    """The rows of a table with exactly the dtypes of ``schema.pandas(name)``; columns may be left out.

    Use it for Arrow tables that carry the types of ``schema.arrow(name)``. Nothing passes through floats
    or Python objects on the way, so large integers stay whole and a million rows take no longer than they must.

    >>> from conflict_figures import schema
    >>> frame("links", schema.arrow("links").empty_table()).dtypes["predicate"].name
    'category'
    """
    return typed_frame(table, pandas_dtypes(name))


def typed_frame(table: pyarrow.Table, dtypes: dict[str, object]) -> pandas.DataFrame:
    """The same for any table and the dtypes of its columns, such as those of an older version."""
    import pandas as pd

    categorical = {column for column in table.column_names if isinstance(dtypes[column], pd.CategoricalDtype)}
    by_arrow_type = {field.type: dtypes[field.name] for field in table.schema if field.name not in categorical}
    typed = table.to_pandas(types_mapper=by_arrow_type.get, ignore_metadata=True)
    # a table lists the codes it holds; the dtype lists every code there is, in the list's order
    return typed.astype({column: dtypes[column] for column in categorical})
