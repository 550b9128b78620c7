"""Numbers and changes in words, for people who read a table of differences."""

from __future__ import annotations

from conflict_figures.views.count import Count
from conflict_figures.wording import number as written

# How a hedge reads in front of its number.
_BEFORE = {
    "exact": "", "about": "about ", "at_least": "at least ", "more_than": "more than ", "at_most": "up to ",
    "less_than": "less than ", "nearly": "nearly ", "range": "", "vague": "",
}  # fmt: skip


def number(count: Count) -> str:
    """The number without its hedge.

    >>> number(Count("a", "range", low=10000, high=12000)), number(Count("b", "vague", low=100))
    ('10,000 to 12,000', 'no number, 100 or more')
    """
    low, high = count.number
    if low == high:
        return written(low)
    if high is None:
        return f"no number, {written(low)} or more"
    return f"{written(low)} to {written(high)}"


def reading(count: Count) -> str:
    """The number as a rendering has it.

    >>> reading(Count("a", "at_least", 600, 600))
    'at least 600'
    """
    return _BEFORE[count.qualifier] + number(count)


def thing(row: dict) -> str:
    """What is counted: the measure, the unit where it is no person, and the time of a rate.

    >>> thing({"measure": "supplied", "unit": "container", "rate_per": "month"})
    'supplied, container, a month'
    """
    unit = None if row["unit"] == "person" else row["unit"]
    return ", ".join(part for part in (row["measure"], unit, row["rate_per"] and f"a {row['rate_per']}") if part)


def changed(old: str | None, new: str | None) -> str | None:
    """The change from one cell to another; None where there is none.

    >>> changed("NIS", None), changed("NIS", "NIS")
    ('NIS → not given', None)
    """
    return None if old == new else f"{old or 'not given'} → {new or 'not given'}"
