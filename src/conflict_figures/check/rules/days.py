"""Dates: the notation is EDTF, and first and last day are the days it gives."""

from functools import lru_cache

import pyarrow
import pyarrow.compute as pc

from conflict_figures.check.joins import differ, look_up, per_value
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
    return per_value(column, lambda value: _days(value) is None, pyarrow.bool_())


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
    wrong = _not_edtf(row["edtf"])
    for place, column in enumerate(("start", "end")):
        # a value that is no EDTF is at fault already
        wanted = per_value(row["edtf"], lambda value, place=place: (_days(value) or (None, None))[place], pyarrow.date32())
        wrong = pc.or_(pc.fill_null(wrong, False), differ(wanted, row[column]))
    return wrong


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
    "Point at a date of the figure's own source", looks_up=("claims", "dates"),
)  # fmt: skip
def foreign_date(tables):
    figures = tables["figures"]
    claims, dates = tables.known("claims", ["claim_id", "source_id"]), tables.known("dates", ["date_id", "source_id"])
    own = look_up(figures["claim_id"], claims["claim_id"], claims["source_id"])
    return pc.not_equal(look_up(figures["date_id"], dates["date_id"], dates["source_id"]), own)


@rule(
    "date_in_its_source", "dates", "claim_id", "the claim '{claim_id}' belongs to another source than the date, '{source_id}'",
    "Point at a claim of the date's own source", looks_up=("claims",),
)  # fmt: skip
def date_of_foreign_claim(tables):
    dates, claims = tables["dates"], tables.known("claims", ["claim_id", "source_id"])
    return pc.not_equal(look_up(dates["claim_id"], claims["claim_id"], claims["source_id"]), dates["source_id"])


@rule(
    "as_of_not_after_publication", "dates", "start",
    "the count holds as of {edtf}, and its source '{source_id}' was published before that",
    "Compare both days with the source: a count cannot hold for a day to come, a plan can", looks_up=("sources",),
    severity="warning",
)  # fmt: skip
def ahead_of_publication(tables):
    dates, sources = tables["dates"], tables.known("sources", ["source_id", "published"])
    last = per_value(sources["published"], lambda value: (_days(value) or (None, None))[1], pyarrow.date32())
    published = look_up(dates["source_id"], sources["source_id"], last)
    # "by the end of the year" has no first day: what is said with it is mostly a plan, and right
    return pc.and_(pc.equal(dates["role"], "as_of"), pc.greater(dates["start"], published))
