"""Dates: the notation is EDTF, and first and last day are the days it gives."""

from functools import lru_cache

import pyarrow
import pyarrow.compute as pc

from conflict_figures.check.rules import rule
from conflict_figures.edtf import bounds


@lru_cache(maxsize=65536)
def _days(edtf: str | None):
    """Return first and last day of ``edtf``, or ``None`` when it is not EDTF."""
    if edtf is None:
        return (None, None)
    try:
        return bounds(edtf)
    except ValueError:
        return None


def _not_edtf(column):
    # a handful of distinct values stand in most columns, so each is read once
    values = column.to_pylist()
    return pyarrow.array([value is not None and _days(value) is None for value in values], pyarrow.bool_())


for _table, _column in (
    ("sources", "published"),
    ("sources", "published_inferred"),
    ("dates", "edtf"),
    ("dates", "resolved_against"),
    ("figures_flat", "date"),
    ("figures_flat", "published"),
):

    @rule(
        "edtf_valid", _table, _column, f"'{{{_column}}}' is not a date in EDTF",
        "Write 2025-04-30, 2025-04, 2025-03/2025-06-14 or 2024-10~", across=True,
    )  # fmt: skip
    def not_edtf(tables, table=_table, column=_column):
        return _not_edtf(tables[table][column])


@rule(
    "days_fit_edtf", "dates", "start",
    "'{edtf}' does not run from {start} to {end} ",
    "Fill `start` and `end` with its first and last day; leave an open end empty, and both without a value",
)  # fmt: skip
def other_days(tables):
    row = tables["dates"]
    found = []
    columns = (row[column].to_pylist() for column in ("edtf", "start", "end"))
    for edtf, start, end in zip(*columns, strict=True):
        found.append(_days(edtf) != (start, end))
    return pyarrow.array(found, pyarrow.bool_())


@rule(
    "precision_needs_value", "dates", "date_prec", "there is a precision {date_prec} and no value",
    "Empty `date_prec`, or give the value", across=True,
)  # fmt: skip
def precise_about_nothing(tables):
    return pc.and_(pc.is_null(tables["dates"]["edtf"]), pc.is_valid(tables["dates"]["date_prec"]))


@rule(
    "date_has_words_or_value", "dates", "edtf", "the row has neither words nor a value, of the text's or of a coder's",
    "Give the words of the date, its value or a note of it, or delete the row",
)  # fmt: skip
def nothing_said(tables):
    row = tables["dates"]
    return pc.and_(pc.is_null(row["edtf"]), pc.and_(pc.is_null(row["text"]), pc.is_null(row["note"])))


@rule(
    "date_of_same_source", "figures", "date_id", "the date '{date_id}' belongs to another source than the figure",
    "Point at a date of the figure's own source", needs=("claims", "dates"),
)  # fmt: skip
def foreign_date(tables):
    claims, dates = tables["claims"], tables["dates"]
    source_of_claim = dict(zip(claims["claim_id"].to_pylist(), claims["source_id"].to_pylist(), strict=True))
    source_of_date = dict(zip(dates["date_id"].to_pylist(), dates["source_id"].to_pylist(), strict=True))
    figures = tables["figures"]
    return pyarrow.array(
        [
            date in source_of_date and claim in source_of_claim and source_of_date[date] != source_of_claim[claim]
            for claim, date in zip(figures["claim_id"].to_pylist(), figures["date_id"].to_pylist(), strict=True)
        ],
        pyarrow.bool_(),
    )
