"""``republishes``: a claim that rests on an outlet's report, and that outlet's own claim of the same.

The chain of the one names an agency; the other's publisher is that agency, and it gives the same item of the same
utterance with the same number, hedge and measure, published no later. The words themselves are mostly not held, so that this says whose
report is passed on, not that every word is the same.
"""

from collections.abc import Iterator

from conflict_figures.relations.told import Told, by_item, link

NAME = "report_of_the_agency_named"


def find(rows: list[Told], records: dict[str, list[dict]]) -> Iterator[dict]:
    """Yield a link from the claim that passes on to the first claim of the outlet that it names."""
    for group in by_item(rows).values():
        for one in group:
            for agency in one.agencies:
                first = next((other for other in group if other.publisher == agency and _same(one, other) and not _later(other, one)), None)
                if first and first.claim["source_id"] != one.claim["source_id"]:
                    yield link(one.claim["claim_id"], "republishes", first.claim["claim_id"], "claims", NAME)


def _same(one: Told, other: Told) -> bool:
    return one.number == other.number and one.figure["measure"] == other.figure["measure"]


def _later(one: Told, other: Told) -> bool:
    """Whether ``one`` was surely published after ``other``."""
    return bool(one.published_from and other.published and one.published_from > other.published)
