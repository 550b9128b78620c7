"""`conflict-figures validate` and `conflict-figures new`, as a contributor calls them."""

import subprocess
import sys

import pytest

from conflict_figures import cli
from conflict_figures.cli import validate as command


@pytest.fixture
def run(monkeypatch, capsys):
    """Call the command line in this process; gives exit code, stdout and stderr."""

    def call(*arguments: str):
        monkeypatch.setattr(sys, "argv", ["conflict-figures", *map(str, arguments)])
        code = cli._run()
        out, err = capsys.readouterr()
        return code, out, err

    return call


SHEET = """\
record,publisher,published,speaker,speaker_kind,number,measure,unit
1,Harbour Gazette,2031-06-12,Ministry of Health,body,"about 1,200",casualties,person
2,Delta Post,2031-06-13,Ministry of Health,,dozens,killed,person
"""


@pytest.fixture
def batch(run, tmp_path, monkeypatch):
    """A batch that is fine, in the folder that the command runs in."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "sheet.csv").write_text(SHEET, encoding="utf-8")
    assert run("new", "coded", "river-war", "--from", "sheet.csv", "--into", ".")[0] == 0
    return tmp_path / "river-war"


def break_a_cell(batch) -> None:
    path = batch / "figures.csv"
    path.write_text(path.read_text(encoding="utf-8").replace("killed", "killd"), encoding="utf-8")


def test_a_sound_contribution_is_fine(run, batch):
    code, out, err = run("validate", "river-war")
    assert (code, err) == (0, "") and "figures" in out


def test_a_fault_is_named_with_its_place_and_exit_code_1(run, batch):
    break_a_cell(batch)
    code, out, err = run("validate", "river-war")
    assert (code, err) == (1, "")
    assert "figures.csv:2" in out and "killd" in out and "killed" in out


@pytest.mark.parametrize("format", list(command.Format))
def test_out_holds_what_would_have_been_printed(run, batch, format):
    break_a_cell(batch)
    code, out, _ = run("validate", "river-war", "--format", format)
    assert code == 1 and "killd" in out
    code, printed, err = run("validate", "river-war", "--format", format, "--out", "report")
    assert (code, printed, err) == (1, "", "")
    assert (batch.parent / "report").read_text(encoding="utf-8").rstrip("\n") == out.rstrip("\n")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ((), "there is nothing to validate"),
        (("no-such",), "there is nothing at no-such"),
        (("river-war", "--out", "no-such/report"), "there is no such folder"),
        (("river-war", "--out", "river-war"), "this is a folder"),
        (("river-war/figures.csv", "--out", "river-war/figures.csv"), "this is what is to be validated"),
        (("--explain", "low_not_above_hihg"), "Did you mean 'low_not_above_high'?"),
        (("river-war", "--explain", "enum"), "--explain takes no path"),
    ],
)
def test_wrong_use_is_one_line_and_exit_code_2(run, batch, arguments, said):
    before = (batch / "figures.csv").read_bytes()
    code, out, err = run("validate", *arguments)
    assert (code, out) == (2, "")
    assert said in err and err.count("\n") == 1
    assert (batch / "figures.csv").read_bytes() == before


def test_all_lists_every_place(run, batch, monkeypatch):
    monkeypatch.setattr("conflict_figures.check.validation.LIMIT", 5)
    path = batch / "figures.csv"
    head, row, *_ = path.read_text(encoding="utf-8").splitlines()
    rows = [row.replace(".f0001", f".f1{number:03}").replace("casualties", "killd").replace("killed", "killd") for number in range(30)]
    path.write_text("\n".join([head, *rows]) + "\n", encoding="utf-8")
    few, every = (run("validate", "river-war", *more)[1] for more in ((), ("--all",)))
    assert few.count("figures.csv:") < every.count("figures.csv:") >= 30


@pytest.mark.parametrize("rule", ["low_not_above_high", "enum", "sheet-number"])
def test_explain_says_what_a_rule_asks_and_how_to_mend_it(run, rule):
    code, out, err = run("validate", "--explain", rule)
    assert (code, err) == (0, "") and out.startswith(f"{rule}:") and "To mend it:" in out


def test_new_names_the_next_step(run, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    code, out, _ = run("new", "coded", "river-war", "--into", ".")
    assert code == 0 and "conflict-figures new coded river-war --from river-war/template.csv" in out
    code, out, _ = run("new", "text", "river-note", "--into", "texts")
    assert code == 0 and "conflict-figures validate texts/river-note.txt" in out


def test_new_outside_a_checkout_asks_where(run, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    for what in (("text", "a"), ("coded", "a")):
        code, _, err = run("new", *what)
        assert code == 2 and "--into FOLDER" in err
    assert list(tmp_path.iterdir()) == []


def test_a_sheet_that_cannot_be_read_is_answered_cell_by_cell(run, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "sheet.csv").write_text(SHEET.replace("killed", "killd").replace('"about 1,200"', "1.200"), encoding="utf-8")
    code, out, err = run("new", "coded", "river-war", "--from", "sheet.csv", "--into", ".")
    assert (code, out) == (1, "")
    assert "sheet.csv:2:6" in err and "sheet.csv:3:7" in err and err.endswith("Nothing was written.\n")
    assert not (tmp_path / "river-war").exists()


def test_a_pipe_gets_no_progress_and_a_broken_one_no_traceback(batch):
    break_a_cell(batch)
    done = subprocess.run([sys.executable, "-m", "conflict_figures", "validate", str(batch)], capture_output=True, text=True)
    assert (done.returncode, done.stderr) == (1, "") and "\x1b" not in done.stdout
