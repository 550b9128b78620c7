"""Steps run when something they depend on changed, and only then; the same input gives the same bytes."""

import csv
import hashlib
import io
import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

STEPS = ["read", "extract", "decide", "coded", "join", "relate", "find", "since", "check", "publish", "dictionary"]


def ran(done):
    """The steps that ran, of a build that worked."""
    assert done.returncode == 0, done.stderr
    lines = [line for line in done.stdout.splitlines() if line.split(" ")[0] in STEPS]
    steps = {line.split()[0]: "skipped, unchanged" not in line for line in lines}
    assert list(steps) == STEPS
    return [step for step in STEPS if steps[step]]


def test_each_step_says_what_it_read_and_wrote(checkout):
    done = checkout.build_apart()
    assert ran(done) == STEPS
    assert done.stderr == ""
    said = dict(line.split(maxsplit=1) for line in done.stdout.splitlines()[: len(STEPS)])
    assert said["read"].startswith("read 1 text (")
    for step in ("extract", "decide", "publish"):
        assert "figures: wounded 2, killed 1" in said[step]
    assert "found no fault" in said["check"]
    assert "figures_flat" in done.stdout
    assert "\x1b" not in done.stdout, "no colour in a pipe"


def test_nothing_runs_when_nothing_changed(checkout):
    checkout.build()
    before = {path: path.stat().st_mtime_ns for path in checkout.root.rglob("*")}
    assert ran(checkout.build()) == []
    assert {path: path.stat().st_mtime_ns for path in checkout.root.rglob("*")} == before


def test_a_changed_input_runs_what_depends_on_it(checkout):
    checkout.build()
    sidecar = checkout.root / "seeds/texts/note.yaml"
    sidecar.write_text(sidecar.read_text(encoding="utf-8") + "# a remark\n", encoding="utf-8")
    # the remark changes no row, so what follows has the input it had
    assert ran(checkout.build()) == ["read"]
    sidecar.write_text(sidecar.read_text(encoding="utf-8").replace("Losses mount", "More losses"), encoding="utf-8")
    assert ran(checkout.build()) == ["read", "extract", "decide", "join", "relate", "find", "since", "check", "publish"]


def test_lost_or_edited_outputs_are_made_again(checkout):
    checkout.build()
    built = checkout.files("data", "datapackage.json", "docs")
    (checkout.root / "data/figures.csv").write_text("edited by hand\n", encoding="utf-8")
    assert ran(checkout.build()) == ["publish"]
    (checkout.root / "docs/data-dictionary.md").unlink()
    assert ran(checkout.build()) == ["dictionary"]
    assert checkout.files("data", "datapackage.json", "docs") == built


def test_a_changed_code_file_runs_what_imports_it(copied):
    assert ran(copied.build_apart()) == STEPS

    def touch(path):
        file = copied.root / path
        file.write_text(file.read_text(encoding="utf-8") + "\n# a remark\n", encoding="utf-8")
        return ran(copied.build_apart())

    assert touch("src/conflict_figures/cli/__init__.py") == []
    assert touch("src/conflict_figures/publish/swap.py") == ["publish"]
    assert touch("build/decide.py") == ["decide"]
    assert touch("src/conflict_figures/extract/numbers.py") == ["extract"]
    lexicon = next((copied.root / "src/conflict_figures/extract/lexicon").glob("*.csv"))
    lexicon.write_bytes(lexicon.read_bytes() + b"\n")
    assert "extract" in ran(copied.build_apart())


def test_two_builds_give_the_same_bytes(checkout, tmp_path, monkeypatch):
    checkout.add("another", "At least 40 tanks were destroyed on 3 May 2025, Kyiv said.\n")
    checkout.build()
    built = checkout.files("data", "datapackage.json", "docs")
    assert len(built) == 20 + 2
    checkout.build("--force")
    assert checkout.files("data", "datapackage.json", "docs") == built
    # in another place, from nothing, with another order of hashes, another locale and another clock
    elsewhere = type(checkout).__new__(type(checkout))
    elsewhere.root, elsewhere.project = tmp_path / "elsewhere", checkout.project
    shutil.copytree(checkout.root / "seeds", elsewhere.root / "seeds")
    for name, value in {"PYTHONHASHSEED": "7", "LC_ALL": "C", "TZ": "Asia/Tokyo", "LANG": "C"}.items():
        monkeypatch.setenv(name, value)
    assert elsewhere.build_apart().returncode == 0
    assert elsewhere.files("data", "datapackage.json", "docs") == built


def test_adding_a_source_changes_no_id_of_another(checkout):
    checkout.build()
    before = _ids(checkout)
    checkout.add("a-first-one", "Some 30 drones were shot down overnight, the air force said.\n")
    checkout.build()
    after = _ids(checkout)
    assert before < after


def _ids(checkout):
    return {
        (path.name, row[0])
        for path in (checkout.root / "data").glob("*.csv")
        for row in csv.reader(io.StringIO(path.read_text(encoding="utf-8"), newline=""))
    }


@pytest.mark.parametrize(("mark", "ends"), [("", "\n"), ("\ufeff", "\r\n")], ids=["plain", "from a spreadsheet"])
def test_decisions_are_applied(checkout, mark, ends):
    assert checkout.build().returncode == 0
    figures = {row["text"]: row for row in _rows(checkout, "figures")}
    stored = hashlib.sha256((checkout.root / "seeds/texts/note.txt").read_bytes()).hexdigest()
    header = "text_sha256,table,start,end,text,decision,field,value,reviewer,date,reason"

    def line(text, decision, field="", value=""):
        row = figures[text]
        return f"{stored},figures,{row['start']},{row['end']},{text},{decision},{field},{value},reader,2025-07-01,read"

    lines = [header, line("About 600", "accept"), line("About 600", "correct", "place", "Kursk"), line("three", "reject")]
    folder = checkout.root / "seeds/decisions"
    folder.mkdir()
    (folder / "note.csv").write_text(mark + ends.join(lines) + ends, encoding="utf-8", newline="")
    done = checkout.build()
    assert {"read", "decide", "relate", "check", "publish"} <= set(ran(done))
    after = {row["text"]: row for row in _rows(checkout, "figures")}
    assert (after["About 600"]["place"], after["About 600"]["review"]) == ("Kursk", "corrected")
    assert set(figures) - set(after) == {"three"}
    assert figures["three"]["figure_id"] not in (checkout.root / "data/links.csv").read_text(encoding="utf-8")


def _rows(checkout, table):
    text = (checkout.root / f"data/{table}.csv").read_text(encoding="utf-8")
    return list(csv.DictReader(io.StringIO(text, newline="")))


def test_rows_that_break_a_rule_are_refused_with_their_line(checkout):
    """A decision that makes a part greater than its whole: nothing is published."""
    assert checkout.build().returncode == 0
    published = checkout.files("data", "datapackage.json")
    row = next(row for row in _rows(checkout, "figures") if row["text"] == "At least 12")
    stored = hashlib.sha256((checkout.root / "seeds/texts/note.txt").read_bytes()).hexdigest()
    folder = checkout.root / "seeds/decisions"
    folder.mkdir()
    (folder / "note.csv").write_text(
        "text_sha256,table,start,end,text,decision,field,value,reviewer,date,reason\n"
        f"{stored},figures,{row['start']},{row['end']},At least 12,correct,low,2,reader,2025-07-01,misread\n",
        encoding="utf-8",
    )
    done = checkout.build()
    assert done.returncode == 1
    assert f"seeds/texts/note.txt:3: figures {row['figure_id']} qualifier: value 12, low 2" in done.stderr
    assert "[bounds_fit_qualifier]" in done.stderr
    assert checkout.files("data", "datapackage.json") == published


def test_the_command_passes_on_what_was_built(checkout):
    checkout.build()
    command = Path(sys.executable).with_name("frictionless")
    done = subprocess.run([command, "validate", "datapackage.json", "--json"], cwd=checkout.root, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout
    assert json.loads(done.stdout)["valid"]


@pytest.mark.parametrize("content", [b"[]", b"{", b"\xff\xfe", b'{"read": 1}'])
def test_state_that_cannot_be_read_is_no_state(checkout, content):
    assert checkout.build().returncode == 0
    (checkout.root / ".cache/build/state.json").write_bytes(content)
    done = checkout.build()
    assert done.returncode == 0 and set(ran(done)) == set(STEPS)
