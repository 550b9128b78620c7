"""Do these words stand in that text at this place? For whole columns at once, counted in code points.

Arrow slices a column at one place for all its rows; here every row has a place of its own, so the bytes are compared
with numpy. The answer is yes only where it is certain: who gets a no looks at that row itself.
"""

import numpy
import pyarrow

from conflict_figures.check.joins import one

#: So many rows at once: the texts of a stretch are copied together.
_STRETCH = 65_536


def stand(texts, which, first, words) -> numpy.ndarray:
    """Say for every row whether its words begin at the code point ``first`` of its text.

    ``texts`` are strings, ``which`` is the number of the row's text in them, ``first`` and ``words`` are of the row. A row in
    which one of them is null gets a no.

    >>> stand(pyarrow.array(["dé fg"]), pyarrow.array([0, 0]), pyarrow.array([1, 1]), pyarrow.array(["é f", "f"])).tolist()
    [True, False]
    """
    found = [numpy.zeros(0, bool)]
    which, first, words = (_chunked(column) for column in (which, first, words))
    texts = one(texts)
    for begin in range(0, len(words), _STRETCH):
        found.append(_stretch(texts, *(one(column.slice(begin, _STRETCH)) for column in (which, first, words))))
    return numpy.concatenate(found)


def _chunked(column) -> pyarrow.ChunkedArray:
    return column if isinstance(column, pyarrow.ChunkedArray) else pyarrow.chunked_array([column], column.type)


def _stretch(texts, which, first, words) -> numpy.ndarray:
    whole = _filled(which) & _filled(first) & _filled(words)
    places, number = numpy.unique(_numbers(which), return_inverse=True)
    if not len(texts):
        return numpy.zeros(len(words), bool)
    text_bytes, text_ends = _bytes(texts.take(pyarrow.array(places)))
    word_bytes, word_ends = _bytes(words)
    begin, in_text = _byte_places(text_bytes, text_ends, number, _numbers(first))
    lengths = numpy.diff(word_ends)
    fits = whole & in_text & (begin + lengths <= text_ends[number + 1])
    begin = numpy.where(fits, begin, 0)
    # one place in the texts for each byte of the words
    at = numpy.arange(len(word_bytes)) + numpy.repeat(begin - word_ends[:-1], lengths)
    other = numpy.append(0, numpy.cumsum(text_bytes.take(at, mode="clip") != word_bytes)) if len(text_bytes) else word_ends
    return fits & (other[word_ends[1:]] == other[word_ends[:-1]])


def _byte_places(text_bytes, text_ends, number, first):
    """Return where a code point of a text begins among all bytes, and whether the text has it."""
    if not len(text_bytes) or text_bytes.max() < 0x80:
        begin = text_ends[number] + first
        return begin, (first >= 0) & (begin <= text_ends[number + 1])
    starts = numpy.append(numpy.flatnonzero((text_bytes & 0xC0) != 0x80), len(text_bytes))
    bounds = numpy.searchsorted(starts, text_ends)
    begin = bounds[number] + first
    in_text = (first >= 0) & (begin <= bounds[number + 1])
    return starts.take(begin, mode="clip"), in_text


def _filled(column) -> numpy.ndarray:
    return column.is_valid().to_numpy(zero_copy_only=False)


def _numbers(column) -> numpy.ndarray:
    return column.fill_null(0).cast("int64").to_numpy(zero_copy_only=False)


def _bytes(strings: pyarrow.Array) -> tuple[numpy.ndarray, numpy.ndarray]:
    """Return the bytes of all strings, and where in them each begins and the last ends."""
    strings = strings.cast(pyarrow.large_string()).fill_null("")
    _, ends, data = strings.buffers()
    ends = numpy.frombuffer(ends, "int64")[strings.offset : strings.offset + len(strings) + 1]
    held = numpy.frombuffer(data, "uint8")[ends[0] : ends[-1]] if data is not None else numpy.zeros(0, "uint8")
    return held, ends - ends[0]
