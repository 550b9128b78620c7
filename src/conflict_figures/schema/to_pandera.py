"""Compile a table to a pandera schema: the one that users put into their own pipelines."""

import math

import pandera.pandas as pa

from conflict_figures.schema import rules
from conflict_figures.schema.read import URI, Field, Table, table
from conflict_figures.schema.to_pandas import pandas_dtype


def pandera_schema(name: str) -> pa.DataFrameSchema:
    """The pandera schema of a table: strict and ordered, every check named.

    It judges frames that already have the dtypes of `conflict_figures.schema.pandas`, and converts
    nothing. Do not give it text read from a CSV file: after one cell that will not convert, pandera
    keeps silent about the rest of the column. Foreign keys are beyond a single frame and not checked.

    >>> schema = pandera_schema("links")
    >>> [check.name for check in schema.checks]
    ['not_linked_to_itself', 'derived_names_its_rule', 'parts_are_figures']
    """
    return compile_pandera(table(name))


def compile_pandera(definition: Table) -> pa.DataFrameSchema:
    """The same for any table definition."""
    return pa.DataFrameSchema(
        {field.name: _column(field) for field in definition.fields},
        checks=[_row_rule(rule, definition.name) for rule in definition.rules],
        unique=list(definition.primary_key) or None,
        strict=True,
        ordered=True,
        coerce=False,
        name=definition.name,
        title=definition.title,
        description=definition.description,
    )


def _column(field: Field) -> pa.Column:
    return pa.Column(
        pandas_dtype(field),
        checks=_checks(field),
        nullable=not field.required,
        unique=field.unique,
        title=field.title,
        description=field.description,
    )


def _checks(field: Field) -> list[pa.Check]:
    """The named checks of a column. Names are the constraint's own; a category's codes are its dtype."""
    checks = []
    if field.type == "string" and not field.enum:
        # pandera takes a column of Python objects for one of strings
        checks.append(_check("dtype_exact", "the column has the dtype str", _is_text))
        checks.append(_check("not_empty", "a string is never empty", lambda cells: cells != ""))
    if field.type == "number":
        checks.append(_check("finite", "a number is finite", lambda cells: cells.abs() < math.inf))
    if field.enum and field.type != "string":
        allowed = [_typed(field, value) for value in field.enum]
        checks.append(_check("enum", f"is one of {allowed}", lambda cells: cells.isin(allowed)))
    if field.minimum is not None:
        least = _typed(field, field.minimum)
        checks.append(_check("minimum", f"is at least {least}", lambda cells: cells >= least))
    if field.maximum is not None:
        most = _typed(field, field.maximum)
        checks.append(_check("maximum", f"is at most {most}", lambda cells: cells <= most))
    if field.min_length is not None:
        shortest = field.min_length
        checks.append(_check("minLength", f"has {shortest} code points or more", lambda cells: _lengths(cells) >= shortest))
    if field.max_length is not None:
        longest = field.max_length
        checks.append(_check("maxLength", f"has {longest} code points or fewer", lambda cells: _lengths(cells) <= longest))
    if field.format == "uri":
        checks.append(_check("format", "is an address", _matcher(URI)))
    if field.pattern is not None:
        checks.append(_check("pattern", f"matches {field.pattern}", _matcher(field.pattern)))
    return checks


def _check(name: str, error: str, function) -> pa.Check:
    return pa.Check(function, name=name, error=f"{name}: {error}", ignore_na=True)


def _row_rule(rule: str, table_name: str) -> pa.Check:
    return pa.Check(lambda frame: rules.holds(rule, table_name, frame), name=rule, error=rule, ignore_na=False)


def _is_text(cells) -> bool:
    import pandas as pd

    # any storage will do: where the bytes lie is not the reader's business
    return isinstance(cells.dtype, pd.StringDtype) and cells.dtype.na_value is not pd.NA


def _matcher(pattern: str):
    # \Z by fullmatch: $ alone would let a line end through
    import re

    compiled = re.compile(pattern, re.ASCII)
    return lambda cells: cells.map(lambda cell: compiled.fullmatch(cell) is not None).astype(bool)


def _lengths(cells):
    return cells.astype(object).map(len)


def _typed(field: Field, value):
    """A bound as the cells have it: JSON has no dates."""
    if field.type == "date":
        from datetime import date

        return date.fromisoformat(value)
    return value
