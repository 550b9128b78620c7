"""The pages that went on carrying an old running total after a newer one had been told."""

from dataclasses import dataclass
from datetime import date

import words

import conflict_figures as cf
from conflict_figures import views
from conflict_figures.edtf import bounds
from conflict_figures.views.count import count
from conflict_figures.views.words import reading

# the running total of the killed by South Korea's intelligence service, and the one that replaced it
OLDER, NEWER = "nis-2025-04-30-killed", "nis-2025-09-02-killed"


@dataclass(frozen=True)
class Stale:
    """What became of the older total, told on the day ``before``, once the newer one had been told, on the day ``told``.

    ``carried`` holds a line for each later page with the older total and without the newer one, ``newer_pages`` counts the
    later pages with the newer one, ``marked`` the undated pages whose older total a coder marked as stale.
    """

    before: date
    told: date
    older: str
    newer: str
    carried: list[str]
    newer_pages: int
    marked: list[str]
    undated: int


def stale() -> Stale:
    """Compare the pages that were published after the day on which the newer total was told."""
    flat = [row for row in cf.load(backend="pyarrow").to_pylist() if row["item_id"] in (OLDER, NEWER)]
    issues = {row["claim_id"]: row["issue"] or "" for row in cf.load("claims", backend="pyarrow").to_pylist()}
    before, told = views.timeline("killed").set_index("item_id").loc[[OLDER, NEWER], "as_of_last"]
    newer = {row["source_id"]: row for row in flat if row["item_id"] == NEWER}
    older = {row["source_id"]: row for row in reversed(flat) if row["item_id"] == OLDER and row["source_id"] not in newer}
    late = sorted((row for row in older.values() if _after(row, told)), key=lambda row: (row["published"], row["source_id"]))
    undated = [row for row in older.values() if row["published"] is None]
    return Stale(
        before, told, _most(OLDER), _most(NEWER),
        [f"{_page(row)}, {words.day(row['published'])}: {reading(count(row))}" for row in late],
        sum(_after(row, told) for row in newer.values()),
        [f"{_page(row)}: {reading(count(row))}" for row in undated if "stale_figure" in issues[row["claim_id"]]],
        len(undated),
    )  # fmt: skip


def _after(row: dict, day: date) -> bool:
    """Whether the page surely appeared after the day."""
    return row["published"] is not None and bounds(row["published"])[0] > day


def _page(row: dict) -> str:
    return words.linked(row["publisher"] or row["source_id"], row["url"])


def _most(item: str) -> str:
    """A count of the killed as most pages have it."""
    rows = views.drift(item.rsplit("-", 1)[0])
    return rows.loc[rows["item_id"] == item, "usual"].iloc[0]
