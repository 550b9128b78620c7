"""What a comparison finds is all that differs: applied to the old version it gives the new one."""

import json
import math
from datetime import date

import pyarrow
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from two_versions import Version, changed

from conflict_figures.errors import InputError
from conflict_figures.release.diff import diff
from conflict_figures.versions import compare

COLUMNS = {"id": "string", "hop": "integer", "value": "number", "day": "date", "sure": "boolean", "words": "string"}
KEYS = st.tuples(st.sampled_from(["a", "b", "c", "a b", "é"]), st.integers(0, 2))
CELLS = st.fixed_dictionaries({
    "value": st.none() | st.floats(allow_infinity=False) | st.sampled_from([0.1, 1e300, -0.0]),
    "day": st.none() | st.dates(date(1, 1, 1)),
    "sure": st.none() | st.booleans(),
    "words": st.none() | st.text(max_size=3),
})  # fmt: skip
ROWS = st.dictionaries(KEYS, CELLS, max_size=8)


def version(rows):
    made = Version()
    made.said["resources"] = [{"name": "t", "schema": {"primaryKey": ["id", "hop"], "fields": [{"name": name, "type": kind} for name, kind in COLUMNS.items()]}}]
    made.rows = {"t": [{"id": key[0], "hop": key[1]} | cells for key, cells in rows.items()]}
    return made.package()


def spelled(rows):
    """Rows as JSON has them, empty cells left out."""

    def cell(value):
        return "nan" if isinstance(value, float) and math.isnan(value) else value.isoformat() if isinstance(value, date) else value

    return {key: {column: cell(value) for column, value in cells.items() if value is not None} for key, cells in rows.items()}


def apply(lines, rows):
    rows = {key: dict(cells) for key, cells in rows.items()}
    for line in lines:
        said = json.loads(line)
        key = tuple(said["key"].values())
        assert [*said["key"]] == ["id", "hop"] and said["kind"] == "row" and said["table"] == "t"
        if said["op"] == "DEL":
            del rows[key]
        elif said["op"] == "ADD":
            assert key not in rows
            rows[key] = {column: cell for column, cell in said["row"].items() if column not in said["key"]}
        else:
            for column, cells in said["columns"].items():
                assert cells["old"] == rows[key].get(column) != cells["new"]
                rows[key] |= {column: cells["new"]}
    return {key: {column: cell for column, cell in cells.items() if cell is not None} for key, cells in rows.items()}


@settings(max_examples=80)
@given(ROWS, ROWS)
def test_the_changes_applied_to_the_old_rows_give_the_new(old, more):
    # most rows of both are the same, as they are between two releases
    new = {key: old.get(key, cells) | {"value": cells["value"]} for key, cells in more.items()}
    found = diff(version(old), version(new))
    assert apply(found.to_jsonl().splitlines(), spelled(old)) == spelled(new)
    assert (found.added, found.gone) == (len(new.keys() - old), len(old.keys() - new))


@settings(max_examples=20)
@given(ROWS)
def test_between_a_version_and_itself_nothing_changed(rows):
    package = version(rows)
    assert not diff(package, package)
    assert diff(package, package).to_jsonl() == ""
    assert diff(package, version(dict(reversed(rows.items())))).to_jsonl() == ""


def test_rows_of_many_batches_are_told_one_by_one(monkeypatch):
    from conflict_figures.release.forms import listing

    old = {("a", number): {"value": float(number), "words": "x"} for number in range(100)}
    new = {key: {"value": -cells["value"] if key[1] % 3 else cells["value"], "words": "y" if key[1] % 5 == 0 else "x"} for key, cells in old.items()}
    found = diff(version(old), version(new))
    whole = found.to_jsonl()
    monkeypatch.setattr(listing, "_BATCH", 7)
    assert found.to_jsonl() == whole
    assert apply(whole.splitlines(), spelled(old)) == spelled(new)


def test_a_row_is_withdrawn_with_its_reason_or_gone_without_one():
    new = changed("rows_withdrawn", "rows_gone")
    found = diff(Version().package(), new.package())
    assert (found.withdrawn, found.gone, found.added) == (1, 1, 0)
    lines = [json.loads(line) for line in found.lines()]
    told = {one["table"]: one for one in lines if one["op"] == "DEL" and one["table"] != "figures_flat"}
    assert told["figures"] == {
        "op": "DEL", "kind": "row", "table": "figures", "key": {"figure_id": "page.f3"},
        "withdrawn_in": "0.2.0", "reason": "No count.", "replaced_by": "page.f1",
    }  # fmt: skip
    assert told["actors"]["reason"] is None and told["actors"]["withdrawn_in"] is None


def test_rows_of_the_flat_view_and_tombstones_are_not_counted():
    found = diff(Version().package(), changed("rows_withdrawn").package())
    assert {one.table: one.added + len(one.told) for one in found.tables if one} == {"figures": 1, "withdrawn": 1, "figures_flat": 1}
    assert (found.added, found.withdrawn, found.gone) == (0, 1, 0)


def test_columns_that_a_release_fills_never_count():
    new = Version("0.2.0")
    for row in new.rows["figures"]:
        row["added_in"] = "0.1.0"
    assert not diff(Version().package(), new.package())


def test_cells_of_a_renamed_column_are_compared():
    new = changed("field_renamed")
    new.rows["actors"][0]["called"] = "The NIS"
    (line,) = [json.loads(line) for line in diff(Version().package(), new.package()).lines() if '"row"' in line]
    assert line["columns"] == {"called": {"old": "NIS", "new": "The NIS"}}


def test_rows_of_a_renamed_table_are_compared():
    new = changed("table_renamed")
    new.rows["voices"][0]["name"] = "The NIS"
    found = diff(Version().package(), new.package())
    assert (found.changed, found.added, found.gone) == (1, 0, 0)


def test_rows_are_matched_by_the_key_that_both_have():
    old, new = Version(), Version("0.2.0")
    new.schema("actors")["primaryKey"] = ["kind", "actor_id"]
    new.rows["actors"][0]["name"] = "The NIS"
    found = diff(old.package(), new.package())
    assert (found.changed, found.added, found.gone) == (1, 0, 0)
    # the new key names no row of the old version, the old one names them all
    old.rows["actors"][1]["kind"] = "body"
    new.schema("actors")["primaryKey"] = ["kind"]
    assert diff(old.package(), new.package()).changed == 2


def test_without_a_key_in_common_every_row_is_another():
    new = Version("0.2.0")
    new.schema("actors").update(primaryKey=["number"], fields=[{"name": "number", "type": "integer"}])
    new.rows["actors"] = [{"number": 1}]
    found = diff(Version().package(), new.package())
    assert (found.added, found.gone) == (1, 2)
    assert not next(one for one in found.tables if one.table == "actors").matched
    keys = [json.loads(line)["key"] for line in found.lines() if '"row"' in line]
    assert keys == [{"actor_id": "nis"}, {"actor_id": "lee"}, {"number": 1}]


def test_a_table_without_a_key_has_rows_that_come_and_go():
    old, new = Version(), Version("0.2.0")
    for one in (old, new):
        del one.schema("actors")["primaryKey"]
    new.rows["actors"][0]["name"] = "The NIS"
    found = diff(old.package(), new.package())
    assert (found.added, found.gone, found.changed) == (1, 1, 0)


@pytest.mark.parametrize(("old", "new"), [(1, 2), (2, 1), (2, 0), (0, 2)])
def test_a_key_that_stands_twice_is_refused_with_the_table(old, new):
    versions = Version("0.1.0"), Version("0.2.0")
    for version, times in zip(versions, (old, new), strict=True):
        version.rows["actors"][:1] = version.rows["actors"][:1] * times
    where = "0.1.0" if old == 2 else "0.2.0"
    with pytest.raises(InputError, match=f"the package {where}: the key 'nis' stands in actors more than once.*validate"):
        diff(*(version.package() for version in versions))


def test_a_row_of_a_renamed_table_is_withdrawn_under_either_name():
    for name in ("actors", "voices"):
        new = changed("table_renamed")
        new.rows["voices"].pop()
        new.rows["withdrawn"].append({"table": name, "key": "lee", "withdrawn_in": "0.2.0", "reason": "Nobody."})
        assert diff(Version().package(), new.package()).withdrawn == 1


def test_a_column_that_a_release_fills_has_no_place_among_the_others():
    new = Version("0.2.0")
    new.schema("actors")["fields"].insert(1, {"name": "changed_in", "type": "string"})
    fields = new.schema("figures")["fields"]
    fields.insert(0, fields.pop())
    assert [(one.kind, one.name) for one in diff(Version().package(), new.package()).structure] == [("field_added", "actors.changed_in")]


def test_a_column_of_another_type_is_compared_as_it_is_spelled():
    new = changed("type_changed")
    new.rows["figures"] = [row | {"value": int(row["value"])} for row in new.rows["figures"]]
    assert diff(Version().package(), new.package()).changed == 0
    new.rows["figures"][0]["value"] = 7
    assert diff(Version().package(), new.package()).changed == 1


def test_what_is_no_number_is_what_it_was():
    table = pyarrow.table({"id": ["a", "b"], "n": [math.nan, math.nan]})
    found = compare.rows(table, pyarrow.table({"id": ["a", "b"], "n": [math.nan, 1.0]}), ["id"])
    assert found.changed["n"].to_pylist() == [1]
