"""ACLED's way: the most conservative number."""

from conflict_figures.views.count import Answer, Count, wording

STATES = "The lowest number that a credible figure names: a range by its lower end, a vague count by its floor."
SOURCE = "ACLED Codebook, on fatality estimates; the wording is ours"


def decide(counts: list[Count]) -> Answer:
    """Return the lowest number that is named.

    Hedges: a range counts by its lower end and a vague count by its floor ("hundreds" is 100), as the rule
    ``vague_floor_1`` has it. Every other hedge counts by the number it names; that holds for "up to 600" and "nearly 600" too,
    whose words state no floor, and is our reading. ``qualifier``, ``low`` and ``high`` are those of the row that gave the
    number, so that a floor is not taken for a count.

    Use it where too high a number does more harm than too low a one. It throws away every number but the lowest, however many
    pages give another; one slip downwards decides.

    >>> decide([Count("a", "about", 600), Count("b", "range", low=400, high=500)])[:4]
    (400, 400, 500, 'range')
    """
    lowest = min(row.lowest for row in counts)
    worded = wording(row for row in counts if row.lowest == lowest)
    return Answer(lowest, worded.low, worded.high, worded.qualifier, counts)
