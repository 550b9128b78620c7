"""Calendar words, and the mention of a date that they make."""

from dataclasses import dataclass
from datetime import date

from ..edtf import bounds
from .tokens import Tokens

MONTHS = {
    name: k + 1
    for k, names in enumerate(
        [
            "january jan",
            "february feb",
            "march mar",
            "april apr",
            "may",
            "june jun",
            "july jul",
            "august aug",
            "september sept sep",
            "october oct",
            "november nov",
            "december dec",
        ]
    )
    for name in names.split()
}
SHORT_MONTHS = frozenset("jan feb mar apr jun jul aug sept sep oct nov dec".split())
WEEKDAYS = {
    name: k for k, name in enumerate(["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"])
}
SHORT_WEEKDAYS = {name: k for k, names in enumerate(["mon", "tue tues", "wed", "thu thur thurs", "fri", "sat", "sun"])
                  for name in names.split()}  # fmt: skip
SEASONS = {"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24}
DAY_PARTS = frozenset("morning afternoon evening night noon midday midnight dawn dusk".split())
DASHES = frozenset("- – — ‑".split())


@dataclass(slots=True)
class DateMention:
    """A calendar expression: its words, and its days where they are known.

    ``role`` is event, as_of, baseline or reporting_period; ``edtf`` is None where the words cannot be
    resolved without guessing; ``start_date`` and ``end_date`` are the first and last day, None if open.
    """

    start: int
    end: int
    text: str
    edtf: str | None
    start_date: date | None
    end_date: date | None
    role: str = "event"
    first: int = 0
    last: int = 0
    relative: bool = False


def mention(
    tokens: Tokens, first: int, last: int, edtf: str | None, role: str = "event", relative: bool = False
) -> DateMention:
    """Return the mention of tokens ``first`` to ``last``, with the first and last day of its value."""
    start, end = tokens.start[first], tokens.end[last - 1]
    try:
        begin, finish = bounds(edtf) if edtf else (None, None)
    except ValueError:  # 31 June: the words stay, the day does not exist
        edtf = begin = finish = None
    return DateMention(start, end, tokens.text[start:end], edtf, begin, finish, role, first, last, relative)
