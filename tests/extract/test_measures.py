"""What verbs and lists say of the counted, in the words of reporters: a measure, or what is no such measure."""

import pytest

from conflict_figures import extract

CONTEXT = "The war has lasted three years, and the army and the rebels go on fighting.\n\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # the active voice with a form of "be"
        ("The army is recruiting 2,000 men a month.", [("2,000", "recruited")]),
        ("The rebels are firing 40 rockets a day.", [("40", "launched")]),
        ("The guards were being trained, and 40 were being held.", [("40", "detained")]),
        # verbs with a part behind them, and around their object
        ("Gunmen came at dawn, setting fire to 60 barns and nine carts.", [("60", "destroyed"), ("nine", "destroyed")]),
        ("The raid killed 30 herders and left some 4,000 homeless.", [("30", "killed"), ("some 4,000", "displaced")]),
        ("The militia drove 900 families from their farms.", [("900", "displaced")]),
        ("They took 40 officers and local staff prisoner.", [("40", "captured")]),
        ("Six sappers had minor wounds, and two cousins did not survive.", [("Six", "wounded"), ("two", "killed")]),
        # those who were held are killed, brought in or swapped as others are
        ("Guards killed 14 prisoners.", [("14", "killed")]),
        ("The patrol brought in nine captives.", [("nine", "captured")]),
        ("The rebels retook the fort and paraded 80 prisoners.", [("80", "captured")]),
        ("Nine detainees were swapped for 12 Tarvians.", [("Nine", "exchanged"), ("12", "exchanged")]),
        ("None of the guards posted at the gate had sustained injuries.", [("None", "wounded")]),
        ("Nine of those admitted died.", [("Nine", "killed")]),
        # a verb of many meanings opens a list of its own
        ("Troops killed five men and recovered six rifles and one mine.",
         [("five", "killed"), ("six", "seized"), ("one", "seized")]),
        ("Two shotguns, one pistol and 90 live cartridges had been recovered.",
         [("Two", "seized"), ("one", "seized"), ("90", "seized")]),
        ("The ally has sent shells. The munitions included 40 mines and no fewer than 12 guns.",
         [("40", "supplied"), ("no fewer than 12", "supplied")]),
        ("Planes dropped 30 sacks of flour.", [("30", "supplied")]),
        ("Planes dropped 30 bombs.", [("30", "launched")]),
        ("We took in 80 wounded men.", [("80", "wounded")]),
        ("Doctors told of 40 dead, with 90 people in hospital.", [("40", "killed"), ("90", "wounded")]),
        ("Doctors told of 40 admissions for bullet wounds.", [("40", "wounded")]),
        # the rest of a whole, and what is told of many
        ("The army lost 60 men, nine of them dead.", [("60", "casualties"), ("nine", "killed")]),
        ("Police arrested 90 people. Six nurses are among them.", [("90", "detained"), ("Six", "detained")]),
        ("Two million people have fled. Some 900,000 need food.", [("Two million", "displaced"), ("Some 900,000", "other")]),
        ("The army took two villages and five others.", [("two", "area"), ("five", "area")]),
        ("The list of victims has 83 names.", [("83", "killed")]),
        ("Shells damaged or destroyed 14 mills.", [("14", "damaged")]),
        ("The mayor said 90 people had been displaced; 40 were sleeping in a school.", [("90", "displaced"), ("40", "displaced")]),
        ("About 90 people fled; some 40 remain.", [("About 90", "displaced"), ("some 40", "present")]),
        ("Some 60 families lie under tarpaulins there.", [("Some 60", "displaced")]),
        ("His troop of 28 men crossed the river.", [("28", "present")]),
        ("A further 900 recruits will complete the course by June.", [("900", "trained")]),
        ("The bodies of 30 soldiers were handed over on Friday.", [("30", "returned")]),
        ("How many men do the rebels have left? About 600, in all.", [("About 600", "present")]),
        ("The jets hit nine bases where men were massed, two depots and a bridge.",
         [("nine", "hit"), ("two", "hit"), ("a", "hit")]),
        # pay, an audience, graves, names and shares are no figures
        ("The soldier's salary, he said, is $300.", []),
        ("The militia's channel has 40,000 subscribers.", []),
        ("Villagers buried the victims in three mass graves.", []),
        ("By dawn 42 Commando had fired two Kh-59/69 missiles.", [("two", "launched")]),
        ("Shells fell while 4 in 10 pupils stayed away.", []),
        # no money, no label, no age
        ("Aid cost $4 million. The number of refugees rose to 1.3 million from 900,000.",
         [("$4 million", "money"), ("1.3 million", "displaced"), ("900,000", "displaced")]),
        ("They put the number of wounded in Lisk at 12.", [("12", "wounded")]),
        ("Total personnel losses since 24.02.2022: about 6,300.", [("about 6,300", "casualties")]),
        ("The losses of the invaders over the past day amounted to 230 people.", [("230", "casualties")]),
        ("3. 430 - Rockets that the rebels have fired at the town.", [("430", "launched")]),
        ("The army fired up to 8 million rounds.", [("up to 8 million", "launched")]),
        ("The talks went on for three rounds.", []),
        ("The army posted a video, and was shelling the port when he and one nurse ran.", []),
    ],
)  # fmt: skip
def test_what_a_number_counts(text, expected):
    rows = extract(CONTEXT + text).records["figures"]
    assert [(row["text"], row["measure"]) for row in rows] == expected
