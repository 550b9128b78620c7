"""One block of a CSV as a typed table: the fast reader where all is in order, and the exact one where it is not."""

import csv
import io
import threading
from collections.abc import Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field

import pyarrow
import pyarrow.compute as pc
from pyarrow import csv as arrow_csv

from conflict_figures import schema
from conflict_figures.check.reading import blocks
from conflict_figures.check.reading.casting import cast

# the limit of the csv module is one for the whole process
_LIMIT = threading.Lock()


@contextmanager
def cells_up_to(size: int):
    """Let the csv module read cells of ``size`` letters for a while; its own limit ends at an eighth of a megabyte."""
    with _LIMIT:
        before = csv.field_size_limit(size)
        try:
            yield
        finally:
            csv.field_size_limit(before)


@dataclass(frozen=True)
class Part:
    """What a block holds: the values and the texts they were read from. ``lines`` are counted from 0 within it.

    ``cells`` are those that cannot be read: rule, column, rows. ``ragged`` are rows of another length: row (``None`` for
    an empty line, which is no row), line, and their number of cells. ``broken`` says on which line and why reading ended
    before the block did.
    """

    table: pyarrow.Table
    texts: pyarrow.Table
    lines: Sequence[int]
    breaks: int
    cells: list[tuple[str, str, pyarrow.Array]] = field(default_factory=list)
    ragged: list[tuple[int | None, int, int]] = field(default_factory=list)
    broken: tuple[int, str] | None = None


def read(name: str, data: bytes, index: dict[str, int], width: int, formulas: bool) -> Part:
    """Read the rows of one block.

    Args:
        index: where each column of the table stands; ``width``: how many cells a row has.
        formulas: whether a cell that a spreadsheet would run is a fault.
    """
    columns = [field for field in schema.table(name).fields if field.name in index]
    texts = _fast(data, columns, index, width)
    # to Arrow an empty line is a row without values; it is looked for only where there is such a row
    if texts is not None and all(words.null_count for words in texts) and blocks.has_empty_line(data):
        texts = None
    lines, ragged, broken = None, [], None
    if texts is None:
        texts, lines, ragged, broken = _exact(name, data, columns, index, width)
    cells, arrays = [], []
    for column, words in zip(columns, texts, strict=True):
        values, faults = cast(column, words, formulas)
        arrays.append(values)
        for rule, mask in faults:
            cells.append((rule, column.name, pc.indices_nonzero(mask)))
    names = [column.name for column in columns]
    table = pyarrow.Table.from_arrays(arrays, names=names)
    count = blocks.breaks(data)
    if lines is None:
        whole = count + (data[-1:] not in (b"\n", b"\r"))
        lines = range(table.num_rows) if whole == table.num_rows else blocks.starts(data)
    return Part(table, pyarrow.Table.from_arrays(texts, names=names), lines, count, cells, ragged, broken)


def _fast(data: bytes, columns, index: dict[str, int], width: int) -> list[pyarrow.Array] | None:
    """Read by Arrow; ``None`` when a row has another number of cells."""
    plain, words = pyarrow.string(), pyarrow.dictionary(pyarrow.int32(), pyarrow.string())
    names = {index[column.name]: column.name for column in columns}
    try:
        table = arrow_csv.read_csv(
            pyarrow.BufferReader(data),
            # as the whole is one block to Arrow, rows of several lines are not cut
            arrow_csv.ReadOptions(
                column_names=[names.get(place, str(place)) for place in range(width)], block_size=len(data) + 1, use_threads=False
            ),
            arrow_csv.ParseOptions(ignore_empty_lines=False),
            arrow_csv.ConvertOptions(
                include_columns=[column.name for column in columns],
                column_types={column.name: plain if _prose(column) else words for column in columns},
                strings_can_be_null=True,
                null_values=[""],
                check_utf8=False,  # looked at before, with the place of the fault
            ),
        )
    except pyarrow.ArrowInvalid:
        return None
    return [table[column.name].combine_chunks() if table.num_rows else pyarrow.array([], plain) for column in columns]


def _prose(column) -> bool:
    """Whether a column is text of which hardly a cell stands there twice; other columns are read as words with numbers."""
    return column.type == "string" and column.enum is None


def leading(name: str, index: dict[str, int], cells: int) -> list[str]:
    """Return the key columns with which a row of ``cells`` cells begins: where cells are missing, they are still in place."""
    key = schema.table(name).primary_key
    return [column for place, column in enumerate(key) if index.get(column) == place < cells]


def _exact(name: str, data: bytes, columns, index: dict[str, int], width: int):
    """Read by the csv module, which knows each row by itself; of a row of another length only its key is kept."""
    kept = {index[column] for column in leading(name, index, width)}
    reader = csv.reader(io.StringIO(data.decode("utf-8"), newline=""), strict=True)
    rows: list[list[str]] = []
    lines: list[int] = []
    ragged: list[tuple[int | None, int, int]] = []
    broken = None
    line = 0
    with cells_up_to(len(data) + 1):
        try:
            for cells in reader:
                if len(cells) != width:
                    ragged.append((len(rows) if cells else None, line, len(cells)))
                    cells = [cells[place] if place in kept and place < len(cells) else "" for place in range(width)] if cells else []
                if cells:
                    rows.append(cells)
                    lines.append(line)
                line = reader.line_num
        except csv.Error as error:
            broken = (line, str(error))
    texts = [pyarrow.array([row[index[column.name]] or None for row in rows], pyarrow.string()) for column in columns]
    return texts, lines, ragged, broken
