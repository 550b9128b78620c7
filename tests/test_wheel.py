"""The wheel carries tables and schemas, and works offline, outside the checkout."""

import os
import subprocess
import sys
import zipfile

import pytest

from conflict_figures import schema

# any attempt to reach a network is an error in the process that uses the wheel
USE = """
import socket
def refuse(*args, **kwargs):
    raise AssertionError("the package reached for a network")
socket.socket.connect = refuse
socket.getaddrinfo = refuse

import conflict_figures as cf
print(cf.__file__)
for table in cf.tables():
    assert len(cf.load(table, backend="pyarrow")) == len(cf.load(table)), table
flat = cf.load()
assert len(flat) > 0
assert flat["text"].iloc[0] in str(cf.why(flat["figure_id"].iloc[0]))
assert len(cf.describe("figures")) > 0
assert cf.extract("At least 12 soldiers were killed.").flat["low"].tolist() == [12]
cf.schema("figures").validate(cf.load("figures"))
for version in cf.versions()["version"]:
    assert len(cf.load(version=version)) > 0
print(cf.version())
"""


@pytest.fixture(scope="module")
def wheel(root, tmp_path_factory):
    """The wheel of this checkout, built by the installed backend."""
    folder = tmp_path_factory.mktemp("wheel")
    code = "import sys; from hatchling.build import build_wheel; print(build_wheel(sys.argv[1]))"
    subprocess.run([sys.executable, "-c", code, str(folder)], cwd=root, check=True, capture_output=True)
    return next(folder.glob("*.whl"))


def test_the_wheel_holds_the_tables_and_schemas_and_no_source_text(root, wheel):
    with zipfile.ZipFile(wheel) as archive:
        names = set(archive.namelist())
    for table in schema.table_names():
        assert f"conflict_figures/_data/{table}.parquet" in names
        assert f"conflict_figures/_schemas/{table}.json" in names
    assert {path.name for path in (root / "schemas/codes").glob("*.csv")} == {
        name.rpartition("/")[2] for name in names if name.startswith("conflict_figures/_schemas/codes/")
    }
    assert "conflict_figures/_data/datapackage.json" in names
    texts = {path.stem for path in (root / "seeds/texts").glob("*.txt")}
    assert texts and not [name for name in names if any(text in name for text in texts)]


def test_the_wheel_works_outside_the_checkout_without_a_network(wheel, tmp_path):
    # a wheel of pure Python is installed by unpacking it, so no installer is needed
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(tmp_path / "installed")
    environment = {**os.environ, "PYTHONPATH": str(tmp_path / "installed")}
    done = subprocess.run([sys.executable, "-c", USE], cwd=tmp_path, env=environment, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    place, version = done.stdout.split()
    assert place.startswith(str(tmp_path / "installed"))
    assert version == schema.package()["version"]
