"""The work of reading grows with the text and not with its square: steps are counted, no clock is asked."""

import gc
import sys
from itertools import count, islice, product
from string import ascii_lowercase

import pytest

from conflict_figures.extract import extract
from conflict_figures.extract.tokens import Tokens

START = "The war goes on. Soldiers were killed. "
UNITS = {
    "digits": "1",
    "numbers": "12 ",
    "groups": "123 ",
    "number words": "twenty ",
    "hyphens": "twenty-",
    "magnitudes": "two million ",
    "vague": "a few ",
    "zeros": "no one ",
    "ranges": "between 12 and ",
    "parts": "12 including ",
    "fractions": "12 out of the 30 ",
    "wholes of wholes": "12 of which 11 of whom ",
    "wholes taken up": "12 died. Of the dead, 3 were officers. ",
    "accounts": "12 people: 8 men (4 guards), ",
    "places in places": "12 died in Orsk in Vesk in ",
    "places of places": "a camp near a valley of the east of ",
    "names in a row": "12 died in Orsk, Vesk and the ",
    "sums": "$12 ",
    "pesos": "12 pesos, ",
    "brackets": "( 12 ",
    "quotation marks": '" 12 said ',
    "nested quotes": "“12 killed ‘",
    "colons": "He: “12 killed” ",
    "dashes": "— 12 killed ",
    "commas": "12 , ",
    "semicolons": "12 killed; ",
    "and": "killed 12 and ",
    "said": "12 said ",
    "citing": "citing ",
    "denials": "denied that ",
    "relatives": "who said 12 were killed, which ",
    "capitals": "Ab Cd ",
    "countries": "North Korean soldiers, these troops, ",
    "dates": "March 2024 12 soldiers killed. ",
    "years": "2024 ",
    "days": "on Friday, 3 May, ",
    "lines": "12 killed\n",
    "paragraphs": "12 killed\n\n",
    "bullets": "• 12 killed\n",
    "turns": "Q: How many?\nA: We lost 12 men.\n",
    "sentences": "The army said 12 soldiers were killed. ",
}


def steps(text: str) -> int:
    """Every line of Python that is run while a text is read, comprehensions and loops by the round."""
    taken = 0

    def step(frame, event, argument):
        nonlocal taken
        taken += 1
        return step

    before = sys.gettrace()
    sys.settrace(step)
    try:
        extract(text)
    finally:
        sys.settrace(before)
    return taken


def repeated(unit: str, size: int) -> str:
    return START + unit * (size // len(unit))


def names(size: int) -> str:
    """News in which everyone speaks once, so that the cast grows with the text."""
    words = ("".join(letters) for length in count(3) for letters in product(ascii_lowercase, repeat=length))
    said = (f"Minister Ab{a} Cd{b} said {10 + k % 80} soldiers of the {a.title()} Army were killed in {b.title()}. "
            for k, (a, b) in enumerate(zip(words, words, strict=False)))  # fmt: skip
    return START + "".join(islice(said, size // 80))


@pytest.mark.parametrize("name", UNITS)
def test_twice_the_text_is_twice_the_work(name):
    text, twice = repeated(UNITS[name], 3000), repeated(UNITS[name], 6000)
    extract(text)  # what is loaded or looked up once is so now
    assert steps(twice) < 2.4 * steps(text)


def test_a_cast_that_grows_costs_no_more_by_the_head():
    extract(names(6000))
    assert steps(names(12_000)) < 2.4 * steps(names(6000))


def test_nothing_of_a_reading_is_held_but_what_its_rows_need():
    found = extract(names(2000))
    gc.collect()
    assert not [one for one in gc.get_objects() if isinstance(one, Tokens)]
    assert len(found.records["figures"]) > 10
