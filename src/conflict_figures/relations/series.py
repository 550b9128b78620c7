"""Running totals: which counts of one voice follow one another.

A series is made of items (one count within one utterance), not of pages: what most renderings say is what an item is,
so that one page's slip starts no series. Two items follow one another when they are cumulative up to an as-of day, count
the same measure, unit, subject and place, are told as fact or estimate and not as a plan, share a speaker or a cited body,
and both the as-of day and the day of speech are later.
"""

from collections import Counter
from collections.abc import Callable, Hashable
from dataclasses import dataclass
from datetime import date

from conflict_figures.relations.told import Told, by_item


@dataclass(frozen=True)
class Total:
    """One item of a series: its renderings and what most of them say.

    ``best`` is the first published rendering that gives the number given most often.
    """

    renderings: tuple[Told, ...]
    thing: tuple
    voices: frozenset[str]
    as_of: date
    stated: date
    best: Told


def totals(rows: list[Told]) -> list[Total]:
    """Return every cumulative item with an as-of day and a day of speech, the earliest as-of first."""
    found = [total for group in by_item(rows).values() if (total := _total(group))]
    return sorted(found, key=lambda total: (total.as_of, total.stated, total.best.id))


def steps(rows: list[Told]) -> list[tuple[Total, Total]]:
    """Return each total with the next one of its series, the earliest first."""
    every = totals(rows)
    found = []
    for place, earlier in enumerate(every):
        later = next((other for other in every[place + 1 :] if follows(other, earlier)), None)
        if later:
            found.append((earlier, later))
    return found


def follows(later: Total, earlier: Total) -> bool:
    """Whether both count the same thing by a common voice, the one later in every respect."""
    return (
        later.thing == earlier.thing
        and bool(later.voices & earlier.voices)
        and later.as_of > earlier.as_of
        and later.stated > earlier.stated
    )


def most(rows: list[Told], what: Callable[[Told], Hashable]) -> Hashable:
    """Return what most of ``rows`` say; of two that are said equally often, what the earlier row says."""
    return Counter(map(what, rows)).most_common(1)[0][0]


def commonest(group: list[Told]) -> Told:
    """Return the first of ``group`` that gives the number given most often."""
    number = most(group, lambda row: row.number)
    return next(row for row in group if row.number == number)


def _total(group: list[Told]) -> Total | None:
    if most(group, lambda row: row.figure["count_mode"]) != "cumulative":
        return None
    if most(group, lambda row: row.figure["certainty"]) == "possible" or most(group, lambda row: row.claim["stance"]) == "denied":
        return None
    if most(group, lambda row: row.date_role) != "as_of":
        return None  # a deployment of last year, recalled, is no running total
    as_of, stated = most(group, lambda row: row.last), most(group, lambda row: row.stated)
    if as_of is None or stated is None:
        return None
    said = Counter(voice for row in group for voice in row.voices)
    return Total(
        renderings=tuple(group),
        thing=tuple(most(group, lambda row, column=column: row.figure[column]) for column in ("measure", "unit", "subject", "place")),
        voices=frozenset(voice for voice, times in said.items() if 2 * times > len(group)),
        as_of=as_of,
        stated=stated,
        best=commonest(group),
    )
