"""Rules that the words of a sentence do not call for are not asked: that may save time and must change nothing."""

import json
from pathlib import Path

from conflict_figures.extract import evidence, exclusions, extract, signs

TEXTS = Path(__file__).resolve().parents[1] / "golden" / "texts.jsonl"


def test_asking_every_rule_gives_the_same(monkeypatch):
    texts = [json.loads(line) for line in TEXTS.read_text(encoding="utf-8").splitlines()]
    chosen = [dict(extract(text["text"], published=text["published"]).records) for text in texts]
    monkeypatch.setattr(signs.Choice, "among", lambda choice, signs: choice.rules)
    assert [dict(extract(text["text"], published=text["published"]).records) for text in texts] == chosen


def test_rules_without_words_are_always_asked():
    always = [choice.among(signs.held(["stone"])) for choice in (evidence._TESTS, exclusions._TESTS)]
    assert all(0 < len(asked) < 20 for asked in always)
