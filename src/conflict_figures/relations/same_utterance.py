"""``same_utterance_as``: claims of one utterance, each linked to the first of them.

Rendering the same act of speech is symmetric and transitive, so that one link for each further rendering says all: to
the claim that was published first (by id where dates are the same or not known). All renderings of one
utterance are the claims with its ``utterance_id``.
"""

from collections.abc import Iterator

from conflict_figures.edtf import bounds
from conflict_figures.relations.told import FAR, Told, link

NAME = "first_rendering"


def find(rows: list[Told], records: dict[str, list[dict]]) -> Iterator[dict]:
    """Yield a link from every later claim of an utterance to its first."""
    published = {row["source_id"]: row["published"] for row in records["sources"]}

    def order(claim: dict) -> tuple:
        day = published[claim["source_id"]]
        return (bounds(day)[1] if day else None) or FAR, claim["claim_id"]

    first: dict[str, str] = {}
    for claim in sorted(records["claims"], key=order):
        utterance = claim["utterance_id"]
        if utterance is None:
            continue
        if utterance in first:
            yield link(claim["claim_id"], "same_utterance_as", first[utterance], "claims", NAME)
        else:
            first[utterance] = claim["claim_id"]
