"""What had been said by a day."""

from __future__ import annotations

from datetime import date

import pandas as pd

from conflict_figures.views.days import named, told
from conflict_figures.views.flat_view import cells, given
from conflict_figures.views.provenance import LeftOut, Rule, noted

SAID_BY = Rule(
    "said_by",
    "Rows whose source was published, or else whose statement was made, on or before the day; of a month, its last day counts.",
    "The codebook of this dataset",
)


def as_of(when: date | str, flat: pd.DataFrame | None = None) -> pd.DataFrame:
    """The rows of the flat view that had been said by the end of a day.

    Use it to see what a reader could know then, and hand the result on: ``cf.resolve(views.as_of("2025-02-01"))``. It goes
    by when something was said, not by what day it is about; for that read the column ``date``.

    Parameters
    ----------
    when
        A date, or an ISO string such as ``"2025-04-30"``.
    flat
        The rows to choose from; the whole flat view by default.

    Returns
    -------
    pandas.DataFrame
        The rows whose source was published on or before the day or, where the source is undated, whose statement was made
        by then, in the order they had. The last day of a date decides: ``2025-04`` counts from 30 April. Rows with neither
        date are left out; ``attrs["rows_left_out"]`` says how many.

    Raises
    ------
    UsageError
        For a ``when`` that names no day, and for a frame that is no flat view.

    >>> from conflict_figures import views
    >>> early = views.as_of("2024-12-31")
    >>> early["published"].dropna().max() <= "2024-12-31"
    True
    """
    day = named(when)
    rows = given(flat, ("published", "stated"))
    said = {row["figure_id"]: told(row) for row in cells(rows, ("published", "stated"))}
    days = [said[figure] for figure in rows["figure_id"]]
    kept = [found is not None and found <= day for found in days]
    undated = days.count(None)
    left_out = LeftOut({"neither published nor stated": undated, "said later": len(days) - undated - sum(kept)})
    frame = rows[pd.Series(kept, index=rows.index, dtype=bool)].reset_index(drop=True)
    return noted(frame, "as_of", SAID_BY, {"when": day.isoformat()}, rows=rows, left_out=left_out)
