"""The standard's referee: does frictionless accept a published package?

It is slow on large tables and right on CSV, so it is asked about what is about to be published.
"""

from pathlib import Path

from conflict_figures.check.finding import Finding


def check(descriptor: Path) -> tuple[Finding, ...]:
    """Let frictionless validate the package that ``descriptor`` describes: schemas, bytes, hashes, cells, keys.

    Returns its errors as findings; the line is frictionless' own count of records.
    """
    from frictionless import Package, system

    # the same package is judged wherever it lies, so its resources may be given by absolute path
    with system.use_context(trusted=True):
        report = Package(str(descriptor)).validate()
    found = [_finding(None, error) for error in report.errors]
    for task in report.tasks:
        found += [_finding(task.name, error) for error in task.errors]
    return tuple(found)


def _finding(table: str | None, error) -> Finding:
    line = getattr(error, "row_number", None)
    return Finding(
        table or "datapackage",
        None,
        getattr(error, "field_name", None),
        f"frictionless {error.type}",
        error.message.rstrip("."),
        "See what the standard asks of a Data Package",
        line=line,
    )
