"""Running totals: the next one of a voice supersedes; the same one by another country corroborates."""

import pytest


def test_the_next_total_of_a_voice_supersedes_every_rendering_of_the_one_before(world):
    before = [world.tell(300, utterance="january", stated="2025-01-13", date="../2025-01-13") for _ in range(2)]
    odd = world.tell(650, published="2025-04-30")
    after = world.tell(600, "about", published="2025-05-02")
    world.tell(600, "about", published="2025-05-03")
    # the number given most often stands for the later total, not the slip that came first
    assert odd < after
    assert world.pairs("supersedes") == [(after, one) for one in before]


def test_of_pages_that_give_the_same_number_the_first_published_stands_for_the_total(world):
    before = world.tell(300, utterance="january", stated="2025-01-13", date="../2025-01-13")
    world.tell(600, published="2025-05-03")
    first = world.tell(600, published="2025-05-01")
    assert world.pairs("supersedes") == [(first, before)]


def test_a_page_that_changes_the_measure_of_a_total_is_not_superseded_with_it(world):
    kept = [world.tell(300, utterance="january", stated="2025-01-13", date="../2025-01-13") for _ in range(2)]
    world.tell(300, utterance="january", stated="2025-01-13", date="../2025-01-13", figure={"measure": "casualties"})
    after = world.tell(600)
    assert world.pairs("supersedes") == [(after, one) for one in kept]


def test_only_the_next_total_supersedes(world):
    days = ["2025-01-13", "2025-04-30", "2025-09-02"]
    totals = [world.tell(300 * n, utterance=f"u{n}", stated=day, date=f"../{day}") for n, day in enumerate(days, start=1)]
    assert sorted(world.pairs("supersedes")) == [(totals[1], totals[0]), (totals[2], totals[1])]


@pytest.mark.parametrize(
    "differs",
    [
        {"by": ("Kyiv",)},
        {"figure": {"measure": "wounded"}},
        {"figure": {"subject": "officers"}},
        {"figure": {"place": "Russia"}},
        {"figure": {"count_mode": "period"}},
        {"figure": {"certainty": "possible"}},
        {"role": "event"},  # last year's deployment, recalled
        {"date": "../2025-01-13"},  # January's total, recalled
        {"stated": None},
        {"stated": "2025-01-13"},  # two totals of one day of speech
        {"stance": "denied"},
    ],
)
def test_what_is_no_later_total_of_the_same_voice_supersedes_nothing(world, differs):
    world.tell(300, utterance="january", stated="2025-01-13", date="../2025-01-13")
    world.tell(600, **differs)
    assert world.pairs("supersedes") == []


def test_a_body_that_another_cites_is_the_same_voice(world):
    before = world.tell(300, utterance="january", stated="2025-01-13", date="../2025-01-13", by=("NIS",))
    after = world.tell(600, by=("Lee", "NIS"))
    assert world.pairs("supersedes") == [(after, before)]


def test_the_voice_of_one_page_among_several_is_nobodys_series(world):
    world.tell(300, utterance="january", stated="2025-01-13", date="../2025-01-13", by=("Kyiv",))
    world.tell(600), world.tell(600), world.tell(600, by=("Kyiv",))
    assert world.pairs("supersedes") == []


def test_the_same_number_by_another_country_corroborates_the_earlier(world):
    earlier = world.tell(4000, utterance="kyiv", by=("Kyiv",), stated="2025-04-25", date="../2025-04-09")
    later = world.tell(4000, "about", by=("London",))
    assert world.pairs("corroborates") == [(later, earlier)]


@pytest.mark.parametrize(
    "differs",
    [
        {"by": ("Kyiv",)},
        {"by": ("London", "Kyiv")},  # London has it from Kyiv
        {"by": ("officials",)},  # nobody knows whose numbers they have
        {"by": ()},
        {"value": 4100},
        {"value": 100, "qualifier": "at_least"},  # leaves room for 4,000 and says nothing of it
        {"date": "../2025-06-14"},
        {"stated": "2025-06-15"},
        {"figure": {"certainty": "possible"}},
        {"figure": {"place": "Russia"}},
    ],
)
def test_what_may_depend_on_the_other_or_counts_otherwise_corroborates_nothing(world, differs):
    world.tell(4000, utterance="kyiv", by=("Kyiv",), stated="2025-04-25", date="../2025-04-09")
    world.tell(**({"value": 4000, "by": ("London",)} | differs))
    assert world.pairs("corroborates") == []
