"""Compile a table to the Table Schema that is published in ``datapackage.json``."""

import copy

from conflict_figures.schema.code_lists import codes
from conflict_figures.schema.read import raw


def table_descriptor(name: str) -> dict:
    """The Table Schema of a table, with nothing left that a reader would have to look up elsewhere.

    Beside what stands in ``schemas/``:

    - code lists are written out, as ``enum`` (which validators enforce) and as ``categories`` (which
      carry a label, and which some validators ignore);
    - patterns are wrapped in a group, for some validators read ``a|b`` as ``^a|b$``;
    - booleans are ``true`` and ``false`` and nothing else.

    The dict is a fresh one each time.

    >>> table_descriptor("links")["fields"][3]["constraints"]
    {'required': True, 'enum': ['claims', 'figures']}
    """
    return compile_descriptor(raw(name))


def compile_descriptor(schema: dict) -> dict:
    """The same for any Table Schema with our extra properties."""
    compiled = copy.deepcopy(schema)
    compiled["fields"] = [_field(field) for field in compiled["fields"]]
    return compiled


def _field(field: dict) -> dict:
    constraints = field.get("constraints", {})
    if "pattern" in constraints:
        constraints["pattern"] = f"(?:{constraints['pattern']})"
    if "codes" in field:
        listed = codes(field["codes"])
        constraints["enum"] = [code.code for code in listed]
        field["categories"] = [{"value": code.code, "label": code.title} for code in listed]
    if constraints:
        field["constraints"] = constraints
    if field["type"] == "boolean":
        field["trueValues"], field["falseValues"] = ["true"], ["false"]
    return field
