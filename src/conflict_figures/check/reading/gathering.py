"""Put the blocks of a file together: one table, the lines of its rows, and what cannot be read, with its place."""

from collections import Counter, defaultdict
from dataclasses import replace

import numpy
import pyarrow

from conflict_figures import schema
from conflict_figures.check import lexical
from conflict_figures.check.around import around
from conflict_figures.check.finding import Finding
from conflict_figures.check.reading.block import Part, leading
from conflict_figures.check.reading.blocks import physical
from conflict_figures.check.reading.casting import LONGEST_CELL
from conflict_figures.check.reading.header import Header
from conflict_figures.check.reading.sheet import Sheet, fault, shown
from conflict_figures.schema import Field
from conflict_figures.schema.to_arrow import arrow_type


class Gathered:
    """What was read of one file so far; blocks are added in the order in which they stand in it."""

    def __init__(self, name: str, path: str, header: Header, limit: int | None) -> None:
        self.name, self.path, self.header, self.limit = name, path, header, limit
        self.tables: list[pyarrow.Table] = []
        self.lines: list = []
        self.rows = 0
        self.unreadable: dict[str, list[numpy.ndarray]] = defaultdict(list)
        self.kinds: dict[tuple[str, str | None], list[Finding]] = defaultdict(list)
        self.counts: Counter = Counter()

    def add(self, part: Part, line: int) -> None:
        """Add a block whose first line is ``line`` of the file."""
        for row, at, cells in part.ragged:
            self._ragged(row, line + at, cells)
        for rule, column, rows in part.cells:
            self._cells(part, line, rule, column, rows)
        self.tables.append(part.table)
        lines = part.lines
        self.lines.append(range(line + lines.start, line + lines.stop) if isinstance(lines, range) else numpy.asarray(lines, numpy.int64) + line)
        self.rows += part.table.num_rows

    def sheet(self) -> Sheet:
        """Return the sheet of a file that was read to its end."""
        unreadable = {column: numpy.unique(numpy.concatenate(rows)) for column, rows in self.unreadable.items()}
        wanted = schema.arrow(self.name)
        return Sheet(
            self.name, self.path, whole(self.name, self.tables), physical(self.lines), self._found(),
            {column: place + 1 for column, place in self.header.index.items()},
            unreadable, frozenset(wanted.names) - self.header.index.keys(),
        )  # fmt: skip

    def broken(self, rule: str, message: str, remedy: str, line: int) -> Sheet:
        """Return the sheet of a file that cannot be read further; its rows are no table, for others may point at the rest."""
        last = fault(self.name, self.path, rule, message, remedy, line)
        return Sheet(self.name, self.path, findings=(*self._found(), last))

    def _found(self) -> tuple[Finding, ...]:
        found = list(self.header.findings)
        for kind, places in self.kinds.items():
            more = self.counts[kind] - len(places)
            found += [*places[:-1], replace(places[-1], more=more)] if places else []
        return tuple(found)

    def _room(self, kind: tuple[str, str | None], count: int) -> int:
        """Count faults of a kind; return how many of them are to be listed."""
        listed = len(self.kinds[kind])
        self.counts[kind] += count
        # one at least, to carry the number of the rest
        return count if self.limit is None else min(count, max(max(self.limit, 1) - listed, 0))

    def _ragged(self, row: int | None, line: int, cells: int) -> None:
        if row is not None:
            for column in self.header.index.keys() - set(leading(self.name, self.header.index, cells)):
                self.unreadable[column].append(numpy.array([self.rows + row]))
        if not self._room(("row-length", None), 1):
            return
        if row is None:
            message, remedy = "the line is empty", "Delete it"
        else:
            width = self.header.width
            message = f"the row has {cells} cells where the header has {width}"
            remedy = "Put cells that hold a comma into double quotes" if cells > width else "Keep the commas of empty cells"
        number = None if row is None else self.rows + row
        self.kinds["row-length", None].append(fault(self.name, self.path, "row-length", message, remedy, line, row=number))

    def _cells(self, part: Part, line: int, rule: str, column: str, rows: pyarrow.Array) -> None:
        self.unreadable[column].append(rows.to_numpy(zero_copy_only=False).astype(numpy.int64) + self.rows)
        some = rows[: self._room((rule, column), len(rows))]
        field = schema.table(self.name).field(column)
        for row, record in zip(some.to_pylist(), part.texts.take(some).to_pylist(), strict=True):
            message, remedy = self._said(rule, field, record[column])
            self.kinds[rule, column].append(
                fault(
                    self.name, self.path, rule, message, remedy, line + int(part.lines[row]),
                    column=column, row=self.rows + row, position=self.header.index[column] + 1,
                    value=shown(record[column]), cells=around(self.name, record, column),
                )
            )  # fmt: skip

    @staticmethod
    def _said(rule: str, field, cell: str) -> tuple[str, str]:
        if rule == "cell-too-long":
            return (
                f"the cell has {len(cell):,} characters; {LONGEST_CELL:,} bytes are the most that a cell may have",
                "Keep what the column asks for, or look for a double quote that opens here and closes far below",
            )
        if rule == "formula":
            return f"'{shown(cell)}' would run as a formula in a spreadsheet", "Write the value itself, without the sign before it"
        return f"'{shown(cell)}' is not of the type {field.type}", lexical.remedy(field)


def whole(name: str, tables: list[pyarrow.Table]) -> pyarrow.Table:
    """Return one table with the schema of ``name``; a column that is not there is null throughout."""
    wanted = schema.arrow(name)
    count = sum(table.num_rows for table in tables)
    columns = []
    for column in wanted:
        chunks = [table[column.name] for table in tables if column.name in table.column_names]
        if not chunks or not count:
            columns.append(nulls(schema.table(name).field(column.name), count))
            continue
        joined = pyarrow.chunked_array([chunk for part in chunks for chunk in part.chunks], column.type)
        # words outside the code list differ from block to block
        columns.append(joined.unify_dictionaries() if pyarrow.types.is_dictionary(column.type) else joined)
    return pyarrow.Table.from_arrays(columns, schema=wanted)


def nulls(field: Field, count: int) -> pyarrow.ChunkedArray:
    """Return a column without a value, in the type of ``field``."""
    wanted = arrow_type(field)
    if not pyarrow.types.is_dictionary(wanted):
        return pyarrow.chunked_array([pyarrow.nulls(count, wanted)])
    codes = pyarrow.array(field.enum, pyarrow.string())
    return pyarrow.chunked_array([pyarrow.DictionaryArray.from_arrays(pyarrow.nulls(count, pyarrow.int32()), codes)])
