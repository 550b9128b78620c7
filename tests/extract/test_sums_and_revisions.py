"""Links between figures that a rule finds: sums within rounding, and counts that the text says were revised."""

import pytest

from conflict_figures import extract


def links(text: str, predicate: str) -> list[tuple[str, str]]:
    records = extract("The war goes on in Tarvia.\n\n" + text).records
    words = {row["figure_id"]: row["text"] for row in records["figures"]}
    return [
        (words[row["subject_id"]], words[row["object_id"]])
        for row in records["links"]
        if row["predicate"] == predicate and row["subject_table"] == "figures"
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The toll rose to 45 from 38 after seven wounded guards died.", [("38", "45"), ("seven", "45")]),
        ("Two villagers were killed. One more died later, bringing the number of dead to three.",
         [("Two", "three"), ("One", "three")]),
        ("Some 1,389 civilians were killed: 1,042 by the army, 214 by rebels and 133 by others.",
         [("1,042", "Some 1,389"), ("214", "Some 1,389"), ("133", "Some 1,389")]),
        ("Altogether 12,000 people fled, 8,400 of them in May and 3,500 in June.",
         [("8,400", "12,000"), ("3,500", "12,000")]),  # within the rounding of 12,000
        ("Eleven soldiers held the post; four of them were killed, two were wounded and five were captured.",
         [("four", "Eleven"), ("two", "Eleven"), ("five", "Eleven")]),
        ("The army lost 12,000 men, the rebels 8,400 and the militia 3,500.", []),  # near, but no word says that it is a sum
        ("Three soldiers were killed. Two were wounded. A day later one civilian was killed.", []),
        ("Rebels killed 40 soldiers and burned 12 houses and 28 huts.", []),  # of different things
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)  # fmt: skip
def test_parts_that_add_up_are_joined_to_their_total(text, expected):
    assert links(text, "sums_to") == expected


def test_a_sum_says_that_a_rule_found_it():
    text = "The war goes on. The toll rose to 45 from 38 after seven wounded guards died."
    rows = [row for row in extract(text).records["links"] if row["predicate"] == "sums_to"]
    assert {(row["basis"], row["rule"]) for row in rows} == {("derived", "parts_add_up")}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The toll rose to 45 from 38.", [("45", "38")]),
        ("The ministry revised the number of dead from 300 to 280.", [("280", "300")]),
        ("Police lowered the toll to nine from 11.", [("nine", "11")]),
        ("The toll was 45, against 38 in the year before.", []),  # a comparison revises nothing
        ("Deaths rose to 45 from 38 in 2023.", []),
        ("Troops moved from 12 villages to 14 towns.", []),
    ],
)
def test_a_revised_count_supersedes_the_old_one(text, expected):
    assert links(text, "supersedes") == expected
