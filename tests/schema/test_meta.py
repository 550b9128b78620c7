"""The strict meta-schema: the schemas as they stand pass, and every kind of slip is refused by name."""

import json
import shutil

import pytest
from conflict_figures import _paths, schema
from conflict_figures.errors import InputError


@pytest.fixture
def folder(tmp_path):
    return shutil.copytree(_paths.schemas(), tmp_path / "schemas")


def _edit(file, change):
    content = json.loads(file.read_text(encoding="utf-8"))
    change(content)
    file.write_text(json.dumps(content, indent=2), encoding="utf-8")


def test_the_schemas_pass(folder):
    schema.meta.check()
    schema.meta.check(folder)


SLIPS = {
    "typo of a constraint": (lambda t: t["fields"][0]["constraints"].update(requird=True), "requird", "Did you mean 'required'?"),
    "typo of a property": (lambda t: t["fields"][2].update(constrants={}), "constrants", "Did you mean 'constraints'?"),
    "typo at the top": (lambda t: t.update(primarykey=["link_id"]), "primarykey", "Did you mean 'primaryKey'?"),
    "unknown type": (lambda t: t["fields"][0].update(type="text"), "text", "schemas/meta"),
    "constraint of another type": (lambda t: t["fields"][0]["constraints"].update(minimum=1), "minimum", "known key"),
    "codes and enum": (lambda t: t["fields"][1]["constraints"].update(enum=["a"]), "enum", "Keep 'codes'"),
    "codes of a number": (lambda t: t["fields"].append(t["fields"][1] | {"name": "n", "type": "number", "example": 1}), "codes", "schemas/meta"),
    "no description": (lambda t: t["fields"][0].pop("description"), "description", "schemas/meta"),
    "no full stop": (lambda t: t["fields"][0].update(description="An id"), "An id", "schemas/meta"),
    "unknown code list": (lambda t: t["fields"][1].update(codes="predicat"), "predicat", "Did you mean 'predicate'?"),
    "unknown rule": (lambda t: t["rules"].append("parts_are_figure"), "parts_are_figure", "Did you mean 'parts_are_figures'?"),
    "unknown key column": (lambda t: t["primaryKey"].append("object"), "object", "Did you mean 'object_id'?"),
    "key that may be empty": (lambda t: t["primaryKey"].append("rule"), "rule", "required"),
    "same column twice": (lambda t: t["fields"].append(t["fields"][0]), "subject_id", "Rename"),
    "example outside its list": (lambda t: t["fields"][1].update(example="eats"), "predicate", "codes"),
    "example against its pattern": (lambda t: t["fields"][0].update(example="A B"), "subject_id", "Change one"),
    "broken pattern": (lambda t: t["fields"][0]["constraints"].update(pattern="("), "subject_id", "Mend"),
    "another name than the file": (lambda t: t.update(name="link"), "link", "one name"),
    "foreign key to no table": (
        lambda t: t.update(foreignKeys=[{"fields": ["rule"], "reference": {"resource": "claim", "fields": ["claim_id"]}}]),
        "claim",
        "Did you mean 'claims'?",
    ),
    "foreign key to no key": (
        lambda t: t.update(foreignKeys=[{"fields": ["rule"], "reference": {"resource": "claims", "fields": ["source_id"]}}]),
        "claims",
        "whole key",
    ),
}


@pytest.mark.parametrize("slip", SLIPS)
def test_a_slip_is_refused(slip, folder):
    change, said, remedy = SLIPS[slip]
    _edit(folder / "links.json", change)
    with pytest.raises(InputError) as caught:
        schema.meta.check(folder)
    message = str(caught.value)
    assert "links.json" in message and said in message and remedy in message


def test_a_typo_has_its_line(folder):
    _edit(folder / "links.json", SLIPS["typo of a property"][0])
    with pytest.raises(InputError) as caught:
        schema.meta.check(folder)
    assert "constrants" in (folder / "links.json").read_text(encoding="utf-8").splitlines()[caught.value.line - 1]


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("code,title", "kode,title", "header"),
        ("stated,Stated", "Stated,Stated", "not formed like a code"),
        ("derived,Derived", "stated,Derived", "in line 2 already"),
        ("derived,Derived", "derived,", "lacks its title"),
        ("derived,Derived", "derived, Derived", "space around"),
        ("derived,Derived,", "derived,Derived,,,,,,,", "cells"),
    ],
)
def test_a_slip_in_a_code_list_is_refused(old, new, said, folder):
    file = folder / "codes" / "basis.csv"
    file.write_text(file.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
    with pytest.raises(InputError, match=said) as caught:
        schema.meta.check(folder)
    assert caught.value.path == file and caught.value.line


def test_files_that_nobody_names_are_refused(folder):
    shutil.copy(folder / "links.json", folder / "bonds.json")
    with pytest.raises(InputError, match="not listed"):
        schema.meta.check(folder)
    (folder / "bonds.json").unlink()
    shutil.copy(folder / "codes" / "basis.csv", folder / "codes" / "base.csv")
    with pytest.raises(InputError, match="no column uses"):
        schema.meta.check(folder)


def test_broken_json_and_keys_that_stand_twice_are_refused(folder):
    (folder / "links.json").write_text('{"name": "links",\n "name": "links"}', encoding="utf-8")
    with pytest.raises(InputError, match="twice"):
        schema.meta.check(folder)
    (folder / "links.json").write_text('{"name": }', encoding="utf-8")
    with pytest.raises(InputError, match="no JSON") as caught:
        schema.meta.check(folder)
    assert (caught.value.line, caught.value.column) == (1, 10)


def test_every_rule_is_defined_in_words_and_in_code_and_is_used():
    said = {code.code for code in schema.codes("row_rule")}
    used = {rule for name in schema.table_names() for rule in schema.table(name).rules}
    assert said == used == set(schema.rules.names())


def test_the_descriptors_pass_the_standards_own_profile():
    for name in schema.table_names():
        assert schema.frictionless(name, foreign_keys=True).to_descriptor()
