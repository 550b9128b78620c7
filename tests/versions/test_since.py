"""Rows say in which version they came and last changed, and a row that is gone leaves word."""

import json

import pyarrow
import pytest

from conflict_figures import schema
from conflict_figures.errors import InputError
from conflict_figures.publish import release
from conflict_figures.tabular import to_arrow
from conflict_figures.versions import reasons as reasons_file
from conflict_figures.versions import since, withdrawn
from conflict_figures.versions.package import open_package

HEADER = "table,key,reason,replaced_by,content\n"


@pytest.fixture
def before(sound, tmp_path):
    """Publish the sound tables, changed as asked, as the release before; return it as it is opened."""

    def publish(version="0.1.0", **changed):
        tables = to_arrow(sound.records | {"withdrawn": []}) | changed
        release.stage(tmp_path / version, tables)
        path = tmp_path / version / "datapackage.json"
        path.write_text(json.dumps(json.loads(path.read_text()) | {"version": version}))
        return open_package(tmp_path / version)

    return publish


def stamps(table):
    return dict(zip(table["figure_id"].to_pylist(), zip(table["added_in"].to_pylist(), table["changed_in"].to_pylist(), strict=True), strict=True))


def test_every_row_is_new_where_nothing_was_released(sound):
    stamped = since.stamp("figures", to_arrow(sound.records)["figures"], "0.1.0", None)
    assert set(stamps(stamped).values()) == {("0.1.0", None)}


def test_a_row_keeps_its_first_version_and_changes_with_its_cells(sound, before):
    figures = sound.records["figures"]
    first = since.stamp("figures", to_arrow(sound.records)["figures"].slice(1), "0.1.0", None)
    one = before("0.1.0", figures=first)
    figures[1]["place"] = "elsewhere"
    second = since.stamp("figures", to_arrow(sound.records)["figures"], "0.2.0", one)
    new = next(key for key, said in stamps(second).items() if said == ("0.2.0", None))
    assert new not in stamps(first)
    assert stamps(second)[figures[1]["figure_id"]] == (("0.1.0", "0.2.0") if figures[1]["figure_id"] != new else ("0.2.0", None))
    # nothing changes in the third version, and what was said stays
    two = before("0.2.0", figures=second)
    assert stamps(since.stamp("figures", to_arrow(sound.records)["figures"], "0.3.0", two)) == stamps(second)


def test_a_release_from_before_these_columns_has_all_its_rows_since_then(sound, before, monkeypatch):
    one = before("0.1.0")
    plain = one.read("figures").drop_columns(["added_in", "changed_in"])
    monkeypatch.setattr(type(one), "read", lambda self, name: plain)
    assert set(stamps(since.stamp("figures", to_arrow(sound.records)["figures"], "0.2.0", one)).values()) == {("0.1.0", None)}


def reasons(tmp_path, words):
    path = tmp_path / "withdrawn.csv"
    path.write_text(HEADER + words)
    return reasons_file.read(path)


def without(sound, claim):
    """The records without a claim and all that hangs on it."""
    lost = {row["figure_id"] for row in sound.records["figures"] if row["claim_id"] == claim}
    kept = {
        name: [row for row in rows if row.get("claim_id") != claim and not {row.get("subject_id"), row.get("object_id")} & {*lost, claim}]
        for name, rows in sound.records.items()
    }
    return to_arrow(kept), lost


def test_what_hangs_on_a_withdrawn_row_goes_with_it(sound, before, tmp_path):
    claim = next(row["claim_id"] for row in sound.records["figures"])
    tables, lost = without(sound, claim)
    given = reasons(tmp_path, f'claims,{claim},"The source took it back.",,kept\n')
    rows, unexplained = withdrawn.tombstones(tables, "0.2.0", before(), given)
    assert unexplained == []
    told = {(row["table"], row["key"]): row for row in rows}
    assert told["claims", claim]["reason"] == "The source took it back."
    for key in lost:
        assert told["figures", key]["reason"] == f"The row that it hangs on, {claim} of claims, is withdrawn: The source took it back."
        assert json.loads(told["figures", key]["row"])["figure_id"] == key
    assert {(row["last_in"], row["withdrawn_in"]) for row in rows} == {("0.1.0", "0.2.0")}
    # as a table it is sound, and the version after it still has it
    table = to_arrow({"withdrawn": rows})["withdrawn"]
    later = before("0.2.0", **tables, withdrawn=table)
    again, _ = withdrawn.tombstones(tables, "0.3.0", later, given)
    assert to_arrow({"withdrawn": again})["withdrawn"].equals(table)


def test_content_that_may_not_be_kept_is_not(sound, before, tmp_path):
    claim = next(row["claim_id"] for row in sound.records["figures"])
    tables, _ = without(sound, claim)
    rows, _ = withdrawn.tombstones(tables, "0.2.0", before(), reasons(tmp_path, f"claims,{claim},The publisher asked for it.,,removed\n"))
    assert {row["row"] for row in rows} == {None}


def test_a_row_that_is_gone_without_a_reason_is_named(sound, before):
    claim = next(row["claim_id"] for row in sound.records["figures"])
    tables, lost = without(sound, claim)
    rows, unexplained = withdrawn.tombstones(tables, "0.2.0", before())
    assert ("claims", claim) in unexplained and {("figures", key) for key in lost} <= set(unexplained)
    # what a rule found is no longer found, and nobody has to say why
    assert all(row["table"] == "links" and "No rule" in row["reason"] for row in rows)


def test_a_row_that_comes_back_needs_no_tombstone(sound, before, tmp_path):
    claim = next(row["claim_id"] for row in sound.records["figures"])
    tables, _ = without(sound, claim)
    rows, _ = withdrawn.tombstones(tables, "0.2.0", before(), reasons(tmp_path, f"claims,{claim},An error.,,kept\n"))
    later = before("0.2.0", **tables, withdrawn=to_arrow({"withdrawn": rows})["withdrawn"])
    assert withdrawn.tombstones(to_arrow(sound.records), "0.3.0", later) == ([], [])


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("figure,a.f0,why,,kept\n", "Did you mean 'figures'"),
        ("figures,,why,,kept\n", "needs its key and the reason"),
        ("figures,a.f0,,,kept\n", "needs its key and the reason"),
        ("figures,a.f0,why,,\n", "Write kept, or removed"),
        ("figures,a.f0,why, or not,,kept\n", "6 cells, not 5"),
        ("figures,a.f0,why,,kept\nfigures,a.f0,why,,kept\n", "listed twice"),
        ('figures,a.f0,"why"x,,kept\n', "no CSV"),
    ],
)
def test_a_reason_that_is_wrong_is_named_with_its_line(tmp_path, words, said):
    with pytest.raises(InputError) as caught:
        reasons(tmp_path, words)
    assert said in str(caught.value) and caught.value.line == words.count("\n") + 1


def test_a_reason_for_a_row_that_is_there_is_refused(sound, before, tmp_path):
    key = sound.records["figures"][0]["figure_id"]
    given = reasons(tmp_path, f"figures,{key},An error.,,kept\n")
    for release_before in (before(), None):
        with pytest.raises(InputError, match="is not withdrawn"):
            withdrawn.tombstones(to_arrow(sound.records), "0.2.0", release_before, given)


def test_every_published_row_says_since_when():
    import conflict_figures as cf

    for name in schema.table_names():
        table = cf.load(name, backend="pyarrow")
        if name != "withdrawn":
            assert table["added_in"].null_count == 0
            assert set(pyarrow.compute.unique(table["added_in"]).to_pylist()) <= {"0.1.0", cf.version()}


def written(path, words):
    path.write_text(HEADER + words)
    return reasons_file.read(path)


def test_what_may_not_be_published_any_more_is_taken_out_of_an_older_tombstone_too(sound, before, tmp_path):
    now = to_arrow(sound.records)
    key = now["claims"]["claim_id"][0].as_py()
    sound.records["figures"] = [row for row in sound.records["figures"] if row["claim_id"] != key]
    first = before("0.1.0")
    left = {"claims": now["claims"].slice(1), "figures": to_arrow(sound.records)["figures"]}
    reasons = written(tmp_path / "w.csv", f"claims,{key},Misread.,,kept\n")
    made, _ = withdrawn.tombstones(left, "0.2.0", first, reasons)
    assert made and all(row["row"] for row in made)
    second = before("0.2.0", **left, withdrawn=to_arrow({"withdrawn": made})["withdrawn"])
    assert withdrawn.tombstones(left, "0.3.0", second, reasons) == (made, [])
    assert withdrawn.tombstones(left, "0.3.0", second) == (made, [])
    taken, _ = withdrawn.tombstones(left, "0.3.0", second, written(tmp_path / "w.csv", f"claims,{key},Taken down.,,removed\n"))
    assert [(row["table"], row["key"], row["withdrawn_in"], row["row"]) for row in taken] == [(row["table"], row["key"], "0.2.0", None) for row in made]
    assert all("Taken down." in row["reason"] for row in taken)


def test_a_row_cannot_be_replaced_by_one_that_is_not_there(sound, before, tmp_path):
    figures = to_arrow(sound.records)["figures"]
    key, other = figures["figure_id"].to_pylist()[:2]
    first = before("0.1.0")
    with pytest.raises(InputError, match="said to be replaced by nowhere.f1, and no row has that key"):
        withdrawn.tombstones({"figures": figures.slice(1)}, "0.2.0", first, written(tmp_path / "w.csv", f"figures,{key},Misread.,nowhere.f1,kept\n"))
    reasons = written(tmp_path / "w.csv", f"figures,{key},Misread.,{other},kept\n")
    made, _ = withdrawn.tombstones({"figures": figures.slice(1)}, "0.2.0", first, reasons)
    assert made[0]["replaced_by"] == other
