"""``cf.load`` of a version gives what that version was: its tables, columns, types and codes; ``cf.versions`` lists them."""

import json

import pandas as pd
import pytest

import conflict_figures as cf
from conflict_figures import schema
from conflict_figures.versions import find

from .conftest import LACKING, NO_CODE, put


@pytest.fixture
def given(tmp_path, old):
    return put(tmp_path / "given", {"index.json": old.index, old.file: old.zip})


def test_a_version_has_the_columns_and_types_that_it_was_published_with(old, given):
    frame = cf.load("figures", version=old.version, releases=given)
    today = schema.pandas("figures")
    assert list(frame) == [name for name in today if name not in LACKING]
    codes = frame.dtypes["measure"].categories.tolist()
    assert codes == [code for code in today["measure"].categories if code != NO_CODE[1]]
    same = [name for name in frame if name != "measure"]
    assert frame.dtypes[same].to_dict() == {name: today[name] for name in same}
    assert len(frame) > 0


def test_both_backends_give_the_same_cells_in_the_order_asked_for(old, given):
    arguments = {"columns": ["measure", "figure_id", "value"], "version": old.version, "releases": given}
    frame, arrow = cf.load("figures", **arguments), cf.load("figures", backend="pyarrow", **arguments)
    assert list(frame) == arrow.column_names == ["measure", "figure_id", "value"]
    assert {name: [None if pd.isna(cell) else cell for cell in frame[name]] for name in frame} == arrow.to_pydict()
    assert str(arrow.schema.field("measure").type).startswith("dictionary")


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ({"columns": ["added_in"]}, "the table 'figures' has no column 'added_in'"),
        ({"columns": ["mesure"]}, "Did you mean 'measure'?"),
        ({"columns": "measure"}, "Give a list: columns=['measure']"),
        ({"table": "links"}, "version 0.0.1 has no table 'links'. The tables are sources, claims, figures"),
        ({"backend": "polars"}, "there is no backend 'polars'"),
        ({"version": "0.0.7"}, "version '0.0.7' is not known. Known are: 0.0.1, "),
        ({"version": None}, 'Say which one to load from there: version="0.1.0"'),
    ],
)
def test_what_the_version_has_not_is_said(old, given, arguments, words):
    with pytest.raises(cf.InputError) as caught:
        cf.load(**({"table": "figures", "version": old.version, "releases": given} | arguments))
    assert words in str(caught.value)


def test_a_table_that_is_not_described_is_said(old, tmp_path):
    said = json.loads(old.files["datapackage.json"])
    del said["resources"][0]["schema"]["fields"][0]["type"], said["resources"][1]["schema"]
    put(tmp_path / "odd", {"datapackage.json": json.dumps(said).encode()})
    for table in ("sources", "claims"):
        with pytest.raises(cf.InputError, match=f"the table '{table}' is not described as a table of this dataset"):
            cf.load(table, version=old.version, releases=tmp_path / "odd")


def test_a_version_is_described_as_it_was(old, given):
    overview = cf.describe(version=old.version, releases=given).set_index("name")
    frames = {table: cf.load(table, version=old.version, releases=given) for table in ("sources", "claims", "figures")}
    assert overview[["rows", "columns"]].T.to_dict("list") == {table: list(frame.shape) for table, frame in frames.items()}
    described = cf.describe("figures", version=old.version, releases=given).set_index("name")
    assert described["pandas"].to_dict() == frames["figures"].dtypes.astype(str).to_dict()
    assert list(described) == list(cf.describe("figures").set_index("name"))
    with pytest.raises(cf.InputError, match="version 0.0.1 has no table 'links'"):
        cf.describe("links", version=old.version, releases=given)


def test_no_columns_is_not_all_columns(old, given):
    assert cf.load("figures", columns=[], version=old.version, releases=given).shape[1] == 0


def test_the_installed_version_can_be_named_and_is_not_searched_for(monkeypatch):
    monkeypatch.setattr(find, "find", lambda *anything: pytest.fail("it was searched for"))
    assert cf.load("links", version=cf.version()).equals(cf.load("links"))


def test_the_installed_version_asks_no_network(monkeypatch):
    monkeypatch.setenv(find.VARIABLE, "http://127.0.0.1:1/")
    assert len(cf.load("links", version=cf.version())) > 0


def test_a_frame_says_what_it_holds(old, given, tmp_path):
    frame = cf.load("figures", version=old.version, releases=given)
    note = {"conflict_figures": {"table": "figures", "version": "0.0.1"}}
    assert frame.attrs == note
    assert cf.load("links").attrs == {"conflict_figures": {"table": "links", "version": cf.version()}}
    kept = [frame[frame["value"] > 1], frame.query("value > 1"), frame.head(1), frame.copy(), frame[["figure_id"]], frame.sort_values("value"), frame.assign(a=1)]
    assert [one.attrs for one in kept] == [note] * len(kept)
    # rows of two versions are of neither
    assert pd.concat([frame, frame]).attrs == note
    assert "conflict_figures" not in pd.concat([frame, cf.load("figures")]).attrs


def test_the_note_is_in_the_way_of_nothing(old, given, tmp_path):
    frame = cf.load("figures", version=old.version, releases=given)
    plain = frame.copy()
    plain.attrs = {}
    assert frame.equals(plain)
    pd.testing.assert_frame_equal(frame, plain)
    frame.to_parquet(tmp_path / "x.parquet")
    back = pd.read_parquet(tmp_path / "x.parquet")
    assert back.equals(frame) and back.attrs == frame.attrs
    assert frame.merge(cf.load("claims")[["claim_id"]], on="claim_id", how="left").shape[0] == len(frame)
    assert frame.groupby("measure", observed=True)["value"].sum().sum() == plain["value"].sum()


def test_versions_are_listed_with_where_they_are(old, given):
    found = cf.versions(given).set_index("version")
    assert list(found.index) == ["0.0.1", cf.version()]
    first, here = found.loc["0.0.1"], found.loc[cf.version()]
    assert (first["date"].isoformat(), first["tables"], first["where"], first["sha256"]) == ("2026-01-31", 3, str(given), old.line.sha256)
    assert first["rows"] == sum(len(cf.load(table, version="0.0.1", releases=given)) for table in ("sources", "claims", "figures"))
    assert (here["where"], here["tables"], here["rows"]) == ("the package", len(cf.tables()), cf.describe()["rows"].sum())
    assert pd.isna(here["date"]) and pd.isna(first["doi"])
    assert found["installed"].tolist() == [False, True]
    assert cf.versions().dtypes.astype(str).to_dict() == cf.versions(given).dtypes.astype(str).to_dict()


def test_listing_an_address_fetches_its_list_alone(old, server):
    server.serve(old)
    first = cf.versions(server.url).iloc[0]
    assert (first["version"], first["where"], first["tables"]) == ("0.0.1", server.url, 3)
    assert pd.isna(first["rows"])
    assert server.asked == ["/index.json"]


def test_a_version_comes_from_an_address(old, server):
    server.serve(old)
    assert len(cf.load("figures", version="0.0.1", releases=server.url)) > 0


def test_a_zip_that_was_changed_is_not_listed_as_if_it_was_not(old, given):
    put(given, {old.file: old.zip[:-1]})
    with pytest.raises(cf.InputError, match="this is not the zip that was released as 0.0.1"):
        cf.versions(given)
