"""Read what somebody contributes, whatever it is and whatever is wrong with it: typed tables come out, and findings.

Nothing that is read is trusted: no link is followed, no address fetched, nothing written but into a folder of our own that
is gone afterwards. A file that cannot be read is a finding like any other, and the rest is read all the same.
"""

import tempfile
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from conflict_figures import schema
from conflict_figures.check.finding import Finding
from conflict_figures.check.reading import archive, columnar, folder, seeds, source
from conflict_figures.check.reading.belongs import belongs
from conflict_figures.check.reading.sheet import Contribution, Group, fault
from conflict_figures.errors import UsageError

__all__ = ["Contribution", "read"]


def read(what, limit: int | None = None) -> Contribution:
    """Read tables by name, or what is at a path: a folder, a table, a zip, a Data Package, a text, a checkout.

    Args:
        limit: how many unreadable cells of a kind are listed; all by default, and all are counted.

    Raises:
        UsageError: there is nothing at that path.
    """
    if isinstance(what, Mapping):
        return _frames(what)
    path = Path(what)
    if not path.exists():
        raise UsageError(f"there is nothing at {path}", remedy="Name a file or folder that is there")
    try:
        contribution = _folder(path, str(path), limit) if path.is_dir() else _file(path, limit)
    except OSError as error:
        at = str(error.filename or path)
        unread = fault("contribution", at, "unreadable", f"it cannot be opened: {error.strerror or error}", "Make it readable for you")
        contribution = Contribution((), (unread,))
    return _with_rows(contribution, str(path))


def _frames(what: Mapping) -> Contribution:
    from conflict_figures.check import shape

    known = {name: table for name, table in what.items() if name in schema.table_names()}
    return Contribution((Group({name: columnar.frame(name, table) for name, table in known.items()}),), tuple(shape.unknown(what)))


def _folder(path: Path, name: str, limit: int | None) -> Contribution:
    if (path / "seeds").is_dir():
        return _checkout(path, name, limit)
    group, found = folder.read(path, name, limit)
    if group.batch:
        found += seeds.batch(path, name, group, found)
    return Contribution((group,), tuple(found), not belongs(path))


def _checkout(path: Path, name: str, limit: int | None) -> Contribution:
    """Read the texts and the coded batches of a checkout, each for itself, and what is published, against the texts."""
    groups, found = [], []
    below, texts = path / "seeds", {}
    if (below / "texts").is_dir():
        group, faults = folder.read(below / "texts", f"{name}/seeds/texts", limit)
        groups.append(group)
        found += faults
        texts = group.texts or {}
        there = {one.stem for one in (below / "texts").iterdir() if one.suffix == ".txt"}
        found += seeds.decided(below / "decisions", f"{name}/seeds/decisions", texts, there - texts.keys())
    coded = sorted((below / "coded").iterdir()) if (below / "coded").is_dir() else []
    batches = [one for one in coded if one.is_dir() and not one.name.startswith(".")]
    for batch in batches:
        called = f"{name}/seeds/coded/{batch.name}"
        group, faults = folder.read(batch, called, limit)
        groups.append(group)
        found += [*faults, *seeds.batch(batch, called, group, faults)]
    if (path / folder.DESCRIPTOR).is_file():
        group, faults = folder.described(path / folder.DESCRIPTOR, f"{name}/{folder.DESCRIPTOR}", limit, texts)
        groups.append(group)
        found += faults
    return Contribution(tuple(groups), tuple(found))


def _file(path: Path, limit: int | None) -> Contribution:
    name, suffix = str(path), path.suffix.lower()
    if not path.is_file():
        return Contribution((), (fault("contribution", name, "file-kind", "this is no file and no folder", "Name a file or a folder"),))
    if suffix == ".zip":
        return _zip(path, name, limit)
    if path.suffix in folder.SOURCES:
        both = [one for one in (path.with_suffix(".txt"), path.with_suffix(".yaml")) if one.is_file()]
        read = source.read(both, [str(one) for one in both])
        return Contribution((Group({} if read.sheet is None else {"sources": read.sheet}, read.texts),), read.findings, not belongs(path))
    if suffix == ".json":
        group, found = folder.described(path, name, limit, None)
        return Contribution((group,), tuple(found), not belongs(path))
    if suffix not in folder.TABLES:
        return Contribution((), (folder.other(path, name),))
    table = folder.table_of(path)
    if table is None:
        return Contribution((), (folder.unknown_table(path, name),))
    return Contribution((Group({table: folder.one(path, table, name, limit)}),), addition=not belongs(path))


def _zip(path: Path, name: str, limit: int | None) -> Contribution:
    with tempfile.TemporaryDirectory(prefix="conflict-figures-") as place:
        root = Path(place)
        found = archive.unpack(path, root, name)
        if found:
            return Contribution((), tuple(found))
        # most zips hold one folder, and that the tables
        inside = [one for one in root.iterdir() if not one.name.startswith(".")]
        if len(inside) == 1 and inside[0].is_dir():
            root, name = inside[0], f"{name}/{inside[0].name}"
        return _folder(root, name, limit)


def _with_rows(contribution: Contribution, name: str) -> Contribution:
    """Say so where there is nothing to check: no table at all, or tables without a row."""
    sheets = [sheet for group in contribution.groups for sheet in group.sheets.values()]
    if any(sheet.table is not None and sheet.table.num_rows for sheet in sheets):
        handed_in = [sheet for group in contribution.groups if not group.batch for sheet in group.sheets.values()]
        # a release of which no row is gone has this table all the same
        handed_in = [sheet for sheet in handed_in if sheet.name != "withdrawn"]
        empty, severity = [sheet for sheet in handed_in if sheet.table is not None and not sheet.table.num_rows], "warning"
    else:
        empty, severity = [sheet for sheet in sheets if sheet.table is not None and not sheet.findings], "error"
    said: list[Finding] = [
        fault(sheet.name, sheet.path, "no-rows", "the table has a header and no rows", "Add its rows, or leave the file out", severity=severity)
        for sheet in empty
    ]
    texts = any(group.texts for group in contribution.groups)
    if not sheets and not contribution.findings and not texts:
        said.append(
            fault("contribution", name, "nothing", "there is no table and no text here", f"Add a file such as {schema.table_names()[2]}.csv")
        )
    return replace(contribution, findings=(*contribution.findings, *said))
