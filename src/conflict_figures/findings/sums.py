"""Wholes and parts that do not fit: what a source, or its coder, says of them stands."""

from collections.abc import Iterator

from conflict_figures.counts import extent
from conflict_figures.findings.finding import Records, finding, publisher, words
from conflict_figures.relations import parts
from conflict_figures.relations.told import Told


def part_above_whole(rows: list[Told], records: Records) -> Iterator[dict]:
    """Yield a finding where a part is surely greater than the whole that is said to include it."""
    by_id = {row.id: row for row in rows}
    for link in records["links"]:
        if link["predicate"] != "includes":
            continue
        whole, part = by_id[link["subject_id"]], by_id[link["object_id"]]
        same = all(whole.figure[column] == part.figure[column] for column in ("unit", "rate_per"))
        if same and extent(part.figure)[0] > extent(whole.figure)[1]:
            yield finding(
                "part_above_whole", "source", part.id,
                f"{publisher(whole)} gives '{words(part)}' as a part of '{words(whole)}'.", (whole, part), whole.item,
            )  # fmt: skip


def parts_miss_total(rows: list[Told], records: Records) -> Iterator[dict]:
    """Yield a finding where killed and wounded of one page and utterance do not add up to its casualties."""
    for group, total in parts.sums(rows):
        if not parts.fit(group, total):
            listed = " and ".join(f"'{words(part)}' {part.figure['measure']}" for part in group)
            yield finding(
                "parts_miss_total", "source", total.id,
                f"{publisher(total)} gives {listed}, which do not add up to '{words(total)}' casualties.",
                (*group, total), total.item,
            )  # fmt: skip
