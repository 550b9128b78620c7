"""Shares of a year, a month, an age: "the first quarter of 2025", "second half of May", "the 19th century"."""

from . import cardinals
from .calendar_points import ORDINALS, month, month_at
from .calendar_years import year_at
from .date_values import Basis, Value, is_ahead, last_day, month_of
from .tokens import Tokens

_QUARTERS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "final": 4, "last": 4}


def share_of_year(tokens: Tokens, i: int, basis: Basis) -> Value | None:
    """Read "first quarter of 2025", "second half of May", "first eight months of the year", "Q3"."""
    word = tokens.word[i]
    if word[0] in "qh" and word[1:].isdecimal():
        size, rank, k = (3 if word[0] == "q" else 6), int(word[1:]), i + 1
    else:
        if word not in _QUARTERS:
            return None  # "the closing days of 1944" is read as a stretch
        rank, size = _QUARTERS[word], {"quarter": 3, "half": 6}.get(tokens.word[i + 1] if i + 1 < tokens.size else "")
        k = i + 2
        if size is None:
            return _first_months(tokens, i, basis) if word == "first" else None
        if tokens.word[i + 1] == "half" and tokens.word[i + 1 : i + 3] == ["half", "of"]:
            part = _half_of_month(tokens, i, k + 1, rank, basis)
            if part:
                return part
    if rank * size > 12:
        return None
    of = k < tokens.size and tokens.word[k] == "of"
    year, last = _whole_year(tokens, k + of, basis)
    if not last:
        if of or size == 6 or basis.published is None:
            # "the first half of the match"; a quarter alone is kept, unresolved
            return None if of or size == 6 else Value(i, k, None, None)
        if is_ahead(tokens, i):
            year, last = basis.published.year + (rank * 3 < basis.published.month), k  # "will recruit in the second quarter"
        else:
            year, last = basis.published.year - (rank * 3 >= basis.published.month), k
    if year is None:
        return Value(i, last, None, None)
    first = (rank - 1) * size + 1
    return Value(
        i, last, month_of(year, first), month_of(year, first + size - 1), relative=not year_at(tokens, last - 1)
    )


def _whole_year(tokens: Tokens, k: int, basis: Basis) -> tuple[int | None, int]:
    """(year, token after it) of "2025", "the year", "this year", "last year"; (None, 0) where no year stands there."""
    year = year_at(tokens, k)
    if year:
        return year, k + 1
    if tokens.word[k + 1 : k + 2] == ["year"] and tokens.word[k] in ("the", "this", "last", "next"):
        shift = {"last": -1, "next": 1}.get(tokens.word[k], 0)
        return (basis.published.year + shift if basis.published else None), k + 2
    return None, 0


def _first_months(tokens: Tokens, i: int, basis: Basis) -> Value | None:
    """Read "first eight months of 2024"."""
    number = cardinals.read(tokens, i + 1) if i + 1 < tokens.size else None
    if not number or not number.value or tokens.word[number.end : number.end + 2] != ["months", "of"]:
        return None
    year, last = _whole_year(tokens, number.end + 2, basis)
    if not last or number.value > 12:
        return None
    if year is None:
        return Value(i, last, None, None)
    return Value(i, last, month_of(year, 1), month_of(year, int(number.value)), relative=not year_at(tokens, last - 1))


def _half_of_month(tokens: Tokens, i: int, k: int, rank: int, basis: Basis) -> Value | None:
    half = month(tokens, k, basis) if month_at(tokens, k) else None
    if half is None or half.edtf is None or getattr(half, "day", None) or rank > 2:
        return None
    end = last_day(half.start)
    if end is None:
        return None
    first, last = (end.replace(day=1), end.replace(day=15)) if rank == 1 else (end.replace(day=16), end)
    return Value(i, half.last, first.isoformat(), last.isoformat(), half.relative)


def century_in_words(tokens: Tokens, i: int) -> Value | None:
    """Read "nineteenth century" from its ordinal word."""
    if tokens.word[i + 1 : i + 2] != ["century"]:
        return None
    count = CENTURIES[tokens.word[i]]
    return Value(i, i + 2, f"{count * 100 - 99:04d}", f"{count * 100:04d}", relative=False)


CENTURIES = {
    word: k + 11
    for k, word in enumerate("eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth "
                             "twentieth twenty-first".split())
}  # fmt: skip


def century(tokens: Tokens, i: int) -> Value | None:
    """Read "19th century" from its number."""
    k = i + 1
    if not tokens.raw[i].isdecimal():
        return None
    if k + 1 < tokens.size and tokens.word[k] in ORDINALS and tokens.joined(k) and tokens.word[k + 1] == "century":
        count = int(tokens.raw[i])
        if tokens.word[k + 2 : k + 3] in (["bc"], ["bce"], ["b.c."]):
            return Value(i, k + 3, None, None, relative=False)
        return (
            Value(i, k + 2, f"{count * 100 - 99:04d}", f"{count * 100:04d}", relative=False) if 1 < count < 22 else None
        )
    return None
