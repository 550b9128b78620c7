"""cf.diff, cf.changes and the command take a version, a folder, a zip, a checkout, or tables alone."""

import json
import os
import shutil
import sys

import pyarrow
import pytest
from pyarrow import parquet
from small_releases import NEW, OLD, World, package_files, zipped

import conflict_figures as cf
from conflict_figures import cli
from conflict_figures.publish import release
from conflict_figures.tabular import delimited
from conflict_figures.release import sides


@pytest.fixture
def world(tmp_path, monkeypatch):
    """Version 0.1.0 released, 0.2.0 installed."""
    made = World(tmp_path / "world", monkeypatch)
    made.release("0.1.0", OLD, "2026-01-31")
    made.install("0.2.0", NEW)
    return made


@pytest.fixture
def unpacked(tmp_path):
    """A release as a folder."""
    for path, content in package_files("0.1.0", OLD).items():
        (tmp_path / "old" / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "old" / path).write_bytes(content)
    return tmp_path / "old"


@pytest.fixture
def bare(sound, tmp_path):
    """Tables alone, with nothing that describes them."""
    tables = sound.tables()
    (tmp_path / "bare").mkdir()
    (tmp_path / "bare" / "figures.csv").write_bytes(delimited.encode(tables["figures"]))
    parquet.write_table(tables["claims"], tmp_path / "bare" / "claims.parquet")
    return tmp_path / "bare"


@pytest.fixture
def run(monkeypatch, capsys):
    """Call the command; gives exit code, stdout and stderr."""

    def call(*arguments):
        monkeypatch.setattr(sys, "argv", ["conflict-figures", "diff", *map(str, arguments)])
        return cli._run(), *capsys.readouterr()

    return call


def test_versions_are_compared_by_their_numbers(world):
    found = cf.diff("0.1.0", "0.2.0")
    assert (found.old.version, found.new.version) == ("0.1.0", "0.2.0")
    assert (found.added, found.withdrawn, found.gone, found.changed) == (4, 3, 0, 0)


def test_the_rows_that_changed_as_a_table(world):
    rows = cf.changes("0.1.0", "0.2.0")
    assert rows.columns.tolist() == ["op", "table", "key", "column", "old", "new", "reason"]
    gone = rows[rows.op == "DEL"]
    assert sorted(gone.table) == ["claims", "figures", "sources"] and set(gone.reason) == {"The number is a year, not a count."}
    assert rows[rows.op == "ADD"].key.tolist() == ["page.c1 0", "page.c1 1", "lee", "nis"]


def test_a_changed_cell_is_a_row_spelled_as_in_the_csv(unpacked, tmp_path):
    figures = [OLD["figures"][0] | {"value": 650.0, "measure": None}, OLD["figures"][1]]
    new = tmp_path / "new.zip"
    new.write_bytes(zipped("0.2.0", package_files("0.2.0", OLD | {"figures": figures})))
    rows = cf.changes(unpacked, new)
    assert rows.drop(columns="reason").fillna("").values.tolist() == [
        ["MOD", "figures", "page.f1", "value", "600", "650"],
        ["MOD", "figures", "page.f1", "measure", "killed", ""],
    ]


def test_folder_descriptor_zip_and_data_folder_are_the_same_release(unpacked, tmp_path):
    zipfile = tmp_path / "old.zip"
    zipfile.write_bytes(zipped("0.1.0", package_files("0.1.0", OLD)))
    for one in (unpacked, str(unpacked), unpacked / "datapackage.json", zipfile, sides.open_side(zipfile)):
        assert not cf.diff(one, unpacked)
    descriptor = unpacked / "datapackage.json"
    said = json.loads(descriptor.read_text())
    for resource in said["resources"]:
        resource["path"] = f"data/{resource['name']}.csv"
    descriptor.write_text(json.dumps(said))
    assert cf.diff(unpacked / "data", unpacked).old.version == "0.1.0"


def test_tables_alone_are_read_as_this_version_has_them(bare, sound, tmp_path):
    tables = sound.tables()
    release.stage(tmp_path / "whole", {name: tables[name] for name in ("claims", "figures")})
    found = cf.diff(bare, tmp_path / "whole")
    assert (found.added, found.changed, found.gone) == (0, 0, 0) and found.old.version is None
    assert found.structure == ()
    assert found.bump.least is None
    # without the columns that a release fills, and in another order
    figures = tables["figures"].select([*reversed(tables["figures"].column_names[1:-2]), "figure_id"])
    (bare / "figures.csv").write_bytes(delimited.encode(figures))
    found = cf.diff(bare, tmp_path / "whole")
    assert (found.added, found.changed, found.gone) == (0, 0, 0)
    assert {one.kind for one in found.structure} == {"field_added", "field_moved"}


def test_one_table_is_compared_with_another(bare, sound, tmp_path):
    path = tmp_path / "figures.parquet"
    parquet.write_table(sound.tables()["figures"].slice(1), path)
    found = cf.diff(bare / "figures.csv", path)
    assert [one.table for one in found.tables] == ["figures"] and (found.gone, found.changed) == (1, 0)


def test_a_descriptor_that_does_not_tell_the_columns_is_refused(unpacked):
    path = unpacked / "datapackage.json"
    said = json.loads(path.read_text())
    for schema in ("schema.json", {}, None, {"fields": ["a"]}, {"fields": None}):
        said["resources"][1]["schema"] = schema
        path.write_text(json.dumps(said))
        with pytest.raises(cf.InputError, match="does not tell the columns of claims"):
            cf.diff(unpacked, unpacked)


def test_a_fault_of_tables_alone_is_told_with_its_line(bare):
    text = (bare / "figures.csv").read_text().replace("About 600,,600,", "About 600,,sixty,")
    assert "sixty" in text
    (bare / "figures.csv").write_text(text)
    with pytest.raises(cf.InputError, match=r"figures.csv:\d+: .*sixty.*validate"):
        cf.diff(bare, bare)


@pytest.mark.parametrize(("what", "said"), [
    ("nothing", "neither a version nor a path. Name a folder, a zip, or one of the versions: 0.1.0, 0.2.0"),
    ("9.9.9", "version '9.9.9' is not known"),
    ("world/releases", "holds several releases"),
    ("empty", "there are no tables in this folder"),
    ("note.txt", "no zip"),
    ("note.csv", "none of our tables"),
])  # fmt: skip
def test_what_cannot_be_compared_is_told_in_a_sentence(world, unpacked, run, tmp_path, monkeypatch, what, said):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "empty").mkdir()
    for name in ("note.txt", "note.csv"):
        (tmp_path / name).write_text("x")
    code, out, err = run(what, unpacked)
    assert code in (1, 2) and out == "" and said in err and err.count("\n") == 1


def test_a_table_that_was_tampered_with_is_refused(unpacked, run):
    path = unpacked / "data" / "figures.parquet"
    path.write_bytes(path.read_bytes()[:-1])
    code, _, err = run(unpacked, unpacked)
    assert code == 1 and "figures.parquet" in err and "not the one that was published" in err


def test_a_folder_called_like_a_version_is_written_as_a_path(world, unpacked, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    shutil.move(unpacked, tmp_path / "0.2.0")
    assert cf.diff("0.1.0", "0.2.0").withdrawn == 3
    assert cf.diff("0.1.0", "./0.2.0").withdrawn == 0


@pytest.mark.parametrize("form", ["text", "html", "jsonl", "markdown"])
def test_the_command_prints_or_writes_each_form(world, run, tmp_path, form):
    code, out, err = run("0.1.0", "0.2.0", "--format", form)
    assert (code, err) == (0, "") and out == getattr(cf.diff("0.1.0", "0.2.0"), f"to_{form}")()
    target = tmp_path / "out"
    assert run("0.1.0", "0.2.0", "--format", form, "--out", target) == (0, "", "")
    assert target.read_text(encoding="utf-8") == out


def test_versions_that_are_the_same_end_well_too(world, run):
    code, out, _ = run("0.1.0", "0.1.0")
    assert code == 0 and "Nothing changed." in out


def test_what_is_compared_is_not_written_over(unpacked, tmp_path, run):
    zipfile = tmp_path / "old.zip"
    zipfile.write_bytes(b"x")
    for target, said in ((zipfile, "this is what is compared"), (tmp_path, "this is a folder"), (tmp_path / "no" / "x", "no such folder")):
        code, _, err = run(zipfile, unpacked, "--out", target)
        assert code == 2 and said in err
    assert zipfile.read_bytes() == b"x"


def test_an_output_that_cannot_be_written_leaves_what_was_there(world, run, tmp_path, monkeypatch):
    target = tmp_path / "out"
    target.write_text("before")

    def full(*arguments):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "replace", full)
    code, _, err = run("0.1.0", "0.2.0", "--format", "jsonl", "--out", target)
    assert code == 1 and "could not be written" in err
    assert target.read_text() == "before" and not [path for path in tmp_path.iterdir() if path.name.startswith(".out")]


def test_a_key_column_that_is_not_there_is_named(bare, sound):
    figures = sound.tables()["figures"].drop_columns(["figure_id"])
    assert isinstance(figures, pyarrow.Table)
    (bare / "figures.csv").write_bytes(delimited.encode(figures))
    with pytest.raises(cf.InputError, match="figures has no column figure_id"):
        cf.diff(bare, bare)
