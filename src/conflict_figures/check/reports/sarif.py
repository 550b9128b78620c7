"""A report in SARIF 2.1.0, which code scanning and editors read.

The column of a region is the number of the cell in its row. A fingerprint is made of what a fault is about and not of its
line, so that a fault is known again when rows before it come or go.
"""

import hashlib
import json
from pathlib import Path
from urllib.parse import quote

from conflict_figures.check import rule_help
from conflict_figures.check.finding import Finding
from conflict_figures.check.report import Report
from conflict_figures.check.reports.phrases import said, sentence
from conflict_figures.check.reports.visible import visible
from conflict_figures.schema import package

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"


def render(report: Report) -> str:
    """Return the report as a SARIF log of one run."""
    rules = list(dict.fromkeys(entry.first.rule for entry in report.entries))
    seen: dict[str, int] = {}
    results = [
        _result(one, rules.index(one.rule), seen, entry.count if one is entry.first else None)
        for entry in report.entries
        for one in entry.places
    ]
    driver = {
        "name": "conflict-figures", "version": package()["version"], "rules": [_rule(rule) for rule in rules],
    }  # fmt: skip
    run = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}
    return json.dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=1) + "\n"


def _rule(rule: str) -> dict:
    help = rule_help.of(rule)
    return {
        "id": visible(rule),
        "name": visible(help.title),
        "shortDescription": {"text": visible(help.title)},
        "fullDescription": {"text": visible(help.asks)},
        "help": {"text": visible(help.mend, 2000)},
    }


def _result(one: Finding, index: int, seen: dict[str, int], count: int | None) -> dict:
    result = {
        "ruleId": visible(one.rule),
        "ruleIndex": index,
        "level": "warning" if one.severity == "warning" else "error",
        "message": {"text": f"{said(one)} {sentence(one.remedy)}"},
        "locations": [_location(one)],
        "fingerprints": {"conflict-figures/v1": _fingerprint(one, seen)},
    }
    if count is not None:
        result["properties"] = {"places": count}
    return result


def _location(one: Finding) -> dict:
    logical = ".".join(visible(part) for part in (one.table, one.key, one.column) if part is not None)
    location: dict = {"logicalLocations": [{"fullyQualifiedName": logical}]}
    if one.path is not None:
        physical: dict = {"artifactLocation": {"uri": uri(one.path)}}
        if one.line is not None:
            physical["region"] = {"startLine": one.line} | ({} if one.position is None else {"startColumn": one.position})
        location["physicalLocation"] = physical
    return location


def uri(path: str) -> str:
    """A path as a relative address where it lies below the folder of work, else as a whole one.

    >>> uri("seeds/coded/a b/figures.csv")
    'seeds/coded/a%20b/figures.csv'
    """
    asked = Path(path)
    if not asked.is_absolute():
        # a colon in the first part would read as a scheme, which quote() leaves no room for
        return quote(asked.as_posix(), errors="replace")
    try:
        return quote(asked.relative_to(Path.cwd()).as_posix(), errors="replace")
    except ValueError:
        return "file://" + quote(asked.as_posix(), errors="replace")


def _fingerprint(one: Finding, seen: dict[str, int]) -> str:
    about = "\x1f".join(part or "" for part in (one.rule, Path(one.path or "").name, one.table, one.key, one.column, one.value))
    # rows that are the same in every respect are told apart by their order
    seen[about] = seen.get(about, 0) + 1
    return hashlib.sha256(f"{about}\x1f{seen[about]}".encode("utf-8", "replace")).hexdigest()
