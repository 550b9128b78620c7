"""Constraints of two versions of a field or table: is what may stand there now less than before, or more?"""

from __future__ import annotations

from collections.abc import Iterator

from conflict_figures.release.difference import Difference

#: A larger number lets less pass, or a smaller one.
_RISING, _FALLING = ("minimum", "minLength", "exclusiveMinimum"), ("maximum", "maxLength", "exclusiveMaximum")
#: What is compared elsewhere: codes one by one.
_ELSEWHERE = "enum"
#: Lists of a table schema whose every member asks something of the rows.
_ASKED = ("foreignKeys", "uniqueKeys", "rules")


def of_field(table: str, field: str, old: dict, new: dict) -> Iterator[Difference]:
    """Compare the constraints of a field, apart from its code list."""
    for name in [*old, *(name for name in new if name not in old)]:
        before, after = old.get(name), new.get(name)
        if name != _ELSEWHERE and before != after and (before or after or name in (*_RISING, *_FALLING)):
            kind = "constraint_tightened" if tighter(name, before, after) else "constraint_loosened"
            yield Difference(kind, table, field, name, old=before, new=after)


def tighter(name: str, old: object, new: object) -> bool:
    """Tell whether fewer values pass a constraint than before. Where that cannot be known, as of two patterns, it is said.

    >>> tighter("minimum", 0, 1), tighter("maximum", None, 9), tighter("required", True, False), tighter("pattern", "a", "b")
    (True, True, False, True)
    """
    if old is None or new is None or isinstance(new, bool):
        return bool(new) if isinstance(new, bool) else new is not None
    try:
        if name in _RISING:
            return new > old  # type: ignore[operator]
        if name in _FALLING:
            return new < old  # type: ignore[operator]
    except TypeError:
        pass
    return True


def of_table(table: str, old: dict, new: dict) -> Iterator[Difference]:
    """Compare what two table schemas ask of whole rows: keys that point elsewhere, keys that are unique, row rules."""
    for name in _ASKED:
        before, after = old.get(name, []), new.get(name, [])
        for one in before:
            if one not in after:
                yield Difference("constraint_loosened", table, aspect=_said(name, one), old=one)
        for one in after:
            if one not in before:
                yield Difference("constraint_tightened", table, aspect=_said(name, one), new=one)


def _said(name: str, one: object) -> str:
    if name == "foreignKeys":
        points = ", ".join(_columns(one["fields"]))
        return f"foreign key {points} to {one['reference'].get('resource') or 'itself'}"
    return f"unique key {', '.join(_columns(one))}" if name == "uniqueKeys" else f"rule {one}"


def _columns(fields: str | list[str]) -> list[str]:
    return [fields] if isinstance(fields, str) else fields
