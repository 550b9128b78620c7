"""What holds for any group of counts and any flat view."""

from dataclasses import replace
from datetime import date, timedelta

import pandas as pd
from hypothesis import given, settings
from hypothesis import strategies as st

import conflict_figures as cf
from conflict_figures import views
from conflict_figures.views.rules import DECIDE, RULES

from .conftest import FLATS, GROUPS

# making frames is slow beside reading them
few = settings(max_examples=12)


def within(number, low, high) -> bool:
    return number is None or ((low is None or low <= number) and (high is None or number <= high))


@given(GROUPS)
def test_widest_holds_the_numbers_of_every_other_rule(counts):
    widest = DECIDE["widest"](counts)
    for rule in RULES:
        assert all(within(number, widest.low, widest.high) for number in DECIDE[rule](counts)[:3]), rule


@given(GROUPS)
def test_acled_is_below_every_exact_value_of_its_group(counts):
    lowest = DECIDE["acled"](counts).value
    assert all(lowest <= row.value for row in counts if row.qualifier == "exact")


@given(GROUPS)
def test_best_lies_between_low_and_high(counts):
    answer = DECIDE["ucdp"](counts)
    assert within(answer.value, answer.low, answer.high) and within(answer.low, None, answer.high)


@given(GROUPS)
def test_no_rule_names_a_value_that_no_row_names(counts):
    named = {number for row in counts for number in row.number}
    for rule in RULES:
        assert DECIDE[rule](counts).value in named | {None}


@given(GROUPS, st.randoms(use_true_random=False))
def test_a_rule_does_not_depend_on_the_order_or_the_names_of_its_rows(counts, random):
    shuffled = random.sample(counts, len(counts))
    renamed = [replace(row, figure_id=f"f{place}") for place, row in enumerate(shuffled)]
    for rule in RULES:
        assert DECIDE[rule](counts)[:4] == DECIDE[rule](renamed)[:4], rule


@few
@given(flat=FLATS, seed=st.integers(0, 9))
def test_no_view_depends_on_the_order_of_the_rows(flat, seed):
    shuffled = flat.sample(frac=1, random_state=seed)
    asked = [lambda rows, rule=rule: cf.resolve(rows, rule) for rule in RULES] + [lambda rows: views.timeline("killed", flat=rows)]
    if len(flat):
        asked.append(lambda rows: views.drift("nis", rows))
    for view in asked:
        pd.testing.assert_frame_equal(view(flat), view(shuffled))
        assert view(flat).attrs == view(shuffled).attrs


@few
@given(FLATS)
def test_every_row_is_used_or_left_out_with_a_reason(flat):
    for found in [cf.resolve(flat, rule) for rule in RULES] + [views.timeline("killed", flat=flat)]:
        assert found["figures"].sum() == found.attrs["rows_used"] == len(flat) - sum(found.attrs["rows_left_out"].values())
        assert all(count > 0 for count in found.attrs["rows_left_out"].values())


@few
@given(FLATS, st.dates(date(2024, 12, 1), date(2025, 9, 30)), st.integers(0, 200))
def test_what_was_known_stays_known(flat, day, later):
    early, late = views.as_of(day, flat), views.as_of(day + timedelta(later), flat)
    assert set(early["figure_id"]) <= set(late["figure_id"]) <= set(flat["figure_id"])
