"""The benchmark of comparing versions as a command: what it makes and prints, never how long that took."""

import subprocess

import diff
import pytest
from comparing import versions
from validating import commands

import conflict_figures as cf


@pytest.mark.parametrize("kind", ["parquet", "csv"])
def test_our_command_and_pandas_find_what_was_changed(tmp_path, kind):
    old, new = (versions.write(tmp_path / name, one, kind) for name, one in zip(("old", "new"), versions.tables(3000), strict=True))
    found = cf.diff(old, new)
    said = subprocess.run(diff.theirs(old, new), capture_output=True, text=True, check=True).stdout.split()
    assert (found.added, found.gone) == (3, 3) and found.cells > 100
    assert said == [str(found.added), str(found.gone), str(found.changed)]
    commands.measure(diff.ours(old, new, "jsonl", tmp_path / "out"), 1)
    assert (tmp_path / "out").read_text() == found.to_jsonl()


def test_what_is_printed(monkeypatch, capsys):
    monkeypatch.setattr(commands, "measure", lambda command, repeat: commands.Measured(2.0 * repeat, 100.0))
    assert diff.main(["--rows", "2000", "--repeat", "1", "--peer-repeat", "5"]) == 0
    printed = capsys.readouterr().out
    assert "Parquet, every change" in printed and "5.0 times" in printed
