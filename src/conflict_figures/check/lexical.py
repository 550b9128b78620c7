"""What a cell of text may look like, before anything is cast.

Readers disagree about ``' 2022-01-01'``, ``0x10``, ``1e3`` and ``True``; one of them will take each for
a value. These patterns take none of them, so that every reader of a published file sees the same.
"""

import re
from datetime import date

#: The only spelling of each type; ``[0-9]``, because ``\\d`` also matches digits of other scripts.
PATTERNS = {
    "integer": r"^(0|-?[1-9][0-9]{0,17})$",
    "number": r"^-?(0|[1-9][0-9]*)(\.[0-9]+)?$",
    "boolean": r"^(true|false)$",
    "date": r"^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$",
}
_WORDS = {"integer": "a whole number", "number": "a number", "boolean": "true or false", "date": "a day"}
_EXAMPLES = {
    "integer": "Write it as 4700, without separators",
    "number": "Write it as 4700 or 2.5, without separators",
    "boolean": "Write true or false",
    "date": "Write it as 2025-04-30",
}
_COMPILED = {kind: re.compile(pattern[1:-1]) for kind, pattern in PATTERNS.items()}


def fault(kind: str, cell: str) -> bool:
    """Say whether ``cell`` is not a value of the type ``kind``; any text is a string.

    >>> fault("integer", "0x10"), fault("integer", "16"), fault("date", "2025-02-30")
    (True, False, True)
    """
    if kind not in _COMPILED:
        return False
    return not _COMPILED[kind].fullmatch(cell) or (kind == "date" and _day(cell) is None)


def cast(kind: str, cell: str) -> object:
    """Return the value that ``cell`` spells, ``None`` for an empty cell; the cell must have no fault.

    >>> cast("number", "2.5"), cast("boolean", "true"), cast("integer", "")
    (2.5, True, None)
    """
    if cell == "":
        return None
    if kind == "integer":
        return int(cell)
    if kind == "number":
        return float(cell)
    if kind == "boolean":
        return cell == "true"
    return _day(cell) if kind == "date" else cell


def cell_fault(field, cell: str) -> str | None:
    """Return what is wrong with ``cell`` as a value of the schema's ``field``, or ``None``.

    Covers type, presence, code list, pattern and range: what one cell alone can show.
    """
    if cell == "":
        return "is empty, and it has to have a value" if field.required else None
    if fault(field.type, cell):
        return f"is '{cell}', not {_WORDS[field.type]}"
    value = cast(field.type, cell)
    if field.enum is not None and value not in field.enum:
        return f"is '{cell}', which is not in {f'the list {field.codes}' if field.codes else 'its list'}"
    if field.pattern is not None and not re.fullmatch(field.pattern, cell):
        return f"is '{cell}', which is not of the form {field.pattern}"
    if field.max_length is not None and len(cell) > field.max_length:
        return f"is longer than {field.max_length} characters"
    if field.min_length is not None and len(cell) < field.min_length:
        return f"is shorter than {field.min_length} characters"
    if field.minimum is not None and value < field.minimum:
        return f"is {cell}, below {field.minimum}"
    if field.maximum is not None and value > field.maximum:
        return f"is {cell}, above {field.maximum}"
    return None


def remedy(field) -> str:
    """Return what to do about a cell of ``field``, in one phrase."""
    if field.enum is not None:
        shown = ", ".join(map(str, field.enum[:12])) + (", …" if len(field.enum) > 12 else "")
        return f"Use one of {shown}"
    if field.type in _EXAMPLES:
        return _EXAMPLES[field.type]
    return f"Write it like {field.example}" if field.example else "See the data dictionary"


def _day(cell: str) -> date | None:
    try:
        return date.fromisoformat(cell)
    except ValueError:
        return None
