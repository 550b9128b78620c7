"""Compare what is named: ``cf.diff`` and ``cf.changes``."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from conflict_figures.release.sides import open_side
from conflict_figures.versions.package import Package

if TYPE_CHECKING:
    import pandas

    from conflict_figures.release.changes import Changes


def diff(old: str | Path | Package, new: str | Path | Package) -> Changes:
    """What changed from one version to another: rows by their key, cells, tables, fields, codes, and what version that asks for.

    Parameters
    ----------
    old, new
        Each a version such as ``"0.1.0"``, or a path: the folder or zip of a release, a checkout, a folder with a
        ``datapackage.json``, or CSV or Parquet tables alone, one or a folder of them, which are then read with the schemas of this version.

    Returns
    -------
    Changes
        ``added``, ``changed``, ``cells``, ``withdrawn`` and ``gone`` are counts of rows (``cells`` of cells), ``structure`` and
        ``tables`` the details, ``bump`` the least new version with its reasons. ``to_text()``, ``to_html()``, ``to_markdown()`` and
        ``to_jsonl()`` tell it. False where nothing changed.

    Raises
    ------
    UsageError
        There is no such version, or nothing at that path that can be compared.
    InputError
        A file is not the one that was published, cannot be read, or has a key twice.

    Notes
    -----
    The columns ``added_in`` and ``changed_in``, which a release fills itself, never count as changed. The step of the version is
    by the recipe of the Data Package standard, https://datapackage.org/recipes/data-package-version/.

    >>> import conflict_figures as cf
    >>> cf.diff(cf.version(), cf.version()).bump.level
    'none'
    """
    from conflict_figures.release.diff import diff as compare

    return compare(open_side(old), open_side(new))


def changes(old: str | Path | Package, new: str | Path | Package) -> pandas.DataFrame:
    """The rows that came, went and changed from one version to another, as a table.

    Parameters
    ----------
    old, new
        As `diff` takes them.

    Returns
    -------
    pandas.DataFrame
        One row for each row that was added (``op`` is ``ADD``) or is gone (``DEL``), and one for each cell that changed (``MOD``).
        ``table``; ``key``, its parts with a blank between them; ``column``, ``old`` and ``new`` of a cell, as the CSV spells them,
        empty for whole rows; ``reason`` of a row that was withdrawn, empty where nothing tells why it is gone. Rows of the flat
        view, which repeat figures, and tombstones, which are the reasons, are left out.

    Raises
    ------
    UsageError, InputError
        As `diff` raises them.

    >>> import conflict_figures as cf
    >>> cf.changes(cf.version(), cf.version()).columns.tolist()
    ['op', 'table', 'key', 'column', 'old', 'new', 'reason']
    """
    import pandas as pd

    from conflict_figures.release.forms import columns

    found = columns.of(diff(old, new))
    return pd.DataFrame({name: pd.array(values, dtype="string") for name, values in found.items()})
