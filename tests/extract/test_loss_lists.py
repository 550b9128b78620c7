"""Bulletins of losses in the orders that ministries use, and records of single incidents; the texts are written for this test."""

import pytest

from conflict_figures import extract


def counts(text: str) -> list[tuple]:
    return [
        (row["measure"], row["unit"], row["value"] if row["value"] is not None else row["low"], row["increment"])
        for row in extract(text, published="2025-06-14").records["figures"]
    ]


LOSSES = [
    ("casualties", "person", 416_800, False),
    ("casualties", "person", 1_150, True),
    ("destroyed", "tank", 6_648, False),
    ("destroyed", "tank", 15, True),
    ("destroyed", "helicopter", 325, False),
]


@pytest.mark.parametrize(
    "text",
    [
        "Total losses of the enemy as of 9 June:\n\npersonnel: about 416,800 (+1,150) persons\ntanks: 6,648 (+15)\nhelicopters: 325",
        "Losses of the enemy:\npersonnel ‒ about 416 800 (+1 150) persons were liquidated,\ntanks ‒ 6648 (+15) units,\nhelicopters ‒ 325",
        "Personnel — 416,800 (+1,150)\nTanks — 6,648 (+15)\nHelicopters — 325\nArmoured columns were seen near the front.",
        "Enemy losses:\n• ~416,800 (+1,150) personnel\n• 6,648 (+15) tanks\n• 325 helicopters",
        "Since the invasion the army has lost 416,800 (+1,150) persons, 6,648 (+15) tanks and 325 helicopters.",
        "The army has lost 416,800 troops (+1,150), 6,648 tanks (+15) and 325 helicopters.",
        "Losses as of 9 June: personnel 416,800 (+1,150), tanks 6,648 (+15), helicopters – 325.",
    ],
)
def test_an_item_its_total_and_the_day_s_part_are_read_in_every_order(text):
    assert counts(text) == LOSSES


def test_the_verb_of_a_long_list_governs_its_first_item():
    items = ", ".join(f"{number} {thing}" for number, thing in [(66, "airplanes"), (28, "helicopters"), (621, "drones"),
                      (60, "air defence missile systems"), (237, "tanks and other armoured fighting vehicles"),
                      (156, "multiple rocket launchers"), (260, "field artillery guns and mortars")])  # fmt: skip
    found = counts(f"In total, {items}, and 358 units of support vehicles have been neutralised since the start of the war.")
    assert [(measure, value) for measure, _, value, _ in found] == [
        ("destroyed", value) for value in (66, 28, 621, 60, 237, 156, 260, 358)
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The clash left nine people dead (three fighters, six civilians).", [("killed", 9), ("killed", 3), ("killed", 6)]),
        ("Combat losses on 3 May: 1,200 killed and wounded, 5 tanks.", [("casualties", 1200), ("destroyed", 5)]),
        ("The clash left 120 dead and wounded.", [("casualties", 120)]),
        ("The clash left 12 dead and 30 wounded.", [("killed", 12), ("wounded", 30)]),
        ("12 killed, 30 hurt in market bombing", [("killed", 12), ("wounded", 30)]),
        ("Mine kills one, injures three", [("killed", 1), ("wounded", 3)]),
        ("Blast death toll hits 63", [("killed", 63)]),
        ("Shelling hit 63 houses in the city", [("hit", 63)]),
        ("Gunmen shoot dead five police officers", [("killed", 5)]),
        ("After an exchange of fire, eight militants were killed and three captured.", [("killed", 8), ("captured", 3)]),
        ("Four enemy wounded in action and 17 detained.", [("wounded", 4), ("detained", 17)]),
        ("The leader was captured along with three of his associates.", [("captured", 3)]),
        ("Police killed two protesters (size=about 1,000). Two fatalities.", [("killed", 2), ("killed", 2)]),
        ("THE DEAD MAN HAD THREE BULLET WOUNDS. FIVE SOLDIERS WERE KILLED.", [("killed", 5)]),
        ("A car bomb packed with 80 kg of explosives killed five soldiers.", [("killed", 5)]),
        ("Death toll from Tamba bombing passes 300", [("killed", 300)]),
        ("Death toll of the bombing rises to 300", [("killed", 300)]),
        ("Attack leaves 22 dead, including four children", [("killed", 22), ("killed", 4)]),
        ("A roadside bomb wounded three policemen.", [("wounded", 3)]),
        ("Police found five bodies with gunshot wounds after the clash.", [("killed", 5)]),
        ("Five people have bullet wounds after the clash.", [("wounded", 5)]),
        ("The murder on the morning of 3 May of six villagers by rebels", [("killed", 6)]),
        ("Troops captured Mullah Karo and an associate.", [("captured", 1)]),
        ("Two officers and 45 soldiers of an elite battalion are being held in the town.", [("detained", 2), ("detained", 45)]),
        ("Troops found 1,500 pounds of opium and 50 rifles.", [("seized", 1500), ("seized", 50)]),
        ("The attack caused the death of six soldiers and millions in losses.", [("killed", 6)]),
        ("The raid caused €40m in damage.", [("money", 40_000_000)]),
        ("Rebels killed Mario and Ivo Petrak, 31 and 28, respectively.", []),
        ("THE BOMBING AT 0915 (1315 GMT) KILLED THIRTYTWO SOLDIERS NEAR NO 7-21.", [("killed", 32)]),
        ("Rebels held the town for two or perhaps three hours.", []),
        ("Troops found a bag containing 80 kg of explosives.", [("seized", 80)]),
        ("Losses of the army over the past day: up to 255 servicemen, three tanks and 12 artillery pieces.",
         [("casualties", 255), ("destroyed", 3), ("destroyed", 12)]),
        ("Total losses: cruise missiles – 3,337 (0), tanks – 40 (+1).",
         [("destroyed", 3337), ("destroyed", 0), ("destroyed", 40), ("destroyed", 1)]),
        ("The army told of its losses: rebels killed three men in May.", [("killed", 3)]),
        ("SHE LIVES AT NO 15 AND FIVE SOLDIERS WERE KILLED.", [("killed", 5)]),
        ("The patrol found a weapons cache of 200 mortar rounds, 15 grenades and two rifles.",
         [("seized", 200), ("seized", 15), ("seized", 2)]),
    ],
)  # fmt: skip
def test_short_records_of_incidents(text, found):
    assert [(measure, value) for measure, _, value, _ in counts(text)] == found
