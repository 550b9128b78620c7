"""The workflow that a pull request of a contribution runs: it is one, it may do little, and its commands are ours."""

import shlex
import sys

import pytest
import yaml

from conflict_figures import cli


@pytest.fixture
def workflow(root) -> dict:
    return yaml.safe_load((root / ".github/workflows/contribution.yml").read_text(encoding="utf-8"))


def steps(workflow) -> list[dict]:
    return [step for job in workflow["jobs"].values() for step in job["steps"]]


def test_it_runs_for_pull_requests_and_may_only_read(workflow):
    # YAML 1.1 reads the key `on` as true
    assert set(workflow[True]) == {"pull_request"} and "seeds/**" in workflow[True]["pull_request"]["paths"]
    assert workflow["permissions"] == {"contents": "read"}
    assert all(("uses" in step) != ("run" in step) for step in steps(workflow))


def test_no_text_of_a_pull_request_reaches_a_shell(workflow):
    assert not any("${{" in step.get("run", "") for step in steps(workflow))


def test_what_it_installs_is_what_the_lock_names(workflow, root):
    install = next(step["run"] for step in steps(workflow) if "pip install" in step.get("run", ""))
    assert "--require-hashes --requirement requirements.lock" in install and (root / "requirements.lock").is_file()


def test_its_validation_is_a_command_of_ours_that_passes_here(workflow, root, monkeypatch, capsys):
    lines = [line for step in steps(workflow) for line in step.get("run", "").splitlines() if line.startswith("conflict-figures validate")]
    assert lines and "--format github" in lines[0]
    monkeypatch.chdir(root)
    monkeypatch.setattr(sys, "argv", shlex.split(lines[0]))
    assert cli._run() == 0
    assert "::error" not in capsys.readouterr().out
