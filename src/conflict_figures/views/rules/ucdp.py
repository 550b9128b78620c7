"""UCDP GED's way: a best estimate between a low and a high one."""

from conflict_figures.views.count import Answer, Count, greatest, least, most_given, wording

STATES = (
    "Best is the number given most often, hedges aside, and of two given equally often the lower; "
    "low is the lowest floor and high the highest ceiling that a credible figure states."
)
SOURCE = "UCDP Georeferenced Event Dataset (GED) Codebook, on best, low and high estimates; the wording is ours"


def decide(counts: list[Count]) -> Answer:
    """Return the number given most often, with the lowest and the highest of the credible figures around it.

    UCDP's coders weigh how reliable each report is. A rule cannot; it takes the number given most often for the most reliable
    one and, as they do in doubt, the lower of two.

    Hedges: for the best number they are dropped, and its ``qualifier`` is the hedge that most rows put to it. "About 600" and
    a bare 600 are floor and ceiling both. "At least" and "more than" are a floor and no ceiling, "up to", "less than" and
    "nearly" a ceiling and no floor, a range is both by its ends, and a vague count is a floor. An end that no row states, or
    beyond which a row without that end names a number, stays empty. Where a range was given most often there is no best.

    Use it to put figures beside UCDP's. It throws away how often the others were given and that "at least 600" was said of a
    600; and copies of one agency's report have a vote each.

    >>> told = [Count("a", "about", 600), Count("b", "exact", 600, 600, 600), Count("c", "at_least", 500, 500)]
    >>> decide(told)[:4]
    (600, 500, 600, 'exact')
    """
    best = wording(most_given(counts))
    return Answer(best.value, least(counts), greatest(counts), best.qualifier, counts)
