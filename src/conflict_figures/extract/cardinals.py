"""Cardinal numbers: digits, words, magnitudes, vague counts → (tokens read, value, floor)."""

from typing import NamedTuple

from .number_words import (
    COLLECTIVES,
    FEW,
    FLOORS,
    MAGNITUDES,
    ONES,
    OPENERS,
    SMALL,
    SUFFIXES,
    TENS,
)
from .tokens import Tokens


def may_open(tokens: Tokens, i: int) -> bool:
    """Return whether a number can start at token ``i``."""
    word = tokens.word[i]
    return tokens.kind[i] == "n" or word in OPENERS or "-" in word and word.partition("-")[0] in SMALL


class Cardinal(NamedTuple):
    """A number as worded: ``end`` is the token after it; a vague count has a floor and no value."""

    end: int
    value: float | None
    floor: float | None
    magnitude: float  # of the last magnitude word, 1 if none: "4-6 million" shares it


_MOST = 2**53 - 1  # the largest count a float64 column holds exactly; longer digits are codes, not counts
_SIZES = MAGNITUDES | COLLECTIVES | {"dozens": 12}  # "three dozens"
_LONGEST = 16  # words of one number
_MOST_DIGITS = 24  # with separators and decimals


def read(tokens: Tokens, i: int) -> Cardinal | None:
    """Read the longest cardinal that starts at token ``i``, or None.

    >>> from .tokens import tokenize
    >>> read(tokenize("four hundred and six tanks"), 0).value
    406
    >>> read(tokenize("tens of thousands"), 0).floor
    10000
    """
    known = tokens.cardinals
    if i not in known:  # the mask asks first, then the reading of numbers
        found = _read(tokens, i)
        known[i] = None if found is not None and (found.value or found.floor or 0) > _MOST else found
    return known[i]


def _read(tokens: Tokens, i: int) -> Cardinal | None:
    word = tokens.word[i]
    if tokens.kind[i] == "n":
        return _digits(tokens, i) if len(word) <= _MOST_DIGITS else None
    if tokens.kind[i] != "w":
        return None
    if word in SMALL or "-" in word:
        return _words(tokens, i)
    if word in ("a", "an", "half", "quarter"):
        return _with_article(tokens, i)
    if word in MAGNITUDES or word in COLLECTIVES:
        return None  # "million" alone is no number, "a million" is
    if word in FLOORS:
        return _vague_plural(tokens, i)
    if word == "several" or word == "few":
        return _few(tokens, i + 1, FEW[word]) if word == "several" else None
    return None


def _word(tokens: Tokens, i: int) -> str:
    return tokens.word[i] if i < tokens.size else ""


def _whole(value: float) -> float:
    if isinstance(value, int):
        return value
    rounded = round(value, 6)
    return int(rounded) if rounded == int(rounded) else rounded


def digits_value(raw: str) -> float:
    """Return the value of a number written in digits; a comma before one or two digits is a decimal comma.

    >>> digits_value("12,400"), digits_value("1,5"), digits_value("1.25")
    (12400, 1.5, 1.25)
    """
    if raw.isdecimal():
        return int(raw)
    plain = "".join(ch for ch in raw if ch not in " \u00a0\u202f\u2009")
    if plain.count(".") > 1:
        return int(plain.replace(".", ""))
    head, _, tail = plain.rpartition(",")
    if head and len(tail) != 3 and "." not in tail:
        plain = head.replace(",", "") + "." + tail
    plain = plain.replace(",", "")
    return _whole(float(plain)) if "." in plain else int(plain)


def _digits(tokens: Tokens, i: int) -> Cardinal:
    value = digits_value(tokens.raw[i])
    j = i + 1
    if j >= tokens.size:
        return Cardinal(j, _whole(value), None, 1)
    if tokens.start[j] == tokens.end[i]:
        suffix = tokens.word[j]
        if suffix in SUFFIXES:
            return Cardinal(j + 1, _whole(value * SUFFIXES[suffix]), None, SUFFIXES[suffix])
        if suffix == "-" and _word(tokens, j + 1) in MAGNITUDES and tokens.joined(j + 1):
            return _magnitudes(tokens, j + 1, value)
    if _word(tokens, j) in ("mn", "bn", "mln"):
        return Cardinal(j + 1, _whole(value * SUFFIXES[tokens.word[j]]), None, SUFFIXES[tokens.word[j]])
    return _magnitudes(tokens, j, value)


def _magnitudes(tokens: Tokens, j: int, value: float) -> Cardinal:
    last = 1
    while (size := _SIZES.get(_word(tokens, j))) and size > last:
        value, last, j = value * size, size, j + 1
    return Cardinal(j, _whole(value), None, last)


def _hyphenated(word: str) -> float | None:
    """Value of "twenty-three", "four-thousand-100"; None where a part is no number."""
    total = current = 0
    word = word.replace("\u2010", "-").replace("\u2011", "-")
    if word.endswith("-and-a-half") and (whole := _hyphenated(word[: -len("-and-a-half")])) is not None:
        return whole + 0.5
    for part in word.removesuffix("-odd").removesuffix("-plus").split("-"):
        if part in SMALL:
            current += SMALL[part]
        elif part.isdecimal():
            current += int(part)
        elif part in MAGNITUDES:
            size = MAGNITUDES[part]
            current = (current or 1) * size
            if size >= 1000:
                total, current = total + current, 0
        else:
            return None
    return total + current


def _words(tokens: Tokens, i: int, opened: float = 0) -> Cardinal | None:
    total, current = 0, opened
    last, j, read_any = 1, i, bool(opened)
    while j < min(tokens.size, i + _LONGEST) and tokens.kind[j] in "wn":
        word = tokens.word[j]
        size = MAGNITUDES.get(word)
        if size and read_any:
            current = (current or 1) * size
            last = size
            if size >= 1000:
                total, current = total + current, 0
        elif word in _SIZES and read_any:  # of the magnitudes nothing is left here
            current, last = current * _SIZES[word], _SIZES[word]
        elif word == "and" and read_any and last > 1 and _part(tokens, j + 1) is not None:
            j += 1
            continue
        elif word == "and" and read_any and last == 1 and tokens.matches(j, ("and", "a", "half")):
            current, j = current + 0.5, j + 3
            continue
        elif j > i and tokens.word[j - 1] in TENS and 0 < ONES.get(word, 0) < 10:
            current += ONES[word]  # "thirty one"
        elif (part := _part(tokens, j)) is not None and (not read_any or last > 1):
            current += part
            if not read_any and "-" in word and part >= 1000:
                last = 1
            read_any, last = True, 1 if part else last
        else:
            break
        j += 1
    return Cardinal(j, _whole(total + current), None, last) if read_any else None


def _part(tokens: Tokens, j: int) -> float | None:
    word = _word(tokens, j)
    if word in SMALL:
        return SMALL[word]
    return _hyphenated(word) if "-" in word and tokens.kind[j] == "w" else None


_HALVES = {("a", "dozen"): 6, ("a", "million"): 500_000, ("a", "billion"): 500_000_000, ("a", "thousand"): 500}


def _with_article(tokens: Tokens, i: int) -> Cardinal | None:
    """ "a hundred", "an estimated" (none), "half a dozen", "a quarter of a million"."""
    word, after = tokens.word[i], _word(tokens, i + 1)
    if word == "half":
        value = _HALVES.get((after, _word(tokens, i + 2)))
        return Cardinal(i + 3, value, None, 1) if value else None
    if word == "quarter" or after == "quarter":
        i += after == "quarter"
        return Cardinal(i + 4, 250_000, None, 1) if tokens.matches(i, ("quarter", "of", "a", "million")) else None
    if after in MAGNITUDES:
        return _words(tokens, i + 1, 1)
    if after == "dozen" or (after == "score" and _word(tokens, i + 2) == "of"):
        return Cardinal(i + 2, COLLECTIVES[after], None, 1)
    if after in FEW:
        return _few(tokens, i + 2, FEW[after])
    return None


def _few(tokens: Tokens, j: int, floor: float) -> Cardinal | None:
    """ "several", "a few", "a couple", and the unit they multiply, if any."""
    k = j + 1 if _word(tokens, j) == "of" else j
    size = _SIZES.get(_word(tokens, k))
    if not size:
        return Cardinal(j, None, floor, 1)
    after = MAGNITUDES.get(_word(tokens, k + 1))
    if after and after > size:
        return Cardinal(k + 2, None, floor * size * after, after)
    return Cardinal(k + 1, None, floor * size, size)


def _vague_plural(tokens: Tokens, i: int) -> Cardinal:
    floor, j = FLOORS[tokens.word[i]], i + 1
    while _word(tokens, j) == "of" and (_word(tokens, j + 1) in FLOORS):
        floor, j = floor * FLOORS[tokens.word[j + 1]], j + 2
    return Cardinal(j, None, floor, 1)
