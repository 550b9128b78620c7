"""Tokens: where they begin and end, and of what kind they are."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conflict_figures.extract import vocabulary
from conflict_figures.extract.tokens import tokenize


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("12,400 men", "nw"),
        ("12 400 men", "nw"),
        ("1.200.000 men", "nw"),
        ("2.5 tonnes", "nw"),
        ("on 03.04.2025 or 2025-04-03", "wdwd"),
        ("at 10:30:00", "wt"),
        ("see www.example.org/12 or https://example.org", "wuwu"),
        ("how www is spelt", "wwww"),
        ("the army's men", "wwsw"),
        ("don't, o’clock", "wpw"),
        ("U.S. forces", "ww"),
        ("Abu al-Sabri", "ww"),
        ("five-storey", "w"),
        ("line\n  next", "wbw"),
        ("x² _ ☂ €5", "wpppn"),
        ("  ahead and behind  ", "www"),
    ],
)
def test_the_kinds_of_tokens(text, kinds):
    assert "".join(tokenize(text).kind) == kinds


def test_capitals_behind_an_article_count():
    found = tokenize("Abu al-Sabri, ul-haq and El-")
    assert [raw for raw, capital in zip(found.raw, found.capital, strict=True) if capital] == ["Abu", "al-Sabri", "El"]


@given(st.text(alphabet=st.sampled_from("aZé1’'-–.,:/ \n\t\u00a0hw_(²☂")))
def test_tokens_are_spans_of_the_text_and_leave_only_white_space(text):
    found = tokenize(text)
    assert [text[a:b] for a, b in zip(found.start, found.end, strict=True)] == found.raw
    edges = [0, *(edge for span in zip(found.start, found.end, strict=True) for edge in span), len(text)]
    assert edges == sorted(edges)
    gaps = [text[a:b] for a, b in zip(edges[::2], edges[1::2], strict=True)]
    assert "".join(gaps).strip() == ""


@given(st.text(alphabet=st.sampled_from("aBé1’'-.,:/ \nhtpsw")))
def test_what_a_token_is_does_not_hang_on_what_was_read_before(text):
    first = tokenize(text)
    vocabulary_of_one = vocabulary.Vocabulary()
    assert [vocabulary_of_one[raw].kind for raw in first.raw] == first.kind


def test_the_vocabulary_does_not_grow_without_end():
    known = vocabulary.Vocabulary()
    for k in range(3 * vocabulary._MOST):
        assert known[f"w{k} "].raw == f"w{k}"
    assert len(known) <= vocabulary._MOST
    assert known["x" * 1000].length == 1000 and "x" * 1000 not in known
