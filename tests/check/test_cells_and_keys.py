"""Cells, shapes and keys: one fault each, found at its row and column."""

import pyarrow
import pytest

from conflict_figures import check, schema
from conflict_figures.tabular import to_arrow


def findings(sound, table, **values):
    sound.records[table][0].update(values)
    return [(one.table, one.column, one.rule) for one in check.tables(to_arrow({table: sound.records[table]}))]


@pytest.mark.parametrize(
    ("table", "column", "value", "rule"),
    [
        ("sources", "kind", None, "required"),
        ("sources", "kind", "blog", "enum"),
        ("sources", "title", "", "empty-string"),
        ("sources", "url", "nowhere", "format"),
        ("sources", "text_length", -1, "minimum"),
        ("claims", "prefix", "x" * 33, "max-length"),
        ("claims", "source_id", "Note One", "pattern"),
        ("claims", "source_id", "note-one\n", "pattern"),
        ("claims", "coded_by", "extractor 1 beta", "pattern"),
        ("figures", "value", float("inf"), "finite"),
        ("figures", "high", float("nan"), "finite"),
        ("dates", "date_prec", 6, "maximum"),
        ("actors", "country_iso3", "XXX", "enum"),
    ],
)
def test_one_cell(sound, table, column, value, rule):
    assert (table, column, rule) in findings(sound, table, **{column: value})


def test_a_key_stands_once(sound):
    sound.records["attributions"].append(dict(sound.records["attributions"][0]))
    found = check.tables(to_arrow(sound.records))
    assert [(one.rule, one.key) for one in found] == [("primary-key", "note-one.c26 0")]


def test_a_reference_points_at_a_row(sound):
    sound.records["figures"][0]["subject_actor_id"] = "note-one.nobody"
    found = check.tables(to_arrow(sound.records))
    assert [(one.table, one.column, one.rule) for one in found] == [("figures", "subject_actor_id", "foreign-key")]


def test_a_reference_to_a_table_that_is_not_given_is_not_looked_up(sound):
    assert check.tables(to_arrow({"figures": sound.records["figures"]})) == ()


def test_columns_and_types_come_first(sound):
    typed = to_arrow({"links": sound.records["links"]})["links"]
    cases = {
        "column-missing": typed.drop_columns(["rule"]),
        "column-unknown": typed.append_column("note", typed["rule"]),
        "column-order": typed.select(typed.column_names[::-1]),
        "column-type": typed.set_column(5, "rule", pyarrow.nulls(typed.num_rows, pyarrow.int64())),
    }
    for rule, broken in cases.items():
        assert [one.rule for one in check.tables({"links": broken})] == [rule]
    assert [one.rule for one in check.tables({"link": typed})] == ["table-name"]


@pytest.mark.parametrize("table", schema.table_names())
def test_an_empty_table_is_sound(table):
    assert check.tables({table: schema.arrow(table).empty_table()}, {}) == ()


def test_findings_come_in_one_order(sound):
    for row in sound.records["figures"]:
        row["unit"] = ""
    found = check.tables(to_arrow(sound.records))
    assert list(found) == sorted(found, key=check.Finding.order)
    assert len(found) >= len(sound.records["figures"])
    assert found == check.tables({name: table for name, table in reversed(to_arrow(sound.records).items())})
