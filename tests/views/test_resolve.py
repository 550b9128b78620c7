"""Which rows count, how they are grouped, and what a result says about itself."""

import json

import pandas as pd
import pytest

import conflict_figures as cf
from conflict_figures import views
from conflict_figures.views.rules import RULES


@pytest.mark.parametrize("rule", RULES)
@pytest.mark.parametrize(
    ("bad", "reason"),
    [
        ({"stance": "denied"}, "denied"),
        ({"stance": "not_confirmed"}, "not confirmed"),
        ({"repeats": "page-0.f1"}, "repeats a figure of the same text"),
        ({"value": None, "low": None, "high": None}, "no number"),
        ({"item_id": None}, "no item_id"),
        ({"utterance_id": None}, "no utterance_id"),
    ],
)
def test_what_never_counts_is_left_out_with_its_reason(flat, rule, bad, reason):
    found = cf.resolve(flat("600", {"says": "1", "published": "2030-01-01"} | bad), rule)
    assert found["figure_ids"].tolist() == ["page-0.f1"]
    assert found.attrs["rows_left_out"] == {reason: 1}
    assert (found.attrs["rows_in"], found.attrs["rows_used"]) == (2, 1)


def test_a_denial_alone_gives_no_number(flat):
    assert cf.resolve(flat({"stance": "denied"})).empty


@pytest.mark.parametrize(
    ("planned", "values"), [("apart", [[600, False], [3000, True]]), ("left_out", [[600, False]]), ("together", [[600, False]])]
)
def test_plans_are_kept_apart_unless_asked_otherwise(flat, planned, values):
    found = cf.resolve(flat("600", {"says": "3000", "certainty": "possible"}), planned=planned)
    assert found[["value", "planned"]].values.tolist() == values
    assert found["figures"].sum() == (1 if planned == "left_out" else 2)
    assert found.attrs["rows_left_out"] == ({"planned": 1} if planned == "left_out" else {})


@pytest.mark.parametrize(
    "differs", [{"measure": "wounded"}, {"unit": "family"}, {"rate_per": "day", "count_mode": "rate"}, {"increment": True}]
)
@pytest.mark.parametrize("by", [("utterance_id", "item_id"), ["subject"], [], "subject"])
def test_different_things_are_never_one_group(flat, differs, by):
    found = cf.resolve(flat("600", {"says": "40"} | differs), by=by)
    assert sorted(found["value"]) == [40, 600]
    assert found.attrs["parameters"]["added_to_by"] == ["measure", "unit", "rate_per", "increment"]


def test_any_column_of_ones_own_can_make_groups(flat):
    frame = flat({"published": "2024-12-19"}, {"published": "2025-01-13", "says": "300"}).assign(year=[2024, 2025])
    found = cf.resolve(frame, by=["year", "measure"])
    assert found[["year", "value"]].values.tolist() == [[2024, 600], [2025, 300]]
    assert found["year"].dtype == frame["year"].dtype
    assert found.attrs["parameters"]["added_to_by"] == ["unit", "rate_per", "increment"]


@pytest.mark.parametrize("rule", RULES)
def test_an_empty_frame_gives_an_empty_typed_one(flat, rule):
    empty, full = cf.resolve(flat(), rule), cf.resolve(flat("600"), rule)
    assert empty.empty and empty.dtypes.equals(full.dtypes)
    assert empty.attrs["rows_in"] == 0


@pytest.mark.parametrize("rule", RULES)
def test_the_rule_is_named_in_every_row_and_on_the_frame(flat, rule, tmp_path):
    found = cf.resolve(flat("600", "700", {"item_id": "other"}), rule)
    found.to_csv(tmp_path / "found.csv", index=False)
    again = pd.read_csv(tmp_path / "found.csv")
    assert again["rule"].tolist() == [rule, rule]
    assert again["figure_ids"].tolist() == ["page-0.f1; page-1.f1", "page-2.f1"] and again["figures"].tolist() == [2, 1]
    note = found.attrs
    assert (note["view"], note["rule"], note["dataset_version"]) == ("resolve", rule, cf.version())
    assert note["rule_text"] and note["source"] and note["parameters"]["planned"] == "apart"
    assert note["rows_not_in_dataset"] == 3  # hand-made rows are none of the version's
    assert json.loads(json.dumps(note)) == note
    found.to_parquet(tmp_path / "found.parquet")
    assert pd.read_parquet(tmp_path / "found.parquet").attrs == note


def test_a_view_of_a_view_names_both(flat):
    found = cf.resolve(views.as_of("2025-02-01", flat({"published": "2025-01-13"})))
    assert found.attrs["input"]["view"] == "as_of" and found.attrs["input"]["parameters"] == {"when": "2025-02-01"}


@pytest.mark.parametrize("rule", RULES)
def test_the_whole_dataset_resolves(rule):
    found, flat = cf.resolve(rule=rule), cf.load()
    assert found.attrs["rows_used"] + sum(found.attrs["rows_left_out"].values()) == len(flat)
    assert found["figures"].sum() == found.attrs["rows_used"]
    used = "; ".join(found["figure_ids"]).split("; ")
    assert len(used) == len(set(used)) and set(used) <= set(flat["figure_id"])
    dtypes = flat.dtypes
    assert all(found[name].dtype == dtypes[name] for name in found if name in dtypes)


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ({"rule": "ucpd"}, "there is no rule 'ucpd'. Did you mean 'ucdp'?"),
        ({"rule": "mean"}, "The rules are ucdp, acled, gtd, latest, widest."),
        ({"by": ["items_id"]}, "the frame has no column 'items_id' to group by. Did you mean 'item_id'?"),
        ({"by": ["value"]}, "'value' cannot make groups"),
        ({"planned": "apart?"}, "Did you mean 'apart'?"),
    ],
)
def test_what_is_not_there_is_said_with_what_is(flat, arguments, words):
    with pytest.raises(cf.InputError) as caught:
        cf.resolve(flat("600"), **arguments)
    assert words in str(caught.value)


def test_a_frame_that_is_no_flat_view_is_refused(flat):
    with pytest.raises(cf.InputError, match="the flat view is a Table. Give a pandas DataFrame"):
        cf.resolve(cf.load(backend="pyarrow"))
    with pytest.raises(cf.InputError, match="no column 'repeats'. Keep that column"):
        cf.resolve(flat("600").drop(columns="repeats"))
    with pytest.raises(cf.InputError, match=r"page-0.f1 stands in the frame twice. Drop duplicates"):
        cf.resolve(pd.concat([flat("600"), flat("700")]))
    with pytest.raises(cf.InputError, match="qualifier 'abot'. Did you mean 'about'"):
        cf.resolve(flat("600").assign(qualifier="abot"))
    with pytest.raises(cf.InputError, match="'killd' is no code of the column 'measure'"):
        cf.resolve(flat("600").assign(measure="killd"))
    with pytest.raises(cf.InputError, match="'April' is no date in EDTF. Write dates as"):
        cf.resolve(flat({"published": "April"}))


def test_the_note_names_the_version_that_the_rows_are_of():
    rows = cf.load()
    rows.attrs["conflict_figures"] = {"table": "figures_flat", "version": "9.9.9"}
    note = cf.resolve(rows).attrs
    assert (note["dataset_version"], note["rows_not_in_dataset"]) == ("9.9.9", None)
    note = cf.resolve(cf.load()).attrs
    assert (note["dataset_version"], note["rows_not_in_dataset"]) == (cf.version(), 0)
