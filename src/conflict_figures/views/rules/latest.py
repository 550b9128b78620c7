"""The last statement, as most of its renderings have it."""

from datetime import date

from conflict_figures.views.count import Answer, Count, most_given, wording

STATES = "The number of the last statement, as it is given most often; of two given equally often the lower."
SOURCE = "This dataset"


def decide(counts: list[Count]) -> Answer:
    """Return the number of the last statement.

    It goes by the day on which the speaker spoke, that is the day that most rows of an utterance give, and not by the day of
    the page: a page of August that recalls a briefing of April speaks of April. Without such a day the day of publication
    stands in for it. Undated rows count only where all are undated. Statements of the same day are taken together.

    Hedges: the last number keeps its own, with the bounds that it states. Where a range was given most often, ``value`` is
    empty and ``low`` and ``high`` are its ends.

    Use it for running totals, with ``by`` wider than one utterance: ``by=("measure", "subject")``. It throws away every
    earlier statement, and does not know whether the last one covers as much as those before it.

    >>> april, june = date(2025, 4, 30), date(2025, 6, 15)
    >>> decide([Count("a", "exact", 4700, 4700, 4700, spoken=april), Count("b", "more_than", 6000, 6000, spoken=june)])[:4]
    (6000, 6000, None, 'more_than')
    """
    last = max((row.spoken for row in counts if row.spoken), default=None)
    used = [row for row in counts if row.spoken == last]
    worded = wording(most_given(used))
    return Answer(worded.value, worded.low, worded.high, worded.qualifier, used)
