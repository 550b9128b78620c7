"""Text as it comes: other scripts, invisible characters, other line ends, no end at all."""

import pytest

from conflict_figures.extract import extract, find_numbers

PLAIN = "The army said 14 soldiers were killed."


def rows(text):
    return [(row["text"], row["value"], row["measure"]) for row in extract(text).records["figures"]]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("\ufeff" + PLAIN, "14"),
        ("🙂🙂 " + PLAIN + " 🙂", "14"),
        (PLAIN.replace(" ", "\u00a0"), "14"),
        ("\u202b" + PLAIN + "\u202c", "14"),
        ("Headline here\r\n\r\n" + PLAIN + "\r\n", "14"),
        (PLAIN.replace("14", "１４"), "１４"),
        (PLAIN.replace("14", "١٤"), "١٤"),
        (PLAIN.upper(), "14"),
    ],
    ids=["bom", "emoji", "no-break spaces", "right-to-left marks", "CRLF", "full-width", "Arabic-Indic", "upper case"],
)
def test_the_figure_is_found_at_its_offsets(text, words):
    assert rows(text) == [(words, 14, "killed")]
    (row,) = extract(text).records["figures"]
    assert text[row["start"] : row["end"]] == words


@pytest.mark.parametrize("text", ["", " ", "\n\n", "—", '"', "…", "\u200b"])
def test_a_text_without_words_has_no_rows_but_its_own(text):
    tables = extract(text).records
    assert len(tables["sources"]) == 1
    assert tables["claims"] == tables["figures"] == tables["dates"] == []


@pytest.mark.parametrize("text", ["<!DOCTYPE html><p>14 killed</p>", "  <html><body>14 killed</body></html>"])
def test_html_is_refused_with_what_to_do(text):
    with pytest.raises(ValueError, match="Extract its text first"):
        extract(text)


def test_bytes_are_refused():
    with pytest.raises(TypeError, match="Decode it"):
        extract(PLAIN.encode())


def test_a_date_that_is_none_is_refused():
    with pytest.raises(ValueError, match="YYYY-MM-DD"):
        extract(PLAIN, published="14/06/2025")


@pytest.mark.parametrize(
    "unit", ["1", "12 ", "killed 12 and ", "— 12 killed ", "12 , ", "( 12 ", "said ", "of ", "twenty-"]
)
def test_a_text_without_an_end_is_read_to_its_end(unit):
    text = "Soldiers were killed in the war. " + unit * (20_000 // len(unit))
    tables = extract(text).records
    assert all(text[row["start"] : row["end"]] == row["text"] for row in tables["figures"])


def test_a_number_too_long_to_be_a_count_is_none():
    assert [n.value for n in find_numbers("account 123456789012345678901234567890 holds 12 files")] == [12]


@pytest.mark.parametrize(
    "text",
    [
        '12 soldiers were killed, the army said "',
        "twenty-² soldiers",
        "The war goes on. Soldiers were killed; another captured a column of",
        "\ud800 12 soldiers were killed",
        "In the 12.5th century war 12 soldiers were killed",
    ],
)
def test_odd_ends_and_signs_do_not_stop_the_reading(text):
    assert len(extract(text).records["sources"]) == 1


@pytest.mark.parametrize("published", ["0001-01-01", "9999-12-31", "2025-04~", "2025-04-28/2025-04-30"])
def test_a_publication_date_at_the_edge_resolves_nothing_it_cannot(published):
    extract("Overnight, last week and in the past 87600 hours 12 soldiers were killed.", published=published)


@pytest.mark.parametrize("source_id", ["Note", "a b", "a--b", "", "ü"])
def test_an_id_that_would_break_every_row_is_refused(source_id):
    with pytest.raises(ValueError, match="small letters"):
        extract(PLAIN, source_id=source_id)


def test_a_text_can_end_behind_the_comma_of_a_citation():
    rows = extract("Rebels killed 40 soldiers, up from 30 in May.\n\nAccording to the army,").records["figures"]
    assert [row["text"] for row in rows] == ["40", "30"]
