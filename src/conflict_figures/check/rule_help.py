"""What every rule asks and how to mend a fault: for `--explain`, and for the reports that carry help with them.

Row rules have their title and their sentence in the code list ``row_rule``, and the remedy beside their expression; all
other rules, those about reading a file among them, stand in ``rule_help.csv``.
"""

import csv
import functools
from dataclasses import dataclass
from pathlib import Path

from conflict_figures.errors import UsageError, suggestion


@dataclass(frozen=True)
class Help:
    """One rule in words: ``asks`` is what it wants of the data, ``mend`` what to do about a fault; both are sentences."""

    rule: str
    title: str
    asks: str
    mend: str

    def __str__(self) -> str:
        return f"{self.rule}: {self.title}\n\n{self.asks}\n\nTo mend it: {self.mend}"


@functools.cache
def every() -> dict[str, Help]:
    """The help of every rule by its id: reading, shape, cells and keys first, then the rules of the codebook."""
    with open(Path(__file__).with_name("rule_help.csv"), encoding="utf-8", newline="") as lines:
        said = [Help(**row) for row in csv.DictReader(lines)]
    return {one.rule: one for one in [*said, *_row_rules()]}


def explain(rule: str) -> Help:
    """The help of one rule; UsageError for an id that is none.

    >>> print(explain("low_not_above_high"))
    low_not_above_high: Low not above high
    <BLANKLINE>
    The lower bound is not above the upper bound.
    <BLANKLINE>
    To mend it: Swap them, or correct one.
    """
    if rule not in every():
        raise UsageError(f"there is no rule {rule!r}", remedy=suggestion(rule, every(), "rule"))
    return every()[rule]


def of(rule: str) -> Help:
    """The help of a rule for a report, which must not fail: an id without help is its own title."""
    title = rule.replace("-", " ").replace("_", " ")
    return every().get(rule) or Help(rule, title[:1].upper() + title[1:], "The message of the finding says what is asked.",
                                     "Do what the remedy of the finding says.")  # fmt: skip


def _row_rules() -> list[Help]:
    from conflict_figures import schema
    from conflict_figures.check import rules

    remedies: dict[str, list[str]] = {}
    for one in rules.every():
        said = remedies.setdefault(one.name, [])
        if one.remedy not in said:
            said.append(one.remedy)
    return [
        Help(code.code, code.title, code.definition, " ".join(f"{remedy}." for remedy in remedies[code.code]))
        for code in schema.codes("row_rule")
    ]
