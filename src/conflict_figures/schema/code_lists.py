"""Read the code lists: the closed vocabularies, each code with its definition and its crosswalk."""

import csv
import functools
from dataclasses import dataclass

from conflict_figures import _paths
from conflict_figures.errors import UsageError, suggestion

COLUMNS = ("code", "title", "definition", "ucdp", "acled", "gtd", "other")


@dataclass(frozen=True)
class Code:
    """One code. ``ucdp``, ``acled``, ``gtd`` and ``other`` name the nearest term elsewhere, or are empty."""

    code: str
    title: str
    definition: str
    ucdp: str = ""
    acled: str = ""
    gtd: str = ""
    other: str = ""


@functools.cache
def code_list_names() -> tuple[str, ...]:
    """The names of all code lists, sorted."""
    return tuple(sorted(path.stem for path in (_paths.schemas() / "codes").glob("*.csv")))


@functools.cache
def codes(name: str) -> tuple[Code, ...]:
    """The codes of a list in its own order; UsageError for a name that is none.

    >>> [code.code for code in codes("basis")]
    ['stated', 'derived', 'coder']
    """
    if name not in code_list_names():
        raise UsageError(f"there is no code list {name!r}", remedy=suggestion(str(name), code_list_names(), "code list"))
    with open(_paths.schemas() / "codes" / f"{name}.csv", encoding="utf-8", newline="") as lines:
        return tuple(Code(**row) for row in csv.DictReader(lines))
