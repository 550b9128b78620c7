"""The descriptor: valid against the standard, and true about the files."""

import hashlib
import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from conflict_figures import schema
from conflict_figures.publish import columnar, release
from conflict_figures.tabular import delimited


@pytest.fixture
def staged(sound, tmp_path):
    release.stage(tmp_path, sound.tables())
    return tmp_path


@pytest.fixture
def package(staged):
    return json.loads((staged / "datapackage.json").read_text(encoding="utf-8"))


def test_bytes_hashes_and_rows_are_those_of_the_files(staged, package, sound):
    assert [resource["name"] for resource in package["resources"]] == list(schema.table_names())
    for resource in package["resources"]:
        for file in (resource, *resource["alternates"]):
            data = (staged / file["path"]).read_bytes()
            assert file["bytes"] == len(data)
            assert file["hash"] == "sha256:" + hashlib.sha256(data).hexdigest()
        assert resource["rowCount"] == sound.tables()[resource["name"]].num_rows


def test_the_content_hash_is_that_of_the_rows_whatever_wrote_them(staged, package):
    for resource in package["resources"]:
        (twin,) = resource["alternates"]
        rows = delimited.encode(columnar.read(staged / twin["path"]))
        assert twin["contentHash"] == resource["contentHash"] == "sha256:" + hashlib.sha256(rows).hexdigest()


def test_it_says_what_the_standard_asks_for(package):
    assert package["$schema"] == "https://datapackage.org/profiles/2.0/datapackage.json"
    assert package["licenses"]
    assert package["contributors"]
    assert re.fullmatch(r"[0-9]+\.[0-9]+\.[0-9]+", package["version"])
    assert "created" not in package, "a time of making would make every build another"
    for resource in package["resources"]:
        assert resource["schema"]["$schema"] == "https://datapackage.org/profiles/2.0/tableschema.json"
        assert "fieldsMatch" not in resource["schema"]
        for field in resource["schema"]["fields"]:
            pattern = field.get("constraints", {}).get("pattern", "(?:)")
            assert pattern.startswith("(?:"), "one reader takes a|b for ^a|b$"


def test_the_real_command_passes(staged):
    command = Path(sys.executable).with_name("frictionless")
    done = subprocess.run([command, "validate", "datapackage.json"], cwd=staged, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


def test_the_referee_sees_a_changed_file(staged):
    assert release.judge(staged) == ()
    path = staged / "data/links.csv"
    path.write_bytes(path.read_bytes().replace(b"stated", b"quoted"))
    found = release.judge(staged)
    assert {one.table for one in found} == {"links"}
    assert "frictionless hash-count" in {one.rule for one in found}


def test_hidden_files_are_no_part_of_a_release(staged):
    before = release.files(staged)
    (staged / "data/.DS_Store").write_bytes(b"x")
    assert release.files(staged) == before
    assert len(before) == 2 * len(schema.table_names()) + 1
