"""Cells that could not be read: a rule says nothing of a row where a cell that it reads is one of them.

Such a cell is null in its table, and has its own finding. Without this, a number that cannot be read would be missing as well,
and a row whose key cannot be read would not be there for those that point at it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import pyarrow
import pyarrow.compute as pc

from conflict_figures import schema
from conflict_figures.check.joins import contains, marked


@dataclass(frozen=True)
class Unread:
    """The cells that could not be read of some tables.

    ``rows`` gives them by table and column; ``absent`` the columns of a table of which no cell is there. ``tables`` are the
    tables as they are checked.
    """

    tables: Mapping[str, pyarrow.Table]
    rows: Mapping[str, Mapping[str, Sequence[int]]]
    absent: Mapping[str, frozenset[str]]
    _ids: dict[tuple[str, str], pyarrow.Array] = field(default_factory=dict, repr=False, compare=False)

    def silence(self, mask, rule: str, name: str, column: str | None):
        """Return ``mask``, which a rule gives of the table ``name``, without the rows of which the rule can say nothing."""
        from conflict_figures.check.reads import read_by

        for table, read in sorted(read_by(rule, name, column)):
            if read in self.absent.get(table, ()):
                return pc.and_(mask, False)
            rows = self.rows.get(table, {}).get(read, ())
            if not len(rows):
                continue
            if table == name:
                mask = pc.and_not(mask, marked(self.tables[name].num_rows, rows))
            elif len(ids := self._of(table, read)):
                for pointing in _id_columns(name, self.tables[name]):
                    mask = pc.and_not(mask, contains(ids, self.tables[name][pointing]))
        return mask

    def mask(self, name: str, column: str) -> pyarrow.Array | None:
        """Return a mask of the rows in which a cell was not read, ``None`` where all were."""
        count = self.tables[name].num_rows
        if column in self.absent.get(name, ()):
            return pyarrow.repeat(True, count)
        rows = self.rows.get(name, {}).get(column, ())
        return marked(count, rows) if len(rows) else None

    def _of(self, name: str, column: str) -> pyarrow.Array:
        """Return the ids in the rows where ``column`` was not read: what rules of other tables may miss there."""
        if (name, column) not in self._ids:
            rows = self.tables[name].take(pyarrow.array(self.rows[name][column], pyarrow.int64()))
            parts = [pc.unique(rows[one]).drop_null() for one in _id_columns(name, rows)]
            self._ids[name, column] = pc.unique(pyarrow.chunked_array(parts, pyarrow.string()))
        return self._ids[name, column]


def _id_columns(name: str, table: pyarrow.Table) -> list[str]:
    """Return the columns with the ids of a row: its key, and what it points at."""
    from conflict_figures.check.keys import references

    columns = {*schema.table(name).primary_key, *(column for column, _, _ in references(name))}
    return sorted(column for column in columns if table[column].type == pyarrow.string())
