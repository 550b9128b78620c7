"""A long text in stretches that are read one after the other, so that memory does not grow with it.

News is one stretch. A book or a dump is cut where it hurts least; what is told across a cut is not joined.
"""

from collections.abc import Iterator

_LONGEST = 120_000  # code points; a stretch and all that is known of it takes some 20 MB
_ENDS = ("\n\n", "\n\r\n", "\n", ". ")  # of a paragraph, a line, a sentence


def cut(text: str, longest: int = _LONGEST) -> Iterator[tuple[int, int]]:
    """Yield the first and last code point (exclusive) of each stretch; only what no one can read is left out.

    That is a run of more than ``longest`` code points without white space: no prose, but data.

    >>> list(cut("One two. Three four.", longest=12))
    [(0, 9), (9, 20)]
    """
    first = 0
    while len(text) - first > longest:
        last = _end(text, first, first + longest)
        if last:
            yield first, last
        first = last or _space(text, first + longest)
    if first < len(text):
        yield first, len(text)


def _end(text: str, first: int, limit: int) -> int:
    """Where the stretch that begins at ``first`` ends, in its second half if possible; 0 if it holds no white space."""
    for mark in _ENDS:
        found = text.rfind(mark, first + (limit - first) // 2, limit)
        if found >= 0:
            return found + len(mark)
    while limit > first and not text[limit - 1].isspace():
        limit -= 1
    return limit if limit > first else 0


def _space(text: str, i: int) -> int:
    """The first white space from ``i`` on."""
    while i < len(text) and not text[i].isspace():
        i += 1
    return i
