"""Zips, descriptors, links and texts that are wrong, or meant to do harm: one finding, and nothing written or fetched elsewhere."""

import hashlib
import json
import os
import shutil
import zipfile

import pytest

import conflict_figures as cf


def files_below(folder):
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*"))


@pytest.fixture(autouse=True)
def nothing_is_left_behind(tmp_path, monkeypatch):
    """Temporary folders of the test lie here, and are empty again afterwards."""
    import tempfile

    temporary = tmp_path / "temporary"
    temporary.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(temporary))
    yield
    assert files_below(temporary) == []


@pytest.fixture
def packed(contribution):
    """A zip of the members that are given, by name."""

    def pack(members, **options):
        path = contribution.folder.parent / "contribution.zip"
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as out:
            for name, data in members.items():
                out.writestr(name, data, **options)
        return path

    return pack


def test_a_zip_of_tables(contribution, packed):
    links = contribution.csv("links").read_bytes()
    for name in ("links.csv", "mine/links.csv"):
        report = contribution.validate(packed({name: links, "__MACOSX/._links.csv": b"x"}))
        assert report.ok
        assert [one.rows for one in report.read] == [6]
    one = contribution.one(packed({"mine/links.csv": links.replace(b"stated", b"guessed")}))
    assert one.path.endswith("contribution.zip/mine/links.csv")
    assert one.line == 3


@pytest.mark.parametrize("name", ["../links.csv", "a/../../links.csv", "/tmp/links.csv", "C:/links.csv", "..\\links.csv"])
def test_a_zip_that_climbs_out(contribution, packed, name, tmp_path):
    path = packed({"links.csv": contribution.csv("links").read_bytes(), name: b"x"})
    before = files_below(tmp_path)
    assert contribution.one(path).rule == "unsafe-path"
    assert files_below(tmp_path) == before


def test_a_zip_with_a_link(contribution, packed):
    info = zipfile.ZipInfo("links.csv")
    info.external_attr = 0o120777 << 16
    assert contribution.one(packed({info: "/etc/passwd"})).rule == "link"


def test_a_zip_that_grows_without_end(contribution, packed, monkeypatch):
    from conflict_figures.check.reading import archive

    monkeypatch.setattr(archive, "_SUSPECT", 1 << 20)
    assert contribution.one(packed({"links.csv": b"0" * (4 << 20)})).rule == "zip-too-large"
    monkeypatch.setattr(archive, "MOST_BYTES", 1000)
    assert contribution.one(packed({"links.csv": os.urandom(2000)})).rule == "zip-too-large"
    monkeypatch.setattr(archive, "MOST_FILES", 3)
    assert contribution.one(packed({f"{n}.csv": b"" for n in range(4)})).rule == "zip-too-large"


def test_a_zip_that_lies_about_its_sizes(contribution, packed):
    """The bytes that come are counted, not those that are promised."""
    path = packed({"links.csv": b"0" * 100_000})
    data = path.read_bytes()
    path.write_bytes(data.replace((100_000).to_bytes(4, "little"), (10).to_bytes(4, "little")))
    assert contribution.one(path).rule in ("zip", "header")


def test_a_zip_that_is_none_or_cut_short(contribution, packed):
    path = packed({"links.csv": contribution.csv("links").read_bytes()})
    data = path.read_bytes()
    for changed in (b"", b"PK", data[:-30], data[: len(data) // 2], data.replace(data[40:60], bytes(20), 1)):
        path.write_bytes(changed)
        assert contribution.one(path).rule == "zip"


def test_a_zip_in_which_one_name_stands_twice(contribution, packed):
    path = packed({"links.csv": contribution.csv("links").read_bytes()})
    with zipfile.ZipFile(path, "a") as out, pytest.warns(UserWarning, match="Duplicate"):
        out.writestr("links.csv", "x")
    assert contribution.one(path).rule == "zip"


def described(contribution, **resource):
    contribution.csv("links")
    described = {"name": "mine", "resources": [{"name": "links", "path": "links.csv"} | resource]}
    path = contribution.folder / "datapackage.json"
    path.write_text(json.dumps(described))
    return path


def test_a_package_by_its_folder_or_descriptor(contribution):
    path = described(contribution)
    assert contribution.validate().ok
    assert contribution.validate(path).ok


@pytest.mark.parametrize(
    ("place", "rule"),
    [
        ("../links.csv", "unsafe-path"),
        ("/etc/passwd", "unsafe-path"),
        ("C:\\links.csv", "unsafe-path"),
        ("http://127.0.0.1:9/links.csv", "unsafe-path"),
        ("file:///etc/passwd", "unsafe-path"),
        ("s3://bucket/links.csv", "unsafe-path"),
        ("data/links.csv", "file-missing"),
        (["links.csv", "more.csv"], "resource-path"),
        (5, "descriptor"),
        (None, "descriptor"),
    ],
)  # fmt: skip
def test_a_descriptor_that_points_elsewhere(contribution, place, rule):
    described(contribution, path=place)
    rules = {rule for rule, _ in contribution.found()}
    assert rule in rules
    assert rules <= {rule, "descriptor"}


def promised(contribution) -> dict:
    """What a true descriptor says of the CSV of links."""
    data = contribution.csv("links").read_bytes()
    return {"bytes": len(data), "hash": f"sha256:{hashlib.sha256(data).hexdigest()}", "rowCount": 6}


def test_a_file_that_is_the_one_described(contribution):
    said = promised(contribution)
    described(contribution, **said, alternates=[said | {"path": "links.csv"}, {"path": "none.parquet", "bytes": 1}, {"path": "../x", "bytes": 1}, 5])
    assert contribution.validate().entries == ()
    described(contribution, hash=hashlib.md5((contribution.folder / "links.csv").read_bytes()).hexdigest())
    assert contribution.validate().entries == ()


@pytest.mark.parametrize(
    ("change", "said", "has"),
    [
        ({"bytes": 7, "hash": "sha256:" + "0" * 64}, "7 bytes", "377 bytes"),
        ({"hash": "sha256:" + "0" * 64}, "the sha256 000000000000…", "377 bytes"),
        ({"hash": "0" * 32}, "the md5 000000000000…", None),
        ({"rowCount": 1}, "1 row", "6 rows"),
        ({"rowCount": None, "rows": 7, "bytes": 1}, "1 byte and 7 rows", "bytes and 6 rows"),
    ],
)  # fmt: skip
def test_a_file_that_is_another_than_described(contribution, change, said, has):
    promise = promised(contribution) | change
    described(contribution, **{key: value for key, value in promise.items() if value is not None})
    one = contribution.one()
    assert (one.rule, one.path) == ("file-differs", str(contribution.folder / "links.csv"))
    size = f"{promised(contribution)['bytes']} bytes"
    assert f"datapackage.json says that the file has {said}; it has " in one.message
    if has:
        assert has.replace("377 bytes", size if "bytes" in change else promised(contribution)["hash"][7:19]) in one.message


def test_another_form_of_a_table_is_compared_too(contribution):
    contribution.parquet("links")
    described(contribution, alternates=[{"path": "links.parquet", "bytes": 5}])
    one = contribution.one()
    assert (one.rule, one.path) == ("file-differs", str(contribution.folder / "links.parquet"))


@pytest.mark.parametrize("odd", [{"bytes": "12"}, {"bytes": True}, {"hash": "crc32:00"}, {"hash": 5}, {"hash": "sha256:zz"}, {"rowCount": 1.5}])
def test_odd_promises_are_no_traceback(contribution, odd):
    described(contribution, **odd)
    assert {rule for rule, _ in contribution.found()} <= {"descriptor"}


def test_a_resource_that_is_no_table_of_ours(contribution):
    described(contribution, name="news")
    assert contribution.one().rule == "table-name"


@pytest.mark.parametrize("content", ["", "{", "[]", "5", '{"resources": [', "[" * 100_000, '{"a": ' * 100_000, "NaN", b"\xff\xfe{\x00", "9" * 10_000])
def test_a_descriptor_that_cannot_be_read(contribution, content):
    path = described(contribution)
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    assert contribution.one().rule in ("descriptor", "encoding")


@pytest.mark.parametrize("content", ["{}", '{"resources": 5}', '{"resources": [5, null]}', '{"resources": [{"path": {}}]}', '{"resources": [{"name": [1]}]}'])
def test_a_descriptor_of_another_shape(contribution, content):
    described(contribution).write_text(content)
    found = contribution.found()
    assert found
    assert {rule for rule, _ in found} <= {"descriptor", "resource-path"}


def test_links_are_not_followed(contribution, tmp_path):
    target = tmp_path / "links.csv"
    shutil.move(contribution.csv("links", lambda text: "secret"), target)
    (contribution.folder / "links.csv").symlink_to(target)
    one = contribution.one()
    assert one.rule == "link"
    assert "secret" not in str(one)
    (contribution.folder / "links.csv").unlink()
    described(contribution, path="here/links.csv")
    (contribution.folder / "here").symlink_to(tmp_path)
    assert {rule for rule, _ in contribution.found()} == {"link"}


def test_a_pipe_is_not_waited_for(contribution):
    os.mkfifo(contribution.folder / "links.csv")
    assert contribution.one().rule == "file-kind"
    assert contribution.one(contribution.folder / "links.csv").rule == "file-kind"


@pytest.mark.parametrize("name", ["links.xlsx", "links.tsv", "table.csv", "table.parquet", "links.docx"])
def test_files_that_are_no_table(contribution, name):
    path = contribution.folder / name
    path.write_bytes(b"a,b\n1,2\n")
    assert contribution.one().rule in ("file-kind", "table-name")
    assert contribution.one(path).rule in ("file-kind", "table-name")


def test_a_table_under_another_name_is_known_by_its_columns(contribution):
    contribution.csv("links").rename(contribution.folder / "my-links.csv")
    (read,) = contribution.validate().read
    assert read.table == "links"


def test_an_empty_folder(contribution):
    assert contribution.one().rule == "nothing"


def test_nothing_at_the_path(contribution):
    with pytest.raises(cf.InputError, match="there is nothing at"):
        contribution.validate(contribution.folder / "none.csv")


def test_two_files_of_one_table_hold_the_same_rows(contribution):
    contribution.csv("links")
    contribution.parquet("links")
    assert contribution.validate().ok
    contribution.csv("links", lambda text: text.replace("sum_1", "sum_2"))
    assert contribution.one().rule == "twin"


@pytest.fixture
def text(contribution, root):
    """A source text with its sidecar in the contribution; its path without an ending."""
    for ending in (".txt", ".yaml"):
        shutil.copy(root / "seeds" / "texts" / f"nk-casualties-kursk{ending}", contribution.folder)
    return contribution.folder / "nk-casualties-kursk"


def test_a_text_with_its_sidecar(contribution, text):
    for path in (text.with_suffix(".txt"), text.with_suffix(".yaml"), contribution.folder):
        report = contribution.validate(path)
        assert report.ok
        assert [one.table for one in report.read] == ["sources"]


@pytest.mark.parametrize(("gone", "what"), [(".yaml", "sidecar"), (".txt", "text")])
def test_a_text_and_a_sidecar_need_each_other(contribution, text, gone, what):
    text.with_suffix(gone).unlink()
    assert f"has no {what}" in contribution.one().message


BOMB = "a: &a [x, x]\n" + "".join(f"{chr(98 + n)}: &{chr(98 + n)} [*{chr(97 + n)}, *{chr(97 + n)}]\n" for n in range(24))


@pytest.mark.parametrize(
    "content",
    ["", BOMB, "kind: !!python/object/apply:os.system ['touch gone']\n", "[" * 50_000, "{a: " * 50_000, "- " * 50_000, "\x01", "kind: article\n" * 50_000, "a: &a [*a]"],
)  # fmt: skip
def test_a_sidecar_meant_to_do_harm(contribution, text, content, monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)
    text.with_suffix(".yaml").write_text(content)
    (entry,) = contribution.validate().entries
    assert entry.first.rule in ("sidecar", "too-large")
    assert not (tmp_path / "gone").exists()


SIDECAR = """\
kind: blog
publsher: The Daily Note
title: null
author:
  - Ana
url: example.org
language: en
published: 15 June
accessed: soon
licence: ''
rights: null
unknown:
  url: why
  nobody: why
published_inferred:
  value: May
  confidence: sure
"""


def test_every_fault_of_a_sidecar_has_its_line(contribution, text):
    text.with_suffix(".yaml").write_text(SIDECAR)
    report = contribution.validate(text.with_suffix(".txt"))
    said = {(one.line, one.message.split(", ")[0]) for entry in report.entries for one in entry.places}
    assert said == {
        (1, "`kind` is 'blog'"),
        (2, "`publsher` is not a key of the sidecar"),
        (3, "`title` is null without a reason"),
        (5, "`author` is a list or a mapping"),
        (6, "`url` is 'example.org'"),
        (6, "`url` has a value"),
        (8, "`published` is '15 June'"),
        (9, "`accessed` is 'soon'"),
        (10, "`licence` is empty"),
        (11, "`rights` is null"),
        (14, "`nobody` is not a key of `unknown`"),
        (16, "`published_inferred` has no key `basis`"),
        (16, "`published_inferred.value` is 'May'"),
        (17, "`confidence` is 'sure'"),
        (16, "`published` is known"),
    }


def test_every_tag_and_anchor_of_a_sidecar_has_its_line(contribution, text):
    text.with_suffix(".yaml").write_text("kind: !!str article\ntitle: &a b\nrights: *a\n")
    assert sorted(contribution.found(text.with_suffix(".txt"))) == [("sidecar", 1), ("sidecar", 2), ("sidecar", 3)]


@pytest.mark.parametrize(("content", "rule"), [(b"", "text"), (b"caf\xe9", "text"), (b"a\r\nb", "text"), (b"\xef\xbb\xbfa", "text"), (b"a\0b", "nul")])
def test_a_text_that_is_none(contribution, text, content, rule):
    text.with_suffix(".txt").write_bytes(content)
    assert contribution.one().rule == rule


def test_a_checkout(root):
    report = cf.validate(root)
    assert report.ok
    assert any("coded" in one.path for one in report.read)
    assert any(one.path.endswith("data/figures.csv") for one in report.read)
