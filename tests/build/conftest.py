"""A checkout to build in: small seeds of its own, the project's build scripts and package."""

import contextlib
import io
import runpy
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

SIDECAR = """\
kind: article
publisher: The Daily Note
title: Losses mount
author: null
url: https://example.org/losses
language: no
published: 2025-06-15
accessed: 2025-06-20
licence: null
rights: The Daily Note
unknown:
  author: not named on the page
  licence: none is given
published_inferred: null
"""
TEXT = (
    "Losses mount\n\nAbout 600 soldiers have been killed, the ministry said on Saturday. "
    "At least 12 people, including three children, were wounded.\n"
)


class Checkout:
    """A folder with seeds, and what a build of it says."""

    def __init__(self, root: Path, project: Path) -> None:
        self.root, self.project = root, project
        self.add("note", TEXT)

    def add(self, identifier: str, text: str, sidecar: str = SIDECAR) -> None:
        folder = self.root / "seeds" / "texts"
        folder.mkdir(parents=True, exist_ok=True)
        (folder / f"{identifier}.txt").write_text(text, encoding="utf-8", newline="")
        (folder / f"{identifier}.yaml").write_text(sidecar, encoding="utf-8", newline="")

    def start(self, *arguments: str) -> subprocess.Popen:
        command = [sys.executable, str(self.project / "build"), "--root", str(self.root), *arguments]
        return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, encoding="utf-8")

    def build(self, *arguments: str) -> subprocess.CompletedProcess:
        """Build in this process, which spares the second that an interpreter takes to import everything."""
        scripts = runpy.run_path(str(self.project / "build"), run_name="build")
        out, err = io.StringIO(), io.StringIO()
        with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
            code = scripts["main"](["--root", str(self.root), *arguments])
        return subprocess.CompletedProcess([], code, out.getvalue(), err.getvalue())

    def build_apart(self, *arguments: str) -> subprocess.CompletedProcess:
        """Build as a user does, with an interpreter of its own."""
        with self.start(*arguments) as process:
            out, err = process.communicate()
        return subprocess.CompletedProcess(process.args, process.returncode, out, err)

    def files(self, *parts: str) -> dict[str, bytes]:
        """Every file below the checkout (or only below some folders), by path."""
        folders = [self.root / part for part in parts] or [self.root]
        found = [path for folder in folders for path in ([folder] if folder.is_file() else folder.rglob("*")) if path.is_file()]
        return {path.relative_to(self.root).as_posix(): path.read_bytes() for path in sorted(found)}


@pytest.fixture
def checkout(tmp_path, root) -> Checkout:
    return Checkout(tmp_path, root)


@pytest.fixture
def copied(tmp_path, root) -> Checkout:
    """The same with a copy of the package, the schemas and the scripts in it, so that code can be changed."""
    for folder in ("src", "schemas", "build"):
        shutil.copytree(root / folder, tmp_path / folder, ignore=shutil.ignore_patterns("__pycache__", "*.egg-info"))
    return CopiedCheckout(tmp_path, tmp_path)


class CopiedCheckout(Checkout):
    """A checkout whose build runs its own copy of the package."""

    def start(self, *arguments: str) -> subprocess.Popen:
        # the copy goes before the installed package, also where that is an editable install
        run = f"import runpy, sys; sys.path.insert(0, {str(self.root / 'src')!r}); sys.argv[0] = 'build'; runpy.run_path({str(self.root / 'build')!r}, run_name='__main__')"
        command = [sys.executable, "-c", run, "--root", str(self.root), *arguments]
        return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, encoding="utf-8")
