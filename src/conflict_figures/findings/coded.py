"""What coders noticed and no rule can see in the rows alone."""

import re
from collections import defaultdict
from collections.abc import Iterator

from conflict_figures.findings.finding import Records, finding, pages
from conflict_figures.relations.told import Told, by_item

#: Issues that no rule finds by itself; drift of hedges and numbers is found, or shown by ``views.drift``.
_NOTED = {
    "attribution_error": "another voice than the utterance's",
    "date_conflict": "another date than others give",
    "entity_slip": "a slip of who or where",
    "measure_error": "another measure than the utterance's",
    "stale_figure": "a figure that had been replaced",
    "status_conflict": "another account of those counted",
}


def noted_by_coder(rows: list[Told], records: Records) -> Iterator[dict]:
    """Yield a finding for each count and issue, with what the coders noted on its pages."""
    for item, group in by_item(rows).items():
        noted: dict[str, list[Told]] = defaultdict(list)
        for row in group:
            for issue in (row.claim["issue"] or "").split(";"):
                if issue in _NOTED:
                    noted[issue].append(row)
        for issue, told in sorted(noted.items()):
            notes = "; ".join(dict.fromkeys(note for row in told if (note := _remark(row))))
            yield finding(
                "noted_by_coder", "source", f"{item[-1] if len(item) == 2 else item[0]}.{issue.replace('_', '-')}",
                f"Of {item[0]} coders noted {_NOTED[issue]} on {pages(told)}{': ' + notes if notes else ''}.", told, item,
            )  # fmt: skip


def _remark(row: Told) -> str:
    """Return the coder's note without what the import put into brackets behind it."""
    return re.sub(r" ?\[(?:origin|voice) as coded: [^]]*\]", "", row.claim["note"] or "")


def number_of_the_coder(rows: list[Told], records: Records) -> Iterator[dict]:
    """Yield a finding for a number that its coder says was worked out from others."""
    for row in rows:
        if (row.claim["note"] or "").startswith("derived:"):
            yield finding(
                "number_of_the_coder", "row", row.id,
                f"'{row.figure['as_coded']}' is noted as {_remark(row)}: whether the page gives it wants a second look.",
                (row,), row.item,
            )  # fmt: skip
