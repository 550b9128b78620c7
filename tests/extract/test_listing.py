"""What a list counts, and what a verb counts by its object: sentences in words of our own."""

import pytest

from conflict_figures import extract

CONTEXT = "The war has lasted three years, and the army and the rebels go on fighting.\n\n"

COUNTED = [
    # the subject of "include", "were", "amounted to" says what its list is of
    ("Items recovered from the camp include eight rifles, a drum and 400 rounds of ammunition.",
     [("eight", "seized"), ("400", "seized")]),
    ("Also seized were two mortars and 30 grenades.", [("two", "seized"), ("30", "seized")]),
    ("The losses of the enemy amounted to more than 200 soldiers and two tanks.",
     [("more than 200", "casualties"), ("two", "destroyed")]),
    ("The package contained 3,000 drones, 20 trucks and 800 radios.",
     [("3,000", "supplied"), ("20", "supplied"), ("800", "supplied")]),
    # an item shares the verb of the item before it, whatever is attached to that
    ("The army launched 80 strike drones, decoys and other craft and 12 missiles at the port.",
     [("80", "launched"), ("12", "launched")]),
    ("Troops seized two machine guns, along with 900 rounds of ammunition.", [("two", "seized"), ("900", "seized")]),
    ("The ally supplied Norvia with 40 howitzers, as well as 12 radars.", [("40", "supplied"), ("12", "supplied")]),
    # a whole of which a part is told has no share in what became of the part
    ("Of the 40 drones, 31 were shot down.", [("40", "launched"), ("31", "intercepted")]),
    # a second subject shares the verb of the first; a verb of many meanings stands behind its list
    ("Norvia handed over 57 pilots, and Tarvia eight sappers, at a bridge.", [("57", "exchanged"), ("eight", "exchanged")]),
    ("Norvia sent 300 soldiers, and Tarvia 40 doctors stayed at home.", [("300", "deployed"), ("40", "present")]),
    ("It said 37 bicycles, three trucks and some fuel had been recovered.", [("37", "seized"), ("three", "seized")]),
    # losses that are not split
    ("The returns give 519 killed and wounded.", [("519", "casualties")]),
    ("The regiment lost 288 men, killed, wounded and missing.", [("288", "casualties")]),
    ("The staff put the killed and wounded at 7,350.", [("7,350", "casualties")]),
    ("The raid left 12 killed and 30 wounded.", [("12", "killed"), ("30", "wounded")]),
    # a verb by its object
    ("The army sent 120 drones against the port.", [("120", "launched")]),
    ("Norvia sent 40 tanks to its ally.", [("40", "supplied")]),
    ("Police stormed the house and freed eight hostages.", [("eight", "rescued")]),
    ("The rebels freed eight hostages on Friday.", [("eight", "released")]),
    ("The group would free ten hostages in return for 300 prisoners.", [("ten", "exchanged"), ("300", "exchanged")]),
    ("None of the soldiers has crossed into Tarvia.", [("None", "deployed")]),
    ("Some 900 villagers crossed into Tarvia.", [("Some 900", "displaced")]),
    ("She said that 7,000 soldiers had gone.", [("7,000", "deployed")]),
    ("The gunmen rode off with 40 villagers and six cows.", [("40", "detained"), ("six", "seized")]),
    ("Six of the trucks were attacked and burned.", [("Six", "destroyed")]),
    ("Two soldiers captured in May asked to be sent to the south.", [("Two", "captured")]),
    # the verb right beside a number, and phrases around it
    ("Militants are holding 13 aid workers.", [("13", "detained")]),
    ("The camp holds 900 villagers.", [("900", "displaced")]),
    ("The plant makes 60 drones.", [("60", "other")]),
    ("Interceptors stopped nine missiles.", [("nine", "intercepted")]),
    ("Customs officers intercepted 400 pistols.", [("400", "seized")]),
    ("Berlin will hand over three batteries.", [("three", "supplied")]),
    ("The shelling cost 14 civilians their lives.", [("14", "killed")]),
    ("The crews put 60 enemy soldiers out of action.", [("60", "casualties")]),
    ("Armed men dragged four priests from their car.", [("four", "detained")]),
    ("The enemy's losses in manpower came to 1,150.", [("1,150", "casualties")]),
    ("Sixty captives were exchanged for 70 rebels.", [("Sixty", "exchanged"), ("70", "exchanged")]),
    ("The blast left 11 dead and 40 hurt.", [("11", "killed"), ("40", "wounded")]),
    ("The state executes seven convicts.", [("seven", "killed")]),
    ("The rebels yielded nine rifles and five mines.", [("nine", "seized"), ("five", "seized")]),
    ("Some 74 people have fallen victim to mines.", [("Some 74", "casualties")]),
    ("The ambush cost the lives of at least 40 soldiers.", [("at least 40", "killed")]),
    ("Gunmen raided the school, whisking away 37 girls.", [("37", "detained")]),
    ("The field yields wheat, and the book has two annexes.", []),
    ("The losses of the enemy were 85 men, a tank and a Norvian-made M777 howitzer.",
     [("85", "casualties"), ("a", "destroyed"), ("a", "destroyed")]),
    ("Observers logged 4,100 tank losses.", [("4,100", "destroyed")]),
    ("The ally delivered arms worth 3 billion dollars.", [("3 billion", "money")]),
    ("A rifle is worth 900 dollars in the hills.", []),
    ("The council sanctioned 22 officers and 14 companies.", [("22", "other"), ("14", "other")]),
    ("Police recorded five homicides and three kidnappings.", [("five", "killed"), ("three", "detained")]),
    ("Two sentries were shot dead and one is missing.", [("Two", "killed"), ("one", "missing")]),
    ("Tarvia has given Norvia 3,500 men.", [("3,500", "deployed")]),
    ("Some 340 men and boys had been held in the stables.", [("Some 340", "detained")]),
    ("Some 40,000 people crossed the river.", [("Some 40,000", "displaced")]),
    ("Nine people remained in critical condition.", [("Nine", "wounded")]),
    ("Rebels released a video of 14 captives.", [("14", "captured")]),
    ("Norvia fired 38 missiles and 90 drones. 34 of the missiles and 60 of the drones were shot down.",
     [("38", "launched"), ("90", "launched"), ("34", "intercepted"), ("60", "intercepted")]),
    ("He said 12 of its soldiers and \"over 40\" attackers had died.", [("12", "killed"), ("over 40", "killed")]),
    ("The state gives us 900 drones a month.", [("900", "supplied")]),
    ("Observers counted the loss of 3,558 tanks, 2,400 of them destroyed outright.",
     [("3,558", "destroyed"), ("2,400", "destroyed")]),
    ("Some 31 tanks were destroyed and three planes brought down by fire.", [("Some 31", "destroyed"), ("three", "intercepted")]),
    ("A search of the farm turned up 11 rifles and four mines.", [("11", "seized"), ("four", "seized")]),
    ("The brigade knocked out sixty armoured vehicles and took eleven prisoners.",
     [("sixty", "destroyed"), ("eleven", "captured")]),
    ("The commission lists 3,890 citizens as missing.", [("3,890", "missing")]),
    ("The army secured 14 rifles.", [("14", "seized")]),
    ("No civilians were injured or killed in the raid.", [("No", "casualties")]),
    ("Some 24 people were killed, 14 of them soldiers returning from leave.", [("Some 24", "killed"), ("14", "killed")]),
    # names, ages and numbers of lines count nothing
    ("He was then a conscript of 19. A girl of six had died.", [("A", "killed")]),
    ("No estimate has been made of the equipment lost.", []),
    ("The arms maker's profit had fallen by a third to 214 million euros.", []),
    ("Most of the militiamen were under 21.", []),
    ("All the victims were between 25 and 30.", []),
    ("The wounded were over 400.", [("over 400", "wounded")]),
    ("Operation 1027 and Executive Order 14024 are over.\n3/ The towns are calm.", []),
    ("The rebels returned 12 bodies.", [("12", "returned")]),
    ("The army withdrew 30 howitzers from the front.", [("30", "other")]),
    # where they are, and the number of whom
    ("Some 5,000 displaced persons are living in churches.", [("Some 5,000", "displaced")]),
    ("Nine of its scouts wait in a jail.", [("Nine", "captured")]),
    ("The number of rebels in the hills fell to 800.", [("800", "present")]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), COUNTED, ids=[text for text, _ in COUNTED])
def test_what_is_counted(text, expected):
    rows = extract(CONTEXT + text).records["figures"]
    assert [(row["text"], row["measure"]) for row in rows] == expected


HEADED = [
    # an item without a verb of its own counts what the line above its list says
    ("The following have been destroyed:\n– 62 aircraft;\n– 83 helicopters;\n– 277 tanks.", ["destroyed"] * 3),
    ("Weapons seized in the raid:\n• 12 rifles and 400 rounds\n• two mortars", ["seized"] * 3),
    ("Injured in the attack:\n- 12 soldiers\n- three officers who had led the march", ["wounded"] * 2),
    ("Deaths in the valley:\n* 12 soldiers\n* 30 villagers", ["killed"] * 2),
    ("The package contains:\n• 18 howitzers, five of them new;\n• 1,500 missiles and over 30,000 shells",
     ["supplied"] * 4),
    # a verb of its own, or a line that is no item, counts by itself
    ("Destroyed on Monday:\n- two tanks\n- 14 drones were launched at the port", ["destroyed", "launched"]),
    ("Destroyed on Monday:\n- two tanks\nThe rebels captured nine soldiers.", ["destroyed", "captured"]),
]


@pytest.mark.parametrize(("text", "expected"), HEADED, ids=[text for text, _ in HEADED])
def test_what_the_line_above_a_list_says(text, expected):
    assert [row["measure"] for row in extract(CONTEXT + text).records["figures"]] == expected


def test_a_list_under_a_count_gives_its_parts():
    text = "The number of people killed since May rose to 356, as follows:\n• 85 villagers;\n• 184 soldiers."
    found = extract(CONTEXT + text).records
    ids = {row["text"]: row["figure_id"] for row in found["figures"]}
    assert [row["measure"] for row in found["figures"]] == ["killed"] * 3
    parts = {(link["subject_id"], link["object_id"]) for link in found["links"] if link["predicate"] == "includes"}
    assert parts == {(ids["356"], ids["85"]), (ids["356"], ids["184"])}


def test_a_list_counts_from_the_start_that_the_line_above_it_names():
    text = "Since the start of the war the following have been destroyed:\n– 62 aircraft;\n– 277 tanks."
    assert [row["count_mode"] for row in extract(text).records["figures"]] == ["cumulative", "cumulative"]


@pytest.mark.parametrize(
    "text",
    [
        "Some 40 people died, among them seven women and 15 children, and 121 were wounded.",
        "At least 40 people were killed, including seven women and 15 children, and 121 were hurt in the raid.",
    ],
)
def test_parts_keep_the_measure_of_their_whole_before_a_count_of_others(text):
    assert [row["measure"] for row in extract(text).records["figures"]] == ["killed", "killed", "killed", "wounded"]
