"""How a count developed: one row per item, by the day that it is about."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

import pandas as pd

from conflict_figures import schema
from conflict_figures.errors import UsageError, suggestion
from conflict_figures.views import credible
from conflict_figures.views.count import count, greatest, least, most_given, wording
from conflict_figures.views.days import span, told
from conflict_figures.views.flat_view import cells, given
from conflict_figures.views.frames import typed
from conflict_figures.views.provenance import LeftOut, Rule, noted

MOST_OFTEN = Rule(
    "most_often",
    "Of every count within one utterance the number given most often, hedges aside, and of two given equally often the lower.",
    "This dataset",
)
KIND = ("measure", "unit", "rate_per")
TEXTS = ("subject", "place", "count_mode", "certainty", "date", "stated")
VOICES = ("speaker", "origin")
READS = (*credible.COLUMNS, *KIND, *TEXTS, *VOICES, "utterance_id", "item_id", "source_id", "published")
NAMES = (
    "utterance_id", "item_id", *KIND, "subject", "place", "count_mode", "value", "low", "high", "qualifier", "certainty", "date", "as_of_first",
    "as_of_last", "stated", "speaker", "origin", "pages", "numbers", "lowest", "highest", "rule", "figures", "figure_ids",
)  # fmt: skip


def timeline(measure: str, subject: str | None = None, flat: pd.DataFrame | None = None) -> pd.DataFrame:
    """One row per count within an utterance, ordered by the day up to which, or on which, it counts.

    Totals, periods and stocks stand beside one another, told apart by ``count_mode``: draw a line only through rows of one of
    them. Of an item that one page alone carries, that page's slip is what most pages say.

    Use it to draw how the numbers developed, with each number's spread over its pages as a range. What most pages say is what
    an item is: a page that calls the 4,700 casualties dead puts no point on the line of the killed.

    Parameters
    ----------
    measure
        A code such as ``"killed"``; ``cf.describe("figures")`` names the code list.
    subject
        Only items whose pages mostly name this subject, in the words of the column ``subject``; all of them by default.
    flat
        Rows of the flat view; all of them by default.

    Returns
    -------
    pandas.DataFrame
        ``value``, ``low``, ``high`` and ``qualifier`` of the number given most often; ``subject``, ``place``, ``count_mode``,
        ``certainty``,
        ``date`` and ``stated`` as given most often where they are given; ``speaker`` and ``origin`` as given together most
        often, so that nobody is put beside a source that no page puts there; ``as_of_first`` and ``as_of_last``, the bounds
        of that ``date``, empty at an open end; ``pages``, the number of sources; ``numbers``, the
        number of distinct numbers, hedges aside; ``lowest`` and ``highest`` over all pages, empty where no page closes that end;
        ``rule``, ``figures`` and ``figure_ids``. Ordered by the last as-of day (the first where the last is open), then by
        the day of the statement, undated items last. Denials, repeats and rows without an item are left out; plans are there,
        with the certainty ``possible``.

    Raises
    ------
    UsageError
        For a measure that no code list has, and a subject that no row has.

    >>> from conflict_figures import views
    >>> killed = views.timeline("killed", "North Korean soldiers").set_index("item_id")
    >>> print(killed.loc["nis-2025-04-30-killed", "value"], killed.loc["nis-2025-04-30-killed", "qualifier"])
    600.0 about
    """
    known = schema.table("figures").field("measure").enum
    if measure not in known:
        raise UsageError(f"there is no measure {measure!r}", remedy=suggestion(str(measure), known, "measure"))
    rows = given(flat, READS)
    if subject is not None and subject not in set(rows["subject"].dropna()):
        raise UsageError(f"no row has the subject {subject!r}", remedy=_subjects(subject, rows))
    left_out = LeftOut()
    items: dict[tuple, list[dict]] = {}
    for row in credible.credible(cells(rows, READS), left_out, filled=("utterance_id", "item_id")):
        items.setdefault((row["utterance_id"], row["item_id"]), []).append(row)
    found = []
    for key, members in items.items():
        kind = mode(tuple(row[name] for name in KIND) for row in members)
        alike = [row for row in members if tuple(row[name] for name in KIND) == kind]
        if kind[0] != measure:
            left_out["item of another measure"] += len(members)
        elif subject not in (None, mode(row["subject"] for row in alike)):
            left_out["item of another subject"] += len(members)
        else:
            left_out["other measure or unit than its item"] += len(members) - len(alike)
            found.append(_item(key, kind, alike))
    frame = typed(sorted(found, key=_order), NAMES, like=rows)
    return noted(frame, "timeline", MOST_OFTEN, {"measure": measure, "subject": subject}, rows=rows, left_out=+left_out)


def mode(cells: Iterable):
    """The cell given most often, empty ones aside; of two given equally often the first in order of their words.

    >>> mode(["NIS", None, "JCS", "NIS", None, None])
    'NIS'
    """
    votes = Counter(cell for cell in cells if cell is not None)
    return min(votes, key=lambda cell: (-votes[cell], str(cell)), default=None)


def _item(key: tuple, kind: tuple, rows: list[dict]) -> tuple:
    counts = [count(row) for row in rows]
    best = wording(most_given(counts))
    said = {name: mode(row[name] for row in rows) for name in TEXTS}
    speaker, origin = mode(tuple(row[name] for name in VOICES) for row in rows)
    first, last = span(said["date"])
    ids = [row.figure_id for row in counts]
    return (
        *key, *kind, said["subject"], said["place"], said["count_mode"], best.value, best.low, best.high, best.qualifier, said["certainty"],
        said["date"], first, last, said["stated"], speaker, origin, len({row["source_id"] for row in rows}),
        len({row.number for row in counts}), least(counts), greatest(counts), MOST_OFTEN.name, len(ids), "; ".join(ids),
    )  # fmt: skip


def _order(item: tuple) -> tuple:
    row = dict(zip(NAMES, item, strict=True))
    day = row["as_of_last"] or row["as_of_first"]
    spoken = told({"published": None, "stated": row["stated"]})
    return day is None, str(day), spoken is None, str(spoken), row["utterance_id"], row["item_id"]


def _subjects(subject: str, rows: pd.DataFrame) -> str:
    # a dataset has too many subjects to list them all in a message
    remedy = suggestion(str(subject), sorted(set(rows["subject"].dropna())), "subject")
    return remedy if remedy.startswith("Did") else "Leave it out, or take one from the column subject"
