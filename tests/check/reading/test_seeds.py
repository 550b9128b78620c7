"""What a checkout holds beside tables and texts: the accounts of a batch and review decisions, each fault at its line."""

import hashlib
import shutil

import pytest

import conflict_figures as cf
from conflict_figures import schema
from conflict_figures.check.reading import folder
from conflict_figures.contribute import batch
from conflict_figures.contribute.columns import COLUMNS
from conflict_figures.seeds import decisions


@pytest.fixture
def checkout(tmp_path, root):
    """A checkout with one text, no decision and an empty batch."""
    texts = tmp_path / "seeds" / "texts"
    texts.mkdir(parents=True)
    for ending in (".txt", ".yaml"):
        shutil.copy(root / "seeds" / "texts" / f"nk-casualties-kursk{ending}", texts / f"note{ending}")
    batch.create(tmp_path / "seeds" / "coded", "river-war")
    (tmp_path / "seeds" / "decisions").mkdir()
    return tmp_path


def found(path) -> list[tuple]:
    """Rule, file, line and what is said, of every fault; tables without rows are left out."""
    places = [one for entry in cf.validate(path).entries for one in entry.places]
    return [(one.rule, one.path.rpartition("/seeds/")[2], one.line, one.message) for one in places if one.rule != "no-rows"]


def test_an_empty_checkout_is_sound(checkout):
    assert found(checkout) == []


def test_the_accounts_of_a_batch(checkout):
    folder = checkout / "seeds" / "coded" / "river-war"
    (folder / "counts.csv").write_text("table,coded,left_out,added\n\nclaims,2,2,1\nfigures,0,1,1\nnews,1,0,0\nlinks,1,0\n")
    (folder / "left-out.csv").write_text("table,record,column,value,reason\nclaims,1,,,no date\nclaims,2,,,no date\n")
    wanted = [
        ("batch", "coded/river-war/counts.csv", 3, "2 coded less 2 left out plus 1 added are not the 0 rows of claims.csv"),
        ("batch", "coded/river-war/counts.csv", 4, "1 records of figures are said to be left out, and left-out.csv lists 0"),
        ("batch", "coded/river-war/counts.csv", 5, "the row names no table, or a count is no number"),
        ("batch", "coded/river-war/counts.csv", 6, "the row is not table,coded,left_out,added"),
    ]
    assert found(checkout) == wanted
    assert found(folder) == wanted, "the batch alone says the same"


def test_a_count_is_not_compared_with_what_cannot_be_read(checkout):
    folder = checkout / "seeds" / "coded" / "river-war"
    (folder / "counts.csv").write_text("table,coded,left_out,added\nclaims,2,1,0\n")
    (folder / "left-out.csv").write_text("table\n")
    (folder / "claims.csv").write_bytes(b"\xff\n")
    assert [(rule, path) for rule, path, _, _ in found(folder)] == [
        ("encoding", "coded/river-war/claims.csv"), ("batch", "coded/river-war/left-out.csv"),
    ]  # fmt: skip


def test_the_files_of_a_batch(checkout):
    folder = checkout / "seeds" / "coded" / "river-war"
    for name in ("counts.csv", "figures.csv"):
        (folder / name).unlink()
    (folder / "notes.odt").write_bytes(b"x")
    (folder / "more.txt").write_bytes(b"x")
    said = {(rule, path, message) for rule, path, _, message in found(checkout)}
    assert {
        ("batch", "coded/river-war", "the batch has no counts.csv"),
        ("batch", "coded/river-war", "the batch has no figures.csv"),
        ("batch", "coded/river-war/notes.odt", "the file is none that a batch holds"),
    } <= said
    assert len([path for _, path, _ in said if path.endswith("more.txt")]) == 1, "one file is not spoken of twice"


HEADER = ",".join(decisions.HEADER)


def decide(checkout, *lines: str) -> list[tuple]:
    """What is found of decisions on the text; ``SHA`` stands for its hash, ``ANCHOR`` for a sound anchor."""
    text = (checkout / "seeds" / "texts" / "note.txt").read_text(encoding="utf-8")
    word = text.split(maxsplit=1)[0]
    sha = hashlib.sha256(text.encode()).hexdigest()
    written = "\n".join([HEADER, *lines, ""]).replace("SHA", sha).replace("ANCHOR", f"0,{len(word)},{word}")
    (checkout / "seeds" / "decisions" / "note.csv").write_text(written, encoding="utf-8")
    return sorted((line, message) for rule, path, line, message in found(checkout) if (rule, path) == ("decision", "decisions/note.csv"))


SOUND = "SHA,figures,ANCHOR,accept,,,reader,2025-07-01,read against the page"


def test_sound_decisions(checkout):
    assert decide(checkout, SOUND) == []


def test_every_fault_of_every_decision(checkout):
    assert decide(
        checkout,
        "x,numbers,a,b,Losses,keep,,, ,July,why",
        SOUND,
        "short",
        SOUND.replace("accept,,", "correct,measure,slain"),
        SOUND.replace("SHA", "0" * 64).replace("accept", "join"),
        SOUND,
    ) == sorted([
        (2, "`table` is 'numbers', which is not in its list"),
        (2, "`decision` is 'keep', which is not in its list"),
        (2, "`text_sha256` is 'x', not 64 hex digits"),
        (2, "`start` is 'a', not a whole number"),
        (2, "`end` is 'b', not a whole number"),
        (2, "`reviewer` is empty"),
        (2, "`date` is 'July', not a day"),
        (4, "the line has 1 cells where the header has 11"),
        (5, "`measure` is 'slain', which is not in the list measure"),
        (6, f"seeds/texts/note.txt was changed after this row was reviewed (its sha256 is {sha(checkout)[:12]}…, the reviewer read 000000000000…)"),
        (6, "`` of figures joins nothing"),
        (7, "line 3 has decided this already"),
    ])  # fmt: skip


def sha(checkout) -> str:
    return hashlib.sha256((checkout / "seeds" / "texts" / "note.txt").read_bytes()).hexdigest()


def test_files_of_decisions(checkout, tmp_path):
    folder = checkout / "seeds" / "decisions"
    (folder / "other.csv").write_text(f"{HEADER}\n")
    (folder / "note.csv").symlink_to(tmp_path / "elsewhere.csv")
    (folder / "README.md").write_text("# Ours\n")
    assert {(rule, path) for rule, path, _, _ in found(checkout)} == {("decision", "decisions/other.csv"), ("file-kind", "decisions/note.csv")}


def test_decisions_on_a_text_that_cannot_be_read_are_left_alone(checkout):
    assert decide(checkout, SOUND) == []
    (checkout / "seeds" / "texts" / "note.txt").write_bytes(b"caf\xe9")
    assert {rule for rule, _, _, _ in found(checkout)} == {"text"}


@pytest.mark.parametrize("sign", [",", ";", "\t"])
def test_a_coding_sheet_alone_is_told_from_a_table(checkout, tmp_path, sign):
    template = checkout / "seeds" / "coded" / "river-war" / "template.csv"
    sheet = tmp_path / "spring.csv"
    sheet.write_text("\ufeff" + template.read_text(encoding="utf-8").replace(",", sign), encoding="utf-8")
    for path, name in ((template, "river-war"), (sheet, "NAME")):
        (entry,) = cf.validate(path).entries
        assert (entry.first.rule, entry.first.path) == ("coding-sheet", str(path))
        assert f"`conflict-figures new coded {name} --from {path}`" in entry.first.remedy


def test_no_table_has_the_columns_by_which_a_coding_sheet_is_known():
    assert [column.name for column in COLUMNS if column.required] == [folder._RECORD]
    assert {column.name for column in COLUMNS} > folder._SHEET_COLUMNS
    assert not any(folder._RECORD in schema.table(name).field_names for name in schema.table_names())


def test_a_sheet_of_other_columns_is_no_coding_sheet(tmp_path):
    path = tmp_path / "template.csv"
    path.write_text("record,one,two,three\n", encoding="utf-8")
    (entry,) = cf.validate(path).entries
    assert entry.first.rule == "table-name"
