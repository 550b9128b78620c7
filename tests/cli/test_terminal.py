"""Colour on a terminal, plain text everywhere else."""

import os
import pty
import subprocess
import sys

import pytest


def on_terminal(*arguments: str, code: int = 0) -> str:
    """What the command writes to a terminal 100 columns wide."""
    main, other = pty.openpty()
    environment = {**os.environ, "TERM": "xterm-256color", "COLUMNS": "100"}
    environment.pop("NO_COLOR", None)
    process = subprocess.Popen(
        [sys.executable, "-m", "conflict_figures", *arguments], stdin=other, stdout=other, stderr=other, env=environment
    )
    os.close(other)
    seen = b""
    while True:
        try:
            chunk = os.read(main, 65536)
        except OSError:  # how Linux says that the other end was closed
            break
        if not chunk:
            break
        seen += chunk
    os.close(main)
    assert process.wait() == code
    return seen.decode("utf-8")


@pytest.mark.parametrize("command", [("describe",), ("describe", "figures")])
def test_tables_are_drawn_on_a_terminal(command):
    assert "─" in on_terminal(*command)


def test_why_marks_the_words_in_colour_on_a_terminal_only(whole):
    assert "\x1b[1;7m[" in on_terminal("why", whole)
    piped = subprocess.run([sys.executable, "-m", "conflict_figures", "why", whole], capture_output=True, check=True)
    assert b"\x1b" not in piped.stdout


def test_a_validation_is_drawn_on_a_terminal(tmp_path):
    (tmp_path / "actors.csv").write_text("actor_id,name,kind,country_iso3,aliases\na.b,B,outlt,,\n", encoding="utf-8")
    shown = on_terminal("validate", str(tmp_path / "actors.csv"), code=1)
    assert "\x1b[" in shown and "outlt" in shown and "Did you mean outlet?" in " ".join(shown.split())


def test_a_validation_shows_how_far_it_is(tmp_path):
    """With a bar, which is gone when the report stands there."""
    import conflict_figures as cf
    from conflict_figures.tabular import delimited

    path = tmp_path / "actors.csv"
    path.write_bytes(delimited.encode(cf.load("actors", backend="pyarrow")))
    shown = on_terminal("validate", str(path))
    assert "reading" in shown and "━" in shown
    assert "\x1b[2K" in shown.rpartition("━")[2], "the lines of the bar are erased"


def test_a_comparison_shows_a_sign_of_life_on_a_terminal():
    seen = on_terminal("diff", "0.1.0", "0.1.0")
    assert "comparing figures_flat …" in seen and "Nothing changed." in seen
