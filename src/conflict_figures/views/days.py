"""Days of the flat view's dates, and the day that a user names."""

from __future__ import annotations

from datetime import date, datetime
from functools import lru_cache

import pandas as pd

from conflict_figures.edtf import bounds
from conflict_figures.errors import InputError, UsageError


@lru_cache(maxsize=4096)
def span(edtf: str | None) -> tuple[date | None, date | None]:
    """The first and last day of a value in EDTF; None for an open end and for no value.

    >>> span("2025-04"), span(None)
    ((datetime.date(2025, 4, 1), datetime.date(2025, 4, 30)), (None, None))
    """
    if edtf is None:
        return None, None
    try:
        return bounds(edtf)
    except ValueError as wrong:
        raise InputError(str(wrong), remedy="Write dates as 2025-04-30, 2025-04 or ../2025-04-30") from None


def told(row: dict) -> date | None:
    """The day by which a row was before the public: when its source was published, or else when its speaker spoke.

    >>> told({"published": None, "stated": "2025-04-30"})
    datetime.date(2025, 4, 30)
    """
    return span(row["published"])[1] or span(row["stated"])[1]


def named(when: date | str) -> date:
    """The day that a user names.

    >>> named("2025-04-30")
    datetime.date(2025, 4, 30)
    """
    if isinstance(when, datetime) and not pd.isna(when):
        return when.date()
    if isinstance(when, date) and not pd.isna(when):
        return when
    try:
        return date.fromisoformat(when)
    except (TypeError, ValueError):
        raise UsageError(f"{when!r} is no day", remedy="Give a date or an ISO string, as in '2025-04-30'") from None
