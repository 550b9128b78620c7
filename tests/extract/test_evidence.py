"""What a number counts, by each kind of evidence: sentences in words of our own, with what must be read and what not."""

import pytest

from conflict_figures import extract

CONTEXT = "The war has lasted three years, and the army and the rebels go on fighting.\n\n"

COUNTED = [
    # the noun itself
    ("Doctors reported 14 deaths.", [("14", "killed", "person")]),
    ("The brigade admitted 620 losses.", [("620", "casualties", "person")]),
    ("The army recorded nine violations of the truce.", [("nine", "attacks", "incident")]),
    # a state or a participle
    ("The raid left seven villagers dead.", [("seven", "killed", "person")]),
    ("Pictures show 24 destroyed barns.", [("24", "destroyed", "barn")]),
    ("Some 900 newly displaced people slept there.", [("Some 900", "displaced", "person")]),
    ("The clinic took in 60 people with shrapnel wounds.", [("60", "wounded", "person")]),
    # verbs with their objects and subjects
    ("The shelling killed or injured 343 civilians.", [("343", "casualties", "person")]),
    ("Rebels fired at two destroyers.", [("two", "hit", "destroyer")]),
    ("Rebels fired 30 rockets.", [("30", "launched", "rocket")]),
    ("Two drones struck a mourning tent.", [("Two", "launched", "drone")]),
    ("Soldiers captured in May numbered 40.", [("40", "captured", "person")]),
    ("Three sergeants captured in May were released.", [("Three", "released", "person")]),
    ("Some 280 guards who had fought beside them laid down their arms.", [("Some 280", "captured", "person")]),
    ("Six soldiers, among them the captain, also died.", [("Six", "killed", "person")]),
    ("Fourteen houses, two barns and a school were damaged.",
     [("Fourteen", "damaged", "house"), ("two", "damaged", "barn"), ("a", "damaged", "school")]),
    ("The militia lost six trucks, 34 mortars and a boat.",
     [("six", "destroyed", "truck"), ("34", "destroyed", "mortar"), ("a", "destroyed", "boat")]),
    ("The army launched 94 missiles at the port, and 81 of them were shot down.",
     [("94", "launched", "missile"), ("81", "intercepted", "missile")]),
    ("Five of them are known to have been killed, the army said of the 40 scouts sent north.",
     [("Five", "killed", "person"), ("40", "deployed", "person")]),
    ("Medical supplies and 12 trucks were looted.", [("12", "seized", "truck")]),
    # verbs of many meanings count only what stands beside them
    ("The ally gave the army 118 vehicles.", [("118", "supplied", "vehicle")]),
    ("Norvia sold Tarvia 12 jets.", [("12", "supplied", "jet")]),
    ("Police found 19 bodies in a well.", [("19", "killed", "person")]),
    ("Gunmen took 88 pupils from a school.", [("88", "detained", "person")]),
    ("Troops have taken sixty towns.", [("sixty", "area", "town")]),
    ("The force numbers some 5,000 men.", [("some 5,000", "present", "person")]),
    ("The plant builds 40 tanks a month.", [("40", "other", "tank")]),
    ("The navy escorted 200 ships.", [("200", "other", "ship")]),
    ("The state asked its allies for 25 batteries.", [("25", "supplied", "battery")]),
    ("The package consists of eight howitzers and 15,000 shells.",
     [("eight", "supplied", "howitzer"), ("15,000", "supplied", "shell")]),
    # where they are
    ("At least 23 farmers remained in jails there.", [("At least 23", "detained", "person")]),
    ("Some 800,000 people still live in camps.", [("Some 800,000", "displaced", "person")]),
    ("About 20 people were still under the rubble.", [("About 20", "missing", "person")]),
    ("Rockets fell at 11 locations.", [("11", "hit", "location")]),
    # neighbours, labels and accounts
    ("Seven dead – four nurses and three soldiers – and 28 wounded were counted.",
     [("Seven", "killed", "person"), ("four", "killed", "person"), ("three", "killed", "person"),
      ("28", "wounded", "person")]),
    ("Each side freed 390 people: 270 soldiers and 120 civilians.",
     [("390", "released", "person"), ("270", "released", "person"), ("120", "released", "person")]),
    ("Prisoners: three.", [("three", "captured", "person")]),
    ("Own losses: nil.", [("nil", "casualties", "person")]),
    ("Firearms recovered: 218.", [("218", "seized", "firearm")]),
    ("The number of burned villages was put at 50.", [("50", "destroyed", "village")]),
    ("This brings to 13 the number of helicopters lost.", [("13", "destroyed", "helicopter")]),
    ("Three children were among the dead.", [("Three", "killed", "person")]),
    ("Among the wounded are five boys.", [("five", "wounded", "person")]),
    ("Of 100 tanks bought last year, the audit counted 45 at the front.",
     [("100", "supplied", "tank"), ("45", "present", "tank")]),
    ("The stone carries the names of 24 fallen men.", [("24", "killed", "person")]),
    ("A granite wall shows 311 names.", [("311", "killed", "person")]),
    ("The army shot down six of 14 missiles.", [("six", "intercepted", "missile"), ("14", "launched", "missile")]),
    ("The prisoners were traded in return for 18 rebels.", [("18", "exchanged", "person")]),
    ("His brother is missing, with a hundred others.", [("a hundred", "missing", "person")]),
    ("Food for 9,800 people and 450 tents arrived.", [("9,800", "other", "person"), ("450", "supplied", "tent")]),
]  # fmt: skip


def figures(text: str) -> list[tuple[str, str, str]]:
    rows = extract(CONTEXT + text).records["figures"]
    return [(row["text"], row["measure"], row["unit"]) for row in rows]


@pytest.mark.parametrize(("text", "expected"), COUNTED, ids=[text for text, _ in COUNTED])
def test_evidence_says_what_a_number_counts(text, expected):
    assert figures(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Dalo Pirn, who is 71, saw it.",  # ages
        "You are 38 now and live in exile.",
        "The youngest was nine, the oldest 58.",
        "Most of the pupils were under five.",
        "The barracks were built for 900 men.",  # room
        "The clinic has 40 beds.",
        "The town, home to 19,000 residents, is quiet.",  # inhabitants
        "He leaves a wife and two daughters.",  # kin
        "She is a mother of four.",
        "Six people from the hill, one of the deadliest places, watched.",
        "It lies near Km 12 of the road.",  # names
        "Call +41 22 555 01 90.",
        "See pp. 44-61.",
        "The report rests on 184 interviews.",  # what was looked at
        "She was told so by two officers and spoke to three witnesses.",
        "Two medics and a local group said so.",
        "Each vehicle carries 36 shells.",  # what one of a kind has
        "Could the old bridge survive two hits?",  # a question asserts nothing
        "Nine times out of ten the fuse fails.",
        "The parliament has 150 members.",
        "Seven patients died of cholera.",
        "Drones flew over five regions.",
    ],
)
def test_what_counts_nothing_of_the_conflict_is_no_figure(text):
    assert [number for number, _, _ in figures(text)] in ([], ["Six"])


def test_a_question_says_what_its_answer_counts():
    text = CONTEXT + "Q: How many people died?\n\nA: In our ward, 212."
    assert [(row["text"], row["measure"]) for row in extract(text).records["figures"]] == [("212", "killed")]


def test_a_number_with_its_article_takes_up_the_count_told_before():
    text = CONTEXT + "Police killed 67 protesters. Nobody was charged. A judge spoke. Of the 67, 29 were students."
    rows = extract(text).records["figures"]
    assert [(row["text"], row["measure"]) for row in rows if row["text"] in ("67", "29")] == [
        ("67", "killed"), ("67", "killed"), ("29", "killed"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Colombia promised 80 million pesos for the wounded.", "COP"),
        ("Manila paid the widows 80 million pesos, the Philippine army said.", "PHP"),
        ("The Danish state set aside 500 million kroner for shells.", "DKK"),
        ("The army got 5 million euros.", "EUR"),
    ],
)
def test_a_currency_that_several_states_have_is_that_of_the_state_named(text, code):
    assert [row["unit"] for row in extract(CONTEXT + text).records["figures"]] == [code]


def test_a_currency_of_no_state_that_is_named_gives_no_code():
    assert extract(CONTEXT + "The army got 5 million pesos.").records["figures"] == []


PRESS_RELEASE = (
    "Near Marun, five strikes engaged four tactical units; destroyed three rebel-held buildings, two mortar systems, a "
    "rocket propelled grenade launcher, seven fighting positions and a tunnel entrance; and damaged 39 supply routes.\n\n"
    "During the operation, 16 aircraft fired 22 munitions, destroying 22 targets.\n\n"
    "A strike on Monday hit two vehicles that had left the base. The strikes delivered 101 bombs. For details call "
    "910-555-0133."
)


def test_the_lists_of_a_press_release_keep_the_measure_of_their_verb():
    rows = [(r["text"], r["measure"], r["unit"]) for r in extract(PRESS_RELEASE).records["figures"]]
    assert rows == [
        ("five", "attacks", "incident"),
        ("three", "destroyed", "building"),
        ("two", "destroyed", "mortar system"),
        ("a", "destroyed", "rocket propelled grenade launcher"),
        ("seven", "destroyed", "fighting position"),
        ("a", "destroyed", "tunnel entrance"),
        ("39", "damaged", "supply route"),
        ("16", "present", "aircraft"),
        ("22", "launched", "munition"),
        ("22", "destroyed", "target"),
        ("two", "hit", "vehicle"),
        ("101", "launched", "bomb"),
    ]


@pytest.mark.parametrize(
    ("words", "qualifier"),
    [
        ("greater than 60", "more_than"), ("just over 60", "more_than"), ("a minimum of 60", "at_least"),
        ("60 and counting", "at_least"), ("a maximum of 60", "at_most"), ("not exceeding 60", "at_most"),
        ("well under 60", "less_than"), ("just short of 60", "nearly"), ("something like 60", "about"),
        ("60 or thereabouts", "about"), ("three dozens", "exact"),
    ],
)  # fmt: skip
def test_a_hedge_goes_with_its_number(words, qualifier):
    rows = extract(f"The army killed {words} rebels.").records["figures"]
    assert [(row["text"], row["qualifier"]) for row in rows] == [(words, qualifier)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Planes handed over 32 prisoners.", [("32", "exact")]),  # the verb is "hand over", not a hedge
        ("We are talking about 73 girls kidnapped by rebels.", [("73", "exact")]),
        ("The ratio was .08 of the army.", []),
    ],
)
def test_a_particle_of_a_verb_is_no_hedge(text, expected):
    assert [(row["text"], row["qualifier"]) for row in extract(CONTEXT + text).records["figures"]] == expected
