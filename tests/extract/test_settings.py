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
    # a name behind a place without one
    ("Drones hit a crowded market in the Tarvian town of Orsk, killing nine people.", "nine", "Orsk"),
    ("Rebels killed nine soldiers at a base, near Orsk.", "nine", "Orsk"),
    ("Rebels killed nine soldiers at a base and burned two trucks near Orsk.", "nine", "a base"),
    # a place within, beside or behind another
    ("Gunmen killed nine people in Orsk district, Vesk province, on Friday.", "nine", "Orsk district, Vesk province"),
    ("Gunmen killed nine people in Orsk, Ivan Petrov, a doctor, said.", "nine", "Orsk"),
    ("Gunmen killed nine people in Nara's Kadu State.", "nine", "Nara's Kadu State"),
    ("Gunmen killed nine people in Haravia's capital.", "nine", "Haravia's capital"),
    ("Clashes in the north, south and east of the country killed nine soldiers.", "nine",
     "the north, south and east of the country"),
    ("Some 300 displaced people live in camps around the city.", "300", "camps around the city"),
    ("Nine soldiers were killed on the east bank of the Dola.", "nine", "east bank of the Dola"),
    ("Nine soldiers were killed on the road to Vesk.", "nine", "road to Vesk"),
    ("Rebels stormed a post near Orsk, killing nine soldiers.", "nine", "post near Orsk"),
    ("Shelling of the hospital at Orsk killed nine patients.", "nine", "hospital at Orsk"),
    ("Troops killed nine rebels 10 km north of Orsk.", "nine", "Orsk"),
    ("Nine soldiers are stationed in Tarvia and the Kingdom of Vesk.", "nine", "Tarvia and the Kingdom of Vesk"),
    ("In Orsk (57 km east of Vesk), the mission saw nine tanks destroyed.", "nine", "Orsk"),
    ("In Orsk, nine soldiers died; 12 were wounded.", "12", "Orsk"),
    ("Nine soldiers died in Orsk; shells wounded 12.", "12", None),
    # other openers
    ("Nine people were killed under the rubble.", "nine", "under the rubble"),
    ("Nine people were killed under President Ivo Petrak's rule.", "nine", None),
    ("Nine people fled Orsk.", "nine", "Orsk"),
    ("Nine wounded people left for Vesk on Friday.", "nine", "Vesk"),
    ("Troops killed nine rebels between Orsk and Vesk.", "nine", "Orsk and Vesk"),
    ("Troops killed between nine and 12 rebels.", "nine", None),
    ("The battle for Orsk cost 400 lives.", "400", "Orsk"),
    ("The army fired 40 rockets from Orsk.", "40", "Orsk"),
    ("The army fired 40 rockets from Orsk at Vesk.", "40", "Vesk"),
    ("The toll from Orsk rose to nine dead.", "nine", "Orsk"),
    ("In Orsk, on the shores of Lake Dola, shells killed nine people.", "nine", "Orsk"),
    ("Rebels attacked an outpost in Orsk in northern Vesk, killing nine soldiers.", "nine", "Orsk"),
    ("Clashes broke out along the Line of Contact, killing nine soldiers.", "nine", "Line of Contact"),
    ("Nine soldiers were killed in the Republic of the Dola.", "nine", "Republic of the Dola"),
    ("Nine soldiers were killed on the border with Tarvia.", "nine", "border with Tarvia"),
    ("Nine soldiers were killed in Orsk-based clashes.", "nine", None),
    ("The army shelled the Orsk district 14 times.", "14", "Orsk district"),
    # no opener at all
    ("The camp was hit by three missiles.", "three", "The camp"),
    ("Orsk was shelled 14 times on Friday.", "14", "Orsk"),
    ("The prison holds 400 captured soldiers.", "400", "The prison"),
    ("The brigade holds 400 captured soldiers.", "400", None),
    ("Ukraine received 40 tanks.", "40", "Ukraine"),
    ("France sent Ukraine 40 tanks.", "40", "Ukraine"),
    ("France sent 40 tanks.", "40", None),
    # a part is where its whole is
    ("In the market of Orsk I saw 26 bodies, four of them my own children.", "four", "Orsk"),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "number", "place"), SENTENCES)
def test_a_figure_has_the_place_of_its_clause(sentence, number, place):
    rows = extract(sentence, published="2024-05-16").records["figures"]
    assert [row["place"] for row in rows if number in row["text"].lower()] == [place]
