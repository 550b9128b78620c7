"""Ids and addresses: a name where an id belongs, an id that is almost there, capitals and blanks in an id."""

import re
import unicodedata

from conflict_figures.check.suggest.known import Known
from conflict_figures.schema import Field, Table


def near(cell: str, field: Field, table: Table, known: Known) -> str | None:
    """The known id that ``cell`` was meant to be: that of the actor it names, or the nearest in spelling."""
    target = _target(field, table)
    if target is None:
        return None
    if target[0] == "actors":
        called = known.actor_called(cell)
        if called:
            return called
    return known.nearest_id(cell, *target)


def form(cell: str, field: Field, table: Table, known: Known) -> str | None:
    """The id that a cell of another form was meant to be: a known one where it points at a row, else its words as an id.

    Only the form of ids is known here; for any other pattern there is no guess.
    """
    if _target(field, table) is not None:
        return near(cell, field, table, known)
    if field.pattern is None or not field.name.endswith("_id"):
        return None
    made = as_id(cell)
    return made if made and re.fullmatch(field.pattern, made) else None


def as_id(words: str) -> str:
    """Words in the form of an id: small letters and digits, joined by single hyphens; points stay.

    >>> as_id(" Ministry_of Défense.F12 ")
    'ministry-of-defense.f12'
    """
    plain = "".join(letter for letter in unicodedata.normalize("NFKD", words) if not unicodedata.combining(letter)).lower()
    return re.sub(r"-*\.[-.]*", ".", re.sub(r"[^a-z0-9.]+", "-", plain)).strip("-.")


def address(cell: str) -> str | None:
    """The address of a page where only its scheme is missing or a blank is in it.

    >>> address("www.example.org/a"), address("https://example.org/a b"), address("see the page")
    ('https://www.example.org/a', 'https://example.org/a%20b', None)
    """
    text = cell.strip().replace(" ", "%20")
    if re.match(r"[A-Za-z][A-Za-z0-9+.-]*://[^/%]+\.", text):
        return text
    return f"https://{text}" if re.match(r"[a-z0-9-]+(\.[a-z0-9-]+)+(/|$)", text.lower()) else None


def _target(field: Field, table: Table) -> tuple[str, str] | None:
    """The table and column that a column points at."""
    for key in table.foreign_keys:
        if field.name in key.fields:
            return key.reference_table, key.reference_fields[key.fields.index(field.name)]
    return ("figures", "figure_id") if table.name == "links" and field.name in ("subject_id", "object_id") else None
