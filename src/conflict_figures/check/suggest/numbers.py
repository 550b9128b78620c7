"""Numbers as people and spreadsheets write them: grouped digits, a decimal comma, words of size, a currency sign."""

import re

# 1,200 · 1.200.000 · 1 200 · 1'200, with any of the blanks that stand between digits
_GROUPED = re.compile(r"([+-]?)([0-9]{1,3})((?:([,.'’_\u0020\u00a0\u2009\u202f])[0-9]{3})(?:\4[0-9]{3})*)")
_DECIMAL_COMMA = re.compile(r"[+-]?[0-9]+,(?:[0-9]{1,2}|[0-9]{4,})")
_EXPONENT = re.compile(r"[+-]?[0-9]+(?:\.[0-9]+)?[eE]\+?[0-9]{1,2}")
_PLAIN = re.compile(r"[+-]?[0-9]+(?:\.[0-9]+)?")
_SIZES = {"k": 3, "thousand": 3, "tsd": 3, "m": 6, "mn": 6, "mln": 6, "million": 6, "bn": 9, "billion": 9}
_SIZED = re.compile(r"([0-9]+(?:\.[0-9]+)?)\s?(" + "|".join(sorted(_SIZES, key=len, reverse=True)) + r")\.?", re.IGNORECASE)
# what stands about a number and is no part of it
_AROUND = "~≈≥≤<>=$€£₩₴₽ \u00a0\t'\"+"


def any_number(cell: str) -> str | None:
    """The number that ``cell`` spells, as our tables write it. A point before three digits is a decimal point, as it is there.

    >>> [any_number(cell) for cell in ("1,200", "1 200 000", "2,5", "1e3", "$4.5m", "0600", "600 dead")]
    ['1200', '1200000', '2.5', '1000', '4500000', '600', None]
    """
    text = _digits(cell.strip(_AROUND))
    grouped = _GROUPED.fullmatch(text)
    if grouped and not (grouped[4] == "." and grouped[3].count(".") == 1):
        return _written(text.replace(grouped[4], ""))
    if _DECIMAL_COMMA.fullmatch(text):
        return _written(text.replace(",", "."))
    if _EXPONENT.fullmatch(text):
        return _shifted(*re.split("[eE]", text))
    sized = _SIZED.fullmatch(text)
    if sized:
        return _shifted(sized[1], str(_SIZES[sized[2].lower()]))
    # 1,200.50 and 1.200,50
    bare = re.sub(r"(?<=[0-9])([,.])(?=[0-9]{3}(?:\1|[,.]))", "", text).replace(",", ".")
    return _written(bare) if _PLAIN.fullmatch(bare) else None


def whole(cell: str) -> str | None:
    """The whole number that ``cell`` spells; a point before three digits groups them, a fraction that is nothing is left out.

    >>> whole("12.0"), whole("1,024"), whole("1.024"), whole("2.5")
    ('12', '1024', '1024', None)
    """
    if re.fullmatch(r"[1-9][0-9]{0,2}\.[0-9]{3}", cell.strip()):
        return cell.strip().replace(".", "")
    found = any_number(cell)
    return found if found is not None and "." not in found else None


def _digits(text: str) -> str:
    """Digits of any script as 0 to 9: full width, Arabic, Devanagari."""
    return "".join(str(int(letter)) if letter.isdecimal() else letter for letter in text)


def _shifted(number: str, places: str) -> str:
    from decimal import Decimal

    return _written(f"{Decimal(number).scaleb(int(places)):f}")


def _written(number: str) -> str:
    sign = "-" if number.startswith("-") else ""
    first, _, rest = number.lstrip("+-").partition(".")
    rest = rest.rstrip("0")
    first = first.lstrip("0") or "0"
    said = f"{first}.{rest}" if rest else first
    return said if said == "0" else sign + said
