"""A long text is cut where it hurts least, and nothing that can be read is left out."""

import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conflict_figures.extract import extract, find_dates, find_numbers, stretches

NEWS = "The army said {n} soldiers were killed near the river on 3 May 2025.\n\n"


@given(st.text(alphabet="ab. \n\r", max_size=200), st.integers(8, 40))
def test_stretches_follow_each_other_and_leave_out_only_long_runs(text, longest):
    found = list(stretches.cut(text, longest))
    edges = [0, *(edge for span in found for edge in span), len(text)]
    assert edges == sorted(edges)
    assert all(first < last <= first + longest for first, last in found)
    for first, last in zip(edges[::2], edges[1::2], strict=True):
        assert first == last or last - first >= longest and len(text[first:last].split()) == 1


@pytest.mark.parametrize(
    ("text", "head"),
    [
        ("one two.\n\nThree. Four five", "one two.\n\n"),
        ("one two.\nThree. Four five six", "one two.\n"),
        ("one two three. Four five", "one two three. "),
        ("one two three four five", "one two three "),
        ("one\n\ntwo three. Four five", "one\n\ntwo three. "),
    ],
    ids=["paragraph", "line", "sentence", "word", "a paragraph that would leave too little"],
)
def test_the_cut_is_at_the_best_mark(text, head):
    first, last = next(stretches.cut(text, 16))
    assert text[first:last] == head


@pytest.fixture
def short(monkeypatch):
    """Stretches so short that a few sentences fill several."""
    whole = stretches.cut
    monkeypatch.setattr(stretches, "cut", lambda text: whole(text, 200))


def test_the_rows_of_stretches_point_into_the_whole_text(short):
    text = "".join(NEWS.format(n=n) for n in range(11, 41))
    records = extract(text, source_id="long").records
    assert [row["value"] for row in records["figures"]] == list(range(11, 41))
    assert all(text[row["start"] : row["end"]] == row["text"] for row in records["figures"])
    assert all(text[row["start"] : row["end"]] == row["quote"] for row in records["claims"])
    assert {row["speaker"] for row in records["claims"]} == {"army"}
    assert len([row for row in records["actors"] if row["name"] == "army"]) == 1
    assert len({row["figure_id"] for row in records["figures"]}) == 30
    assert {row["date_id"] for row in records["figures"]} == {row["date_id"] for row in records["dates"]}
    assert [n.value for n in find_numbers(text)] == list(range(11, 41))
    assert [text[d.start : d.end] for d in find_dates(text)] == ["3 May 2025"] * 30


def test_a_run_without_white_space_is_passed_over_and_what_stands_around_it_is_read(short):
    text = NEWS.format(n=11) + "12," * 300 + " " + NEWS.format(n=13)
    assert [row["value"] for row in extract(text).records["figures"]] == [11, 13]


def test_dates_of_a_text_about_something_else_are_rows_without_a_claim():
    records = extract("The fair opens on 3 May 2025 with 12 stalls, the mayor said.").records
    assert [row["text"] for row in records["dates"]] == ["3 May 2025"]
    assert records["figures"] == records["claims"] == records["attributions"] == []


def test_the_result_travels_to_another_process_as_plain_rows():
    found = extract(NEWS.format(n=11), published="2025-05-04")
    there = pickle.loads(pickle.dumps(found))
    assert there.records == found.records and there.flat["speaker"].tolist() == ["army"]
    assert list(there.records) == list(found.records)


def test_a_table_is_made_once():
    records = extract(NEWS.format(n=11)).records
    assert records["figures"] is records["figures"]
    with pytest.raises(KeyError):
        records["figure"]
