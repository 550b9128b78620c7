"""The commands as a user calls them: what comes out, what goes to stderr, with which exit code."""

import csv
import io
import json
import subprocess
import sys

import pytest

import conflict_figures as cf
from conflict_figures import cli

TEXT = "At least 12 soldiers were killed and 30 wounded near Kharkiv on Wednesday, the governor said.\n"


@pytest.fixture
def run(monkeypatch, capsys):
    """Call the command line in this process; gives exit code, stdout and stderr."""

    def call(*arguments: str):
        monkeypatch.setattr(sys, "argv", ["conflict-figures", *arguments])
        code = cli._run()
        out, err = capsys.readouterr()
        return code, out, err

    return call


@pytest.fixture
def text_file(tmp_path):
    path = tmp_path / "text.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def test_help_names_every_command(run):
    code, out, _ = run("--help")
    assert code == 0
    for command in ("extract", "validate", "new", "describe", "why", "cite", "diff", "release", "build"):
        assert command in out
        assert run(command, "--help")[0] == 0


def test_no_command_is_wrong_use(run):
    assert run()[0] == 2
    code, _, err = run("frobnicate")
    assert code == 2 and "frobnicate" in err


def test_describe_lists_tables_and_columns(run):
    code, out, _ = run("describe")
    assert code == 0
    assert [line.split("\t")[0] for line in out.splitlines()] == ["name", *cf.tables()]
    code, out, _ = run("describe", "figures")
    assert code == 0
    assert [line.split("\t")[0] for line in out.splitlines()] == ["name", *cf.describe("figures")["name"]]


def test_why_prints_the_explanation(run, whole):
    code, out, err = run("why", whole)
    assert (code, err) == (0, "")
    assert out == f"{cf.why(whole)}\n"


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("describe", "figure"), "Did you mean 'figures'?"),
        (("why", "nothing"), "there is no figure 'nothing'"),
        (("extract", "no-such-file.txt"), "no-such-file.txt: there is no such file"),
        (("extract", "-", "--published", "30 April"), "is no date"),
    ],
)
def test_an_argument_that_names_nothing_is_wrong_use_and_one_line(run, arguments, words):
    code, out, err = run(*arguments)
    assert (code, out) == (2, "")
    assert words in err
    assert err.count("\n") == 1 and err.startswith("conflict-figures: ")


@pytest.mark.parametrize(
    ("raw", "words"),
    [
        (b"", "the text is empty"),
        (b" \n\n", "the text is empty"),
        (b"<html><body>Two died.</body></html>", "text.txt: The text is HTML"),
        (b"one\ntwo \xff", "text.txt:2: byte 8 (0xFF) is not UTF-8. Save the file as UTF-8"),
    ],
)
def test_a_text_that_cannot_be_read_is_a_fault_of_the_input(run, text_file, raw, words):
    text_file.write_bytes(raw)
    code, out, err = run("extract", str(text_file))
    assert (code, out) == (1, "")
    assert words in err and err.count("\n") == 1


def test_extract_gives_a_row_per_figure_in_every_format(run, text_file):
    flat = cf.extract(TEXT, published="2025-06-14").flat
    code, out, _ = run("extract", str(text_file), "--published", "2025-06-14", "--format", "jsonl")
    rows = [json.loads(line) for line in out.splitlines()]
    assert code == 0 and len(rows) == len(flat) >= 2
    assert [row["start"] for row in rows] == sorted(flat["start"])
    assert all(TEXT[row["start"] : row["end"]] == row["text"] for row in rows)
    assert list(rows[0]) == list(flat)

    code, out, _ = run("extract", str(text_file), "--published", "2025-06-14", "--format", "csv")
    cells = list(csv.DictReader(io.StringIO(out)))
    assert code == 0
    for row, line in zip(rows, cells, strict=True):
        assert {name: _cell(value) for name, value in row.items()} == line

    code, out, _ = run("extract", str(text_file))
    assert code == 0 and "At least 12" in out


def test_a_text_without_figures_gives_none(run, text_file):
    text_file.write_text("Nothing happened here.\n", encoding="utf-8")
    assert run("extract", str(text_file), "--format", "jsonl") == (0, "", "")
    code, out, _ = run("extract", str(text_file), "--format", "csv")
    assert code == 0 and out.count("\n") == 1


def test_extract_reads_standard_input(text_file):
    done = subprocess.run(
        [sys.executable, "-m", "conflict_figures", "extract", "-", "--format", "jsonl"],
        input=TEXT.encode(), capture_output=True, check=True,
    )
    assert done.stdout.decode() and not done.stderr


def test_output_is_utf_8_whatever_the_locale(text_file):
    text_file.write_text("“At least 12 soldiers were killed,” Zoë Łuczak said.\n", encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "conflict_figures", "extract", str(text_file), "--format", "jsonl"],
        env={"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONIOENCODING": "ascii", "PYTHONPATH": ":".join(sys.path)},
        capture_output=True, check=True,
    )
    assert "Łuczak" in done.stdout.decode("utf-8")


def test_build_outside_a_checkout_is_wrong_use(run, monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)
    code, _, err = run("build")
    assert code == 2 and "there is no checkout here" in err


def test_build_hands_over_to_the_checkouts_own_build(run, monkeypatch, tmp_path):
    for folder in ("build", "schemas", "seeds/texts"):
        (tmp_path / folder).mkdir(parents=True)
    (tmp_path / "build/__main__.py").write_text("import sys\nfrom pathlib import Path\nPath('said').write_text(' '.join(sys.argv[1:]))\nsys.exit(1)\n")
    monkeypatch.chdir(tmp_path / "seeds")
    assert run("build", "--force")[0] == 1
    assert (tmp_path / "seeds/said").read_text() == f"--root {tmp_path} --force"


def test_a_fault_of_the_program_is_one_line_and_no_traceback(run, monkeypatch):
    def fail(figure_id):
        raise KeyError("speaker\nof nothing")

    monkeypatch.setattr("conflict_figures.explanation.why", fail)
    monkeypatch.delenv("CONFLICT_FIGURES_TRACEBACK", raising=False)
    code, _, err = run("why", "x")
    assert code == 1 and "KeyError" in err and "Traceback" not in err and err.count("\n") == 1
    monkeypatch.setenv("CONFLICT_FIGURES_TRACEBACK", "1")
    with pytest.raises(KeyError):
        run("why", "x")


def _cell(value) -> str:
    if value is None:
        return ""
    return str(value).lower() if isinstance(value, bool) else str(value)


def test_the_version_is_printed_to_be_cited(run):
    assert run("--version") == (0, f"{cf.version()}\n", "")


def test_a_folder_is_no_text(run, tmp_path):
    code, out, err = run("extract", str(tmp_path))
    assert (code, out) == (2, "") and "this is a folder" in err


def test_a_text_without_figures_says_so(run, text_file):
    text_file.write_text("The match was won by the home team.", encoding="utf-8")
    code, out, err = run("extract", str(text_file))
    assert code == 0 and len(out.splitlines()) == 1 and "no figures" in err


@pytest.mark.parametrize("words", [("diff", "0.1.0", "9.9.9"), ("cite", "9.9.9")])
def test_an_unknown_version_is_told_with_those_that_are_known(run, words):
    code, _, said = run(*words)
    assert code == 1
    assert "9.9.9" in said and "0.1.0, 0.2.0" in said and said.count("\n") == 1
