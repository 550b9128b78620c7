"""Whoever meets a rule id can ask what it means: every id that the checker may give has its help."""

import ast
from pathlib import Path

import pytest

import conflict_figures
from conflict_figures.check import rule_help, rules
from conflict_figures.errors import UsageError

CHECK = Path(conflict_figures.__file__).parent / "check"


def ids_in(path: Path) -> set[str]:
    """The rule ids that stand in a module: fourth argument of a finding, fifth of `gather`, first of what `_masks` yields."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        texts = []
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in ("Finding", "gather"):
            texts = node.args[3:4] if node.func.id == "Finding" else node.args[4:5]
            texts += [keyword.value for keyword in node.keywords if keyword.arg == "rule"]
        elif isinstance(node, ast.Yield) and isinstance(node.value, ast.Tuple):
            texts = node.value.elts[:1]
        found |= {text.value for text in texts if isinstance(text, ast.Constant) and isinstance(text.value, str)}
    return found


def test_the_ids_that_stand_in_the_code_are_found():
    assert {"required", "enum", "format"} <= ids_in(CHECK / "cells.py")
    assert ids_in(CHECK / "keys.py") == {"primary-key", "key-released", "foreign-key"}


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
