"""Dates in a whole text: which of them is a figure's, and what a date that names no year rests on."""

import pytest

from conflict_figures.extract import extract, find_dates

PUBLISHED = "2024-05-16"  # a Thursday


def test_a_figure_has_the_date_of_its_event_and_not_of_the_speech():
    text = "Fourteen soldiers were killed on Monday, the army said on Wednesday."
    tables = extract(text, published=PUBLISHED).records
    dates = {row["date_id"]: row["edtf"] for row in tables["dates"]}
    assert [dates[row["date_id"]] for row in tables["figures"]] == ["2024-05-13"]


def test_the_event_that_opens_a_text_dates_its_figures_and_a_dateline_does_not():
    text = "KUBAN, 15 May – Shells fell on Tuesday on the town of Orsk. The shelling killed 14 soldiers, the army said."
    tables = extract(text, published=PUBLISHED).records
    dates = {row["date_id"]: row["edtf"] for row in tables["dates"]}
    assert [dates.get(row["date_id"]) for row in tables["figures"]] == ["2024-05-14"]


@pytest.mark.parametrize(
    ("text", "against"),
    [
        ("On 9 May 2021 they came. The next day they left.", {"9 May 2021": None, "The next day": None}),
        ("On Monday they came. The next day they left.", {"Monday": PUBLISHED, "The next day": PUBLISHED}),
        ("In June 2021 they came. In October they left.", {"June 2021": None, "October": None}),
        ("On 3 March they came.", {"3 March": PUBLISHED}),
    ],
)
def test_a_date_tells_whether_it_rests_on_publication(text, against):
    rows = extract(f"Shells killed nine soldiers. {text}", published=PUBLISHED).records["dates"]
    assert {row["text"]: str(row["resolved_against"] or "") or None for row in rows if row["text"]} == against


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("VADUL, 9 FEB 88 (ORA) -- TWO GUARDS DIED YESTERDAY.", ["1988-02-09", "1988-02-08"]),
        ("ORSK, March 3, 2021 (Agency) – Two guards died on Tuesday.", ["2021-03-03", "2021-03-02"]),
        ("Released: Thursday, 16 May 2024\n\nTwo guards died last week.", ["2024-05-16", "2024-05-06/2024-05-12"]),
        ("4 June 2022 – Orsk\nTwo guards died overnight.", ["2022-06-04", "2022-06-03/2022-06-04"]),
        ("The raid of 3 March 2021 killed two. A guard died on Tuesday.", ["2021-03-03", None]),
        ("On 3 March 2021, two guards died. The other was hurt on Tuesday.", ["2021-03-03", None]),
    ],
)
def test_without_a_publication_date_words_rest_on_that_of_the_dateline(text, dates):
    assert [d.edtf for d in find_dates(text)] == dates
