"""Read a CSV as a table: every row with its physical line, every cell that cannot be read, and the rest typed.

The file is read in blocks, several at a time, so a file of any length needs little more memory than its values.
"""

import csv
import io
import os
from collections import deque
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from conflict_figures import schema
from conflict_figures.check import progress
from conflict_figures.check.reading import block, header, soundness
from conflict_figures.check.reading.blocks import Block, blocks
from conflict_figures.check.reading.gathering import Gathered
from conflict_figures.check.reading.sheet import Sheet, failed

#: Bytes within which the header has to end.
_HEADER = 1 << 20
_CLOSE = "Put cells with a comma, a line break or a quote into double quotes, double the quotes inside them, and close them"


@dataclass(frozen=True)
class _Plan:
    """What every block is read by."""

    name: str
    index: dict[str, int]
    width: int
    formulas: bool


def read(path: Path, name: str, shown: str | None = None, limit: int | None = None, formulas: bool = True) -> Sheet:
    """Read the CSV at ``path`` as the table ``name``.

    Args:
        shown: how findings call the file; its path by default.
        limit: how many places of a kind of fault are listed; all by default.
        formulas: whether a cell that a spreadsheet would run is a fault.

    Raises:
        OSError: the file cannot be read. Faults of its content are findings.
    """
    shown = str(path) if shown is None else shown
    with open(path, "rb") as file:
        pieces = blocks(file)
        first = next(pieces, None)
        if first is None:
            line = ",".join(schema.table(name).written_names)
            return failed(name, shown, "header", "the file is empty", f"Begin it with the line {line}", 1)
        unsound = soundness.check(first.data, head=True)
        if unsound is not None:
            message = unsound.message.format(byte=unsound.byte)
            return failed(name, shown, unsound.rule, message, unsound.remedy, 1 + unsound.line)
        began = _names(first.data)
        if isinstance(began, str):
            return failed(name, shown, "quoting", f"the first line cannot be read: {began}", _CLOSE, 1)
        names, lines = began
        if not names:
            return failed(name, shown, "header", "the first line is empty", "Begin the file with the names of the columns", 1)
        compared = header.compare(name, shown, names)
        if not compared.index:
            return Sheet(name, shown, findings=compared.findings)
        plan = _Plan(name, compared.index, len(names), formulas)
        gathered = Gathered(name, shown, compared, limit)
        end = _behind(first.data, lines)
        return _rows(plan, gathered, Block(first.data[end:], first.open), pieces, lines + 1, end)


def _names(data: bytes) -> tuple[list[str], int] | str:
    """Return the cells of the first row and how many lines it takes, or why it cannot be read."""
    # a header that is cut in the midst of a letter is far too long anyway
    reader = csv.reader(io.StringIO(data[:_HEADER].decode("utf-8", errors="ignore"), newline=""), strict=len(data) <= _HEADER)
    try:
        with block.cells_up_to(_HEADER):
            return next(reader, []), reader.line_num
    except csv.Error as error:
        return str(error)


def _behind(data: bytes, lines: int) -> int:
    """Return where the line after the first ``lines`` begins."""
    end = 0
    for _ in range(lines):
        ends = [place for place in (data.find(b"\n", end), data.find(b"\r", end, end + _HEADER)) if place >= 0]
        if not ends:
            return len(data)
        end = min(ends) + 1
        if data[end - 1 : end + 1] == b"\r\n":
            end += 1
    return end


def _rows(plan: _Plan, gathered: Gathered, first: Block, pieces: Iterator[Block], line: int, byte: int) -> Sheet:
    """Read what follows the header, which begins on ``line`` with the file's ``byte``."""
    for data, outcome in _parts(plan, first, pieces):
        if isinstance(outcome, soundness.Unsound):
            return gathered.broken(outcome.rule, outcome.message.format(byte=byte + outcome.byte), outcome.remedy, line + outcome.line)
        gathered.add(outcome, line)
        if outcome.broken is not None or data.open:
            where, why = outcome.broken or (outcome.lines[-1] if len(outcome.lines) else 0, "")
            why = "a double quote is opened and not closed" if data.open else why
            message = f"the file cannot be read from this line on: {why}"
            return gathered.broken("quoting", message, _CLOSE, line + where)
        line += outcome.breaks
        byte += len(data.data)
        progress.read(len(data.data))
    return gathered.sheet()


def _parts(plan: _Plan, first: Block, pieces: Iterator[Block]) -> Iterator[tuple[Block, "block.Part | soundness.Unsound"]]:
    """Yield what each block holds, in their order; as many as there are processors are read at a time."""

    def part(piece: Block):
        unsound = soundness.check(piece.data) or soundness.quotes(piece.data)
        if unsound is not None:
            return unsound
        return block.read(plan.name, piece.data, plan.index, plan.width, plan.formulas)

    second = next(pieces, None)
    if second is None:
        # a small file is not worth a thread
        yield first, part(first)
        return
    workers = min(os.cpu_count() or 1, 4)
    with ThreadPoolExecutor(workers) as pool:
        waiting = deque([(first, pool.submit(part, first)), (second, pool.submit(part, second))])
        for piece in pieces:
            waiting.append((piece, pool.submit(part, piece)))
            if len(waiting) > workers:
                done, future = waiting.popleft()
                yield done, future.result()
        while waiting:
            done, future = waiting.popleft()
            yield done, future.result()
