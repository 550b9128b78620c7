"""Changes as one page: the changed cells side by side, the withdrawn rows with their reasons, the step of the version.

It works from a file, loads nothing, runs no script, and follows the reader's choice of dark or light.
"""

from __future__ import annotations

from itertools import islice
from pathlib import Path

from conflict_figures.check.reports.page import template
from conflict_figures.check.reports.visible import visible
from conflict_figures.release.changes import Changes
from conflict_figures.release.difference import Difference
from conflict_figures.release.forms import listing, words
from conflict_figures.release.table_rows import VIEW, TableRows
from conflict_figures.schema import RELEASE_COLUMNS

#: Cells of a new row that are shown beside its key, and the longest of them.
_CELLS, _LONGEST = 6, 60
#: The longest value of a changed cell: both have to stand on one line of a screen, more or less.
_SIDE = 600


def render(changes: Changes, limit: int = 200) -> str:
    """Return the page. Whatever comes from the versions is shown as text, never as markup."""
    there = [one for one in changes.tables if one]
    return template(Path(__file__).with_name("page.html.j2")).render(
        old=visible(changes.old),
        new=visible(changes.new),
        summary=words.in_short(changes),
        level=changes.bump.level,
        step=words.step(changes),
        reasons=[visible(reason, 1000) for reason in changes.bump.reasons],
        counts=[_counts(number, one) for number, one in enumerate(there) if one.counted or one.table == VIEW],
        tables=[_table(number, one, limit) for number, one in enumerate(there) if one.counted],
        shape=[{"said": said, "rows": [_difference(one) for one in found]} for said, found in words.shape(changes)],
    )  # fmt: skip


def _counts(number: int, one: TableRows) -> dict:
    counts = {name: f"{getattr(one, name):,}" for name in ("added", "changed", "withdrawn", "gone")}
    return {"id": f"table-{number}", "table": visible(one.table), "counted": one.counted, **counts}


def _table(number: int, one: TableRows, limit: int) -> dict:
    parts = {
        "changed": [_changed(key, cells) for key, cells in listing.changed(one, limit)],
        "withdrawn": [_gone(key, told) for key, told in listing.gone(one, limit, told=True)],
        "gone": [_gone(key, told) for key, told in listing.gone(one, limit, told=False)],
        "added": [_added(one, key, row) for key, row in listing.added(one, limit)],
    }
    more = {name: f"{getattr(one, name) - len(rows):,}" if getattr(one, name) > len(rows) else None for name, rows in parts.items()}
    return {"matched": one.matched, "more": more, "columns": _columns(one), **_counts(number, one), "rows": parts}


def _columns(one: TableRows) -> str:
    return ", ".join(f"{visible(column)} {len(places):,}" for column, places in one.rows.changed.items())


def _changed(key: listing.Key, cells: list[listing.Cell]) -> dict:
    return {"key": _name(key), "cells": [{"column": visible(one.column), "old": _side(one.old), "new": _side(one.new)} for one in cells]}


def _gone(key: listing.Key, told: dict) -> dict:
    said = {name: None if value is None else visible(value, 1000) for name, value in told.items()}
    return {"key": _name(key), **said}


def _added(one: TableRows, key: listing.Key, row: dict) -> dict:
    filled = ((column, value) for column, value in row.items() if value is not None and column not in (*one.rows.key, *RELEASE_COLUMNS))
    return {"key": _name(key), "cells": [{"column": visible(column), "text": words.cell(value, _LONGEST)} for column, value in islice(filled, _CELLS)]}


def _difference(one: Difference) -> dict:
    return {"name": visible(one.name), "old": _said(one.old), "new": _said(one.new)}


def _said(value: object) -> str | None:
    if isinstance(value, dict):
        value = value.get("description") or value.get("title") or value.get("type")
    return None if value is None else words.value(value, _SIDE)


def _side(value: object) -> str | None:
    return None if value is None else words.cell(value, _SIDE)


def _name(key: listing.Key) -> str:
    return visible(listing.name(key), 200)
