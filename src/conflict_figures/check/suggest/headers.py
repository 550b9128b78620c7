"""Column names: another case, a blank, a hyphen, a word that is almost right."""

from dataclasses import replace
from pathlib import Path

from conflict_figures import schema
from conflict_figures.check.finding import Finding
from conflict_figures.check.suggest.spelling import nearest

#: Columns that other datasets of the field have, and that people who bring a table write.
_ALSO_CALLED = {
    "best": "value", "estimate": "value", "number": "value", "count": "value", "figure": "value",
    "min": "low", "minimum": "low", "lower": "low", "max": "high", "maximum": "high", "upper": "high",
    "type": "measure", "category": "measure", "source": "source_id", "claim": "claim_id", "date": "date_id",
    "notes": "note", "comment": "note", "comments": "note", "status": "review", "country": "country_iso3",
    "link": "url", "source_url": "url", "location": "place", "outlet": "publisher", "lang": "language",
}  # fmt: skip


def near(finding: Finding) -> str | None:
    """The column that an unknown one was meant to be, or the table that an unknown name was meant to be."""
    if finding.rule == "table-name":
        # a table that came in a file is called after it
        called = Path(finding.path).stem if finding.path else finding.table
        return nearest(called, schema.table_names())
    if finding.rule == "column-unknown" and finding.column and finding.table in schema.table_names():
        return column(finding.column, schema.table(finding.table).field_names)
    return None


def column(name: str, names: tuple[str, ...]) -> str | None:
    """The one of ``names`` that ``name`` was meant to be.

    >>> [column(name, ("value", "low", "count_mode")) for name in ("Value", "low ", "Count mode", "estimate", "zzz")]
    ['value', 'low', 'count_mode', 'value', None]
    """
    meant = nearest(name, names)
    also = _ALSO_CALLED.get("_".join(name.strip("\ufeff \t").lower().split()))
    return meant or (also if also in names else None)


def join(findings: list[Finding]) -> list[Finding]:
    """Leave out missing columns that an unknown column of the same file was meant to be: one fault, said once.

    >>> found = [Finding("actors", None, "kind", "column-missing", "", ""), Finding("actors", None, "Kind", "column-unknown", "", "")]
    >>> [(one.column, one.suggestion) for one in join(found)]
    [('Kind', 'kind')]
    """
    missing = {(one.path, one.table, one.column) for one in findings if one.rule == "column-missing"}
    meant: dict[tuple, tuple] = {}
    for one in findings:
        wanted = (one.path, one.table, near(one) if one.rule == "column-unknown" else None)
        # two columns may look like the same missing one; the first is taken, the second keeps its own fault
        if wanted in missing and wanted not in meant.values():
            meant[one.path, one.table, one.column] = wanted
    renamed = set(meant.values())
    kept = []
    for one in findings:
        here = (one.path, one.table, one.column)
        if one.rule == "column-missing" and here in renamed:
            continue
        if one.rule == "column-unknown":
            # a column that is there already is no advice
            one = replace(one, suggestion=meant[here][2] if here in meant else None)
        kept.append(one)
    return kept
