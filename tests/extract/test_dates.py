"""Calendar expressions, resolved to EDTF or left unresolved; every phrase is written for this test."""

import pytest

from conflict_figures.extract import extract, find_dates

PUBLISHED = "2024-05-16"  # a Thursday


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
        ("in early 2019", "2019~"),
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


def test_a_month_that_is_a_name_is_no_date():
    assert find_dates("Jan Holub and Mar Ferrer came.") == []
