"""Which found row stands for which wanted one."""

import pytest
from scoring import matching


def row(start, end, value=12, measure="killed", **more):
    return {"start": start, "end": end, "value": value, "low": value, "high": value, "measure": measure, **more}


@pytest.mark.parametrize(
    ("a", "b", "shared"), [((0, 4), (0, 4), 1), ((0, 4), (2, 4), 0.5), ((0, 4), (4, 8), 0), ((0, 4), (9, 12), 0)]
)
def test_closeness_is_the_shared_part_of_both_spans(a, b, shared):
    assert matching.closeness(row(*a), row(*b)) == shared == matching.closeness(row(*b), row(*a))


def test_a_figure_with_another_number_matches_only_where_numbers_do_not_matter():
    wanted, found = [row(0, 5, value=600)], [row(0, 5, value=60)]
    assert matching.figures(wanted, found) == {}
    assert matching.figures(wanted, found, whatever_number=True) == {0: 0}


def test_null_is_not_nought():
    wanted = [row(0, 5, value=0)]
    assert matching.figures(wanted, [row(0, 5, value=None)]) == {}
    assert matching.figures(wanted, [row(0, 5, value=0.0)]) == {0: 0}


def test_the_same_measure_goes_before_the_closer_span():
    wanted = [row(0, 10)]
    assert matching.figures(wanted, [row(0, 10, measure="wounded"), row(8, 12)]) == {0: 1}


def test_each_row_is_used_once():
    assert matching.figures([row(0, 4), row(2, 6)], [row(1, 5)]) == {0: 0}
    assert matching.figures([row(0, 4)], [row(0, 2), row(2, 4)]) == {0: 0}


def test_a_claim_needs_half_the_span_and_the_speaker():
    def same(a, b):
        return a == b

    wanted = [{"start": 0, "end": 40, "speaker": "Orlov"}]
    assert matching.claims(wanted, [{"start": 0, "end": 20, "speaker": "Orlov"}], same) == {0: 0}
    assert matching.claims(wanted, [{"start": 0, "end": 19, "speaker": "Orlov"}], same) == {}
    assert matching.claims(wanted, [{"start": 0, "end": 40, "speaker": None}], same) == {}
