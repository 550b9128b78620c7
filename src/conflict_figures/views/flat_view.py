"""The flat view: every figure as published, the frame from which all other views start."""

from __future__ import annotations

import pandas as pd

from conflict_figures import dataset
from conflict_figures.errors import UsageError
from conflict_figures.views.provenance import LeftOut, Rule, noted

EVERY_ROW = Rule("every_row", "Every figure as published; nothing is chosen.", "The codebook of this dataset")


def flat() -> pd.DataFrame:
    """The flat view, one row per figure: what ``cf.load()`` gives, with its provenance noted in ``attrs``.

    Use it to see every rendering, and as the frame to filter before handing it to another view. Nothing is resolved:
    a count that 60 pages carry has 60 rows.

    >>> import conflict_figures as cf
    >>> from conflict_figures import views
    >>> views.flat().equals(cf.load())
    True
    """
    frame = dataset.load()
    return noted(frame, "flat", EVERY_ROW, {}, rows=frame, left_out=LeftOut())


def given(flat: pd.DataFrame | None, needs: tuple[str, ...]) -> pd.DataFrame:
    """The frame that a view is to read: the one handed in, or the dataset's own.

    Raises
    ------
    UsageError
        For what is no DataFrame, lacks a column that the view reads, or holds a figure twice, which would give it
        two votes.
    """
    if flat is None:
        return dataset.load()
    if not isinstance(flat, pd.DataFrame):
        raise UsageError(f"the flat view is a {type(flat).__name__}", remedy="Give a pandas DataFrame, as cf.load() returns it")
    for name in ("figure_id", *needs):
        if name not in flat.columns:
            raise UsageError(
                f"the frame has no column {name!r}", remedy="Keep that column: cf.load() without columns= has every one"
            )
    twice = flat["figure_id"][flat["figure_id"].duplicated()]
    if len(twice):
        raise UsageError(
            f"the figure {twice.iloc[0]} stands in the frame twice", remedy="Drop duplicates: flat.drop_duplicates('figure_id')"
        )
    return flat


def cells(frame: pd.DataFrame, columns: tuple[str, ...]) -> list[dict]:
    """The rows as plain dicts of these columns, None for no value, in the order of the figures' ids.

    The order makes every later choice independent of the order of the frame's rows.
    """
    names = dict.fromkeys(("figure_id", *columns))
    by_column = [[None if pd.isna(cell) else cell for cell in frame[name].tolist()] for name in names]
    rows = [dict(zip(names, row, strict=True)) for row in zip(*by_column, strict=True)]
    return sorted(rows, key=lambda row: row["figure_id"])
