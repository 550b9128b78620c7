"""The guard of CSV cells: what each reader takes for a value, it refuses, at the physical line."""

import pytest

from conflict_figures.check import lines
from conflict_figures.tabular import delimited
from conflict_figures.tabular import to_arrow


@pytest.fixture
def file(sound, tmp_path):
    """A written table: a function from its text to what the guard says of the changed text."""

    def read(table, change=lambda text: text):
        path = tmp_path / f"{table}.csv"
        text = delimited.encode(to_arrow(sound.records)[table])
        changed = change(text.decode())
        path.write_bytes(changed if isinstance(changed, bytes) else changed.encode())
        return lines.read(path, table)

    return read


@pytest.mark.parametrize("table", ["sources", "claims", "figures", "dates", "actors", "attributions", "links"])
def test_what_was_written_reads_back(file, sound, table):
    read = file(table)
    assert read.findings == ()
    assert read.table.equals(to_arrow(sound.records)[table])


def test_lines_are_physical(file):
    """A prefix with a line break in it moves every later row down by one."""
    read = file("claims")
    assert read.lines[0] == 2
    assert read.lines != tuple(range(2, 2 + read.table.num_rows))
    assert read.lines[-1] > read.table.num_rows + 1


@pytest.mark.parametrize(
    "cell", ["0x10", "1e3", " 12", "12 ", "1_000", "1,000", "+12", "012", "٣", "12.", ".5", "NaN", "inf", "--1"]
)
def test_numbers_have_one_spelling(file, cell):
    read = file("figures", lambda text: text.replace(",12,12,,at_least", f',"{cell}",12,,at_least'))
    assert read.table is None
    assert [(one.column, one.rule, one.line) for one in read.findings] == [("value", "type", 2 + _row_of_at_least(file))]


def _row_of_at_least(file):
    return file("figures").table["qualifier"].to_pylist().index("at_least")


@pytest.mark.parametrize("cell", ["2025-02-30", " 2025-06-15", "2025-6-15", "2025-06-15T00:00", "20250615", "15/06/2025"])
def test_days_have_one_spelling(file, cell):
    read = file("dates", lambda text: text.replace("published,2025-06-15,2025-06-15", f"published,2025-06-15,{cell}"))
    assert [(one.column, one.rule) for one in read.findings] == [("start", "type")]


@pytest.mark.parametrize("cell", ["True", "TRUE", "1", "yes", "t"])
def test_booleans_have_one_spelling(file, cell):
    read = file("figures", lambda text: text.replace(",false,", f",{cell},", 1))
    assert [(one.column, one.rule) for one in read.findings] == [("increment", "type")]


def test_a_short_row_is_not_padded(file):
    read = file("links", lambda text: text.replace(",stated,,,\n", ",stated,,\n", 1))
    assert [one.rule for one in read.findings] == ["row-length"]


def test_the_header_is_compared(file):
    read = file("links", lambda text: text.replace("subject_id,predicate", "predicate,subject_id", 1))
    assert [(one.rule, one.line) for one in read.findings] == [("column-order", 1)]
    read = file("links", lambda text: text.replace("basis", "base", 1))
    assert [(one.rule, one.column) for one in read.findings] == [("column-missing", "basis"), ("column-unknown", "base")]


@pytest.mark.parametrize(
    ("change", "rule"),
    [
        (lambda text: text.encode().replace(b"stated", b"st\xe9ted", 1), "encoding"),
        (lambda text: "", "header"),
        (lambda text: text + '"open', "quoting"),
    ],
)
def test_files_that_cannot_be_read(file, change, rule):
    (one,) = file("links", change).findings
    assert one.rule == rule
    assert one.line is not None


def test_a_byte_order_mark_is_accepted(file):
    """Spreadsheets write one before UTF-8."""
    assert file("links", lambda text: "\ufeff" + text).findings == ()


def test_a_code_outside_its_list_is_kept_for_the_checks(file):
    from conflict_figures import check

    read = file("links", lambda text: text.replace("stated", "guessed", 1))
    assert read.findings == ()
    assert [one.rule for one in check.tables({"links": read.table})] == ["enum"]
