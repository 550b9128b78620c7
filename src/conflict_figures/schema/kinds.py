"""``cf.schema(table, kind=…)``: the definition of a table in the words of another library."""

from conflict_figures.errors import UsageError, suggestion

KINDS = ("pandera", "arrow", "frictionless", "pandas")


def of_kind(table: str = "figures_flat", *, kind: str = "pandera"):
    """The schema of a table, to use in a pipeline of your own.

    Parameters
    ----------
    table
        A table's name; ``cf.tables()`` lists them.
    kind
        ``pandera``: a `pandera.pandas.DataFrameSchema` that validates a typed frame, strict and ordered;
        ``arrow``: a `pyarrow.Schema`; ``frictionless``: a `frictionless.Schema`;
        ``pandas``: a dict from column to dtype.

    Raises
    ------
    InputError
        For a table or kind that does not exist; the message names the closest.

    >>> import conflict_figures as cf
    >>> cf.schema("figures", kind="arrow").field("value").type
    DataType(double)
    >>> frame = cf.schema("figures").validate(cf.load("figures"))
    """
    from conflict_figures import schema

    if kind not in KINDS:
        raise UsageError(f"there is no kind of schema {kind!r}", remedy=suggestion(kind, KINDS, "kind"))
    return getattr(schema, kind)(table)
