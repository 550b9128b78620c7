"""Colour on a terminal, plain text everywhere else."""

import os
import pty
import subprocess
import sys

import pytest


def on_terminal(*arguments: str) -> str:
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
    assert process.wait() == 0
    return seen.decode("utf-8")


@pytest.mark.parametrize("command", [("describe",), ("describe", "figures")])
def test_tables_are_drawn_on_a_terminal(command):
    assert "─" in on_terminal(*command)


def test_why_marks_the_words_in_colour_on_a_terminal_only(whole):
    assert "\x1b[1;7m[" in on_terminal("why", whole)
    piped = subprocess.run([sys.executable, "-m", "conflict_figures", "why", whole], capture_output=True, check=True)
    assert b"\x1b" not in piped.stdout
