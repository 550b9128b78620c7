"""What became of one statement from page to page."""

from __future__ import annotations

import pandas as pd

from conflict_figures.errors import UsageError
from conflict_figures.views import credible
from conflict_figures.views.count import Count, count, most_given
from conflict_figures.views.days import span
from conflict_figures.views.flat_view import cells, given
from conflict_figures.views.frames import typed
from conflict_figures.views.provenance import LeftOut, Rule, noted
from conflict_figures.views.words import changed, number, reading, thing

AGAINST_MOST = Rule(
    "against_most_often",
    "Every rendering is compared with the one given most often of the same item: by number, then hedge, measure, subject, "
    "place, speaker and origin, and of those that are left the first published.",
    "This dataset",
)
TOLD = ("subject", "place", "speaker", "origin")
IDS = ("speaker_id", "origin_id")
READS = (
    *credible.COLUMNS, "measure", "unit", "rate_per", *TOLD, *IDS, "utterance_id", "item_id", "publisher", "published", "stated",
)  # fmt: skip
NAMES = (
    "utterance_id", "item_id", "figure_id", "publisher", "published", "value", "low", "high", "qualifier", "reads",
    "compared_with", "usual", "number", "hedge", "measure", *TOLD, "rule",
)  # fmt: skip
# columns of the flat view's names that hold "old → new" here, not codes
CHANGES = ("measure",)


def drift(utterance_id: str, flat: pd.DataFrame | None = None) -> pd.DataFrame:
    """How the number, hedge, measure, subject, place and attribution of one statement changed from page to page.

    Use it to see whether disagreement comes from the speaker or from those who passed it on. It says what differs, not who is
    right: the rendering given most often is only the commonest.

    Parameters
    ----------
    utterance_id
        One act of speech, such as ``"nis-2025-04-30"``.
    flat
        Rows of the flat view; all of them by default.

    Returns
    -------
    pandas.DataFrame
        One row per rendering, ordered by item and day of publication, undated ones last. ``reads`` is the rendering in words,
        ``compared_with`` the figure that it is compared with and ``usual`` that one in words. ``number``, ``hedge``,
        ``measure`` (with the unit), ``subject``, ``place``, ``speaker`` and ``origin`` are empty where both say the same, and
        otherwise read "old → new". Denials and repeats inside one text are left out.

    Raises
    ------
    UsageError
        For an utterance that no row has; the message names the nearest ones.

    >>> from conflict_figures import views
    >>> changes = views.drift("nis-2025-04-30").query("item_id == 'nis-2025-04-30-deployed'")
    >>> changes["number"].dropna().unique().tolist()
    ['15,000 → 18,000']
    """
    rows = given(flat, READS)
    of_it = rows[rows["utterance_id"].notna() & rows["utterance_id"].isin([utterance_id])]
    if of_it.empty:
        raise UsageError(f"there is no utterance {utterance_id!r}", remedy=_nearest(utterance_id, rows))
    left_out = LeftOut({"another utterance": len(rows) - len(of_it)})
    items: dict[str, list[dict]] = {}
    for row in credible.credible(cells(of_it, READS), left_out, filled=("item_id",)):
        items.setdefault(row["item_id"], []).append(row)
    found = []
    for _, members in sorted(items.items()):
        members.sort(key=lambda row: (span(row["published"])[1] is None, str(span(row["published"])[1]), row["figure_id"]))
        usual = most_given_rendering(members)
        found += [_compare(row, usual) for row in members]
    frame = typed(found, NAMES, as_text=CHANGES)
    return noted(frame, "drift", AGAINST_MOST, {"utterance_id": utterance_id}, rows=rows, left_out=+left_out)


def most_given_rendering(rows: list[dict]) -> dict:
    """The rendering given most often: a row that stands on a page, not a blend of several.

    Rows are narrowed down to those with the number given most often, among them to those with the commonest hedge, and so on;
    what pages do not say counts as something said. Of the rows that are left it is the first.
    """
    counts: dict[str, Count] = {row["figure_id"]: count(row) for row in rows}
    chosen = {one.figure_id for one in most_given(list(counts.values()))}
    left = [row for row in rows if row["figure_id"] in chosen]
    for look in (lambda row: row["qualifier"], thing, *(lambda row, name=name: row[name] for name in TOLD)):
        said = [look(row) for row in left]
        commonest = min(said, key=lambda cell: (-said.count(cell), str(cell)))
        left = [row for row in left if look(row) == commonest]
    return left[0]


def _compare(row: dict, usual: dict) -> tuple:
    of, to = count(usual), count(row)
    return (
        row["utterance_id"], row["item_id"], row["figure_id"], row["publisher"], row["published"], to.value, to.low, to.high,
        to.qualifier, reading(to), usual["figure_id"], reading(of),
        None if of.number == to.number else f"{number(of)} → {number(to)}",
        None if of.qualifier == to.qualifier else changed(of.qualifier.replace("_", " "), to.qualifier.replace("_", " ")),
        changed(thing(usual), thing(row)),
        *(None if _same_actor(row, usual, name) else changed(usual[name], row[name]) for name in TOLD),
        AGAINST_MOST.name,
    )  # fmt: skip


def _same_actor(row: dict, usual: dict, name: str) -> bool:
    """Whether both name one actor, in whatever words."""
    resolved = row.get(f"{name}_id")
    return resolved is not None and resolved == usual.get(f"{name}_id")


def _nearest(utterance_id: str, rows: pd.DataFrame) -> str:
    import difflib

    known = sorted(set(rows["utterance_id"].dropna()))
    if not known:
        return "No row of the frame has an utterance"
    close = difflib.get_close_matches(str(utterance_id), known, n=3, cutoff=0.4)
    if close:
        return f"Did you mean {' or '.join(map(repr, close))}?"
    return "Take one from the column utterance_id of the flat view"
