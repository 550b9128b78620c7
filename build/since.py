"""Say of every row in which version it came and last changed, and of every row that is gone why; join the flat view."""

from collections import Counter
from pathlib import Path

import said
from graph import Job, result

#: The steps whose results this one reads.
AFTER = ("relate", "find")


def inputs(root: Path) -> list[Path]:
    return [root / "releases", root / "seeds" / "withdrawn.csv"]


def outputs(root: Path) -> list[Path]:
    return [result(root, "since")]


def run(job: Job) -> str:
    # imported here, so that a skipped step costs nothing
    from conflict_figures.schema import package
    from conflict_figures.tabular import flat, to_arrow
    from conflict_figures.versions import history, reasons, since, withdrawn

    version = package()["version"]
    before = history.before(version, job.root / "releases")
    typed = to_arrow(job.load("relate") | job.load("find"))
    path = job.root / "seeds" / "withdrawn.csv"
    gone, unexplained = withdrawn.tombstones(typed, version, before, reasons.read(path), path)
    stamped = {name: since.stamp(name, table, version, before).to_pylist() for name, table in typed.items()}
    # what the view joins was checked before any rule read it
    view = since.stamp("figures_flat", flat(typed), version, before)
    job.save("since", stamped | {"withdrawn": gone, "figures_flat": view.to_pylist()})
    if before is None:
        return f"no release before {version}; every row is new"
    new = Counter(name for name, rows in stamped.items() for row in rows if row["added_in"] == version)
    changed = sum(row["changed_in"] == version for rows in stamped.values() for row in rows)
    first = f"since {before.version}: {said.count(sum(new.values()), 'row')} new, {changed:,} changed, {len(gone):,} withdrawn"
    if not unexplained:
        return first
    named = ", ".join(f"{key} of {table}" for table, key in unexplained[:3])
    return f"{first}; {len(unexplained):,} gone without a reason ({named}{', …' if len(unexplained) > 3 else ''}): write it in seeds/withdrawn.csv"
