"""A made table that has every type with every constraint that a schema may use, put in the place of the project's schemas."""

import functools
import json
import shutil
import sys

import pytest

from conflict_figures import _paths

#: A field for each type and constraint: name, type, constraints.
FIELDS = [
    ("key", "string", {"required": True}),
    ("part", "integer", {"required": True}),
    ("s_plain", "string", {}),
    ("s_required", "string", {"required": True}),
    ("s_unique", "string", {"unique": True}),
    ("s_min_length", "string", {"minLength": 2}),
    ("s_max_length", "string", {"maxLength": 4}),
    ("s_pattern", "string", {"pattern": "[a-c]+|x"}),
    ("s_enum", "string", {"enum": ["one", "two"]}),
    ("s_all", "string", {"required": True, "minLength": 2, "maxLength": 4, "pattern": "[a-c]+"}),
    ("s_ref", "string", {}),
    ("i_required", "integer", {"required": True}),
    ("i_unique", "integer", {"unique": True}),
    ("i_minimum", "integer", {"minimum": -2}),
    ("i_maximum", "integer", {"maximum": 7}),
    ("i_enum", "integer", {"enum": [1, 2, 3]}),
    ("n_required", "number", {"required": True}),
    ("n_unique", "number", {"unique": True}),
    ("n_minimum", "number", {"minimum": 0.5}),
    ("n_maximum", "number", {"maximum": 2.5}),
    ("n_enum", "number", {"enum": [0.5, 1.5]}),
    ("b_plain", "boolean", {}),
    ("b_required", "boolean", {"required": True}),
    ("d_required", "date", {"required": True}),
    ("d_unique", "date", {"unique": True}),
    ("d_minimum", "date", {"minimum": "2024-02-29"}),
    ("d_maximum", "date", {"maximum": "2025-12-31"}),
    ("d_enum", "date", {"enum": ["2025-01-01", "2025-06-15"]}),
]
CODES, URI = "s_codes", "s_uri"
EXAMPLES = {"string": "aa", "integer": 1, "number": 1.5, "boolean": True, "date": "2025-01-01"}


def described():
    fields = [
        {"name": name, "type": kind, "title": name, "description": "Made.", "example": constraints.get("enum", [EXAMPLES[kind]])[0]}
        | ({"constraints": constraints} if constraints else {})
        for name, kind, constraints in FIELDS
    ]
    more = {"title": "Made", "description": "Made.", "type": "string"}
    fields.append({"name": CODES, "codes": "block", "example": "body", **more})
    fields.append({"name": URI, "format": "uri", "example": "https://a.test/x", **more})
    made = {"name": "made", "title": "Made", "description": "Made.", "fields": fields, "missingValues": [""], "primaryKey": ["key", "part"]}
    made["foreignKeys"] = [{"fields": ["s_ref"], "reference": {"resource": "other", "fields": ["id"]}}]
    other = {"name": "other", "title": "Other", "description": "Made.", "missingValues": [""], "primaryKey": ["id"]}
    other["fields"] = [{"name": "id", "title": "Id", "description": "Made.", "type": "string", "example": "a", "constraints": {"required": True}}]
    standard = {"$schema": "https://datapackage.org/profiles/2.0/tableschema.json"}
    return standard | other, standard | made


def forget():
    """Let the package read its schemas anew."""
    for name, module in list(sys.modules.items()):
        if name.startswith("conflict_figures."):
            for value in list(vars(module).values()):
                if isinstance(value, functools._lru_cache_wrapper):
                    value.cache_clear()


@pytest.fixture
def made(root, tmp_path, monkeypatch):
    """The package reads a folder with the made schemas; hands back the definition of the table."""
    from conflict_figures import schema

    folder = tmp_path / "schemas"
    shutil.copytree(root / "schemas" / "meta", folder / "meta")
    (folder / "codes").mkdir()
    for name in ("block", "row_rule"):
        shutil.copy(root / "schemas" / "codes" / f"{name}.csv", folder / "codes")
    for table in described():
        (folder / f"{table['name']}.json").write_text(json.dumps(table, indent=2), encoding="utf-8")
    package = json.loads((root / "schemas" / "package.json").read_text(encoding="utf-8")) | {"tables": ["other", "made"]}
    (folder / "package.json").write_text(json.dumps(package), encoding="utf-8")
    monkeypatch.setattr(_paths, "schemas", lambda: folder)
    forget()
    schema.meta.check()
    yield schema.table("made")
    monkeypatch.undo()
    forget()
