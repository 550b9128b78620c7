"""One row per item, by the day that it is about."""

from datetime import date

import pandas as pd
import pytest

import conflict_figures as cf
from conflict_figures import views


def row_of(frame) -> dict:
    assert len(frame) == 1
    return {name: None if pd.isna(cell) else cell for name, cell in frame.iloc[0].items()}


def test_a_row_says_what_most_pages_say_and_how_far_they_spread(flat):
    same = {"date": "../2025-04-30", "stated": "2025-04-30", "speaker": "Lee"}
    row = row_of(views.timeline("killed", flat=flat(
        same | {"says": "about 600", "origin": "NIS"}, same | {"says": "600"}, same | {"says": "about 600", "speaker": "Kim"},
        same | {"says": "range 500 700", "source_id": "page-0", "date": "2025-04"},
    )))  # fmt: skip
    assert (row["value"], row["low"], row["high"], row["qualifier"]) == (600, None, None, "about")
    assert (row["lowest"], row["highest"], row["numbers"], row["pages"], row["figures"]) == (500, 700, 2, 3, 4)
    assert row["count_mode"] == "cumulative"
    assert (row["as_of_first"], row["as_of_last"], row["stated"]) == (None, date(2025, 4, 30), "2025-04-30")
    # Lee without an origin stands on two pages; that the NIS was ever cited beside him is said by one
    assert (row["speaker"], row["origin"], row["rule"]) == ("Lee", None, "most_often")
    assert row["figure_ids"] == "page-0.f1; page-1.f1; page-2.f1; page-3.f1"


@pytest.mark.parametrize(
    ("says", "low", "high"), [(["at_least 600"], 600, None), (["at_most 600"], None, 600), (["vague 100", "50"], 50, None)]
)
def test_an_end_that_nobody_states_stays_open(flat, says, low, high):
    row = row_of(views.timeline("killed", flat=flat(*says)))
    assert (row["lowest"], row["highest"]) == (low, high)


def test_items_stand_in_the_order_of_their_as_of_day_undated_last(flat):
    dates = {"e": None, "c": "../2025-04-30", "a": "2024-10-03", "d": "2025-05/..", "b": "2024-12-15/2024-12-17"}
    frame = views.timeline("killed", flat=flat(*({"item_id": item, "date": day} for item, day in dates.items())))
    assert frame["item_id"].tolist() == ["a", "b", "c", "d", "e"]


def test_the_day_of_the_statement_orders_items_of_one_day(flat):
    rows = [{"item_id": "later", "stated": "2025-09-02"}, {"item_id": "then", "stated": "2025-04-30"}]
    assert views.timeline("killed", flat=flat(*rows))["item_id"].tolist() == ["then", "later"]


def test_one_pages_slip_neither_makes_a_point_nor_moves_one(flat):
    slip = {"says": "4700", "measure": "killed", "item_id": "lost"}
    lost = {"says": "4700", "measure": "casualties", "item_id": "lost"}
    rows = flat(slip, lost, lost, "600", {"says": "9", "measure": "wounded"}, "600")
    killed, casualties = views.timeline("killed", flat=rows), views.timeline("casualties", flat=rows)
    assert killed[["value", "numbers", "figures"]].values.tolist() == [[600, 1, 2]]
    assert casualties["figures"].tolist() == [2]
    assert killed.attrs["rows_left_out"] == {"item of another measure": 3, "other measure or unit than its item": 1}


def test_a_subject_picks_items_by_what_most_pages_call_them(flat):
    rows = flat({"subject": "officers"}, {"subject": "officers"}, {"subject": "soldiers"}, {"item_id": "x", "subject": "soldiers"})
    assert views.timeline("killed", "officers", rows)["figures"].tolist() == [3]
    assert views.timeline("killed", "soldiers", rows)["item_id"].tolist() == ["x"]


def test_denials_repeats_and_unknown_items_are_left_out_and_plans_are_marked(flat):
    rows = flat(
        {"stance": "denied"}, {"repeats": "page-4.f1"}, {"item_id": None}, {"item_id": "plan", "certainty": "possible"}, "600"
    )
    found = views.timeline("killed", flat=rows)
    assert found.set_index("item_id")["certainty"].to_dict() == {"nis-killed": "stated", "plan": "possible"}
    assert found.attrs["rows_left_out"] == {"denied": 1, "no item_id": 1, "repeats a figure of the same text": 1}


def test_what_is_not_there_is_said_with_what_is(flat):
    with pytest.raises(cf.InputError, match="there is no measure 'kiled'. Did you mean 'killed'"):
        views.timeline("kiled")
    with pytest.raises(cf.InputError, match="no row has the subject 'soldier'. Did you mean 'soldiers'"):
        views.timeline("killed", "soldier", flat("600"))
    with pytest.raises(cf.InputError, match="Leave it out, or take one from the column subject"):
        views.timeline("killed", "zzz", flat("600"))


def test_a_measure_without_rows_gives_an_empty_typed_frame(flat):
    empty, full = views.timeline("captured", flat=flat("600")), views.timeline("killed", flat=flat("600"))
    assert empty.empty and empty.dtypes.equals(full.dtypes)
    assert str(full["as_of_last"].dtype) == "date32[day][pyarrow]"
    assert views.timeline("killed", flat=flat()).empty


def test_the_dataset_has_one_row_per_item():
    frame = views.timeline("killed")
    assert len(frame) > 10 and not frame["item_id"].duplicated().any()
    assert (frame["measure"] == "killed").all() and (frame["pages"] <= frame["figures"]).all()
    closed = frame["value"].notna() & frame["lowest"].notna() & frame["highest"].notna()
    assert frame[closed].eval("lowest <= value <= highest").all()
    assert frame.attrs["parameters"] == {"measure": "killed", "subject": None}
