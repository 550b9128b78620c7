"""Does every cell hold what its field allows: presence, range, code list, form, uniqueness?"""

import math
from datetime import date

import pyarrow
import pyarrow.compute as pc

from conflict_figures import schema
from conflict_figures.check import lexical
from conflict_figures.check.context import Tables
from conflict_figures.check.finding import Finding
from conflict_figures.check.joins import contains, distinct
from conflict_figures.check.shape import gather
from conflict_figures.schema.read import URI

#: For so few rows it takes longer to load what Arrow groups with than to look at them.
_FEW = 1000


def one(name: str, tables: Tables, field, limit: int | None = None) -> list[Finding]:
    """Check the cells of one column of the table ``name`` against the schema's constraints."""
    column = tables[name][field.name]
    # words of a list or ids of other rows come again and again, and a pattern need not see each of them twice
    values = distinct(column) if field.type == "string" else column
    found: list[Finding] = []
    for rule, mask, what in _masks(field, column, values):
        if not pc.any(mask).as_py():
            continue
        if len(mask) != len(column):
            mask = contains(values.filter(mask), column)
        found += gather(
            name, tables, mask, field.name, rule,
            lambda row, what=what: what.format(_shown(row[field.name])),
            lexical.remedy(field), limit,
        )  # fmt: skip
    return found


def _masks(field, cells, column):
    """Yield ``(rule, mask of what is at fault, message)`` for every constraint of ``field``.

    A mask is one of the ``cells`` or, where those are fewer, one of the values in them, ``column``.
    """
    if field.required and cells.null_count:
        yield "required", pc.is_null(cells), "the cell is empty, and it has to have a value"
    if field.type == "string":
        yield "empty-string", pc.equal(column, ""), "the cell is an empty string; no value is null"
    if field.type == "number":
        yield "finite", pc.invert(pc.is_finite(column)), "{} is not a number that can be counted"
    if field.minimum is not None:
        yield "minimum", pc.less(column, _value(field, field.minimum)), f"{{}} is below {field.minimum}"
    if field.maximum is not None:
        yield "maximum", pc.greater(column, _value(field, field.maximum)), f"{{}} is above {field.maximum}"
    if field.max_length is not None:
        longer = pc.greater(pc.utf8_length(column), field.max_length)
        yield "max-length", longer, f"the cell is longer than {field.max_length} characters"
    if field.min_length is not None:
        shorter = pc.less(pc.utf8_length(column), field.min_length)
        yield "min-length", shorter, f"the cell is shorter than {field.min_length} characters"
    if field.enum is not None:
        codes = pyarrow.array([_value(field, code) for code in field.enum], column.type)
        outside = pc.and_(pc.is_valid(column), pc.invert(pc.is_in(column, value_set=codes)))
        listed = f"the list {field.codes}" if field.codes else "its list"
        yield "enum", outside, f"'{{}}' is not in {listed}"
    if field.pattern is not None:
        matched = pc.match_substring_regex(column, rf"\A(?:{field.pattern})\z")
        yield "pattern", pc.invert(matched), "'{}' has not the form that the field asks for"
    if field.format == "uri":
        yield "format", pc.invert(pc.match_substring_regex(column, rf"\A(?:{URI})\z")), "'{}' is not an address"
    if field.unique:
        yield "unique", repeated(cells), "'{}' stands in another row already"


def repeated(column) -> pyarrow.Array:
    """Return a mask of the cells whose value stands in an earlier row; nulls are not compared."""
    return pc.and_(repeated_rows(pyarrow.table({"value": column})), pc.is_valid(column))


def repeated_rows(table: pyarrow.Table) -> pyarrow.Array:
    """Return a mask of the rows that are the same as an earlier one."""
    columns = table.column_names
    if table.num_rows <= _FEW:
        rows = list(zip(*(column.to_pylist() for column in table.columns), strict=True))
        first = {row: number for number, row in reversed(list(enumerate(rows)))}
        return pyarrow.array([first[row] != number for number, row in enumerate(rows)], pyarrow.bool_())
    if table.group_by(columns).aggregate([]).num_rows == table.num_rows:
        return pyarrow.scalar(False)
    numbers = pc.cast(pyarrow.arange(0, table.num_rows), "int64")
    first = table.append_column("__row", numbers).group_by(columns).aggregate([("__row", "min")])["__row_min"]
    return pc.invert(contains(first, numbers))


def _value(field, written):
    """Return a bound or a code as a cell of the field has it: a schema, being JSON, writes days as text."""
    return date.fromisoformat(written) if field.type == "date" else written


def _shown(value) -> str:
    if isinstance(value, float) and math.isfinite(value) and value == int(value):
        return str(int(value))
    return str(value)
