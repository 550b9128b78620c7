"""Whoever meets a rule id can ask what it means: every id that the checker may give has its help."""

import ast
import re
from pathlib import Path

import pytest

import conflict_figures
from conflict_figures.check import rule_help, rules
from conflict_figures.errors import UsageError

ID = re.compile("[a-z]+(?:[-_][a-z]+)*")
CHECK = Path(conflict_figures.__file__).parent / "check"


#: Where the rule stands among the arguments of the functions that make findings.
TAKES = {
    "Finding": 3, "gather": 4, "fault": 2, "failed": 2, "broken": 0, "say": 0, "Unsound": 0, "_at": 2, "_fault": 3,
}  # fmt: skip


def ids_in(path: Path) -> set[str]:
    """The rule ids that a module gives to what makes findings, and those it yields with a mask of the rows at fault."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        texts = []
        if isinstance(node, ast.Call):
            called = getattr(node.func, "id", getattr(node.func, "attr", None))
            texts = node.args[TAKES[called] :][:1] if called in TAKES else []
            # a module's own helper may take the rule elsewhere; with a hyphen it is no other word
            texts += [one for one in node.args if called in ("fault", "_fault") and isinstance(one, ast.Constant) and "-" in str(one.value)]
            texts += [keyword.value for keyword in node.keywords if keyword.arg == "rule"]
        elif isinstance(node, ast.Yield) and isinstance(node.value, ast.Tuple):
            texts = node.value.elts[:1]
        found |= {text.value for text in texts if isinstance(text, ast.Constant) and isinstance(text.value, str) and ID.fullmatch(text.value)}
    return found


def test_the_ids_that_stand_in_the_code_are_found():
    assert {"required", "enum", "format"} <= ids_in(CHECK / "cells.py")
    assert ids_in(CHECK / "keys.py") >= {"primary-key", "foreign-key"}
    assert {"column-unnamed", "delimiter", "header"} <= ids_in(CHECK / "reading" / "header.py")


@pytest.mark.parametrize("path", sorted(CHECK.rglob("*.py")), ids=lambda path: path.stem)
def test_every_rule_id_of_the_code_has_its_help(path):
    assert ids_in(path) <= set(rule_help.every())


def test_every_rule_of_the_codebook_has_its_help():
    assert {one.name for one in rules.every()} <= set(rule_help.every())


def test_every_help_is_whole_and_in_sentences():
    for one in rule_help.every().values():
        assert one.title and not one.title.endswith(".")
        assert one.asks.endswith(".")
        assert one.mend.endswith((".", ".\""))


def test_a_misspelt_rule_is_answered_with_the_nearest():
    with pytest.raises(UsageError, match="low_not_above_high"):
        rule_help.explain("low_not_above_hi")


def test_a_report_does_not_fail_on_a_rule_without_help():
    assert rule_help.of("frictionless type-error").title == "Frictionless type error"
