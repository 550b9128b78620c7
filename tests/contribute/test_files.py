"""The files of a contribution are written all or not at all, and never over what somebody wrote."""

import os
import shutil

import pytest

import conflict_figures as cf
from conflict_figures.contribute import batch, text, write
from conflict_figures.seeds import coded, texts


def content(folder) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


@pytest.fixture
def parent(tmp_path):
    return tmp_path / "root" / "seeds" / "coded"


def test_an_empty_batch_is_one_that_the_build_reads(parent):
    batch.create(parent, "river-war")
    (read,) = coded.read(parent.parent.parent)
    assert read.name == "river-war" and not any(read.records.values())
    assert "| `measure` | what is counted | `killed`, `wounded`" in (parent / "river-war" / "README.md").read_text(encoding="utf-8")


def test_a_filled_batch_is_one_that_the_build_reads_and_validates(parent, coding_sheet, full):
    batch.create(parent, "river-war")
    found, counts = batch.fill(parent, "river-war", coding_sheet.write(full))
    assert not found and counts["figures"] == 1
    (read,) = coded.read(parent.parent.parent)
    assert [row["figure_id"] for row in read.records["figures"]] == ["river-war-harbour-gazette-0612.f0001"]
    assert read.counts[0] == {"table": "sources", "coded": "1", "left_out": "0", "added": "0"}
    report = cf.validate(parent / "river-war")
    assert report.ok and report.entries == (), "a batch holds every table, also one without rows"
    assert (parent / "river-war" / "template.csv").read_bytes() == coding_sheet.path.read_bytes()


def test_the_template_in_the_batch_itself_can_be_filled_in_and_read(parent, coding_sheet, full):
    folder = batch.create(parent, "river-war")
    shutil.copy(coding_sheet.write(full), folder / "template.csv")
    (folder / "README.md").write_text("# Ours\n")
    assert batch.fill(parent, "river-war", folder / "template.csv")[1]["claims"] == 1
    assert (folder / "README.md").read_text() == "# Ours\n"


def test_what_was_left_out_is_accounted_for(parent, coding_sheet, full):
    left = [{"table": "figures", "record": "2", "column": "", "value": "", "reason": "no date"},
            {"table": "claims", "record": "2", "column": "", "value": "", "reason": "no date"},
            {"table": "figures", "record": "*", "column": "grade", "value": "", "reason": "not ours"}]  # fmt: skip
    batch.fill(parent, "river-war", coding_sheet.write(full), left)
    (read,) = coded.read(parent.parent.parent)
    assert {row["table"]: (row["coded"], row["left_out"]) for row in read.counts}["figures"] == ("2", "1")


def test_rows_are_not_written_over_unless_that_is_asked_for(parent, coding_sheet, full):
    batch.fill(parent, "river-war", coding_sheet.write(full))
    before = content(parent)
    batch.fill(parent, "river-war", coding_sheet.path)
    assert content(parent) == before, "the same sheet gives the same files"
    coding_sheet.write(full | {"number": "1,300"})
    with pytest.raises(cf.InputError, match="holds rows already"):
        batch.fill(parent, "river-war", coding_sheet.path)
    assert content(parent) == before
    batch.fill(parent, "river-war", coding_sheet.path, again=True)
    assert b"1300" in content(parent)["river-war/figures.csv"]
    assert [path.name for path in parent.iterdir()] == ["river-war"], "nothing is left beside it"


def test_a_sheet_with_a_fault_changes_nothing(parent, coding_sheet, full):
    batch.create(parent, "river-war")
    before = content(parent)
    found, counts = batch.fill(parent, "river-war", coding_sheet.write(full | {"measure": "killd"}))
    assert found and not counts and content(parent) == before


def test_a_folder_that_is_there_is_not_written_into(parent):
    (parent / "river-war").mkdir(parents=True)
    with pytest.raises(cf.InputError, match="there already"):
        batch.create(parent, "river-war")
    assert content(parent) == {}


@pytest.mark.parametrize("refuses", ["rename", "write_bytes"])
def test_a_disk_that_fails_half_way_leaves_what_was_there(parent, coding_sheet, full, monkeypatch, refuses):
    batch.create(parent, "river-war")
    before = content(parent)
    path = coding_sheet.write(full)
    if refuses == "rename":
        moves = []

        def rename(source, target, real=os.rename):
            moves.append(target)
            if len(moves) == 2:
                raise OSError(28, "No space left on device")
            real(source, target)

        monkeypatch.setattr(write.os, "rename", rename)
    else:
        real = write.Path.write_bytes

        def write_bytes(self, data):
            if self.name == "figures.csv":
                raise OSError(28, "No space left on device")
            return real(self, data)

        monkeypatch.setattr(write.Path, "write_bytes", write_bytes)
    with pytest.raises(OSError, match="No space"):
        batch.fill(parent, "river-war", path)
    assert content(parent) == before and [entry.name for entry in parent.iterdir()] == ["river-war"]


@pytest.mark.parametrize("name", ["River", "a--b", "../x", "", "a_b"])
def test_a_name_that_is_none_is_refused_before_anything_is_made(tmp_path, name):
    with pytest.raises(cf.InputError):
        batch.create(tmp_path / "coded", name)
    with pytest.raises(cf.InputError):
        text.create(tmp_path / "texts", name)
    assert list(tmp_path.iterdir()) == []


def test_a_new_text_is_complete_but_for_what_only_its_contributor_knows(tmp_path):
    folder = tmp_path / "seeds" / "texts"
    words, sidecar = text.create(folder, "river-note")
    assert words.read_bytes() == b""
    words.write_text("Two died.\n")
    with pytest.raises(cf.InputError, match="river-note.yaml:4: `publisher` is null without a reason"):
        texts.read(tmp_path)
    facts = ("publisher", "title", "author", "url", "language", "published", "accessed", "licence")
    filled = sidecar.read_text().replace("rights: null", "rights: ours")
    filled = filled.replace("unknown:\n", "unknown:\n" + "".join(f"  {fact}: not in the text\n" for fact in facts))
    sidecar.write_text(filled)
    (source,) = texts.read(tmp_path)
    assert source.row["rights"] == "ours" and source.row["kind"] == "article"


def test_a_text_is_copied_as_it_is_or_refused(tmp_path):
    given = tmp_path / "page.txt"
    given.write_bytes("Пять погибли.\n".encode())
    words, _ = text.create(tmp_path / "texts", "river-note", given)
    assert words.read_bytes() == given.read_bytes()
    given.write_bytes(b"\xef\xbb\xbfTwo died.\n")
    with pytest.raises(cf.InputError, match="byte order mark"):
        text.create(tmp_path / "texts", "river-two", given)
    assert sorted(path.name for path in (tmp_path / "texts").iterdir()) == ["river-note.txt", "river-note.yaml"]


@pytest.mark.parametrize("taken", ["river-note.txt", "River-Note.yaml"])
def test_a_text_whose_name_is_taken_is_not_written_over(tmp_path, taken):
    (tmp_path / taken).write_text("ours")
    with pytest.raises(cf.InputError, match="there already"):
        text.create(tmp_path, "river-note")
    assert content(tmp_path) == {taken: b"ours"}


def test_a_report_is_written_whole_or_not_at_all(tmp_path, monkeypatch):
    (tmp_path / "report.html").write_text("old")

    def fails(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(write.os, "replace", fails)
    with pytest.raises(OSError, match="No space"):
        write.replace(tmp_path / "report.html", b"new")
    assert content(tmp_path) == {"report.html": b"old"}


def test_a_disk_without_links_still_gets_new_files_and_keeps_old_ones(tmp_path, monkeypatch):
    def no_links(*_):
        raise OSError(1, "Operation not permitted")

    monkeypatch.setattr(write.os, "link", no_links)
    text.create(tmp_path, "river-note")
    assert sorted(content(tmp_path)) == ["river-note.txt", "river-note.yaml"]
    with pytest.raises(cf.InputError, match="there already"):
        text.create(tmp_path, "river-note")
