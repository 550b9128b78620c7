"""Join the extracted and the coded rows, and add the relations that rules find between them."""

from collections import Counter
from pathlib import Path

import said
from graph import Job, result

#: The steps whose results this one reads.
AFTER = ("decide", "coded")


def inputs(root: Path) -> list[Path]:
    return []


def outputs(root: Path) -> list[Path]:
    return [result(root, "relate")]


def run(job: Job) -> str:
    # imported here, so that a skipped step costs nothing
    from conflict_figures import relations

    records = job.load("decide")
    for batch in job.load("coded")["batches"]:
        for table, rows in batch["records"].items():
            records[table] += rows
    records["actors"] = _merged(records["actors"])
    before = said.rows(records)
    found = relations.derive(records)
    records["links"] += found
    job.save("relate", records)
    rules = Counter((link["predicate"], link["rule"]) for link in found)
    counts = ", ".join(f"{predicate} {number:,}" for (predicate, _), number in sorted(rules.items()))
    return f"read {before}; found {said.count(len(found), 'relation')}: {counts or 'none'}"


def _merged(actors: list[dict]) -> list[dict]:
    """Keep one of the rows that every text and batch brings along: the unattributed and the anonymous."""
    return list({tuple(row.items()): row for row in actors}.values())
