"""Bounds of dates: against the edtf package, against the calendar, and what is refused."""

import re
import warnings
from datetime import date

import pytest
from conflict_figures import edtf, schema
from conflict_figures.schema import strategies
from hypothesis import given
from hypothesis import strategies as st

with warnings.catch_warnings():
    # its parser still uses names that pyparsing has renamed
    warnings.simplefilter("ignore")
    import edtf as peer


def _peer_bounds(value: str):
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        parsed = peer.parse_edtf(value)
        return parsed.lower_strict(), parsed.upper_strict()


@given(strategies.edtf())
def test_bounds_are_those_of_the_edtf_package(value):
    ours = edtf.bounds(value)
    for mine, theirs, side in zip(ours, _peer_bounds(value), value.split("/") if "/" in value else (value, value), strict=True):
        if mine is None or re.fullmatch("[0-9]{4}-24", side):
            continue  # an open end is infinite to the peer; its winter is December alone
        assert (mine.year, mine.month, mine.day) == tuple(theirs)[:3], value


@pytest.mark.parametrize(
    ("value", "start", "end"),
    [
        ("2025", "2025-01-01", "2025-12-31"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2025-02%", "2025-02-01", "2025-02-28"),
        ("2025-04-30?", "2025-04-30", "2025-04-30"),
        ("2025-21", "2025-03-01", "2025-05-31"),
        ("2024-24", "2024-12-01", "2025-02-28"),
        ("2023-24", "2023-12-01", "2024-02-29"),
        ("2025-01/2025-03", "2025-01-01", "2025-03-31"),
        ("2025-03/2025-06-14", "2025-03-01", "2025-06-14"),
        ("../2025-04-30", None, "2025-04-30"),
        ("2025-04/..", "2025-04-01", None),
    ],
)
def test_bounds(value, start, end):
    assert tuple(day and day.isoformat() for day in edtf.bounds(value)) == (start, end)


REFUSED = ["", "..", "../..", "/", "2025/", "/2025", "25", "2025-13", "2025-00", "2025-02-29", "2025-04-31", "2025-04-00", "0000"]
REFUSED += ["2025-4", "2025-04-1", "2025-25", "2025-20", "2025~?", "~2025", "2025-04-30T10:00", "2025-06/2025-03", "2025/2026/2027"]
REFUSED += [" 2025", "2025\n", "２０２５", "201X", "-2025", "y20250", "9999-24", "last week", "2025-04-30/..~"]


@pytest.mark.parametrize("value", REFUSED)
def test_what_is_outside_the_subset_is_refused(value):
    assert not edtf.is_valid(value)
    with pytest.raises(ValueError, match=re.escape(repr(value))):
        edtf.bounds(value)


@given(st.text(alphabet="0123456789-/.~?% ", max_size=24))
def test_any_text_is_read_or_refused(text):
    if edtf.is_valid(text):
        start, end = edtf.bounds(text)
        assert start or end
        assert (start or date.min) <= (end or date.max)


@given(strategies.edtf())
def test_what_can_be_read_has_the_form_in_the_schema(value):
    assert re.fullmatch(schema.table("dates").field("edtf").pattern, value)


@given(st.from_regex(schema.table("dates").field("edtf").pattern, fullmatch=True))
def test_what_has_the_form_differs_only_by_the_calendar(value):
    try:
        edtf.bounds(value)
    except ValueError as error:
        assert "calendar" in str(error) or "before it starts" in str(error) or "0000" in value or "9999-24" in value


@given(strategies.edtf())
def test_precision_grows_with_length(value):
    start, end = edtf.bounds(value)
    level = edtf.precision(value)
    if start is None or end is None:
        assert level is None
    else:
        assert (level == 1) == (start == end) and 1 <= level <= 5
