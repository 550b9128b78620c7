"""Parts within one page: killed and wounded that add up, and wholes that a coder found on another page."""

import pytest

KILLED, WOUNDED, BOTH = ({"measure": measure} for measure in ("killed", "wounded", "casualties"))


def tell(world, killed, wounded, both, page="page"):
    return [
        world.tell(*number, page=page, item=figure["measure"], figure=figure)
        for number, figure in zip((killed, wounded, both), (KILLED, WOUNDED, BOTH), strict=True)
    ]


@pytest.mark.parametrize("total", [(4700,), (4700, "about"), (4650, "more_than"), (5000, "about")])
def test_killed_and_wounded_sum_to_casualties_within_rounding(world, total):
    killed, wounded, both = tell(world, (600, "about"), (4100,), total)
    assert world.pairs("sums_to") == [(killed, both), (wounded, both)]


@pytest.mark.parametrize("total", [(4000,), (9000, "about"), (4000, "at_most")])
def test_what_is_off_is_not_linked(world, total):
    tell(world, (600, "about"), (4100,), total)
    assert world.pairs("sums_to") == []


def test_what_a_coder_calls_a_part_is_not_summed_again(world):
    killed, wounded, both = tell(world, (600,), (4100,), (4700,))
    world.link(both, "includes", killed)
    assert world.pairs("sums_to") == [(wounded, both)]


def test_a_page_that_gives_one_of_them_twice_does_not_say_which_belongs(world):
    world.tell(2000, page="page", item="wounded-before", figure=WOUNDED)
    tell(world, (600,), (4100,), (4700,))
    assert world.pairs("sums_to") == []


def test_whole_and_part_found_on_one_page_are_so_on_the_next_where_they_fit(world):
    killed, _, both = tell(world, (600,), (4000, "more_than"), (4700,), "coded")
    world.link(both, "includes", killed)
    part, _, whole = tell(world, (650, "about"), (4000, "at_least"), (4700,), "next")
    tell(world, (6000,), (4000, "at_least"), (4700,), "slip")  # a slip of a nought is no part
    assert world.pairs("includes") == [(whole, part)]
