"""The cells beside a faulty one: enough of a row to know it again, and no more."""

from collections.abc import Mapping

from conflict_figures import schema

#: How many cells are shown on each side of the faulty one.
BESIDE = 2
#: The longest text of a cell that is kept; a report is no place for a whole article.
LONGEST = 120


def around(name: str, record: Mapping[str, object], column: str | None) -> tuple[tuple[str, str | None], ...]:
    """Return a few cells of one row of the table ``name`` as ``(column, text)``: its key, the faulty cell, those beside it.

    A fault of the whole row gives the key and the first cells. ``record`` may hold typed values or the text of a file.

    >>> around("actors", {"actor_id": "a.b", "name": "B", "kind": "outlt", "country_iso3": None, "aliases": None}, "kind")
    (('actor_id', 'a.b'), ('name', 'B'), ('kind', 'outlt'), ('country_iso3', None), ('aliases', None))
    """
    names = list(record)
    key = schema.table(name).primary_key if name in schema.table_names() else ()
    at = names.index(column) if column in names else 0
    shown = [one for k, one in enumerate(names) if one in key or abs(k - at) <= BESIDE]
    return tuple((one, text(record[one])) for one in shown)


def text(value: object) -> str | None:
    """Return a cell as the text of a CSV, shortened; ``None`` where it is empty.

    >>> text(4700.0), text(True), text("x" * 500)[-2:]
    ('4700', 'true', 'x…')
    """
    if value is None or value == "":
        return None
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    said = str(value)
    return said if len(said) <= LONGEST else said[:LONGEST] + "…"
