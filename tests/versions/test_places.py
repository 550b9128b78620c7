"""Releases on this machine: a folder of them, one unpacked, one zip, those of the package; what was changed is refused."""

import io
import json
import zipfile

import pyarrow.parquet as parquet
import pytest

import conflict_figures as cf
from conflict_figures.errors import InputError, UsageError
from conflict_figures.versions import find, index, package, places, proof
from conflict_figures.versions.find import UnknownVersionError

from .conftest import digest, put


@pytest.fixture(params=["folder", "index", "unpacked", "descriptor", "beside the index", "zip"])
def place(request, tmp_path, old):
    """The old release in each form that a reader may have it in."""
    root = tmp_path / "given"
    if request.param in ("folder", "index"):
        put(root, {"index.json": old.index, old.file: old.zip})
        return root if request.param == "folder" else root / "index.json"
    if request.param == "zip":
        return put(root, {old.file: old.zip}) / old.file
    if request.param == "beside the index":
        put(root / "conflict-figures-0.0.1", old.files)
        return put(root, {"index.json": old.index})
    put(root, old.files)
    return root if request.param == "unpacked" else root / "datapackage.json"


def test_a_release_is_found_in_every_form(place, old):
    for releases in (place, str(place)):
        found = find.find(old.version, releases)
        assert (found.version, found.tables) == (old.version, ("sources", "claims", "figures"))
        assert found.read("figures").num_rows > 0


def test_the_variable_names_every_form(place, old, monkeypatch):
    monkeypatch.setenv(find.VARIABLE, str(place))
    assert find.find(old.version).version == old.version
    assert find.find(cf.version()).version == cf.version()
    monkeypatch.setenv(find.VARIABLE, "")
    with pytest.raises(UnknownVersionError, match="version '0.0.1' is not known"):
        find.find(old.version)


def test_another_version_is_not_known_and_what_is_is_said(place):
    with pytest.raises(UnknownVersionError) as caught:
        find.find("0.0.9", place)
    assert f"version '0.0.9' is not known. Known are: 0.0.1, {cf.version()}." in str(caught.value)


def test_the_installed_version_is_found_beside_every_form(place):
    assert find.find(cf.version(), place).version == cf.version()


def test_nothing_at_the_path_is_said(tmp_path):
    with pytest.raises(UsageError, match="there is nothing at this path.*Name a folder of releases"):
        find.find("0.0.1", tmp_path / "none")
    with pytest.raises(UsageError, match="there is no index.json in this folder"):
        find.find("0.0.1", tmp_path)


def test_a_package_finds_what_goes_with_it(tmp_path, old):
    put(tmp_path / "own", {"index.json": old.index, old.file: old.zip})
    assert find.find(old.version).read("claims").num_rows > 0


def changed(data):
    return data[:-1] + bytes([data[-1] ^ 1])


@pytest.fixture
def unparsed(monkeypatch):
    for module in (places, proof):
        monkeypatch.setattr(module, "from_zip", lambda *anything: pytest.fail("it was parsed"))


def test_a_changed_zip_in_a_folder_is_refused_unread(tmp_path, old, unparsed):
    put(tmp_path / "given", {"index.json": old.index, old.file: changed(old.zip)})
    with pytest.raises(InputError, match=f"this is not the zip that was released as 0.0.1.*the index says {old.line.sha256}"):
        find.find(old.version, tmp_path / "given")


def test_a_changed_zip_with_a_changed_index_is_refused_where_the_package_knows_it(tmp_path, old, knows, unparsed):
    data = changed(old.zip)
    lied = index.Release(**{**vars(old.line), "sha256": digest(data)[7:]})
    put(tmp_path / "given", {"index.json": index.encode({"0.0.1": lied}), old.file: data})
    with pytest.raises(InputError, match="another SHA-256 here"):
        find.find(old.version, tmp_path / "given")


@pytest.mark.parametrize("known", ["by the package", "by the index beside it"])
def test_a_changed_zip_that_is_named_is_refused_unread(tmp_path, old, unparsed, known):
    put(tmp_path / ("own" if known == "by the package" else "given"), {"index.json": old.index})
    put(tmp_path / "given", {old.file: changed(old.zip)})
    with pytest.raises(InputError, match="this is not the zip that was released as 0.0.1"):
        find.find(old.version, tmp_path / "given" / old.file)


def test_a_zip_of_another_version_is_no_fault(tmp_path, old, knows):
    listed = {"0.0.1": old.line, "0.0.2": index.Release("0.0.2", old.line.date, "conflict-figures-0.0.2.zip", 1, "0" * 64, {})}
    put(tmp_path / "own", {"index.json": index.encode(listed)})
    put(tmp_path / "given", {old.file: old.zip})
    with pytest.raises(UnknownVersionError, match="version '0.0.2' is not known"):
        find.find("0.0.2", tmp_path / "given" / old.file)


def test_a_zip_that_the_index_calls_another_version_is_refused(tmp_path, old):
    listed = {"0.0.2": index.Release(**{**vars(old.line), "version": "0.0.2"})}
    put(tmp_path / "given", {"index.json": index.encode(listed), old.file: old.zip})
    with pytest.raises(InputError, match="this is version 0.0.1, and the index says 0.0.2"):
        find.find("0.0.2", tmp_path / "given")


def test_a_missing_zip_is_said(tmp_path, old):
    put(tmp_path / "given", {"index.json": old.index})
    with pytest.raises(InputError, match="the zip of version 0.0.1 is not there. Put it back"):
        find.find(old.version, tmp_path / "given")


def test_a_zip_that_is_none_is_said(tmp_path):
    put(tmp_path, {"x.zip": b"<html>"})
    with pytest.raises(InputError, match="this is no zip that can be read"):
        find.find("0.0.1", tmp_path / "x.zip")


def test_a_changed_table_of_a_folder_is_refused_when_it_is_read(tmp_path, old):
    put(tmp_path, old.files | {"data/figures.parquet": changed(old.files["data/figures.parquet"])})
    found = find.find(old.version, tmp_path)
    assert found.read("claims").num_rows > 0
    with pytest.raises(InputError, match="the file is not the one that was published"):
        found.read("figures")


def rewritten(old, **said):
    """The files of a folder in which a table was changed, and the descriptor with it."""
    descriptor = json.loads(old.files["datapackage.json"]) | said
    for resource in descriptor["resources"]:
        if resource["name"] == "figures":
            resource["contentHash"] = "sha256:" + "0" * 64
    return old.files | {"datapackage.json": json.dumps(descriptor).encode()}


def test_a_changed_descriptor_is_refused_by_the_sums(tmp_path, old):
    put(tmp_path, rewritten(old))
    with pytest.raises(InputError, match="datapackage.json is not the one in SHA256SUMS"):
        find.find(old.version, tmp_path)


def test_a_changed_folder_with_changed_sums_is_refused_where_the_package_knows_it(tmp_path, old, knows):
    files = rewritten(old)
    del files["SHA256SUMS"]
    put(tmp_path / "given", files)
    with pytest.raises(InputError, match="this is not what was released as 0.0.1: figures has other content"):
        find.find(old.version, tmp_path / "given")


def test_a_descriptor_without_a_version_is_said(tmp_path, old):
    files = rewritten(old, version="next")
    del files["SHA256SUMS"]
    put(tmp_path, files)
    with pytest.raises(InputError, match="names no version as releases have it"):
        find.known(tmp_path)


@pytest.mark.parametrize(
    "change", [{"file": "../x.zip"}, {"version": "1"}, {"version": 1}, {"sha256": "0"}, {"date": "2026-02-30"}, {"bytes": "1"}, {"tables": []}, {"more": 1}]
)
def test_an_index_that_is_not_written_as_one_is_refused(old, change):
    said = json.loads(old.index)
    said["releases"][0] |= change
    with pytest.raises(InputError, match="this is no list of releases"):
        index.parse(json.dumps(said).encode(), "index.json")


@pytest.mark.parametrize("data", [b"", b"[]", b"{}", b'{"releases": 1}', b'{"releases": [1]}', b"\xff", b"[" * 100_000])
def test_what_is_no_index_is_refused(data):
    with pytest.raises(InputError, match="this is no list of releases"):
        index.parse(data, "index.json")


def test_a_checkout_that_moved_on_is_not_the_release_of_its_version(tmp_path, old):
    here = json.loads(old.index)["releases"][0] | {"version": cf.version()}
    put(tmp_path / "own", {"index.json": json.dumps({"releases": [here]}).encode()})
    with pytest.raises(UnknownVersionError, match="is not known"):
        find.find(cf.version())
    again = _released_again(tmp_path, old)
    assert find.find(cf.version(), again).tables == ("sources", "claims", "figures")
    assert cf.versions(again)["installed"].tolist() == [False]


def _released_again(tmp_path, old):
    """A folder that has a release with the number of the installed version."""
    said = json.loads(old.files["datapackage.json"]) | {"version": cf.version()}
    files = old.files | {"datapackage.json": json.dumps(said).encode()}
    del files["SHA256SUMS"]
    return put(tmp_path / "again", files)


def forged(old):
    """The old release with other figures, and with every hash set right but the one that was released."""
    table = parquet.ParquetFile(io.BytesIO(old.files["data/figures.parquet"])).read()
    out = io.BytesIO()
    parquet.write_table(table.slice(1), out)
    said = json.loads(old.files["datapackage.json"])
    figures = next(one for one in said["resources"] if one["name"] == "figures")
    figures["alternates"][0]["hash"] = digest(out.getvalue())
    made = old.files | {"data/figures.parquet": out.getvalue(), "datapackage.json": json.dumps(said).encode()}
    del made["SHA256SUMS"]
    return made


def test_rows_that_were_forged_with_their_hashes_are_refused_where_the_version_is_known(tmp_path, old):
    put(tmp_path / "own", {"index.json": old.index})
    found = find.find(old.version, put(tmp_path / "given", forged(old)))
    for columns in (None, ["figure_id"]):
        with pytest.raises(InputError, match="these are not the rows that were released"):
            found.read("figures", columns)
    assert found.read("claims", ["claim_id"]).column_names == ["claim_id"]


@pytest.mark.parametrize("method", [zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_damage_in_a_zip_that_somebody_packed_again_is_said(old, method):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as packed:
        packed.writestr("datapackage.json", old.files["datapackage.json"])
    for place in range(50, 400, 5):
        data = bytearray(out.getvalue())
        data[place] ^= 255
        with pytest.raises(InputError):
            _ = package.from_zip(bytes(data), "x.zip").descriptor


@pytest.mark.parametrize("said", [None, "abc", [1], [{"name": ["x"]}], [{"name": "x", "alternates": "y"}], [{"name": "x", "alternates": [{}]}]])
def test_a_descriptor_of_another_shape_is_said(said):
    opened = package.Package("x.zip", lambda name: json.dumps({"version": "1.0.0", "resources": said}).encode())
    with pytest.raises(InputError, match="it describes no tables"):
        _ = opened.descriptor
