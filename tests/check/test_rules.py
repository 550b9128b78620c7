"""Every rule finds the row that breaks it, and no sound row."""

from datetime import date

import pytest

from conflict_figures import check, schema
from conflict_figures.check.rules import every


def first(sound, table, **wanted):
    """The first record of a table with these values."""
    return next(row for row in sound.records[table] if all(row[key] == value for key, value in wanted.items()))


def change(table, wanted, **values):
    """A fault: the first record with the wanted values gets other ones."""

    def fault(sound):
        row = first(sound, table, **wanted)
        row.update(values)
        return table, row

    return fault


def drop(table, **wanted):
    def fault(sound):
        sound.records[table].remove(first(sound, table, **wanted))
        return table, None

    return fault


def add_link(**values):
    def fault(sound):
        row = sound.records["links"][0] | values
        sound.records["links"].append(row)
        return "links", row

    return fault


def figures(sound):
    return {row["text"]: row["figure_id"] for row in reversed(sound.records["figures"])}


def repeats_a_later_mention(sound):
    row = first(sound, "links", predicate="repeats", subject_table="figures")
    row["subject_id"], row["object_id"] = row["object_id"], row["subject_id"]
    return "links", row


def part_above_whole(sound):
    row = first(sound, "figures", text="three")
    row.update(value=20, low=20, high=20)
    first(sound, "figures", text="At least 12").update(qualifier="at_most", low=None, high=12)
    first(sound, "links", predicate="includes").update(basis="derived", rule="a_rule")
    return "links", None


def sum_is_off(sound):
    row = first(sound, "figures", text="15")
    row.update(value=16, low=16, high=16)
    return "links", None


SPAN_FAULTS = {
    "claims": ("start", "end", "quote", {"block": "body"}),
    "figures": ("start", "end", "text", {"measure": "killed"}),
    "dates": ("start_char", "end_char", "text", {"role": "as_of"}),
    "attributions": ("actor_start", "actor_end", "actor_text", {"hop": 1, "actor_text": "the ministry"}),
}
FAULTS = {
    ("sources", "edtf_valid"): change("sources", {"source_id": "note-one"}, published="2025-02-30"),
    ("sources", "empty_cells_explained"): change("sources", {"source_id": "note-one"}, licence=None),
    ("sources", "inference_complete"): change("sources", {"source_id": "page-two"}, published_inferred_basis=None),
    ("sources", "text_hash_with_length"): change("sources", {"source_id": "note-one"}, text_length=None),
    ("claims", "context_needs_quote"): change("claims", {"claim_id": "page-two.c0"}, prefix="before"),
    ("claims", "actor_id_needs_words"): change("claims", {"claim_id": "page-two.c0"}, speaker=None),
    ("claims", "claim_says_something"): drop("figures", text="600"),
    ("claims", "voices_in_chain"): drop("attributions", cue="citing"),
    ("claims", "speaker_is_its_actor"): change("claims", {"claim_id": "note-one.c26"}, speaker="nobody of that name"),
    ("claims", "chain_begins_at_publisher"): drop("attributions", actor_id="unattributed"),
    ("figures", "bounds_fit_qualifier"): change("figures", {"text": "About 600"}, low=600),
    ("figures", "low_not_above_high"): change("figures", {"qualifier": "range"}, low=1300),
    ("figures", "bound_rule_for_vague"): change("figures", {"qualifier": "vague"}, bound_rule=None),
    ("figures", "rate_names_its_time"): change("figures", {"count_mode": "rate"}, rate_per=None),
    ("figures", "money_in_currency"): change("figures", {"measure": "money"}, unit="dollar"),
    ("figures", "unit_in_singular"): change("figures", {}, unit="people"),
    ("figures", "figure_inside_claim"): change("figures", {"text": "three"}, claim_id="note-one.c26"),
    ("figures", "date_of_same_source"): change("figures", {"text": "About 600"}, date_id="page-two.d0"),
    ("dates", "edtf_valid"): change("dates", {"role": "baseline"}, resolved_against="2025-02-31"),
    ("dates", "days_fit_edtf"): change("dates", {"role": "as_of"}, end="2025-06-15"),
    ("dates", "precision_needs_value"): change("dates", {"role": "baseline"}, date_prec=5),
    ("dates", "date_has_words_or_value"): change("dates", {"role": "baseline"}, text=None),
    ("dates", "date_in_its_source"): change("dates", {"role": "as_of"}, source_id="page-two"),
    ("dates", "as_of_not_after_publication"): change(
        "dates", {"role": "as_of"}, edtf="2031-02-03", start=date(2031, 2, 3), end=date(2031, 2, 3)
    ),
    ("attributions", "publisher_is_hop_zero"): change("attributions", {"hop": 1}, role="publisher"),
    ("attributions", "chain_unbroken"): change("attributions", {"cue": "citing"}, hop=3),
    ("links", "not_linked_to_itself"): change("links", {"predicate": "corroborates"}, object_id="page-two.c0"),
    ("links", "derived_names_its_rule"): change("links", {"basis": "derived"}, rule=None),
    ("links", "parts_are_figures"): change("links", {"predicate": "corroborates"}, predicate="includes"),
    ("links", "link_points_at_rows"): change("links", {"predicate": "corroborates"}, subject_table="figures"),
    ("links", "link_within_source"): change("links", {"predicate": "corroborates"}, predicate="repeats"),
    ("links", "repeats_first_mention"): repeats_a_later_mention,
    ("links", "part_within_whole"): part_above_whole,
    ("links", "parts_sum_to_total"): sum_is_off,
}
for _table, (_start, _end, _words, _where) in SPAN_FAULTS.items():
    FAULTS |= {
        (_table, "span_complete"): change(_table, _where, **{_end: None}),
        (_table, "span_ordered"): change(_table, _where, **{_start: 90, _end: 80}),
        (_table, "span_matches_words"): change(_table, _where, **{_words: "other words of another length"}),
    }


def test_sound_tables_have_no_finding(sound):
    assert check.tables(sound.tables(), sound.texts) == ()


@pytest.mark.parametrize(("table", "rule"), FAULTS, ids=lambda value: value)
def test_rule_finds_its_fault(sound, table, rule):
    FAULTS[table, rule](sound)
    # the fault may leave no way to join the flat view, which has rules of its own
    from conflict_figures.tabular import to_arrow

    found = [finding for finding in check.tables(to_arrow(sound.records)) if finding.table == table]
    assert rule in {finding.rule for finding in found}, found
    one = next(finding for finding in found if finding.rule == rule)
    assert one.key and one.message and one.remedy
    assert "{" not in one.message


def test_every_rule_has_a_fault():
    # the flat view's rules are those of figures and dates, on joined rows; the next test covers them
    known = {(one.table, one.name) for one in every() if one.table != "figures_flat"}
    assert known == set(FAULTS)


def test_flat_view_is_checked_by_the_rules_of_its_figures(sound):
    tables = sound.tables()
    flat = tables["figures_flat"].to_pylist()
    flat[0] |= {"low": 9.0, "high": 1.0, "start": 9, "end": 3, "rate_per": "day", "date": "2025-02-30"}
    from conflict_figures.tabular import to_arrow

    found = check.tables(to_arrow({"figures_flat": flat}))
    assert {finding.rule for finding in found} == {
        "bounds_fit_qualifier", "low_not_above_high", "span_ordered", "rate_names_its_time", "edtf_valid",
    }  # fmt: skip
    assert {finding.key for finding in found} == {flat[0]["figure_id"]}


@pytest.mark.parametrize("table", schema.table_names())
def test_row_rules_are_those_of_the_schema(table):
    assert {one.name for one in every() if one.table == table and not one.across} == set(schema.table(table).rules)


def test_a_sum_holds_within_stated_rounding(sound):
    """600 + 4,100 = 4,700, and about 4,700 is anything from 4,650 to 4,750."""
    rows = {row["text"]: row for row in sound.records["figures"]}
    rows["15"].update(value=4700, low=None, high=None, qualifier="about")
    parts = [row for row in sound.records["figures"] if row["claim_id"] == rows["15"]["claim_id"] and row["text"] != "15"]
    for row, value in zip(parts, (640, 4100), strict=True):
        row.update(value=value, low=value, high=value)
    from conflict_figures.tabular import to_arrow

    assert check.tables(to_arrow(sound.records)) == ()
    parts[0].update(value=700, low=700, high=700)
    assert {finding.rule for finding in check.tables(to_arrow(sound.records))} == {"parts_sum_to_total"}


def test_counts_of_different_units_are_not_compared(sound):
    row = first(sound, "figures", text="three")
    row.update(value=900, low=900, high=900, unit="family")
    from conflict_figures.tabular import to_arrow

    assert check.tables(to_arrow(sound.records)) == ()


def test_people_in_the_plural_are_a_warning_and_no_error(sound):
    first(sound, "figures", text="three")["unit"] = "people"
    found = check.tables(sound.tables(), sound.texts)
    assert {(one.table, one.rule, one.severity, one.value) for one in found if one.table == "figures"} == {
        ("figures", "unit_in_singular", "warning", "people")
    }
