"""One sentence that says where, what and what to do."""

import pickle

import pytest

from conflict_figures.errors import InputError, UsageError


@pytest.mark.parametrize(
    ("place", "words"),
    [
        ({}, "the text is empty. Add words."),
        ({"path": "a.txt"}, "a.txt: the text is empty. Add words."),
        ({"path": "a.csv", "line": 3}, "a.csv:3: the text is empty. Add words."),
        ({"path": "a.csv", "line": 3, "column": 7}, "a.csv:3:7: the text is empty. Add words."),
    ],
)
def test_the_place_comes_first_as_far_as_it_is_known(place, words):
    assert str(InputError("the text is empty", remedy="Add words.", **place)) == words


@pytest.mark.parametrize("kind", [InputError, UsageError])
def test_an_error_from_another_process_keeps_its_place(kind):
    error = kind("the text is empty", path="a.txt", line=3, column=7, remedy="Add words")
    copy = pickle.loads(pickle.dumps(error))
    assert type(copy) is kind and str(copy) == str(error) and copy.line == 3


def test_it_is_a_value_error():
    with pytest.raises(ValueError, match="empty"):
        raise InputError("the text is empty")
