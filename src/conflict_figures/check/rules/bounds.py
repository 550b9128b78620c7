"""Figures: value and bounds as the qualifier gives them (the codebook's table), rates and money."""

import pyarrow
import pyarrow.compute as pc

from conflict_figures.check.joins import contains, distinct
from conflict_figures.check.rules import rule
from conflict_figures.schema.rules import FILLED

_TABLES = ("figures", "figures_flat")


#: What value, low and high can be: filled or not, and with the value's number or not; one bit each.
_BITS = (("value", "+"), ("low", "+"), ("high", "+"), ("low", "="), ("high", "="))


def _allowed(pattern: str, state: int) -> bool:
    """Say whether cells in this state are filled as ``pattern`` says."""
    held = {bit: bool(state >> place & 1) for place, bit in enumerate(_BITS)}
    return all(
        held[column, "+"] != (mark == "-") and (mark != "=" or held.get((column, "="), True))
        for column, mark in zip(("value", "low", "high"), pattern, strict=True)
    )


def _off(row: pyarrow.Table):
    """Return a mask of the rows whose value, low and high are not filled as their qualifier says."""
    state = pyarrow.scalar(0, pyarrow.int16())
    for place, (column, mark) in enumerate(_BITS):
        bit = pc.is_valid(row[column]) if mark == "+" else pc.fill_null(pc.equal(row[column], row["value"]), False)
        state = pc.add(state, pc.multiply(pc.cast(bit, "int16"), pyarrow.scalar(2**place, pyarrow.int16())))
    states = 2 ** len(_BITS)
    wrong = pyarrow.array([not _allowed(pattern, state) for pattern in FILLED.values() for state in range(states)])
    which = pc.cast(pc.index_in(row["qualifier"], value_set=pyarrow.array(list(FILLED))), "int16")
    return wrong.take(pc.add(pc.multiply(which, pyarrow.scalar(states, pyarrow.int16())), state))


def _register(table: str) -> None:
    @rule(
        "bounds_fit_qualifier", table, "qualifier",
        "value {value}, low {low}, high {high} do not fit the qualifier {qualifier}",
        "Fill them as the codebook's table of words says, and invent no bound",
    )  # fmt: skip
    def unfit(tables):
        return _off(tables[table])

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
        units = distinct(row["unit"])
        currency = units.filter(pc.match_substring_regex(units, r"\A[A-Z]{3}\z"))
        return pc.and_(pc.equal(row["measure"], "money"), pc.invert(contains(currency, row["unit"])))


for _table in _TABLES:
    _register(_table)
