"""Each row rule finds the row that breaks it, and only that rule speaks."""

from datetime import date

import pytest
from conflict_figures import schema
from conflict_figures.schema import strategies
from hypothesis import given, settings

# rule, table, the cells that break it
BROKEN = [
    ("span_complete", "claims", {"start": 1, "end": None, "quote": "a"}),
    ("span_complete", "attributions", {"cue_start": 1, "cue_end": 2, "cue": None}),
    ("span_ordered", "figures", {"start": 5, "end": 5, "text": "a"}),
    ("span_matches_words", "dates", {"start_char": 1, "end_char": 3, "text": "now"}),
    # an astral letter is one code point, not two
    ("span_matches_words", "figures_flat", {"start": 0, "end": 2, "text": "\U0001d7d9"}),
    ("bounds_fit_qualifier", "figures", {"qualifier": "exact", "value": 6.0, "low": 6.0, "high": 7.0, "bound_rule": None}),
    ("bounds_fit_qualifier", "figures", {"qualifier": "about", "value": 6.0, "low": 6.0, "high": None, "bound_rule": None}),
    ("bounds_fit_qualifier", "figures", {"qualifier": "nearly", "value": 6.0, "low": None, "high": None, "bound_rule": None}),
    ("bounds_fit_qualifier", "figures_flat", {"qualifier": "range", "value": 5.0, "low": 4.0, "high": 6.0, "bound_rule": None}),
    ("low_not_above_high", "figures", {"qualifier": "range", "value": None, "low": 7.0, "high": 6.0, "bound_rule": None}),
    ("bound_rule_for_vague", "figures", {"qualifier": "vague", "value": None, "low": 3.0, "high": None, "bound_rule": None}),
    ("bound_rule_for_vague", "figures", {"qualifier": "about", "value": 3.0, "low": None, "high": None, "bound_rule": "vague_floor_1"}),
    ("rate_names_its_time", "figures", {"count_mode": "rate", "rate_per": None}),
    ("rate_names_its_time", "figures", {"count_mode": "stock", "rate_per": "day"}),
    ("money_in_currency", "figures", {"measure": "money", "unit": "dollar"}),
    ("days_fit_edtf", "dates", {"edtf": "2025-04", "start": date(2025, 4, 1), "end": date(2025, 4, 1)}),
    ("days_fit_edtf", "dates", {"edtf": "2025-02-30", "start": None, "end": None}),
    ("days_fit_edtf", "dates", {"edtf": None, "text": "x", "start_char": None, "end_char": None, "start": date(2025, 4, 1), "end": None}),
    ("date_has_words_or_value", "dates", {"edtf": None, "start": None, "end": None, "text": None, "note": None, "start_char": None, "end_char": None}),
    ("empty_cells_explained", "sources", {"url": None, "unknown": "publisher: x; title: x; author: x; language: x; published: x; accessed: x; licence: x"}),
    ("inference_complete", "sources", {"published_inferred": "2025", "published_inferred_basis": None, "published_inferred_confidence": "low"}),
    ("text_hash_with_length", "sources", {"text_sha256": "0" * 64, "text_length": None}),
    ("context_needs_quote", "claims", {"quote": None, "start": None, "end": None, "prefix": "a", "suffix": None}),
    ("actor_id_needs_words", "claims", {"speaker": None, "speaker_id": "a.b"}),
    ("publisher_is_hop_zero", "attributions", {"hop": 0, "role": "speaker"}),
    ("publisher_is_hop_zero", "attributions", {"hop": 1, "role": "publisher"}),
    ("not_linked_to_itself", "links", {"subject_id": "a.f1", "object_id": "a.f1"}),
    ("derived_names_its_rule", "links", {"basis": "derived", "rule": None}),
    ("parts_are_figures", "links", {"predicate": "includes", "subject_table": "claims"}),
]


@pytest.mark.parametrize(("rule", "name", "cells"), BROKEN)
def test_a_broken_rule_is_found_and_no_other(rule, name, cells, pandera_faults):
    definition = schema.table(name)

    @settings(max_examples=10)
    @given(strategies.records(name, min_size=2, max_size=2))
    def run(records):
        records[1] |= cells
        frame = strategies.frame(definition, records)
        failures = schema.rules.failures(name, frame)
        assert {key: mask.tolist() for key, mask in failures.items()} == {rule: [False, True]}
        assert rule in pandera_faults(schema.pandera(name), frame)

    run()


def test_every_rule_is_broken_once_here():
    assert {rule for rule, _, _ in BROKEN} == set(schema.rules.names())
