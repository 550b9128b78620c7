"""What each rule makes of a group, hedges, ranges and vague counts included."""

import pandas as pd
import pytest

import conflict_figures as cf
from conflict_figures.views import rules


def resolved(frame, rule) -> tuple:
    """Value, low, high and qualifier of the only group."""
    (row,) = cf.resolve(frame, rule)[["value", "low", "high", "qualifier"]].astype(object).values.tolist()
    return tuple(None if pd.isna(cell) else cell for cell in row)


@pytest.mark.parametrize(
    ("rows", "answer"),
    [
        (["600"], (600, 600, 600, "exact")),
        (["about 600"], (600, 600, 600, "about")),
        (["at_least 600"], (600, 600, None, "at_least")),  # nobody names a ceiling
        (["up 600".replace("up", "at_most")], (600, None, 600, "at_most")),  # nor a floor
        (["about 600", "600", "at_least 600", "700", "700"], (600, 600, 700, "exact")),
        (["about 600", "about 600", "600"], (600, 600, 600, "about")),
        (["500", "600"], (500, 500, 600, "exact")),  # in doubt the lower
        (["400", "more_than 600", "more_than 600"], (600, 400, None, "more_than")),  # above every ceiling that is stated
        (["nearly 300", "nearly 300", "500"], (300, None, 500, "nearly")),
        (["range 400 500"], (None, 400, 500, "range")),  # no middle
        (["range 400 500", "range 400 500", "450"], (None, 400, 500, "range")),
        (["range 400 500", "450", "450"], (450, 400, 500, "exact")),
        (["vague 100"], (None, 100, None, "vague")),
        (["vague 100", "vague 100", "4700"], (4700, 100, 4700, "exact")),  # no number, so no vote
        (["vague 100", "50"], (50, 50, None, "exact")),
        (["0"], (0, 0, 0, "exact")),
    ],
)
def test_ucdp_is_the_number_given_most_often_between_the_lowest_and_the_highest(flat, rows, answer):
    assert resolved(flat(*rows), "ucdp") == answer


def test_ucdp_calls_its_number_best_too(flat):
    frame = cf.resolve(flat("600", "700"), "ucdp")
    assert frame["best"].equals(frame["value"].rename("best"))
    assert "best" not in cf.resolve(flat("600"), "acled")


@pytest.mark.parametrize(
    ("rows", "answer"),
    [
        (["600", "about 500"], (500, None, None, "about")),
        (["600", "range 400 500"], (400, 400, 500, "range")),
        (["600", "vague 100"], (100, 100, None, "vague")),
        (["600", "at_most 500"], (500, None, 500, "at_most")),
        (["at_least 600", "700"], (600, 600, None, "at_least")),
        (["about 600", "about 600", "600"], (600, None, None, "about")),
    ],
)
def test_acled_is_the_lowest_number(flat, rows, answer):
    assert resolved(flat(*rows), "acled") == answer


def on(day, says) -> dict:
    return {"says": says, "published": day}


JANUARY, APRIL = "2025-01-13", "2025-04-30"


@pytest.mark.parametrize(
    ("rows", "answer"),
    [
        ([on(JANUARY, "300"), on(JANUARY, "300"), on(APRIL, "about 600")], (600, None, None, "about")),
        ([on(APRIL, "600"), on(APRIL, "at_least 600"), on(APRIL, "500")], (600, 600, 600, "exact")),
        ([on(APRIL, "600"), on(APRIL, "700")], (600, 600, 600, "exact")),
        ([on(APRIL, "700"), on(APRIL, "700"), on(APRIL, "600"), on(APRIL, "500")], (500, 500, 500, "exact")),  # half is no majority
        ([on(APRIL, "range 400 500")], (400, 400, 500, "range")),
        ([on(APRIL, "vague 100"), on(APRIL, "vague 1000")], (None, 100, None, "vague")),
        ([on(APRIL, "vague 100"), on(APRIL, "700")], (700, 700, 700, "exact")),
        ([on(None, "300"), on(APRIL, "600")], (600, 600, 600, "exact")),
        ([on(None, "300"), on(None, "600"), on(None, "600")], (600, 600, 600, "exact")),
        ([on("2025-04", "300"), on("2025-04-15", "600")], (300, 300, 300, "exact")),  # a month counts from its last day
        ([{"says": "300", "stated": JANUARY}, on(APRIL, "600")], (600, 600, 600, "exact")),
    ],
)
def test_gtd_is_the_most_recent_source_then_the_majority_then_the_lowest(flat, rows, answer):
    assert resolved(flat(*rows), "gtd") == answer


def test_latest_goes_by_the_day_of_the_utterance_and_not_of_the_page(flat):
    old = {"utterance_id": "january", "stated": JANUARY, "published": "2025-08-30", "says": "300"}
    late = {"utterance_id": "january", "stated": "../2025-08-30", "says": "300"}
    new = {"utterance_id": "april", "stated": APRIL, "published": APRIL, "says": "about 600"}
    frame = cf.resolve(flat(old, old, late, new), "latest", by=["subject"])
    assert frame[["value", "qualifier", "figure_ids"]].values.tolist() == [[600, "about", "page-3.f1"]]
    assert frame.attrs["rows_left_out"] == {"not the most recent of its group": 3}


@pytest.mark.parametrize(
    ("rows", "answer"),
    [
        (["600", "600", "range 10 12"], (600, 600, 600, "exact")),
        (["range 10 12"], (None, 10, 12, "range")),
        (["500", "at_least 600"], (500, 500, 500, "exact")),
    ],
)
def test_latest_of_one_day_is_the_number_given_most_often(flat, rows, answer):
    assert resolved(flat(*rows), "latest") == answer


def test_without_an_utterance_latest_reads_each_rows_own_day(flat):
    rows = [
        {"says": "300", "stated": APRIL, "published": "2025-05-01", "utterance_id": None},
        {"says": "100", "stated": JANUARY, "published": "2025-08-01", "utterance_id": None},
        {"says": "50", "published": "2025-02-01", "utterance_id": None},
    ]
    assert cf.resolve(flat(*rows), "latest", by=["subject"])["value"].tolist() == [300]


@pytest.mark.parametrize(
    ("rows", "answer"),
    [
        (["15000", "18000"], (None, 15000, 18000, None)),
        (["600", "at_least 500"], (None, 500, None, None)),
        (["600", "at_most 900"], (None, None, 900, None)),
        (["about 4700"], (None, 4650, 4750, None)),
        (["range 400 500", "vague 100"], (None, 100, None, None)),
        (["0"], (None, 0, 0, None)),
        (["about 0"], (None, 0, 0.5, None)),  # no count is below nothing
    ],
)
def test_widest_holds_all_that_any_row_allows_and_keeps_open_ends(flat, rows, answer):
    assert resolved(flat(*rows), "widest") == answer


@pytest.mark.parametrize("name", rules.RULES)
def test_every_rule_says_what_it_does_where_it_comes_from_and_what_it_loses(name):
    rule, told = rules.RULES[name], rules.DECIDE[name].__doc__
    assert rule.name == name and rule.states and rule.source
    for part in ("Hedges:", "Use it", "throws away", ">>>"):
        assert part in told.replace("It throws away", "throws away")
