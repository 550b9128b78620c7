"""Cut a CSV into blocks of whole rows, so that blocks can be read at the same time and memory stays small."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import BinaryIO

import numpy

#: Bytes of a block: large enough that its overhead vanishes, small enough that a dozen of them are nothing.
SIZE = 8 << 20
#: Bytes within which a row has to end. No row of these tables comes near it; a quote that is never closed passes it.
LONGEST_ROW = 64 << 20
_QUOTE, _COMMA, _LF, _CR = 34, 44, 10, 13
#: Bytes that are looked at together; what is computed about them stays in the cache of a processor.
_PIECE = 1 << 19


@dataclass(frozen=True)
class Block:
    """Bytes of whole rows; ``open`` says that the file ends, or is given up, before its last row does."""

    data: bytes
    open: bool = False


def blocks(file: BinaryIO, size: int = SIZE) -> Iterator[Block]:
    """Yield the file as blocks; a byte order mark at its start is taken off.

    >>> import io
    >>> [block.data for block in blocks(io.BytesIO(b'a,b\\n1,"x\\ny"\\n2,z'), size=6)]
    [b'a,b\\n', b'1,"x\\ny"\\n', b'2,z']
    """
    held = file.read(size).removeprefix(b"\xef\xbb\xbf")
    while True:
        more = file.read(size)
        if not more:
            break
        end = _last_end(held)
        if end:
            yield Block(held[:end])
            held = held[end:]
        elif len(held) > LONGEST_ROW:
            yield Block(held, open=True)
            return
        held += more
    # what is left is shorter than two blocks, or is one long row
    if held:
        yield Block(held, open=_count(held, _QUOTE) % 2 == 1)


def _last_end(data: bytes) -> int:
    """Return where the last whole row of ``data`` ends; 0 if none does. Rows begin where no quote is open."""
    odd = _count(data, _QUOTE) % 2
    end, newline = len(data), data.rfind(b"\n")
    while newline >= 0:
        odd = (odd + data.count(b'"', newline, end)) % 2
        if not odd:
            return newline + 1
        end, newline = newline, data.rfind(b"\n", 0, newline)
    return 0


def misplaced_quotes(data: bytes) -> list[int]:
    """Return where quotes stand inside a cell that is not quoted, or text follows a closing quote.

    >>> misplaced_quotes(b'1,"a ""b"" c"\\n'), misplaced_quotes(b'1,5" gun\\n'), misplaced_quotes(b'1,"a"b\\n')
    ([], [3], [4])
    """
    signs = numpy.frombuffer(data, numpy.uint8)
    places: list[int] = []
    for start in range(0, len(signs), _PIECE):
        # each piece with the sign before and behind it; the ends of a file part cells as line breaks do
        piece = signs[max(start - 1, 0) : start + _PIECE + 1]
        quote = piece == _QUOTE
        parting = quote.copy()
        for sign in (_COMMA, _LF, _CR):
            parting |= piece == sign
        wrong = quote[1:-1] > (parting[:-2] | parting[2:])
        if wrong.any():
            places += (numpy.flatnonzero(wrong) + max(start - 1, 0) + 1).tolist()
    return places


def breaks(data: bytes) -> int:
    """Return how many line breaks of any kind there are.

    >>> breaks(b"a\\r\\nb\\rc\\n")
    3
    """
    feeds = _count(data, _LF)
    return feeds if b"\r" not in data else feeds + data.count(b"\r") - data.count(b"\r\n")


def _count(data: bytes, sign: int) -> int:
    # numpy compares many bytes at once, and other threads go on meanwhile
    return int(numpy.count_nonzero(numpy.frombuffer(data, numpy.uint8) == sign))


def starts(data: bytes) -> numpy.ndarray:
    """Return on which line of ``data``, from 0, each of its rows begins: after every line break outside quotes.

    >>> starts(b'a\\n"b\\nc"\\nd').tolist()
    [0, 1, 3]
    """
    _, outside = _line_ends(data)
    found = numpy.concatenate(([0], numpy.flatnonzero(outside) + 1))
    return found[:-1] if data[-1:] in (b"\n", b"\r") else found


def has_empty_line(data: bytes) -> bool:
    """Say whether a line outside quotes holds nothing; Arrow takes such a line for a row without values.

    >>> has_empty_line(b'a\\n\\nb\\n'), has_empty_line(b'a,"x\\n\\ny"\\n'), has_empty_line(b"a\\r\\n\\r\\nb")
    (True, False, True)
    """
    pairs = (b"\n\n", b"\n\r", b"\r\r") if b"\r" in data else (b"\n\n",)
    if data[:1] not in (b"\n", b"\r") and not any(pair in data for pair in pairs):
        return False
    ends, outside = _line_ends(data)
    signs = numpy.frombuffer(data, numpy.uint8)
    ends = ends[outside]
    lengths = numpy.diff(ends, prepend=-1) - 1
    return bool(((lengths == 0) | ((lengths == 1) & (signs[ends - 1] == _CR))).any())


def _line_ends(data: bytes) -> tuple[numpy.ndarray, numpy.ndarray]:
    """Return where lines end, and which of these ends stand outside quotes."""
    signs = numpy.frombuffer(data, numpy.uint8)
    feed, back = signs == _LF, signs == _CR
    back[:-1] &= ~feed[1:]
    ends = numpy.flatnonzero(feed | back)
    return ends, numpy.searchsorted(numpy.flatnonzero(signs == _QUOTE), ends) % 2 == 0


def physical(parts: Sequence[Sequence[int]]) -> Sequence[int]:
    """Join the lines of blocks; where every row is one line, that is a range, which takes no memory.

    >>> physical([range(2, 4), range(4, 9)])
    range(2, 9)
    """
    parts = [part for part in parts if len(part)]
    if not parts:
        return range(2, 2)
    if all(isinstance(part, range) for part in parts) and all(a.stop == b.start for a, b in zip(parts, parts[1:], strict=False)):
        return range(parts[0].start, parts[-1].stop)
    return numpy.concatenate([numpy.asarray(part, numpy.int64) for part in parts])
