"""Days as reports head, count and compare them: datelines, hours of a count, timelines, the story's own days."""

import pytest

from conflict_figures.extract import extract

PUBLISHED = "2024-05-16"  # a Thursday

TEXTS = [
    # the head of a report
    ("ORSK, May 15: Nine men were killed in a raid on Tuesday. Raiders fired 40 rounds.",
     [("Nine", "2024-05-14"), ("40", "2024-05-14")]),
    ("ORSK, May 16. /Gazette/. The army lost 90 troops over the past 24 hours.\n\n\"Seven soldiers surrendered,\" it said.",
     [("90", "2024-05-15/2024-05-16"), ("Seven", "2024-05-15/2024-05-16")]),
    ("Summary as of 08.00 on 16.05.2024\n\nDuring the past day, 90 clashes were recorded.\n\nIn the north, four attacks were repelled.",
     [("90", "2024-05-15/2024-05-16"), ("four", "2024-05-15/2024-05-16")]),
    ("March 2023 - The mission says 900 people were detained in raids.\n\nApril 2023 - Rebels killed 40 soldiers.",
     [("900", "2023-03"), ("40", "2023-04")]),
    # the hour of a count, and what it is compared with
    ("The army counts 600 rebels killed as of 6 p.m. on Monday.", [("600", "2024-05-13")]),
    ("As of 14 May, medics had collected 80 bodies after the battle, up from 61 two days earlier.",
     [("80", "2024-05-14"), ("61", "2024-05-12")]),
    ("The rebels held 900 soldiers at the end of March, down from a peak of 2,700.", [("2,700", None)]),
    # ranges to an edge
    ("Some 1,500 people were killed in raids between January and the end of April.", [("Some 1,500", "2024-01/2024-04")]),
    ("Raids between March 2015 and the end of last year killed 2,000 people.", [("2,000", "2015-03/2023-12")]),
    ("From the start of May to 12 May, raiders killed 40 people.", [("40", "2024-05-01/2024-05-12")]),
    # what is still to come
    ("The rebels could commit 40,000 men in June.", [("40,000", "2024-06")]),
    ("The army will recruit 2,000 guards in the third quarter.", [("2,000", "2024-07/2024-09")]),
    ("Aid groups expect 900 people to flee the fighting over the weekend.", [("900", "2024-05-18/2024-05-19")]),
    ("Raiders could not enter the town in April, and 40 of them died.", [("40", "2024-04")]),
    # the story's own days
    ("From 7 to 9 May the clinic took in 600 wounded people. Of those, 390 came on the Tuesday.", [("390", "2024-05-07")]),
    ("Between 18 May and 6 June 1992 soldiers killed 140 men. Of these, 119 were shot on 24 May.", [("119", "1992-05-24")]),
    ("Soldiers killed 60 men on 20 April.\n\nThe prosecutor said on 27 April that some 60 had died.\n\n"
     "Two days earlier, rebels had killed six soldiers.", [("six", "2024-04-18")]),
    ("Soldiers killed 60 men on 20 April.\n\nWe interviewed 23 people by telephone between 25 April and 9 May. "
     "\"They took six of my brothers,\" a farmer said.", [("six", "2024-04-20")]),
    ("On Tuesday 300 soldiers were freed. Of these, 70 of the men released on Wednesday were gunners.", [("70", "2024-05-15")]),
    ("Raiders took 40 pupils on Monday. The mayor said 14 of them had since been freed.", [("14", None)]),
    ("The bishop, in his Sunday homily, said 60,000 people had died in seven years of war.", [("60,000", None)]),
    ("The mission, once 15,000 strong, was attacked on Monday, and two guards died.", [("15,000", None), ("two", "2024-05-13")]),
    ("Rebels killed 40 men on Wednesday.\n\nThe ministry counted 90 dead in the previous 24 hours.",
     [("90", "2024-05-15/2024-05-16")]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), TEXTS, ids=[text[:40] for text, _ in TEXTS])
def test_the_day_that_a_report_means(text, expected):
    records = extract(text, published=PUBLISHED).records
    days = {row["date_id"]: row["edtf"] for row in records["dates"]}
    found = {row["text"]: days.get(row["date_id"]) for row in records["figures"]}
    assert [(words, found[words]) for words, _ in expected] == expected
