"""Words outside the list that they are taken from, in a column that holds several and so has no code list of its own."""

from collections.abc import Iterator

from conflict_figures.findings.finding import Records, finding
from conflict_figures.relations.told import Told
from conflict_figures.schema.code_lists import codes


def word_outside_list(rows: list[Told], records: Records) -> Iterator[dict]:
    """Yield a finding for an issue that the code list ``issue`` does not hold."""
    listed = {code.code for code in codes("issue")}
    for row in rows:
        odd = [word for word in (row.claim["issue"] or "").split(";") if word and word not in listed]
        if odd:
            yield finding(
                "word_outside_list", "row", row.id,
                f"The issue '{odd[0]}' is not one of {', '.join(sorted(listed))}.", (row,), row.item,
            )  # fmt: skip
