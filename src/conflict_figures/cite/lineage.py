"""From a row to the sources that it was read from."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping

from conflict_figures.cite.editions import Edition
from conflict_figures.cite.sources import Source, source

_WITHDRAWN = "withdrawn"
#: The columns by which a row, of whichever table, leads to its sources.
LEADING = ("source_id", "source_ids", "claim_id", "actor_id", "subject_table", "subject_id", "object_id", "table", "row")


class Lineage:
    """Looks up rows of an edition by key, withdrawn ones too, and follows them to their sources.

    A version has the tables and columns that it was published with; what one has not leads nowhere.
    """

    def __init__(self, edition: Edition) -> None:
        self._edition = edition
        self._read: dict[str, dict[str, dict]] = {}

    def row(self, table: str, key: object) -> dict | None:
        """The row of this key, a withdrawn one as it was last published; None or empty where nothing of it is to be read."""
        return self._rows(table).get(key) or self._gone(table).get(key)

    def tombstones(self) -> list[dict]:
        """The rows of the table of withdrawn rows."""
        return list(self._rows(_WITHDRAWN).values())

    def sources(self, table: str, rows: Iterable[Mapping]) -> tuple[Source, ...]:
        """The sources of rows of a table, by their id; of each row the columns in ``LEADING`` are enough."""
        found = {source_id for row in rows for source_id in self._of(table, row)}
        there = [(source_id, self.row("sources", source_id)) for source_id in sorted(found)]
        return tuple(source(row) for _, row in there if row)

    def _of(self, table: str, row: Mapping) -> list[str]:
        if row.get("source_id"):
            return [row["source_id"]]
        if row.get("source_ids"):
            return row["source_ids"].split("; ")
        if table == "actors":
            return self._of_actors().get(row.get("actor_id"), [])
        if table == _WITHDRAWN:
            return self._of(row["table"], said(row))
        if table == "links" and row.get("subject_table"):
            return [one for end in ("subject_id", "object_id") for one in self._at(row["subject_table"], row[end])]
        return self._at("claims", row.get("claim_id"))

    def _at(self, table: str, key: object) -> list[str]:
        row = self.row(table, key)
        return self._of(table, row) if row else []

    def _of_actors(self) -> dict[str, list[str]]:
        if "by actor" not in self._read:
            by_actor: dict[str, list[str]] = {}
            for hop in self._rows("attributions").values():
                by_actor.setdefault(hop["actor_id"], []).extend(self._of("attributions", hop))
            self._read["by actor"] = by_actor
        return self._read["by actor"]

    def _rows(self, table: str) -> dict:
        if table not in self._read:
            there = table in self._edition.package.tables
            key = self._edition.key(table) if there else ()
            found = self._edition.package.read(table).to_pylist() if there else []
            self._read[table] = {row[key[0]] if len(key) == 1 else tuple(row[one] for one in key): row for row in found}
        return self._read[table]

    def _gone(self, table: str) -> dict:
        name = f"withdrawn {table}"
        if name not in self._read:
            self._read[name] = {one["key"]: said(one) for one in self.tombstones() if one["table"] == table}
        return self._read[name]


def said(tombstone: Mapping) -> dict:
    """Return what a withdrawn row said; nothing where that may not be published any more.

    >>> said({"row": '{"value": 2024}'}), said({"row": None})
    ({'value': 2024}, {})
    """
    return json.loads(tombstone["row"]) if tombstone["row"] else {}
