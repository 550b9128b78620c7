"""Compile all tables to the data dictionary, one page of Markdown."""

from conflict_figures.schema.code_lists import codes
from conflict_figures.schema.read import Field, Table, package, table, table_names

_CROSSWALK = {"ucdp": "UCDP", "acled": "ACLED", "gtd": "GTD", "other": "Elsewhere"}
_INTRODUCTION = """\
<!-- Generated from schemas/. Change the schemas and build again. -->

# Data dictionary

{description}

Each table is published as CSV and as Parquet. In CSV an empty cell means that there is no value, a
boolean is `true` or `false`, a date is `YYYY-MM-DD`, and a string is never empty. A column marked
**required** has no empty cells. What rows mean, and when there is one, is explained in the
[codebook](codebook.md).
"""


def data_dictionary() -> str:
    """The data dictionary: every table, column, rule and code, with their definitions.

    >>> data_dictionary().splitlines()[2]
    '# Data dictionary'
    """
    tables = [table(name) for name in table_names()]
    parts = [
        _INTRODUCTION.format(description=package()["description"]),
        "## Tables\n",
        _grid(
            ["Table", "One row is", "Key"],
            [[f"[`{t.name}`](#{t.name})", _first_sentence(t.description), _names(t.primary_key)] for t in tables],
        ),
        *(_table(definition) for definition in tables),
        "## Code lists\n",
        *(_code_list(name) for name in _lists_in_use(tables)),
    ]
    return "\n".join(parts)


def _table(definition: Table) -> str:
    parts = [f"## {definition.name}\n", definition.description + "\n", f"Key: {_names(definition.primary_key)}.\n"]
    for key in definition.foreign_keys:
        target = f"`{key.reference_table}.{'`, `'.join(key.reference_fields)}`"
        parts.append(f"{_names(key.fields)} is found in {target} where it is filled.\n")
    rows = [[f"`{f.name}`", _kind(f), _meaning(f), f"`{_one_line(f.example)}`", f.standard_term or ""] for f in definition.fields]
    parts.append(_grid(["Column", "Type", "Meaning", "Example", "Standard term"], rows))
    if definition.rules:
        said = {code.code: code.definition for code in codes("row_rule")}
        parts.append("Every row keeps these rules:\n")
        parts.append("".join(f"- `{rule}`: {said[rule]}\n" for rule in definition.rules))
    return "\n".join(parts)


def _kind(field: Field) -> str:
    """Type and constraints in one cell."""
    notes = [field.type]
    if field.required:
        notes.append("**required**")
    if field.unique:
        notes.append("unique")
    if field.codes:
        notes.append(f"[codes](#{_anchor(field.codes)})")
    elif field.enum:
        notes.append("one of " + _names(field.enum))
    if field.format:
        notes.append(f"format {field.format}")
    if field.unit:
        notes.append(f"unit: {field.unit}")
    for label, bound in (("minimum", field.minimum), ("maximum", field.maximum)):
        if bound is not None:
            notes.append(f"{label} {bound}")
    if field.min_length is not None:
        notes.append(f"at least {field.min_length} code points")
    if field.max_length is not None:
        notes.append(f"at most {field.max_length} code points")
    return "; ".join(notes)


def _meaning(field: Field) -> str:
    form = f" Form: `{field.pattern}`" if field.pattern else ""
    return f"**{field.title}.** {field.description}{form}"


def _code_list(name: str) -> str:
    listed = codes(name)
    # a crosswalk column that is empty for the whole list would only take room
    used = [column for column in _CROSSWALK if any(getattr(code, column) for code in listed)]
    rows = [[f"`{c.code}`", c.title, c.definition, *(getattr(c, column) for column in used)] for c in listed]
    head = ["Code", "Title", "Definition", *(_CROSSWALK[column] for column in used)]
    return f"### {_heading(name)}\n\n" + _grid(head, rows)


def _lists_in_use(tables: list[Table]) -> list[str]:
    """Code lists in the order of their first use, the long one of countries last."""
    used = dict.fromkeys(field.codes for one in tables for field in one.fields if field.codes)
    return sorted(used, key=lambda name: name == "country")


def _heading(name: str) -> str:
    return f"Codes: {name}"


def _anchor(name: str) -> str:
    return f"codes-{name}"


def _grid(head: list[str], rows: list[list[str]]) -> str:
    lines = [head, ["---"] * len(head), *rows]
    # a bar would end the cell, also between backticks
    return "".join("| " + " | ".join(_one_line(cell).replace("|", "\\|") for cell in line) + " |\n" for line in lines)


def _one_line(cell) -> str:
    if isinstance(cell, bool):
        return "true" if cell else "false"
    return str(cell).replace("\n", "\\n")


def _names(names) -> str:
    return ", ".join(f"`{name}`" for name in names)


def _first_sentence(text: str) -> str:
    return text.partition(". ")[0].removeprefix("One row is ").removeprefix("One row per ").rstrip(".")
