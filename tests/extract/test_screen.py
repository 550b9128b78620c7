"""Which paragraphs are read: those on a conflict within texts on something else, and nothing of the others."""

import pytest

from conflict_figures.extract import extract

RESULTS = """Bottler Halmar lifted its profit forecast on Monday as revenue rose 9% to 410 million euros.

{}

Shareholders will get a dividend of 2 euros. Analysts had expected 1.80."""
ATHLETE = """The sprinter has won 12 of her 15 races this season and leads the league with 210 points.

{}

She has signed a sponsor worth 300,000 euros, and 9,000 fans follow her training."""
FLOOD = """The river burst its banks on Sunday, and floodwaters killed 14 people in 30 villages. Troops rescued 200 others.

{}

Forecasters expect rain for four days; 2,000 sandbags have been filled."""


def figures(text: str, published: str = "2025-06-14") -> list[tuple[str, str]]:
    return [(row["text"], row["measure"]) for row in extract(text, published=published).records["figures"]]


@pytest.mark.parametrize(
    ("frame", "paragraph", "expected"),
    [
        (RESULTS, "A missile killed three of its drivers near the port in March.", [("three", "killed")]),
        (RESULTS, "Militiamen hold two of its depots and have abducted nine guards.", [("nine", "detained")]),
        (RESULTS, "Since the full-scale invasion 31 of its workers have been killed.", [("31", "killed")]),
        (ATHLETE, "In 1998 rebels killed seven men of her village.", [("seven", "killed")]),
        (ATHLETE, "An airstrike wounded two of her sisters.", [("two", "wounded")]),
        (FLOOD, "The district was shelled in May: rockets killed six people there.", [("six", "killed")]),
    ],
)
def test_a_paragraph_that_tells_of_war_is_read_in_any_text(frame, paragraph, expected):
    assert [one for one in figures(frame.format(paragraph)) if one[0] != "two" or one in expected] == expected


@pytest.mark.parametrize(
    ("frame", "paragraph"),
    [
        (RESULTS, "A price war has killed off 40 rivals and cost the sector 12,000 jobs."),
        (RESULTS, "War, oil and 12 rivals: a broker said its 40 brands had fired back."),
        (RESULTS, "It fired 90 managers in a raid on costs that the union called a massacre."),
        (ATHLETE, "She fired off a missile of a start and destroyed 14 opponents."),
        (ATHLETE, '"It was war, and we lost two soldiers to injury," her coach said.'),
        (FLOOD, "Two soldiers were killed when their boat capsized, and five are missing."),
        (FLOOD, '"It sounded like an airstrike," a woman of 60 said; nine neighbours are dead.'),
        (FLOOD, 'An officer said: "It is as though 100 bombs had fallen."'),
    ],
)
def test_war_as_a_figure_of_speech_and_soldiers_who_help_are_no_conflict(frame, paragraph):
    assert figures(frame.format(paragraph)) == []


@pytest.mark.parametrize(
    "text",
    [
        "A rocket hit the fish market of Dorn and killed 11 traders. Prices of bread rose, and shops shut.",
        "Russia fired 11 missiles and drones at the power grid. Trams stood still, and gas stocks are low.",
        "Rescuers in boats found 11 bodies below the dam that the occupation authorities blew up; the river rose.",
        "Gunmen opened fire on a passenger bus and killed 11 people. Troops searched the highway.",
        "Voters and candidates stayed away from the polls. Guerrillas assassinated 11 mayors before the election.",
        "Since the earthquake the junta has gone on bombing: its jets killed 11 people beside collapsed houses.",
        "In the football stadium 11 families sleep who fled the fighting; the team and its coach cook for them.",
    ],
)
def test_a_war_has_markets_trams_rivers_and_stadiums(text):
    assert [one for one, _ in figures(text)] == ["11"]


@pytest.mark.parametrize(
    "text",
    [
        "Cyclone Dora has killed 90 people. The navy sent two ships, and 4,000 troops cleared roads.",
        "A blast in a fireworks store killed 13 people and hurt nine. It was like a bomb, a neighbour said.",
        "Cholera has killed 40 people and infected 900 since May. The army lent 30 tents.",
    ],
)
def test_a_text_that_opens_with_another_harm_is_about_it(text):
    assert figures(text) == []


def test_no_date_of_a_paragraph_that_is_left_out_is_that_of_a_figure():
    found = extract(RESULTS.format("A missile killed three of its drivers."), published="2025-06-14").records
    assert [row["date_id"] for row in found["figures"]] == [None]
    found = extract(RESULTS.format("A missile killed three of its drivers in March."), published="2025-06-14").records
    days = {row["date_id"]: row["edtf"] for row in found["dates"]}
    assert [days[row["date_id"]] for row in found["figures"]] == ["2025-03"]


def test_a_list_of_items_is_read_item_by_item():
    text = """IN BRIEF

• Shelling kills four in Marn
• Quake injures 80 on Lissa island
• Rovers hit six past United; two sent off
• 900 refugees cross into Orvia
• Retailer to cut 1,500 jobs
• Rebels free 11 hostages
• Measles: 60 new cases
"""
    assert figures(text) == [("four", "killed"), ("900", "displaced"), ("11", "released")]


def test_a_page_under_a_headline_of_war_is_about_the_war():
    text = """LIVE: Airstrikes on Karun go on

14:10

The mayor says six people were hurt when a school fell in.

13:30

Shares on the exchange lost 300 points, and 12 investors left the bond market.

12:00

The agency says 4,000 people fled the harbour.
"""
    assert figures(text) == [("six", "wounded"), ("4,000", "displaced")]


def test_an_invented_war_is_none_unless_it_tells_of_a_real_one():
    film = "The film has 600 extras, and its actors play guerrillas who take 30 captives and shell {}."
    assert figures(film.format("two villages")) == []
    assert figures("The film won two awards. In 2017, as the actors filmed, a rocket killed five people.") == [
        ("five", "killed")
    ]


def test_items_under_labels_are_told_apart():
    text = """NEWS OF THE VALLEY, Friday

WEATHER. A landslide in the gorge killed 11 people and buried 14 houses on Sunday.

HARVEST. The mill bought 3,400 sacks of barley, 600 more than a year ago.

SECURITY. Fighters attacked the police post on Tuesday. Four policemen were killed and two were wounded.

ROADS. A bus overturned near the bridge; nine passengers died.

SCHOOL. Registration opens on 9 September. Bring two photographs of each child.

SPORT. The reserves lost 2–0 to an army eleven."""
    assert figures(text) == [("Four", "killed"), ("two", "wounded")]


@pytest.mark.parametrize(
    "text",
    [
        "The death toll of Saturday's bomb blast in the bazaar rose to 31, two constables among them, a superintendent said.",
        "A roadside bombing killed 31 people, the chief of the district police told a crime reporter. Two suspects were held.",
    ],
)
def test_police_who_tell_of_a_bomb_make_no_crime_story(text):
    assert figures(text)[0] == ("31", "killed")


def test_a_game_with_airstrikes_is_a_game():
    text = """They called it a massacre, and the caster was not wrong. The Guards needed 31 minutes to win the tournament.

"We lost two towers early," said their captain, who had 27 kills and four deaths. "Then they sent five tanks down the
lane, and we took out all of them with one airstrike."

His opponents had conquered eight teams and had no casualties. The winners share 1.4 million dollars."""
    assert figures(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "A man shot his wife and two sons dead at their home, police said. A neighbour found three guns.",
        "Customs men seized two tonnes of cocaine and 11 weapons and arrested 22 people. The drugs are worth 9 million euros.",
        "A passenger jet with 242 aboard came down on a hostel, killing 260 people.",
        "The heat has killed 14 people, and 30 cooling shelters were opened.",
        "The rookie fired out three of the hosts before tea, and they lost by 295 runs.",
        "The rocket exploded soon after liftoff, and 50 flights were turned back. Nobody was hurt.",
        "Nurses walked out on Tuesday. The union says it is at war with a ministry that has lost 2,000 of its members.",
        "The castle, besieged twice, has reopened after a repair for 12 million pounds. It has 90 rooms for guests.",
    ],
)
def test_harm_without_a_war_is_that_of_another_trouble_in_the_shortest_text(text):
    assert figures(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Twelve bodies were found as rival factions of the cartel battle. The army sent 600 troops.", 2),
        ("Germany will send Kyiv two Patriot launchers. It has set aside 11 billion euros.", 2),
        ("Leaders want to lend Ukraine 140 billion euros of frozen assets.", 1),
        ("Raiders killed nine villagers and burned 40 huts after a theft.", 2),
        ("Two people were killed and five hurt in a fresh bout of violence.", 2),
        ("A passenger train caught fire when drones hit the station: three carriages burned and 30 people were hurt.", 1),
        ("Gangs hold the capital; 1.4 million people have been uprooted.", 1),
        ("A guard was charged with the torture of 4,000 inmates, of whom 58 died in prison.", 2),
    ],
)
def test_a_short_report_on_a_conflict_is_read_whatever_its_setting(text, expected):
    assert len(figures(text)) >= expected
