"""Numbers, days, lists and links as the pages write them."""

import re
from collections.abc import Iterable
from datetime import date

from conflict_figures.edtf import bounds
from conflict_figures.wording import counted, number  # noqa: F401 (the pages write numbers by this module)


def count(number_of: int, one: str, several: str | None = None) -> str:
    """How many there are of something.

    >>> count(1, "page"), count(24, "page"), count(0, "page")
    ('1 page', '24 pages', 'no page')
    """
    return counted(number_of, one, several) if number_of else f"no {one}"


def day(edtf: str | date) -> str:
    """The last day of a date in EDTF, in words.

    >>> day("2025-04-30")
    '30 April 2025'
    """
    last = edtf if isinstance(edtf, date) else bounds(edtf)[1]
    if last is None:
        raise ValueError(f"{edtf} has no last day")
    return f"{last.day} {month(last)}"


def told_on(edtf: str | None) -> str:
    """A date of publication as precisely as it is known.

    >>> told_on("2025-04"), told_on(None)
    ('April 2025', 'no date')
    """
    if edtf is None:
        return "no date"
    return day(edtf) if len(edtf) == len("2025-04-30") else month(bounds(edtf)[1])


def month(when: date) -> str:
    """The month of a day; never by the machine's locale.

    >>> month(date(2025, 4, 30))
    'April 2025'
    """
    names = "January February March April May June July August September October November December".split()
    return f"{names[when.month - 1]} {when.year}"


def listed(parts: Iterable[str], last: str = "and") -> str:
    """The parts as a sentence lists them.

    >>> listed(["AFP", "Reuters", "Yonhap"])
    'AFP, Reuters and Yonhap'
    """
    *most, end = parts
    return f"{', '.join(most)} {last} {end}" if most else end


def plain(text: str) -> str:
    r"""Text in which no character has a meaning for Markdown.

    >>> plain("a|b_c")
    'a\\|b\\_c'
    """
    return re.sub(r"([\\`*_\[\]<>|])", r"\\\1", text)


def linked(text: str, url: str | None) -> str:
    """The text as a link to an address, and alone where there is none.

    >>> linked("Espreso", "https://example.org/a_(b)")
    '[Espreso](<https://example.org/a_(b)>)'
    """
    return f"[{plain(text)}](<{url}>)" if url else plain(text)


def percent(share: float, digits: int = 1) -> str:
    """A share in per cent, without a fraction where there is nothing to have one of.

    >>> percent(0.0), percent(0.1957)
    ('0', '19.6')
    """
    return "0" if share == 0 else f"{100 * share:.{digits}f}"
