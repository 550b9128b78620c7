"""Text → tables: who said how many, of what, citing whom, about when, in which words.

Deterministic and offline. The text is never rewritten, so every offset counts its code points.
"""

import re
from datetime import date, datetime
from typing import Any

from .._callable import callable_module
from ..edtf import bounds
from ..errors import InputError
from .calendar_words import DateMention
from .numbers import Number
from .result import Extraction
from .rows import CODED_BY, EXTRACTOR_VERSION, Rows

__all__ = [
    "EXTRACTOR_VERSION",
    "DateMention",
    "Extraction",
    "Number",
    "extract",
    "find_dates",
    "find_numbers",
    "rows_of",
]

_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")  # as the schema of sources has it


def extract(text: str, *, published: str | date | None = None, source_id: str | None = None) -> Extraction:
    """Read one text and return its tables.

    Parameters
    ----------
    text : str
        Plain text, as it is to be cited: offsets count its code points.
    published : str or date, optional
        Day of publication (ISO 8601). Relative dates resolve against it; without it against the
        text's own dateline, if it has one; else they stay unresolved.
    source_id : str, optional
        Id of the text, the first part of every row's id; ``"text"`` by default.

    Raises
    ------
    TypeError
        If ``text`` is not a string.
    InputError
        If the text is HTML, ``published`` is no date, or ``source_id`` cannot begin an id; it is a ValueError.

    Examples
    --------
    >>> found = extract("About 600 soldiers have been killed, the ministry said.", source_id="note")
    >>> [(row["figure_id"], row["text"], row["measure"]) for row in found.records["figures"]]
    [('note.f0', 'About 600', 'killed')]
    """
    _refuse(text)
    day = _day(published)
    if source_id is not None and not _ID.fullmatch(source_id):
        raise InputError(
            f"source_id is {source_id!r}", remedy="Use small letters, digits and single hyphens, as in note-2025-06-14"
        )
    source = {
        "source_id": source_id or "text",
        "kind": "article",
        "published": day.isoformat() if day else None,
        "rights": "not stated",
        "coded_by": CODED_BY,
        "review": "unchecked",
    }
    return Extraction(Rows(text, source, day))


def rows_of(text: str, source: dict[str, Any]) -> Rows:
    """Return the rows of every table for one text whose row in ``sources`` is given.

    Columns of ``sources`` that the row lacks are null. Raises like :func:`extract`.
    """
    _refuse(text)
    return Rows(text, source, _day(source.get("published")))


def find_numbers(text: str) -> list[Number]:
    """Return the counts of a text, in order, without overlaps.

    Dates, times, ages, ordinals, names of units and weapons, distances, durations and percentages are passed over.
    Each :class:`Number` has ``start``, ``end`` (code points), ``text``, ``value``, ``low``, ``high`` and
    ``qualifier`` by the codebook's table. Raises like :func:`extract`.

    >>> [(n.text, n.low, n.high) for n in find_numbers("between 10,000 and 12,000 men of the 93rd Brigade")]
    [('between 10,000 and 12,000', 10000, 12000)]
    """
    from . import reading, stretches, tokens, wrapping

    _refuse(text)
    parts = (wrapping.unwrapped(tokens.tokenize(text, first, last)) for first, last in stretches.cut(text))
    return [number for part in parts for number in reading.scan(part, None)[2]]


def find_dates(text: str, *, published: str | date | None = None) -> list[DateMention]:
    """Return the calendar expressions of a text, in order, without overlaps.

    Each :class:`DateMention` has ``start``, ``end`` (code points), ``text``, ``edtf`` (None where it cannot be
    resolved), ``start_date`` and ``end_date``. Raises like :func:`extract`.

    >>> [d.edtf for d in find_dates("since March, and on Tuesday", published="2025-06-14")]
    ['2025-03/2025-06-14', '2025-06-10']
    """
    from . import reading, stretches, tokens, wrapping

    _refuse(text)
    day = _day(published)
    parts = (wrapping.unwrapped(tokens.tokenize(text, first, last)) for first, last in stretches.cut(text))
    return [found for part in parts for found in reading.scan(part, day)[0]]


def _refuse(text: str) -> None:
    if not isinstance(text, str):
        raise TypeError(f"text must be a str, not {type(text).__name__}. Decode it first.")
    head = text[:512].lstrip("\ufeff \t\r\n")
    if head.startswith("<") and head.lower().startswith(("<!doctype", "<html", "<head", "<body", "<?xml")):
        raise InputError("The text is HTML or XML", remedy="Extract its text first, then pass that")


def _day(value: str | date | None) -> date | None:
    """The day of publication; None where the date is coarser than a day, too coarse to read "Tuesday" against."""
    if value is None or isinstance(value, date):
        return value.date() if isinstance(value, datetime) else value
    try:
        first, last = bounds(value)
    except (ValueError, TypeError):
        raise InputError(f"published is {value!r}, which is no date", remedy="Write it as YYYY-MM-DD") from None
    return first if first == last else None


callable_module(__name__, "conflict_figures.extract:extract")
