"""Running totals over time: one that falls, one that is carried on after a newer one, two that exclude each other."""

from collections.abc import Iterator

from conflict_figures.counts import extent
from conflict_figures.findings.finding import Records, finding, publisher, words
from conflict_figures.relations.contradictions import TOTALLED
from conflict_figures.relations.series import Total, follows, steps, totals
from conflict_figures.relations.told import Told


def voices_contradict(rows: list[Told], records: Records) -> Iterator[dict]:
    """Yield a finding for totals of the same day that two voices give with numbers that cannot both hold."""
    by_id = {row.id: row for row in rows}
    for link in records["links"]:
        if link["rule"] == TOTALLED:
            one, other = by_id[link["subject_id"]], by_id[link["object_id"]]
            said = " and ".join(f"{words(row)} by {_voice(row)}" for row in (one, other))
            yield finding(
                "voices_contradict", "source", f"{one.item[1]}.{other.item[1]}",
                f"{one.figure['measure'].capitalize()} among {one.figure['subject']} as of {one.last}: {said}. Both cannot hold; both stand.",
                (one, other),
            )  # fmt: skip


def falling_total(rows: list[Told], records: Records) -> Iterator[dict]:
    """Yield a finding where a total is surely below the one before it of the same voice."""
    for earlier, later in steps(rows):
        if extent(later.best.figure)[1] < extent(earlier.best.figure)[0]:
            yield finding(
                "falling_total", "source", later.best.item[1],
                f"A running total falls: {words(earlier.best)} as of {earlier.as_of}, {words(later.best)} as of {later.as_of} "
                f"({later.best.figure['measure']}, {_voice(later.best)}).",
                (earlier.best, later.best), later.best.item,
            )  # fmt: skip


def superseded_figure_carried(rows: list[Told], records: Records) -> Iterator[dict]:
    """Yield a finding for a page that carries a total after another number was told, and nothing of that or of a later one.

    A page that carries any count of the newer utterance recalls the older total beside it.
    """
    every = totals(rows)
    told_on: dict[str, set[str]] = {}
    for row in rows:
        told_on.setdefault(row.claim["source_id"], set()).add(row.claim["utterance_id"])
    for earlier, later in steps(rows):
        if later.best.figure["value"] == earlier.best.figure["value"]:
            continue  # the newer total says the same
        newer = {total.best.claim["utterance_id"] for total in every if total is later or follows(total, earlier)}
        for row in earlier.renderings:
            if row.published_from and row.published_from > later.stated and not newer & told_on[row.claim["source_id"]]:
                yield _carried(row, later)


def _carried(row: Told, later: Total) -> dict:
    return finding(
        "superseded_figure_carried", "source", row.id,
        f"{publisher(row)} carries '{words(row)}' ({row.figure['measure']}, {_voice(row)}, as of {row.last}) on {row.source['published']}, "
        f"after '{words(later.best)}' as of {later.as_of} had been told on {later.stated}, and carries nothing of that.",
        (row, later.best), row.item,
    )  # fmt: skip


def _voice(row: Told) -> str:
    return row.claim["speaker"] or row.claim["origin"] or publisher(row)
