"""Whom a count affects: by its own noun, by what is said of it, by the count beside it, by its measure."""

import pytest

from conflict_figures.extract import reading

CASES = [
    ("The shelling killed 14 people, nine of them children.", ["unspecified", "civilian"]),
    ("Rebels shot 30 people; 11 of the dead were soldiers.", ["unspecified", "military"]),
    ("The raid killed 26 civilians and injured 46.", ["civilian", "civilian"]),
    ("Shells killed 12 people, including a soldier, and 20 were wounded.", ["unspecified", "military", "unspecified"]),
    ("The battalion lost 40 men at the bridge.", ["military"]),
    ("The army took 600 prisoners in the battle.", ["military"]),
    ("Gunmen killed three policemen at the border post.", ["unspecified"]),
    ("The rebels recruited 90 children during the war.", ["unspecified"]),
    ("The army shot down 12 drones in the battle.", ["unspecified"]),
    ("There were no casualties in the missile attack.", ["unspecified"]),
    ("The clashes killed 15 border guards.", ["military"]),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_status_of_what_is_counted(text, expected):
    assert [figure.status for figure in reading.read(text, None).figures] == expected


LATER = [
    ("The army sent 9,000 soldiers to the front. The agency spoke of 750 dead and 3,300 wounded.",
     ["military", "military", "military"]),
    ("The army sent 9,000 soldiers. Shells killed 12 civilians. The hospital counted 40 dead in the war.",
     ["military", "civilian", "unspecified"]),
    ("A missile struck a cargo ship in the war zone and killed two crew members.", ["civilian"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), LATER)
def test_status_of_losses_in_a_text_about_soldiers_or_ships(text, expected):
    assert [figure.status for figure in reading.read(text, None).figures] == expected
