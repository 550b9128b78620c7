"""cf.cite of rows: which table they are of, the hash by which they are known again, and what was changed in them."""

import csv
import datetime
import hashlib
import io
import json
import zipfile

import duckdb
import pandas as pd
import pyarrow
import pyarrow.compute as pc
import pytest
import yaml
from citing import cff_faults, datacite_faults, read_bibtex, read_ris
from hypothesis import given, settings
from hypothesis import strategies as st
from small_releases import NEW, OLD

import conflict_figures as cf
from conflict_figures import schema


def flat(**changed) -> pd.DataFrame:
    """The one row of the flat view of the small dataset, with some cells changed."""
    return pd.DataFrame([NEW["figures_flat"][0] | changed])


def hashed(said: str) -> str:
    return said.partition("the dataset has them: ")[2][:64]


def test_rows_are_cited_with_their_number_their_hash_and_their_sources(published):
    said = cf.cite(flat())
    lines = said.splitlines()
    assert [line for line in lines if not line.startswith("The release is the file ")] == [
        "The conflict-figures contributors. (2026). Conflict figures (Version 0.2.0) [Data set].",
        "",
        "Subset: 1 of 1 row of the table figures_flat of version 0.2.0.",
        f"SHA-256 of the CSV of these rows as the dataset has them: {hashed(said)}.",
        "",
        "Source:",
        "- A. Bee & C. Dee. (2025, April 30). Toll rises. The Wire.",
    ]


def test_the_hash_can_be_made_without_this_program(world):
    """From the release's CSV and the keys alone, as the page on citing says."""
    frame = pd.DataFrame(OLD["figures_flat"])[::-1]
    frame.attrs["conflict_figures"] = {"table": "figures_flat", "version": "0.1.0"}
    for rows in (frame, frame.iloc[:1], frame.iloc[1:]):
        ids = set(rows["figure_id"])
        with zipfile.ZipFile(world.folder / "releases" / "conflict-figures-0.1.0.zip") as archive:
            lines = archive.read("conflict-figures-0.1.0/data/figures_flat.csv").decode().splitlines(keepends=True)
        kept = [lines[0], *(line for line in lines[1:] if next(csv.reader([line]))[0] in ids)]
        assert hashed(cf.cite(rows)) == hashlib.sha256("".join(kept).encode()).hexdigest()
        assert "(Version 0.1.0)" in cf.cite(rows)


def test_the_hash_of_a_whole_table_is_its_content_hash(root):
    described = {one["name"]: one for one in json.loads((root / "datapackage.json").read_text(encoding="utf-8"))["resources"]}
    for table in ("figures_flat", "links", "attributions"):
        assert f"sha256:{hashed(cf.cite(cf.load(table)))}" == described[table]["contentHash"]


def test_the_hash_knows_the_rows_and_nothing_else(root):
    df = cf.load()
    some = df.iloc[5:50]
    said = hashed(cf.cite(some))
    # neither order, nor columns, nor copies of rows, nor what holds them, are of the rows
    same = [some[::-1], some[["value", "figure_id"]], pd.concat([some, some]), some.set_index("figure_id"), pyarrow.Table.from_pandas(some)]
    assert {hashed(cf.cite(one)) for one in same} == {said}
    assert "Subset: 45 of " in cf.cite(pd.concat([some, some]))
    assert hashed(cf.cite(df.iloc[5:51])) != said
    ids = list(some["figure_id"])
    assert cf.cite.verify(said, ids) and cf.cite.verify(f"sha256:{said}", reversed(ids))
    assert not cf.cite.verify(said, ids[1:])
    assert not cf.cite.verify(said, ids, table="figures")


def test_keys_of_several_columns(root):
    hops = cf.load("attributions").iloc[[0, 7]]
    assert cf.cite.verify(hashed(cf.cite(hops)), list(zip(hops["claim_id"], hops["hop"], strict=True)), table="attributions")
    assert "2 of " in cf.cite(hops.astype({"hop": "float64"}))


@pytest.mark.parametrize("table", [name for name in schema.table_names() if name != "withdrawn"])
def test_rows_of_every_table_are_known_by_their_columns(root, table):
    rows = cf.load(table, backend="pyarrow").slice(0, 3)
    said = cf.cite(rows)
    assert f"Subset: 3 of {len(cf.load(table)):,} rows of the table {table} of " in said
    assert "\nSource" in said
    assert "has it: " not in said


def test_an_id_alone_is_taken_for_a_row_of_the_flat_view(world):
    assert "of the table figures_flat" in cf.cite(pd.DataFrame({"figure_id": ["page.f1"]}))
    assert "of the table figures " in cf.cite(pd.DataFrame([NEW["figures"][0]]))
    assert "of the table claims " in cf.cite(pd.DataFrame({"claim_id": ["page.c1"], "source_id": ["page"]}))


def test_whatever_hands_over_a_table_is_cited(root):
    df = cf.load("figures").head(4)  # noqa: F841 (DuckDB finds it by its name)
    assert hashed(cf.cite(duckdb.sql("select figure_id, value, date_id from df"))) == hashed(cf.cite(df))


def test_changed_cells_are_said(published):
    said = cf.cite(pd.concat([flat(), flat(value=601.0, quote=None), flat(value=602.0)]))
    assert "Subset: 1 of 1 row " in said
    assert "has it: value in 2 rows, quote in 1 row (2 rows in all)." in said
    assert hashed(said) == hashed(cf.cite(flat()))
    assert "has it: " in json.loads(cf.cite(flat(measure="injured"), style="csl"))[0]["note"]


def test_a_value_of_another_type_is_changed_where_it_says_something_else(world):
    same = [{"value": 600}, {"value": "600"}, {"day": "2025-04-30"}, {"day": pd.Timestamp("2025-04-30")}, {"my_own": "x"}]
    for cells in same:
        assert "has it: " not in cf.cite(flat(**cells)), cells
    for cells in ({"value": "about 600"}, {"value": None}, {"day": datetime.date(2025, 5, 1)}, {"value": [600]}, {"quote": 5}, {"day": "April"}):
        assert f"{next(iter(cells))} in 1 row" in cf.cite(flat(**cells)), cells
    mixed = pd.concat([flat(value="600"), flat(value=600), flat(value="x"), flat(value=float("nan"))])
    assert "value in 2 rows" in cf.cite(mixed)


def test_a_table_that_went_through_csv_is_unchanged(root):
    text = cf.load().to_csv(index=False)
    for read in (pd.read_csv(io.StringIO(text)), pd.read_csv(io.StringIO(text), dtype=str, keep_default_na=False)):
        assert "has it: " not in cf.cite(read)
    dated = cf.load("sources")
    dated = dated[dated["published"].str.fullmatch(r"\d{4}-\d\d-\d\d").fillna(False)]
    assert "has it: " not in cf.cite(dated.assign(published=pd.to_datetime(dated["published"])))


@pytest.mark.parametrize(
    ("rows", "words"),
    [
        (flat().iloc[:0], "there are no rows to cite. Cite a selection that holds some"),
        (flat().drop(columns="figure_id").drop(columns="source_id"), "the rows have no key, so nobody could find them again. Keep the columns"),
        (pd.concat([flat(), flat(figure_id=None)]), "row 2 has no figure_id. Leave out"),
        (flat(figure_id="page.f7"), "has no row page.f7 in the table figures_flat. Leave out"),
        (flat(figure_id=7), "has no row 7 in the table figures_flat"),
        (pd.DataFrame({"figure_id": [f"a{n}" for n in range(5)]}), "has no row a0, a1, a2 and 2 more in the table"),
        (flat(figure_id="rumour.f1"), "rumour.f1 is withdrawn; version 0.1.0 has it, or load the rows from the version that you used"),
        (flat()["value"], "a value of the type Series cannot be cited. Give a DataFrame"),
        (["page.f1"], "a value of the type list cannot be cited. Give a DataFrame"),
        (pyarrow.chunked_array([[1]]), "a value of the type ChunkedArray cannot"),
        (5, "a value of the type int cannot be cited"),
    ],
)
def test_rows_that_cannot_be_cited(world, rows, words):
    with pytest.raises(cf.InputError) as caught:
        cf.cite(rows)
    assert words in str(caught.value)


def test_rows_say_themselves_where_they_are_from(world):
    rows = flat()
    rows.attrs["conflict_figures"] = {"table": "figures_flat", "version": "0.1.0"}
    assert "1 of 2 rows of the table figures_flat of version 0.1.0" in cf.cite(rows)
    assert "the development state numbered 0.2.0" in cf.cite(flat())
    with pytest.raises(cf.InputError, match="loaded from figures_flat, and they have not the column figure_id. Keep the key"):
        cf.cite(rows.drop(columns="figure_id"))
    rows.attrs["conflict_figures"] = {"table": "figures_flat", "version": "0.0.9"}
    with pytest.raises(cf.InputError, match="version '0.0.9' is not known. Known are: 0.1.0"):
        cf.cite(rows)
    rows.attrs["conflict_figures"] = {"table": "actors", "version": "0.1.0"}
    with pytest.raises(cf.InputError, match="the version has not a table of that name"):
        cf.cite(rows)


def test_rows_of_a_number_that_the_data_at_hand_carry_on_are_the_release_s_where_they_are_in_it(published):
    published.install("0.2.0", NEW | {"figures_flat": [NEW["figures_flat"][0] | {"value": 601.0}]})
    rows = flat()
    rows.attrs["conflict_figures"] = {"table": "figures_flat", "version": "0.2.0"}
    assert "of version 0.2.0" in cf.cite(rows) and "has it: " not in cf.cite(rows)
    rows["value"] = 601.0
    assert "(unreleased)" in cf.cite(rows) and "has it: " not in cf.cite(rows)
    # and without a word of their version they are of what is at hand
    assert "(unreleased)" in cf.cite(flat()) and "value in 1 row" in cf.cite(flat())
    assert "unreleased" in cf.cite() and "unreleased" not in cf.cite("0.2.0")


def test_what_a_view_made_of_rows_is_cited_with_the_rows_and_the_rule(root):
    flat = cf.views.flat()
    resolved = cf.resolve(flat, "latest").head(3)
    ids = {one for cell in resolved["figure_ids"] for one in cell.split("; ")}
    said = cf.cite(resolved)
    assert hashed(said) == hashed(cf.cite(flat[flat["figure_id"].isin(ids)]))
    assert f"Subset: {len(ids)} of " in said and "by the view resolve under the rule latest: " in said
    # its own words are not changed cells
    drift = cf.cite(cf.views.drift("nis-2025-04-30"))
    assert "by the view drift under the rule against_most_often: " in drift and "has it: " not in drift
    assert "made" not in cf.cite(flat.head(2))
    with pytest.raises(cf.InputError, match="the view resolve do not say which figures they are of. Keep the column"):
        cf.cite(resolved.drop(columns="figure_ids"))
    with pytest.raises(cf.InputError, match="there are no rows"):
        cf.cite(resolved.iloc[:0])


def test_a_view_of_an_older_version_is_cited_with_that_version(world):
    rows = pd.DataFrame({"figure_id": ["page.f1", "rumour.f1"], "measure": ["killed → injured", None]})
    rows.attrs = {"view": "drift", "rule": "any", "rule_text": "Any.", "conflict_figures": {"table": "figures_flat", "version": "0.1.0"}}
    assert "2 of 2 rows of the table figures_flat of version 0.1.0." in cf.cite(rows)


def test_a_view_says_which_version_its_rows_are_of(root):
    rows = cf.load().head(9)
    assert cf.resolve(rows).attrs["conflict_figures"] == rows.attrs["conflict_figures"]
    rows.attrs = {}
    assert "conflict_figures" not in cf.resolve(rows).attrs


def test_withdrawn_rows_lead_to_their_sources_too(published):
    assert "[Post, title not recorded]" in cf.cite(pd.DataFrame(NEW["withdrawn"]))


def test_verify_says_what_it_cannot_find(world):
    with pytest.raises(cf.InputError, match="has no row page.f9"):
        cf.cite.verify("0" * 64, ["page.f9"])
    with pytest.raises(cf.InputError, match="there are no rows"):
        cf.cite.verify("0" * 64, [])
    with pytest.raises(cf.InputError, match="has no table 'figure'"):
        cf.cite.verify("0" * 64, ["page.f1"], table="figure")
    assert not cf.cite.verify("0" * 64, ["page.f1", "rumour.f1"], version="0.1.0")


def test_every_style_carries_the_hash_and_the_sources(published):
    some = flat()
    found = hashed(cf.cite(some))
    for style in ("text", "bibtex", "ris", "csl", "cff", "datacite"):
        assert found in cf.cite(some, style=style) and "Toll rises" in cf.cite(some, style=style)
    assert [one["key"] for one in read_bibtex(cf.cite(some, style="bibtex"))] == ["conflict-figures-0.2.0", "page"]
    assert len(read_ris(cf.cite(some, style="ris"))) == 2
    assert cff_faults(yaml.safe_load(cf.cite(some, style="cff"))) == datacite_faults(cf.cite(some, style="datacite")) == []


@settings(max_examples=8)
@given(st.lists(st.integers(0, 200), min_size=1, max_size=8))
def test_any_rows_in_any_order_verify(places):
    rows = cf.load("figures", backend="pyarrow").take(places)
    assert cf.cite.verify(hashed(cf.cite(rows)), rows["figure_id"].to_pylist(), table="figures")
    assert f"Subset: {len(pc.unique(rows['figure_id']))} of " in cf.cite(rows)
