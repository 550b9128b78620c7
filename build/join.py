"""Join the extracted and the coded rows, and refuse what is wrong with them before any rule reads them together."""

from pathlib import Path

import said
from graph import Job, result

#: The steps whose results this one reads.
AFTER = ("read", "decide", "coded")


def inputs(root: Path) -> list[Path]:
    return []


def outputs(root: Path) -> list[Path]:
    return [result(root, "join")]


def run(job: Job) -> str:
    # imported here, so that a skipped step costs nothing
    from conflict_figures.check import locate, tables
    from conflict_figures.check.finding import FindingsError, errors
    from conflict_figures.tabular import to_arrow

    texts = job.load("read")["texts"]
    records = job.load("decide")
    batches = job.load("coded")["batches"]
    for batch in batches:
        for table, rows in batch["records"].items():
            records[table] += rows
    records["actors"] = _merged(records["actors"])
    typed = to_arrow(records)
    found = errors(tables(typed, texts))
    if found:
        raise FindingsError(locate.in_seeds(found, typed, texts, _places(batches)))
    job.save("join", records)
    return f"read {said.count(len(batches), 'batch', 'batches')} and the rows of the texts; wrote {said.rows(records)}"


def _merged(actors: list[dict]) -> list[dict]:
    """Keep one of the rows that every text and batch brings along: the unattributed and the anonymous."""
    return list({tuple(row.items()): row for row in actors}.values())


def _places(batches: list[dict]) -> dict[str, dict]:
    """Return the file and line of every coded row, by table and key."""
    places: dict[str, dict] = {}
    for batch in batches:
        for table, rows in batch["places"].items():
            places.setdefault(table, {}).update(rows)
    return places
