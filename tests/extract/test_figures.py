"""What a number counts: measures, units and subjects, in sentences written for this test."""

import pytest

from conflict_figures.extract import extract


def figures(text: str, **options) -> list[tuple]:
    rows = extract(text, **options).records["figures"]
    return [(row["text"], row["measure"], row["unit"], row["subject"]) for row in rows]


CASES = [
    ("Shelling killed 14 villagers.", [("14", "killed", "person", "villagers")]),
    ("Fourteen conscripts were wounded in the ambush.", [("Fourteen", "wounded", "person", "conscripts")]),
    ("Rebels killed 12 soldiers and wounded 30.",
     [("12", "killed", "person", "soldiers"), ("30", "wounded", "person", "soldiers")]),
    ("The raid left 12 soldiers dead.", [("12", "killed", "person", "soldiers")]),
    ("The army lost 40 men and three tanks.",
     [("40", "casualties", "person", "men"), ("three", "destroyed", "tank", "tanks")]),
    ("The militia captured 22 soldiers and two howitzers.",
     [("22", "captured", "person", "soldiers"), ("two", "seized", "howitzer", "howitzers")]),
    ("Air defence shot down 31 of 40 attack drones.",
     [("31", "intercepted", "drone", "attack drones"), ("40", "launched", "drone", "attack drones")]),
    ("The abduction of 19 pupils by gunmen shocked the town.", [("19", "detained", "person", "pupils")]),
    ("Gunmen took 19 pupils.", [("19", "detained", "person", "pupils")]),
    ("Clashes displaced 5,000 people.", [("5,000", "displaced", "person", "people")]),
    ("The ministry sent 300 infantry fighting vehicles to the front.",
     [("300", "supplied", "infantry fighting vehicle", "infantry fighting vehicles")]),
    ("Three mortar attacks hit the garrison.", [("Three", "attacks", "incident", "mortar attacks")]),
    ("A soldier was killed by a mine.", [("A", "killed", "person", "soldier")]),
    ("No soldiers were killed in the raid.", [("No", "killed", "person", "soldiers")]),
    ("There are 60 militants in the valley.", [("60", "present", "person", "militants")]),
    ("The army fired 90 rockets at the town.", [("90", "launched", "rocket", "rockets")]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), CASES, ids=[text for text, _ in CASES])
def test_a_number_is_bound_to_what_it_counts(text, expected):
    assert figures(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The striker scored 12 goals in the league and the coach praised 11 players.",
        "An earthquake of magnitude 6 and its aftershock killed 40 people and injured 90.",
        "Shares fell and investors lost 300 million dollars as stocks dropped on the market.",
        "The army has not given a toll. No group has claimed the attack.",
        "The 5th Brigade holds the town, 12 kilometres from the border, since 3 May 2024.",
        "Two officers told reporters that the army had withdrawn.",
    ],
)
def test_what_is_no_count_of_the_conflict_is_no_figure(text):
    assert figures(text) == []


def test_the_elided_noun_is_that_of_the_number_before():
    rows = extract("About 300 Malian soldiers have died, and dozens have been wounded.").records["figures"]
    assert [(row["measure"], row["subject"]) for row in rows] == [
        ("killed", "Malian soldiers"), ("wounded", "Malian soldiers"),
    ]  # fmt: skip


def test_a_part_is_linked_to_its_whole():
    tables = extract("The shelling killed 20 people, including six children.").records
    assert [(row["subject_id"], row["predicate"], row["object_id"]) for row in tables["links"]] == [
        ("text.f20", "includes", "text.f41")
    ]
    assert [row["measure"] for row in tables["figures"]] == ["killed", "killed"]


def test_the_same_count_again_repeats_the_first_mention():
    text = "Some 70 Chadian soldiers were killed. According to the ministry, about 70 soldiers have died."
    (link,) = extract(text).records["links"][:1]
    assert (link["subject_id"], link["predicate"], link["object_id"]) == ("text.f65", "repeats", "text.f0")


def test_a_loss_bulletin_gives_totals_with_their_daily_part():
    text = "The enemy's losses as of today: personnel – about 4,300 (+110); tanks – 25 (+2)."
    rows = extract(text).records["figures"]
    assert [(r["text"], r["measure"], r["unit"], r["count_mode"], r["increment"]) for r in rows] == [
        ("about 4,300", "casualties", "person", "cumulative", False),
        ("110", "casualties", "person", "period", True),
        ("25", "destroyed", "tank", "cumulative", False),
        ("2", "destroyed", "tank", "period", True),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "One in ten soldiers was killed.",
        "No one knows how many soldiers were killed.",
        "The 2020 war went on in 2021-2022, and at 10.30 soldiers were killed.",
        "Some 12.000 soldiers were killed.",  # twelve thousand, or twelve: no row is better than a wrong one
    ],
)
def test_years_times_fractions_and_ambiguous_numbers_are_no_figures(text):
    assert figures(text) == []


def test_the_base_of_a_share_did_not_suffer_the_event():
    found = extract("Soldiers came. None of the 12 hostages were killed.").records["figures"]
    assert [(row["value"], row["measure"]) for row in found] == [(0, "killed"), (12, "other")]


@pytest.mark.parametrize("weapon", ["missile", "drone", "rocket"])
def test_a_weapon_as_subject_does_not_hide_the_verb(weapon):
    assert [row[1] for row in figures(f"A {weapon} killed 12 civilians and hit nine houses.")] == ["killed", "hit"]


def test_an_elided_noun_is_that_of_the_whole_and_not_of_its_part():
    text = "The shelling killed 20 people, including six children. Another 30 were wounded."
    assert [row[3] for row in figures(text)] == ["people", "children", "people"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The army has cleared 340 square kilometres and 12 villages.",
         [("340", "area", "km2", "square kilometres"), ("12", "area", "village", "villages")]),
        ("Clashes displaced 2,000 people (410 families).",
         [("2,000", "displaced", "person", "people"), ("410", "displaced", "family", "families")]),
        ("Pictures of the war show 34 fresh graves.", [("34", "killed", "person", "fresh graves")]),
    ],
)  # fmt: skip
def test_territory_and_glosses_in_brackets(text, expected):
    assert [row[:3] for row in figures(text)] == [row[:3] for row in expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The shelling hit a street and a 45-year-old woman died.", [("a", "killed")]),
        ("No soldiers were near the market.", [("No", "present")]),
        ("Four clinics were burned down in the war and two others damaged.", [("Four", "destroyed"), ("two", "damaged")]),
        ("Air defence intercepted 61 drones: 24 over Marn, 19 over Orlov and three over the sea.",
         [("61", "intercepted"), ("24", "intercepted"), ("19", "intercepted"), ("three", "intercepted")]),
    ],
)  # fmt: skip
def test_ages_places_others_and_items_after_a_colon(text, expected):
    assert [row[:2] for row in figures(text)] == expected


def test_a_mixed_text_keeps_the_figures_of_its_conflict_paragraph():
    text = (
        "The party won 61 seats in the election and 43 candidates lost theirs on the ballot.\n\n"
        "Gunmen ambushed a patrol near Harat on polling day, killing four soldiers; three gunmen were captured.\n"
    )
    assert [row[:2] for row in figures(text)] == [("four", "killed"), ("three", "captured")]


def test_a_back_reference_never_makes_a_part_greater_than_its_whole():
    text = "The ambush killed 24 soldiers. Around 40 of them were killed when soldiers struck back."
    assert not [row for row in extract(text).records["links"] if row["predicate"] == "includes"]
