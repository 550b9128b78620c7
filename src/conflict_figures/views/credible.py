"""Which rows may count at all, and why the others may not."""

from __future__ import annotations

from collections import Counter
from datetime import date
from typing import Literal

from conflict_figures.views.days import span
from conflict_figures.views.provenance import LeftOut

Planned = Literal["apart", "left_out", "together"]
PLANNED = ("apart", "left_out", "together")
COLUMNS = ("value", "low", "high", "qualifier", "stance", "certainty", "repeats")


def why_not(row: dict) -> str | None:
    """The reason why a row never counts, in words; None for a credible one.

    >>> row = {"stance": "denied", "repeats": None, "value": 600, "low": 600, "high": 600}
    >>> why_not(row)
    'denied'
    """
    if row["stance"] in ("denied", "not_confirmed"):
        return row["stance"].replace("_", " ")
    if row["repeats"] is not None:
        return "repeats a figure of the same text"
    if row["value"] is None and row["low"] is None and row["high"] is None:
        return "no number"
    return None


def is_planned(row: dict) -> bool:
    """Whether the number is a plan, a request or a pledge and not a count of what has happened."""
    return row["certainty"] == "possible"


def credible(rows: list[dict], left_out: LeftOut, *, filled: tuple[str, ...] = ()) -> list[dict]:
    """Return the rows that may count, and add the others to ``left_out`` by reason.

    A row that is empty in one of the columns ``filled`` belongs to no known group: two unknown things are not one thing.
    """
    kept = []
    for row in rows:
        reason = why_not(row) or next((f"no {name}" for name in filled if row[name] is None), None)
        if reason:
            left_out[reason] += 1
        else:
            kept.append(row)
    return kept


def days_of_speech(rows: list[dict]) -> dict[str, date | None]:
    """The day of every utterance among the rows: what most of its rows say, for somebody spoke once.

    A page that only knows "by August" does not move a statement of April to August: a value that is open at its start
    counts only where no row of the utterance has a better one. Of two days given equally often, the earlier.

    >>> april = {"utterance_id": "nis", "stated": "2025-04-30"}
    >>> days_of_speech([april, {"utterance_id": "nis", "stated": "../2025-08-22"}])
    {'nis': datetime.date(2025, 4, 30)}
    """
    given: dict[str, list[tuple[date | None, date | None]]] = {}
    for row in rows:
        if row["utterance_id"] is not None and row["stated"] is not None:
            given.setdefault(row["utterance_id"], []).append(span(row["stated"]))
    return {utterance: _most(spans) for utterance, spans in given.items()}


def _most(spans: list[tuple[date | None, date | None]]) -> date | None:
    closed = [last for first, last in spans if first and last]
    votes = Counter(closed or [last for _, last in spans if last])
    return min(votes, key=lambda day: (-votes[day], day)) if votes else None
