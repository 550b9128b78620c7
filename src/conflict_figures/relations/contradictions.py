"""``contradicts``: two renderings of one count in one utterance whose bounds cannot both hold.

The same utterance, the same item (so the same subject and place), the same measure and unit; both rows say that it is
so. Bounds are taken as stored, with stated rounding, so that a hedge that was dropped or turned round ("about 600", "at
least 600") contradicts nothing; 15,000 and 18,000 do. Later mentions in one source are left out.
"""

from collections.abc import Iterator

from conflict_figures.counts import exclude_each_other
from conflict_figures.relations.told import Told, by_item, link, pairs

NAME = "bounds_exclude_each_other"
_SAYING_SO = ("asserted", "confirmed")


def find(rows: list[Told], records: dict[str, list[dict]]) -> Iterator[dict]:
    """Yield one link for each two figures, from the smaller id to the greater."""
    for group in by_item(rows).values():
        for one, other in pairs([row for row in group if row.claim["stance"] in _SAYING_SO]):
            if _same_thing(one.figure, other.figure) and exclude_each_other(one.figure, other.figure):
                first, second = sorted((one.id, other.id))
                yield link(first, "contradicts", second, "figures", NAME)


def _same_thing(one: dict, other: dict) -> bool:
    return all(one[column] == other[column] for column in ("measure", "unit", "rate_per"))
