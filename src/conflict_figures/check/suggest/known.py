"""What is known already: the ids and the actors of the contribution and of the released dataset."""

from collections.abc import Mapping
from functools import cached_property
from typing import TYPE_CHECKING

from conflict_figures.check.suggest.spelling import bare, nearest

if TYPE_CHECKING:
    import pyarrow

#: Distinct unknown ids for which a near one is looked for; each look goes through all ids that are known.
LOOKS = 20
#: More candidates than this look all alike, as the numbered ids of one source do, and none of them is the nearest.
CANDIDATES = 500


class Known:
    """The ids and names of a contribution and of the release, read when they are first asked for."""

    def __init__(self, tables: "Mapping[str, pyarrow.Table]") -> None:
        self._tables = tables
        self._looks = 0

    def nearest_id(self, word: str, table: str, column: str) -> str | None:
        """The id of ``table`` that is nearest to ``word``, of the contribution before the release."""
        if self._looks >= LOOKS:
            return None
        self._looks += 1
        for rows in self._both(table):
            found = _near_id(word, rows[column])
            if found:
                return found
        return None

    def actor_called(self, words: str) -> str | None:
        """The id of the one actor whose name or alias is ``words``; None for nobody, or for two.

        Case, accents and punctuation do not count.
        """
        ids = self._named.get(bare(words), ())
        return ids[0] if len(ids) == 1 else None

    @cached_property
    def _named(self) -> dict[str, list[str]]:
        named: dict[str, list[str]] = {}
        own: set[str] = set()
        for rows in self._both("actors"):
            before = set(named)
            for row in rows.select(["actor_id", "name", "aliases", "kind"]).to_pylist():
                if row["actor_id"] is None or row["actor_id"] in own or row["kind"] == "unknown":
                    continue
                own.add(row["actor_id"])
                for name in {bare(name) for name in (row["name"] or "", *(row["aliases"] or "").split("; "))} - {"", *before}:
                    named.setdefault(name, []).append(row["actor_id"])
        return named

    def _both(self, table: str) -> "list[pyarrow.Table]":
        """The table of the contribution, where it has one, and that of the release."""
        from conflict_figures import dataset
        from conflict_figures.errors import InputError

        found = [self._tables[table]] if table in self._tables else []
        try:
            return [*found, dataset.load(table, backend="pyarrow")]
        except InputError:
            # a checkout that was never built has no release to know
            return found


def _near_id(word: str, column: "pyarrow.ChunkedArray") -> str | None:
    """The nearest of the ids in ``column``: those alone are compared that share a half with ``word`` and are about as long."""
    import pyarrow.compute as pc

    half = max(2, len(word) // 2)
    column = column.cast("string")
    alike = pc.or_(pc.starts_with(column, word[:half]), pc.ends_with(column, word[-half:]))
    # known ids have no capitals
    alike = pc.or_(alike, pc.equal(column, word.strip().lower()))
    if (pc.sum(alike).as_py() or 0) > 20 * CANDIDATES:
        return None
    column = column.filter(alike)
    close = pc.less_equal(pc.abs(pc.subtract(pc.utf8_length(column), len(word))), 3)
    candidates = pc.unique(column.filter(close)).to_pylist()
    return nearest(word, candidates) if len(candidates) <= CANDIDATES else None

