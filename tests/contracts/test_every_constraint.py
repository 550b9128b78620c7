"""Every type with every constraint, broken in every way and several at once: the engines name the same cells, for the same reason.

The tables are made, for no table of the project has all of them. Text is judged by our own reader and frictionless, typed
tables by our checker and pandera. What an engine is known not to see is a strict expected failure.
"""

import csv
import io
import json
import re
from datetime import date

import pandas
import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from conflict_figures import check, schema
from conflict_figures.check import frames
from conflict_figures.check.reading import delimited as reading
from conflict_figures.tabular import delimited
from conflict_figures.schema import strategies
from conflict_figures.tabular.records import table as to_table

KNOWN = ["a", "b"]
#: Cells that break a field, by its name, and what each has to be called. In the spellings that every engine reads alike.
BROKEN = {
    "s_required": [("", "required")],
    "s_min_length": [("a", "minLength")],
    "s_max_length": [("abcde", "maxLength")],
    "s_pattern": [("abx", "pattern"), ("A", "pattern"), ("cx", "pattern")],
    "s_enum": [("three", "enum"), ("One", "enum"), (" one", "enum")],
    "s_codes": [("no code", "enum")],
    "s_uri": [("no address", "type")],
    "s_all": [("", "required"), ("x", "minLength pattern"), ("xxxxx", "maxLength pattern"), ("aX", "pattern")],
    "s_ref": [("c", "reference")],
    "i_required": [("", "required"), ("x", "type"), ("1.5", "type")],
    "i_unique": [("one", "type")],
    "i_minimum": [("-3", "minimum"), ("x", "type")],
    "i_maximum": [("8", "maximum"), ("--1", "type")],
    "i_enum": [("4", "enum"), ("1e0", "type")],
    "n_required": [("", "required"), ("x", "type")],
    "n_unique": [("one", "type")],
    "n_minimum": [("0.25", "minimum"), ("1,5", "type")],
    "n_maximum": [("2.75", "maximum"), ("x", "type")],
    "n_enum": [("2", "enum"), ("x", "type")],
    "b_plain": [("yes", "type"), ("True", "type"), ("1", "type")],
    "b_required": [("", "required"), ("x", "type")],
    "d_required": [("", "required"), ("2025-02-30", "type"), ("15/06/2025", "type")],
    "d_unique": [("x", "type")],
    "d_minimum": [("2024-02-28", "minimum")],
    "d_maximum": [("2026-01-01", "maximum"), ("20250101", "type")],
    "d_enum": [("2025-01-02", "enum"), ("x", "type")],
}
CELLS = [(field, cell, said) for field, cells in BROKEN.items() for cell, said in cells]
#: Fields whose code list is a dtype in a frame.
CODED = ("s_enum", "s_codes")
#: Fields whose cell may be that of another row, which then is one too many.
ALONE = ("s_unique", "i_unique", "n_unique", "d_unique")
#: What our rules and pandera's checks are called by the standard.
NAMES = {
    "min-length": "minLength", "max-length": "maxLength", "foreign-key": "reference", "format": "type", "primary-key": "key",
    "not_nullable": "required", "str_length": "length", "dtype": "enum",
}  # fmt: skip
QUICK = settings(phases=[Phase.explicit, Phase.generate], suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture])


def cells_of(text):
    return list(csv.reader(io.StringIO(text, newline="")))


def as_text(rows):
    out = io.StringIO(newline="")
    csv.writer(out, lineterminator="\n").writerows(rows)
    return out.getvalue()


def by_us(text, folder):
    """What our reader and our checker find in a CSV: row, column, kind."""
    path = folder / "made.csv"
    path.write_text(text, encoding="utf-8", newline="")
    # what a spreadsheet would run is asked of contributions beside the schema
    sheet = reading.read(path, "made", formulas=False)
    # the keys and references of rows with unreadable cells are judged all the same
    other = to_table("other", [{"id": one} for one in KNOWN])
    found = check.tables({"made": sheet.table, "other": other})
    keys = [f"{row['key']} {row['part']}" for row in sheet.table.to_pylist()]
    said = {(one.row, one.column, NAMES.get(one.rule, one.rule)) for one in sheet.findings}
    unread = {(one.row, one.column) for one in sheet.findings}
    for one in found:
        row = one.row if one.row is not None else keys.index(one.key)
        if (row, one.column) not in unread:
            said.add((row, one.column, NAMES.get(one.rule, one.rule)))
    return said


def by_frictionless(text, folder):
    """The same by frictionless, with the other table beside it."""
    from frictionless import Package, system

    (folder / "made.csv").write_text(text, encoding="utf-8", newline="")
    (folder / "other.csv").write_text("id\n" + "".join(f"{one}\n" for one in KNOWN), encoding="utf-8")
    resources = [
        {"name": name, "type": "table", "path": f"{name}.csv", "schema": schema.frictionless(name, foreign_keys=True).to_descriptor()}
        for name in ("other", "made")
    ]
    (folder / "package.json").write_text(json.dumps({"name": "made", "resources": resources}), encoding="utf-8")
    with system.use_context(trusted=True):
        report = Package(str(folder / "package.json")).validate()
    said = set()
    for error in (error for task in report.tasks for error in task.errors):
        kind = {"constraint-error": None, "type-error": "type", "unique-error": "unique", "primary-key": "key", "foreign-key": "reference"}[error.type]
        if kind is None:
            kind = re.search(r'constraint "(\w+)"', error.note)[1]
        column = error.field_names[0] if kind == "reference" else None if kind == "key" else error.field_name
        said.add((error.row_number - 2, column, kind))
    return said


def by_pandera(table):
    """What pandera finds in a typed table: row, column, kind."""
    said = set()
    for one in frames.one("made", table):
        name = one.rule.removeprefix("pandera ")
        name = re.match(r"\w+", name)[0]
        kind = "unique" if name == "field_uniqueness" else "key" if name == "multiple_fields_uniqueness" else NAMES.get(name, name)
        said.add((int(one.key.split()[1]) if one.key else None, None if kind == "key" else one.column, kind))
    return said


def rows(count):
    """Valid rows; what they point at is there."""
    return strategies.records("made", min_size=count, max_size=count).map(lambda made: [row | {"s_ref": KNOWN[at % 2]} for at, row in enumerate(made)])


def test_the_made_table_has_every_type_and_constraint_that_a_schema_may_use(root, made):
    meta = json.loads((root / "schemas" / "meta" / "table.schema.json").read_text(encoding="utf-8"))["$defs"]
    allowed = {(kind, one) for kind in meta["field"]["properties"]["type"]["enum"] for one in meta[f"{kind}Constraints"]["properties"]}
    from conflict_figures.schema.read import raw

    used = {(field["type"], one) for field in raw("made")["fields"] for one in field.get("constraints", {})}
    assert used == allowed
    # what else a table may say: keys and references are broken below, rules have their own tests
    assert set(json.loads((root / "schemas" / "meta" / "table.schema.json").read_text(encoding="utf-8"))["properties"]) == {
        "$schema", "name", "title", "description", "fields", "missingValues", "primaryKey", "foreignKeys", "rules",
    }  # fmt: skip
    assert {field["type"] for field in raw("made")["fields"]} == set(meta["field"]["properties"]["type"]["enum"])
    # every constraint is broken below: cell by cell, or by the cell of another row
    broken = {field for field, _, _ in CELLS} | {*ALONE, "key", "part", "s_plain"}
    assert broken == {field.name for field in made.fields}


def test_valid_rows_pass_every_engine(made, tmp_path):
    @settings(QUICK, max_examples=5)
    @given(rows(3))
    def run(records):
        table = to_table("made", records)
        text = delimited.encode(table).decode()
        assert by_us(text, tmp_path) == by_frictionless(text, tmp_path) == by_pandera(table) == set()

    run()


def test_every_broken_cell_is_called_by_its_name_in_text(made, tmp_path):
    """One row for each broken cell, all in one table, so that none may hide another."""

    @settings(QUICK, max_examples=2)
    @given(rows(1))
    def run(records):
        header, valid = cells_of(delimited.encode(to_table("made", records)).decode())
        table, expected = [header], set()
        for number, (field, cell, said) in enumerate(CELLS):
            row = [*valid]
            row[header.index("part")] = str(number)
            for alone in ALONE:
                row[header.index(alone)] = ""
            row[header.index(field)] = cell
            table.append(row)
            expected |= {(number, field, kind) for kind in said.split()}
        text = as_text(table)
        assert by_us(text, tmp_path) == expected
        assert by_frictionless(text, tmp_path) == expected

    run()


def test_several_broken_cells_are_found_by_our_reader_and_by_frictionless(made, tmp_path):
    @settings(QUICK, max_examples=12)
    @given(rows(4), st.lists(st.tuples(st.integers(0, 3), st.sampled_from(CELLS)), max_size=12), st.lists(st.sampled_from(ALONE)), st.booleans())
    def run(records, broken, alone, twice):
        table = cells_of(delimited.encode(to_table("made", records)).decode())
        header = table[0]
        for row, (field, cell, _) in broken:
            table[row + 1][header.index(field)] = cell
        for field in alone:
            table[4][header.index(field)] = table[1][header.index(field)]
        if twice:
            table[3][:2] = table[2][:2]
        text = as_text(table)
        found = by_us(text, tmp_path)
        assert found == by_frictionless(text, tmp_path)
        last = {(row, field): said for row, (field, _, said) in broken if (field not in alone or row)}
        assert {(row, field) for row, field in last if field not in ALONE} <= {(row, field) for row, field, _ in found}
        assert ((2, None, "key") in found) == twice

    run()


def test_several_broken_cells_are_found_by_our_checker_and_by_pandera(made):
    typed = [(field, value(made.field(field), cell)) for field, cell, said in CELLS if ("type" not in said or field == "s_uri") and said != "reference"]

    @settings(QUICK, max_examples=12)
    @given(rows(4), st.lists(st.tuples(st.integers(0, 3), st.sampled_from(typed)), max_size=12), st.lists(st.sampled_from(ALONE)), st.booleans())
    def run(records, broken, alone, twice):
        for row, (field, cell) in broken:
            records[row][field] = cell
        for field in alone:
            records[3][field] = records[0][field]
        if twice:
            records[2] |= {"key": records[1]["key"], "part": records[1]["part"]}
        table = to_table("made", records)
        keys = {}
        for number, row in enumerate(table.to_pylist()):
            keys[f"{row['key']} {row['part']}"] = number
        ours = {
            (one.row if one.row is not None else keys[one.key], one.column, NAMES.get(one.rule, one.rule))
            for one in check.tables({"made": table})
        }
        said = by_pandera(table)
        assert where_known(ours) == where_known(said)

    run()


def test_what_stands_beside_an_unknown_code_is_found_by_pandera(made):
    assert (0, "i_maximum", "maximum") in by_pandera(with_unknown_code(made))


@pytest.mark.xfail(strict=True, reason="a code outside its list is to pandera a column of another dtype, and no row is named")
def test_pandera_names_the_row_of_an_unknown_code(made):
    assert (0, "s_enum", "enum") in by_pandera(with_unknown_code(made))


def test_a_reference_to_nothing_is_found_by_us(made, tmp_path):
    assert by_us(delimited.encode(with_dangling_reference(made)).decode(), tmp_path) == {(0, "s_ref", "reference")}


@pytest.mark.xfail(strict=True, reason="pandera looks at one frame: what it points at is in another")
def test_pandera_finds_a_reference_to_nothing(made):
    assert by_pandera(with_dangling_reference(made))


@pytest.mark.xfail(strict=True, reason="pandera keeps silent about a column behind a cell that does not convert to its dtype")
def test_pandera_finds_what_stands_behind_a_cell_that_does_not_convert(made):
    import pandera.pandas as pandera

    schema_of_text = pandera.DataFrameSchema({"i_maximum": schema.pandera("made").columns["i_maximum"]}, coerce=True)
    text = pandas.DataFrame({"i_maximum": ["x", "8"]})
    with pytest.raises(pandera.errors.SchemaErrors) as caught:
        schema_of_text.validate(text, lazy=True)
    assert 1 in caught.value.failure_cases["index"].tolist()


@pytest.mark.parametrize(
    ("changes", "cell"),
    [
        pytest.param({"constraints": {"pattern": "a|b"}}, "ax", marks=pytest.mark.xfail(strict=True, reason="frictionless reads a|b as ^a|b$"), id="pattern"),
        pytest.param({"constraints": {"pattern": "(?:a|b)"}}, "ax", id="pattern as we write it"),
        pytest.param({"categories": ["a", "b"]}, "c", marks=pytest.mark.xfail(strict=True, reason="frictionless ignores categories"), id="categories"),
        pytest.param({"categories": ["a", "b"], "constraints": {"enum": ["a", "b"]}}, "c", id="categories as we write them"),
    ],
)
def test_what_frictionless_asks_of_a_cell(changes, cell):
    assert not frictionless_takes({"fields": [{"name": "s", "type": "string"} | changes]}, cell)


@pytest.mark.xfail(strict=True, reason="frictionless ignores uniqueKeys")
def test_frictionless_asks_for_unique_keys():
    assert not frictionless_takes({"fields": [{"name": "s", "type": "string"}], "uniqueKeys": [["s"]]}, "a", "a")


def frictionless_takes(table_schema, *cells):
    from frictionless import Resource, Schema

    return Resource(data=[["s"], *([cell] for cell in cells)], schema=Schema.from_descriptor(table_schema)).validate().valid


def with_unknown_code(made):
    return to_table("made", [record_of(made) | {"s_enum": "three", "i_maximum": 8}])


def with_dangling_reference(made):
    return to_table("made", [record_of(made) | {"s_ref": "c"}])


def value(field, cell):
    """The typed value of a cell of text."""
    if cell == "":
        return None
    if field.type == "date":
        return date.fromisoformat(cell)
    return {"integer": int, "number": float, "boolean": lambda text: text == "true"}.get(field.type, str)(cell)


def record_of(made):
    """A valid row in which only what has to be there is."""
    filled = {"string": "aa", "integer": 1, "number": 1.5, "boolean": True, "date": date(2025, 1, 1)}
    return {field.name: filled[field.type] if field.required else None for field in made.fields}


def where_known(found):
    """Findings without their row where pandera has none, or another: it names every cell that is not alone, also the first."""
    return {(None if kind in ("unique", "key") or column in CODED else row, column, kind) for row, column, kind in found}
