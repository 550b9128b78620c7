"""The tables that are checked together, and what is released beside them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from conflict_figures import _paths

if TYPE_CHECKING:
    import pyarrow

    from conflict_figures.check.unread import Unread


@dataclass(frozen=True)
class Released:
    """The released tables, for rows that point at them; a column is read from its Parquet file when it is asked for.

    ``adding`` says that what is checked is to be added to the release, so that no key of it may come again with another row;
    ``pointed_at``, that rows may point at those of the release; ``own``, the batch that rows come from whose ids begin so.

    >>> Released().columns("actors", ["actor_id"]).column_names
    ['actor_id']
    """

    folder: Path = field(default_factory=_paths.data)
    adding: bool = False
    pointed_at: bool = True
    own: str | None = None
    _read: dict[tuple[str, str], pyarrow.ChunkedArray] = field(default_factory=dict, repr=False, compare=False)

    def columns(self, name: str, columns: list[str]) -> pyarrow.Table:
        """Return columns of a released table, codes as strings; no rows where the table is not released."""
        import pyarrow
        from pyarrow import parquet

        from conflict_figures import schema
        from conflict_figures.tabular.columns import plain

        missing = [column for column in columns if (name, column) not in self._read]
        if missing:
            path = self.folder / f"{name}.parquet"
            empty = schema.arrow(name).empty_table().select(missing)
            table = plain(parquet.ParquetFile(path).read(columns=missing) if path.is_file() else empty)
            self._read.update(((name, column), table[column]) for column in missing)
        return pyarrow.table({column: self._read[name, column] for column in columns})


class Tables(Mapping):
    """The tables by name, as ``columns.plain`` returns them; `known` adds the released rows that may be looked up.

    ``unread`` knows the cells that could not be read, of which no rule may speak.
    """

    def __init__(self, given: Mapping[str, pyarrow.Table], released: Released | None = None, unread: Unread | None = None) -> None:
        self._given = dict(given)
        self.released = released
        self.unread = unread

    def but(self, name: str, table: pyarrow.Table) -> Tables:
        """Return the same tables, one of them with more columns."""
        return Tables({**self._given, name: table}, self.released, self.unread)

    def __getitem__(self, name: str) -> pyarrow.Table:
        return self._given[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._given)

    def __len__(self) -> int:
        return len(self._given)

    @property
    def beside(self) -> bool:
        """Whether rows may point at those of the release."""
        return self.released is not None and self.released.pointed_at

    def knows(self, name: str) -> bool:
        """Say whether rows of this table can be looked up."""
        return name in self._given or self.beside

    def known(self, name: str, columns: list[str]) -> pyarrow.Table:
        """Return columns of the rows that are given and, behind them, of those that are released."""
        import pyarrow

        given = self._given.get(name)
        parts = [] if given is None else [pyarrow.table({column: given[column] for column in columns})]
        if self.beside:
            parts.append(self.released.columns(name, columns))
        return pyarrow.concat_tables(parts)
