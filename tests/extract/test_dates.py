"""Calendar expressions, resolved to EDTF or left unresolved; every phrase is written for this test."""

import pytest

from conflict_figures.extract import find_dates, find_numbers

PUBLISHED = "2024-05-16"  # a Thursday

SENTENCES = [
    (
        "From May to July 2023 90 came; in the same period the year before, 40.",
        [("May to July 2023", "2023-05/2023-07"), ("the same period the year before", "2022-05-01/2022-07-31")],
    ),
    ("Two died overnight Tuesday; nine more died overnight.", [("overnight Tuesday", "2024-05-14"), ("overnight", "2024-05-15/2024-05-16")]),
    (
        "SITREP | 2-8 May 2024. Nine fell during the week, and 12 in the same period of 2023.",
        [
            ("2-8 May 2024", "2024-05-02/2024-05-08"),
            ("the week", "2024-05-02/2024-05-08"),
            ("the same period of 2023", "2023-05-02/2023-05-08"),
        ],
    ),
    ("On Monday, 14 victims will be buried.", [("Monday", "2024-05-20")]),
    ("Thirty years ago next month they fell.", [("Thirty years ago next month", "1994-06")]),
    (
        "Since 3 May 2023, 40 have died. Nine fell that day. Since the start of the year, 90 died. On Monday it rained. The night before was dry.",
        [
            ("3 May 2023", "2023-05-03/2024-05-16"),
            ("that day", "2023-05-03"),
            ("the start of the year", "2024-01-01/2024-05-16"),
            ("Monday", "2024-05-13"),
            ("The night before", "2024-05-12/2024-05-13"),
        ],
    ),
    ("It burned on 3 May. Since then 40 have died.", [("3 May", "2024-05-03"), ("then", "2024-05-03/2024-05-16")]),
    ("Ninety came, up from 40 in the same period last year.", [("the same period last year", None)]),
    (
        "Between January and April this year 90 came, up from 40 in the same period last year.",
        [("January and April this year", "2024-01/2024-04"), ("the same period last year", "2023-01-01/2023-04-30")],
    ),
    ("Output fell in the 12 months to March.", [("the 12 months to March", "2023-04/2024-03")]),
    ("The day before yesterday it rained.", [("The day before yesterday", "2024-05-14")]),
    ("Talks resume next Monday, or next Friday.", [("next Monday", "2024-05-20"), ("next Friday", None)]),
    (
        "In March 2022 they came. They left on Monday, and came back in April.",
        [("March 2022", "2022-03"), ("Monday", "2024-05-13"), ("April", "2024-04")],
    ),
    ("Every Friday they pray.", [("Friday", None)]),
    ("Winter 2022/23 was mild.", [("Winter 2022/23", "2022-24")]),
    ("The depot burned on the night of 16 May.", [("the night of 16 May", "2024-05-15/2024-05-16")]),
    ("Shells fell on the morning of 3 March 2022.", [("the morning of 3 March 2022", "2022-03-03")]),
    ("The bridge was hit on 3–5 May.", [("3–5 May", "2024-05-03/2024-05-05")]),
    ("Patrols logged 80 breaches from 1 to 15 April.", [("1 to 15 April", "2024-04-01/2024-04-15")]),
    ("Fighting between March and June 2023 emptied the valley.", [("March and June 2023", "2023-03/2023-06")]),
    ("It lasted from May to July 2023, the mayor said.", [("May to July 2023", "2023-05/2023-07")]),
    (
        "From 28 December 2022 to 3 January 2023 the town was cut off.",
        [("28 December 2022 to 3 January 2023", "2022-12-28/2023-01-03")],
    ),
    ("November 16 - 17 brought the heaviest raids.", [("November 16 - 17", "2023-11-16/2023-11-17")]),
    ("Two men died on October 25-26, 2016, near the ford.", [("October 25-26, 2016", "2016-10-25/2016-10-26")]),
    ("Over the past three months 400 men have enlisted.", [("the past three months", "2024-02-16/2024-05-16")]),
    ("In the past two years the price has doubled.", [("the past two years", "2022-05-16/2024-05-16")]),
    ("Twelve drones came in the last week.", [("the last week", "2024-05-09/2024-05-16")]),
    ("Twelve drones came last week.", [("last week", "2024-05-06/2024-05-12")]),
    (
        "They treated 90 people in the 72 hours to Tuesday evening.",
        [("the 72 hours to Tuesday evening", "2024-05-11/2024-05-14")],
    ),
    ("Losses in the week to Sunday were light.", [("the week to Sunday", "2024-05-05/2024-05-12")]),
    ("The post fell on Tues. after dark.", [("Tues.", "2024-05-14")]),
    ("Rebels took the pass Tues night.", [("Tues night", "2024-05-14")]),
    ("Shelling resumed last Tuesday.", [("last Tuesday", "2024-05-14")]),
    ("A mortar struck the school on Sunday night.", [("Sunday night", "2024-05-12")]),
    ("Drones circled overnight Tuesday to Wednesday.", [("overnight Tuesday to Wednesday", "2024-05-14/2024-05-15")]),
    ("Drones circled overnight into Wednesday.", [("overnight into Wednesday", "2024-05-14/2024-05-15")]),
    ("Fighting ran from Friday to Tuesday.", [("Friday to Tuesday", "2024-05-10/2024-05-14")]),
    ("The camp was shelled yesterday evening.", [("yesterday evening", "2024-05-15")]),
    ("Sirens sounded last night.", [("last night", "2024-05-15/2024-05-16")]),
    ("Both brigades arrived last summer.", [("last summer", "2023-22")]),
    ("Both brigades arrived last winter.", [("last winter", "2023-24")]),
    ("This year 14 ships were hit.", [("This year", "2024")]),
    ("So far this year 14 ships were hit.", [("So far this year", "2024-01-01/2024-05-16")]),
    ("By early 2023 they had left.", [("early 2023", "../2023")]),
    ("It began in mid-October.", [("mid-October", "2023-10")]),
    ("It began in late 2022.", [("late 2022", "2022")]),
    ("It began late last year.", [("late last year", "2023")]),
    ("In the spring of 2023 they crossed the river.", [("the spring of 2023", "2023-21")]),
    ("Spending rose in the first quarter of 2023.", [("the first quarter of 2023", "2023-01/2023-03")]),
    ("In the first quarter 300 shells were made.", [("the first quarter", "2024-01/2024-03")]),
    ("The second half of 2023 was quieter.", [("The second half of 2023", "2023-07/2023-12")]),
    ("In the second half of March, rain stopped both sides.", [("the second half of March", "2024-03-16/2024-03-31")]),
    (
        "In the first four months of the year 60 vessels were turned back.",
        [("the first four months of the year", "2024-01/2024-04")],
    ),
    ("Villages changed hands in the early 1990s.", [("the early 1990s", "1990/1999")]),
    ("Another 30 are due by the end of June.", [("the end of June", "../2024-06-30")]),
    ("Another 30 are to follow by the end of the month.", [("the end of the month", "../2024-05-31")]),
    ("As of 3 May, 40 were still held.", [("3 May", "2024-05-03")]),
    ("As at 31 January, 700 had passed the course.", [("31 January", "2024-01-31")]),
    ("Since the start of the year 90 have come home.", [("the start of the year", "2024-01-01/2024-05-16")]),
    ("Since the siege began in February nothing has moved.", [("February", "2024-02/2024-05-16")]),
    ("Since 10 May, convoys have run daily.", [("10 May", "2024-05-10/2024-05-16")]),
    ("It was the worst day since 4 March.", [("4 March", "2024-03-04")]),
    ("The last such raid was in January 2021, when nine guards died.", [("January 2021", "2021-01")]),
    ("ORVILLE, May 15 — Nine guards died on Monday.", [("May 15", "2024-05-15"), ("Monday", "2024-05-13")]),
    ("Situation report (as of 14 May)", [("14 May", "2024-05-14")]),
    ("He was taken 30 years ago and freed two days later.", [("30 years ago", "1994"), ("two days later", None)]),
    ("He left two days ago.", [("two days ago", "2024-05-14")]),
    ("The council will meet on Monday.", [("Monday", "2024-05-20")]),
    ("Three more are expected in August.", [("August", "2024-08")]),
    ("A truce is planned for next month.", [("next month", "2024-06")]),
    ("Next year the army will grow.", [("Next year", "2025")]),
    ("Gunmen struck at the weekend.", [("the weekend", "2024-05-11/2024-05-12")]),
    ("They burned huts on the last weekend of March.", [("the last weekend of March", "2024-03-30/2024-03-31")]),
    (
        "The clash on Monday was followed by another the next day.",
        [("Monday", "2024-05-13"), ("the next day", "2024-05-14")],
    ),
    (
        "On Wednesday it named 90, up from 70 three days earlier.",
        [("Wednesday", "2024-05-15"), ("three days earlier", "2024-05-12")],
    ),
    (
        "In June 2021 raiders came to Dor. In October they came again.",
        [("June 2021", "2021-06"), ("October", "2021-10")],
    ),
    ("Sat 21:40, Gate 2: a bomb went off.", [("Sat", "2024-05-11")]),
    ("SUMMARY, 14 May 0600 to 15 May 0600", [("14 May 0600 to 15 May", "2024-05-14/2024-05-15")]),
    ("Russia’s 2022 invasion changed that.", [("2022", "2022")]),
    ("Monday, 13 May: calm.", [("Monday, 13 May", "2024-05-13")]),
    (
        "The notice of 18.11.2023 stands; so does that of 2023-12-01.",
        [("18.11.2023", "2023-11-18"), ("2023-12-01", "2023-12-01")],
    ),
    ("The war of 1992–1995 and that of 1939-45 are compared.", [("1992–1995", "1992/1995"), ("1939-45", "1939/1945")]),
    ("In recent weeks the guns fell silent.", [("recent weeks", None)]),
]

UNPUBLISHED = [
    ("In 1415, and from 1337 until 1453, they fought.", [("1415", "1415"), ("1337 until 1453", "1337/1453")]),
    (
        "In July/August 1944 it fell; on 4 July of the same year it burned.",
        [("July/August 1944", "1944-07/1944-08"), ("4 July of the same year", "1944-07-04")],
    ),
    (
        "Between 1998 and 2001 rebels held it, and as late as 2004 they came.",
        [("1998 and 2001", "1998/2001"), ("2004", "2004")],
    ),
    (
        "From September 1864 until the spring of 1865 the front was still. In mid-February they asked for terms.",
        [("September 1864 until the spring of 1865", "1864-09/1865-21"), ("mid-February", "1865-02")],
    ),
    (
        "It was shelled on 3/4 May 1945, and taken on the 12th.",
        [("3/4 May 1945", "1945-05-03/1945-05-04"), ("the 12th", "1945-05-12")],
    ),
    ("In the spring and summer of 1941 it burned.", [("the spring", "1941-21"), ("summer of 1941", "1941-22")]),
    (
        "He left in the autumn of 1893 and died in the winter of 1895–96.",
        [("the autumn of 1893", "1893-23"), ("the winter of 1895–96", "1895-24")],
    ),
    (
        "In June 1893 the fort fell; at the end of the month it burned.",
        [("June 1893", "1893-06"), ("the end of the month", "1893-06-30")],
    ),
    (
        "Throughout 1891, and in the years 1906 and 1907, there were raids. 2014 was calm.",
        [("1891", "1891"), ("1906", "1906"), ("1907", "1907"), ("2014", "2014")],
    ),
    (
        "In March 1917 the corps held the ridge. By May it had lost half its men. The following June it was broken up.",
        [("March 1917", "1917-03"), ("May", "../1917-05"), ("The following June", "1917-06")],
    ),
    (
        "On the 3rd of April 1849 the regiment marched; it fought on the same day.",
        [("the 3rd of April 1849", "1849-04-03"), ("the same day", "1849-04-03")],
    ),
    (
        "On 9 May 1996 they came. Two days later they left.",
        [("9 May 1996", "1996-05-09"), ("Two days later", "1996-05-11")],
    ),
    ("The siege of 1703 ended in October of that year.", [("1703", "1703"), ("October of that year", "1703-10")]),
    ("They left last week, and came back on Tuesday.", [("last week", None), ("Tuesday", None)]),
    ("On 22 and 23 April 2025 ships were turned back.", [("22 and 23 April 2025", "2025-04-22/2025-04-23")]),
    ("On 3 and 9 May 2025 ships were turned back.", [("9 May 2025", "2025-05-09")]),
    ("From the 16th century the fort held.", [("the 16th century", "1501/1600")]),
    (
        "It began on 9 May 1893 and lasted until 3 March 1896. In June the fort fell; at Christmas they rested. "
        "In February they marched.",
        [
            ("9 May 1893", "1893-05-09"),
            ("3 March 1896", "1896-03-03"),
            ("June", "1893-06"),
            ("Christmas", "1893-12-25"),
            ("February", "1894-02"),
        ],
    ),
    (
        "In June 1893 the fort fell. A few days later it burned. At the end of the year they left, and the next spring "
        "they came back.",
        [
            ("June 1893", "1893-06"),
            ("A few days later", None),
            ("the end of the year", "1893-12-31"),
            ("the next spring", "1894-21"),
        ],
    ),
    (
        "The war (1893–1896) cost many lives. It began in April.",
        [("1893–1896", "1893/1896"), ("April", "1893-04")],
    ),
    (
        "In 1893 they rose. The siege ran from 8 March to 9 April 1895, and in May of the following year all was over.",
        [("1893", "1893"), ("8 March to 9 April 1895", "1895-03-08/1895-04-09"), ("May of the following year", "1896-05")],
    ),
    (
        "On 9 May 1893 it fell. That same day it burned; later that month it was rebuilt.",
        [("9 May 1893", "1893-05-09"), ("That same day", "1893-05-09"), ("later that month", "1893-05")],
    ),
    (
        "On 9 May 1893 it fell; on the evening of the same day it burned.",
        [("9 May 1893", "1893-05-09"), ("the evening of the same day", "1893-05-09")],
    ),
    (
        "On 9 May 1893 it fell. On the 19th Orsk was taken. On the 19th Army fell the blame.",
        [("9 May 1893", "1893-05-09"), ("the 19th", "1893-05-19")],
    ),
    (
        "Fifty years later, in 1944, and in August 1946, two years later, they met.",
        [("Fifty years later", "1944"), ("1944", "1944"), ("August 1946", "1946-08"), ("two years later", "1946-08")],
    ),
    (
        "In the nineteenth century, on New Year's Day 1863, in the final weeks of 1864 and the early morning hours of "
        "3 May 1865, they fought.",
        [
            ("the nineteenth century", "1801/1900"),
            ("New Year's Day 1863", "1863-01-01"),
            ("the final weeks of 1864", "1864"),
            ("the early morning hours of 3 May 1865", "1865-05-03"),
        ],
    ),
    ("In 1415 Harry won, and from 1337 to 1453 they fought.", [("1415", "1415"), ("1337 to 1453", "1337/1453")]),
    (
        "In December 1893 it fell. In 1894, between January and June, and in the middle of the following month, they "
        "fought; in the period 1865-68 and the 1700s they did not.",
        [
            ("December 1893", "1893-12"),
            ("1894", "1894"),
            ("January and June", "1894-01/1894-06"),
            ("the middle of the following month", "1894-07"),
            ("1865-68", "1865/1868"),
            ("the 1700s", "1700/1799"),
        ],
    ),
    ("The siege of 1893–1896 cost lives.", [("1893–1896", "1893/1896")]),
    ("In 431 BC 300 men fell.", [("431 BC", None)]),
    ("By 15 May 1893, and up to 3 June 1893, they paid.", [("15 May 1893", "../1893-05-15"), ("3 June 1893", "../1893-06-03")]),
]

UNDATED = [
    "He bought a Christmas tree; New York was far.",
    "They lost 1500–1800 men in 1200 raids.",
    "The nineteenth man, in his third half, was an AD man with 12 ads.",
    "They took 1200 men in 1100 boats.",
    "The truce would last six weeks.",
    "May said the talks may fail.",
    "They will march on the capital. March on, he told them.",
    "It was the second of three such blows.",
    "The crews fired 1,945 shells in 20 cities.",
    "He told the Sun that 12 men had died.",
    "April Jones and August Weber sat on the committee.",
    "Between 1200 and 1500 fighters hold the ridge.",
    "The 1st and 3rd Brigades lost 40 men.",
    "About 2000 men crossed, 1990 of them on foot.",
    "Sat on a wall, he counted 16 trucks.",
    "The spring offensive cost 400 lives, and the fall of the town 90 more.",
    "The last week of the siege was the worst.",
    "He wrote for the Sunday Times about Black Friday.",
    "The first half ended with two goals.",
    "Some 1914 shells lay in the yard.",
    "The death of Theresa May and the march of the 2nd Army",
    "The day after the raid they buried 12.",
    "It holds as far as the river, and so far away nobody shoots.",
]


def read(text, published):
    return [(found.text, found.edtf) for found in find_dates(text, published=published)]


@pytest.mark.parametrize(("sentence", "dates"), SENTENCES)
def test_words_resolve_against_the_day_of_publication(sentence, dates):
    assert read(sentence, PUBLISHED) == dates


@pytest.mark.parametrize(("sentence", "dates"), UNPUBLISHED)
def test_words_resolve_against_the_date_before_them_and_nothing_is_guessed(sentence, dates):
    assert read(sentence, None) == dates


@pytest.mark.parametrize("sentence", UNDATED)
def test_what_only_looks_like_a_date_is_none(sentence):
    assert read(sentence, PUBLISHED) == []


@pytest.mark.parametrize(
    ("words", "edtf"),
    [
        ("on 3 March 2022", "2022-03-03"),
        ("on March 3, 2022", "2022-03-03"),
        ("on 2022-03-03", "2022-03-03"),
        ("on 3 March", "2024-03-03"),
        ("on 3 November", "2023-11-03"),
        ("in March 2022", "2022-03"),
        ("in 2019", "2019"),
        ("in the autumn of 2019", "2019-23"),
        ("in early 2019", "2019"),
        ("in the 1990s", "1990/1999"),
        ("on Tuesday", "2024-05-14"),
        ("on Friday", "2024-05-10"),
        ("yesterday", "2024-05-15"),
        ("overnight", "2024-05-15/2024-05-16"),
        ("last week", "2024-05-06/2024-05-12"),
        ("last month", "2024-04"),
        ("last year", "2023"),
        ("since March", "2024-03/2024-05-16"),
        ("over the past 24 hours", "2024-05-15/2024-05-16"),
        ("over the past two weeks", "2024-05-02/2024-05-16"),
        ("between 3 and 9 May", "2024-05-03/2024-05-09"),
        ("between 28 April and 3 May", "2024-04-28/2024-05-03"),
        ("since New Year", "2024-01-01/2024-05-16"),
        ("since the start of this month", "2024-05-01/2024-05-16"),
        ("last Thursday", "2024-05-09"),
        ("last Wednesday", "2024-05-08"),
        ("80 years ago today", "1944-05-16"),
        ("by the end of it", None),
        ("on 31 June 2023", None),
        ("05/06/2023", None),
    ],
)
def test_resolution(words, edtf):
    found = find_dates(f"They came {words}.", published=PUBLISHED)
    assert [d.edtf for d in found] == ([edtf] if edtf or words[:2] in ("on", "05") else [])


@pytest.mark.parametrize("words", ["on Tuesday", "last month", "since March", "overnight", "on 3 March"])
def test_without_a_publication_date_nothing_is_guessed(words):
    (found,) = find_dates(f"They came {words}.")
    assert found.edtf is None and found.start_date is None


def test_a_month_carries_the_year_that_the_text_named_last():
    found = find_dates("On 3 March 1921 they came. On 9 April they left.")
    assert [d.edtf for d in found] == ["1921-03-03", "1921-04-09"]


def test_a_month_that_is_a_name_is_no_date():
    assert find_dates("Jan Holub and Mar Ferrer came.") == []


@pytest.mark.parametrize(
    ("sentence", "date", "numbers"),
    [
        ("ON 9 FEB 88 REBELS FELL.", "9 FEB", ["88"]),
        ("ON 9 FEB 88 THE REBELS HELD 40 MEN.", "9 FEB 88", ["40"]),
        ("On 9 Feb. 88 they held 40 men.", "9 Feb. 88", ["40"]),
        ("The raid of 9 February 88, they said, killed 40.", "9 February 88", ["40"]),
        ("On 9 February 88 men fell.", "9 February", ["88"]),
        ("On 9 February 88 were hurt.", "9 February", ["88"]),
        ("On 9 February, 88 fell.", "9 February", ["88"]),
        ("On 9 February 88% of the men fell.", "9 February", []),
    ],
)
def test_two_digits_behind_a_day_are_a_year_where_they_count_nothing(sentence, date, numbers):
    assert [d.text for d in find_dates(sentence)] == [date]
    assert [n.text for n in find_numbers(sentence)] == numbers
