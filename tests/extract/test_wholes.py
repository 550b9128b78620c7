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
        ("Among those who died were two guards.", [("34", "two")]),
        ("The toll includes five guards.", [("34", "five")]),
        ("That figure includes 600 women.", [("Some 900", "600")]),
        ("Of the total, 600 were women.", [("Some 900", "600")]),
        ("The mayor said 60 of the dead were nurses.", []),  # 34 hold no 60
        ("There are 20 of them, the prisoners said.", []),
        ("None of them has come back.", []),
        ("The toll was up from 20 last year. The dead include nine guards.", [("34", "nine")]),
        ("Rebels killed three of the guards.", []),  # no count of guards was told
    ],
)  # fmt: skip
def test_a_part_is_joined_to_the_whole_that_its_noun_takes_up(text, expected):
    assert parts(text) == expected


APART = [
    # the cue before the part, behind it, or in a list that goes on
    ("Raiders killed 45 guards, two officers among them.", [("45", "two")]),
    ("Raiders killed 45 guards, two officers included.", [("45", "two")]),
    ("Raiders killed 45 people, comprising 30 guards and 15 villagers.", [("45", "30"), ("45", "15")]),
    ("Raiders killed 45 people, namely 30 guards and 15 villagers.", [("45", "30"), ("45", "15")]),
    ("Raiders killed 45 people, including five guards who had slept and two nurses.", [("45", "five"), ("45", "two")]),
    ("The 45 killed in the raid included two officers.", [("45", "two")]),
    ("Two officers and a nurse were among the 45 people killed.", [("45", "Two"), ("45", "a")]),
    ('"Of the 15 men in my unit, 11 were killed," he said.', [("15", "11")]),
    ("The toll stands at 76 dead, up from 71, among them 22 guards.", [("76", "22")]),
    # accounts without such a word: brackets, dashes, colons, degrees of harm
    ("Raiders killed 12 people (eight guards and four nurses).", [("12", "eight"), ("12", "four")]),
    ("Raiders wounded 45 people – 30 guards and 15 nurses – on Friday.", [("45", "30"), ("45", "15")]),
    ("The raid left 11 dead - six guards and five nurses - and burned four huts.", [("11", "six"), ("11", "five")]),
    ("Raiders killed 65 people: 42 guards from the hills, 15 nurses sent from the port, and eight drivers.",
     [("65", "42"), ("65", "15"), ("65", "eight")]),
    ("The raid left 23 casualties (5 killed, 18 wounded).", [("23", "5"), ("23", "18")]),
    ("Since May 48 rebels were captured in the valley: 29 surrendered and 12 arrested.", [("48", "29"), ("48", "12")]),
    ("About 200 guards were wounded, 14 critically.", [("About 200", "14")]),
    ("About 200 guards were wounded, 14 of them in critical condition.", [("About 200", "14")]),
    # things, by their noun
    ("Rebels fired 14 missiles and 90 drones; 12 of the missiles were downed.", [("14", "12")]),
    ("Rebels fired 14 missiles and 90 drones, of which 12 missiles hit the port.", [("14", "12")]),
    ("Rebels fired 14 missiles and 90 drones, of which 12 and 70 respectively were downed.",
     [("14", "12"), ("90", "70")]),
    ("Police found 21 bodies, 13 of them burned.", [("21", "13")]),
    ("The army lost 40 tanks, seven of which burned, among them two new ones.", [("40", "seven"), ("seven", "two")]),
    ("Rebels fired 14 drones. Two of the UAVs hit the port.", [("14", "Two")]),
    ("The monitor counted 31 tanks lost in May: 21 destroyed and ten captured.", [("31", "21"), ("31", "ten")]),
    ("The mission lost three peacekeepers: two Tarvians and a Veskan.", [("three", "two"), ("three", "a")]),
    ("The remains of 268 men were found in seven graves, and 251 of those were burned.", [("268", "251")]),
    # fractions
    ("Rebels burned 12 of the district's 30 schools.", [("30", "12")]),
    ("Rebels burned twelve out of 30 schools.", [("30", "twelve")]),
    ("The army lost seven tanks out of 22.", [("22", "seven")]),
    # money
    ("Donors gave $900 million in arms, including $300 million for shells and $20 million for boots.",
     [("$900 million", "$300 million"), ("$900 million", "$20 million")]),
    ("Donors gave $900 million in arms. Of that, $300 million went on shells.", [("$900 million", "$300 million")]),
    ("Rebels got $40 million in ransom, $3 million of it in gold.", [("$40 million", "$3 million")]),
    # no parts
    ("Raiders killed 1,000 out of 12 guards.", []),
    ("Raiders killed no guards in Orsk, including nine nurses.", []),
    ("Prisoners captured: half of the 12 of the total out of 1,000 were among the dead.", [("1,000", "12")]),
    ("Raiders abducted 37 villagers, most of them women, and left nine dead.", []),
    ("Some 100 motorcycles were burned. Around 40 of them were killed in the raid.", []),
    ("Raiders killed five villagers, one of them a girl.", [("five", "one")]),
    ("Raiders killed five nurses, two of them girls, and a guard.", [("five", "two")]),
    ("Police held 40 rebels, three of them officers, and wounded nine.", [("40", "three")]),
    ("Raiders hit 14 villages and wounded two of their guards.", []),
    ("The camp took in 2,000 people (410 families).", []),
    ("Nine times out of ten the guards were killed.", []),
    ("The war cost $40 million last year and $30 million this year.", []),
    ("Shells fell on Friday (23 dead, 18 wounded).", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), APART)
def test_a_whole_and_its_parts_in_one_breath(text, expected):
    records = extract("The war goes on in Tarvia.\n\n" + text).records
    words = {row["figure_id"]: row["text"] for row in records["figures"]}
    links = [row for row in records["links"] if row["predicate"] == "includes"]
    assert [(words[row["subject_id"]], words[row["object_id"]]) for row in links] == expected


def test_the_base_of_a_fraction_that_was_told_before_is_told_again():
    text = "Rebels abducted 40 villagers on Friday. Twelve of the 40 were later freed."
    (first, part, again) = extract(text).records["figures"]
    links = {(row["predicate"], row["subject_id"], row["object_id"]) for row in extract(text).records["links"]}
    assert again["measure"] == "detained"
    assert ("repeats", again["figure_id"], first["figure_id"]) in links
    assert ("includes", again["figure_id"], part["figure_id"]) in links


@pytest.mark.parametrize(
    ("text", "subject", "status"),
    [
        ("Shells killed 34 people, nine of them children.", "children", "civilian"),
        ("Shells killed 34 people, nine of whom were soldiers.", "soldiers", "military"),
        ("Rebels caught 34 guards, nine of them wounded.", "guards", "unspecified"),
    ],
)
def test_a_part_has_the_name_that_the_text_gives_it(text, subject, status):
    part = extract("The war goes on.\n\n" + text).records["figures"][1]
    assert (part["subject"], part["affected_status"]) == (subject, status)
