"""Figures: value and bounds as the qualifier gives them (the codebook's table), rates and money."""

import pyarrow
import pyarrow.compute as pc

from conflict_figures.check.rules import rule
from conflict_figures.schema.rules import FILLED

_TABLES = ("figures", "figures_flat")


def _off(row: pyarrow.Table, pattern: str):
    """Return a mask of the rows whose value, low and high are not filled as ``pattern`` says."""
    masks = []
    for column, mark in zip(("value", "low", "high"), pattern, strict=True):
        cells = row[column]
        masks.append(pc.is_valid(cells) if mark == "-" else pc.is_null(cells))
        if mark == "=" and column != "value":
            masks.append(pc.fill_null(pc.not_equal(cells, row["value"]), False))
    mask = masks[0]
    for other in masks[1:]:
        mask = pc.or_(mask, other)
    return mask


def _register(table: str) -> None:
    @rule(
        "bounds_fit_qualifier", table, "qualifier",
        "value {value}, low {low}, high {high} do not fit the qualifier {qualifier}",
        "Fill them as the codebook's table of words says, and invent no bound",
    )  # fmt: skip
    def unfit(tables):
        row = tables[table]
        mask = pyarrow.scalar(False)
        for qualifier, pattern in FILLED.items():
            mask = pc.or_(mask, pc.and_(pc.fill_null(pc.equal(row["qualifier"], qualifier), False), _off(row, pattern)))
        return mask

    @rule("low_not_above_high", table, "low", "low {low} is above high {high}", "Swap them, or correct one")
    def crossed(tables):
        return pc.greater(tables[table]["low"], tables[table]["high"])

    @rule(
        "bound_rule_for_vague", table, "bound_rule",
        "the qualifier is {qualifier} and the rule of its bound is {bound_rule}",
        "Name the rule (vague_floor_1) for a vague count, and for nothing else",
    )  # fmt: skip
    def rule_without_cause(tables):
        row = tables[table]
        return pc.xor(pc.equal(row["qualifier"], "vague"), pc.is_valid(row["bound_rule"]))

    @rule(
        "rate_names_its_time", table, "rate_per",
        "the count mode is {count_mode} and the rate is per {rate_per}",
        "Fill `rate_per` for a rate, and for nothing else",
    )  # fmt: skip
    def timeless_rate(tables):
        row = tables[table]
        return pc.xor(pc.equal(row["count_mode"], "rate"), pc.is_valid(row["rate_per"]))

    @rule(
        "money_in_currency", table, "unit",
        "the measure is money and the unit is '{unit}'",
        "Write the ISO 4217 code of the currency, as in USD",
    )  # fmt: skip
    def no_currency(tables):
        row = tables[table]
        currency = pc.match_substring_regex(row["unit"], r"\A[A-Z]{3}\z")
        return pc.and_(pc.equal(row["measure"], "money"), pc.invert(currency))


for _table in _TABLES:
    _register(_table)
