"""Text broken to a width reads like running text, and every anchor still points into the text as it was."""

import textwrap

import pytest

from conflict_figures import extract

RUNNING = (
    "The army said on Monday that rebels had killed 14 soldiers and wounded 30 others in an ambush near the town of "
    "Marun, and that about 2,000 people had fled towards the border since the fighting began a week ago."
)


def figures(text: str) -> list[tuple]:
    return [(row["text"], row["measure"], row["unit"], row["subject"]) for row in extract(text).records["figures"]]


@pytest.mark.parametrize("width", [60, 72, 80, 100])
@pytest.mark.parametrize("upper", [False, True])
def test_a_line_break_inside_a_sentence_is_white_space(width, upper):
    text = RUNNING.upper() if upper else RUNNING
    assert figures(textwrap.fill(text, width)) == figures(text) != []


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_anchors_point_into_the_wrapped_text(end):
    text = textwrap.fill(RUNNING, 70).replace("\n", end)
    for row in extract(text).records["figures"]:
        assert text[row["start"] : row["end"]] == row["text"]


def test_a_heading_and_the_lines_of_a_list_stay_lines_of_their_own():
    text = "Rebels take Marun\n12 soldiers were killed in the town.\n\nLosses of the enemy:\ntanks – 25 (+2)\ntrucks – 40 (+3)"
    assert [(number, measure) for number, measure, _, _ in figures(text)] == [
        ("12", "killed"), ("25", "destroyed"), ("2", "destroyed"), ("40", "destroyed"), ("3", "destroyed"),
    ]  # fmt: skip
