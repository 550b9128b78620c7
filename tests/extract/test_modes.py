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
