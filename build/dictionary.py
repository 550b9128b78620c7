"""Write the data dictionary from the schemas."""

from pathlib import Path

from graph import Job, write
from said import count

from conflict_figures import schema

#: The steps whose results this one reads.
AFTER = ()


def inputs(root: Path) -> list[Path]:
    return []


def outputs(root: Path) -> list[Path]:
    return [root / "docs" / "data-dictionary.md"]


def run(job: Job) -> str:
    fields = sum(len(schema.table(name).fields) for name in schema.table_names())
    write(job.root / "docs" / "data-dictionary.md", schema.dictionary().encode("utf-8"))
    return f"read {count(len(schema.table_names()), 'schema')}; wrote docs/data-dictionary.md with {count(fields, 'column')}"
