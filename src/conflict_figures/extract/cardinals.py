"""Cardinal numbers: digits, words, magnitudes, vague counts → (tokens read, value, floor)."""

from typing import NamedTuple

from .number_words import (
    COLLECTIVES,
    FEW,
    FLOORS,
    FRACTIONS,
    MAGNITUDES,
    ONES,
    OPENERS,
    SMALL,
    SUFFIXES,
    TENS,
    VULGAR,
)
from .tokens import Tokens


def may_open(tokens: Tokens, i: int) -> bool:
    """Return whether a number can start at token ``i``."""
    word = tokens.word[i]
    return tokens.kind[i] == "n" or word in OPENERS or "-" in word and word.partition("-")[0] in _HYPHENATED


class Cardinal(NamedTuple):
    """A number as worded: ``end`` is the token after it; a vague count has a floor and no value."""

    end: int
    value: float | None
    floor: float | None
    magnitude: float  # of the last magnitude word, 1 if none: "4-6 million" shares it


_MOST = 2**53 - 1  # the largest count a float64 column holds exactly; longer digits are codes, not counts
_SIZES = MAGNITUDES | COLLECTIVES | FLOORS  # "three dozens", "several tens of thousands", "5 lakhs"
_HYPHENATED = SMALL.keys() | FRACTIONS.keys()  # "twenty-three", "half-a-million"
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
        if "-" in word or _word(tokens, i + 1) == "quarters":
            return _fraction(tokens, i) or _words(tokens, i)
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


_SEPARATORS = {0xFF0C: ",", 0x066C: ",", 0x066B: ".", 0xFF0E: "."}  # the full-width and the Arabic ones


def digits_value(raw: str) -> float:
    """Return the value of a number written in digits; a comma before one or two digits is a decimal comma.

    >>> digits_value("12,400"), digits_value("1,5"), digits_value("1.25")
    (12400, 1.5, 1.25)
    """
    if raw.isdecimal():
        return int(raw)
    plain = "".join(ch for ch in raw.translate(_SEPARATORS) if ch not in " \u00a0\u202f\u2009'’")
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
        if suffix == "-" and tokens.joined(j + 1):
            return _magnitudes(tokens, j + 1, value) if _word(tokens, j + 1) in MAGNITUDES else _joined(tokens, i, value)
        if suffix in VULGAR:
            return _magnitudes(tokens, j + 1, value + VULGAR[suffix])
    elif tokens.kind[j] == "n" and (part := _written_fraction(tokens, j)):
        return _magnitudes(tokens, j + 3, value + part)  # "1 1/2 million"
    word = tokens.word[j]
    if word in ("mn", "bn", "mln", "tn"):
        return Cardinal(j + 1, _whole(value * SUFFIXES[word]), None, SUFFIXES[word])
    if word == "and" and tokens.matches(j, ("and", "a", "half")) and _word(tokens, j + 3) in MAGNITUDES:
        return _magnitudes(tokens, j + 3, value + 0.5)
    if word in VULGAR:
        return _magnitudes(tokens, j + 1, value + VULGAR[word])
    return _magnitudes(tokens, j, value)


def _joined(tokens: Tokens, i: int, value: float) -> Cardinal:
    """Digits and words joined by hyphens, as agencies wrote them: "18-hundred-and-50", "2-point-5 million"."""
    word = tokens.word[i + 2]
    if word.partition("-")[0] in _JOINERS and (whole := _hyphenated(f"{tokens.word[i]}-{word}")) is not None:
        return _magnitudes(tokens, i + 3, whole)
    return Cardinal(i + 1, _whole(value), None, 1)


_JOINERS = MAGNITUDES.keys() | {"point"}


def _written_fraction(tokens: Tokens, j: int) -> float | None:
    """Value of "1/2" at token ``j``, None where there is no fraction below one."""
    if _word(tokens, j + 1) != "/" or not tokens.joined(j + 1) or not tokens.joined(j + 2) or j + 2 >= tokens.size:
        return None
    part, whole = tokens.raw[j], tokens.raw[j + 2]
    if not (part.isdecimal() and whole.isdecimal() and len(part) == len(whole) == 1 and 0 < int(part) < int(whole)):
        return None
    return int(part) / int(whole)


def _magnitudes(tokens: Tokens, j: int, value: float) -> Cardinal:
    last = 1
    while (size := _SIZES.get(_word(tokens, j))) and size > last:
        value, last, j = value * size, size, j + 1
    if last < 1000:
        return Cardinal(j, _whole(value), None, last)
    if tokens.matches(j, ("and", "a", "half")):
        return Cardinal(j + 3, _whole(value + last / 2), None, last)  # "1 million and a half"
    if j < tokens.size and tokens.kind[j] == "n" and tokens.raw[j].isdecimal():
        rest, size = int(tokens.raw[j]), MAGNITUDES.get(_word(tokens, j + 1), 1)
        if rest * size < last and (size > 1 or len(tokens.raw[j]) == 3 and last == 1000):
            return Cardinal(j + (2 if size > 1 else 1), _whole(value + rest * size), None, 1)  # "5 thousand 300"
    return Cardinal(j, _whole(value), None, last)


def _hyphenated(word: str) -> float | None:
    """Value of "twenty-three", "four-thousand-100", "one-point-five"; None where a part is no number."""
    total = current = 0
    word = word.replace("\u2010", "-").replace("\u2011", "-")
    if word.endswith("-and-a-half") and (whole := _hyphenated(word[: -len("-and-a-half")])) is not None:
        return whole + 0.5
    parts = word.removesuffix("-odd").removesuffix("-plus").split("-")
    if "point" in parts:
        return _decimal(parts)
    for part in parts:
        if part in SMALL:
            current += SMALL[part]
        elif part.isdecimal():
            current += int(part)
        elif part in MAGNITUDES:
            size = MAGNITUDES[part]
            current = (current or 1) * size
            if size >= 1000:
                total, current = total + current, 0
        elif part != "and" or not (total or current):
            return None
    return total + current


def _decimal(parts: list[str]) -> float | None:
    """Value of "one point five", "2-point-75", as words."""
    k = parts.index("point")
    digits = [str(ONES.get(part, part)) for part in parts[k + 1 :]]
    if k == 0 or not digits or not all(digit.isdecimal() for digit in digits):
        return None
    whole = _hyphenated("-".join(parts[:k]))
    return None if whole is None else float(f"{int(whole)}.{''.join(digits)}")


def _words(tokens: Tokens, i: int, opened: float = 0) -> Cardinal | None:
    total, current = 0, opened
    last, j, read_any = 1, i, bool(opened)
    mark, top = None, 0  # where a second number may begin; the magnitude, from a thousand up, read last
    while j < min(tokens.size, i + _LONGEST) and tokens.kind[j] in "wn":
        word = tokens.word[j]
        size = MAGNITUDES.get(word)
        if size and read_any:
            if mark is not None and (current > 99 if size == 100 else 0 < top <= size):
                return Cardinal(*mark)  # "between a hundred | and two hundred"
            current = (current or 1) * size
            last = size
            if size >= 1000:
                total, current, top = total + current, 0, size
        elif word in _SIZES and read_any:  # of the magnitudes nothing is left here
            current, last = current * _SIZES[word], _SIZES[word]
        elif word == "and" and read_any and last > 1 and _part(tokens, j + 1) is not None:
            mark = (j, _whole(total + current), None, last)
            j += 1
            continue
        elif word == "and" and read_any and tokens.matches(j, ("and", "a", "half")):
            current, j = current + (0.5 if last == 1 else last / 2), j + 3
            continue
        elif word == "point" and read_any and last == 1 and 0 <= ONES.get(_word(tokens, j + 1), -1) < 10:
            k = j + 1
            while 0 <= ONES.get(_word(tokens, k), -1) < 10:
                k += 1
            tail = "".join(str(ONES[digit]) for digit in tokens.word[j + 1 : k])
            current, j = float(f"{int(current)}.{tail}"), k
            continue
        elif j > i and tokens.word[j - 1] in TENS and 0 < ONES.get(word, 0) < 10:
            current += ONES[word]  # "thirty one"
        elif (part := _part(tokens, j)) is not None and (not read_any or last > 1):
            if last > 1 and mark is None:
                mark = (j, _whole(total + current), None, last)
            current += part
            size = MAGNITUDES.get(word.rpartition("-")[2], 1)
            read_any, last = True, last if not part else size  # "two-thousand five-hundred"
        else:
            break
        j += 1
    return Cardinal(j, _whole(total + current), None, last) if read_any else None


def _part(tokens: Tokens, j: int) -> float | None:
    word = _word(tokens, j)
    if word in SMALL:
        return SMALL[word]
    return _hyphenated(word) if "-" in word and tokens.kind[j] == "w" else None


def _with_article(tokens: Tokens, i: int) -> Cardinal | None:
    """ "a hundred", "an estimated" (none), "half a dozen", "a quarter of a million", "a half-dozen"."""
    word, after = tokens.word[i], _word(tokens, i + 1)
    if word in FRACTIONS:
        return _fraction(tokens, i)
    if after.partition("-")[0] in FRACTIONS:
        return _fraction(tokens, i + 1)
    if after in MAGNITUDES:
        return _words(tokens, i + 1, 1)
    if after == "dozen" or (after == "score" and _word(tokens, i + 2) == "of"):
        return Cardinal(i + 2, COLLECTIVES[after], None, 1)
    if after in FEW:
        return _few(tokens, i + 2, FEW[after])
    return None


def _fraction(tokens: Tokens, i: int) -> Cardinal | None:
    """A part of a magnitude: "half a dozen", "half-a-million", "three quarters of a million", "quarter-million"."""
    parts: list[str] = []
    for j in range(i, min(i + 5, tokens.size)):
        parts += tokens.word[j].split("-")
        if parts[-1] in MAGNITUDES or parts[-1] == "dozen":
            break
    else:
        return None
    size, times = _SIZES[parts.pop()], 1
    if parts and 0 < ONES.get(parts[0], 0) < 4:
        times = ONES[parts.pop(0)]
    share = FRACTIONS.get(parts[0]) if parts else None
    if share is None or parts[1:] not in ([], ["a"], ["of", "a"]):
        return None
    return Cardinal(j + 1, _whole(times * share * size), None, 1)


def _few(tokens: Tokens, j: int, floor: float) -> Cardinal | None:
    """ "several", "a few", "a couple", and the unit they multiply, if any."""
    k = j + 1 if _word(tokens, j) == "of" else j
    size = _SIZES.get(_word(tokens, k))
    if not size:
        return Cardinal(j, None, floor, 1)
    if _word(tokens, k) in FLOORS:
        plural = _vague_plural(tokens, k)
        return Cardinal(plural.end, None, floor * plural.floor, 1)
    after = MAGNITUDES.get(_word(tokens, k + 1))
    if after and after > size:
        return Cardinal(k + 2, None, floor * size * after, after)
    return Cardinal(k + 1, None, floor * size, size)


def _vague_plural(tokens: Tokens, i: int) -> Cardinal:
    floor, j = FLOORS[tokens.word[i]], i + 1
    while _word(tokens, j) == "of" and (_word(tokens, j + 1) in FLOORS):
        floor, j = floor * FLOORS[tokens.word[j + 1]], j + 2
    return Cardinal(j, None, floor, 1)
