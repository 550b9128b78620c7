"""Part and whole: a count that is said to be among another, also where only its noun takes that one up."""

import pytest

from conflict_figures import extract

TOLD = "Shells killed 34 people and wounded 50 in Marun on Friday. Some 900 people fled.\n\n"


def parts(text: str) -> list[tuple[str, str]]:
    records = extract(TOLD + text).records
    words = {row["figure_id"]: row["text"] for row in records["figures"]}
    return [
        (words[row["subject_id"]], words[row["object_id"]])
        for row in records["links"]
        if row["predicate"] == "includes"
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The dead included 11 women and six children.", [("34", "11"), ("34", "six")]),
        ("Nine of the dead were nurses.", [("34", "Nine")]),
        ("Three girls were among the wounded.", [("50", "Three")]),
        ("Among the dead are five guards.", [("34", "five")]),
        ("Of the displaced, 600 slept in a school.", [("Some 900", "600")]),
        ("The army lost 310 tanks: 214 destroyed, 58 damaged and 38 captured.",
         [("310", "214"), ("310", "58"), ("310", "38")]),
        ("The clinic buried 40 men. Of these, 21 were killed by mines, 12 by shells and seven by snipers.",
         [("40", "21"), ("40", "12"), ("40", "seven")]),
        ("The mayor said 60 of the dead were nurses.", []),  # 34 hold no 60
        ("Rebels killed three of the guards.", []),  # no count of guards was told
    ],
)  # fmt: skip
def test_a_part_is_joined_to_the_whole_that_its_noun_takes_up(text, expected):
    assert parts(text) == expected
