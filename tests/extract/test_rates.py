"""Counts per unit of time, and counts that come on top of another; every sentence is written for this test."""

import pytest

from conflict_figures.extract import extract


def rows(text: str) -> list[tuple]:
    found = extract("The war goes on.\n\n" + text).records["figures"]
    return [(row["text"], row["rate_per"], row["increment"]) for row in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The army loses 40 tanks per month.", [("40", "month", False)]),
        ("Some 40 guards were killed each week.", [("Some 40", "week", False)]),
        ("About 30 wounded arrive at the hospital every day.", [("About 30", "day", False)]),
        ("Planes dropped 250 tons of bombs a night.", [("250", "day", False)]),
        ("The army fires 6,000 shells a day, up from 2,000 last year.",
         [("6,000", "day", False), ("2,000", "day", False)]),
        ("Rebels killed 40 soldiers in a day.", [("40", None, False)]),
        ("Rebels killed 40 soldiers, and each week brings more.", [("40", None, False)]),
        ("The toll rose by 12 to 40 dead.", [("12", None, True), ("40", None, False)]),
        ("The toll rose by 10 to 15 dead.", [("10 to 15", None, True)]),
        ("Rebels killed 12 soldiers by night.", [("12", None, False)]),
    ],
)  # fmt: skip
def test_what_is_counted_by_the_day_and_what_is_added(text, expected):
    assert rows(text) == expected
