"""Links: they point at rows of the named table, and repeats at a first mention."""

import pyarrow
import pyarrow.compute as pc

from conflict_figures.check.joins import asked, contains, look_up, marked, rows_where
from conflict_figures.check.rules import rule

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
        "Point at a row that is there, in the table that `subject_table` names", looks_up=("claims", "figures"),
    )  # fmt: skip
    def nowhere(tables, column=_column):
        row = tables["links"]
        mask = pyarrow.scalar(False)
        for table, key in (("claims", "claim_id"), ("figures", "figure_id")):
            meant = pc.equal(row["subject_table"], table)
            rows = asked(tables.known(table, [key]), key, row[column].filter(meant))
            mask = pc.or_(mask, pc.and_(meant, pc.invert(contains(rows[key], row[column]))))
        return mask


@rule(
    "link_within_source", "links", "object_id", "'{subject_id}' {predicate} '{object_id}', a row of another source",
    "Use a relation between sources, as corroborates or same_utterance_as", looks_up=("claims", "figures"),
)  # fmt: skip
def between_sources(tables):
    row = tables["links"]
    within = contains(pyarrow.array(WITHIN_A_SOURCE), row["predicate"])
    claims, figures, links = _linked(tables, row, within, "source_id", "claim_id")
    # the claims of the figures are looked up as well, beside those that are linked themselves
    every = tables.known("claims", ["claim_id", "source_id"])
    every = asked(every, "claim_id", figures["claim_id"])
    of_figures = look_up(figures["claim_id"], every["claim_id"], every["source_id"])
    first, other = (
        _of_either(links[column], claims["claim_id"], claims["source_id"], figures["figure_id"], of_figures)
        for column in ("subject_id", "object_id")
    )
    return marked(row.num_rows, rows_where(within).filter(pc.fill_null(pc.not_equal(first, other), False)))


@rule(
    "repeats_first_mention", "links", "object_id", "'{object_id}' is not the first mention of what '{subject_id}' repeats",
    "Point at the earliest mention, which repeats nothing itself", looks_up=("claims", "figures"),
)  # fmt: skip
def repeats_a_repeat(tables):
    row, known = tables["links"], tables.known("links", ["subject_id", "predicate"])
    repeating = known["subject_id"].filter(pc.equal(known["predicate"], "repeats"))
    repeats = pc.equal(row["predicate"], "repeats")
    claims, figures, links = _linked(tables, row, repeats, "start", "start")
    later, first = (
        _of_either(links[column], claims["claim_id"], claims["start"], figures["figure_id"], figures["start"])
        for column in ("subject_id", "object_id")
    )
    wrong = pc.or_(contains(repeating, links["object_id"]), pc.fill_null(pc.greater_equal(first, later), False))
    return marked(row.num_rows, rows_where(repeats).filter(wrong))


def _linked(tables, row, mask, of_claims: str, of_figures: str) -> tuple:
    """Return the links where ``mask`` is true behind the claims and figures that they link, with a column of each."""
    links = row.select(["subject_id", "object_id"]).filter(mask)
    return (
        asked(tables.known("claims", ["claim_id", of_claims]), "claim_id", *links.columns),
        asked(tables.known("figures", ["figure_id", of_figures]), "figure_id", *links.columns),
        links,
    )


def _of_either(ids, claim_ids, of_claims, figure_ids, of_figures):
    """Return what a linked row has in one of its columns, be it a claim or a figure."""
    return pc.coalesce(look_up(ids, figure_ids, of_figures), look_up(ids, claim_ids, of_claims))
