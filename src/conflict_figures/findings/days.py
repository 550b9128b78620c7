"""Days that cannot be: what is told as done, or was said, after the page that tells it was published."""

from collections.abc import Iterator

from conflict_figures.edtf import bounds
from conflict_figures.findings.finding import Records, finding, publisher, words
from conflict_figures.relations.told import Told


def as_of_after_publication(rows: list[Told], records: Records) -> Iterator[dict]:
    """Yield a finding for a count as of a day after its page was published; a plan may lie ahead."""
    for row in rows:
        if row.date_role != "as_of" or row.figure["certainty"] == "possible" or row.published is None or row.earliest_end is None:
            continue
        if row.earliest_end > row.published:
            yield finding(
                "as_of_after_publication", "row", row.id,
                f"'{words(row)}' is coded as of {row.date}, and {publisher(row)} published it on {row.source['published']}.",
                (row,), row.item,
            )  # fmt: skip


def stated_after_publication(rows: list[Told], records: Records) -> Iterator[dict]:
    """Yield a finding for a claim that is dated after its page was published."""
    stated = {row["claim_id"]: row["edtf"] for row in records["dates"] if row["role"] == "stated"}
    for row in rows:
        said = stated.get(row.claim["claim_id"])
        first = bounds(said)[0] if said else None
        if first and row.published and first > row.published:
            yield finding(
                "stated_after_publication", "row", row.id,
                f"The statement behind '{words(row)}' is dated {said}, and {publisher(row)} published it on {row.source['published']}.",
                (row,), row.item,
            )  # fmt: skip
