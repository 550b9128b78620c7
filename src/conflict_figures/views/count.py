"""A row of the flat view as a rule reads it: its number, its hedge and the days it was told."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from conflict_figures.errors import InputError, suggestion
from conflict_figures.schema import codes
from conflict_figures.views.days import span, told

# The order of the code list is the order of preference where two hedges are equally common: the firmest first.
HEDGES = tuple(code.code for code in codes("qualifier"))


@dataclass(frozen=True)
class Count:
    """One figure. ``told`` is the day its source was published, or else the day of the statement; ``spoken`` the reverse."""

    figure_id: str
    qualifier: str
    value: float | None = None
    low: float | None = None
    high: float | None = None
    told: date | None = None
    spoken: date | None = None

    @property
    def number(self) -> tuple[float | None, float | None]:
        """The number without its hedge: a value twice, a range by its ends, a vague count by its floor alone."""
        return (self.value, self.value) if self.value is not None else (self.low, self.high)

    @property
    def is_vague(self) -> bool:
        """Whether the words name no number at all, only a size."""
        return None in self.number

    @property
    def lowest(self) -> float:
        """The lowest number that the row names: its value, the lower end of a range, the floor of a vague count."""
        return next(bound for bound in (*self.number, 0.0) if bound is not None)

    @property
    def floor(self) -> float | None:
        """The least that the row states: its lower bound, the number itself after "about", nothing after "up to"."""
        return self.value if self.low is None and self.high is None else self.low

    @property
    def ceiling(self) -> float | None:
        """The most that the row states: its upper bound, the number itself after "about", nothing after "at least"."""
        return self.value if self.low is None and self.high is None else self.high


class Answer(NamedTuple):
    """What a rule makes of a group: the number, how it was worded, and the rows that the rule went by."""

    value: float | None
    low: float | None
    high: float | None
    qualifier: str | None
    used: list[Count]


def count(row: dict, spoken: date | None = None) -> Count:
    """Return a row, as `cells` gives it, as a count; ``spoken`` is the day of its utterance, where that is known.

    >>> row = {"figure_id": "a", "value": 600, "low": None, "high": None, "qualifier": "about"}
    >>> count(row | {"published": None, "stated": "2025-04-30"}).told
    datetime.date(2025, 4, 30)
    """
    if row["qualifier"] not in HEDGES:
        raise InputError(
            f"{row['figure_id']} has the qualifier {row['qualifier']!r}",
            remedy=suggestion(str(row["qualifier"]), HEDGES, "qualifier"),
        )
    bounds = (None if row[name] is None else float(row[name]) for name in ("value", "low", "high"))
    day = told(row)
    return Count(row["figure_id"], row["qualifier"], *bounds, day, spoken or span(row["stated"])[1] or day)


def most_given(counts: list[Count]) -> list[Count]:
    """Return the rows that give the number given most often, hedges aside; of two given equally often, the lower.

    A range is a number of its own. A vague count names no number, so it is chosen only where no row names one.

    >>> told = [Count("a", "about", 600), Count("b", "exact", 600, 600, 600), Count("c", "about", 500)]
    >>> [row.figure_id for row in most_given(told)]
    ['a', 'b']
    """
    voting = [row for row in counts if not row.is_vague] or counts
    votes = Counter(row.number for row in voting)
    chosen = min(voting, key=lambda row: (-votes[row.number], row.lowest, row.value is None, row.number[1] or 0))
    return [row for row in voting if row.number == chosen.number]


def wording(counts: Iterable[Count]) -> Count:
    """Return a row worded as most of the rows are; of two wordings given equally often, the firmer.

    >>> wording([Count("a", "about", 600), Count("b", "exact", 600, 600, 600)]).qualifier
    'exact'
    """
    counts = list(counts)
    votes = Counter((row.qualifier, row.number) for row in counts)
    # a group may hold ranges of one lower end: of two given equally often, the narrower
    return min(
        counts,
        key=lambda row: (-votes[row.qualifier, row.number], HEDGES.index(row.qualifier), row.number[1] or 0, row.figure_id),
    )


def least(counts: list[Count]) -> float | None:
    """The lowest floor that a row states; None where no row states one, or a row without a floor names a lower number.

    >>> least([Count("a", "exact", 600, 600, 600), Count("b", "at_most", 500, high=500)]) is None
    True
    """
    floors = [row.floor for row in counts if row.floor is not None]
    below = [row.lowest for row in counts if row.floor is None]
    return None if not floors or min(below, default=min(floors)) < min(floors) else min(floors)


def greatest(counts: list[Count]) -> float | None:
    """The highest ceiling that a row states; None where no row states one, or a row without a ceiling names a higher number.

    >>> greatest([Count("a", "exact", 600, 600, 600), Count("b", "at_least", 500, 500)])
    600
    """
    ceilings = [row.ceiling for row in counts if row.ceiling is not None]
    above = [row.lowest for row in counts if row.ceiling is None]
    return None if not ceilings or max(above, default=max(ceilings)) > max(ceilings) else max(ceilings)
