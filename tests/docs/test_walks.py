"""What the pages tell contributors to do, done exactly so in a copy of the checkout: files put in, commands run in order."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

COPIED = ("build", "data", "docs", "schemas", "seeds", "src", "datapackage.json", "hatch_build.py", "Makefile", "pyproject.toml", "requirements.lock")
FENCE = re.compile(r"^(?P<indent> *)```(?P<language>\w+)\n(?P<body>.*?)^ *```$", re.M | re.S)
FILE = re.compile(r"as `([^`]+)`:\s*\Z")


@pytest.fixture
def copy(root, tmp_path) -> Path:
    """A copy of the checkout with an environment that is set up, in a repository of its own."""
    for name in COPIED:
        if (root / name).is_dir():
            shutil.copytree(root / name, tmp_path / name, ignore=shutil.ignore_patterns("__pycache__", "*.egg-info"))
        else:
            shutil.copy2(root / name, tmp_path / name)
    bin = tmp_path / ".venv" / "bin"
    bin.mkdir(parents=True)
    for name, before in (("python", ""), ("conflict-figures", "-m conflict_figures ")):
        (bin / name).write_text(f'#!/bin/sh\nexec "{sys.executable}" {before}"$@"\n')
        (bin / name).chmod(0o755)
    (tmp_path / ".venv" / ".ready").touch()
    (tmp_path / ".gitignore").write_text(".venv/\n.cache/\n__pycache__/\n")
    for words in (["init", "--quiet"], ["add", "."], ["commit", "--quiet", "--message", "as it was"]):
        subprocess.run(["git", *words], cwd=tmp_path, env=environment(tmp_path), check=True)
    return tmp_path


def environment(copy: Path) -> dict[str, str]:
    person = {f"GIT_{who}_{what}": "a@example.org" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
    quiet = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}
    left_out = ("MAKE", "GIT_", "COV_", "PYTHONDONTWRITEBYTECODE")
    kept = {name: value for name, value in os.environ.items() if not name.startswith(left_out)}
    # the second command does not compile again what the first has compiled
    return kept | person | quiet | {"PYTHONPATH": str(copy / "src"), "PYTHONPYCACHEPREFIX": str(copy / ".cache" / "compiled")}


def walk(page: str, copy: Path) -> list[str]:
    """Do what a page says, block by block: write the files it names, run its commands, compare what it shows."""
    ran, printed, at = [], "", 0
    for block in FENCE.finditer(page):
        body = re.sub(rf"^{block['indent']}", "", block["body"], flags=re.M)
        before, at = page[at : block.start()], block.end()
        named = FILE.search(before)
        if named:
            (copy / named[1]).write_text(body, encoding="utf-8", newline="")
        elif block["language"] == "sh":
            printed = ""
            for line in body.splitlines():
                done = subprocess.run(["sh", "-c", line], cwd=copy, env=environment(copy), capture_output=True, text=True)
                assert done.returncode == 0, f"{line}\n{done.stdout}\n{done.stderr}"
                printed += done.stdout
                ran.append(line)
        elif "prints" in before:
            assert body in printed, f"the page shows\n{body}and the commands print\n{printed}"
    return ran


def test_a_contributor_who_follows_the_page_sends_a_text_and_coded_rows(root, copy):
    page = (root / "CONTRIBUTING.md").read_text(encoding="utf-8").partition("## Review rows")[0]
    ran = walk(page, copy)
    for command in ("new text", "new coded", "validate", "make data", "make pages", "git commit"):
        assert any(command in line for line in ran), command
    figures = (copy / "data" / "figures.csv").read_text(encoding="utf-8")
    assert "ostria-delta-harbour-gazette-0614.f0001" in figures and "ostria-ministry-2031-06-14.f" in figures
    assert subprocess.run(["git", "status", "--porcelain"], cwd=copy, env=environment(copy), capture_output=True).stdout == b""


def test_a_table_of_another_shape_is_converted_validated_and_built(root, copy):
    ran = walk((root / "docs/bring-your-own.md").read_text(encoding="utf-8"), copy)
    assert any("estimates.py" in line for line in ran)
    assert "ostria-harbour-gazette-dc65272a.f0011" in (copy / "data" / "figures.csv").read_text(encoding="utf-8")
    left = (copy / "seeds/coded/ostria/left-out.csv").read_text(encoding="utf-8")
    assert {line.split(",")[1] for line in left.splitlines()[1:]} == {"60", "70", "80", "90"}
