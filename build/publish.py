"""Publish the tables: stage, prove, let frictionless judge, and put in place."""

from pathlib import Path

import said
from graph import Job

#: The steps whose results this one reads.
AFTER = ("since", "check")


def inputs(root: Path) -> list[Path]:
    return []


def outputs(root: Path) -> list[Path]:
    return [root / "data", root / "datapackage.json"]


def run(job: Job) -> str:
    # imported here, so that a skipped step costs nothing
    from conflict_figures.check.finding import FindingsError
    from conflict_figures.publish import release, swap
    from conflict_figures.schema import table_names
    from conflict_figures.tabular import to_arrow

    swap.repair(job.root)
    records = job.load("since")
    typed = to_arrow(records)
    staged = swap.staging(job.root) / "new"
    release.stage(staged, {name: typed[name] for name in job.progress(table_names(), "writing")})
    found = release.judge(staged)
    if found:
        swap.repair(job.root)
        raise FindingsError(found)
    changed = swap.replace(job.root, job.lock)
    rows = sum(table.num_rows for table in typed.values())
    what = "put in place" if changed else "the same as published before"
    return (
        f"read {said.rows(records)}; wrote {said.count(rows, 'row')} in {said.count(2 * len(typed), 'file')} and "
        f"datapackage.json; {what}; figures: {said.measures(records['figures'])}"
    )
