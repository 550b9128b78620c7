"""GTD's way: the most recent source, then the majority, then the lowest."""

from collections import Counter
from datetime import date

from conflict_figures.views.count import Answer, Count, wording

STATES = (
    "The number of the most recent source; of several equally recent ones that of the majority, "
    "and without a majority the lowest; of a range its lower end."
)
SOURCE = "Global Terrorism Database (GTD) Codebook, on numbers of casualties; the wording is ours"


def decide(counts: list[Count]) -> Answer:
    """Return the number of the most recent source.

    How recent a source is goes by its day of publication, or else by the day of the statement; of a month, the last day
    counts. Undated rows count only where all are undated, and then as equally recent. A majority is more than half of the
    most recent rows that name a number.

    Hedges: they are dropped to find the majority; a range counts by its lower end, which becomes the value. A vague count
    names no number: it counts only where it is alone, and leaves the value empty above its floor in ``low``.

    Use it where later reports know better, as with death tolls after an attack. It throws away all earlier sources: a late
    page that recalls an old count beats the briefing itself.

    >>> old, new = date(2025, 1, 13), date(2025, 4, 30)
    >>> decide([Count("a", "exact", 300, 300, 300, told=old), Count("b", "about", 600, told=new)])[:4]
    (600, None, None, 'about')
    """
    newest = max((row.told for row in counts if row.told), default=None)
    recent = [row for row in counts if row.told == newest]
    naming = [row for row in recent if not row.is_vague]
    if not naming:
        floor = wording(row for row in recent if row.lowest == min(other.lowest for other in recent))
        return Answer(None, floor.low, floor.high, floor.qualifier, recent)
    number, votes = Counter(row.lowest for row in naming).most_common(1)[0]
    if 2 * votes <= len(naming):
        number = min(row.lowest for row in naming)
    worded = wording(row for row in naming if row.lowest == number)
    return Answer(number, worded.low, worded.high, worded.qualifier, recent)
