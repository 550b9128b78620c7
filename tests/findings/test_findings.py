"""Each rule finds what is odd, names the rows, and stays silent about what only looks so."""

import pytest


def ids(finding):
    return finding["figure_ids"].split("; ")


def test_contradicting_renderings_show_both_sides_with_their_pages(world):
    few = world.tell(18000, item="sent", publisher="Daily")
    many = [world.tell(15000, "about", item="sent") for _ in range(2)]
    world.tell(18000, "nearly", item="sent")  # no bound below: it leaves 15,000 open
    (found,) = world.found("contradicting_renderings")
    assert found["about"] == "source" and found["item_id"] == "sent"
    assert ids(found) == sorted([few, *many])
    assert "15,000 on 2 pages (page-1-office, page-2-office); 18,000 on 1 page (Daily)" in found["message"]


def test_casualties_told_as_deaths_are_one_number_under_two_measures(world):
    for measure in ("casualties", "casualties", "killed"):
        world.tell(6000, "more_than", figure={"measure": measure})
    world.tell(5000, "more_than", figure={"measure": "wounded"})
    (found,) = world.found("one_number_two_measures")
    assert "6,000 of briefing is told as casualties on 2 pages" in found["message"] and "; killed on 1 page" in found["message"]
    assert len(ids(found)) == 3


def test_totals_of_one_day_that_exclude_each_other_name_both_voices(world):
    world.tell(1100, "about", utterance="seoul", figure={"as_coded": "about 1,100"})
    world.tell(3000, "more_than", utterance="kyiv", item="lost", by=("Kyiv",), figure={"as_coded": "over 3,000"})
    (found,) = world.found("voices_contradict")
    assert "about 1,100 by Lee and over 3,000 by Kyiv" in found["message"]


@pytest.mark.parametrize(("then", "falls"), [((500,), True), ((500, "about"), True), ((600, "about"), False), ((500, "at_least"), False)])
def test_a_total_that_falls_is_found_where_its_bounds_say_so(world, then, falls):
    world.tell(600, utterance="january", stated="2025-01-13", date="../2025-01-13")
    world.tell(*then)
    assert bool(world.found("falling_total")) == falls


def later_total(world):
    world.tell(2000, "about", utterance="september", stated="2025-09-02", date="../2025-09-02", published="2025-09-02")


def test_a_total_that_is_carried_after_a_newer_one_is_found(world):
    world.tell(600)
    later_total(world)
    old = world.tell(600, published="2025-11-04", publisher="Daily", figure={"as_coded": "at least 600"})
    (found,) = world.found("superseded_figure_carried")
    assert old in ids(found)
    assert "Daily carries 'at least 600' (killed, Lee, as of 2025-04-30) on 2025-11-04" in found["message"]


@pytest.mark.parametrize("published", ["2025-09-02", "2025-09", "2025", None])
def test_a_page_that_may_be_older_than_the_newer_total_is_not_stale(world, published):
    world.tell(600)
    later_total(world)
    world.tell(600, published=published)
    assert world.found("superseded_figure_carried") == []


def test_a_page_that_carries_the_newer_statement_too_recalls_the_older(world):
    later_total(world)
    world.tell(600, page="recalls", published="2025-11-04")
    world.tell(6000, page="recalls", item="sent", utterance="september", stated="2025-09-02", date="../2025-09-02")
    assert world.found("superseded_figure_carried") == []


def test_a_newer_total_that_says_the_same_makes_nothing_stale(world):
    world.tell(2000)
    later_total(world)
    world.tell(2000, published="2025-11-04")
    assert world.found("superseded_figure_carried") == []


def test_the_same_row_of_one_outlet_is_one_witness(world):
    world.tell(600, publisher="Daily"), world.tell(600, publisher="Daily", published="2025-05-02"), world.tell(600, publisher="Other")
    (found,) = world.found("same_row_of_one_outlet")
    assert ids(found) == ["page-0.f0", "page-1.f1"] and "in one report on 2 pages (Daily (2 pages))" in found["message"]


@pytest.mark.parametrize("differs", [{"published": "2025-05-04"}, {"published": None}, {"source": {"agencies": "AFP"}}, {"claim": {"carried_as": "background"}}])
def test_a_recall_or_another_report_of_the_same_outlet_is_no_copy(world, differs):
    world.tell(600, publisher="Daily"), world.tell(600, publisher="Daily", **differs)
    assert world.found("same_row_of_one_outlet") == []


def test_copies_of_one_text_are_one_witness_whatever_lies_between(world):
    copy = {"source": {"text_relation": "copy"}}
    world.tell(600, agency=("wire",), **copy), world.tell(600, agency=("portal", "wire"), published="2025-06-01", **copy)
    world.tell(600, agency=("wire",))  # rests on the wire, in words of its own
    (found,) = world.found("same_row_of_one_outlet")
    assert ids(found) == ["page-0.f0", "page-1.f1"] and "in wire's text" in found["message"]


def test_one_number_for_two_things_of_one_statement_is_found_where_a_page_carries_both(world):
    for page in ("a", "b"):
        world.tell(15000, page=page, item="sent")
        world.tell(15000, "about", page=page, item="workers", figure={"subject": "workers"})
    (found,) = world.found("one_number_two_subjects")
    assert "15,000 killed twice, as soldiers on 2 pages" in found["message"] and "2 of these pages carry both" in found["message"]


def test_one_number_for_three_things_of_two_subjects_is_told_by_subject(world):
    for item, subject in (("sent", "soldiers"), ("sent-again", "soldiers"), ("workers", "workers")):
        world.tell(15000, page="a", item=item, figure={"subject": subject})
    (found,) = world.found("one_number_two_subjects")
    assert len(ids(found)) == 3 and "as soldiers on 1 page (a-office) and as workers on 1 page (a-office)" in found["message"]


def test_one_number_for_two_things_on_pages_that_carry_one_each_is_not(world):
    world.tell(15000, item="sent"), world.tell(15000, item="workers", figure={"subject": "workers"})
    assert world.found("one_number_two_subjects") == []


def test_those_sent_and_those_there_are_no_two_measures(world):
    world.tell(11000, figure={"measure": "deployed"}), world.tell(11000, figure={"measure": "present"})
    assert world.found("one_number_two_measures") == []


def test_what_coders_noted_is_gathered_by_count_and_issue(world):
    noted = {"issue": "stale_figure;qualifier_drift", "note": "older figure repeated [origin as coded: own assessment]"}
    world.tell(600, publisher="Daily", claim=noted), world.tell(600, claim=noted), world.tell(600)
    (found,) = world.found("noted_by_coder")
    assert found["about"] == "source" and len(ids(found)) == 2
    assert found["message"].endswith("): older figure repeated.")


def test_a_number_that_a_coder_worked_out_is_about_a_row(world):
    world.tell(4100, claim={"note": "derived: 4,700 minus 600"}), world.tell(4100)
    assert [(row["about"], ids(row)) for row in world.found("number_of_the_coder")] == [("row", ["page-0.f0"])]


@pytest.mark.parametrize("differs", [{"value": 700}, {"qualifier": "about"}, {"by": ("NIS",)}, {"figure": {"as_coded": "six hundred"}}])
def test_rows_that_differ_are_two(world, differs):
    world.tell(600, publisher="Daily")
    world.tell(**({"value": 600, "publisher": "Daily"} | differs))
    assert world.found("same_row_of_one_outlet") == []


@pytest.mark.parametrize(("part", "found"), [((700,), 1), ((620, "about"), 0), ((700, "at_most"), 0), ((500,), 0)])
def test_a_part_above_its_whole_is_about_the_source_that_says_so(world, part, found):
    whole = world.tell(600, "about", page="page", item="all")
    world.link(whole, "includes", world.tell(*part, page="page", item="some"))
    assert [finding["about"] for finding in world.found("part_above_whole")] == ["source"] * found


@pytest.mark.parametrize(("total", "found"), [((4700,), 0), ((5700,), 1), ((4000, "about"), 1)])
def test_killed_and_wounded_that_miss_their_casualties_are_found(world, total, found):
    for number, measure in (((600,), "killed"), ((4100,), "wounded"), (total, "casualties")):
        world.tell(*number, page="page", item=measure, figure={"measure": measure})
    assert len(world.found("parts_miss_total")) == found


@pytest.mark.parametrize(
    ("date", "found"), [("../2025-05-02", 1), ("../2025-05-01", 0), ("../2025-05", 0), ("../2025-06", 1), ("2025-04/..", 0)]
)
def test_an_as_of_day_after_publication_is_about_a_row(world, date, found):
    world.tell(600, date=date)
    assert [finding["about"] for finding in world.found("as_of_after_publication")] == ["row"] * found


def test_a_plan_may_lie_ahead(world):
    world.tell(600, date="../2025-12", figure={"certainty": "possible"})
    world.tell(600, date="2025-12", role="event")
    assert world.found("as_of_after_publication") == []


@pytest.mark.parametrize(("stated", "found"), [("2025-05-02", 1), ("2025-05-01", 0), ("2025-05", 0), ("../2025-06", 0)])
def test_a_statement_after_its_page_is_about_a_row(world, stated, found):
    world.tell(600, stated=stated)
    assert [finding["about"] for finding in world.found("stated_after_publication")] == ["row"] * found
