"""A small checkout under git that publishes a dataset, to make releases of."""

import json
import subprocess

import pytest

from conflict_figures.publish import release
from conflict_figures.tabular import flat

DAY = "2027-01-31"


class Published:
    """A checkout; ``publish`` writes tables as a version of the dataset and commits all."""

    def __init__(self, root):
        self.root = root
        for folder in ("docs", "seeds", "schemas", "build"):
            (root / folder).mkdir()
            (root / folder / "__main__.py").touch()
        (root / "docs" / "codebook.md").write_text("# Codebook\n")
        (root / "docs" / "data-dictionary.md").write_text("# Data dictionary\n")
        (root / "LICENSE-DATA").write_text("CC BY 4.0\n")
        (root / ".gitignore").write_text("releases/*/\n")
        self.git("init", "--quiet")

    def git(self, *arguments):
        identity = ("-c", "user.name=A", "-c", "user.email=a@a", "-c", "commit.gpgsign=false")
        subprocess.run(["git", "-C", str(self.root), *identity, *arguments], check=True, capture_output=True)

    def write(self, path, words):
        (self.root / path).write_text(words)

    def publish(self, version, tables, day=DAY, **properties):
        release.stage(self.root / "staged", tables)
        for name in ("data", "datapackage.json"):
            self.git("rm", "-r", "--quiet", "--ignore-unmatch", name)
            (self.root / "staged" / name).rename(self.root / name)
        (self.root / "staged").rmdir()
        path = self.root / "datapackage.json"
        described = json.loads(path.read_text()) | {"version": version} | properties
        path.write_text(json.dumps(described, indent=2, ensure_ascii=False) + "\n")
        self.write("CITATION.cff", f"version: {version}\n")
        self.write("CHANGELOG.md", f"# Changelog\n\n## {version} – {day}\n\nSomething came.\n\n## 0.0.1 – 2020-01-01\n\nNothing.\n")
        self.commit()

    def commit(self):
        self.git("add", "--all")
        self.git("commit", "--quiet", "--message", "x")

    def files(self):
        """What is in releases/, by path."""
        folder = self.root / "releases"
        return {path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


@pytest.fixture
def published(tmp_path):
    (tmp_path / "checkout").mkdir()
    return Published(tmp_path / "checkout")


@pytest.fixture
def small(sound):
    """Tables of a small dataset: the sound one without its flat view, which takes longest to write."""
    return {name: table for name, table in sound.tables().items() if name in ("sources", "claims", "figures", "withdrawn")}
