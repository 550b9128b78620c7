"""Say where in the seeds a finding about a row stands: at the words of a text, or in a file of coded rows."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

import pyarrow

from conflict_figures import schema
from conflict_figures.check.finding import Finding
from conflict_figures.schema.rules import SPANS


def in_seeds(
    findings: Iterable[Finding],
    tables: Mapping[str, pyarrow.Table],
    texts: Mapping[str, str],
    coded: Mapping[str, Mapping[str, tuple[str, int]]],
) -> tuple[Finding, ...]:
    """Return ``findings`` with the path and line of the words they are about, where those are known.

    ``coded`` gives path and line of rows that people coded, by table and key. A finding that names its file already,
    or whose row has no anchor, stays as it is.
    """
    places = {name: _places(name, tables) for name in {finding.table for finding in findings} if name in tables}
    return tuple(
        _coded(finding, coded.get(finding.table, {})) or _placed(finding, places.get(finding.table, {}), texts)
        for finding in findings
    )


def _places(name: str, tables: Mapping[str, pyarrow.Table]) -> dict[str, tuple[str, int | None]]:
    """Return source id and offset of every row, by its key."""
    key = schema.table(name).primary_key
    sources = {row["claim_id"]: row["source_id"] for row in tables["claims"].to_pylist()} if "claims" in tables else {}
    start = SPANS[name][0][0] if name in SPANS else None
    places = {}
    for row in tables[name].to_pylist():
        source = row.get("source_id") or sources.get(row.get("claim_id"))
        if source is not None:
            places[" ".join(str(row[column]) for column in key)] = (source, row[start] if start else None)
    return places


def _coded(finding: Finding, places: Mapping[str, tuple[str, int]]) -> Finding | None:
    if finding.path is not None or finding.key not in places:
        return None
    path, line = places[finding.key]
    return replace(finding, path=path, line=line)


def _placed(finding: Finding, places: Mapping[str, tuple[str, int | None]], texts: Mapping[str, str]) -> Finding:
    if finding.path is not None or finding.key not in places:
        return finding
    source, start = places[finding.key]
    if source not in texts:
        return finding
    line = None if start is None else texts[source].count("\n", 0, max(start, 0)) + 1
    return replace(finding, path=f"seeds/texts/{source}.txt", line=line)
