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
    ("The army said 40 rebels had died. Lieutenant-Colonel Issa Diallo said 40 rebels had died.", True),
    ("The army said 40 rebels had died. Its spokesman, Issa Diallo, said 40 rebels had died.", True),
    ("The health ministry said nine people were killed. Health minister Ana Vidal said nine people were killed.", True),
    ("The health ministry said nine people were killed. Ana Vidal, a doctor, said nine people were killed.", False),
    ("The court heard that nine people were killed. The judge said nine people were killed.", True),
    ("In the war nine soldiers were killed in Orsk and nine in Vesk.", False),
    ("In the war nine soldiers and nine civilians were killed.", False),
    ("Captives of the war were freed, 120 soldiers for 120 soldiers.", False),
    ("In the war nine soldiers died in Orsk.\n\nIn Vesk, nine soldiers died in the war.", False),
    ("Nine soldiers died in the war in Orsk.\n\nNine soldiers died in the war at the camp.", True),
    ("In the war nine people were killed in Orsk. The nine victims were buried.", True),
]


@pytest.mark.parametrize(("text", "repeats"), SAME)
def test_a_spokesman_and_a_joint_speaker_repeat_and_an_independent_one_does_not(text, repeats):
    links = extract(text).records["links"]
    assert any(link["predicate"] == "repeats" for link in links) is repeats
