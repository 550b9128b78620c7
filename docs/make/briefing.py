"""One briefing as pages tell it: each count with its renderings, each rendering with its pages."""

from collections import Counter
from dataclasses import dataclass, field

import pandas as pd

import conflict_figures as cf
from conflict_figures import schema, views

BRIEFING = "nis-2025-04-30"


@dataclass(frozen=True)
class Page:
    """A source that carries a rendering. ``agencies`` are those behind it, ``basis`` how that is known."""

    source_id: str
    name: str
    url: str | None
    published: str | None
    agencies: tuple[str, ...]
    basis: str
    note: str


@dataclass
class Rendering:
    """A number with its hedge, and the pages that give it."""

    reads: str
    qualifier: str
    value: float | None
    low: float | None
    high: float | None
    pages: list[Page] = field(default_factory=list)


@dataclass
class Item:
    """One count of the briefing; ``what`` and ``whom`` are its measure and subject as most pages have them."""

    item_id: str
    measure: str
    what: str
    whom: str
    unit: str
    measures: Counter
    renderings: list[Rendering]

    @property
    def pages(self) -> list[Page]:
        """Every page that carries the count."""
        return list({page.source_id: page for one in self.renderings for page in one.pages}.values())


def items() -> list[Item]:
    """The counts of the briefing, the one on most pages first; a number that its text repeats counts once."""
    flat = cf.load().set_index("figure_id")
    pages = _pages()
    titles = {code.code: code.title for code in schema.codes("measure")}
    found = []
    for item_id, rows in views.drift(BRIEFING).groupby("item_id"):
        of_item = flat.loc[rows["figure_id"]]
        measures = Counter(of_item["measure"])
        measure = measures.most_common(1)[0][0]
        renderings: dict[str, Rendering] = {}
        for row in rows.itertuples():
            said = Rendering(row.reads, row.qualifier, _filled(row.value), _filled(row.low), _filled(row.high))
            one = renderings.setdefault(row.reads, said)
            page = pages[flat.loc[row.figure_id, "claim_id"]]
            if page.source_id not in {known.source_id for known in one.pages}:
                one.pages.append(page)
        found.append(
            Item(
                item_id, measure, titles[measure], of_item["subject"].mode()[0], of_item["unit"].mode()[0], measures,
                sorted(renderings.values(), key=lambda one: (-len(one.pages), one.reads)),
            )
        )  # fmt: skip
    return sorted(found, key=lambda item: (-len(item.pages), item.item_id))


def _pages() -> dict[str, Page]:
    """The page behind every claim, with what a coder noted on the claim."""
    sources = {row["source_id"]: row for row in cf.load("sources", backend="pyarrow").to_pylist()}
    made = {}
    for claim in cf.load("claims", backend="pyarrow").to_pylist():
        row = sources[claim["source_id"]]
        named = (row["agencies"] or "").replace(" via ", "; ").split("; ")
        made[claim["claim_id"]] = Page(
            row["source_id"], row["publisher"] or row["source_id"], row["url"], row["published"], tuple(filter(None, named)),
            row["agencies_basis"] or "", claim["note"] or "",
        )  # fmt: skip
    return made


def _filled(cell: float) -> float | None:
    return None if pd.isna(cell) else float(cell)
