"""Any bytes under the name of a table give a report; whatever the csv module reads, in however small blocks, is read alike."""

import csv
import io

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from conflict_figures import schema
from conflict_figures.check.reading import blocks, delimited

NAMES = schema.table("actors").field_names
HEADER = ",".join(NAMES) + "\n"
QUICK = settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])


@pytest.fixture
def small(monkeypatch):
    """Files are read in blocks of a few bytes, so that every row meets an edge."""
    original = blocks.blocks
    monkeypatch.setattr(delimited, "blocks", lambda file: original(file, 40))


@QUICK
@given(st.binary(max_size=300), st.booleans())
def test_bytes(tmp_path, small, data, with_header):
    path = tmp_path / "actors.csv"
    path.write_bytes((HEADER.encode() if with_header else b"") + data)
    sheet = delimited.read(path, "actors")
    assert sheet.table is not None or sheet.findings


CELL = st.text(st.sampled_from('ab,"\n\r é=;\t'), max_size=8)


@QUICK
@given(st.lists(st.lists(CELL, min_size=len(NAMES), max_size=len(NAMES)), max_size=12), st.sampled_from(["\n", "\r\n"]))
def test_cells_and_lines(tmp_path, small, rows, end):
    out = io.StringIO(newline="")
    csv.writer(out, lineterminator=end, quoting=csv.QUOTE_ALL).writerows([NAMES, *rows])
    path = tmp_path / "actors.csv"
    path.write_bytes(out.getvalue().encode())
    sheet = delimited.read(path, "actors", formulas=False)
    reader = csv.reader(io.StringIO(out.getvalue(), newline=""))
    lines = []
    for _ in reader:
        lines.append(reader.line_num + 1)
    assert sheet.findings == ()
    assert [int(line) for line in sheet.lines] == lines[:-1]
    # code lists keep what is outside of them, for the checks to find
    assert [list(row.values()) for row in sheet.table.to_pylist()] == [[cell or None for cell in row] for row in rows]


@QUICK
@given(st.lists(st.integers(0, 8), max_size=8))
def test_rows_of_any_length(tmp_path, small, lengths):
    """Each row of another length is told once, at its line; no other fault is."""
    path = tmp_path / "actors.csv"
    path.write_text(HEADER + "".join(",".join("x" * length) + "\n" for length in lengths), encoding="utf-8")
    found = delimited.read(path, "actors").findings
    assert [(one.rule, one.line) for one in found] == [
        ("row-length", line) for line, length in enumerate(lengths, 2) if length != len(NAMES)
    ]  # fmt: skip
