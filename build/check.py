"""Check every cell, key, rule and anchor of all that is published, by our own checker and by pandera."""

from pathlib import Path

import said
from graph import Job, result

#: The steps whose results this one reads.
AFTER = ("read", "since")


def inputs(root: Path) -> list[Path]:
    return []


def outputs(root: Path) -> list[Path]:
    return [result(root, "check")]


def run(job: Job) -> str:
    # imported here, so that a skipped step costs nothing
    from conflict_figures.check import frames, locate, tables
    from conflict_figures.check.finding import FindingsError, errors
    from conflict_figures.tabular import to_arrow

    texts = job.load("read")["texts"]
    typed = to_arrow(job.load("since"))
    found = errors(tables(typed, texts)) or frames.check(typed)
    if found:
        raise FindingsError(locate.in_seeds(found, typed, texts, {}))
    rows = sum(table.num_rows for table in typed.values())
    job.save("check", {"rows": rows, "findings": 0})
    return f"read {said.count(rows, 'row')} of {said.count(len(typed), 'table')}; found no fault"
