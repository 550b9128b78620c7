"""The fields of two versions of a table: added, removed, renamed, moved, and what is said of those that both have."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from conflict_figures.release import constraints
from conflict_figures.release.difference import Difference
from conflict_figures.schema import RELEASE_COLUMNS

#: How the values of a field are spelled.
_FORMAT = ("format", "trueValues", "falseValues", "missingValues", "decimalChar", "groupChar", "bareNumber", "categoriesOrdered")
_COMPARED = ("name", "type", "unit", "constraints", "categories", "codes", *_FORMAT)
_SAME = ("name", "example")


def renamed(old: dict, new: dict) -> dict[str, str]:
    """Return the fields that have another name and are otherwise described alike, as old name → new name.

    >>> renamed({"fields": [{"name": "n", "title": "Number"}]}, {"fields": [{"name": "count", "title": "Number"}]})
    {'n': 'count'}
    """
    before, after = _by_name(old), _by_name(new)
    gone = [name for name in before if name not in after]
    come = [name for name in after if name not in before]
    found = {}
    for name in gone:
        # of a field that is not described nothing can be recognised
        alike = [other for other in come if _described(before[name]) and _described(before[name]) == _described(after[other])]
        if len(alike) == 1:
            found[name] = alike[0]
    return found if len(set(found.values())) == len(found) else {}


def compare(table: str, old: dict, new: dict) -> Iterator[Difference]:
    """Compare the fields of two table schemas. The columns that a release itself fills have no place among the others."""
    called = renamed(old, new)
    before = {called.get(name, name): field for name, field in _by_name(old).items()}
    after = _by_name(new)
    for name, field in before.items():
        if name not in after:
            yield Difference("field_removed", table, name, old=field)
    for was, now in called.items():
        yield Difference("field_renamed", table, now, "name", old=was, new=now)
    kept = [name for name in after if name in before and name not in RELEASE_COLUMNS]
    for name in moved([name for name in before if name in kept], kept):
        yield Difference("field_moved", table, name, "position", old=[*before].index(name) + 1, new=[*after].index(name) + 1)
    last = max(([*after].index(name) for name in kept), default=-1)
    for place, (name, field) in enumerate(after.items()):
        if name not in before:
            end = place > last or name in RELEASE_COLUMNS
            yield Difference("field_added" if end else "field_between", table, name, new=field)
        else:
            yield from _one(table, name, before[name], field)


def moved(old: Sequence[str], new: Sequence[str]) -> list[str]:
    """Return which of the same names stand in another order, as few as explain it.

    >>> moved(["a", "b", "c"], ["c", "a", "b"])
    ['c']
    """
    stays = {name for block in SequenceMatcher(None, old, new, autojunk=False).get_matching_blocks() for name in new[block.b : block.b + block.size]}
    return [name for name in new if name not in stays]


def _one(table: str, name: str, old: dict, new: dict) -> Iterator[Difference]:
    if old.get("type") != new.get("type"):
        yield Difference("type_changed", table, name, "type", old=old.get("type"), new=new.get("type"))
    for word in _FORMAT:
        if old.get(word) != new.get(word):
            yield Difference("format_changed", table, name, word, old=old.get(word), new=new.get(word))
    if old.get("unit") != new.get("unit"):
        # to name a unit for the first time, or to leave it out, changes no number
        kind = "unit_changed" if "unit" in old and "unit" in new else "description_changed"
        yield Difference(kind, table, name, "unit", old=old.get("unit"), new=new.get("unit"))
    yield from constraints.of_field(table, name, old.get("constraints", {}), new.get("constraints", {}))
    yield from _codes(table, name, old, new)
    yield from properties(table, name, old, new, _COMPARED)


def properties(table: str | None, field: str | None, old: dict, new: dict, compared: Sequence[str]) -> Iterator[Difference]:
    """Compare the properties that are not compared one by one."""
    for word in [*old, *(word for word in new if word not in old)]:
        if word not in compared and old.get(word) != new.get(word):
            yield Difference("description_changed", table, field, word, old=old.get(word), new=new.get(word))


def _codes(table: str, name: str, old: dict, new: dict) -> Iterator[Difference]:
    before, after = codes(old), codes(new)
    named = new.get("codes") or old.get("codes")
    if (before is None) != (after is None):
        kind = "constraint_tightened" if before is None else "constraint_loosened"
        yield Difference(kind, table, name, "enum", codes=named, old=before and [*before], new=after and [*after])
    if before is None or after is None:
        return
    for code, label in before.items():
        if code not in after:
            yield Difference("code_removed", table, name, "label", code, named, old=label)
    for code, label in after.items():
        if code not in before:
            yield Difference("code_added", table, name, "label", code, named, new=label)
        elif label != before[code]:
            yield Difference("code_relabelled", table, name, "label", code, named, before[code], label)
    kept = [code for code in after if code in before]
    if [code for code in before if code in after] != kept:
        yield Difference("code_moved", table, name, "order", codes=named, old=[*before], new=[*after])


def codes(field: dict) -> dict[str, str | None] | None:
    """Return the codes of a field with their labels, from its ``enum`` and its ``categories``; None where it may hold anything.

    >>> codes({"constraints": {"enum": ["a", "b"]}, "categories": [{"value": "a", "label": "Ay"}]})
    {'a': 'Ay', 'b': None}
    """
    listed, named = field.get("constraints", {}).get("enum"), field.get("categories")
    if listed is None and named is None:
        return None
    labels = {one["value"]: one.get("label") if isinstance(one, dict) else None for one in _objects(named or [])}
    return {str(code): labels.get(code) for code in (listed if listed is not None else labels)}


def _objects(named: list) -> list[dict]:
    return [one if isinstance(one, dict) else {"value": one} for one in named]


def _by_name(schema: dict) -> dict[str, dict]:
    return {field["name"]: field for field in schema.get("fields", ())}


def _described(field: dict) -> dict | None:
    said = {word: value for word, value in field.items() if word not in _SAME}
    return said if said.keys() - {"type"} else None
