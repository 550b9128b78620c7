"""A build that is killed leaves the old release or the new one, never a mix."""

import importlib.util
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from conflict_figures.publish import mover, swap


@pytest.fixture
def killing():
    spec = importlib.util.spec_from_file_location("killing", Path(__file__).with_name("killing.py"))
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_killed_at_random_moments(checkout, killing):
    rounds = killing.Killing(checkout.root, checkout.root / "seeds")
    left = [rounds.round(group=number % 2 == 1) for number in range(4)]
    assert set(left) <= {"old", "new"}, left
    # and the next build goes through, whatever the killed one left behind
    rounds.write(0)
    assert checkout.build().returncode == 0
    assert killing.published(checkout.root) == rounds.releases[0]
    assert not swap.staging(checkout.root).exists()


@pytest.fixture
def two_releases(checkout):
    """A published release, and another one staged: as a swap finds them."""
    assert checkout.build().returncode == 0
    old = checkout.files("data", "datapackage.json")
    stage = swap.staging(checkout.root)
    shutil.copytree(checkout.root / "data", stage / "new" / "data")
    (stage / "new/data/figures.csv").write_text("new\n", encoding="utf-8")
    (stage / "new/datapackage.json").write_text("new\n", encoding="utf-8")
    new = old | {"data/figures.csv": b"new\n", "datapackage.json": b"new\n"}
    return checkout, old, new


def test_what_was_staged_without_the_marker_is_dropped(two_releases):
    checkout, old, _ = two_releases
    assert not swap.repair(checkout.root)
    assert checkout.files("data", "datapackage.json") == old
    assert not swap.staging(checkout.root).exists()


@pytest.mark.parametrize("done", range(4))
def test_a_swap_that_the_machine_stopped_is_finished(two_releases, monkeypatch, done):
    """Stopped after any number of its renames, as by a loss of power."""
    checkout, _, new = two_releases
    stage = swap.staging(checkout.root)
    (stage / mover.MARKER).touch()
    left = done

    class Stopped(Exception):
        pass

    def stopping(rename):
        def renamed(*paths):
            nonlocal left
            if left == 0:
                raise Stopped
            left -= 1
            rename(*paths)

        return renamed

    with monkeypatch.context() as patch:
        patch.setattr(mover.os, "rename", stopping(mover.os.rename))
        patch.setattr(mover.os, "replace", stopping(mover.os.replace))
        if done < 3:
            with pytest.raises(Stopped):
                mover.move(checkout.root, stage)
        else:
            mover.move(checkout.root, stage)
    assert swap.repair(checkout.root) == (done < 3)
    assert checkout.files("data", "datapackage.json") == new
    assert not stage.exists()


def test_equal_bytes_move_nothing(checkout):
    checkout.build()
    before = {path: path.stat().st_ino for path in (checkout.root / "data").iterdir()}
    checkout.build("--force")
    assert {path: path.stat().st_ino for path in (checkout.root / "data").iterdir()} == before


def test_the_mover_does_nothing_without_the_word(two_releases):
    checkout, old, _ = two_releases
    command = [sys.executable, "-I", "-S", mover.__file__, str(checkout.root), str(swap.staging(checkout.root))]
    done = subprocess.run(command, input=b"", capture_output=True, check=False)
    assert (done.returncode, done.stdout) == (0, b"ready\n")
    assert checkout.files("data", "datapackage.json") == old
