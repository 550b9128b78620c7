"""Numbers and their hedges, by the codebook's table; every phrase is written for this test."""

import pytest

from conflict_figures.extract import find_numbers

TABLE = [
    # words, value, low, high, qualifier
    ("740 men", 740, 740, 740, "exact"),
    ("forty-two men", 42, 42, 42, "exact"),
    ("five hundred and nine men", 509, 509, 509, "exact"),
    ("thirty one men", 31, 31, 31, "exact"),
    ("two hundred and sixty four men", 264, 264, 264, "exact"),
    ("twenty two thousand men", 22_000, 22_000, 22_000, "exact"),
    ("about 740 men", 740, None, None, "about"),
    ("an estimated 740 men", 740, None, None, "about"),
    ("740 or so men", 740, None, None, "about"),
    ("seventy-odd men", 70, None, None, "about"),
    ("at least 740 men", 740, 740, None, "at_least"),
    ("no fewer than 740 men", 740, 740, None, "at_least"),
    ("740 or more men", 740, 740, None, "at_least"),
    ("more than 740 men", 740, 740, None, "more_than"),
    ("740-plus men", 740, 740, None, "more_than"),
    ("in excess of 740 men", 740, 740, None, "more_than"),
    ("up to 740 men", 740, None, 740, "at_most"),
    ("as many as 740 men", 740, None, 740, "at_most"),
    ("no more than 740 men", 740, None, 740, "at_most"),
    ("fewer than 740 men", 740, None, 740, "less_than"),
    ("nearly 740 men", 740, None, 740, "nearly"),
    ("700 to 800 men", None, 700, 800, "range"),
    ("between 700 and 800 men", None, 700, 800, "range"),
    ("from 700 to 800 men", None, 700, 800, "range"),
    ("700–800 men", None, 700, 800, "range"),
    ("three or four men", None, 3, 4, "range"),
    ("3-5 million dollars", None, 3_000_000, 5_000_000, "range"),
    ("more than 700 but fewer than 800 men", None, 700, 800, "range"),
    ("no men", 0, 0, 0, "exact"),
    ("a couple of men", None, 2, None, "vague"),
    ("a few men", None, 3, None, "vague"),
    ("several men", None, 3, None, "vague"),
    ("a handful of men", None, 3, None, "vague"),
    ("tens of men", None, 10, None, "vague"),
    ("a dozen men", 12, 12, 12, "exact"),
    ("dozens of men", None, 12, None, "vague"),
    ("scores of men", None, 20, None, "vague"),
    ("hundreds of men", None, 100, None, "vague"),
    ("tens of thousands of men", None, 10_000, None, "vague"),
    ("several hundred men", None, 300, None, "vague"),
    ("a few thousand men", None, 3_000, None, "vague"),
    ("half a dozen men", 6, 6, 6, "exact"),
    ("half a million men", 500_000, 500_000, 500_000, "exact"),
    ("two and a half thousand men", 2_500, 2_500, 2_500, "exact"),
    ("a hundred and sixty men", 160, 160, 160, "exact"),
    ("four dozen men", 48, 48, 48, "exact"),
    ("1.7 million people", 1_700_000, 1_700_000, 1_700_000, "exact"),
    ("5k men", 5_000, 5_000, 5_000, "exact"),
    ("18-thousand men", 18_000, 18_000, 18_000, "exact"),
    ("six-thousand-200 men", 6_200, 6_200, 6_200, "exact"),
    ("14 500 men", 14_500, 14_500, 14_500, "exact"),
    ("14\u00a0500 men", 14_500, 14_500, 14_500, "exact"),
    ("700 at least", 700, 700, None, "at_least"),
    ("700, at the very least,", 700, 700, None, "at_least"),
    ("equal to or more than 700 men", 700, 700, None, "at_least"),
    ("NO FEWER THAN SEVEN HUNDRED MEN", 700, 700, None, "at_least"),
    ("no greater than 700 men", 700, None, 700, "at_most"),
    ("700 men", 700, 700, 700, "exact"),
    ("more or less 700 men", 700, None, None, "about"),
    ("700, give or take,", 700, None, None, "about"),
    ("forty odd men", 40, None, None, "about"),
    ("FORTY PLUS MEN", 40, 40, None, "more_than"),
    ("a toll that has passed 700", 700, 700, None, "more_than"),
    ("≥700 men", 700, 700, None, "at_least"),
    ("~700 men", 700, None, None, "about"),
    ("up to about 700 men", 700, None, 700, "at_most"),
    ("between about 700 and 800 men", None, 700, 800, "range"),
    ("between a hundred and two hundred men", None, 100, 200, "range"),
    ("two or three hundred men", None, 200, 300, "range"),
    ("three to four dozen men", None, 36, 48, "range"),
    ("several tens of thousands of men", None, 30_000, None, "vague"),
    ("a few tens of men", None, 30, None, "vague"),
    ("half-a-million men", 500_000, 500_000, 500_000, "exact"),
    ("a half-dozen men", 6, 6, 6, "exact"),
    ("three quarters of a million men", 750_000, 750_000, 750_000, "exact"),
    ("a quarter-million men", 250_000, 250_000, 250_000, "exact"),
    ("1 1/2 million men", 1_500_000, 1_500_000, 1_500_000, "exact"),
    ("2½ million men", 2_500_000, 2_500_000, 2_500_000, "exact"),
    ("a million and a half men", 1_500_000, 1_500_000, 1_500_000, "exact"),
    ("one point three million men", 1_300_000, 1_300_000, 1_300_000, "exact"),
    ("18-hundred-and-40 men", 1_840, 1_840, 1_840, "exact"),
    ("two-thousand five-hundred men", 2_500, 2_500, 2_500, "exact"),
    ("5 thousand 300 men", 5_300, 5_300, 5_300, "exact"),
    ("2 million 400 thousand men", 2_400_000, 2_400_000, 2_400_000, "exact"),
    ("2.5 lakh men", 250_000, 250_000, 250_000, "exact"),
    ("lakhs of men", None, 100_000, None, "vague"),
    ("Rs 3 crore", 30_000_000, 30_000_000, 30_000_000, "exact"),
    ("12'700 men", 12_700, 12_700, 12_700, "exact"),
    ("１，７００ men", 1_700, 1_700, 1_700, "exact"),
    ("١٬٧٠٠ men", 1_700, 1_700, 1_700, "exact"),
    ("not a single man", 0, 0, 0, "exact"),
    ("$3bn in aid", 3_000_000_000, 3_000_000_000, 3_000_000_000, "exact"),
]


@pytest.mark.parametrize(("words", "value", "low", "high", "qualifier"), TABLE, ids=[row[0] for row in TABLE])
def test_bounds_follow_the_codebook(words, value, low, high, qualifier):
    (number,) = find_numbers(f"They counted {words} there.")
    assert (number.value, number.low, number.high, number.qualifier) == (value, low, high, qualifier)


@pytest.mark.parametrize(
    "words",
    [
        "on 3 May 2024", "in 1987", "at 14:35", "the 41st Brigade", "the S-400", "an Su-27", "a 152mm gun", "a 45-year-old",
        "6 kilometres away", "for three weeks", "40 percent", "40 per cent", "12%", "won 4-1", "aged 19", "No. 7",
        "Petra Holm, 51, fled", "at seven in the morning", "two or three days", "https://example.org/2024/300",
        "to two thirds of the town", "on Hill 70", "in Sector 9, north of it", "in a Boeing 737", "near MiG 29 jets",
        "when +44 20 7946 0958 rang", "and the hotline is 555-0143", "at 5 p.m.", "in the 1990's", "at 0200 GMT", "with caliber 22 guns",
        "in the Group of 77", "to one fifth of it", "in three quarters of the streets",
    ],
)  # fmt: skip
def test_what_only_looks_like_a_count_is_passed_over(words):
    assert find_numbers(f"It happened {words}, they said.") == []


def test_a_noun_that_is_also_a_fraction_is_counted():
    assert [n.value for n in find_numbers("Three quarters burned, and two third-floor flats.")] == [3, 2]


def test_two_number_words_in_a_row_are_one_number_only_where_they_add_up():
    assert [n.value for n in find_numbers("forty, two and twenty ten")] == [40, 2, 20, 10]


def test_a_change_is_two_numbers_and_not_a_range():
    assert [n.value for n in find_numbers("The toll rose from 30 to 52.")] == [30, 52]


def test_the_hedge_governs_only_the_number_next_to_it():
    found = find_numbers("about 30 men and 12 women")
    assert [(n.text, n.qualifier) for n in found] == [("about 30", "about"), ("12", "exact")]


def test_the_sign_of_a_currency_is_inside_the_anchor():
    found = find_numbers("aid of US$40 million, €7 million, NT$3 billion, P42,000, R9 million, EUR 5 million, Rs. 2 lakh, 8 won")
    assert [n.text for n in found] == [
        "US$40 million", "€7 million", "NT$3 billion", "P42,000", "R9 million", "EUR 5 million", "Rs. 2 lakh", "8",
    ]  # fmt: skip
    assert [n.currency for n in found] == ["USD", "EUR", "TWD", "PHP", "ZAR", "EUR", "INR", None]


@pytest.mark.parametrize(
    ("words", "texts"),
    [
        ("killed 12, at least 3 of them children", ["12", "at least 3"]),
        ("killed 12 and over 30 were hurt", ["12", "over 30"]),
        ("killed 12 or more than 12", ["12", "more than 12"]),
        ("crossed 3 rivers", ["3"]),
        ("40 plus 12 others", ["40", "12"]),
    ],
)
def test_a_hedge_between_two_numbers_belongs_to_the_second(words, texts):
    assert [n.text for n in find_numbers(words)] == texts
