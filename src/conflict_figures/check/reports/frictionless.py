"""A report as frictionless words its own: `frictionless.Report.from_descriptor` reads it back.

Errors carry frictionless' own types where it has one for the rule, and our rule, line, suggestion and remedy beside them.
``rowNumber`` is the row of the file as frictionless counts, records from 1 with the header; no time is measured.
"""

import json
import re

from conflict_figures.check.finding import Finding
from conflict_figures.check.report import Entry, Report
from conflict_figures.check.reports.phrases import meant, said, sentence
from conflict_figures.check.reports.visible import visible

#: frictionless' type of error for our rules; a rule of the codebook is a constraint on a row.
_CONSTRAINTS = {
    "required", "empty-string", "finite", "minimum", "maximum", "max-length", "min-length", "enum", "pattern", "unique",
}  # fmt: skip
_TYPES = dict.fromkeys(_CONSTRAINTS, "constraint-error") | {
    "type": "type-error", "column-type": "type-error", "format": "type-error", "primary-key": "primary-key",
    "foreign-key": "foreign-key", "column-missing": "missing-label", "column-unknown": "extra-label",
    "column-twice": "duplicate-label", "column-order": "incorrect-label", "header": "blank-header", "encoding": "encoding-error",
}  # fmt: skip
_CELL = {"constraint-error", "type-error"}
_ROW = _CELL | {"primary-key", "foreign-key", "row-constraint"}
_LABEL = {"missing-label", "extra-label", "duplicate-label", "incorrect-label"}


def render(report: Report) -> str:
    """Return the report as JSON with one task a file; ``warnings`` are sentences, as the shape has them."""
    files: dict[tuple[str, str], list[Entry]] = {(one.path, one.table): [] for one in report.read}
    for entry in report.entries:
        files.setdefault((entry.first.path or entry.first.table, entry.first.table), []).append(entry)
    rows = {(one.path, one.table): one.rows for one in report.read}
    tasks = [_task(path, table, entries, rows.get((path, table))) for (path, table), entries in files.items()]
    stats = {"tasks": len(tasks), "errors": _count(report.entries, "error"), "warnings": _count(report.entries, "warning"), "seconds": 0}
    body = {"valid": report.ok, "stats": stats, "warnings": [], "errors": [], "tasks": tasks}
    return json.dumps(body, ensure_ascii=False, indent=1) + "\n"


def _task(path: str, table: str, entries: list[Entry], rows: int | None) -> dict:
    errors = [_error(one) for entry in entries if entry.first.severity != "warning" for one in entry.places]
    warnings = [
        f"{f'line {one.line}: ' if one.line else ''}{said(one)} {sentence(one.remedy)}"
        for entry in entries
        if entry.first.severity == "warning"
        for one in entry.places
    ]
    stats = {"errors": _count(entries, "error"), "warnings": _count(entries, "warning"), "seconds": 0}
    return {
        "name": re.sub(r"[^-a-z0-9._/]", "-", table.lower()) or "table",
        "type": "table",
        "valid": not errors,
        "place": visible(path),
        "labels": [],
        "stats": stats if rows is None else stats | {"rows": rows},
        "warnings": warnings,
        "errors": errors,
    }


def _error(one: Finding) -> dict:
    kind = _TYPES.get(one.rule, "row-constraint" if one.row is not None else "error")
    # a type of frictionless comes with members of its own, and what lacks them is told as an error in general
    if (kind in _CELL and (one.column is None or one.row is None)) or (kind in _ROW and one.row is None):
        kind = "error"
    error = {"type": kind, "title": visible(one.rule), "description": sentence(one.remedy), "message": said(one), "tags": ["#table"]}
    error["note"] = said(one)
    if kind in _ROW:
        error |= {"cells": ["" if cell is None else visible(cell) for _, cell in one.cells], "rowNumber": one.row + 2}
    if kind in _CELL:
        error |= {"cell": visible(one.value or ""), "fieldName": visible(one.column), "fieldNumber": one.position or 0}
    if kind == "foreign-key":
        error |= {"fieldNames": [visible(one.column or "")], "fieldCells": [visible(one.value or "")],
                  "referenceName": "", "referenceFieldNames": []}  # fmt: skip
    if kind in _LABEL:
        error |= {"labels": [], "rowNumbers": [1], "label": visible(one.column or ""), "fieldName": visible(one.column or ""),
                  "fieldNumber": one.position or 0}  # fmt: skip
    if kind == "blank-header":
        error |= {"labels": [], "rowNumbers": [1]}
    ours = {"rule": one.rule, "table": one.table, "key": one.key, "line": one.line, "column": one.column, "position": one.position,
            "value": one.value, "suggestion": one.suggestion, "question": meant(one), "more": one.more or None}  # fmt: skip
    # the cf: members are ours
    return error | {f"cf:{name}": visible(part) if isinstance(part, str) else part for name, part in ours.items() if part is not None}


def _count(entries, severity: str) -> int:
    return sum(entry.count for entry in entries if entry.first.severity == severity)
