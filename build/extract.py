"""Extract rows of every table from every text."""

from pathlib import Path

import said
from graph import Job, result

#: The steps whose results this one reads.
AFTER = ("read",)


def inputs(root: Path) -> list[Path]:
    return []


def outputs(root: Path) -> list[Path]:
    return [result(root, "extract")]


def run(job: Job) -> str:
    # imported here, so that a skipped step costs nothing
    from conflict_figures.errors import InputError
    from conflict_figures.extract import rows_of

    seeds = job.load("read")
    records: dict[str, list[dict]] = {}
    for source in job.progress(seeds["sources"], "extracting"):
        identifier = source["source_id"]
        try:
            rows = rows_of(seeds["texts"][identifier], source)
        except ValueError as error:
            raise InputError(f"the text cannot be read: {error}", path=f"seeds/texts/{identifier}.txt") from error
        for table, found in rows.items():
            records.setdefault(table, []).extend(found)
    job.save("extract", records)
    return (
        f"read {said.count(len(seeds['sources']), 'text')}; wrote {said.rows(records)}; "
        f"figures: {said.measures(records['figures'])}"
    )
