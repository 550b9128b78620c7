"""Rows of a contribution may point at rows of the release, and may not come again."""

import pytest

from conflict_figures import check
from conflict_figures.check.context import Released
from conflict_figures.publish import columnar
from conflict_figures.tabular import to_arrow


@pytest.fixture
def released(sound, tmp_path):
    """The sound tables as a release, to which something is added."""
    for name, table in sound.tables().items():
        (tmp_path / f"{name}.parquet").write_bytes(columnar.encode(name, table))
    return Released(tmp_path, adding=True)


def added(sound, released, table, **values):
    """What is found when the first row of a table is added again with other values."""
    row = sound.records[table][0] | values
    return [(one.column, one.rule) for one in check.tables(to_arrow({table: [row]}), released=released)]


def test_a_table_alone_may_point_at_released_rows(sound, released):
    assert added(sound, released, "figures", figure_id="note-one.f9999") == []


def test_a_reference_to_neither_is_found(sound, released):
    assert added(sound, released, "figures", figure_id="note-one.f9999", claim_id="note-one.c9999") == [("claim_id", "foreign-key")]


@pytest.mark.parametrize(("table", "column"), [("actors", "actor_id"), ("attributions", None), ("links", None)])
def test_a_released_key_does_not_come_again(sound, released, table, column):
    assert added(sound, released, table) == [(column, "key-released")]


def test_what_is_no_addition_may_hold_the_released_rows(sound, released):
    assert check.tables(sound.tables(), released=Released(released.folder)) == ()


def test_rules_look_at_released_rows(sound, released):
    row = next(row for row in sound.records["figures"] if row["text"] == "three")
    moved = row | {"figure_id": "note-one.f9999", "claim_id": "note-one.c26"}
    assert [one.rule for one in check.tables(to_arrow({"figures": [moved]}), released=released)] == ["figure_inside_claim"]
    hop = sound.records["attributions"][0] | {"hop": 9, "role": "origin"}
    assert [one.rule for one in check.tables(to_arrow({"attributions": [hop]}), released=released)] == ["chain_unbroken"]


def test_a_link_may_join_a_new_row_and_a_released_one(sound, released):
    claim = sound.records["claims"][0] | {"claim_id": "note-one.c9999"}
    link = {"subject_id": "note-one.c9999", "predicate": "corroborates", "object_id": "page-two.c0"}
    new = {"claims": [claim], "links": [sound.records["links"][0] | link | {"subject_table": "claims"}]}
    assert check.tables(to_arrow(new), released=released) == ()


def test_a_lone_table_is_validated_beside_the_release():
    import conflict_figures as cf

    table = cf.load("figures", backend="pyarrow").slice(0, 3)
    assert cf.validate({"figures": table}).ok
    strange = table.set_column(1, table.schema.field(1), [["nowhere.c1"] * 3])
    assert [(entry.first.rule, entry.count) for entry in cf.validate({"figures": strange}).entries] == [("foreign-key", 3)]
