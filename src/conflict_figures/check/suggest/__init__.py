"""Turn a fault into the value that was probably meant, where one is near.

One module a kind of mistake, each with small pure functions of the cell; :func:`add` asks those that fit the fault's rule.
Only findings that are listed are looked at, each distinct value once, and no more than ``GUESSES`` of a kind, so a million
faults cost no more than a few hundred.
A suggestion is a guess for a person to judge: nothing is ever corrected by it.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from conflict_figures.check.finding import Finding
from conflict_figures.check.suggest import cells, headers
from conflict_figures.check.suggest.known import Known

if TYPE_CHECKING:
    import pyarrow

__all__ = ["add"]

#: Distinct values of one kind of fault for which a guess is made; a longer list is read by a program and not by a person.
GUESSES = 200


def add(findings: Iterable[Finding], tables: "Mapping[str, pyarrow.Table] | None" = None) -> list[Finding]:
    """Return ``findings`` with a ``suggestion`` wherever the value that was meant is near.

    ``tables`` are those of the contribution: their ids and the names of their actors are known beside those of the released
    dataset. A missing column that an unknown one was meant to be is one fault, and is said once.
    """
    known = Known(tables or {})
    asked: dict[tuple, dict[str | None, str | None]] = {}
    found = []
    for one in headers.join(list(findings)):
        if one.suggestion is None:
            kind = asked.setdefault((one.path, one.table, one.column, one.rule), {})
            if one.value not in kind and len(kind) < GUESSES:
                kind[one.value] = _guess(one, known)
            meant = kind.get(one.value)
            one = replace(one, suggestion=meant) if meant else one
        found.append(one)
    return found


def _guess(one: Finding, known: Known) -> str | None:
    # unknown columns were settled with the missing ones
    if one.rule == "column-unknown":
        return None
    return headers.near(one) if one.rule == "table-name" else cells.near(one, known)
