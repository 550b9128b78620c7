"""One row of the table ``findings``, and the words that rules share."""

from collections.abc import Iterable

from conflict_figures.relations.told import Told
from conflict_figures.wording import counted

Records = dict[str, list[dict]]


def finding(rule: str, about: str, key: str, message: str, rows: Iterable[Told], item: tuple | None = None) -> dict:
    """Return a finding about figures; ``about`` is ``source`` or ``row``, ``key`` makes the id one of its rule."""
    rows = list(rows)
    return {
        "finding_id": f"{rule.replace('_', '-')}.{key}",
        "finding_rule": rule,
        "about": about,
        "utterance_id": item[0] if item else None,
        "item_id": item[1] if item and len(item) == 2 else None,
        "message": message,
        "figure_ids": "; ".join(sorted({row.id for row in rows})),
        "source_ids": "; ".join(sorted({row.claim["source_id"] for row in rows})),
    }


def words(row: Told) -> str:
    """Return the number as the source, or else its coder, words it."""
    return row.figure["text"] or row.figure["as_coded"]


def publisher(row: Told) -> str:
    """Return who published it, or its source id where that is not known."""
    return row.source["publisher"] or row.claim["source_id"]


def pages(rows: Iterable[Told]) -> str:
    """Return how many pages, with their publishers, the earliest published first; a page is a source."""
    sources: dict[str, set[str]] = {}
    for row in sorted(rows, key=Told.order):
        sources.setdefault(publisher(row), set()).add(row.claim["source_id"])
    names = (name if len(found) == 1 else f"{name} ({len(found)} pages)" for name, found in sources.items())
    return f"{counted(sum(map(len, sources.values())), 'page')} ({', '.join(names)})"
