"""Renderings of one utterance: which belong together, which exclude each other, which pass on another."""

import pytest


def test_every_rendering_is_tied_to_the_first_published(world):
    late, first, undated = (world.tell(600, published=day).replace(".f", ".c") for day in ("2025-05-02", "2025-05-01", None))
    world.tell(600, utterance="another")
    world.tell(600, utterance=None)
    assert world.pairs("same_utterance_as") == [(late, first), (undated, first)]


def test_numbers_that_cannot_both_hold_contradict_once(world):
    one, other = world.tell(15000, "about", item="sent"), world.tell(18000, item="sent")
    assert world.pairs("contradicts") == [tuple(sorted((one, other)))]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ((600, "about"), (600, "at_least")),  # the hedge is turned round, the number stands
        ((600, "about"), (620, "exact")),  # within the rounding that "about 600" states
        ((1000, "more_than"), (1000, "nearly")),  # bounds are inclusive as stored
        ((600, "at_least"), (4700, "exact")),
    ],
)
def test_a_hedge_that_drifts_contradicts_nothing(world, one, other):
    world.tell(*one), world.tell(*other)
    assert world.pairs("contradicts") == []


@pytest.mark.parametrize(
    "differs",
    [
        {"item": "sent-first"},
        {"utterance": "another"},
        {"stance": "denied"},
        {"figure": {"measure": "casualties"}},
        {"figure": {"unit": "tank"}},
        {"figure": {"rate_per": "day"}},
    ],
)
def test_other_things_do_not_contradict(world, differs):
    world.tell(15000, item="sent"), world.tell(18000, **({"item": "sent"} | differs))
    assert world.pairs("contradicts") == []


def test_without_items_the_same_measure_subject_and_place_are_one_count(world):
    one = world.tell(15000, item=None)
    world.tell(18000, item=None, figure={"place": "Kursk city"})
    other = world.tell(18000, item=None)
    assert world.pairs("contradicts") == [(one, other)]


def test_later_mentions_in_one_text_contradict_nothing_again(world):
    first, again = world.tell(18000, page="text"), world.tell(18000, page="text")
    world.link(again, "repeats", first, "derived", "same_count_again")
    other = world.tell(15000)
    assert world.pairs("contradicts") == [(other, first)]


def test_totals_of_one_day_by_two_voices_contradict_once(world):
    world.tell(1100, "about", utterance="seoul"), world.tell(1100, utterance="seoul")
    world.tell(3000, "more_than", utterance="kyiv", by=("Kyiv",))
    assert world.pairs("contradicts") == [("page-0.f0", "page-2.f2")]


@pytest.mark.parametrize(
    "differs",
    [{"date": "../2025-04"}, {"date": "../2025-04-29"}, {"by": ("Kyiv", "NIS")}, {"figure": {"count_mode": "period"}}, {"figure": {"certainty": "possible"}}],
)
def test_totals_of_no_common_day_or_of_a_common_voice_do_not_contradict(world, differs):
    world.tell(1100, utterance="seoul")
    world.tell(3000, utterance="kyiv", **({"by": ("Kyiv",)} | differs))
    assert world.pairs("contradicts") == []


def test_a_page_that_names_an_agency_republishes_what_the_agency_carries(world):
    first = world.tell(600, publisher="wire")
    passed_on = world.tell(600, agency=("wire",))
    world.tell(700, agency=("wire",))  # another number
    world.tell(600, agency=("wire",), figure={"measure": "casualties"})
    world.tell(600, agency=("other-wire",))
    world.tell(600, agency=("wire",), published="2025-04-30")  # before the wire had it
    assert world.pairs("republishes") == [(passed_on.replace(".f", ".c"), first.replace(".f", ".c"))]
