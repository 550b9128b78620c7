"""Parts and wholes: no part is greater than its whole, and parts that were added up give their total.

What the words of a count can mean depends on its rounding, which is read digit by digit. So the numbers themselves are
compared first, for whole columns: no count means less than its own number allows. What fails that is looked at one by one.
"""

from collections import defaultdict

import pyarrow
import pyarrow.compute as pc

from conflict_figures.check.joins import asked, contains, marked, one, rows_where
from conflict_figures.check.rules import rule
from conflict_figures.counts import extent

_COLUMNS = ["figure_id", "value", "low", "high", "qualifier", "unit", "rate_per"]
_REMEDY = "Correct the figure that is wrong, or the rule that linked it; what a source states so is no fault of a row"
#: Sums of columns are rounded in another order than sums of lists, so a screen leaves a little room.
_ROOM = 1e-9


@rule(
    "part_within_whole", "links", "object_id", "the part '{object_id}' is greater than its whole '{subject_id}'",
    _REMEDY, looks_up=("figures",),
)  # fmt: skip
def part_above_whole(tables):
    row = tables["links"]
    included = rows_where(_derived(row, "includes"))
    links = row.select(["object_id", "subject_id"]).take(included)
    figures = asked(tables.known("figures", _COLUMNS), "figure_id", *links.columns)
    low, high = _numbers(figures)
    part, whole = (one(pc.index_in(column, value_set=one(figures["figure_id"]))) for column in links.columns)
    above = rows_where(pc.greater(low.take(part), high.take(whole)))
    part, whole, suspect = (numbers.take(above) for numbers in (part, whole, included))
    counts = zip(*(figures.take(at).to_pylist() for at in (whole, part)), strict=True)
    wrong = [
        number
        for number, (of_whole, of_part) in zip(suspect.to_pylist(), counts, strict=True)
        if _same_kind([of_whole, of_part]) and extent(of_part)[0] > extent(of_whole)[1]
    ]
    return marked(row.num_rows, wrong)


@rule(
    "parts_sum_to_total", "links", "object_id", "the parts of '{object_id}' do not add up to it",
    _REMEDY, looks_up=("figures",),
)  # fmt: skip
def parts_off_total(tables):
    row, links = tables["links"], tables.known("links", ["subject_id", "predicate", "object_id"])
    links = links.filter(pc.equal(links["predicate"], "sums_to"))
    if not links.num_rows:
        return pyarrow.scalar(False)
    # a link that is given and released adds its part once
    links = links.group_by(["subject_id", "object_id"], use_threads=False).aggregate([])
    figures = asked(tables.known("figures", _COLUMNS), "figure_id", links["subject_id"], links["object_id"])
    suspect = _off(links, figures)
    rows = rows_where(pc.and_(_derived(row, "sums_to"), contains(suspect, row["object_id"])))
    totals = row["object_id"].take(rows).to_pylist()
    links = links.filter(contains(pyarrow.array(totals, pyarrow.string()), links["object_id"]))
    figures = asked(figures, "figure_id", links["object_id"], links["subject_id"])
    counts = {count["figure_id"]: count for count in figures.to_pylist()}
    parts = defaultdict(list)
    for subject, total in zip(links["subject_id"].to_pylist(), links["object_id"].to_pylist(), strict=True):
        if subject in counts:
            parts[total].append(counts[subject])
    wrong = {total: _adds_up_to_another(counts[total], parts[total]) for total in set(totals)}
    return marked(row.num_rows, [number for number, total in zip(rows.to_pylist(), totals, strict=True) if wrong[total]])


def _adds_up_to_another(total: dict, parts: list[dict]) -> bool:
    if not _same_kind([total, *parts]):
        return False
    extents = [extent(part) for part in parts]
    low, high = extent(total)
    return sum(least for least, _ in extents) > high or sum(most for _, most in extents) < low


def _off(links: pyarrow.Table, figures: pyarrow.Table):
    """Return the totals whose parts do not add up to them, number by number."""
    low, high = _numbers(figures)
    ids = one(figures["figure_id"])
    part = pc.index_in(links["subject_id"], value_set=ids)
    added = pyarrow.table({"total": links["object_id"], "low": low.take(part), "high": high.take(part)}).group_by("total")
    added = added.aggregate([("low", "sum"), ("high", "sum")])
    total = pc.index_in(added["total"], value_set=ids)
    over = pc.greater(added["low_sum"], pc.multiply(high.take(total), 1 - _ROOM))
    under = pc.less(added["high_sum"], pc.multiply(low.take(total), 1 + _ROOM))
    return added["total"].filter(pc.or_(over, under))


def _numbers(figures: pyarrow.Table) -> tuple:
    """Return the least and the most of every count by its numbers alone: narrower than what its words can mean."""
    about = pc.and_(pc.equal(figures["qualifier"], "about"), pc.is_valid(figures["value"]))
    return tuple(
        one(pc.if_else(about, figures["value"], pc.fill_null(figures[column], end)))
        for column, end in (("low", 0.0), ("high", float("inf")))
    )


def _derived(row: pyarrow.Table, predicate: str):
    """A link that a source states may be at odds with its numbers, and is no fault; one that a rule found may not."""
    return pc.and_(pc.equal(row["predicate"], predicate), pc.equal(row["basis"], "derived"))


def _same_kind(figures: list[dict]) -> bool:
    """Only counts of one unit can be compared: families are no persons, a day's rate is no total."""
    return len({(figure["unit"], figure["rate_per"]) for figure in figures}) == 1
