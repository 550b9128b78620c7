"""A contributor who wrote what people write is told what was meant."""

from datetime import date

import pyarrow
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from conflict_figures import dataset, schema
from conflict_figures.check import lexical, suggest
from conflict_figures.check.finding import Finding
from conflict_figures.check.suggest import dates, known, numbers


def guess(table: str, column: str | None, rule: str, value: str | None, tables=None) -> str | None:
    (one,) = suggest.add([Finding(table, "key", column, rule, "is wrong", "Mend it", value=value)], tables)
    return one.suggestion


@pytest.mark.parametrize(
    ("column", "rule", "value", "meant"),
    [
        ("measure", "enum", "killd", "killed"),
        ("measure", "enum", "Killed", "killed"),
        ("measure", "enum", " killed ", "killed"),
        ("measure", "enum", "deaths", "killed"),
        ("measure", "enum", "purple", None),
        ("qualifier", "enum", "up_to", "at_most"),
        ("qualifier", "enum", "Up to", "at_most"),
        ("qualifier", "enum", "atleast", "at_least"),
        ("value", "type", "1,200", "1200"),
        ("value", "type", "12.000,50", "12000.5"),
        ("value", "type", "about twelve", None),
        ("start", "type", "1 024", "1024"),
        ("start", "type", "2.5", None),
        ("increment", "type", "TRUE", "true"),
        ("increment", "type", "No", "false"),
        ("unit", "money_in_currency", "dollars", "USD"),
        ("unit", "unit_in_singular", "people", "person"),
        ("figure_id", "pattern", "Nowhere Else.F1", "nowhere-else.f1"),
        ("claim_id", "pattern", "Nowhere Else.C1", None),
        ("coded_by", "pattern", "by me", None),
        ("measure", "required", None, None),
    ],
)  # fmt: skip
def test_cells_of_a_figure(column, rule, value, meant):
    assert guess("figures", column, rule, value) == meant


@pytest.mark.parametrize("written", ["30/04/2025", "April 30, 2025", "30 April 2025", "30.4.2025", "4/30/2025", "2025/04/30", "2025-04-30 00:00:00"])
def test_days_in_other_orders(written):
    assert guess("sources", "accessed", "type", written) == "2025-04-30"
    assert guess("dates", "start", "type", written) == "2025-04-30"


def test_an_address_without_its_scheme_gets_it():
    assert guess("sources", "url", "pattern", "www.example.org/page") == "https://www.example.org/page"


def test_a_day_that_may_be_two_names_both():
    assert guess("sources", "accessed", "type", "03/04/2025") == "2025-04-03 (day first) or 2025-03-04 (month first)"


@pytest.mark.parametrize("written", ["31/02/2025", "yesterday", "99/99/9999", "0/0/0000", "April 31, 2025"])
def test_a_day_that_no_calendar_has_is_not_guessed(written):
    assert guess("sources", "accessed", "type", written) is None


def test_dates_of_a_text_become_edtf():
    assert guess("sources", "published", "edtf_valid", "April 2025") == "2025-04"
    assert guess("sources", "published", "pattern", "30.4.2025") == "2025-04-30"
    assert guess("dates", "edtf", "edtf_valid", "1 April 2025 to 30 April 2025") == "2025-04-01/2025-04-30"


@pytest.mark.parametrize("header", ["Measure", "measure ", " measure", "MEASURE", "mesure", "\ufeffmeasure"])
def test_a_header_that_is_almost_right_is_one_fault(header):
    found = suggest.add([
        Finding("figures", None, "measure", "column-missing", "the column is missing", "Add it"),
        Finding("figures", None, header, "column-unknown", "the schema has no such column", "Delete or rename it"),
    ])  # fmt: skip
    assert [(one.column, one.suggestion) for one in found] == [(header, "measure")]


def test_a_header_of_nothing_and_a_missing_column_stay_two_faults():
    found = suggest.add([
        Finding("figures", None, "measure", "column-missing", "the column is missing", "Add it"),
        Finding("figures", None, "zzz", "column-unknown", "the schema has no such column", "Delete or rename it"),
    ])  # fmt: skip
    assert [(one.column, one.suggestion) for one in found] == [("measure", None), ("zzz", None)]


def test_a_column_that_is_not_missing_is_not_suggested():
    assert guess("figures", "Measure", "column-unknown", None) is None


def test_of_two_headers_for_one_column_the_first_is_taken():
    found = suggest.add([
        Finding("figures", None, "measure", "column-missing", "the column is missing", "Add it"),
        Finding("figures", None, "Measure", "column-unknown", "the schema has no such column", "Delete or rename it"),
        Finding("figures", None, "measure ", "column-unknown", "the schema has no such column", "Delete or rename it"),
    ])  # fmt: skip
    assert [(one.column, one.suggestion) for one in found] == [("Measure", "measure"), ("measure ", None)]


def actors(*rows) -> pyarrow.Table:
    names = schema.table("actors").written_names
    return pyarrow.Table.from_pylist([dict(zip(names, row, strict=True)) for row in rows], schema=schema.arrow("actors"))


def test_a_file_that_is_called_almost_as_a_table_is_told_which():
    for path, meant in (("a/Figures.csv", "figures"), ("a/figure.csv", "figures"), ("a/template.csv", None)):
        (one,) = suggest.add([Finding("contribution", None, None, "table-name", "is wrong", "Mend it", path)])
        assert one.suggestion == meant


def test_the_alias_of_an_actor_of_the_contribution_gives_its_id():
    own = {"actors": actors(("mine.ministry", "Ministry of Truth", "government", None, "Minitrue; MoT"))}
    assert guess("claims", "speaker_id", "foreign-key", "minitrue", own) == "mine.ministry"
    assert guess("claims", "speaker_id", "pattern", "Ministry of Truth", own) == "mine.ministry"
    assert guess("claims", "speaker", "speaker_is_its_actor", "MoT", own) == "mine.ministry as speaker_id"


def test_the_alias_of_a_released_actor_gives_its_id():
    row = next(row for row in dataset.load("actors", backend="pyarrow").to_pylist() if row["aliases"] and row["kind"] != "unknown")
    called = known.Known({}).actor_called(row["aliases"].split("; ")[0])
    assert called in (row["actor_id"], None)
    assert guess("claims", "speaker_id", "pattern", "UK Ministry of Defence / Defence Intelligence") is not None


def test_a_name_of_two_actors_is_not_guessed():
    own = {"actors": actors(("mine.a", "Twin", "person", None, None), ("mine.b", "Twin", "person", None, None))}
    assert guess("claims", "speaker_id", "pattern", "TWIN", own) != "mine.a"


def test_an_unknown_id_gets_the_nearest_of_the_contribution_or_the_release():
    own = {"actors": actors(("mine.ministry", "Ministry of Truth", "government", None, None))}
    assert guess("claims", "speaker_id", "foreign-key", "mine.minstry", own) == "mine.ministry"
    source = dataset.load("sources", backend="pyarrow")["source_id"][0].as_py()
    assert guess("claims", "source_id", "foreign-key", source.upper(), own) == source


def test_among_many_numbered_ids_none_is_the_nearest_and_none_is_sought_long():
    ids = pyarrow.array([f"mine.c{number}" for number in range(200_000)])
    columns = [ids if field.name == "claim_id" else pyarrow.nulls(len(ids), field.type) for field in schema.arrow("claims")]
    own = {"claims": pyarrow.Table.from_arrays(columns, schema=schema.arrow("claims"))}
    found = suggest.add([Finding("figures", "k", "claim_id", "foreign-key", "", "", value=f"mine.x{k}") for k in range(1000)], own)
    assert len(found) == 1000


CELLS = st.one_of(
    st.text(max_size=30),
    st.text("0123456789.,-+ /'’eEkm", max_size=14),
    st.dates().flatmap(lambda day: st.sampled_from([f"{day:%d/%m/%Y}", f"{day:%B} {day.day}, {day.year}", f"{day:%d.%m.%y}"])),
    st.sampled_from(["true", "yes", "killed", "at_least"]).flatmap(lambda word: st.sampled_from([word.upper(), f" {word}", word[:-1]])),
)  # fmt: skip
FIELDS = [
    (table, field)
    for table in ("figures", "sources", "dates", "claims")
    for field in schema.table(table).fields
    if field.enum is not None or field.type != "string"
]


@given(cell=CELLS, at=st.sampled_from(FIELDS))
@example(cell="1,200", at=next(one for one in FIELDS if one[1].name == "value"))
def test_what_is_suggested_has_no_fault_itself(cell, at):
    table, field = at
    fault = "type" if lexical.fault(field.type, cell) else "enum" if field.enum and cell not in field.enum else None
    if fault is None:
        return
    meant = guess(table, field.name, fault, cell)
    if meant is None:
        return
    for one in meant.replace(" (day first)", "").replace(" (month first)", "").split(" or "):
        assert not lexical.fault(field.type, one)
        assert field.enum is None or one in field.enum


@given(st.dates(min_value=date(1000, 1, 1)))
def test_a_day_written_out_is_read_back(day):
    assert dates.day(f"{day:%B} {day.day}, {day.year}") == day.isoformat()
    assert day.isoformat() in dates.day(f"{day.day}/{day.month}/{day.year}")


@given(st.integers(0, 10**15))
def test_a_grouped_number_is_read_back(number):
    assert numbers.whole(f"{number:,}") == str(number)
    assert numbers.whole(f"{number:,}".replace(",", "\u202f")) == str(number)


def test_what_has_no_near_value_comes_back_as_it_was():
    one = Finding("figures", "a", "low", "low_not_above_high", "low 9 is above high 5", "Swap them", value="9")
    assert suggest.add([one]) == [one]


def test_a_long_list_of_faults_is_not_guessed_through_to_its_end(monkeypatch):
    monkeypatch.setattr(suggest, "GUESSES", 2)
    values = ["killd", "woundd", "killd", "missng"]
    found = suggest.add([Finding("figures", "k", "measure", "enum", "", "", value=value) for value in values])
    assert [one.suggestion for one in found] == ["killed", "wounded", "killed", None]
