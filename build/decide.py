"""Apply the review decisions to the extracted rows."""

from collections import Counter
from pathlib import Path

import said
from graph import Job, result

from conflict_figures.seeds import review
from conflict_figures.seeds.decisions import Decision

#: The steps whose results this one reads.
AFTER = ("read", "extract")


def inputs(root: Path) -> list[Path]:
    return []


def outputs(root: Path) -> list[Path]:
    return [result(root, "decide")]


def run(job: Job) -> str:
    decided = [Decision(**decision) for decision in job.load("read")["decisions"]]
    before = job.load("extract")
    after = review.apply(before, decided)
    job.save("decide", after)
    kinds = Counter(decision.decision for decision in decided)
    out = sum(map(len, before.values())) - sum(map(len, after.values()))
    return (
        f"read {said.rows(before)} and {said.count(len(decided), 'decision')} "
        f"({kinds['accept']} accept, {kinds['correct']} correct, {kinds['reject']} reject, {kinds['join']} join); "
        f"left out {said.count(out, 'row')}, wrote {said.rows(after)}; figures: {said.measures(after['figures'])}"
    )
