"""``supersedes``: the next running total by the same speaker or body replaces the one before.

:mod:`~conflict_figures.relations.series` says which total follows which. Every rendering of the earlier total that
keeps its measure is superseded by one rendering of the later: the first published that gives the number given most often.
"""

from collections.abc import Iterator

from conflict_figures.relations.series import steps
from conflict_figures.relations.told import Told, link

NAME = "next_total_of_voice"


def find(rows: list[Told], records: dict[str, list[dict]]) -> Iterator[dict]:
    """Yield a link from the later total to every rendering of the earlier one."""
    for earlier, later in steps(rows):
        for row in earlier.renderings:
            if row.figure["measure"] == later.best.figure["measure"]:
                yield link(later.best.id, "supersedes", row.id, "figures", NAME)
