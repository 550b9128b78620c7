"""The first line of a table: which column of the schema stands where, and what is wrong with the names."""

from collections.abc import Sequence
from dataclasses import dataclass

from conflict_figures import schema
from conflict_figures.check.finding import Finding
from conflict_figures.check.reading.sheet import fault, shown

#: More columns than the table has, from which on the file is no such table and the columns are not named one by one.
SURPLUS = 100
_DELIMITERS = {";": "semicolons", "\t": "tabs", "|": "bars"}


@dataclass(frozen=True)
class Header:
    """``index`` gives the place of each readable column, from 0; without any the rows cannot be read. ``width`` counts the columns."""

    index: dict[str, int]
    findings: tuple[Finding, ...]
    width: int = 0


def compare(name: str, path: str, found: Sequence[str], line: int | None = 1) -> Header:
    """Compare the names in a file with the columns of the table ``name``.

    A name that differs by capitals, blanks or hyphens alone is reported and read as what it means. A column that stands
    there twice is read where it stands first.
    """
    wanted, written = schema.table(name).field_names, schema.table(name).written_names
    if tuple(found) in (wanted, written):
        return Header({column: place for place, column in enumerate(found)}, (), len(found))
    refused = _refused(name, path, found, wanted, line)
    if refused is not None:
        return Header({}, (refused,))
    index: dict[str, int] = {}
    findings: list[Finding] = []

    def say(rule: str, column: str | None, place: int | None, message: str, remedy: str) -> None:
        position = None if place is None else place + 1
        value = None if place is None else shown(found[place])
        findings.append(fault(name, path, rule, message, remedy, line, column=column, position=position, value=value))

    for place, column in enumerate(found):
        if column in wanted and column not in index:
            index[column] = place
        elif column in wanted:
            say("column-twice", column, place, "the column stands there twice", "Delete one")
    unknown = [place for place, column in enumerate(found) if column not in wanted]
    for place in unknown:
        meant = _plain(found[place])
        if meant in wanted and meant not in index:
            index[meant] = place
            say("column-name", meant, place, f"the column is called '{shown(found[place])}'", f"Call it {meant}")
    for column in written:
        if column not in index:
            say("column-missing", column, None, "the column is missing", "Add it; its cells may be empty")
    for place in unknown:
        if not found[place].strip():
            say("column-unnamed", None, place, f"column {place + 1} has no name", "Name it, or delete it")
        elif place not in index.values():
            say("column-unknown", shown(found[place]), place, "the schema has no such column", _instead(_plain(found[place]), wanted))
    if not findings:
        say("column-order", None, None, "the columns are in another order", f"Write {','.join(written)}")
    return Header(index, tuple(findings), len(found))


def _refused(name: str, path: str, found: Sequence[str], wanted: tuple[str, ...], line: int | None) -> Finding | None:
    """Return the one finding about names that are none of this table, or ``None``."""
    if len(found) > len(wanted) + SURPLUS:
        message = f"the file has {len(found):,} columns where the table {name} has {len(wanted)}"
        return fault(name, path, "columns-too-many", message, "Delete the columns that the table does not have", line)
    if any(_plain(column) in wanted for column in found):
        return None
    for sign, called in _DELIMITERS.items():
        if len(found) == 1 and sign in found[0]:
            remedy = "Save the file as CSV with commas between the cells"
            return fault(name, path, "delimiter", f"the cells are parted by {called}, not by commas", remedy, line)
    message = f"the first line names no column of the table {name}; it reads '{shown(','.join(map(shown, found)))}'"
    return fault(name, path, "header", message, f"Begin the file with the line {','.join(schema.table(name).written_names)}", line)


def _plain(column: str) -> str:
    return column.strip().strip("\ufeff").casefold().replace(" ", "_").replace("-", "_")


def _instead(column: str, wanted: tuple[str, ...]) -> str:
    from difflib import get_close_matches

    near = get_close_matches(column[:80], wanted, n=1)
    return f"Call it {near[0]}, or delete it" if near else "Delete or rename it"
