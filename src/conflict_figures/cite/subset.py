"""Rows of a table as a part of the dataset to be cited, and the check of what such a citation says."""

from __future__ import annotations

from collections.abc import Iterable

import pyarrow

from conflict_figures.cite import cells, editions, frames, rows
from conflict_figures.cite.editions import Edition
from conflict_figures.cite.lineage import LEADING, Lineage
from conflict_figures.cite.record import Part
from conflict_figures.cite.words import one_line
from conflict_figures.errors import InputError
from conflict_figures.tabular import delimited
from conflict_figures.tabular.columns import plain
from conflict_figures.wording import counted

_SHOWN = 3  # keys that a message names


def part(frame: frames.Frame, edition: Edition) -> Part:
    """Return the part of an edition that the rows of a frame are.

    Raises:
        InputError: there are no rows; the columns of the key are not there, or empty; a key is not that of a published row.
    """
    table = frames.table_of(frame, edition.package)
    key = edition.key(table)
    whole = plain(edition.package.read(table))
    keys = frames.keys_of(frame, key, whole)
    found = _all(table, whole, key, keys, edition)
    cited = delimited.content_hash(found)
    label = f"{counted(found.num_rows, 'row')} of the table {table}"
    notes = [
        f"Subset: {found.num_rows:,} of {counted(whole.num_rows, 'row')} of the table {table} of {edition.named}.",
        f"SHA-256 of the CSV of these rows as the dataset has them: {cited.removeprefix('sha256:')}.",
    ]
    if frame.made:
        notes.append(one_line(frame.made))
    counts, in_all = cells.changed(frame.columns, found, key, keys)
    if counts:
        listed = ", ".join(f"{column} in {counted(many, 'row')}" for column, many in counts.items())
        notes.append(f"Not as {edition.named} has it: {listed} ({counted(in_all, 'row')} in all).")
    # a row of the flat view has forty columns more than those that lead to its source
    leading = found.select([column for column in found.column_names if column in LEADING]).to_pylist()
    return Part(label, tuple(notes), found.num_rows, cited, Lineage(edition).sources(table, leading))


def is_of(frame: frames.Frame, edition: Edition) -> bool:
    """Tell whether an edition has all rows of a frame, with the cells that the frame has."""
    try:
        table = frames.table_of(frame, edition.package)
        key = edition.key(table)
        whole = plain(edition.package.read(table))
        keys = frames.keys_of(frame, key, whole)
        found, missing = rows.select(whole, key, keys)
    except InputError:
        return False
    return not missing and not cells.changed(frame.columns, found, key, keys)[0]


def verify(sha256: str, keys: Iterable[object], *, table: str = "figures_flat", version: str | None = None) -> bool:
    """Whether a citation's hash is that of the published rows with these keys.

    Parameters
    ----------
    sha256
        The hash that the citation states, with or without ``sha256:`` before it.
    keys
        The keys of the rows, in any order: ids; for a table whose key has several columns a tuple each.
    table, version
        The table and the version that the citation names; the installed version by default.

    Returns
    -------
    bool
        False where the rows were others, or the version another. How the hash is made is said in
        :mod:`conflict_figures.cite.rows`, so that it can also be checked without this program.

    Raises
    ------
    InputError
        For a key that the table does not have in that version, a table or a version that is not there.

    >>> import conflict_figures as cf
    >>> import re
    >>> killed = cf.load().query("measure == 'killed'")
    >>> stated = re.search("[0-9a-f]{64}", cf.cite(killed))[0]
    >>> cf.cite.verify(stated, killed["figure_id"])
    True
    >>> cf.cite.verify(stated, killed["figure_id"].iloc[1:])
    False
    """
    edition = editions.of(version)
    whole = plain(edition.package.read(table))
    key = edition.key(table)
    listed = [one if isinstance(one, tuple) else (one,) for one in keys]
    columns = {name: [one[place] if place < len(one) else None for one in listed] for place, name in enumerate(key)}
    wanted = frames.keys_of(frames.Frame(columns, len(listed)), key, whole)
    return delimited.content_hash(_all(table, whole, key, wanted, edition)).removeprefix("sha256:") == sha256.removeprefix("sha256:").lower()


def _all(table: str, whole: pyarrow.Table, key: tuple[str, ...], keys: pyarrow.Array, edition: Edition) -> pyarrow.Table:
    found, missing = rows.select(whole, key, keys)
    if missing:
        named = [rows.spoken(one) for one in missing]
        many = f" and {len(named) - _SHOWN:,} more" if len(named) > _SHOWN else ""
        gone = {one["key"]: one for one in Lineage(edition).tombstones() if one["table"] == table.replace("figures_flat", "figures")}
        withdrawn = next((gone[one] for one in named if one in gone), None)
        remedy = f"{withdrawn['key']} is withdrawn; version {withdrawn['last_in']} has it" if withdrawn else "Leave out rows that are not the dataset's"
        raise InputError(
            f"{edition.named} has no row {', '.join(named[:_SHOWN])}{many} in the table {table}",
            remedy=f"{remedy}, or load the rows from the version that you used, with cf.load(version=…), and cite those",
        )
    return found
