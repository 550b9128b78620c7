"""What had been said by a day."""

from datetime import date, datetime

import pandas as pd
import pytest

import conflict_figures as cf
from conflict_figures import views


def ids(frame) -> list[str]:
    return [figure.partition(".")[0].removeprefix("page-") for figure in frame["figure_id"]]


def test_publication_decides_and_the_statement_where_there_is_none(flat):
    rows = flat(
        {"published": "2025-04-30", "stated": "2025-01-13"},
        {"published": None, "stated": "2025-01-13"},
        {"published": None, "stated": "../2025-08-22"},
        {"published": "2025-04"},
        {"published": "2025-03/..", "stated": "2025-01-13"},  # no last day, so none that can be gone by
        {},
    )
    assert ids(views.as_of("2025-01-12", rows)) == []
    assert ids(views.as_of("2025-04-29", rows)) == ["1", "4"]
    assert ids(views.as_of("2025-04-30", rows)) == ["0", "1", "3", "4"]
    late = views.as_of("2030-01-01", rows)
    assert ids(late) == ["0", "1", "2", "3", "4"]
    assert late.attrs["rows_left_out"] == {"neither published nor stated": 1, "said later": 0}
    assert late.attrs["rows_used"] == 5 and late.attrs["parameters"] == {"when": "2030-01-01"}


@pytest.mark.parametrize(
    "when", [date(2025, 4, 30), datetime(2025, 4, 30, 9), pd.Timestamp("2025-04-30"), "2025-04-30", "20250430"]
)
def test_a_day_may_be_given_as_date_or_text(flat, when):
    assert len(views.as_of(when, flat({"published": "2025-04-30"}, {"published": "2025-05-01"}))) == 1


@pytest.mark.parametrize("when", ["30 April", "2025-04", "", None, 2025, pd.NaT, ["2025-04-30"]])
def test_what_is_no_day_is_refused_with_a_remedy(flat, when):
    with pytest.raises(cf.InputError, match="is no day. Give a date or an ISO string, as in '2025-04-30'"):
        views.as_of(when, flat("600"))


def test_the_rows_are_those_of_the_flat_view_in_their_order():
    flat, early = cf.load(), views.as_of("2025-02-01")
    assert early.dtypes.equals(flat.dtypes)
    assert early.equals(flat[flat["figure_id"].isin(early["figure_id"])].reset_index(drop=True))
    assert 0 < len(early) < len(flat)


def test_an_empty_frame_stays_empty(flat):
    assert views.as_of("2025-01-01", flat()).empty


def test_the_frame_given_keeps_its_own_note(flat):
    frame = flat({"published": "2025-01-01"})
    views.as_of("2025-02-01", frame)
    cf.resolve(frame)
    assert frame.attrs == {}


def test_the_flat_view_is_what_load_gives():
    flat = views.flat()
    pd.testing.assert_frame_equal(flat, cf.load())
    assert flat.attrs["view"] == "flat" and flat.attrs["rows_used"] == flat.attrs["rows_in"] == len(flat)
    assert flat.attrs["rows_not_in_dataset"] == 0
