"""The findings of the dataset itself: those that are known from reading it stand there, and each names rows that are there."""

import pytest

import conflict_figures as cf


@pytest.fixture(scope="module")
def found():
    return cf.load("findings", backend="pyarrow").to_pylist()


def test_the_two_numbers_of_one_briefing_stand_with_their_pages(found):
    (one,) = [row for row in found if row["finding_id"] == "contradicting-renderings.nis-2025-04-30-deployed"]
    assert "15,000 on 24 pages" in one["message"] and "18,000 on 11 pages" in one["message"]
    assert "nk-casualties-kursk" in one["source_ids"].split("; ")


def test_casualties_told_as_deaths_are_found(found):
    told = {row["item_id"] for row in found if row["finding_rule"] == "one_number_two_measures"}
    assert {"ukmod-2025-06-15-casualties", "zelensky-2025-01-09-casualties", "dprk-2025-08-dead", "hur-2024-12-14-casualties"} <= told


def test_six_hundred_after_the_two_thousand_of_september_is_stale(found):
    stale = [row["message"] for row in found if row["finding_rule"] == "superseded_figure_carried" and "2025-09-02" in row["message"]]
    for publisher in ("Free Malaysia Today", "LIGA.net", "The Moscow Times", "Upday PL"):
        assert any(message.startswith(publisher) for message in stale)


def test_other_oddities_known_from_reading_are_found(found):
    messages = {row["finding_id"]: row["message"] for row in found}
    assert "North Korean soldiers" in messages["one-number-two-subjects.nis-2025-04-30.deployed.15000"]
    assert "Informat (German)" in messages["noted-by-coder.nis-2025-04-30-killed.stale-figure"]
    assert any("Agence France-Presse's text" in message for message in messages.values())


def test_the_two_totals_of_23_december_contradict(found):
    (one,) = [row for row in found if row["finding_rule"] == "voices_contradict"]
    assert "over 3,000 by Volodymyr Zelensky" in one["message"] and "1,100" in one["message"]


def test_every_finding_names_rows_and_words_that_a_reader_can_look_up(found):
    known = set(cf.load("figures", backend="pyarrow")["figure_id"].to_pylist())
    sources = set(cf.load("sources", backend="pyarrow")["source_id"].to_pylist())
    for row in found:
        assert set(row["figure_ids"].split("; ")) <= known
        assert set(row["source_ids"].split("; ")) <= sources
        assert row["message"].endswith(".")
