"""The place of a figure, in the text's words; every sentence is written for this test."""

import pytest

from conflict_figures.extract import extract

SENTENCES = [
    ("Rebels killed nine soldiers in Orsk, Marun and Vesk.", "nine", "Orsk, Marun and Vesk"),
    ("Rebels killed 16 people, among them two nurses, in the Orsk valley.", "16", "Orsk valley"),
    ("Missiles hit four ships in the Gulf of Marun.", "four", "Gulf of Marun"),
    ("Soldiers shot nine people in the streets of Orsk.", "nine", "Orsk"),
    ("Shells killed nine people in Doru and Vesk districts.", "nine", "Doru and Vesk districts"),
    ("Clashes along the border killed nine soldiers.", "nine", "the border"),
    ("Shells killed nine people, the mayor said in Vesk.", "nine", None),
    ("Rockets struck Orsk on Tuesday, killing nine people.", "nine", "Orsk"),
    ("Rockets hit Marun positions and killed nine people.", "nine", None),
    ("Sector North: 40 explosions.", "40", "Sector North"),
    ("Nine people have died since the militia reached the western suburbs.", "nine", None),
    ("Nine soldiers were killed in the Orsk valley.", "nine", "Orsk valley"),
    ("Nine soldiers were killed at the port.", "nine", "the port"),
    ("Rockets wounded 12 people in western Tarvia.", "12", "western Tarvia"),
    ("Troops shot dead nine rebels in the northern province of Vesk.", "nine", "northern province of Vesk"),
    ("Shells killed nine people in the districts of Doru and Vesk.", "nine", "districts of Doru and Vesk"),
    ("Planes flew 90 prisoners from Adra to Marun.", "90", "Marun"),
    ("In Orsk, shells killed nine people and wounded 30.", "30", "Orsk"),
    ("The blast in Orsk killed nine people.", "nine", "Orsk"),
    ("The mission, which has observers in the hills near Orsk, recorded 40 explosions.", "40", None),
    ("The mayor of Orsk said nine people were killed.", "nine", None),
    ("The deal, signed in Orsk, will free 400 prisoners.", "400", None),
    ("State television said nine border guards were killed.", "nine", None),
    ("At a hospital in Orsk nine people died.", "nine", "Orsk"),
    ("Nine people died on Tuesday.", "nine", None),
    ("Drones launched from Vesk region killed nine people.", "nine", None),
]


@pytest.mark.parametrize(("sentence", "number", "place"), SENTENCES)
def test_a_figure_has_the_place_of_its_clause(sentence, number, place):
    rows = extract(sentence, published="2024-05-16").records["figures"]
    assert [row["place"] for row in rows if number in row["text"].lower()] == [place]
