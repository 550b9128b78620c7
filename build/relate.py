"""Add the relations that rules find between the rows of the whole dataset."""

from collections import Counter
from pathlib import Path

import said
from graph import Job, result

#: The steps whose results this one reads.
AFTER = ("join",)


def inputs(root: Path) -> list[Path]:
    return []


def outputs(root: Path) -> list[Path]:
    return [result(root, "relate")]


def run(job: Job) -> str:
    # imported here, so that a skipped step costs nothing
    from conflict_figures import relations

    records = job.load("join")
    found = relations.derive(records)
    records["links"] += found
    job.save("relate", records)
    counts = ", ".join(f"{predicate} {number:,}" for predicate, number in sorted(Counter(link["predicate"] for link in found).items()))
    return f"found {said.count(len(found), 'relation')}: {counts or 'none'}"
