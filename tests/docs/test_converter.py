"""The example of a converter: what each row of a foreign table becomes, and what has no place."""

import csv
import doctest
import importlib.util
import io
import subprocess
import sys

import pytest

import conflict_figures as cf


@pytest.fixture(scope="module")
def estimates(root):
    spec = importlib.util.spec_from_file_location("estimates", root / "docs/converters/estimates.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


ROW = {"date": "14/06/2031", "low": "1,000", "high": "1,500", "estimate": "", "type": "killed",
       "source": "Relief Council (via Delta Wire)", "source_url": "https://wire.example.org/r/1", "country": "Ostria"}  # fmt: skip


def table(path, *rows) -> None:
    text = io.StringIO(newline="")
    writer = csv.DictWriter(text, list(ROW))
    writer.writeheader()
    writer.writerows(rows)
    path.write_bytes(b"\xef\xbb\xbf" + text.getvalue().encode())


def test_the_examples_of_the_converter_run(estimates):
    assert doctest.testmod(estimates).failed == 0


@pytest.mark.parametrize(
    ("cells", "figures"),
    [
        ({}, [("1,000 to 1,500", None, 1000, 1500, "range")]),
        ({"high": ""}, [("at least 1,000", 1000, 1000, None, "at_least")]),
        ({"low": ""}, [("up to 1,500", 1500, None, 1500, "at_most")]),
        ({"low": "1500", "estimate": "1,500"}, [("1500", 1500, 1500, 1500, "exact"), ("1,500", 1500, 1500, 1500, "exact")]),
        ({"estimate": "1,200"}, [("1,000 to 1,500", None, 1000, 1500, "range"), ("1,200", 1200, 1200, 1200, "exact")]),
    ],
)
def test_numbers_become_figures_without_a_bound_of_our_own(estimates, tmp_path, cells, figures):
    table(tmp_path / "t.csv", ROW | cells)
    assert estimates.convert(tmp_path / "t.csv", "ostria", tmp_path / "out") == 0
    assert cf.validate(tmp_path / "out/ostria").ok
    with open(tmp_path / "out/ostria/figures.csv", encoding="utf-8", newline="") as lines:
        made = [tuple(row[name] for name in ("as_coded", "value", "low", "high", "qualifier")) for row in csv.DictReader(lines)]
    assert made == [tuple("" if cell is None else str(cell) for cell in figure) for figure in figures]


def test_source_and_day_are_taken_apart(estimates):
    (one,) = estimates.figures(3, ROW)
    assert (one["speaker"], one["speaker_kind"], one["publisher"]) == ("Relief Council", "body", "Delta Wire")
    assert (one["date"], one["record"], one["place"]) == ("2031-06-14", "30", "Ostria")
    (own,) = estimates.figures(1, ROW | {"source": "Delta Wire", "date": "7/2031"})
    assert (own["speaker"], own["publisher"], own["date"]) == ("", "Delta Wire", "2031-07")


@pytest.mark.parametrize(
    "cells",
    [{"low": "1.200"}, {"low": "2,000"}, {"low": "", "high": ""}, {"type": "lost"}, {"date": "June 2031"}, {"estimate": "many"}, {"low": "1,00"}],
)
def test_a_row_without_a_place_is_listed_with_its_reason(estimates, tmp_path, cells):
    table(tmp_path / "t.csv", ROW, ROW | cells)
    assert estimates.convert(tmp_path / "t.csv", "ostria", tmp_path / "out") == 0
    left = (tmp_path / "out/ostria/left-out.csv").read_text(encoding="utf-8").splitlines()
    assert [line.split(",")[:2] for line in left[1:]] == [["claims", "20"], ["figures", "20"]]
    assert all(len(line) > 20 for line in left[1:])


def test_a_speaker_of_unknown_kind_and_another_header_are_answered(root, tmp_path):
    script = [sys.executable, str(root / "docs/converters/estimates.py")]
    table(tmp_path / "t.csv", ROW | {"source": "A Newcomer (via Delta Wire)"})
    done = subprocess.run([*script, tmp_path / "t.csv", "ostria", tmp_path / "out"], capture_output=True, text=True)
    assert done.returncode == 1 and "'A Newcomer'" in done.stderr and not (tmp_path / "out").exists()
    (tmp_path / "t.csv").write_text("day,number\n")
    done = subprocess.run([*script, tmp_path / "t.csv", "ostria", tmp_path / "out"], capture_output=True, text=True)
    assert done.returncode == 1 and "t.csv:1: the header is not" in done.stderr
