"""One cell: which guess fits the rule that it breaks and the column in which it stands."""

from collections.abc import Callable

from conflict_figures import schema
from conflict_figures.check import rules
from conflict_figures.check.finding import Finding
from conflict_figures.check.suggest import codes, dates, ids, numbers
from conflict_figures.check.suggest.known import Known
from conflict_figures.schema import Field

#: A longer cell is a text or a slip of the paste, and no guess is made.
LONGEST = 200
#: Columns that hold a date in EDTF.
EDTF = frozenset((rule.table, rule.column) for rule in rules.every() if rule.name == "edtf_valid")


def near(finding: Finding, known: Known) -> str | None:
    """What the cell of ``finding`` was probably meant to hold, or None."""
    if not finding.value or len(finding.value) > LONGEST or finding.table not in schema.table_names():
        return None
    definition = schema.table(finding.table)
    if finding.column not in definition.field_names:
        return None
    field = definition.field(finding.column)
    guess = _guess(finding.rule, field, known, definition)
    found = None if guess is None else guess(finding.value)
    return None if found == finding.value else found


def _guess(rule: str, field: Field, known: Known, definition) -> Callable[[str], str | None] | None:
    if rule == "enum" and field.enum is not None:
        return lambda cell: codes.near(cell, field)
    if rule == "type":
        return {"boolean": codes.truth, "integer": numbers.whole, "number": numbers.any_number, "date": dates.day}.get(field.type)
    if rule == "edtf_valid":
        return dates.edtf
    if rule in ("foreign-key", "link_points_at_rows"):
        return lambda cell: ids.near(cell, field, definition, known)
    if rule == "pattern" and field.format == "uri":
        return ids.address
    if rule == "pattern" and (definition.name, field.name) in EDTF:
        return dates.edtf
    if rule == "pattern":
        return lambda cell: ids.form(cell, field, definition, known)
    if rule == "speaker_is_its_actor":
        return lambda cell: (actor := known.actor_called(cell)) and f"{actor} as {field.name}_id"
    if rule == "format" and field.format == "uri":
        return ids.address
    if rule == "unit_in_singular":
        return codes.unit
    if rule == "money_in_currency":
        return codes.currency
    return None
