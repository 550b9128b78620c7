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


CHANGED = {"actors": {"name": "Another"}, "attributions": {"cue": "said"}, "links": {"rule": "sum_9"}}


@pytest.mark.parametrize(("table", "column"), [("actors", "actor_id"), ("attributions", None), ("links", None)])
def test_a_released_key_does_not_come_again_with_another_row(sound, released, table, column):
    assert added(sound, released, table) == [], "the released row itself may come along"
    assert (column, "key-released") in added(sound, released, table, **CHANGED[table])


def test_a_cell_that_could_not_be_read_is_no_other_one(sound, released):
    rows = to_arrow({"actors": [row | {"country_iso3": None, "aliases": "X"} for row in sound.records["actors"][:2]]})

    def found(unread):
        faults = check.tables(rows, released=released, absent={"actors": frozenset({"country_iso3"})}, unread={"actors": {"aliases": unread}})
        return [(one.row, one.rule) for one in faults]

    assert found([]) == [(0, "key-released"), (1, "key-released")]
    assert found([0]) == [(1, "key-released")]


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


@pytest.fixture
def moved(root, tmp_path):
    """A released table in a folder of its own, a cell of one row changed."""
    text = (root / "data" / "figures.csv").read_text(encoding="utf-8")
    place = tmp_path / "mine" / "figures.csv"
    place.parent.mkdir()
    place.write_text(text.replace(",killed,", ",wounded,", 1), encoding="utf-8")
    return place


def test_a_file_that_is_added_has_no_key_of_a_released_row(moved):
    import conflict_figures as cf

    (entry,) = cf.validate(moved).entries
    assert (entry.first.rule, entry.first.column, entry.count) == ("key-released", "figure_id", 1)
    assert "is that of a released row, whose measure is 'killed'" in entry.first.message


@pytest.mark.parametrize("below", ["", "data", "seeds/coded/river-war"])
def test_a_row_that_was_corrected_in_a_checkout_or_a_release_is_no_addition(moved, root, below):
    import json

    import conflict_figures as cf

    described = json.loads((root / "datapackage.json").read_text(encoding="utf-8")) | {"resources": []}
    (moved.parent / "datapackage.json").write_text(json.dumps(described), encoding="utf-8")
    place = moved.parent / below / "figures.csv"
    place.parent.mkdir(parents=True, exist_ok=True)
    moved.rename(place)
    assert cf.validate(place).ok
    elsewhere = moved.parent / "drafts" / "figures.csv"
    elsewhere.parent.mkdir()
    place.rename(elsewhere)
    assert not cf.validate(elsewhere).ok, "another folder of a checkout is anybody's"


def test_frames_and_what_is_released_are_no_additions(root):
    import conflict_figures as cf

    table = cf.load("actors", backend="pyarrow")
    renamed = table.set_column(1, table.field(1), [[f"{name}." for name in table["name"].to_pylist()]])
    assert cf.validate({"actors": renamed}).ok
    for released in ("data", "data/figures.csv", "data/actors.parquet", "datapackage.json", "seeds/coded/nk-russia"):
        assert cf.validate(root / released).ok


@pytest.mark.parametrize(("name", "rules"), [("nk-russia", []), ("nk-russ", ["key-released"])])
def test_a_batch_of_a_checkout_may_correct_its_own_rows_and_take_no_others(tmp_path, name, rules):
    import conflict_figures as cf
    from conflict_figures.contribute import batch
    from conflict_figures.tabular import delimited

    (tmp_path / "datapackage.json").write_text('{"name": "conflict-figures"}', encoding="utf-8")
    folder = batch.create(tmp_path / "seeds" / "coded", name)
    actors = cf.load("actors", backend="pyarrow").filter([one.startswith("nk-russia.") for one in cf.load("actors", backend="pyarrow")["actor_id"].to_pylist()])
    text = delimited.encode(actors.slice(0, 3)).decode().splitlines()
    text[1] = text[1].replace(",", ",New ", 1)
    (folder / "actors.csv").write_text("\n".join(text), encoding="utf-8")
    found = {entry.first.rule: entry.count for entry in cf.validate(folder).entries}
    assert [rule for rule in found if rule == "key-released"] == rules
    assert found.get("key-released") in (None, 1)
