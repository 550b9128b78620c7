"""A coding sheet becomes rows of the tables, and what cannot be read is named at its cell with the remedy."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

import conflict_figures as cf
from conflict_figures import schema
from conflict_figures.check import rule_help
from conflict_figures.contribute import sheet
from conflict_figures.contribute.columns import COLUMNS, NAMES
from conflict_figures.contribute.convert import convert


def test_a_row_becomes_a_claim_a_figure_a_chain_and_its_dates(coding_sheet, full):
    made = coding_sheet.made(full | {"agency": "Delta Wire", "origin": "hospital records", "origin_kind": "group"})
    (figure,), (claim,), (source,) = made["figures"], made["claims"], made["sources"]
    assert figure["figure_id"] == "river-war-harbour-gazette-0612.f0001" and figure["claim_id"] == claim["claim_id"]
    assert (figure["as_coded"], figure["value"], figure["low"], figure["qualifier"]) == ("about 1,200", 1200, None, "about")
    assert source["unknown"].startswith("title: not coded; author: not coded")
    assert [(hop["hop"], hop["role"], hop["actor_id"]) for hop in made["attributions"]] == [
        (0, "publisher", "river-war.harbour-gazette"), (1, "agency", "river-war.delta-wire"),
        (2, "speaker", "river-war.ministry-of-health"), (3, "origin", "river-war.hospital-records"),
    ]  # fmt: skip
    assert {date["date_id"].rpartition(".")[2]: (date["role"], date["edtf"]) for date in made["dates"]} == {
        "s0001": ("stated", "2031-06-11"), "d0001": ("as_of", "../2031-06-12"), "published": ("published", "2031-06-12"),
    }  # fmt: skip


def test_other_rows_change_no_id(coding_sheet, full):
    alone = coding_sheet.made(full)
    later = full | {"record": "12", "publisher": "Delta Post", "publisher_country": "", "url": "", "number": "dozens"}
    both = coding_sheet.made(later, full)
    for table, rows in alone.items():
        assert all(row in both[table] for row in rows)


def test_facts_of_a_page_need_to_be_said_once(coding_sheet, full):
    second = {"record": "2", "publisher": "Harbour Gazette", "published": "2031-06-12", "speaker": "Ministry of Health",
              "number": "at least 300", "measure": "killed", "unit": "person", "part_of": "1"}  # fmt: skip
    made = coding_sheet.made(full, second)
    assert len(made["sources"]) == 1
    (link,) = made["links"]
    assert (link["subject_id"], link["predicate"], link["object_id"]) == (
        "river-war-harbour-gazette-0612.f0001", "includes", "river-war-harbour-gazette-0612.f0002",
    )  # fmt: skip


def test_a_denial_needs_no_number_and_an_unknown_publisher_is_unattributed(coding_sheet, full):
    row = full | {"publisher": "", "publisher_country": "", "page": "leaflet", "number": "", "measure": "", "unit": "", "stance": "denied"}
    made = coding_sheet.made(row)
    assert made["figures"] == [] and made["attributions"][0]["actor_id"] == "unattributed"


@pytest.mark.parametrize(
    ("column", "cell", "said", "remedy"),
    [
        ("record", "", "no number of its own", "Number the rows"),
        ("record", "1a", "'1a' is not a whole number", "Number the rows"),
        ("number", "1.200", "no number is read in '1.200'", "Write digits or words as English does"),
        ("number", "600 soldiers", "'soldiers' in '600 soldiers' is no part of the number", "subject"),
        ("number", "600 or 700 or 800", "numbers", "a row of its own"),
        ("number", "", "the row has no number", "Fill it"),
        ("measure", "killd", "'killd' is not in its list", "Write killed"),
        ("measure", "", "a number and no measure", "Fill `measure`"),
        ("unit", "", "a number and no unit", "Fill `unit`"),
        ("stance", "Confirmed", "'Confirmed' is not in its list", "Write confirmed"),
        ("publisher_country", "Ukraine", "'Ukraine' is not in its list", "Write UKR"),
        ("published", "30/04/2031", "'30/04/2031' is not a day or period", "Write 2031-04-30"),
        ("date", "3/4/2031", "not a day or period", "Write 2031-04-03 or 2031-03-04, whichever it is"),
        ("accessed", "20310101xx", "'20310101xx' is not a day", "Write 2025-04-30"),
        ("accessed", "2031-02-30", "'2031-02-30' is not a day", "Write 2025-04-30"),
        ("number", "1200-1500", "is no part of the number", "1,200 to 1,500"),
        ("accessed", "2031-06", "'2031-06' is not a day", "Write 2025-04-30"),
        ("increment", "maybe", "'maybe' is neither yes nor no", "Write yes"),
        ("speaker_kind", "", "no row says what 'Ministry of Health' is", "Fill `speaker_kind`"),
        ("part_of", "9", "no other row of this page has the record 9", "same page"),
        ("utterance", "Ministry 12 June", "small letters", "ministry-2025-06-12"),
        ("page", "Gazette!", "small letters", "gazette-0612"),
        ("note", "=cmd|' /C calc'!A0", "is a formula", "Write what it shows"),
        ("measure", "money", "money", "ISO 4217"),
        ("url", "gazette", "gazette", ""),
    ],
)  # fmt: skip
def test_a_cell_that_cannot_be_read_is_named_with_its_line_and_remedy(coding_sheet, full, column, cell, said, remedy):
    found = coding_sheet.refused(full | {column: cell})
    at = [one for one in found if said in one.message and remedy in one.remedy]
    assert at, [str(one) for one in found]
    assert (at[0].path, at[0].line) == (str(coding_sheet.path), 2)
    assert at[0].rule in rule_help.every()


def test_one_fault_hides_no_other(coding_sheet, full):
    row = full | {"record": "x", "published": "yesterday", "measure": "killd", "number": "many?", "stance": "told", "accessed": "today"}
    found = coding_sheet.refused(row)
    assert {one.column for one in found} >= {"record", "published", "number", "stance"}
    assert "measure" in {one.column for one in coding_sheet.refused(full | {"published": "yesterday", "measure": "killd"})}
    assert {one.line for one in found} == {2}


def test_a_number_of_a_row_is_given_once(coding_sheet, full):
    (fault,) = coding_sheet.refused(full, full | {"number": "40"})
    assert (fault.line, fault.column) == (3, "record") and "line 2 has the number 1 too" in fault.message


def test_two_pages_that_come_to_one_id_are_told_apart_by_a_name(coding_sheet, full):
    other = full | {"record": "2", "url": "https://example.org/b"}
    (fault,) = coding_sheet.refused(full, other)
    assert fault.line == 3 and fault.column == "url" and "`page`" in fault.remedy
    assert len(coding_sheet.made(full, other | {"page": "gazette-evening"})["sources"]) == 2


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("ends", ["\n", "\r\n"])
def test_a_sheet_is_read_as_spreadsheets_of_all_countries_save_it(coding_sheet, full, delimiter, ends):
    path = coding_sheet.write(full, {}, delimiter=delimiter)
    path.write_bytes(b"\xef\xbb\xbf" + path.read_text(encoding="utf-8").replace("\n", ends).encode())
    rows, found = sheet.read(path)
    assert not found and [row.line for row in rows] == [2]
    assert rows[0].cells["number"] == "about 1,200"


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "the file has no header"),
        (b"PK\x03\x04rest", "this is a workbook"),
        (b"record,publ\xefsher\n", "is not UTF-8"),
        (b"record,publsher\n", "Did you mean 'publisher'?"),
        (b"record,record\n", "stands there twice"),
        (b"publisher\nA\n", "the column 'record' is missing"),
        (b'record,publisher\n1,"A\n', "Close every double quote"),
        (b"record\n1\0\n", "holds a NUL"),
    ],
)
def test_a_file_that_is_no_coding_sheet_is_refused_with_a_reason(coding_sheet, data, said):
    coding_sheet.path.write_bytes(data)
    with pytest.raises(cf.InputError) as caught:
        sheet.read(coding_sheet.path)
    assert said in str(caught.value) and str(caught.value).startswith(str(coding_sheet.path))


def test_every_code_column_has_its_list():
    for column in COLUMNS:
        assert column.codes is None or schema.codes(column.codes)


CELLS = st.one_of(st.none(), st.sampled_from(["1", "about 40", "killed", "2031-06", "A; B", "person", "denied", "yes", "é"]), st.text(min_size=1, max_size=12))


@given(st.lists(st.dictionaries(st.sampled_from(NAMES), CELLS), max_size=4))
def test_any_sheet_gives_rows_that_hold_or_says_what_is_wrong(rows):
    """Whatever is filled in: no crash, and rows only where nothing was found."""
    given_rows = [sheet.Row("s.csv", line, dict.fromkeys(NAMES) | row, {}) for line, row in enumerate(rows, start=2)]
    made = convert("river-war", given_rows)
    if not made.findings:
        assert len(made.records["claims"]) == len(rows)
    assert all(one.rule and one.remedy for one in made.findings)
