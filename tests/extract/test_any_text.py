"""Whatever the text, reading it gives valid spans or a ValueError; it never raises anything else."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from conflict_figures.extract import extract, find_dates, find_numbers

WORDS = (
    'about 600 soldiers killed said the army in Kursk on Tuesday . , — " “ ” ( ) no more than between 10,000 and 12,000 '
    "a tank was destroyed According to this information comes from several thousand dozens of them including of whom "
    "North Korea has denied reports that citing data 24 February 2022 since March to – - : ; \n \n\n • another 30 % km "
    "he added confirmed neither nor 31 June 2025 2025-13-45 99:99 twenty-three four-thousand-100 US$ € million k bn "
    "\u00a0 \u200b ١٢ ３００ 🙂 \u202e İ ﬁ who which her spokesman , Ivo Petrak , from up to at least half a dozen rose"
).split(" ")
conflict_text = st.lists(st.sampled_from(WORDS), max_size=60).map(" ".join)
any_text = st.one_of(conflict_text, st.text(max_size=200))


def is_ordered(spans, text):
    ends = 0
    for start, end, words in spans:
        assert ends <= start < end <= len(text)
        assert text[start:end] == words
        ends = end


@given(any_text)
def test_numbers_are_ordered_spans_of_the_text(text):
    try:
        found = find_numbers(text)
    except ValueError:
        return
    is_ordered([(n.start, n.end, n.text) for n in found], text)
    for n in found:
        assert n.low is None or n.high is None or n.low <= n.high


@given(any_text, st.none() | st.dates(date(1900, 1, 1), date(2100, 1, 1)))
def test_dates_are_ordered_spans_of_the_text(text, published):
    try:
        found = find_dates(text, published=published)
    except ValueError:
        return
    is_ordered([(d.start, d.end, d.text) for d in found], text)
    for d in found:
        assert d.start_date is None or d.end_date is None or d.start_date <= d.end_date


@given(any_text)
def test_every_anchor_of_every_row_is_the_text(text):
    try:
        tables = extract(text).records
    except ValueError:
        return
    anchors = {
        "claims": [("start", "end", "quote")],
        "figures": [("start", "end", "text")],
        "dates": [("start_char", "end_char", "text")],
        "attributions": [("actor_start", "actor_end", "actor_text"), ("cue_start", "cue_end", "cue")],
    }
    for table, columns in anchors.items():
        for row in tables[table]:
            for start, end, words in columns:
                if row[words] is not None:
                    assert text[row[start] : row[end]] == row[words]
    claims = {row["claim_id"]: row for row in tables["claims"]}
    assert len(claims) == len(tables["claims"])
    for row in tables["figures"]:
        assert claims[row["claim_id"]]["start"] <= row["start"] < row["end"] <= claims[row["claim_id"]]["end"]


@given(conflict_text)
def test_reading_twice_gives_the_same_rows(text):
    assert extract(text).records == extract(text).records
