"""The codebook's rules as named expressions, each over one table or across tables.

A rule is a function that returns a mask of the rows that break it (null counts as false). The rules
that a schema lists under ``rules`` read one row alone, and pandera checks them too; those marked
``across=True`` read other rows or tables, or no schema lists them, and only this checker knows them.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from importlib import import_module

import pyarrow

from conflict_figures.check.context import Tables
from conflict_figures.check.finding import Finding
from conflict_figures.check.shape import gather

_MODULES = ("spans", "bounds", "units", "days", "provenance", "voices", "links", "parts", "chains")
_REGISTRY: list["Rule"] = []


@dataclass(frozen=True)
class Rule:
    """One rule of one table.

    ``message`` and ``remedy`` are what a finding says; ``{column}`` in a message is the row's value.
    ``needs`` names other tables that have to be given for the rule to be applied, because it asks what is missing there;
    ``looks_up`` those in which it looks for rows, given or released. ``severity`` is ``warning`` for what may well be right.
    """

    name: str
    table: str
    column: str | None
    message: str
    remedy: str
    mask: Callable[[Tables], pyarrow.Array]
    needs: tuple[str, ...] = ()
    looks_up: tuple[str, ...] = ()
    across: bool = False
    severity: str = "error"

    def applies(self, tables: Tables) -> bool:
        """Say whether the tables are at hand that the rule reads."""
        return self.table in tables and all(map(tables.__contains__, self.needs)) and all(map(tables.knows, self.looks_up))


def rule(
    name: str,
    table: str,
    column: str | None,
    message: str,
    remedy: str,
    needs: tuple[str, ...] = (),
    looks_up: tuple[str, ...] = (),
    across: bool = False,
    severity: str = "error",
):
    """Register the decorated function as the mask of a rule; it is called with all tables."""

    def register(mask):
        beyond = across or bool(needs) or bool(looks_up)
        _REGISTRY.append(Rule(name, table, column, message, remedy, mask, needs, looks_up, beyond, severity))
        return mask

    return register


@cache
def every() -> tuple[Rule, ...]:
    """Return every rule there is."""
    for module in _MODULES:
        import_module(f"{__name__}.{module}")
    return tuple(_REGISTRY)


def ask(one: Rule, tables: Tables, limit: int | None = None) -> list[Finding]:
    """Apply one rule, if the tables that it reads are at hand."""
    if not one.applies(tables) or not tables[one.table].num_rows:
        return []
    return gather(
        one.table, tables, one.mask(tables), one.column, one.name,
        lambda row: one.message.format(**{key: _shown(value) for key, value in row.items()}),
        one.remedy, limit, one.severity,
    )  # fmt: skip


def _shown(value) -> str:
    if isinstance(value, float) and value.is_integer():
        return f"{int(value):,}"
    return "nothing" if value is None else str(value)
