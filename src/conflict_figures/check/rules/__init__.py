"""The codebook's rules as named expressions, each over one table or across tables.

A rule is a function that returns a mask of the rows that break it (null counts as false). The rules
that a schema lists under ``rules`` read one row alone, and pandera checks them too; those marked
``across=True`` read other rows or tables, or no schema lists them, and only this checker knows them.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import import_module

import pyarrow

from conflict_figures.check.finding import Finding
from conflict_figures.check.shape import gather

Tables = Mapping[str, pyarrow.Table]

_MODULES = ("spans", "bounds", "days", "provenance", "voices", "links", "chains")
_REGISTRY: list["Rule"] = []


@dataclass(frozen=True)
class Rule:
    """One rule of one table.

    ``message`` and ``remedy`` are what a finding says; ``{column}`` in a message is the row's value.
    ``needs`` names other tables without which the rule cannot be applied.
    """

    name: str
    table: str
    column: str | None
    message: str
    remedy: str
    mask: Callable[[Tables], pyarrow.Array]
    needs: tuple[str, ...] = ()
    across: bool = False


def rule(name: str, table: str, column: str | None, message: str, remedy: str, needs: tuple[str, ...] = (), across: bool = False):
    """Register the decorated function as the mask of a rule; it is called with all tables."""

    def register(mask):
        _REGISTRY.append(Rule(name, table, column, message, remedy, mask, needs, across or bool(needs)))
        return mask

    return register


@cache
def every() -> tuple[Rule, ...]:
    """Return every rule there is."""
    for module in _MODULES:
        import_module(f"{__name__}.{module}")
    return tuple(_REGISTRY)


def apply(name: str, tables: Tables, limit: int | None = None) -> list[Finding]:
    """Apply every rule of the table ``name``; ``tables`` are as ``columns.plain`` returns them."""
    found: list[Finding] = []
    if not tables[name].num_rows:
        return found
    for one in every():
        if one.table == name and all(other in tables for other in one.needs):
            found += gather(
                name, tables, one.mask(tables), one.column, one.name,
                lambda row, one=one: one.message.format(**{key: _shown(value) for key, value in row.items()}),
                one.remedy, limit,
            )  # fmt: skip
    return found


def _shown(value) -> str:
    if isinstance(value, float) and value.is_integer():
        return f"{int(value):,}"
    return "nothing" if value is None else str(value)
