"""What time a figure belongs to, and how it counts; every text is written for this test."""

import pytest

PUBLISHED = "2024-05-16"  # a Thursday

# text, then for a figure: its words, its date, its count mode
TEXTS = [
    (
        "Shells killed nine people in Orsk on Monday. Some 300 families have left the town.",
        [("nine", "2024-05-13", "period"), ("300", None, None)],
    ),
    (
        "Two days after the raid on Orsk the sides agree on nothing. The clinic lists 39 dead.",
        [("39", "2024-05-14", "period")],
    ),
    ("Rescuers found four bodies a day after the missile strike on Orsk.", [("four", "2024-05-15", "period")]),
    (
        "Shells hit Orsk. Between 28 April and 3 May, an estimated 900 people fled the town. The plan requires $40 million.",
        [("900", "2024-04-28/2024-05-03", "period"), ("$40 million", None, "unspecified")],
    ),
    ("Rebels held the road. Nine tanks reached the front on 3 May.", [("Nine", "2024-05-03", None)]),
    (
        "The group lists its losses in 2023. It counted 31 tanks destroyed during the year.",
        [("31", "2023", "period")],
    ),
    (
        "Militias killed 40 villagers in March. Six men were still missing at the end of the month.",
        [("Six", "2024-03-31", "stock")],
    ),
    (
        "Missiles killed 14 people in Orsk, and 20 bodies have been found since dawn.",
        [("20", "2024-05-16", "cumulative")],
    ),
    (
        "The army is accused of killing 90 civilians and wounding more than 300 in Monday's assault.",
        [("90", "2024-05-13", "period")],
    ),
    (
        "Nine attacks were reported this week, against 12 in the previous week. Raiders burned a bus.",
        [("Nine", "2024-05-13/2024-05-16", "period"), ("a", "2024-05-13/2024-05-16", "period")],
    ),
    ("The rebels, which formed in 2015, attacked a camp and killed nine people.", [("nine", None, "period")]),
    (
        "Raiders came on about 90 motorcycles. Some 30 of them were killed. "
        "About 200 families, half of them from Orsk, were living in tents after the attack.",
        [("90", None, "period"), ("30", None, "period"), ("200", None, "stock")],
    ),
    (
        "Gunmen killed 24 soldiers on Monday and 13 are missing after the ambush.",
        [("24", "2024-05-13", "period"), ("13", "2024-05-13", "period")],
    ),
    ("Rebels shelled Orsk on Monday. A doctor said 60 bodies lay in the morgue.", [("60", None, "stock")]),
    ("Rebels shelled Orsk on Monday. Aid groups have given 900 tents to the town.", [("900", None, "cumulative")]),
    (
        "As of 30 April 2024, 900 soldiers had been trained since June 2022.",
        [("900", "2022-06/2024-04-30", "cumulative")],
    ),
    (
        "Rebels have shelled the town 40 times since March; the mayor counts 60 attacks over the same period.",
        [("40", "2024-03/2024-05-16", "cumulative"), ("60", "2024-03/2024-05-16", "cumulative")],
    ),
    (
        "The border guards fought for a third straight day on Wednesday, leaving 16 people dead.",
        [("16", "2024-05-13/2024-05-15", "period")],
    ),
    (
        "Raiders attacked Orsk overnight, killing four people in the heaviest raid since the war began and wounding nine.",
        [("nine", "2024-05-15/2024-05-16", "period")],
    ),
    (
        "The patrol heard 210 explosions between 19:30 on 5 May and 19:30 on 6 May, compared with 130 in the previous 24 "
        "hours.",
        [("210", "2024-05-05/2024-05-06", "period"), ("130", "2024-05-04/2024-05-05", "period")],
    ),
    (
        "Overnight into Tuesday, 14 May, the enemy launched 32 drones. The previous night it launched 20 missiles.",
        [("32", "2024-05-13/2024-05-14", "period"), ("20", "2024-05-12/2024-05-13", "period")],
    ),
    ("Enemy losses from 24.02.22 to 08.05.24: 40 tanks.", [("40", "2022-02-24/2024-05-08", None)]),
    (
        "Raiders carried out 40 attacks in March, down from 90 in February. They burned 12 trucks.",
        [("40", "2024-03", "period"), ("90", "2024-02", "period"), ("12", "2024-03", "period")],
    ),
    (
        "Rebels have abducted 300 children since June 2021, when 45 girls were taken from a school.",
        [("300", "2021-06/2024-05-16", "cumulative"), ("45", "2021-06", "period")],
    ),
    (
        "Arrests by the militia fell to 60 from 75 in January.\n\nSoldiers killed 19 civilians in late April.",
        [("75", "2024-01", "period"), ("19", "2024-04", "period")],
    ),
    (
        "Shells killed 9,000 civilians\n\nSome 9,014 civilians were killed between 1 March 2022 and 30 April 2024, the "
        "office said. April was the worst month, with 148 killed.",
        [("9,000", None, None), ("9,014", "2022-03-01/2024-04-30", "period"), ("148", "2024-04", "period")],
    ),
    (
        "Rebels entered Orsk on Sunday, ending a war that killed 90,000 people. It put the wounded at 40,000; in 2011 it "
        "counted 500 dead.",
        [("90,000", None, "cumulative"), ("500", "2011", "period")],
    ),
    ("Gunmen wounded nine people. The daily average of attacks fell to 27 in April.", [("27", "2024-04", "rate")]),
    (
        "Gunmen killed 28 people in Kolu on Monday.\n\nThe war has killed more than 9,000 people. "
        "Troops rescued 16 hostages, who had been held since March. Some 40 people have disappeared since the coup of July 2023.",
        [
            ("9,000", None, "cumulative"),
            ("16", "2024-05-13", "period"),
            ("40", "2023-07/2024-05-16", "cumulative"),
        ],
    ),
    (
        "The ministry bought 120 tanks, of which 40 were delivered in 2023 and 30 more are due in 2025.",
        [("40", "2023", "period"), ("30", "2025", "period")],
    ),
    (
        "Weekly report, 6 May – 12 May 2024\n\nTwo guards were killed. On 8 May, raiders burned 11 trucks.",
        [("Two", "2024-05-06/2024-05-12", "period"), ("11", "2024-05-08", "period")],
    ),
    (
        "Shells killed nine people in Dorva on Monday. The rebels would free 33 hostages, a mediator said.",
        [("nine", "2024-05-13", "period"), ("33", None, "unspecified")],
    ),
    (
        "In February the president said 900 soldiers had been killed. On Monday shells killed nine people.",
        [("nine", "2024-05-13", "period")],
    ),
    (
        "Civilian harm in Dravia: April 2024\n\nAt least 212 civilians were killed in April, the mission said on Monday. "
        "That compares with 190 killed in March and 231 in April 2023. Small drones killed 61 people, more than in any "
        "month so far. Since the start of the war the mission has recorded 11,900 deaths.",
        [
            ("212", "2024-04", "period"),
            ("190", "2024-03", "period"),
            ("231", "2023-04", "period"),
            ("61", "2024-04", "period"),
            ("11,900", None, "cumulative"),
        ],
    ),
    (
        'Gunmen killed 28 people in Kolu on Monday. "We buried 22 yesterday," the mayor said. '
        "More than 530 residents have fled to Marra. The area has seen worse. Last November 40 people died in a raid.",
        [
            ("28", "2024-05-13", "period"),
            ("22", "2024-05-15", "period"),
            ("530", None, "cumulative"),
            ("40", "2023-11", "period"),
        ],
    ),
    (
        "The police, who still hold 22 prisoners, released nine people on Tuesday.",
        [("22", None, "stock"), ("nine", "2024-05-14", "period")],
    ),
    (
        "Of the 12 tanks sent in March, five were destroyed in a raid on 3 May, the log for 4 May says.",
        [("five", "2024-05-03", "period")],
    ),
    (
        "Rebels have killed 11 of my cousins in three years, he said. Shells fell on Monday.",
        [("11", None, "cumulative")],
    ),
    ("Nine guards were killed on Monday, the army said on Wednesday.", [("Nine", "2024-05-13", "period")]),
    ("The army said on Wednesday that nine guards were killed in a raid.", [("nine", None, "period")]),
    ("Rebels have killed 300 villagers since 2019, a study said.", [("300", "2019/2024-05-16", "cumulative")]),
    ("Since the truce collapsed, 300 villagers have been killed.", [("300", None, "cumulative")]),
    ("So far this year 60 villagers have been killed.", [("60", "2024-01-01/2024-05-16", "cumulative")]),
    (
        "Over the past 24 hours 14 soldiers were killed and 30 wounded.",
        [("14", "2024-05-15/2024-05-16", "period"), ("30", "2024-05-15/2024-05-16", "period")],
    ),
    (
        "A mortar round hit a queue in Dorva on Tuesday. Six people were killed and eleven wounded, the mayor said.",
        [("Six", "2024-05-14", "period"), ("eleven", "2024-05-14", "period")],
    ),
    (
        "A mortar round hit a queue in Dorva on Tuesday, killing six people.\n\nIn March 2022 shells killed 40 people there. Another 12 were wounded.\n\nThe hospital said two patients had died on its wards.",
        [
            ("six", "2024-05-14", "period"),
            ("40", "2022-03", "period"),
            ("12", "2022-03", "period"),
            ("two", "2024-05-14", "period"),
        ],
    ),
    (
        "A mortar round killed six people in Dorva on Tuesday. In a separate attack, gunmen killed two guards.",
        [("six", "2024-05-14", "period"), ("two", None, "period")],
    ),
    (
        "Raiders killed 19 herders on Sunday night. The rebels have 2,000 fighters.",
        [("19", "2024-05-12", "period"), ("2,000", None, "stock")],
    ),
    ("The navy turned back 12 boats on Saturday and sank 3 boats on Sunday.", [("3", "2024-05-12", "period")]),
    (
        "Ninety people were killed last month, down from 140 killed in March.",
        [("Ninety", "2024-04", "period"), ("140", "2024-03", "period")],
    ),
    ("It was the deadliest ambush since June 2021, when 30 soldiers were killed.", [("30", "2021-06", "period")]),
    ("About 700 fighters still hold the town.", [("700", None, "stock")]),
    ("The army loses 40 soldiers a day. Drones killed 40 soldiers a day.", [("40", None, "rate")]),
    ("Wanjiru, whose deputy signed the pact in May, said 14 soldiers were killed.", [("14", None, "unspecified")]),
    ("Troops shot down 12 drones overnight.", [("12", "2024-05-15/2024-05-16", "period")]),
    ("Hale (2011) puts the dead at 4,000, while Brand counts 2,000 killed.", [("2,000", None, None)]),
    (
        "SITUATION REPORT (as of 14 May)\n\nSince 1 May, 800 families have fled. At least 12 people remain missing.",
        [("800", "2024-05-01/2024-05-14", "cumulative"), ("12", "2024-05-14", "stock")],
    ),
    (
        "Total losses of the enemy from 24 February 2022 to 16 May 2024: tanks – 4,000 (+12); guns – 3,000 (+7).\n\nOver the past day, 40 clashes took place.",
        [
            ("4,000", "2022-02-24/2024-05-16", "cumulative"),
            ("12", "2024-05-15/2024-05-16", "period"),
            ("7", "2024-05-15/2024-05-16", "period"),
            ("40", "2024-05-15/2024-05-16", "period"),
        ],
    ),
    ("Some 90,000 people died in the war of 1911–1914.", [("90,000", "1911/1914", "cumulative")]),
    ("The state will send a further 30 tanks by the end of June.", [("30", "../2024-06-30", "unspecified")]),
    ("The navy recruited 400 sailors in 2023.", [("400", "2023", "period")]),
    ("In the first quarter of 2024, troops killed 210 rebels.", [("210", "2024-01/2024-03", "period")]),
    ("TARNOVA, 15 May – Gunmen killed four farmers, police said.", [("four", None, "period")]),
    (
        "TARNOVA, 15 May – Gunmen killed four farmers on Tuesday, police said. Two women were wounded.",
        [("four", "2024-05-14", "period"), ("Two", "2024-05-14", "period")],
    ),
    ("More than 900 people have been displaced by Monday's clashes.", [("900", "2024-05-13", "period")]),
    ("At least 40 prisoners were executed between 2 and 5 May.", [("40", "2024-05-02/2024-05-05", "period")]),
]


UNPUBLISHED = [
    (
        "On 5 July 1943 shells killed 90 men. By 12 July the army had lost 350 tanks. That day 84 tanks burned. "
        "Over eight days, 700 men were killed. The following month 250 prisoners were captured.",
        [
            ("90", "1943-07-05", "period"),
            ("350", "../1943-07-12", "cumulative"),
            ("84", "1943-07-12", "period"),
            ("700", None, "period"),
            ("250", "1943-08", "period"),
        ],
    ),
    (
        "The Battle of Orrin Ford (3 May 1644)\n\nThe earl lost 300 men. His foes left 90 dead on the field.",
        [("300", "1644-05-03", "period"), ("90", "1644-05-03", "period")],
    ),
    (
        "On 4 June 1999 troops entered Vasil and killed 12 men. The next day they killed three more men.",
        [("12", "1999-06-04", "period"), ("three", "1999-06-05", "period")],
    ),
    ("On Monday shells killed five people.", [("five", None, "period")]),
]


@pytest.mark.parametrize(("text", "figures"), TEXTS)
def test_a_figure_has_the_day_or_period_that_it_covers(dated_as, text, figures):
    dated_as(text, PUBLISHED, figures)


@pytest.mark.parametrize(("text", "figures"), UNPUBLISHED)
def test_without_a_publication_date_the_text_dates_its_figures(dated_as, text, figures):
    dated_as(text, None, figures)
