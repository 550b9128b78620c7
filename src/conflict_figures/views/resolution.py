"""One number a group, under a rule of the field."""

from __future__ import annotations

from collections.abc import Hashable, Sequence

import pandas as pd

from conflict_figures.errors import UsageError, suggestion
from conflict_figures.views import credible
from conflict_figures.views.count import count
from conflict_figures.views.flat_view import cells, given
from conflict_figures.views.frames import in_order, typed
from conflict_figures.views.provenance import LeftOut, noted
from conflict_figures.views.rules import DECIDE, RULES

# Rows that differ in one of these count different things in any case: no rule may choose between
# 600 killed and 600 wounded, 20 tanks and 20 men, 40 men and 40 men a day, 30 men and 30 more.
ALWAYS = ("measure", "unit", "rate_per", "increment")
NUMBER = ("value", "low", "high", "qualifier")
MADE = ("planned", "best", "rule", "figures", "figure_ids")
READS = (*credible.COLUMNS, *ALWAYS, "utterance_id", "published", "stated")


def resolve(
    flat: pd.DataFrame | None = None,
    rule: str = "ucdp",
    by: Sequence[str] = ("utterance_id", "item_id"),
    *,
    planned: credible.Planned = "apart",
) -> pd.DataFrame:
    """One row per group of figures, with the number that a named rule makes of them.

    Use it where a table or chart needs one number. Rows that are denied or not confirmed, and repeats inside one text, never
    count. Look at `drift` or the flat view first where the disagreement itself is the point.

    Parameters
    ----------
    flat
        Rows of the flat view; all of them by default.
    rule
        ``"ucdp"`` (low, best and high), ``"acled"`` (the lowest), ``"gtd"`` (the most recent source), ``"latest"`` (the
        last statement) or ``"widest"`` (all that any row allows). What each does with hedges stands in the docstring of
        ``conflict_figures.views.rules.<rule>.decide``, and on the page "One number from many".
    by
        Columns whose values make a group: by default one count within one utterance. ``measure``, ``unit``, ``rate_per`` and
        ``increment`` are always added. Nothing else is: with a wide ``by`` it is yours to see that subjects, places, periods
        and count modes belong together. A row with an empty cell in one of the columns you name is left out.
    planned
        What becomes of plans, requests and pledges (certainty ``possible``): ``"apart"`` puts them into groups of their own,
        marked in the column ``planned``; ``"left_out"`` drops them; ``"together"`` treats them like any other.

    Returns
    -------
    pandas.DataFrame
        The columns of ``by`` and the added ones; ``planned``; ``value``, ``low``, ``high`` and ``qualifier`` under the rule
        (with ``ucdp`` also ``best``, which is the value); ``rule``, ``figures`` (the number of rows that the rule went by) and
        ``figure_ids`` (joined by "; "). Sorted by group. ``attrs`` says what was left out and why.

    Raises
    ------
    UsageError
        For a rule, a column or a way with plans that does not exist.

    >>> import conflict_figures as cf
    >>> killed = cf.resolve(cf.load(), rule="ucdp").query("item_id == 'nis-2025-04-30-killed'")
    >>> killed[["low", "best", "high", "rule"]].values.tolist()
    [[600.0, 600.0, 600.0, 'ucdp']]
    """
    if rule not in RULES:
        raise UsageError(f"there is no rule {rule!r}", remedy=suggestion(str(rule), RULES, "rule"))
    if planned not in credible.PLANNED:
        raise UsageError(f"planned is {planned!r}", remedy=suggestion(str(planned), credible.PLANNED, "value"))
    rows = given(flat, READS)
    named = _named(by, rows)
    key = tuple(dict.fromkeys((*named, *ALWAYS)))
    left_out = LeftOut()
    # among the added columns an empty cell says something: no rate
    known = tuple(name for name in named if name not in ALWAYS)
    kept = credible.credible(cells(rows, (*READS, *key)), left_out, filled=known)
    if planned == "left_out":
        left_out["planned"] += sum(map(credible.is_planned, kept))
        kept = [row for row in kept if not credible.is_planned(row)]
    found = []
    for group, members in _groups(kept, key, apart=planned == "apart").items():
        answer = DECIDE[rule](members)
        left_out["not the most recent of its group"] += len(members) - len(answer.used)
        ids = [row.figure_id for row in answer.used]
        found.append((*group, *answer[:4], *answer[:1], rule, len(ids), "; ".join(ids)))
    names = [*key, MADE[0], *NUMBER, *MADE[1:]]
    frame = typed(in_order(found, len(key) + 1), names, like=rows)
    if rule != "ucdp":
        frame = frame.drop(columns="best")
    parameters = {"by": list(named), "added_to_by": [name for name in ALWAYS if name not in named], "planned": planned}
    return noted(frame, "resolve", RULES[rule], parameters, rows=rows, left_out=+left_out)


def _named(by: Sequence[str], rows: pd.DataFrame) -> tuple[str, ...]:
    named = (by,) if isinstance(by, str) else tuple(by)
    for name in named:
        if name not in rows.columns:
            raise UsageError(f"the frame has no column {name!r} to group by", remedy=suggestion(str(name), rows.columns, "column"))
        if name in (*NUMBER, *MADE):
            raise UsageError(f"{name!r} cannot make groups", remedy="The result has a column of that name: name another")
    return tuple(dict.fromkeys(named))


def _groups(rows: list[dict], key: tuple[str, ...], *, apart: bool) -> dict[tuple[Hashable, ...], list]:
    spoken = credible.days_of_speech(rows)
    groups: dict[tuple[Hashable, ...], list] = {}
    for row in rows:
        group = (*(row[name] for name in key), apart and credible.is_planned(row))
        groups.setdefault(group, []).append(count(row, spoken.get(row["utterance_id"])))
    return groups
