"""The unit of what is counted and its subject as worded: sentences in words of our own."""

import pytest

from conflict_figures import extract

CONTEXT = "The war has lasted three years, and the army and the rebels go on fighting.\n\n"

UNITS = [
    ("The navy escorted 26 merchant vessels.", [("merchant vessel", "merchant vessels")]),
    ("The army shot down 71 fixed-wing drones.", [("drone", "fixed-wing drones")]),
    ("Four buses, two torpedoes, nine knives and three caches were destroyed.",
     [("bus", "buses"), ("torpedo", "torpedoes"), ("knife", "knives"), ("cache", "caches")]),
    ("Police found 180 kilos of explosives.", [("kilogram", "explosives")]),
    ("The enemy lost 19,000 tanks and other armoured vehicles.",
     [("armoured vehicle", "tanks and other armoured vehicles")]),
    ("The army launched 90 Lancet-type, Orlan-type and other drones.",
     [("drone", "Lancet-type, Orlan-type and other drones")]),
    ("Forty Bradleys and two BMP-2s were lost.", [("Bradley", "Bradleys"), ("BMP-2", "BMP-2s")]),
    ("He promised 36 Gripen fighters.", [("Gripen fighter", "Gripen fighters")]),
    ("The army hit 12 areas of concentration of troops.", [("area of concentration", "areas of concentration of troops")]),
    ("They fired 900 rounds of 30 mm ammunition.", [("round", "rounds of 30 mm ammunition")]),
    # the full name of what a text told of before
    ("The army lost 12 unmanned aerial vehicles (UAV). Nine of the UAVs were shot down.",
     [("unmanned aerial vehicle", "unmanned aerial vehicles"), ("unmanned aerial vehicle", "UAVs")]),
    ("The freighter carried 44 armoured personnel carriers. Pictures show 38 carriers.",
     [("armoured personnel carrier", "armoured personnel carriers"), ("armoured personnel carrier", "carriers")]),
    # what is attached by "of", and what is not
    ("Two members of the security forces were killed.", [("person", "members of the security forces")]),
    ("Shells killed 12 of them, all soldiers.", [("person", None)]),
    ("The rebels launched 12 attacks on Friday.", [("incident", "attacks")]),
    ("The clinic treated four people with bullet wounds.", [("person", "people with bullet wounds")]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), UNITS, ids=[text for text, _ in UNITS])
def test_unit_and_subject(text, expected):
    rows = extract(CONTEXT + text).records["figures"]
    assert [(row["unit"], row["subject"]) for row in rows] == expected


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Police arrested 11 members of the militia.", "military"),
        ("Gunmen killed two members of a rights group.", "unspecified"),
        ("Gunmen killed two residents of the town.", "civilian"),
    ],
)
def test_whose_members_they_are(text, status):
    assert [row["affected_status"] for row in extract(CONTEXT + text).records["figures"]] == [status]
