"""Stage a whole release in a folder of its own, and let every judge see it before anything moves."""

import shutil
from collections.abc import Callable, Mapping
from pathlib import Path

import pyarrow

from conflict_figures.check import referee
from conflict_figures.check.finding import Finding
from conflict_figures.publish import columnar, descriptor, proof
from conflict_figures.tabular import delimited


def stage(folder: Path, tables: Mapping[str, pyarrow.Table], progress: Callable[[str], None] = lambda name: None) -> None:
    """Write ``tables`` as a release into ``folder``: ``data/`` and ``datapackage.json``.

    What was in ``folder`` is removed. Every file is read back and compared with its table.

    Args:
        progress: called with the name of each table once it is written and proved.

    Raises:
        NotEqualError: a file does not read back as what was written.
    """
    shutil.rmtree(folder, ignore_errors=True)
    data = folder / "data"
    data.mkdir(parents=True)
    files: dict[str, descriptor.Files] = {}
    for name, table in tables.items():
        csv, parquet = delimited.encode(table), columnar.encode(name, table)
        (data / f"{name}.csv").write_bytes(csv)
        (data / f"{name}.parquet").write_bytes(parquet)
        proof.prove(name, table, data / f"{name}.csv", data / f"{name}.parquet")
        files[name] = (table.num_rows, csv, parquet)
        progress(name)
    (folder / "datapackage.json").write_bytes(descriptor.encode(descriptor.build(files)))


def judge(folder: Path) -> tuple[Finding, ...]:
    """Ask the standard's referee about a staged release."""
    return referee.check(folder / "datapackage.json")


def files(folder: Path) -> dict[str, bytes]:
    """Return the files of a release by path, ``datapackage.json`` among them; empty when there is none.

    Hidden files, which file managers leave behind, are no part of it.
    """
    paths = [path for path in (folder / "data").rglob("*") if path.is_file() and not path.name.startswith(".")]
    paths += [path for path in (folder / "datapackage.json",) if path.is_file()]
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(paths)}
