"""Loading, listing and describing the published tables."""

import duckdb
import pandas as pd
import pytest

import conflict_figures as cf
from conflict_figures import _paths, schema

TABLES = schema.table_names()


@pytest.mark.parametrize("table", TABLES)
def test_pandas_gets_the_dtypes_that_describe_states(table):
    stated = cf.describe(table).set_index("name")["pandas"].to_dict()
    frame = cf.load(table)
    assert {name: str(dtype) for name, dtype in frame.dtypes.items()} == stated
    assert frame.dtypes.to_dict() == schema.pandas(table)  # a category with every code, in the list's order


@pytest.mark.parametrize("table", TABLES)
def test_arrow_gets_the_types_that_describe_states(table):
    stated = cf.describe(table).set_index("name")["arrow"].to_dict()
    found = cf.load(table, backend="pyarrow").schema
    assert {field.name: str(field.type) for field in found} == stated
    assert found.equals(schema.arrow(table))


@pytest.mark.parametrize("table", TABLES)
def test_duckdb_reads_the_types_that_describe_states(table):
    stated = cf.describe(table).set_index("name")["duckdb"].to_dict()
    found = duckdb.read_parquet(str(_paths.data() / f"{table}.parquet"))
    assert dict(zip(found.columns, map(str, found.types), strict=True)) == stated


@pytest.mark.parametrize("table", TABLES)
def test_plain_pandas_reads_the_types_that_describe_states(table):
    stated = cf.describe(table).set_index("name")["pandas"].to_dict()
    found = pd.read_parquet(_paths.data() / f"{table}.parquet")
    assert {name: str(dtype) for name, dtype in found.dtypes.items()} == stated


@pytest.mark.parametrize("table", TABLES)
def test_both_backends_hold_the_same_cells(table):
    frame = cf.load(table)
    by_column = {name: [None if pd.isna(value) else value for value in frame[name]] for name in frame}
    assert by_column == cf.load(table, backend="pyarrow").to_pydict()


def test_the_default_is_the_flat_view():
    assert cf.load().equals(cf.load("figures_flat"))
    assert len(cf.load()) > 0


@pytest.mark.parametrize("backend", ["pandas", "pyarrow"])
def test_columns_come_in_the_order_asked_for(backend):
    found = cf.load("figures", columns=["measure", "figure_id"], backend=backend)
    assert list(found.columns if backend == "pandas" else found.column_names) == ["measure", "figure_id"]
    assert len(found) == len(cf.load("figures"))


def test_no_columns_is_not_all_columns():
    assert cf.load("figures", columns=[], backend="pyarrow").num_columns == 0


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ({"table": "figure"}, "Did you mean 'figures'?"),
        ({"table": "zzz"}, "The tables are sources, claims"),
        ({"columns": ["mesure"]}, "the table 'figures_flat' has no column 'mesure'. Did you mean 'measure'?"),
        ({"columns": "measure"}, "Give a list: columns=['measure']"),
        ({"backend": "polars"}, "there is no backend 'polars'"),
        ({"version": "9.9.9"}, "version '9.9.9' is not known"),
        ({"releases": "."}, "releases is given and no version"),
    ],
)
def test_what_is_not_there_is_said_with_what_is(arguments, words):
    with pytest.raises(cf.InputError) as caught:
        cf.load(**arguments)
    assert words in str(caught.value)


def test_a_dataset_that_was_not_built_says_how_to_build_it(monkeypatch, tmp_path):
    monkeypatch.setattr(_paths, "data", lambda: tmp_path)
    for call in (cf.load, cf.describe):
        with pytest.raises(cf.InputError, match="Run make data"):
            call()


def test_tables_are_listed_and_described():
    overview = cf.describe()
    assert tuple(overview["name"]) == cf.tables() == TABLES
    assert overview["rows"].tolist() == [len(cf.load(table)) for table in TABLES]
    assert overview["description"].notna().all()


@pytest.mark.parametrize("table", TABLES)
def test_describe_has_a_row_for_every_column(table):
    columns = cf.describe(table)
    assert list(columns) == ["name", "type", "arrow", "pandas", "duckdb", "unit", "codes", "description"]
    assert columns["name"].tolist() == list(cf.load(table))
    assert (columns.dtypes == "str").all()


def test_describe_refuses_an_unknown_table():
    with pytest.raises(cf.InputError, match="Did you mean 'claims'"):
        cf.describe("claim")


def test_the_version_is_the_schemas_version():
    assert cf.version() == schema.package()["version"]


@pytest.mark.parametrize("kind", ["pandera", "arrow", "frictionless", "pandas"])
def test_schema_can_be_called_for_every_kind(kind):
    assert type(cf.schema("figures", kind=kind)) is type(getattr(schema, kind)("figures"))


def test_schema_refuses_what_it_does_not_have():
    with pytest.raises(cf.InputError, match="Did you mean 'pandera'"):
        cf.schema("figures", kind="pandra")
    with pytest.raises(cf.InputError, match="Did you mean 'links'"):
        cf.schema("link")
