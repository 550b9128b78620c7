"""The machinery: what a step depends on, the lock, the progress bar."""

import fcntl
import os
import runpy
import subprocess
import sys
import time

import pytest


@pytest.fixture
def scripts(root):
    return runpy.run_path(str(root / "build"), run_name="build")


def test_a_step_depends_on_what_it_imports(scripts):
    graph, steps = scripts["graph"], {step.__name__: step for step in scripts["STEPS"]}
    parts = {name: {path.name for path in graph.code(graph.Path(step.__file__))} for name, step in steps.items()}
    assert {"seeds", "schema", "errors.py", "edtf.py", "_paths.py"} <= parts["read"]
    assert not {"extract", "publish", "cli"} & parts["read"]
    assert {"extract", "schema"} <= parts["extract"]
    assert {"check", "schema"} <= parts["check"]
    assert {"publish", "check", "schema"} <= parts["publish"]
    assert "cli" not in set.union(*parts.values())


def test_everything_that_a_build_imports_is_known_to_some_step(checkout, root):
    """What a step imports while it runs is part of its hash, also what is imported by name."""
    run = (
        "import runpy, sys\n"
        f"scripts = runpy.run_path({str(root / 'build')!r}, run_name='build')\n"
        f"assert scripts['main'](['--root', {str(checkout.root)!r}]) == 0\n"
        "graph = scripts['graph']\n"
        "known = {p.name.removesuffix('.py') for step in scripts['STEPS'] for p in graph.code(graph.Path(step.__file__))}\n"
        "used = {name.split('.')[1] for name in sys.modules if name.startswith('conflict_figures.')}\n"
        "print('unknown:', sorted(used - known))\n"
    )
    done = subprocess.run([sys.executable, "-c", run], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "unknown: []"


def test_a_second_build_waits_for_the_first(checkout):
    handle = os.open(checkout.root, os.O_RDONLY)
    fcntl.flock(handle, fcntl.LOCK_EX)
    with checkout.start() as second:
        assert "waiting for it" in second.stderr.readline()
        time.sleep(0.2)
        assert second.poll() is None
        assert not (checkout.root / "data").exists()
        os.close(handle)
        second.communicate()
        assert second.returncode == 0


def test_a_bar_is_shown_for_long_work_on_a_terminal_alone(scripts, capsys, monkeypatch):
    progress = scripts["screen"].progress
    assert list(progress(range(100), "reading")) == list(range(100))
    assert capsys.readouterr().err == ""
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert list(progress(range(100), "reading")) == list(range(100))
    assert "reading" in capsys.readouterr().err
    assert list(progress(range(3), "reading")) == [0, 1, 2]
    assert capsys.readouterr().err == ""
