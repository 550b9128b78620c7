"""Links: they point at rows of the named table, repeats at a first mention, and parts fit their whole."""

from collections import defaultdict

import pyarrow
import pyarrow.compute as pc

from conflict_figures.check.rules import rule
from conflict_figures.counts import extent

#: Relations between two mentions in one text.
WITHIN_A_SOURCE = ("includes", "sums_to", "repeats")


@rule("not_linked_to_itself", "links", "object_id", "'{subject_id}' {predicate} itself", "Delete the link")
def itself(tables):
    return pc.equal(tables["links"]["subject_id"], tables["links"]["object_id"])


@rule(
    "derived_names_its_rule", "links", "rule", "the basis is derived and no rule is named",
    "Name the rule that found the link",
)  # fmt: skip
def ruleless(tables):
    row = tables["links"]
    return pc.and_(pc.equal(row["basis"], "derived"), pc.is_null(row["rule"]))


@rule(
    "parts_are_figures", "links", "subject_table", "'{predicate}' links two {subject_table}",
    "Link the figures that the claims hold",
)  # fmt: skip
def parts_of_claims(tables):
    row = tables["links"]
    parts = pc.is_in(row["predicate"], value_set=pyarrow.array(["includes", "sums_to"]))
    return pc.and_(parts, pc.invert(pc.fill_null(pc.equal(row["subject_table"], "figures"), False)))


for _column in ("subject_id", "object_id"):

    @rule(
        "link_points_at_rows", "links", _column, f"'{{{_column}}}' is no row of {{subject_table}}",
        "Point at a row that is there, in the table that `subject_table` names", needs=("claims", "figures"),
    )  # fmt: skip
    def nowhere(tables, column=_column):
        row = tables["links"]
        mask = pyarrow.scalar(False)
        for table, key in (("claims", "claim_id"), ("figures", "figure_id")):
            absent = pc.invert(pc.is_in(row[column], value_set=tables[table][key].combine_chunks()))
            mask = pc.or_(mask, pc.and_(pc.equal(row["subject_table"], table), absent))
        return mask


@rule(
    "link_within_source", "links", "object_id", "'{subject_id}' {predicate} '{object_id}', a row of another source",
    "Use a relation between sources, as corroborates or same_utterance_as", needs=("claims", "figures"),
)  # fmt: skip
def between_sources(tables):
    source = _sources(tables)
    return _each(tables, lambda row: (
        row["predicate"] in WITHIN_A_SOURCE
        and row["subject_id"] in source
        and row["object_id"] in source
        and source[row["subject_id"]] != source[row["object_id"]]
    ))  # fmt: skip


@rule(
    "repeats_first_mention", "links", "object_id", "'{object_id}' is not the first mention of what '{subject_id}' repeats",
    "Point at the earliest mention, which repeats nothing itself", needs=("claims", "figures"),
)  # fmt: skip
def repeats_a_repeat(tables):
    links = tables["links"].select(["subject_id", "predicate"]).to_pylist()
    repeating = {row["subject_id"] for row in links if row["predicate"] == "repeats"}
    start = _column(tables["claims"], "claim_id", "start") | _column(tables["figures"], "figure_id", "start")

    def wrong(row: dict) -> bool:
        if row["predicate"] != "repeats":
            return False
        first, later = start.get(row["object_id"]), start.get(row["subject_id"])
        return row["object_id"] in repeating or (first is not None and later is not None and first >= later)

    return _each(tables, wrong)


@rule(
    "part_within_whole", "links", "object_id", "the part '{object_id}' is greater than its whole '{subject_id}'",
    "Correct the figure that is wrong, or the rule that linked it; what a source states so is no fault of a row", needs=("figures",),
)  # fmt: skip
def part_above_whole(tables):
    figures = _figures(tables)

    def wrong(row: dict) -> bool:
        whole, part = figures.get(row["subject_id"]), figures.get(row["object_id"])
        if row["predicate"] != "includes" or row["basis"] != "derived" or whole is None or part is None or not _same_kind([whole, part]):
            return False
        return extent(part)[0] > extent(whole)[1]

    return _each(tables, wrong)


@rule(
    "parts_sum_to_total", "links", "object_id", "the parts of '{object_id}' do not add up to it",
    "Correct the figure that is wrong, or the rule that linked it; what a source states so is no fault of a row", needs=("figures",),
)  # fmt: skip
def parts_off_total(tables):
    figures = _figures(tables)
    parts = defaultdict(list)
    for row in tables["links"].to_pylist():
        if row["predicate"] == "sums_to" and row["subject_id"] in figures:
            parts[row["object_id"]].append(figures[row["subject_id"]])

    def wrong(row: dict) -> bool:
        total = figures.get(row["object_id"])
        if row["predicate"] != "sums_to" or row["basis"] != "derived" or total is None or not _same_kind([total, *parts[row["object_id"]]]):
            return False
        extents = [extent(part) for part in parts[row["object_id"]]]
        low, high = extent(total)
        return sum(one[0] for one in extents) > high or sum(one[1] for one in extents) < low

    return _each(tables, wrong)


def _each(tables, wrong) -> pyarrow.Array:
    return pyarrow.array([wrong(row) for row in tables["links"].to_pylist()], pyarrow.bool_())


def _column(table: pyarrow.Table, key: str, column: str) -> dict:
    return dict(zip(table[key].to_pylist(), table[column].to_pylist(), strict=True))


def _sources(tables) -> dict[str, str]:
    claims = _column(tables["claims"], "claim_id", "source_id")
    figures = _column(tables["figures"], "figure_id", "claim_id")
    return claims | {figure: claims[claim] for figure, claim in figures.items() if claim in claims}


def _figures(tables) -> dict[str, dict]:
    columns = ["figure_id", "value", "low", "high", "qualifier", "unit", "rate_per"]
    return {row["figure_id"]: row for row in tables["figures"].select(columns).to_pylist()}


def _same_kind(figures: list[dict]) -> bool:
    """Only counts of one unit can be compared: families are no persons, a day's rate is no total."""
    return len({(figure["unit"], figure["rate_per"]) for figure in figures}) == 1
