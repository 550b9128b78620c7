"""Does every cell hold what its field allows: presence, range, code list, form, uniqueness?"""

import math

import pyarrow
import pyarrow.compute as pc

from conflict_figures import schema
from conflict_figures.check import lexical
from conflict_figures.check.finding import Finding
from conflict_figures.check.shape import gather

#: What a web address has to look like; frictionless asks for a scheme and a host as well.
_URI = r"^[A-Za-z][A-Za-z0-9+.-]*://[^\s/]+[^\s]*$"


def check(name: str, table: pyarrow.Table, limit: int | None = None) -> list[Finding]:
    """Check the cells of one table, column by column, against the schema's constraints.

    ``table`` is as :func:`~conflict_figures.tabular.columns.plain` returns it.
    """
    found: list[Finding] = []
    for field in schema.table(name).fields:
        column = table[field.name].combine_chunks() if table.num_rows else table[field.name]
        for rule, mask, what in _masks(field, column):
            found += gather(
                name, {name: table}, mask, field.name, rule,
                lambda row, what=what, column=field.name: what.format(_shown(row[column])),
                lexical.remedy(field), limit,
            )  # fmt: skip
    return found


def _masks(field, column):
    """Yield ``(rule, mask of the faulty rows, message)`` for every constraint of ``field``."""
    if field.required:
        yield "required", pc.is_null(column), "the cell is empty, and it has to have a value"
    if field.type == "string":
        yield "empty-string", pc.equal(column, ""), "the cell is an empty string; no value is null"
    if field.type == "number":
        yield "finite", pc.invert(pc.is_finite(column)), "{} is not a number that can be counted"
    if field.minimum is not None:
        yield "minimum", pc.less(column, field.minimum), f"{{}} is below {field.minimum}"
    if field.maximum is not None:
        yield "maximum", pc.greater(column, field.maximum), f"{{}} is above {field.maximum}"
    if field.max_length is not None:
        longer = pc.greater(pc.utf8_length(column), field.max_length)
        yield "max-length", longer, f"the cell is longer than {field.max_length} characters"
    if field.min_length is not None:
        shorter = pc.less(pc.utf8_length(column), field.min_length)
        yield "min-length", shorter, f"the cell is shorter than {field.min_length} characters"
    if field.enum is not None:
        codes = pyarrow.array(field.enum, column.type)
        outside = pc.and_(pc.is_valid(column), pc.invert(pc.is_in(column, value_set=codes)))
        listed = f"the list {field.codes}" if field.codes else "its list"
        yield "enum", outside, f"'{{}}' is not in {listed}"
    if field.pattern is not None:
        matched = pc.match_substring_regex(column, rf"\A(?:{field.pattern})\z")
        yield "pattern", pc.invert(matched), "'{}' has not the form that the field asks for"
    if field.format == "uri":
        yield "format", pc.invert(pc.match_substring_regex(column, _URI)), "'{}' is not an address"
    if field.unique:
        yield "unique", repeated(column), "'{}' stands in another row already"


def repeated(column) -> pyarrow.Array:
    """Return a mask of the cells whose value stands in an earlier row; nulls are not compared."""
    numbers = pyarrow.array(range(len(column)), pyarrow.int64())
    table = pyarrow.table({"value": column, "row": numbers})
    first = table.group_by("value").aggregate([("row", "min")])["row_min"]
    later = pc.invert(pc.is_in(numbers, value_set=first.combine_chunks()))
    return pc.and_(later, pc.is_valid(column))


def _shown(value) -> str:
    if isinstance(value, float) and math.isfinite(value) and value == int(value):
        return str(int(value))
    return str(value)
