"""Find what is odd in the whole dataset, as rows of the table findings."""

from collections import Counter
from pathlib import Path

import said
from graph import Job, result

#: The steps whose results this one reads.
AFTER = ("relate",)


def inputs(root: Path) -> list[Path]:
    return []


def outputs(root: Path) -> list[Path]:
    return [result(root, "find")]


def run(job: Job) -> str:
    # imported here, so that a skipped step costs nothing
    from conflict_figures import findings

    found = findings.find(job.load("relate"))
    job.save("find", {"findings": found})
    rules = Counter(finding["finding_rule"] for finding in found)
    counts = ", ".join(f"{rule} {number:,}" for rule, number in sorted(rules.items()))
    return f"found {said.count(len(found), 'oddity', 'oddities')}: {counts or 'none'}"
