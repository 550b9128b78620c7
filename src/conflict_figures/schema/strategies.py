"""Hypothesis strategies: rows and frames that keep every constraint and every row rule of a table.

Use them to test code that takes tables: what they make is valid, odd and small. They need Hypothesis,
which the package does not install for its users.
"""

from datetime import date

from hypothesis import strategies as st

from conflict_figures.schema.read import Field, Table, table
from conflict_figures.schema.row_repairs import repair

# 2**53: beyond it neighbouring whole numbers are one float, and CSV readers that go through floats lose them
_WHOLE = 2**53
# Any text that UTF-8 can hold, without control characters other than the line end.
_LETTERS = st.one_of(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), st.just("\n"))
_DAYS = st.dates(min_value=date(1, 1, 1), max_value=date(9999, 12, 31))


def edtf() -> st.SearchStrategy[str]:
    """Values of the notation that `conflict_figures.edtf` reads.

    >>> from conflict_figures.edtf import is_valid
    >>> from hypothesis import given
    >>> given(edtf())(lambda value: None if is_valid(value) else 1 / 0)()
    """
    point = st.builds(
        lambda day, cut, mark: day.isoformat()[:cut] + mark, _DAYS, st.sampled_from((4, 7, 10)), st.sampled_from(("", "~", "?", "%"))
    )
    season = st.builds("{:04}-{}".format, st.integers(1, 9998), st.integers(21, 24))
    pair = st.tuples(_DAYS, _DAYS).map(sorted)
    closed = pair.map(lambda days: f"{days[0].isoformat()}/{days[1].isoformat()}")
    return st.one_of(point, season, closed, point.map("../{}".format), point.map("{}/..".format))


def cells(field: Field) -> st.SearchStrategy:
    """Cells that keep the constraints of a field; None where it may be empty.

    >>> from conflict_figures.schema import table
    >>> from hypothesis import find
    >>> find(cells(table("links").field("basis")), lambda cell: cell == "coder")
    'coder'
    """
    filled = _filled(field)
    return filled if field.required else st.one_of(st.none(), filled)


def rows(name: str) -> st.SearchStrategy[dict]:
    """Rows of a table as plain records, each by itself valid.

    >>> from hypothesis import find
    >>> find(rows("links"), lambda row: True)["basis"]
    'stated'
    """
    return rows_of(table(name))


def frames(name: str, *, min_size: int = 0, max_size: int = 5):
    """Typed frames of a table that its pandera schema accepts. Foreign keys are not looked after."""
    return frames_of(table(name), min_size=min_size, max_size=max_size)


def records(name: str, *, min_size: int = 0, max_size: int = 5) -> st.SearchStrategy[list[dict]]:
    """Lists of rows with no key twice: what a frame is made of, before pandas."""
    return records_of(table(name), min_size=min_size, max_size=max_size)


def rows_of(definition: Table) -> st.SearchStrategy[dict]:
    """The same as `rows` for any table definition."""
    plain = st.fixed_dictionaries({field.name: cells(field) for field in definition.fields})
    return plain.map(lambda row: repair(definition.name, row) if definition.rules else row)


def records_of(definition: Table, *, min_size: int = 0, max_size: int = 5) -> st.SearchStrategy[list[dict]]:
    """The same as `records` for any table definition."""
    keys = [tuple(definition.primary_key), *((field.name,) for field in definition.fields if field.unique)]
    apart = tuple(
        # a default per loop turn, for the lambda is called after the loop; nulls in a unique column never clash
        lambda row, key=key: tuple(row[column] if row[column] is not None else object() for column in key)
        for key in keys
        if key
    )
    return st.lists(rows_of(definition), min_size=min_size, max_size=max_size, unique_by=apart or None)


def frames_of(definition: Table, *, min_size: int = 0, max_size: int = 5):
    """The same as `frames` for any table definition."""
    return records_of(definition, min_size=min_size, max_size=max_size).map(lambda rows: frame(definition, rows))


def frame(definition: Table, rows: list[dict]):
    """A typed frame from records."""
    import pandas as pd

    from conflict_figures.schema.to_pandas import compile_pandas

    dtypes = compile_pandas(definition.fields)
    return pd.DataFrame({name: pd.Series([row[name] for row in rows], dtype=dtypes[name]) for name in dtypes})


def _filled(field: Field) -> st.SearchStrategy:
    if field.enum:
        return st.sampled_from(field.enum).map(lambda code: date.fromisoformat(code) if field.type == "date" else code)
    if field.type == "string":
        return _strings(field)
    if field.type == "integer":
        least = -_WHOLE if field.minimum is None else field.minimum
        return st.integers(least, _WHOLE if field.maximum is None else field.maximum)
    if field.type == "number":
        return st.floats(field.minimum, field.maximum, allow_nan=False, allow_infinity=False)
    if field.type == "date":
        return st.dates(date.fromisoformat(field.minimum or "0001-01-01"), date.fromisoformat(field.maximum or "9999-12-31"))
    return st.booleans()


def _strings(field: Field) -> st.SearchStrategy[str]:
    if field.pattern and "2[1-4]" in field.pattern:
        # the form of EDTF also fits the 30th of February; only real days are valid
        return edtf()
    if field.format == "uri" and not field.pattern:
        return st.from_regex(r"https://[a-z]{1,8}\.[a-z]{2,3}/[a-z0-9]{0,8}", fullmatch=True)
    least, most = field.min_length or 1, field.max_length
    if field.pattern:
        found = st.from_regex(f"(?a:{field.pattern})", fullmatch=True)
        return found.filter(lambda text: least <= len(text) <= (most or len(text)))
    return st.text(_LETTERS, min_size=least, max_size=most or max(20, least))
