"""Property tests: what the strategies make passes every engine, and what is broken on purpose fails."""

import math
from datetime import date

import pyarrow as pa
import pytest
from conflict_figures import schema
from conflict_figures.schema import strategies
from hypothesis import given, settings
from hypothesis import strategies as st

TABLES = schema.table_names()


@pytest.mark.parametrize("name", TABLES)
def test_valid_rows_pass_every_engine(name, pandera_faults, frictionless_faults):
    definition = schema.table(name)

    @settings(max_examples=12)
    @given(strategies.records(name, min_size=1, max_size=4))
    def run(records):
        frame = strategies.frame(definition, records)
        assert pandera_faults(schema.pandera(name), frame) == []
        assert frictionless_faults(schema.frictionless(name), records) == []
        assert schema.rules.failures(name, frame) == {}

    run()


@pytest.mark.parametrize("name", TABLES)
def test_valid_rows_are_the_same_in_arrow_and_pandas(name):
    definition = schema.table(name)

    @settings(max_examples=12)
    @given(strategies.records(name, max_size=4))
    def run(records):
        table = pa.Table.from_pylist(records, schema=schema.arrow(name))
        table.validate(full=True)
        assert table.to_pylist() == records
        frame = strategies.frame(definition, records)
        assert list(frame.dtypes.items()) == list(schema.pandas(name).items())
        back = [{c: None if v is None or v != v or str(v) == "<NA>" else v for c, v in row.items()} for row in frame.astype(object).to_dict("records")]
        assert back == records

    run()


@pytest.mark.parametrize("name", TABLES)
def test_an_empty_frame_passes(name, pandera_faults, frictionless_faults):
    assert pandera_faults(schema.pandera(name), strategies.frame(schema.table(name), [])) == []
    assert frictionless_faults(schema.frictionless(name), []) == []


def _breaks(field) -> list[tuple[str, str, object]]:
    """For each constraint of a field that a typed cell can break: pandera's name, frictionless's, a cell."""
    broken = []
    if field.required:
        broken.append(("not_nullable", "constraint-error", None))
    if field.minimum is not None:
        broken.append(("minimum", "constraint-error", field.minimum - 1))
    if field.maximum is not None:
        over = math.nextafter(field.maximum, math.inf) if field.type == "number" else field.maximum + 1
        broken.append(("maximum", "constraint-error", over))
    if field.max_length is not None:
        broken.append(("maxLength", "constraint-error", "x" * (field.max_length + 1)))
    if field.pattern is not None and not field.codes:
        broken.append(("pattern", "constraint-error", " no such form "))
    return broken


BREAKS = [(name, field.name, *broken) for name in TABLES for field in schema.table(name).fields for broken in _breaks(field)]


@pytest.mark.parametrize(("name", "column", "by_pandera", "by_frictionless", "cell"), BREAKS)
def test_a_broken_cell_is_found_by_both(name, column, by_pandera, by_frictionless, cell, pandera_faults, frictionless_faults):
    definition = schema.table(name)

    @settings(max_examples=1)
    @given(strategies.records(name, min_size=1, max_size=3), st.data())
    def run(records, data):
        records[data.draw(st.integers(0, len(records) - 1))][column] = cell
        assert by_pandera in pandera_faults(schema.pandera(name), strategies.frame(definition, records))
        found = frictionless_faults(schema.frictionless(name), records)
        # an empty key cell is a key error to frictionless, an empty required one a constraint error
        assert {by_frictionless, "primary-key", "type-error"} & set(found), found

    run()


@pytest.mark.parametrize("name", TABLES)
def test_an_unknown_code_is_found_by_both(name, pandera_faults, frictionless_faults):
    definition = schema.table(name)

    @settings(max_examples=1)
    @given(strategies.records(name, min_size=1, max_size=1))
    def run(records):
        frame = strategies.frame(definition, records)
        for field in (field for field in definition.fields if field.codes):
            unknown = [records[0] | {field.name: "nonsense"}]
            assert "constraint-error" in frictionless_faults(schema.frictionless(name), unknown)
            # a typed column cannot hold an unknown code: what can happen is that the column is not typed
            untyped = frame.assign(**{field.name: ["nonsense"]})
            assert any(fault.startswith("dtype") for fault in pandera_faults(schema.pandera(name), untyped)), field.name

    run()


@pytest.mark.parametrize("name", TABLES)
def test_a_repeated_key_is_found_by_both(name, pandera_faults, frictionless_faults):
    definition = schema.table(name)

    @settings(max_examples=3)
    @given(strategies.records(name, min_size=1, max_size=3))
    def run(records):
        records = [*records, dict(records[0])]
        assert pandera_faults(schema.pandera(name), strategies.frame(definition, records)) != []
        assert "primary-key" in frictionless_faults(schema.frictionless(name), records)

    run()


@pytest.mark.parametrize("name", TABLES)
def test_columns_out_of_order_missing_or_added_are_found(name, pandera_faults, frictionless_faults):
    frame = strategies.frame(schema.table(name), [])
    columns = list(frame.columns)
    judge = schema.pandera(name)
    assert "column_ordered" in pandera_faults(judge, frame[columns[::-1]])
    assert "column_in_dataframe" in pandera_faults(judge, frame[columns[:-1]])
    assert "column_in_schema" in pandera_faults(judge, frame.assign(extra=1))


@pytest.mark.parametrize("name", TABLES)
def test_untyped_columns_are_refused(name, pandera_faults):
    definition = schema.table(name)

    @settings(max_examples=1)
    @given(strategies.frames(name, min_size=1, max_size=1))
    def run(frame):
        for field in definition.fields:
            untyped = frame.assign(**{field.name: frame[field.name].astype(object)})
            assert any(fault.startswith("dtype") for fault in pandera_faults(schema.pandera(name), untyped)), field.name

    run()


def test_an_empty_string_and_an_infinite_number_are_refused(pandera_faults):
    @settings(max_examples=3)
    @given(strategies.records("figures", min_size=1, max_size=1))
    def run(records):
        definition, judge = schema.table("figures"), schema.pandera("figures")
        empty = strategies.frame(definition, [records[0] | {"place": ""}])
        assert "not_empty" in pandera_faults(judge, empty)
        endless = strategies.frame(definition, [records[0] | {"qualifier": "about", "value": math.inf, "low": None, "high": None}])
        assert {"finite", "maximum"} <= set(pandera_faults(judge, endless))

    run()


def test_booleans_are_spelt_one_way(frictionless_faults):
    @settings(max_examples=3)
    @given(strategies.records("figures", min_size=1, max_size=1), st.sampled_from(["True", "1", "yes", "FALSE", "0"]))
    def run(records, spelling):
        assert frictionless_faults(schema.frictionless("figures"), [records[0] | {"increment": spelling}]) == ["type-error"]

    run()


@given(strategies.edtf())
def test_dates_have_days_of_the_calendar(value):
    from conflict_figures import edtf

    start, end = edtf.bounds(value)
    assert (start or date.min) <= (end or date.max)
