"""Who has the word in transcripts, and voices behind a phrase, a paper or a plan."""

import pytest

from conflict_figures.extract import extract


def _speakers(text):
    flat = extract(text).flat
    return [(words, name if isinstance(name, str) else None) for words, name in zip(flat["text"], flat["speaker"], strict=True)]


BRIEFING = (
    "DAILY BRIEFING\nCol. Ana Vidal, spokesperson\n\nCOL. VIDAL: On Sunday four of our soldiers were killed by rebels.\n\n"
    "Q (Gazette): Colonel, the rebels say they killed nine soldiers.\n\nCOL. VIDAL: That is false. We captured 12 rebels."
)
BROADCAST = (
    "ANCHOR: The army says 16 people have been killed in the fighting.\n\nREPORTER: Six soldiers died here on Thursday.\n\n"
    "LT COL IVO PETRAK: They fired ninety rockets at us.\n\nANCHOR: Thank you."
)
CHANNEL = (
    "MARA HALEN, HTV HOST: How many soldiers have died?\n\nIVO PETRAK, DEFENCE MINISTER: We have lost 40 soldiers.\n\n"
    "HALEN: And the rebels?\n\nPETRAK: We killed 90 rebels."
)
QUESTIONS = (
    "MODERATOR: Next question.\n\nGEN. ANA VIDAL: The rebels fired 12 rockets at our base.\n\nQUESTION: Was anybody hurt?\n\n"
    "GEN. VIDAL: Two soldiers were wounded."
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (BRIEFING, [("four", "Ana Vidal"), ("nine", "rebels"), ("12", "Ana Vidal")]),
        (BROADCAST, [("16", "army"), ("Six", None), ("ninety", "Ivo Petrak")]),
        (CHANNEL, [("40", "Ivo Petrak"), ("90", "Ivo Petrak")]),
        (QUESTIONS, [("12", "Ana Vidal"), ("Two", "Ana Vidal")]),
        ("A blogger close to Varna said nine rebels were dead.", [("nine", "blogger")]),
        ("Nine houses burned, and close to 90 men died in the raid, the judges found.", [("Nine", "judges"), ("close to 90", "judges")]),
        ("Rebels killed six soldiers, according to a statement by the Interior Ministry.", [("six", "Interior Ministry")]),
        ("Rebels killed six soldiers, according to plan.", [("six", None)]),
        ("The Northern Army took the fort, killing 12 guards, the group said.", [("12", "Northern Army")]),
        ("The Rapid Legion Forces denied it. In a statement, the force said it had seized 19 trucks.", [("19", "Rapid Legion Forces")]),
        ("The Northern Front said it killed 12 soldiers. The army said nine had died.", [("12", "Northern Front"), ("nine", "army")]),
        ("The ministry did not name the site but said two soldiers were killed.", [("two", "ministry")]),
        ("The army did not say that 12 rebels were killed.", [("12", None)]),
        ("The army fights rebels. Aid groups expect 900 more people to flee.", [("900", "Aid groups")]),
        ("Some 5,000 soldiers have been killed in the war, the UN estimates.", [("Some 5,000", "UN")]),
    ],
)  # fmt: skip
def test_who_says_so(text, expected):
    assert _speakers(text) == expected
