"""Text of others as one line, which is what every style of citation can carry."""

import unicodedata


def one_line(text: str) -> str:
    """Return ``text`` on one line: white space of any kind as single blanks, nothing that a program acts on and nobody sees.

    RIS ends a field with its line and YAML folds lines; control characters are in no style allowed, and half of a surrogate
    pair is in no encoding a character. Everything else, such as letters of any script, stays as it is.

    >>> one_line(" Troops\\r\\nleave\\tKursk\\x00 ")
    'Troops leave Kursk'
    """
    return " ".join("".join(" " if one.isspace() else one for one in text if one.isspace() or _shown(one)).split())


def _shown(character: str) -> bool:
    # noncharacters, the last two code points of a plane among them, are unassigned for good; YAML and XML refuse them
    return unicodedata.category(character) not in ("Cc", "Cs") and ord(character) & 0xFFFE != 0xFFFE and character != "\ufeff"
