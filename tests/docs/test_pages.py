"""What the pages say is so: their Python runs, their commands exist, their versions agree."""

import re
import shlex
import subprocess
import sys

import pytest
import yaml

import conflict_figures as cf
from conflict_figures import cli, schema

PAGES = (
    "README.md", "CONTRIBUTING.md", "docs/views.md", "docs/bring-your-own.md", "docs/validating.md", "docs/citing.md", "docs/versions.md",
    "docs/comparing-versions.md",
)  # fmt: skip
# their commands make files; test_walks.py runs them, in a copy
WALKS = ("CONTRIBUTING.md", "docs/bring-your-own.md")
PYTHON_PAGES = ("README.md", "docs/views.md", "docs/validating.md", "docs/citing.md", "docs/versions.md", "docs/comparing-versions.md")
PYTHON_AND_OUTPUT = r"^ *```python\n(.*?)^ *```\n(?:\n^ *```text\n(.*?)^ *```)?"


def blocks(root, page: str, language: str) -> list[str]:
    return re.findall(rf"^ *```{language}\n(.*?)^ *```", (root / page).read_text(encoding="utf-8"), re.M | re.S)


def commands(root, pages=PAGES) -> list[list[str]]:
    """Every command line of some pages, without the folder of the environment and the comment behind it."""
    lines = [line for page in pages for block in blocks(root, page, "sh") for line in block.splitlines()]
    found = [shlex.split(line.replace(".venv/bin/", ""), comments=True) for line in lines]
    return [words for words in found if words]


@pytest.mark.parametrize("page", PYTHON_PAGES)
def test_the_python_of_a_page_runs_and_prints_what_the_page_shows(root, page, capsys, monkeypatch):
    """A block marked text right behind a block of Python is what that block prints."""
    monkeypatch.chdir(root)
    names = {}
    found = re.findall(PYTHON_AND_OUTPUT, (root / page).read_text(encoding="utf-8"), re.M | re.S)
    assert len(found) == len(blocks(root, page, "python")) > 0
    for code, shown in found:
        exec(compile(code, page, "exec"), names)
        printed = [line.rstrip() for line in capsys.readouterr().out.splitlines()]
        assert not shown or printed == shown.splitlines()


def test_the_row_in_the_readme_is_a_row_of_the_dataset(root):
    """The table headed `column` and `value` shows one row of the flat view."""
    page = (root / "README.md").read_text(encoding="utf-8")
    shown = dict(re.findall(r"^\| `(\w+)` \| (.+?) \|", page, re.M))
    rows = cf.load(backend="pyarrow").to_pylist()
    row = next(row for row in rows if row["figure_id"] == shown["figure_id"].strip("`"))
    assert len(shown) >= 10
    for column, cell in shown.items():
        wanted = "–" if row[column] is None else str(int(row[column]) if isinstance(row[column], float) else row[column])
        assert cell.strip("`") == wanted, column


def test_the_make_verbs_of_the_pages_exist(root):
    listed = subprocess.run(["make", "help"], cwd=root, capture_output=True, text=True, check=True).stdout
    verbs = re.findall(r"^  make (\w+)", listed, re.M)
    asked = [words[1] for words in commands(root) if words[0] == "make"]
    assert "data" in asked and "test" in asked
    assert set(asked) <= set(verbs)


def test_the_commands_of_the_pages_run(root, monkeypatch, capsys):
    monkeypatch.chdir(root)
    here = [page for page in PAGES if page not in WALKS]
    asked = [words for words in commands(root, here) if words[0] == "conflict-figures" and words[1] != "build"]
    assert asked
    for words in asked:
        monkeypatch.setattr(sys, "argv", words)
        assert cli._run() == 0, words
    assert {words[0] for words in commands(root)} <= {"make", "conflict-figures", "git", "cd", "python"}


@pytest.mark.parametrize("page", [*PAGES, "CHANGELOG.md", "seeds/README.md"])
def test_the_links_of_the_pages_lead_to_files(root, page):
    path = root / page
    for target in re.findall(r"\]\(([^)#]+)", path.read_text(encoding="utf-8")):
        assert target.startswith("https://") or (path.parent / target).exists(), target


def test_every_page_names_the_same_version(root):
    version = schema.package()["version"]
    assert yaml.safe_load((root / "CITATION.cff").read_text(encoding="utf-8"))["version"] == version
    readme = (root / "README.md").read_text(encoding="utf-8")
    assert re.findall(r"[Vv]ersion (\d+\.\d+\.\d+)", readme) == [version]
    newest = re.search(r"^## (\S+)", (root / "CHANGELOG.md").read_text(encoding="utf-8"), re.M)
    assert newest.group(1) == version


def test_the_lock_names_no_index_and_no_machine(root):
    lock = (root / "requirements.lock").read_text(encoding="utf-8")
    assert not re.search(r"://|index-url|find-links|trusted-host|^\s*-e\b|file:|/(?:home|root|tmp|opt|work)\b", lock, re.M)
    assert lock.count("--hash=sha256:") >= len(re.findall(r"^[\w.-]+==", lock, re.M)) > 20
