"""Reading the schemas: order, names, errors, and what an import may cost."""

import subprocess
import sys
from dataclasses import FrozenInstanceError

import pytest
from conflict_figures import _paths, schema
from conflict_figures.errors import InputError


def test_tables_stand_in_publication_order():
    assert schema.table_names()[-1] == "figures_flat"
    assert set(schema.table_names()) == {file.stem for file in _paths.schemas().glob("*.json")} - {"package"}


@pytest.mark.parametrize("name", schema.table_names())
def test_a_table_is_complete(name):
    table = schema.table(name)
    assert table is schema.table(name)
    assert all(table.field(column).required for column in table.primary_key)
    for field in table.fields:
        assert field.title and field.description.endswith(".") and field.example is not None
        assert (field.enum is not None) == (field.codes is not None)
    for key in table.foreign_keys:
        assert key.reference_fields == schema.table(key.reference_table).primary_key
    with pytest.raises(FrozenInstanceError):
        table.name = "other"


def test_a_column_of_one_name_has_one_type_and_one_list():
    # a reader who knows a column from one table knows it in the next
    seen = {}
    for name in schema.table_names():
        for field in schema.table(name).fields:
            if field.name not in ("kind", "role", "start", "end"):
                assert seen.setdefault(field.name, (field.type, field.codes)) == (field.type, field.codes), (name, field.name)


def test_the_flat_view_says_what_its_tables_say():
    flat = schema.table("figures_flat")
    for field in flat.fields:
        homes = [t for t in ("figures", "claims", "sources") if field.name in schema.table(t).field_names]
        if homes:
            home = schema.table(homes[0]).field(field.name)
            assert (field.type, field.codes, field.pattern) == (home.type, home.codes, home.pattern), field.name


@pytest.mark.parametrize("ask", [schema.table, schema.codes, schema.arrow, schema.pandas, schema.pandera, schema.frictionless, schema.descriptor])
def test_an_unknown_name_is_an_input_error_with_a_hint(ask):
    with pytest.raises(InputError, match="figuers"):
        ask("figuers")


def test_an_unknown_column_is_an_input_error_with_a_hint():
    with pytest.raises(InputError, match="Did you mean 'measure'"):
        schema.table("figures").field("mesure")


def test_attributes_are_listed_and_others_refused():
    assert {"arrow", "strategies", "meta", "rules"} <= set(dir(schema))
    with pytest.raises(AttributeError, match="nonsense"):
        schema.nonsense  # noqa: B018


def test_every_code_is_defined_and_countries_are_those_of_iso_3166():
    assert len(schema.codes("country")) == 249
    assert [code.code for code in schema.codes("country")] == sorted(code.code for code in schema.codes("country"))
    for name in (field.codes for table in schema.table_names() for field in schema.table(table).fields if field.codes):
        assert all(code.title and code.definition for code in schema.codes(name))


def test_the_import_brings_no_engine_along():
    engines = ("pandas", "pyarrow", "pandera", "frictionless", "jsonschema", "hypothesis")
    code = (
        "import sys, conflict_figures.edtf\nfrom conflict_figures import schema\n"
        "schema.table('figures'); schema.dictionary()\n"
        f"print([name for name in {engines!r} if name in sys.modules])"
    )
    answer = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert answer.stdout.strip() == "[]"
