"""``sums_to`` and ``includes`` within one page, beside what its words or its coder say.

* ``killed_and_wounded``: killed and wounded of one utterance, subject and place add up to its casualties, within stated
  rounding;
* ``whole_and_part_elsewhere``: on another page a coder found one item to be part of the other; this page carries
  both, and they fit.
"""

from collections import defaultdict
from collections.abc import Iterator

from conflict_figures.counts import extent
from conflict_figures.relations.told import Told, link

SUM, PART = "killed_and_wounded", "whole_and_part_elsewhere"


def find(rows: list[Told], records: dict[str, list[dict]]) -> Iterator[dict]:
    """Yield a link for each part of each sum, and for each whole and its part."""
    included = {(row["subject_id"], row["object_id"]) for row in records["links"] if row["predicate"] == "includes"}
    for parts, total in sums(rows):
        if fit(parts, total):
            for part in parts:
                if (total.id, part.id) not in included:
                    yield link(part.id, "sums_to", total.id, "figures", SUM)
    yield from _known_elsewhere(rows, included)


def sums(rows: list[Told]) -> Iterator[tuple[tuple[Told, Told], Told]]:
    """Yield the killed and wounded of one page, utterance, subject and place, with its casualties.

    A page that gives one of the three twice is left out: which belongs to which is not said.
    """
    groups: dict[tuple, list[Told]] = defaultdict(list)
    for row in rows:
        figure = row.figure
        if row.claim["utterance_id"] and not row.repeats and figure["measure"] in ("killed", "wounded", "casualties"):
            key = (row.claim["source_id"], row.claim["utterance_id"], figure["subject"], figure["place"], figure["count_mode"], figure["rate_per"])
            groups[key].append(row)
    for group in groups.values():
        by_measure = {row.figure["measure"]: row for row in group}
        if len(group) == len(by_measure) == 3:
            yield (by_measure["killed"], by_measure["wounded"]), by_measure["casualties"]


def fit(parts: tuple[Told, ...], total: Told) -> bool:
    """Whether the parts can add up to the total, stated rounding included."""
    extents = [extent(part.figure) for part in parts]
    low, high = extent(total.figure)
    return sum(one[0] for one in extents) <= high and sum(one[1] for one in extents) >= low


def _known_elsewhere(rows: list[Told], included: set[tuple[str, str]]) -> Iterator[dict]:
    by_id = {row.id: row for row in rows}
    known = {(by_id[whole].item, by_id[part].item) for whole, part in included if by_id[whole].item and by_id[part].item}
    pages: dict[str, list[Told]] = defaultdict(list)
    for row in rows:
        if row.item and not row.repeats:
            pages[row.claim["source_id"]].append(row)
    for page in pages.values():
        for whole in page:
            for part in page:
                if (whole.item, part.item) in known and extent(part.figure)[0] <= extent(whole.figure)[1]:
                    yield link(whole.id, "includes", part.id, "figures", PART)
