"""How a figure counts: sentences in words of our own."""

import pytest

from conflict_figures import extract

CONTEXT = "A shell hit the market on Monday, and the army and the rebels go on fighting.\n\n"

MODES = [
    ("The campaign has killed 81,000 people.", ["cumulative"]),
    ("Gunmen have killed four people.", ["period"]),
    ("Rebels now control 17 districts.", ["stock"]),
    ("Rebels took 17 districts in the attack.", ["period"]),
    ("The patrol was met by 30 gunmen.", ["period"]),
    ("Some 30 gunmen remain in the village.", ["stock"]),
    ("We have gifted 22 boats and some 90,000 mines.", ["cumulative", "cumulative"]),
    ("The camp houses 60,000 refugees.", ["stock"]),
]


@pytest.mark.parametrize(("text", "expected"), MODES)
def test_how_a_figure_counts(text, expected):
    assert [row["count_mode"] for row in extract(CONTEXT + text).records["figures"]] == expected


@pytest.mark.parametrize(
    ("text", "words", "mode"),
    [
        ("On Thursday the army controlled 120 square kilometres there.", "120", "stock"),
        ("On Thursday the army took 120 square kilometres.", "120", "period"),
        ("The raid left 40 dead, with 90 people in hospital.", "90", "stock"),
        ("Two million people have fled the war. Some 900,000 need food.", "Some 900,000", "stock"),
        ("The death toll of the raid stands at 224.", "224", "cumulative"),
        ("The last war cost the lives of 255 soldiers.", "255", "cumulative"),
        ("About 1,000 sappers have already arrived at the front.", "About 1,000", "cumulative"),
        ("On the worst day the clinic took in 200 wounded soldiers.", "200", "period"),
    ],
)
def test_a_count_is_of_a_day_of_a_moment_or_so_far(text, words, mode):
    rows = extract(text, published="2024-05-16").records["figures"]
    assert {row["text"]: row["count_mode"] for row in rows}[words] == mode
