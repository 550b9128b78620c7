"""Read the texts, their sidecars and the review decisions, and refuse what is wrong with them."""

from dataclasses import asdict
from pathlib import Path

from graph import Job, result
from said import count

from conflict_figures.seeds import decisions, texts

#: The steps whose results this one reads.
AFTER = ()


def inputs(root: Path) -> list[Path]:
    return [root / "seeds" / "texts", root / "seeds" / "decisions"]


def outputs(root: Path) -> list[Path]:
    return [result(root, "read")]


def run(job: Job) -> str:
    sources = texts.read(job.root)
    decided = decisions.read(job.root, sources)
    job.save(
        "read",
        {
            "sources": [source.row for source in sources],
            "texts": {source.source_id: source.text for source in sources},
            "decisions": [asdict(decision) for decision in decided],
        },
    )
    points = sum(len(source.text) for source in sources)
    return (
        f"read {count(len(sources), 'text')} ({points:,} code points) with {count(len(sources), 'sidecar')} "
        f"and {count(len(decided), 'decision')}; wrote {count(len(sources), 'source')}"
    )
