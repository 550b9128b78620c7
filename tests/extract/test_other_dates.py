"""Dates in a sentence that are not those of its figures: of speech, of another clause, count or life."""

import pytest

from conflict_figures.extract import extract

PUBLISHED = "2024-05-16"  # a Thursday

# rules about which words date an event, and which only speak of another day
OTHER_DAYS = [
    (
        "A shell killed nine people in Orsk, doctors said on Wednesday, in the worst raid since the border moved last year. "
        "The market was hit on Tuesday.",
        [("nine", "2024-05-14", "period")],
    ),
    ("It was the worst day since 12 March, when nine people died in a raid.", [("nine", "2024-03-12", "period")]),
    (
        "The war, which broke out in April 2022, has killed 9,000 people. Raiders burned a bus on Monday, and 12 died.",
        [("9,000", "2022-04/2024-05-16", "cumulative"), ("12", "2024-05-13", "period")],
    ),
    (
        "Shells killed nine people in Orsk on Monday. The last war fought here cost 40,000 lives.",
        [("nine", "2024-05-13", "period"), ("40,000", None, None)],
    ),
    (
        "Since patrols began on 3 May, our men have struck 40 boats. We assess that they have killed dozens of raiders.",
        [("40", "2024-05-03/2024-05-16", "cumulative"), ("dozens", "2024-05-03/2024-05-16", "cumulative")],
    ),
    (
        "Summary as of 18:00 on 15 May regarding the fighting\n\nThe enemy launched 14 missiles. Our men repelled nine attacks.",
        [("14", "2024-05-15", "period"), ("nine", "2024-05-15", "period")],
    ),
    (
        "A wounded sapper died on Monday, bringing the number of soldiers killed to nine.",
        [("nine", None, "cumulative")],
    ),
    (
        "Raiders killed nine people in Orsk on Monday. On Wednesday the mayor raised the toll to 14.",
        [("nine", "2024-05-13", "period"), ("14", "2024-05-13", None)],
    ),
    (
        "Judges on Wednesday convicted a colonel of the murder of 40 captives at Orsk in July 1997. "
        "The prosecution had alleged 90 deaths.",
        [("40", "1997-07", "period"), ("90", "1997-07", "period")],
    ),
    (
        "The ministry said its drones had on Saturday hit the depot, killing 12 guards.",
        [("12", "2024-05-11", "period")],
    ),
    (
        "Shells killed nine people on Monday. The general, who took power in 2019, said two guards were killed.",
        [("two", "2024-05-13", "period")],
    ),
    (
        "The dead included five signatories of the 2016 peace agreement, shot on Monday.",
        [("five", "2024-05-13", None)],
    ),
    (
        "Raiders killed nine people in Orsk on Monday.\n\nThe army announced the arrest of three suspects.",
        [("three", None, None)],
    ),
    (
        "Raiders killed nine people on Monday. The mayor asked the army for 200 more soldiers.",
        [("200", None, "unspecified")],
    ),
    (
        "Troops killed nine raiders on Monday.\n\nDuring a three-day sweep near Orsk, soldiers seized 15 rifles. "
        "Six raiders were killed.\n\nIn the period under review, 67 raiders surrendered.",
        [("15", None, None), ("Six", None, None), ("67", None, None)],
    ),
    (
        "ORSK, Veldania (May 16, 2024) — A security force killed nine raiders near the ford yesterday.",
        [("nine", "2024-05-15", "period")],
    ),
    (
        "Raiders killed nine people on Monday.\n\nThe army said its jets carried out three strikes in response and killed 12.",
        [("three", None, None), ("12", None, None)],
    ),
    (
        "Raiders killed nine people on Monday. They burned 40 huts in retaliation for a theft.",
        [("40", "2024-05-13", "period")],
    ),
    (
        "MORNING HEADLINES, Thursday 16 May\n\n• Two guards killed in a raid near Orsk\n• Nine hostages to go free on Saturday",
        [("Two", None, None), ("Nine", "2024-05-18", None)],
    ),
    (
        "Quarterly update, 1 January - 31 March 2024\n\nDuring the reporting period, the mission recorded 140 deaths.",
        [("140", "2024-01-01/2024-03-31", "period")],
    ),
    (
        "Shells killed 40 people on Wednesday, a day after gunfire killed 25 pilgrims. The shells hurt 90.",
        [("40", "2024-05-15", "period"), ("25", "2024-05-14", "period"), ("90", "2024-05-15", "period")],
    ),
    (
        "Shells killed 40 people on Monday. In another attack, six farmers died.",
        [("40", "2024-05-13", "period"), ("six", None, "period")],
    ),
    ("The service spoke in March of 600 dead.", [("600", "2024-03", "cumulative")]),
    ("The minister, who signed the pact in March, spoke of 600 dead.", [("600", None, None)]),
    ("Rebels freed 40 captives on Monday and Tuesday.", [("40", "2024-05-13/2024-05-14", "period")]),
    ("Rebels killed 40 guards in January and February.", [("40", "2024-01/2024-02", "period")]),
    ("Rebels burned a bus. Some 40 rebels gave themselves up last week.", [("40", "2024-05-06/2024-05-12", "period")]),
    ("Since the year began 40 guards have been killed.", [("40", "2024-01-01/2024-05-16", "cumulative")]),
]

# A date that stands in the sentence, but with another clause, another count or another life
OTHER_CLAUSES = [
    (
        "Rebels killed 785 people in the first four months of this year, up from 548 in the same months of 2023.",
        [("785", "2024-01/2024-04", "period"), ("548", "2023-01/2023-04", "period")],
    ),
    (
        "In 2024 to date the army has carried out 22 air strikes, compared with 63 in 2023.",
        [("22", "2024-01-01/2024-05-16", "cumulative"), ("63", "2023", None)],
    ),
    (
        "Shells killed 430 soldiers last week, up from 184 the week before. Another 2,185 soldiers were wounded.",
        [("184", "2024-04-29/2024-05-05", None), ("2,185", "2024-05-06/2024-05-12", "period")],
    ),
    (
        "The army said the number of fighters had fallen to 1,100 from a peak of 24,000 in 1987.",
        [("1,100", None, None), ("24,000", "1987", None)],
    ),
    (
        "Shells killed 94 people across Tarvia on Monday, the Observatory reported: 41 civilians and 53 soldiers.",
        [("94", "2024-05-13", "period"), ("53", "2024-05-13", "period")],
    ),
    (
        "Gunmen killed five boys from two families on Monday.",
        [("five", "2024-05-13", "period")],
    ),
    (
        "Two soldiers have been wounded and one has died, making the total of dead soldiers to five since Friday.",
        [("Two", None, None), ("five", "2024-05-10/2024-05-16", "cumulative")],
    ),
    (
        "Since 9 April, when the siege began, shells have killed 457 people. "
        "Since May 2014, when 40 soldiers were killed, the road is shut.",
        [("457", "2024-04-09/2024-05-16", "cumulative"), ("40", "2014-05", "period")],
    ),
    (
        "Traders pointed to Monday's air strike on the port, in which seven officers died. "
        "In Monday's statement the army said nine men died.",
        [("seven", "2024-05-13", "period"), ("nine", "2024-05-13", "period")],
    ),
    (
        "Shells hit Orsk on Monday. Among the dead are four editors sentenced to death in 2020.",
        [("four", "2024-05-13", "period")],
    ),
    (
        "In Operation Anvil, begun in February 1984, the army lost 9,000 soldiers. That March shells killed 12 porters.",
        [("9,000", "1984-02", "period"), ("12", "1984-03", "period")],
    ),
    (
        "Peace talks opened in June 2019. By 31 December a further 1,000 soldiers will have gone home.",
        [("1,000", "../2024-12-31", None)],
    ),
    (
        "On 3 May 1942 raiders sank nine ships. A veteran told me in 1998 that 40 men died. In June they destroyed 12 tanks.",
        [("nine", "1942-05-03", "period"), ("12", "1942-06", "period")],
    ),
    (
        "Tarvia has shipped 900 shells to the rebels since September 2023, the ministry said in February.",
        [("900", "2023-09/2024-02", "cumulative")],
    ),
    (
        "Tarvia has shipped 900 shells to the rebels since September 2023, the ministry said on Monday.",
        [("900", "2023-09/2024-05-16", "cumulative")],
    ),
    (
        "Soldiers killed 53 villagers in Orsk on 25 February, the monitors said today. A farmer's two sons died that day.",
        [("two", "2024-02-25", "period")],
    ),
    (
        "The death toll from Saturday's bomb blast in Orsk climbed to 31 on Monday after four of the injured died.",
        [("31", "2024-05-11", None), ("four", "2024-05-11", "period")],
    ),
    (
        "Rebels have killed 62 soldiers so far this year, as against 219 in the whole of 2023.",
        [("62", "2024-01-01/2024-05-16", "cumulative"), ("219", "2023", "period")],
    ),
    (
        "Raiders burned Orsk. In total, since the beginning of the operation, the following have been destroyed:\n"
        "– 662 tanks;\n– 283 helicopters.",
        [("662", None, "cumulative"), ("283", None, "cumulative")],
    ),
    (
        "Ministry of Defence: briefing on the operation (16 May 2024)\n\n"
        "The forces go on. Over the past 24 hours:\n\nNear Orsk, the enemy lost 340 soldiers and one tank.",
        [("340", "2024-05-15/2024-05-16", "period")],
    ),
    (
        "A total of 900 people have been arrested since March, of whom 40 are still in detention.",
        [("900", "2024-03/2024-05-16", "cumulative"), ("40", None, "stock")],
    ),
    (
        "When we began in 2021 we had nothing.\n\nThe army says it killed 58 of your fighters at Orsk in April.",
        [("58", "2024-04", "period")],
    ),
    (
        "In February 1984 shells killed 40 soldiers. The army lost 9,000 men in three weeks.",
        [("9,000", "1984-02", "period")],
    ),
    (
        "Judges heard a mother in Orsk. Soldiers killed nine men there. In the hall sat a mother, who lost two sons in March 2007.",
        [("two", "2007-03", "period")],
    ),
    (
        "Rebels freed nine prisoners on Monday. The group says 900 men are still held in jails, where 71 have died.",
        [("nine", "2024-05-13", None), ("71", None, "cumulative")],
    ),
    (
        "On 3 May shells killed 18 soldiers at Orsk. In the whole campaign 255 soldiers were killed.",
        [("18", "2024-05-03", "period"), ("255", None, "period")],
    ),
]


@pytest.mark.parametrize(("text", "figures"), [*OTHER_DAYS, *OTHER_CLAUSES])
def test_a_date_of_something_else_dates_no_figure(dated_as, text, figures):
    dated_as(text, PUBLISHED, figures)


@pytest.mark.parametrize(
    "text",
    [
        "Raids killed 94 people across Tarvia on Monday, the Observatory reported: 41 civilians and 53 soldiers.",
        "Following are the attacks in Tarvia reported on Monday.\n\n* ORSK - A suicide bomber killed 15 soldiers.",
        "The raid killed 12 soldiers on Monday, the army said: \"They had no chance.\"",
    ],
)
def test_the_day_of_what_is_reported_is_no_day_of_speech(text):
    found = extract(text, published="2013-08-27").flat
    assert set(found["date"]) == {"2013-08-26"}


def test_a_day_of_speech_dates_nothing():
    text = "On Monday the army reported: \"We lost 12 soldiers in Orsk.\""
    assert extract(text, published="2013-08-27").flat["date"].isna().all()
