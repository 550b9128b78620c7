"""What is left of a row that was withdrawn: why, since when, and what it said."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from conflict_figures import dataset

if TYPE_CHECKING:
    from rich.text import Text


@dataclass(frozen=True, repr=False)
class Withdrawal:
    """A row that the dataset has no more; printed, a few lines to read.

    Attributes
    ----------
    table, key
        Where it stood, and its key.
    withdrawn_in, last_in
        The first version without it, and the last with it: ``cf.load(table, version=last_in)`` has it still.
    reason
        Why it is gone, in a sentence.
    replaced_by
        The key of the row that stands for it now, or None.
    row
        What it said, column to value; empty where that may not be published any more.
    """

    table: str
    key: str
    withdrawn_in: str
    last_in: str
    reason: str
    replaced_by: str | None
    row: dict

    def __str__(self) -> str:
        return self.__rich__().plain

    def __repr__(self) -> str:
        return str(self)

    def __rich__(self) -> Text:
        from rich.text import Text

        page = Text()
        page.append(self.key, style="bold").append(f"  withdrawn from {self.table} in {self.withdrawn_in}\n\n")
        page.append(f"{self.reason}\n")
        if self.replaced_by:
            page.append(f"{self.replaced_by} stands for it now\n")
        said = self.row.get("quote") or self.row.get("text") or self.row.get("as_coded")
        if said:
            page.append(f"it said: {said}\n")
        page.append(f"last in version {self.last_in}", style="dim")
        return page


def find(key: str, table: str | None = None) -> Withdrawal | None:
    """Look a key up among the rows that are withdrawn, those of one table or of all; None where it is not among them.

    >>> find("a key that never was") is None
    True
    """
    for row in dataset.read("withdrawn").to_pylist():
        if row["key"] == key and table in (None, row["table"]):
            return Withdrawal(**row | {"row": json.loads(row["row"] or "{}")})
    return None
