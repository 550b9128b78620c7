"""The word lists hold what their rules expect; a slip in a list is found here and not in a text."""

import pytest

from conflict_figures import schema
from conflict_figures.extract import lexicon

LISTS = ["verbs", "phrases", "nouns", "units", "cues", "frames", "qualifiers", "evidence", "roles", "bodies", "outlets",
         "domains", "countries", "currencies", "function", "places", "speech", "hedges"]  # fmt: skip


@pytest.mark.parametrize("name", LISTS)
def test_every_cell_is_clean(name):
    rows = lexicon.rows(name)
    assert rows
    for row in rows:
        assert None not in row and None not in row.values(), row
        assert all(cell == cell.strip() for cell in row.values()), row


@pytest.mark.parametrize("name", ["verbs", "phrases", "nouns"])
def test_measures_are_codes(name):
    known = {code.code for code in schema.codes("measure")}
    assert {row["measure"] for row in lexicon.rows(name)} <= known


@pytest.mark.parametrize(
    ("column", "name"),
    [("qualifier", "qualifiers"), ("stance", "cues"), ("certainty", "cues"), ("certainty", "hedges")],
)
def test_what_a_cue_gives_is_a_code(column, name):
    assert {row[column] for row in lexicon.rows(name)} <= {code.code for code in schema.codes(column)}


def test_frames_of_verbs_are_known():
    assert {row["frame"] for row in lexicon.rows("verbs")} <= {"patient", "subject", "loser", "occur"}


def test_countries_are_iso_codes():
    known = {code.code for code in schema.codes("country")}
    assert {row["iso3"] for row in lexicon.rows("countries")} - {""} <= known


@pytest.mark.parametrize("name", ["units", "verbs", "cues", "domains", "bodies", "roles", "speech", "evidence"])
def test_no_form_stands_twice_in_one_row(name):
    for row in lexicon.rows(name):
        forms = row["forms"].split()
        assert len(forms) == len(set(forms)), sorted({form for form in forms if forms.count(form) > 1})
