"""Rows of a view as a typed frame in a fixed order."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import pandas as pd
import pyarrow as pa

from conflict_figures.errors import InputError
from conflict_figures.schema.to_pandas import pandas_dtypes

TEXT = pd.StringDtype(na_value=float("nan"))
DAY = pd.ArrowDtype(pa.date32())  # the only dtype that is a day and no instant
# The columns that views add to those of the flat view.
ADDED = {
    "planned": pd.BooleanDtype(),
    "best": pd.Float64Dtype(),
    "lowest": pd.Float64Dtype(),
    "highest": pd.Float64Dtype(),
    "figures": pd.Int64Dtype(),
    "pages": pd.Int64Dtype(),
    "numbers": pd.Int64Dtype(),
    "as_of_first": DAY,
    "as_of_last": DAY,
}


def typed(
    rows: Sequence[tuple], names: Sequence[str], *, like: pd.DataFrame | None = None, as_text: Sequence[str] = ()
) -> pd.DataFrame:
    """The rows with the flat view's dtypes, those of ``like`` for columns that the flat view lacks, and text for the rest.

    Columns in ``as_text`` hold text, whatever the flat view has under their name.

    >>> typed([(600.0, 3)], ["value", "figures"]).dtypes.astype(str).tolist()
    ['Float64', 'Int64']
    """
    flat = pandas_dtypes("figures_flat")
    theirs = {} if like is None else {name: like.dtypes[name] for name in names if name in like.columns}
    dtypes = {name: flat.get(name, ADDED.get(name, theirs.get(name, TEXT))) for name in names} | dict.fromkeys(as_text, TEXT)
    columns = dict(zip(names, zip(*rows, strict=True), strict=True)) if rows else {name: () for name in names}
    for name, cells in columns.items():
        if isinstance(dtypes[name], pd.CategoricalDtype):
            _refuse_unknown_codes(name, cells, dtypes[name])
    return pd.DataFrame({name: pd.Series(list(cells), dtype=dtypes[name]) for name, cells in columns.items()})


def in_order(rows: Iterable[tuple], width: int) -> list[tuple]:
    """The rows sorted by their first ``width`` cells as text, empty cells last.

    >>> in_order([(None, 1), ("b", 2), ("a", 3)], 1)
    [('a', 3), ('b', 2), (None, 1)]
    """
    return sorted(rows, key=lambda row: [(cell is None, str(cell)) for cell in row[:width]])


def _refuse_unknown_codes(name: str, cells: Iterable, dtype: pd.CategoricalDtype) -> None:
    # pandas would turn the cell into an empty one and say nothing
    unknown = sorted({str(cell) for cell in cells if cell is not None and cell not in dtype.categories})
    if unknown:
        raise InputError(f"{unknown[0]!r} is no code of the column {name!r}", remedy=f"The codes are {', '.join(dtype.categories)}")
