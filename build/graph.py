"""The machinery of the build: what a step is, when it can be skipped, and where its state is kept.

A step is a module of this folder with:

* ``AFTER``: the steps whose results it reads;
* ``inputs(root)``: the files and folders it reads beside those;
* ``outputs(root)``: the files or folders it makes;
* ``run(job)``: does the work and returns one sentence of what it read and wrote;
* the docstring's first line says what the step is for.

It is skipped when the SHA-256 of its inputs, of its code and of what that code imports from this
project is the one of its last run, and its outputs are still what they were then.
"""

import ast
import hashlib
import json
import os
import re
import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache
from importlib.metadata import version
from pathlib import Path
from types import ModuleType

import conflict_figures
from conflict_figures import _paths

PACKAGE = Path(conflict_figures.__file__).parent
#: Libraries whose version may change what is built, without a change in this project.
LIBRARIES = ("frictionless", "pandas", "pandera", "pyarrow", "PyYAML")


@dataclass
class Job:
    """What a step is given: the checkout, a way to show progress, and a descriptor that holds the lock."""

    root: Path
    progress: Callable[[Iterable, str], Iterable] = lambda items, what: items
    lock: int | None = None
    notes: list[str] = field(default_factory=list)

    def load(self, name: str) -> dict:
        """Return the result of an earlier step."""
        return json.loads(result(self.root, name).read_text(encoding="utf-8"))

    def save(self, name: str, value: dict) -> None:
        """Keep the result of this step for later ones; a killed write leaves the old one."""
        write(result(self.root, name), json.dumps(value, ensure_ascii=False, default=str).encode("utf-8"))


def state_folder(root: Path) -> Path:
    """Return where results and hashes are kept; everything in it can be deleted."""
    return root / ".cache" / "build"


def result(root: Path, name: str) -> Path:
    """Return the file in which a step keeps its result."""
    return state_folder(root) / f"{name}.json"


def write(path: Path, data: bytes) -> None:
    """Write a file so that it is there whole or not at all."""
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_name(path.name + ".new")
    beside.write_bytes(data)
    os.replace(beside, path)


class State:
    """The hashes of the last run, kept in one file."""

    def __init__(self, root: Path) -> None:
        self.root, self.path = root, state_folder(root) / "state.json"
        try:
            steps = json.loads(self.path.read_bytes())
        except (FileNotFoundError, ValueError):
            steps = None
        # without state that can be read every step runs, which is always right
        readable = isinstance(steps, dict) and all(isinstance(last, dict) for last in steps.values())
        self.steps = steps if readable else {}

    def said(self, step: ModuleType, key: str) -> str | None:
        """Return what the step said when it last ran on exactly this, or ``None`` if it has to run."""
        last = self.steps.get(step.__name__, {})
        if last.get("key") != key or last.get("outputs") != fingerprint(step.outputs(self.root), self.root):
            return None
        return last["said"]

    def keep(self, step: ModuleType, key: str, said: str) -> None:
        """Remember a step that has run."""
        outputs = fingerprint(step.outputs(self.root), self.root)
        self.steps[step.__name__] = {"key": key, "outputs": outputs, "said": said}
        write(self.path, json.dumps(self.steps, indent=1, sort_keys=True).encode("utf-8"))


def key(step: ModuleType, root: Path) -> str:
    """Return the hash of everything that decides what a step makes."""
    made = [result(root, name) for name in step.AFTER]
    parts = {
        "inputs": fingerprint([*step.inputs(root), *made], root),
        "schemas": fingerprint([_paths.schemas()], _paths.schemas()),
        "code": fingerprint(code(Path(step.__file__)), PACKAGE),
        "step": sha256(Path(step.__file__).read_bytes() + Path(__file__).read_bytes()),
        "libraries": [f"{name} {version(name)}" for name in LIBRARIES],
        "python": list(sys.version_info[:2]),
    }
    return sha256(json.dumps(parts, sort_keys=True).encode("utf-8"))


def fingerprint(paths: Iterable[Path], base: Path) -> str:
    """Return one hash over the names (from ``base``) and bytes of files, and of all files in folders."""
    files: set[Path] = set()
    for path in paths:
        files |= {found for found in path.rglob("*") if found.is_file()} if path.is_dir() else {path}
    digest = hashlib.sha256()
    for path in sorted(files):
        if "__pycache__" in path.parts:
            continue
        content = sha256(path.read_bytes()) if path.is_file() else "missing"
        digest.update(f"{os.path.relpath(path, base)}\0{content}\n".encode("utf-8", "surrogateescape"))
    return digest.hexdigest()


def sha256(data: bytes) -> str:
    """Return the SHA-256 of ``data`` in hex."""
    return hashlib.sha256(data).hexdigest()


def code(script: Path) -> list[Path]:
    """Return the parts of the package that ``script`` imports, directly or through others.

    A part is a subpackage, with its data files, or a single module; a subpackage counts whole, because
    some of its modules are imported by name at run time.
    """
    parts: set[str] = set()
    open_parts = set(_imported(script))
    while open_parts:
        part = open_parts.pop()
        if part in parts:
            continue
        parts.add(part)
        path = PACKAGE / part
        for file in path.rglob("*.py") if path.is_dir() else (path.with_suffix(".py"),):
            open_parts |= _imported(file)
    return [PACKAGE / part if (PACKAGE / part).is_dir() else PACKAGE / f"{part}.py" for part in sorted(parts)]


# an import at any depth; one in a string is no harm, for more is rebuilt than has to be
_IMPORT = re.compile(r"^[ \t]*((?:from[ \t]+[\w.]+[ \t]+)?import[ \t]+(?:\([^)]*\)|[^\n(]*(?:\\\n[^\n]*)*))", re.MULTILINE)


def _import_statements(code: str) -> Iterator[ast.stmt]:
    # to parse whole files would take longer than all steps of a small build
    for found in _IMPORT.finditer(code):
        try:
            yield from ast.parse(found[1]).body
        except SyntaxError:
            continue  # words of a text that begin like an import


# every step asks again about the files of the parts that steps share
@cache
def _imported(file: Path) -> frozenset[str]:
    """Return the parts of the package that one file imports, anywhere in it."""
    inside = file.relative_to(PACKAGE).parent.parts if PACKAGE in file.parents else None
    names: list[tuple[str, ...]] = []
    for node in _import_statements(file.read_text(encoding="utf-8")):
        if isinstance(node, ast.Import):
            names += [tuple(alias.name.split(".")) for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            module = tuple(node.module.split(".")) if node.module else ()
            if node.level and inside is not None:
                module = ("conflict_figures", *inside[: len(inside) - node.level + 1], *module)
            names += [(*module, alias.name) for alias in node.names]
    parts = {name[1] for name in names if len(name) > 1 and name[0] == "conflict_figures"}
    return frozenset(part for part in parts if (PACKAGE / part).is_dir() or (PACKAGE / f"{part}.py").is_file())
