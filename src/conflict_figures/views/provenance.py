"""What a view notes about itself, so that no number leaves it without the rule that made it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import cache

import pandas as pd

from conflict_figures import dataset
from conflict_figures.errors import InputError

# How many rows were left out, by reason.
LeftOut = Counter


@dataclass(frozen=True)
class Rule:
    """A rule as a frame names it: its short name, what it does in one sentence, and where it comes from."""

    name: str
    states: str
    source: str


def noted(
    frame: pd.DataFrame, view: str, rule: Rule, parameters: dict, *, rows: pd.DataFrame, left_out: LeftOut
) -> pd.DataFrame:
    """Return ``frame`` with the note of its making in ``attrs``; ``rows`` is the frame that the view was given, of the version that it says.

    Everything in the note is text, a number, or a list or dict of these: pandas writes ``attrs`` into Parquet as JSON.

    >>> flat = dataset.load()
    >>> first = Rule("first", "The first rows.", "None")
    >>> note = noted(flat.head(3), "flat", first, {}, rows=flat.head(5), left_out=LeftOut(late=2))
    >>> note.attrs["rows_in"], note.attrs["rows_used"], note.attrs["rows_left_out"]
    (5, 3, {'late': 2})
    """
    version = rows.attrs.get("conflict_figures", {}).get("version") or dataset.version()
    known = _published_ids(version)
    frame.attrs = {
        "view": view,
        "rule": rule.name,
        "rule_text": rule.states,
        "source": rule.source,
        "parameters": parameters,
        "rows_in": len(rows),
        "rows_used": len(rows) - left_out.total(),
        "rows_left_out": dict(sorted(left_out.items())),
        "dataset_version": version,
        # rows of one's own, or of another release, are none that the version vouches for
        "rows_not_in_dataset": None if known is None else len(set(rows["figure_id"]) - known),
        "input": dict(rows.attrs) if "view" in rows.attrs else None,
        # which version the rows say they are of, for whoever cites what was made of them
        **({"conflict_figures": rows.attrs["conflict_figures"]} if "conflict_figures" in rows.attrs else {}),
    }
    return frame


@cache
def _published_ids(version: str) -> frozenset[str] | None:
    """Return the ids of the figures of a version; None where it is not at hand any more."""
    try:
        found = dataset.load("figures", columns=["figure_id"], backend="pyarrow", version=version)
    except InputError:
        return None
    return frozenset(found["figure_id"].to_pylist())
