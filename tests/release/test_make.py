"""A release can be trusted: the same bytes again, every file hashed, and nothing made of what is not in order."""

import hashlib
import json
import os
import subprocess
import sys
import zipfile

import pyarrow
import pytest
from conflict_figures.errors import InputError, UsageError
from conflict_figures.release import make as making
from conflict_figures.release import state
from conflict_figures.versions import history, index
from conflict_figures.versions.package import open_package

DAY = "2027-01-31"

WRITTEN = {
    "LICENSE-DATA", "README.md", "CHANGES.md", "CITATION.cff", "SHA256SUMS", "codebook.md", "croissant.json", "data-dictionary.md",
    "datacite.json", "datapackage.json", "dataset.jsonld",
}  # fmt: skip


def make(published, version="0.1.0", **given):
    return making.make(published.root, version, DAY, **given)


def refused(published, words, version="0.1.0", **given):
    before = published.files()
    with pytest.raises(InputError) as caught:
        make(published, version, **given)
    assert words in str(caught.value)
    assert published.files() == before
    assert caught.value.remedy
    return str(caught.value)


def test_a_release_is_a_folder_a_zip_and_a_line_in_the_list(published, small):
    published.publish("0.1.0", small)
    made = make(published)
    tables = {f"data/{name}.{kind}" for name in small for kind in ("csv", "parquet")}
    inside = {path.relative_to(made.folder).as_posix(): path.read_bytes() for path in made.folder.rglob("*") if path.is_file()}
    assert inside.keys() == WRITTEN | tables
    with zipfile.ZipFile(made.zip) as archive:
        assert {name: archive.read(name) for name in archive.namelist()} == {f"conflict-figures-0.1.0/{path}": data for path, data in inside.items()}
    (listed,) = index.read(made.zip.parent).values()
    assert (listed.version, listed.date, listed.file, listed.doi) == ("0.1.0", DAY, made.zip.name, None)
    assert listed.sha256 == hashlib.sha256(made.zip.read_bytes()).hexdigest()
    assert listed.bytes == made.zip.stat().st_size
    opened = open_package(made.zip)
    assert opened.descriptor["created"] == f"{DAY}T00:00:00Z"
    for name, table in small.items():
        assert opened.read(name).equals(table)
        assert listed.tables[name] == "sha256:" + hashlib.sha256(inside[f"data/{name}.csv"]).hexdigest()


def test_every_file_is_in_the_list_of_hashes(published, small):
    published.publish("0.1.0", small)
    folder = make(published).folder
    assert subprocess.run(["sha256sum", "--check", "--strict", "--quiet", "SHA256SUMS"], cwd=folder, check=False).returncode == 0
    named = {line.split("  ")[1] for line in (folder / "SHA256SUMS").read_text().splitlines()}
    assert named == {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()} - {"SHA256SUMS"}


def test_the_same_commit_gives_the_same_bytes_whenever_and_by_whomever(published, small, tmp_path):
    published.publish("0.1.0", small)
    make(published)
    published.commit()
    code = "import sys; from pathlib import Path; from conflict_figures.release import make; make.make(Path(sys.argv[1]), '0.1.0', sys.argv[2], into=Path(sys.argv[3]))"
    odd = os.environ | {"PYTHONHASHSEED": "7", "TZ": "Asia/Tokyo", "LC_ALL": "C", "HOME": str(tmp_path), "USER": "somebody"}
    (tmp_path / "other").mkdir()
    os.utime(published.root / "data" / "figures.csv", (0, 0))
    subprocess.run([sys.executable, "-c", code, str(published.root), DAY, str(tmp_path / "other")], check=True, env=odd, cwd=tmp_path)
    again = {path.relative_to(tmp_path / "other").as_posix(): path.read_bytes() for path in (tmp_path / "other").rglob("*") if path.is_file()}
    assert again == published.files()
    assert not any(str(published.root).encode() in data for data in again.values())


def test_the_release_before_is_compared_and_told_of(published, small):
    published.publish("0.1.0", small)
    make(published)
    published.commit()
    figures = small["figures"]
    place = figures.schema.get_field_index("place")
    changed = figures.set_column(place, figures.schema.field(place), pyarrow.array(["Nowhere"] * len(figures), pyarrow.string()))
    published.publish("0.1.1", small | {"figures": changed})
    made = make(published, "0.1.1")
    assert (made.bump.level, made.bump.least) == ("patch", "0.1.1")
    notes = (made.folder / "CHANGES.md").read_text()
    assert "0.1.1" in notes and "0.1.0" in notes and "place" in notes and "Something came." in notes and "Nothing." not in notes
    assert list(index.read(made.zip.parent)) == ["0.1.0", "0.1.1"]
    assert history.before("0.1.1", made.zip.parent).version == "0.1.0"
    assert history.before("0.1.0", made.zip.parent) is None


def test_a_version_that_is_too_small_is_refused_with_the_reason(published, small):
    published.publish("0.1.0", small | {"figures": small["figures"].slice(1)})
    make(published)
    published.commit()
    published.publish("0.1.1", small)
    said = refused(published, "too small", "0.1.1")
    assert "0.2.0" in said


def test_a_row_that_is_gone_without_a_reason_is_refused_whatever_the_version(published, small):
    published.publish("0.1.0", small)
    make(published)
    published.commit()
    gone = small["figures"]["figure_id"][0].as_py()
    published.publish("1.0.0", small | {"figures": small["figures"].slice(1)})
    assert gone in refused(published, "gone without a reason", "1.0.0")
    told = [{"table": "figures", "key": gone, "withdrawn_in": "1.0.0", "last_in": "0.1.0", "reason": "It is a year.", "replaced_by": None, "row": "{}"}]
    tombstone = pyarrow.Table.from_pylist(told, schema=small["withdrawn"].schema)
    published.publish("1.0.0", small | {"figures": small["figures"].slice(1), "withdrawn": tombstone})
    notes = (make(published, "1.0.0").folder / "CHANGES.md").read_text()
    assert gone in notes and "It is a year." in notes


def test_a_version_is_never_made_anew(published, small):
    published.publish("0.2.0", small)
    make(published, "0.2.0")
    published.commit()
    refused(published, "was released on 2027-01-31", "0.2.0")
    published.publish("0.1.0", small)
    refused(published, "0.2.0 is released already", "0.1.0")


def test_only_what_is_committed_is_released(published, small):
    published.publish("0.1.0", small)
    for path, words in (("docs/codebook.md", "not committed: docs/codebook.md"), ("data/figures.csv", "generated files are not committed: data/figures.csv")):
        before = (published.root / path).read_bytes()
        (published.root / path).write_bytes(before + b"x")
        refused(published, words)
        (published.root / path).write_bytes(before)
    published.write("seeds/new.csv", "x")
    refused(published, "not committed: seeds/new.csv")
    (published.root / "seeds" / "new.csv").unlink()
    make(published)


@pytest.mark.parametrize(
    ("path", "words", "said"),
    [
        ("LICENSE-DATA", None, "licence of the data is missing"),
        ("LICENSE-DATA", "\n", "licence of the data is missing"),
        ("CITATION.cff", None, "CITATION.cff does not name version 0.1.0"),
        ("CITATION.cff", "version: 0.0.9\n", "CITATION.cff does not name version 0.1.0"),
        ("CITATION.cff", "version: 0.1.0\ndate-released: 2020-01-01\n", "Write date-released: 2027-01-31 there"),
        ("CHANGELOG.md", "## 0.1.0 – not yet released\n", "no part about version 0.1.0"),
        ("CHANGELOG.md", f"## 0.1.0 – {DAY}\n\n## 0.0.1\n", "no part about version 0.1.0"),
        ("docs/codebook.md", "# TODO\n", "codebook.md would hold 'TODO'"),
        ("docs/codebook.md", None, "the page is not there"),
        ("data/figures.csv", "figure_id\n", "data/figures.csv"),
        ("data/figures.parquet", None, "data/figures.parquet"),
        ("datapackage.json", None, "nothing is published"),
        ("datapackage.json", "[", "no JSON"),
    ],
)
def test_what_is_not_in_order_is_refused_in_a_sentence(published, small, path, words, said):
    published.publish("0.1.0", small)
    published.write(path, words) if words is not None else (published.root / path).unlink()
    published.commit()
    refused(published, said)


def test_another_version_than_the_checkout_publishes_is_refused(published, small):
    published.publish("0.1.0", small)
    refused(published, "publishes version 0.1.0, not 0.3.0", "0.3.0")
    published.publish("0.1.0", small, licenses=[])
    refused(published, "names no licence")


def test_a_folder_without_git_is_refused(published, small, tmp_path, monkeypatch):
    published.publish("0.1.0", small)
    (published.root / ".git").rename(tmp_path / "git")
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path))
    refused(published, "git does not know this checkout")
    monkeypatch.setenv("PATH", "")
    refused(published, "git is not installed")


@pytest.mark.parametrize("doi", ["10.5281/zenodo.XXXXXXX", "10.5072/zenodo.1", "10.1234/5678", "10.5281/zenodo.0000000", "https://doi.org/10.5281/zenodo.1", "zenodo.1", "10.5281/", ""])
def test_no_placeholder_passes_for_a_doi(published, small, doi):
    with pytest.raises(UsageError, match="DOI"):
        make(published, doi=doi)


def test_a_doi_stands_only_where_one_was_given(published, small, tmp_path):
    published.publish("0.1.0", small)
    without = make(published).folder
    published.commit()
    assert not any(b"doi.org" in path.read_bytes() or b'"doi"' in path.read_bytes() for path in without.iterdir() if path.is_file())
    doi = "10.5281/zenodo.8101234"
    given = make(published, doi=doi, into=tmp_path / "other")
    for name in ("datacite.json", "CITATION.cff", "dataset.jsonld", "croissant.json", "datapackage.json", "README.md"):
        assert doi in (given.folder / name).read_text()
    assert given.release.doi == doi


@pytest.mark.parametrize("words", ["TODO: name", "https://example.org/data", "<your name>", "XXXX"])
def test_no_placeholder_is_shipped(published, small, words):
    published.publish("0.1.0", small, contributors=[{"title": words, "roles": ["creator"]}])
    refused(published, "was to be replaced")


@pytest.mark.parametrize(("version", "day"), [("1", "2027-01-31"), ("01.0.0", "2027-01-31"), ("v0.1.0", "2027-01-31"), ("0.1.0", "2027-02-30"), ("0.1.0", "31.1.2027"), ("0.1.0", "20270131")])
def test_what_is_no_version_and_no_day_is_wrong_use(published, version, day):
    with pytest.raises(UsageError):
        making.make(published.root, version, day)


def test_a_release_that_cannot_be_written_leaves_nothing(published, small, monkeypatch):
    published.publish("0.1.0", small)

    def full(*arguments):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "replace", full)
    with pytest.raises(InputError, match="No space left on device.*Make room"):
        make(published)
    monkeypatch.undo()
    assert published.files() == {}
    make(published)


def test_a_place_that_is_no_folder_is_told(published, small, tmp_path):
    published.publish("0.1.0", small)
    (tmp_path / "file").write_text("x")
    with pytest.raises(InputError, match="could not be written.*say with --into"):
        make(published, into=tmp_path / "file")
    (tmp_path / "into").mkdir()
    (tmp_path / "into" / "conflict-figures-0.1.0").symlink_to(tmp_path)
    assert make(published, into=tmp_path / "into").folder.is_dir()
    assert (tmp_path / "file").read_text() == "x"


def test_the_descriptions_name_every_file_and_column(published, small):
    published.publish("0.1.0", small)
    folder = make(published).folder
    page, croissant = (json.loads((folder / name).read_text()) for name in ("dataset.jsonld", "croissant.json"))
    paths = [f"data/{name}.{kind}" for name in small for kind in ("csv", "parquet")]
    assert [one["contentUrl"] for one in page["distribution"]] == paths == [one["contentUrl"] for one in croissant["distribution"]]
    for one in (*page["distribution"], *croissant["distribution"]):
        assert one["sha256"] == hashlib.sha256((folder / one["contentUrl"]).read_bytes()).hexdigest()
    for one in croissant["recordSet"]:
        assert [field["name"] for field in one["field"]] == small[one["name"]].column_names
    assert page["datePublished"] == DAY and page["version"] == "0.1.0"


def test_the_state_of_a_checkout_is_checked_before_anything_is_compared(published, small):
    with pytest.raises(InputError, match="nothing is published"):
        published.commit()
        state.check(published.root, "0.1.0", DAY)


def test_a_release_that_is_written_elsewhere_is_compared_with_the_one_before_all_the_same(published, small, tmp_path):
    published.publish("0.1.0", small)
    make(published)
    published.commit()
    published.publish("0.1.1", small | {"figures": small["figures"].slice(1)})
    refused(published, "gone without a reason", "0.1.1", into=tmp_path / "elsewhere")
    assert not (tmp_path / "elsewhere").exists()
