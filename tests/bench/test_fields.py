"""When two values of one field count as the same."""

import pytest
from scoring import fields


@pytest.mark.parametrize(
    ("a", "b"),
    [
        (None, None),
        (None, ""),
        ("Vasko", "Ilja Vasko"),
        ("the harbour police", "Harbour Police"),
        ("Ministry of Health of Orvania", "Orvania’s Ministry of Health"),
        ("the northern border guard", "northern coastal guard"),
    ],
)
def test_one_voice_under_two_names(a, b):
    assert fields.same_name(a, b) and fields.same_name(b, a)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        (None, "army"),
        ("Ilja Vasko", "Mira Vasko"),
        ("Ministry of Health", "Ministry of Defence"),
        ("of the", "army"),
        ("northern guard", "southern guard"),
    ],
)
def test_two_voices(a, b):
    assert not fields.same_name(a, b) and not fields.same_name(b, a)


def test_a_subject_agrees_by_its_share_of_words():
    assert fields.agreement("subject", {"subject": "wounded border guards"}, {"subject": "border guards"}) == 0.8
    assert fields.agreement("subject", {"subject": "guards"}, {"subject": None}) == 0
    assert fields.agreement("place", {"place": "in the"}, {"place": "of"}) == 1


def test_a_subject_is_scored_only_where_the_coding_has_one():
    assert not fields.is_scored("subject", {"subject": None})
    assert fields.is_scored("speaker", {"speaker": None})


@pytest.mark.parametrize(
    ("field", "a", "b", "score"),
    [
        ("date", "../2025-03-04", "2025-03-04", 1),
        ("date", "2025-03", "2025-03-04", 0),
        ("date", None, "", 1),
        ("increment", None, False, 1),
        ("increment", True, False, 0),
        ("unit", "Tank", "tank", 1),
        ("unit", None, "tank", 0),
    ],
)
def test_other_fields_agree_or_not(field, a, b, score):
    assert fields.agreement(field, {field: a}, {field: b}) == score
