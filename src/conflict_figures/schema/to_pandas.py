"""Compile a table to pandas dtypes."""

import pandas as pd
import pyarrow as pa

from conflict_figures.schema.read import Field, table


def pandas_dtype(field: Field):
    """The pandas dtype of a column.

    Numbers are the nullable ones, so that a whole number with gaps stays whole. Dates are Arrow dates,
    the only dtype that is a day and no instant. A category lists every code of the list, also those
    that no row uses, so that frames of different releases can be put together.

    >>> from conflict_figures.schema import table
    >>> pandas_dtype(table("dates").field("date_prec"))
    Int64Dtype()
    """
    if field.type == "string":
        return pd.CategoricalDtype(list(field.enum)) if field.enum else pd.StringDtype(na_value=float("nan"))
    if field.type == "date":
        return pd.ArrowDtype(pa.date32())
    return {"integer": pd.Int64Dtype(), "number": pd.Float64Dtype(), "boolean": pd.BooleanDtype()}[field.type]


def pandas_dtypes(name: str) -> dict[str, object]:
    """The dtype of every column of a table, in order, as ``DataFrame.astype`` takes them.

    >>> str(pandas_dtypes("sources")["accessed"])
    'date32[day][pyarrow]'
    """
    return compile_pandas(table(name).fields)


def compile_pandas(fields: tuple[Field, ...]) -> dict[str, object]:
    """The dtypes of any fields."""
    return {field.name: pandas_dtype(field) for field in fields}
