"""The word lists hold what their rules expect; a slip in a list is found here and not in a text."""

import re
from pathlib import Path

import pytest

from conflict_figures import schema
from conflict_figures.extract import lexicon

LISTS = ["verbs", "phrases", "nouns", "units", "cues", "frames", "qualifiers", "evidence", "roles", "bodies", "outlets",
         "domains", "countries", "currencies", "function", "places", "speech", "hedges",
         "classes", "whereabouts", "shared_currencies", "telling"]  # fmt: skip


@pytest.mark.parametrize("name", LISTS)
def test_every_cell_is_clean(name):
    rows = lexicon.rows(name)
    assert rows
    for row in rows:
        assert None not in row and None not in row.values(), row
        assert all(cell == cell.strip() for cell in row.values()), row


@pytest.mark.parametrize("name", ["verbs", "phrases", "nouns", "whereabouts"])
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
    assert {row["grip"] for row in lexicon.rows("verbs")} == {"firm", "light"}


def test_every_class_of_words_is_asked_for_by_a_rule_and_stands_in_the_list():
    """A class that no rule asks for is dead; a rule that asks for none that exists never holds."""
    folder = Path(lexicon.__file__).parent
    asked = {kind for file in folder.rglob("*.py") for kind in re.findall(r'word_class\("(\w+)"\)', file.read_text("utf-8"))}
    assert {row["kind"] for row in lexicon.rows("classes")} == asked


def test_a_currency_that_states_share_has_a_code_for_each_of_them():
    known = {code.code for code in schema.codes("country")}
    for codes in lexicon.shared_currencies().values():
        assert set(codes) <= known
        assert all(re.fullmatch("[A-Z]{3}", code) for code in codes.values())
        assert len(codes) > 1


def test_words_of_war_are_plain_or_figurative_not_both():
    assert not lexicon.domain("conflict") & lexicon.domain("figurative")


def test_a_word_tells_of_war_by_one_sign_only():
    rows = [(row["kind"], row["phrases"].split(";")) for row in lexicon.rows("telling")]
    for _, phrases in rows:
        assert len(phrases) == len(set(phrases)), sorted({one for one in phrases if phrases.count(one) > 1})
    signs = [set(phrases) for kind, phrases in rows if kind in ("arm", "thing", "fighter", "faction", "war")]
    assert sum(map(len, signs)) == len(set().union(*signs))


def test_countries_are_iso_codes():
    known = {code.code for code in schema.codes("country")}
    assert {row["iso3"] for row in lexicon.rows("countries")} - {""} <= known


@pytest.mark.parametrize("name", ["units", "verbs", "cues", "domains", "bodies", "roles", "speech", "evidence", "classes", "whereabouts"])
def test_no_form_stands_twice_in_one_row(name):
    for row in lexicon.rows(name):
        forms = row["forms"].split()
        assert len(forms) == len(set(forms)), sorted({form for form in forms if forms.count(form) > 1})
