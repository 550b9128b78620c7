"""text[start:end] is what the row says, for every row that has an anchor."""

import pytest

from conflict_figures import check
from conflict_figures.check.locate import in_seeds
from conflict_figures.schema.rules import SPANS
from conflict_figures.tabular import to_arrow

ANCHORS = [(table, *span) for table, spans in SPANS.items() if table != "figures_flat" for span in spans]


def found(sound, table):
    broken = to_arrow(sound.records)
    return [
        (one.table, one.key, one.column)
        for one in check.tables(broken, sound.texts)
        if one.rule == "anchor_matches_text" and one.table == table
    ]


@pytest.mark.parametrize(("table", "start", "end", "words"), ANCHORS, ids=lambda value: value)
def test_a_shifted_anchor_is_found(sound, table, start, end, words):
    row = next(row for row in sound.records[table] if row[start] is not None)
    row[start] += 1
    row[end] += 1
    key = " ".join(str(row[column]) for column in (("claim_id", "hop") if table == "attributions" else (f"{table[:-1]}_id",)))
    assert (table, key, words) in found(sound, table)


@pytest.mark.parametrize("column", ["prefix", "suffix"])
def test_context_is_what_stands_beside_the_claim(sound, column):
    sound.records["claims"][0][column] = "other words"
    assert [item[2] for item in found(sound, "claims")] == [column]


def test_context_is_not_cut_short(sound):
    sound.records["claims"][0]["prefix"] = sound.records["claims"][0]["prefix"][1:]
    assert [item[2] for item in found(sound, "claims")] == ["prefix"]


def test_an_anchor_past_the_end_is_found(sound):
    row = sound.records["claims"][-2]
    length = row["end"] - row["start"]
    row["start"], row["end"] = 100_000, 100_000 + length
    assert ("claims", row["claim_id"], "quote") in found(sound, "claims")


def test_a_changed_text_is_found(sound):
    sound.texts["note-one"] += "\n"
    assert [item[2] for item in found(sound, "sources")] == ["text_length", "text_sha256"]


def test_rows_of_a_text_that_is_not_there_are_found(sound):
    sound.texts.clear()
    rows = sum(row["start"] is not None for row in sound.records["figures"])
    assert len(found(sound, "figures")) == rows


def test_offsets_count_code_points(sound):
    """The text holds letters of two and three bytes before these words."""
    row = next(row for row in sound.records["figures"] if row["text"] == "$2 million")
    text = sound.texts["note-one"]
    assert text[row["start"] : row["end"]] == "$2 million"
    assert text.encode()[row["start"] : row["end"]] != b"$2 million"
    assert found(sound, "figures") == []


def test_a_finding_is_placed_on_the_line_of_its_words(sound):
    row = next(row for row in sound.records["figures"] if row["text"] == "$2 million")
    row["unit"] = "dollar"
    typed = to_arrow(sound.records)
    (one,) = in_seeds(check.tables(typed, sound.texts), typed, sound.texts, {})
    assert (one.path, one.line) == ("seeds/texts/note-one.txt", 5)
    assert str(one).startswith("seeds/texts/note-one.txt:5: figures note-one.f")
