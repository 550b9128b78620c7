"""The result of reading one text: plain rows at once, DataFrames when they are asked for."""

from collections.abc import Mapping
from functools import cached_property
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import pandas as pd


class Extraction:
    """The tables read from one text.

    ``records`` maps a table's name to its rows (plain dicts with the columns of the schema, made when the table is
    first asked for). Each table is also an
    attribute that gives a typed DataFrame (``.figures``, ``.claims``, ``.dates``, ``.actors``, ``.attributions``,
    ``.links``, ``.sources``), made when first asked for; ``.flat`` is one row per figure.

    >>> from conflict_figures.extract import extract
    >>> found = extract("At least 12 soldiers were killed, the army said.")
    >>> found.records["figures"][0]["value"], found.records["claims"][0]["speaker"]
    (12, 'army')
    """

    def __init__(self, records: Mapping[str, list[dict[str, Any]]]) -> None:
        self.records = records

    def __repr__(self) -> str:
        counts = ", ".join(f"{len(rows)} {name}" for name, rows in self.records.items())
        return f"<Extraction: {counts}>"

    def _frame(self, table: str) -> "pd.DataFrame":
        from ..schema.to_frame import frame
        from ..tabular import to_arrow, written

        return frame(table, written(table, to_arrow({table: self.records[table]})[table]))

    @cached_property
    def sources(self) -> "pd.DataFrame":
        """The one row of the text itself."""
        return self._frame("sources")

    @cached_property
    def claims(self) -> "pd.DataFrame":
        """One row per assertion: quote, start, end, speaker, origin, stance, certainty, …"""
        return self._frame("claims")

    @cached_property
    def figures(self) -> "pd.DataFrame":
        """One row per number, range or vague count."""
        return self._frame("figures")

    @cached_property
    def dates(self) -> "pd.DataFrame":
        """One row per calendar expression of the text, resolved or not."""
        return self._frame("dates")

    @cached_property
    def actors(self) -> "pd.DataFrame":
        """One row per person, body, force, state or outlet."""
        return self._frame("actors")

    @cached_property
    def attributions(self) -> "pd.DataFrame":
        """One row per hop of the chain behind a claim."""
        return self._frame("attributions")

    @cached_property
    def links(self) -> "pd.DataFrame":
        """One row per relation between two claims or two figures."""
        return self._frame("links")

    @cached_property
    def flat(self) -> "pd.DataFrame":
        """One row per figure, with its claim, voices and date joined in."""
        from ..schema.to_frame import frame
        from ..tabular import flat, to_arrow, written

        rows = flat(to_arrow(self.records)).sort_by("start")  # the text's order, not the ids'
        return frame("figures_flat", written("figures_flat", rows))
