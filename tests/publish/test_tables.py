"""From records to files: types, order, one spelling, and readers that agree on what they read."""

import csv
import io
import json

import duckdb
import pandas
import pyarrow
import pyarrow.parquet as parquet
import pytest

from conflict_figures import schema
from conflict_figures.publish import columnar, proof, release
from conflict_figures.tabular import delimited
from conflict_figures.tabular import flat, to_arrow
from conflict_figures.tabular.records import by_key, table

TABLES = schema.table_names()
DUCKDB = {"string": "VARCHAR", "integer": "BIGINT", "number": "DOUBLE", "boolean": "BOOLEAN", "date": "DATE"}


@pytest.fixture
def staged(sound, tmp_path):
    release.stage(tmp_path, sound.tables())
    return tmp_path


def test_records_become_tables_with_the_published_schema(sound):
    for name, typed in sound.tables().items():
        assert typed.schema == schema.arrow(name)


def test_the_order_of_records_does_not_matter(sound):
    tables = sound.tables()
    for rows in sound.records.values():
        rows.reverse()
    assert {n: delimited.encode(t) for n, t in sound.tables().items()} == {n: delimited.encode(t) for n, t in tables.items()}
    assert {n: columnar.encode(n, t) for n, t in sound.tables().items()} == {n: columnar.encode(n, t) for n, t in tables.items()}


@pytest.mark.parametrize("name", TABLES)
def test_rows_are_sorted_by_key_in_code_point_order(sound, name):
    rows = sound.tables()[name].select(list(schema.table(name).primary_key)).to_pylist()
    keys = [tuple(row.values()) for row in rows]
    assert keys == sorted(keys)


def test_a_record_with_other_columns_is_refused():
    with pytest.raises(ValueError, match="a record of actors has not the columns of its schema: .*colour"):
        table("actors", [{"actor_id": "a", "colour": "red"}])


@pytest.mark.parametrize(("column", "value"), [("start", "12"), ("start", 1.5), ("value", True), ("increment", 1), ("text", 3)])
def test_a_value_of_another_type_is_refused(sound, column, value):
    sound.records["figures"][0][column] = value
    with pytest.raises(ValueError, match=f"figures.{column} is of the type"):
        to_arrow(sound.records)


def test_chunks_change_no_byte(sound):
    whole = sound.tables()["figures"]
    pieces = pyarrow.concat_tables([whole.slice(n, 1) for n in range(whole.num_rows)])
    assert columnar.encode("figures", pieces) == columnar.encode("figures", whole)
    assert delimited.encode(pieces) == delimited.encode(whole)
    assert by_key("figures", pieces.take(list(range(whole.num_rows))[::-1])).equals(whole)


def test_the_flat_view_joins_claim_source_date_and_links(sound):
    ids = {row["text"]: row["figure_id"] for row in sound.records["figures"] if row["text"]}
    rows = {row["figure_id"]: row for row in flat(to_arrow(sound.records)).to_pylist()}
    assert len(rows) == len(sound.records["figures"])
    about = rows[ids["About 600"]]
    assert (about["speaker"], about["origin"], about["date"]) == ("ministry", "hospital records", "2025-06-14")
    assert (about["publisher"], about["published"], about["source_id"]) == ("The Daily Note", "2025-06-15", "note-one")
    assert about["quote"].startswith("About 600")
    assert rows[ids["600"]]["repeats"] == ids["About 600"]
    first_three = min((row for row in rows.values() if row["text"] == "three"), key=lambda row: row["start"])
    assert first_three["part_of"] == ids["At least 12"]
    assert rows[ids["12"]]["part_of"] == ids["15"]


def test_a_csv_has_one_spelling(staged):
    for name in TABLES:
        data = (staged / f"data/{name}.csv").read_bytes()
        assert not data.startswith(b"\xef\xbb\xbf")
        assert b"\r" not in data
        assert data.endswith(b"\n")
        assert next(csv.reader(io.StringIO(data.decode("utf-8")))) == list(schema.table(name).field_names)
    figures = (staged / "data/figures.csv").read_text(encoding="utf-8")
    assert "2000000,2000000,2000000,exact" in figures
    assert ",2.5,,,about," in figures
    assert ",false," in figures


@pytest.mark.parametrize("name", TABLES)
def test_pandas_pyarrow_and_duckdb_read_the_stated_types(staged, name):
    path = staged / f"data/{name}.parquet"
    frame = pandas.read_parquet(path)
    assert dict(frame.dtypes) == schema.pandas(name)
    assert {c: str(t) for c, t in frame.dtypes.items()} == {c: str(t) for c, t in schema.pandas(name).items()}
    assert parquet.read_table(path).schema.remove_metadata() == schema.arrow(name)
    described = duckdb.sql(f"describe select * from '{path}'").fetchall()
    assert {row[0]: row[1] for row in described} == {field.name: DUCKDB[field.type] for field in schema.table(name).fields}


@pytest.mark.parametrize("name", TABLES)
def test_the_three_readers_read_the_same_rows(staged, sound, name):
    path = staged / f"data/{name}.parquet"
    rows = sound.tables()[name].to_pylist()
    assert parquet.read_table(path).to_pylist() == rows
    relation = duckdb.sql(f"select * from '{path}'")
    assert [dict(zip(relation.columns, row, strict=True)) for row in relation.fetchall()] == rows
    objects = pandas.read_parquet(path).astype(object)
    assert objects.where(objects.notna(), None).to_dict("records") == rows


def test_a_code_list_is_whole_in_every_file(staged):
    """Also codes that no row uses, so that frames of different releases can be put together."""
    measures = pandas.read_parquet(staged / "data/figures.parquet")["measure"]
    assert list(measures.cat.categories) == [code.code for code in schema.codes("measure")]


def test_the_parquet_files_carry_no_version_of_pandas(staged):
    metadata = parquet.read_schema(staged / "data/figures.parquet").metadata
    assert list(metadata) == [b"pandas"]
    hint = json.loads(metadata[b"pandas"])
    assert not {"pandas_version", "creator"} & set(hint)


@pytest.mark.parametrize(
    ("number", "cell"), [(0.1, "0.1"), (1e16, "10000000000000000"), (1e-7, "0.0000001"), (9007199254740991.0, "9007199254740991")]
)
def test_numbers_are_written_without_an_exponent_and_read_back(number, cell):
    assert delimited.number(number) == cell
    assert float(cell) == number


def test_the_proof_notices_a_changed_cell(staged, sound):
    typed = sound.tables()["figures"]
    path, twin = staged / "data/figures.csv", staged / "data/figures.parquet"
    proof.prove("figures", typed, path, twin)
    good = path.read_bytes()
    path.write_bytes(good.replace(b"2000000,2000000,2000000", b"2000000,2000000,2000001"))
    with pytest.raises(proof.NotEqualError, match=r"figures.csv does not hold the table figures: the column high differs"):
        proof.prove("figures", typed, path, twin)
    path.write_bytes(good.replace(b"2000000,", b"2e6,", 1))
    with pytest.raises(proof.NotEqualError, match=r"figures.csv does not read back"):
        proof.prove("figures", typed, path, twin)
    path.write_bytes(good)
    twin.write_bytes(columnar.encode("figures", typed.slice(1)))
    with pytest.raises(proof.NotEqualError, match=r"figures.parquet does not hold the table"):
        proof.prove("figures", typed, path, twin)


def test_a_lone_carriage_return_is_quoted():
    assert delimited.encode(pyarrow.table({"a": ["x\ry"], "b": ["1"]})) == b'a,b\n"x\ry",1\n'
