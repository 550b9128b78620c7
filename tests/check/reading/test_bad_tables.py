"""Whatever somebody hands in as a table gives a clear finding at its place, and never a traceback."""

import csv
import io

import pyarrow
import pyarrow.parquet as parquet
import pytest

from conflict_figures import schema
from conflict_figures.check.reading import blocks

HEADER = ",".join(schema.table("links").written_names)


@pytest.mark.parametrize(
    ("change", "rule", "line", "words"),
    [
        (lambda text: text.replace(",", ";"), "delimiter", 1, "semicolons"),
        (lambda text: text.replace(",", "\t"), "delimiter", 1, "tabs"),
        (lambda text: text.encode().replace(b"stated", b"st\xe9ted", 1), "encoding", 3, "(0xE9) is not UTF-8; in Windows-1252 it is 'é'"),
        (lambda text: text.encode("utf-16"), "encoding", 1, "UTF-16"),
        (lambda text: text.replace("stated", "sta\0ted", 1), "nul", 3, "0x00"),
        (lambda text: "", "header", 1, "empty"),
        (lambda text: "\n\n", "header", 1, "first line is empty"),
        (lambda text: text.split("\n", 1)[1], "header", 1, "names no column"),
        (lambda text: HEADER + "\n", "no-rows", None, "no rows"),
        (lambda text: HEADER, "no-rows", None, "no rows"),
        (lambda text: ",".join(f"c{n}" for n in range(10_000)) + "\n", "columns-too-many", 1, "10,000 columns"),
        (lambda text: "x" * 3_000_000, "header", 1, "names no column"),
        (lambda text: text.replace("stated,", "x" * 50_000_000 + ",", 1), "cell-too-long", 3, "50,000,0"),
        (lambda text: text + '"open', "quoting", None, "not closed"),
        (lambda text: text.replace("stated", 'sta"ted', 1), "quoting", 3, "double quote"),
        (lambda text: text.replace("stated", '"sta"ted', 1), "quoting", 3, "double quote"),
        (lambda text: '"' + text, "quoting", 1, "first line"),
        (lambda text: text.replace(",stated,", ",stated,,", 1), "row-length", 3, "9 cells where the header has 8"),
        (lambda text: text.replace(",stated,", ",stated", 1), "row-length", 3, "7 cells where the header has 8"),
        (lambda text: text.replace("\n", "\n\n", 1), "row-length", 2, "empty"),
    ],
)  # fmt: skip
def test_a_csv_that_is_none(contribution, change, rule, line, words):
    contribution.csv("links", change)
    one = contribution.one()
    assert one.rule == rule
    assert line is None or one.line == line
    assert words in one.message
    assert one.remedy
    assert len(str(one)) < 2_000


def test_a_file_of_random_bytes(contribution):
    path = contribution.folder / "links.csv"
    path.write_bytes(bytes(range(256)) * 1000)
    assert contribution.one().rule in ("nul", "encoding")


def test_a_byte_order_mark_is_no_fault(contribution):
    contribution.csv("links", lambda text: "\ufeff" + text)
    assert contribution.validate().ok


@pytest.mark.parametrize("end", ["\r\n", "\r"])
def test_other_line_ends_are_no_fault(contribution, end):
    contribution.csv("links", lambda text: text.replace("\n", end).replace("stated", "guessed", 1))
    assert contribution.found() == [("enum", 3)]


def test_names_of_columns(contribution):
    contribution.csv("links", lambda text: text.replace("subject_id,predicate", "Subject_ID ,predicate,predicate", 1).replace("\n", ",\n", 1))
    named = {(one.rule, one.position): one for entry in contribution.validate().entries for one in entry.places}
    assert ("column-name", 1) in named
    assert ("column-twice", 3) in named
    assert any(rule == "column-unnamed" for rule, _ in named)


def test_what_stands_in_a_missing_column_is_not_asked_for(contribution):
    """The column is missing; that its cells are empty is no second fault."""
    table = contribution.tables["links"].drop_columns(["basis"])
    contribution.tables["links"] = table
    contribution.csv("links")
    assert contribution.found() == [("column-missing", 1)]


@pytest.mark.parametrize("cell", ["=cmd|' /C calc'!A0", "=1+1", "+cmd|x", "@SUM(1)", "-2+3+cmd|x"])
def test_a_cell_that_a_spreadsheet_would_run(contribution, cell):
    contribution.csv("actors", lambda text: text.replace("The Daily Note", cell, 1))
    (one,) = [one for entry in contribution.validate().entries for one in entry.places if one.rule == "formula"]
    assert (one.column, one.position) == ("name", 2)
    assert one.value == cell


@pytest.mark.parametrize("cell", ["- 300 killed (est.)", "@ministry", "+300", "-"])
def test_a_dash_before_speech_is_no_formula(contribution, cell):
    contribution.csv("claims", lambda text: text.replace(",hand,", f"{cell},hand,", 1))
    assert "formula" not in {rule for rule, _ in contribution.found()}


def rewritten(text, change):
    rows = list(csv.reader(io.StringIO(text, newline="")))
    change(rows)
    out = io.StringIO(newline="")
    csv.writer(out, lineterminator="\n").writerows(rows)
    return out.getvalue()


def test_no_fault_hides_another(contribution):
    """Three cells of three kinds in one row, and one row further a code, and each is told once."""
    names = schema.table("figures").field_names

    def change(rows):
        rows[1][names.index("value")] = "1,200"
        rows[1][names.index("increment")] = "no"
        rows[1][names.index("measure")] = "killd"
        rows[2][names.index("measure")] = ""

    contribution.csv("figures", lambda text: rewritten(text, change))
    # the claims and dates that they point at do not come along and are not released
    places = [one for entry in contribution.validate().entries for one in entry.places if one.rule != "foreign-key"]
    assert {(one.rule, one.column, one.row) for one in places} == {
        ("type", "value", 0), ("type", "increment", 0), ("enum", "measure", 0), ("required", "measure", 1),
    }  # fmt: skip


def test_faults_beyond_the_limit_are_counted(contribution):
    """A number that cannot be read is not missing as well, however many there are of either."""
    names = schema.table("attributions").field_names

    def change(rows):
        head, row = rows[0], rows[1]
        rows[:] = [head]
        for number in range(300):
            rows.append([f"note-one.c{number}", ["0", "zero", ""][number % 3], *row[2:]])

    contribution.csv("attributions", lambda text: rewritten(text, change))
    counts = {(entry.first.rule, entry.first.column): (entry.count, len(entry.places)) for entry in contribution.validate(limit=10).entries}
    assert names[1] == "hop"
    assert counts["type", "hop"] == (100, 10)
    assert counts["required", "hop"] == (100, 10)


def test_lines_are_physical_also_behind_line_breaks_and_across_blocks(contribution, monkeypatch):
    original = blocks.blocks
    from conflict_figures.check.reading import delimited

    monkeypatch.setattr(delimited, "blocks", lambda file: original(file, 700))
    contribution.csv("claims", lambda text: text.replace(",body,", ",bdy,"))
    text = (contribution.folder / "claims.csv").read_text(encoding="utf-8")
    reader = csv.reader(io.StringIO(text, newline=""))
    began, lines = 1, []
    for cells in reader:
        if "bdy" in cells:
            lines.append(began)
        began = reader.line_num + 1
    assert [line for rule, line in contribution.found() if rule == "enum"] == lines
    assert len(lines) > 2


def test_parquet_cut_short(contribution):
    contribution.parquet("links", lambda data: data[: len(data) // 2])
    one = contribution.one()
    assert one.rule == "parquet"
    assert one.line is None


@pytest.mark.parametrize("data", [b"", b"PAR1", b"PAR1" + b"\0" * 100 + b"PAR1", b"not at all"])
def test_parquet_that_is_none(contribution, data):
    contribution.parquet("links", lambda _: data)
    assert contribution.one().rule == "parquet"


def test_parquet_bytes_that_were_changed(contribution):
    """Whatever single byte is other than it was written, there is a report."""
    data = contribution.parquet("links").read_bytes()
    for place in range(0, len(data), 61):
        contribution.parquet("links", lambda data, place=place: data[:place] + bytes([data[place] ^ 0x55]) + data[place + 1 :])
        contribution.validate()


def test_parquet_with_other_types(contribution):
    table = contribution.tables["figures"]
    place = table.column_names.index("value")
    wrong = table.set_column(place, "value", pyarrow.array([str(n) for n in range(table.num_rows)]))
    parquet.write_table(wrong, contribution.folder / "figures.parquet")
    (one,) = [entry.first for entry in contribution.validate().entries if entry.first.rule != "foreign-key"]
    assert (one.rule, one.column, one.position) == ("column-type", "value", place + 1)
    assert one.message == "the column is string, not number"


def test_parquet_with_wider_types_loses_nothing_and_is_taken(contribution):
    table = contribution.tables["figures"]
    plain = pyarrow.schema([(one.name, pyarrow.large_string() if pyarrow.types.is_dictionary(one.type) else one.type) for one in table.schema])
    parquet.write_table(table.cast(plain), contribution.folder / "figures.parquet")
    for other in ("sources", "claims", "dates", "actors", "attributions"):
        parquet.write_table(contribution.tables[other], contribution.folder / f"{other}.parquet")
    assert contribution.validate().ok


def test_rows_of_parquet_have_numbers(contribution):
    table = contribution.tables["links"]
    place = table.column_names.index("basis")
    words = table["basis"].cast(pyarrow.string()).to_pylist()
    words[1] = "guessed"
    parquet.write_table(table.set_column(place, "basis", pyarrow.array(words)), contribution.folder / "links.parquet")
    one = contribution.one()
    assert (one.rule, one.row, one.line, one.position) == ("enum", 1, None, place + 1)


def test_frames_are_read_as_tables(contribution):
    from conflict_figures.schema.to_frame import frame

    links = frame("links", contribution.tables["links"])
    assert contribution.validate({"links": links}).ok
    links["basis"] = "guessed"
    assert {rule for rule, _ in contribution.found({"links": links})} == {"enum"}
    assert contribution.found({"links": links.rename(columns={"basis": "base"})})[0][0] == "column-missing"
    assert contribution.found({"link": links}) == [("table-name", None)]


def test_empty_cells_behind_very_many_unreadable_ones_are_still_told(contribution):
    def change(rows):
        rows[:] = [rows[0], *([f"note-one.c{number}", "zero" if number < 100 else "", *rows[1][2:]] for number in range(103))]

    contribution.csv("attributions", lambda text: rewritten(text, change))
    counts = {entry.first.rule: entry.count for entry in contribution.validate(limit=10).entries if entry.first.column == "hop"}
    assert counts == {"type": 100, "required": 3}


def test_rules_are_silent_where_a_cell_that_they_read_cannot_be_read_and_count_the_rest(contribution):
    """A role that is wrong beside its hop is counted for the rows whose hop can be read, beyond the limit too."""
    role = schema.table("attributions").field_names.index("role")

    def change(rows):
        head, row = rows[0], rows[1]
        assert row[role] == "publisher"
        rows[:] = [head, *([f"note-one.c{number}", "1" if number % 3 else "one", *row[2:]] for number in range(300))]

    contribution.csv("attributions", lambda text: rewritten(text, change))
    counts = {entry.first.rule: (entry.count, len(entry.places)) for entry in contribution.validate(limit=10).entries}
    assert counts["type"] == (100, 10)
    assert counts["publisher_is_hop_zero"] == (200, 10)
    assert "required" not in counts


def test_a_claim_is_not_missed_in_a_chain_whose_numbers_cannot_be_read(contribution):
    """A claim without a hop 0 is found, but not where a hop of it was not read."""
    hop = schema.table("attributions").field_names.index("hop")
    contribution.csv("claims")
    claim = contribution.tables["attributions"]["claim_id"][0].as_py()

    def found(cell: str) -> list[str]:
        contribution.csv("attributions", lambda text: rewritten(text, lambda rows: rows[1].__setitem__(hop, cell)))
        places = [one for entry in contribution.validate().entries for one in entry.places]
        return [one.key for one in places if one.rule == "chain_begins_at_publisher"]

    assert found("5") == [claim]
    assert found("zero") == []
