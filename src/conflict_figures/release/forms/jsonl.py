"""Changes as JSON Lines, one object a line: what a program applies or counts."""

from __future__ import annotations

import json
import math
import re
from collections.abc import Iterator
from datetime import date

from conflict_figures.release.changes import Changes
from conflict_figures.release.difference import KINDS, Difference
from conflict_figures.release.forms import listing
from conflict_figures.release.table_rows import TableRows

#: What JSON leaves as it is, and what many readers take for the end of a line.
_BREAK = re.compile("[\x85\u2028\u2029]")
_BREAKS = {ord(sign): f"\\u{ord(sign):04x}" for sign in "\x85\u2028\u2029"}


def lines(changes: Changes) -> Iterator[str]:
    """Give the lines, without their ends: first what differs in the descriptors, then the rows, table by table."""
    for one in changes.structure:
        yield _line(_difference(one))
    for table in changes.tables:
        yield from map(_line, _rows(table))


def _rows(one: TableRows) -> Iterator[dict]:
    for key, told in listing.gone(one):
        yield {"op": "DEL", "kind": "row", "table": one.table, "key": key} | told
    for key, cells in listing.changed(one):
        columns = {cell.column: {"old": cell.old, "new": cell.new} for cell in cells}
        yield {"op": "MOD", "kind": "row", "table": one.table, "key": key, "columns": columns}
    for key, row in listing.added(one):
        yield {"op": "ADD", "kind": "row", "table": one.table, "key": key, "row": {column: cell for column, cell in row.items() if cell is not None}}


def _difference(one: Difference) -> dict:
    kind = KINDS[one.kind]
    # what is said of a whole table, such as its description, is told of the table, whatever kind of change it is
    what = "code" if one.code is not None else "field" if one.field is not None else "table" if one.table is not None else "package"
    key = {"code": {"field": one.field, "code": one.code}, "field": {"name": one.field}}.get(what, {"name": one.table})
    said = {"op": kind.op, "kind": what, "table": one.table, "key": key, "change": one.kind}
    if kind.op == "MOD":
        return said | {"columns": {one.aspect or what: {"old": one.old, "new": one.new}}}
    return said | {one.aspect or what: one.new if kind.op == "ADD" else one.old}


def _spelled(value: object) -> str:
    return value.isoformat() if isinstance(value, date) else str(value)


#: Made once: a large comparison has a hundred thousand lines.
_encode = json.JSONEncoder(ensure_ascii=False, allow_nan=False, default=_spelled).encode


def _line(said: dict) -> str:
    try:
        line = _encode(said)
    except ValueError:
        # JSON has no number for what is none
        line = _encode(_named(said))
    return line.translate(_BREAKS) if _BREAK.search(line) else line


def _named(said: object) -> object:
    if isinstance(said, dict):
        return {key: _named(value) for key, value in said.items()}
    return str(said) if isinstance(said, float) and not math.isfinite(said) else said
