"""Everything that any row allows."""

import math

from conflict_figures.counts import extent
from conflict_figures.views.count import Answer, Count

STATES = "From the least to the most that the words of any credible figure allow; an end that one of them leaves open stays open."
SOURCE = "This dataset"


def decide(counts: list[Count]) -> Answer:
    """Return the range that holds every number which any row allows.

    Hedges: each row reaches as far as its bounds. One "at least" leaves the high end open, and one "up to" the low end; an
    open end is empty. "About 4,700" reaches half of the place of its last digit to either side, 4,650 to 4,750, as
    `conflict_figures.counts.extent` reads it. There is never a value: a range has no middle.

    Use it to show how much disagreement there is, and to be wrong least often. It throws away how often each number was given;
    one outlier stretches it.

    >>> decide([Count("a", "about", 4700), Count("b", "at_least", 4000, 4000)])[:4]
    (None, 4000, None, None)
    """
    lows, highs = zip(*map(_reach, counts), strict=True)
    return Answer(None, None if None in lows else min(lows), None if None in highs else max(highs), None, counts)


def _reach(row: Count) -> tuple[float | None, float | None]:
    least, most = extent(vars(row))
    # extent calls no lower bound 0, which a count can never be below; here it has to stay open
    open_below = row.low is None and row.qualifier != "about"
    return None if open_below else max(0, least), None if math.isinf(most) else most
