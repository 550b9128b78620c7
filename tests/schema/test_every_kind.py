"""Walk every field type and every constraint through every compiler.

The meta-schema is the list of what a schema may say. The table made here says all of it, and a test
fails when the meta-schema learns a type or constraint that this table, and so some compiler, does not know.
"""

import json
from datetime import date

import pyarrow as pa
import pytest
from conflict_figures import _paths, schema
from conflict_figures.schema import strategies
from conflict_figures.schema.read import parse
from conflict_figures.schema.to_arrow import compile_arrow
from conflict_figures.schema.to_descriptor import compile_descriptor
from conflict_figures.schema.to_dictionary import _table as dictionary_page
from conflict_figures.schema.to_frictionless import compile_frictionless
from conflict_figures.schema.to_pandas import compile_pandas
from conflict_figures.schema.to_pandera import compile_pandera
from hypothesis import given, settings
from jsonschema import Draft202012Validator

# type → constraint → (its value in the schema, a good cell, a bad cell)
KINDS = {
    "string": {
        "required": (True, "a", None),
        "unique": (True, "a", None),
        "minLength": (3, "abc", "ab"),
        "maxLength": (3, "abc", "abcd"),
        "pattern": ("a|b", "b", "ab"),
        "enum": (["x", "y"], "y", "z"),
    },
    "integer": {
        "required": (True, 1, None),
        "unique": (True, 1, None),
        "minimum": (3, 3, 2),
        "maximum": (3, 3, 4),
        "enum": ([1, 5], 5, 2),
    },
    "number": {
        "required": (True, 1.5, None),
        "unique": (True, 1.5, None),
        "minimum": (0.5, 0.5, 0.25),
        "maximum": (0.5, 0.5, 0.75),
        "enum": ([0.5, 2.5], 2.5, 1.0),
    },
    "boolean": {"required": (True, False, None)},
    "date": {
        "required": (True, date(2025, 1, 1), None),
        "unique": (True, date(2025, 1, 1), None),
        "minimum": ("2025-01-02", date(2025, 1, 2), date(2025, 1, 1)),
        "maximum": ("2025-01-02", date(2025, 1, 2), date(2025, 1, 3)),
        "enum": (["2025-01-01", "2025-01-31"], date(2025, 1, 31), date(2025, 1, 2)),
    },
}
CASES = [(kind, name) for kind, constraints in KINDS.items() for name in constraints]


def _made(kind: str, name: str, *, alone: bool = True) -> dict:
    value, good, _ = KINDS[kind][name]
    return {
        "name": f"{kind}_{name.lower()}",
        "title": "A column",
        "description": "It is made for a test.",
        "type": kind,
        "constraints": {name: value},
        "example": good.isoformat() if isinstance(good, date) else good,
    }


def _table(*fields: dict) -> dict:
    key = {"name": "row", "title": "Row", "description": "It is a key.", "type": "integer", "constraints": {"required": True}, "example": 1}
    return {
        "$schema": "https://datapackage.org/profiles/2.0/tableschema.json",
        "name": "made",
        "title": "Made",
        "description": "It is made for a test.",
        "fields": [key, *fields],
        "missingValues": [""],
        "primaryKey": ["row"],
    }


def _meta() -> dict:
    return json.loads((_paths.schemas() / "meta" / "table.schema.json").read_text(encoding="utf-8"))


def test_the_walk_covers_what_the_meta_schema_allows():
    definitions = _meta()["$defs"]
    assert set(KINDS) == set(definitions["field"]["properties"]["type"]["enum"])
    for kind, constraints in KINDS.items():
        assert set(constraints) == set(definitions[f"{kind}Constraints"]["properties"]), kind


@pytest.mark.parametrize(("kind", "name"), CASES)
def test_one_constraint_in_every_compiler(kind, name, pandera_faults, frictionless_faults):
    descriptor = _table(_made(kind, name))
    Draft202012Validator(_meta()).validate(descriptor)
    definition = parse(descriptor)
    column = definition.fields[1].name
    _, good, bad = KINDS[kind][name]
    fine = [{"row": 1, column: good}]
    wrong = [{"row": 1, column: bad}] if name != "unique" else [{"row": 1, column: good}, {"row": 2, column: good}]

    judge, referee = compile_pandera(definition), compile_frictionless(descriptor)
    assert pandera_faults(judge, strategies.frame(definition, fine)) == []
    assert frictionless_faults(referee, fine) == []
    if not (kind == "string" and name == "enum"):
        # a category cannot hold an unknown code at all
        assert len(pandera_faults(judge, strategies.frame(definition, wrong))) == 1
    assert len(frictionless_faults(referee, wrong)) == 1

    arrow = compile_arrow(definition.fields)
    assert pa.Table.from_pylist(fine, schema=arrow).to_pylist() == fine
    assert arrow.field(column).nullable == (name != "required")
    assert pa.types.is_dictionary(arrow.field(column).type) == (kind == "string" and name == "enum")
    assert list(compile_pandas(definition.fields)) == ["row", column]
    assert name in compile_descriptor(descriptor)["fields"][1]["constraints"]

    page = dictionary_page(definition)
    assert f"`{column}`" in page
    shown = {"required": "**required**", "unique": "unique", "minimum": "minimum", "maximum": "maximum"}
    shown |= {"minLength": "at least 3", "maxLength": "at most 3", "pattern": "Form: `a\\|b`", "enum": "one of"}
    assert shown[name] in page


def test_all_constraints_together_pass_by_strategy(pandera_faults, frictionless_faults):
    descriptor = _table(*(_made(kind, name) for kind, name in CASES))
    definition = parse(descriptor)
    judge, referee = compile_pandera(definition), compile_frictionless(descriptor)

    @settings(max_examples=25)
    @given(strategies.records_of(definition, max_size=3))
    def run(records):
        assert pandera_faults(judge, strategies.frame(definition, records)) == []
        assert frictionless_faults(referee, records) == []
        assert pa.Table.from_pylist(records, schema=compile_arrow(definition.fields)).to_pylist() == records

    run()


def test_code_lists_are_written_out_and_patterns_wrapped():
    fields = {field["name"]: field for field in schema.descriptor("actors")["fields"]}
    assert fields["kind"]["constraints"]["enum"] == [code.code for code in schema.codes("actor_kind")]
    assert [category["value"] for category in fields["kind"]["categories"]] == fields["kind"]["constraints"]["enum"]
    assert fields["actor_id"]["constraints"]["pattern"].startswith("(?:")
    fields["kind"]["constraints"]["enum"].clear()
    assert schema.descriptor("actors")["fields"][2]["constraints"]["enum"], "a descriptor is a fresh copy"
