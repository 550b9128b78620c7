"""``corroborates``: the same count by a voice that does not depend on the other's.

Whether one voice has its number from another is seldom said, so independence is asked for narrowly: every voice of both
counts is a named person, body, force or state of a known country, and no country speaks for both. Both tell the same
measure, unit, subject and place, as a total or a stock, as fact or estimate; the days of speech are at
most a week apart and the as-of days a month, for many are known to the month; their number is the same, and so their bounds are compatible: that "at least 100" leaves room
for 4,000 corroborates nothing.
"""

from collections.abc import Iterator
from datetime import timedelta

from conflict_figures.relations.series import commonest
from conflict_figures.relations.told import Told, by_item, link, pairs

NAME = "same_count_by_another_country"
SPOKEN_APART, AS_OF_APART = timedelta(days=7), timedelta(days=31)
_NAMED = ("person", "body", "force", "state")


def find(rows: list[Told], records: dict[str, list[dict]]) -> Iterator[dict]:
    """Yield one link for each two items, from the count told later to the one told before."""
    actors = {row["actor_id"]: row for row in records["actors"]}
    first = []
    for group in by_item(rows).values():
        best = commonest(group)
        if _usable(best) and _countries(best, actors):
            first.append(best)
    for one, other in pairs(first):
        if _same_count(one, other) and not _countries(one, actors) & _countries(other, actors):
            earlier, later = sorted((one, other), key=lambda row: (row.stated, row.id))
            yield link(later.id, "corroborates", earlier.id, "figures", NAME)


def _usable(row: Told) -> bool:
    figure = row.figure
    return (
        figure["count_mode"] in ("cumulative", "stock")
        and figure["certainty"] != "possible"
        and row.claim["stance"] in ("asserted", "confirmed")
        and figure["qualifier"] != "vague"
        and row.last is not None
        and row.stated is not None
    )


def _countries(row: Told, actors: dict[str, dict]) -> frozenset[str]:
    """Return the countries of all voices, or nothing where one of them is not named or of no known country."""
    voices = [actors[voice] for voice in row.voices]
    if any(voice["kind"] not in _NAMED or voice["country_iso3"] is None for voice in voices):
        return frozenset()
    return frozenset(voice["country_iso3"] for voice in voices)


def _same_count(one: Told, other: Told) -> bool:
    columns = ("measure", "unit", "subject", "place", "count_mode", "rate_per")
    return (
        one.item[0] != other.item[0]
        and all(one.figure[column] == other.figure[column] for column in columns)
        and abs(one.stated - other.stated) <= SPOKEN_APART
        and abs(one.last - other.last) <= AS_OF_APART
        and _number(one.figure) == _number(other.figure)
    )


def _number(figure: dict) -> tuple:
    """Return the number itself: the value, or the two ends of a range."""
    return (figure["low"], figure["high"]) if figure["value"] is None else (figure["value"],)
