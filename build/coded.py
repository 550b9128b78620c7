"""Read the batches of rows that people coded, and say what was coded, kept and left out."""

from dataclasses import asdict
from pathlib import Path

import said
from graph import Job, result

from conflict_figures.seeds import coded as batches

#: The steps whose results this one reads.
AFTER = ()


def inputs(root: Path) -> list[Path]:
    return [root / "seeds" / "coded"]


def outputs(root: Path) -> list[Path]:
    return [result(root, "coded")]


def run(job: Job) -> str:
    found = batches.read(job.root)
    job.save("coded", {"batches": [asdict(batch) for batch in found]})
    if not found:
        return "read no batch"
    return "; ".join(_said(batch) for batch in found)


def _said(batch: batches.Batch) -> str:
    counts = ", ".join(
        f"{row['table']} {int(row['coded']):,} coded, {row['left_out']} left out, {row['added']} added" for row in batch.counts
    )
    return (
        f"{batch.name}: {counts}; wrote {said.rows(batch.records)}; "
        f"{said.count(len(batch.left_out), 'entry', 'entries')} of what has no place"
    )
