"""What reads the texts: the extractor, a floor below which no reader of numbers can fall, and a peer."""

import re
import warnings
from collections.abc import Callable

from conflict_figures.extract import extract

Reader = Callable[[str], object]

PEER = "quantulum3"
_TABLES = ("figures", "claims", "attributions", "links")
# Finding digits and number words is the least that anything has to do that reads numbers.
_NUMBERS = re.compile(
    r"\d[\d.,]*|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|\w+ty|hundreds?|thousands?"
    r"|millions?|dozens?|scores|several|few|no)\b",
    re.I,
)


def extractor(text: str) -> object:
    """Read a text with the extractor and make its rows: figures, claims, who is cited, what repeats what."""
    records = extract(text).records
    return [records[table] for table in _TABLES]


def floor(text: str) -> object:
    """Find digits and number words, and nothing else."""
    return _NUMBERS.findall(text)


def peer() -> Reader | None:
    """Return the peer that reads quantities, or None where it is not installed."""
    try:
        with warnings.catch_warnings(action="ignore"):  # it warns that its optional classifier is missing
            from quantulum3 import parser
    except ImportError:
        return None
    return parser.parse
