"""The two judges of the schema tests: pandera on typed frames, frictionless on CSV text."""

import csv
import io

import pytest


def _cell(value) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    return value if isinstance(value, str) else repr(value) if isinstance(value, float) else str(value)


@pytest.fixture(scope="session")
def pandera_faults():
    """(pandera schema, frame) → sorted names of the checks that failed."""
    from pandera.errors import SchemaErrors

    def faults(schema, frame) -> list[str]:
        try:
            schema.validate(frame, lazy=True)
        except SchemaErrors as errors:
            # a check is reported with its explanation behind its name
            return sorted({str(check).partition(":")[0] for check in errors.failure_cases["check"]})
        return []

    return faults


@pytest.fixture(scope="session")
def frictionless_faults():
    """(frictionless schema, records) → sorted types of the errors found in their CSV."""
    from frictionless import Dialect, Resource, formats

    def faults(schema, records: list[dict]) -> list[str]:
        text = io.StringIO()
        # a bare empty line would be no row at all, so every cell is quoted
        writer = csv.writer(text, lineterminator="\n", quoting=csv.QUOTE_ALL)
        writer.writerow(schema.field_names)
        writer.writerows([_cell(row[name]) for name in schema.field_names] for row in records)
        # without a stated dialect frictionless guesses one from the first rows
        control = formats.CsvControl(delimiter=",", quote_char='"', double_quote=True, skip_initial_space=False, line_terminator="\n")
        resource = Resource(
            text.getvalue().encode(), format="csv", schema=schema.to_copy(), encoding="utf-8", dialect=Dialect(controls=[control])
        )
        report = resource.validate()
        return sorted({error.type for task in report.tasks for error in task.errors} | {error.type for error in report.errors})

    return faults
