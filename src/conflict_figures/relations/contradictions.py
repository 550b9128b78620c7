"""``contradicts``: two counts of the same thing whose bounds cannot both hold.

* ``bounds_exclude_each_other``: two renderings of one utterance. The same item (so the same subject and place), the
  same measure and unit; both rows say that it is so. Later mentions in one source are left out.
* ``same_day_other_voice``: two running totals (see :mod:`~conflict_figures.relations.series`) of the same measure,
  unit, subject, place and as-of day, which both name to the day, by voices that have nobody in common; one link.

Bounds are taken as stored, with stated rounding, so that a hedge that was dropped or turned round ("about 600", "at
least 600") contradicts nothing; 15,000 and 18,000 do.
"""

from collections.abc import Iterator

from conflict_figures.counts import exclude_each_other
from conflict_figures.relations.series import Total, totals
from conflict_figures.relations.told import Told, by_item, link, pairs

RENDERED, TOTALLED = "bounds_exclude_each_other", "same_day_other_voice"
_SAYING_SO = ("asserted", "confirmed")


def find(rows: list[Told], records: dict[str, list[dict]]) -> Iterator[dict]:
    """Yield one link for each two figures, from the smaller id to the greater."""
    for group in by_item(rows).values():
        for one, other in pairs([row for row in group if row.claim["stance"] in _SAYING_SO]):
            if _same_thing(one.figure, other.figure) and exclude_each_other(one.figure, other.figure):
                first, second = sorted((one.id, other.id))
                yield link(first, "contradicts", second, "figures", RENDERED)
    for one, other in pairs(totals(rows)):
        alike = one.thing == other.thing and one.as_of == other.as_of and _to_the_day(one) and _to_the_day(other)
        if alike and not one.voices & other.voices and exclude_each_other(one.best.figure, other.best.figure):
            first, second = sorted((one.best.id, other.best.id))
            yield link(first, "contradicts", second, "figures", TOTALLED)


def _same_thing(one: dict, other: dict) -> bool:
    return all(one[column] == other[column] for column in ("measure", "unit", "rate_per"))


def _to_the_day(total: Total) -> bool:
    return total.best.earliest_end == total.best.last == total.as_of
