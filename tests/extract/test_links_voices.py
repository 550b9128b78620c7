"""The same count again: who may be repeating whom."""

import pytest

from conflict_figures.extract import extract

SAME = [
    (
        "The army said 40 rebels had died. The army spokesman, Ivo Petrak, said the 40 dead rebels had been buried.",
        True,
    ),
    ("Nine soldiers were killed, police and a nurse said. Police said nine soldiers were killed.", True),
    ("The army said 40 rebels had died. The relief league said 40 rebels had died.", False),
]


@pytest.mark.parametrize(("text", "repeats"), SAME)
def test_a_spokesman_and_a_joint_speaker_repeat_and_an_independent_one_does_not(text, repeats):
    links = extract(text).records["links"]
    assert any(link["predicate"] == "repeats" for link in links) is repeats
