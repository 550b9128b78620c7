"""The second opinion on typed tables: does pandera accept the frames a user would load?"""

from collections.abc import Mapping

import pyarrow

from conflict_figures import schema
from conflict_figures.check.finding import Finding


def check(tables: Mapping[str, pyarrow.Table]) -> tuple[Finding, ...]:
    """Validate each table as a pandas frame with the dtypes that ``schema.pandas`` states."""
    return tuple(finding for name in schema.table_names() if name in tables for finding in one(name, tables[name]))


def one(name: str, table: pyarrow.Table) -> list[Finding]:
    """Validate one typed table; its faults are findings."""
    import pandera.pandas as pandera

    try:
        schema.pandera(name).validate(frame(name, table), lazy=True)
    except pandera.errors.SchemaErrors as errors:
        return [_finding(name, row) for row in errors.failure_cases.to_dict("records")]
    return []


def frame(name: str, table: pyarrow.Table):
    """Return ``table`` as the frame a user would load, but with codes outside their list still in it."""
    import pandas

    from conflict_figures.schema.to_frame import frame

    beyond = {}
    for number, field in enumerate(schema.table(name).fields):
        if field.type == "string" and field.enum is not None:
            words = table[field.name].cast(pyarrow.string()).to_pylist()
            if not set(words) <= {None, *field.enum}:
                # the exact dtype has no place for such a word: it comes back below, as a dtype that pandera refuses
                beyond[field.name] = pandas.Categorical(words)
                table = table.set_column(number, table.field(number), pyarrow.nulls(table.num_rows, table.field(number).type))
    typed = frame(name, table)
    for column, words in beyond.items():
        typed[column] = words
    return typed


def _finding(name: str, case: dict) -> Finding:
    column = case["column"] if case["column"] != name else None
    row = None if case["index"] is None or case["index"] != case["index"] else f"row {int(case['index'])}"
    return Finding(
        name,
        row,
        None if column is None else str(column),
        f"pandera {case['check']}",
        f"'{case['failure_case']}' does not pass",
        "See the data dictionary",
    )
