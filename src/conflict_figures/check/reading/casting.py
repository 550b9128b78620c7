"""From text to values: every cell is matched against the one spelling of its type before Arrow casts it."""

import numpy
import pyarrow
import pyarrow.compute as pc

from conflict_figures.check import lexical
from conflict_figures.schema import Field
from conflict_figures.schema.to_arrow import arrow_type
from conflict_figures.tabular.columns import encode

#: Bytes of the longest cell. Quotations and notes stay far below it, and a page is no cell.
LONGEST_CELL = 1_000_000

Faults = list[tuple[str, pyarrow.Array]]


def cast(field: Field, texts: pyarrow.Array, formulas: bool) -> tuple[pyarrow.Array, Faults]:
    """Return the values of a column, and masks of the cells that have none, by the rule they break.

    ``texts`` are strings, or strings in a dictionary, so that a word that stands in a thousand rows is looked at once;
    null where the cell is empty. A cell at fault is null among the values. ``formulas`` says whether a cell that a
    spreadsheet would run is a fault.
    """
    words = texts.dictionary if pyarrow.types.is_dictionary(texts.type) else texts
    values, faults = _words(field, words, formulas)
    if words is texts:
        return values, faults
    at = texts.indices
    faults = [(rule, mask.take(at)) for rule, mask in faults]
    if pyarrow.types.is_dictionary(values.type):
        return pyarrow.DictionaryArray.from_arrays(values.indices.take(at), values.dictionary), faults
    return values.take(at), faults


def _words(field: Field, words: pyarrow.Array, formulas: bool) -> tuple[pyarrow.Array, Faults]:
    faults = []
    for rule, mask in _faults(field, words, formulas):
        if pc.any(mask).as_py():
            mask = pc.fill_null(mask, False)
            faults.append((rule, mask))
            words = pc.if_else(mask, pyarrow.scalar(None, pyarrow.string()), words)
    return _typed(field, words), faults


def _faults(field: Field, words: pyarrow.Array, formulas: bool):
    if _letters(words) > LONGEST_CELL:
        yield "cell-too-long", pc.greater(pc.binary_length(words), LONGEST_CELL)
    if field.type in lexical.PATTERNS:
        # $ would also match before a line break at the end of the cell
        wrong = pc.invert(pc.match_substring_regex(words, rf"\A(?:{lexical.PATTERNS[field.type][1:-1]})\z"))
        if field.type == "date":
            wrong = pc.or_(wrong, _no_day(words))
        yield "type", wrong
    elif formulas and _any_begins(words, b"=+@-"):
        # what a spreadsheet takes for a formula, and not a dash before speech or the handle of an account
        yield "formula", pc.match_substring_regex(words, r"\A(?:=|[+@-][A-Za-z0-9.+*/-]*[(|!])")


def _ends(words: pyarrow.Array) -> numpy.ndarray:
    """Return where each cell ends among the bytes of all, and before them where the first begins."""
    return numpy.frombuffer(words.buffers()[1], numpy.int32)[words.offset : words.offset + len(words) + 1]


def _letters(words: pyarrow.Array) -> int:
    """Return the bytes of all cells together: where they are few, no cell is long."""
    return int(_ends(words)[-1] - _ends(words)[0]) if len(words) else 0


def _any_begins(words: pyarrow.Array, signs: bytes) -> bool:
    """Say whether any cell begins with one of ``signs``, from the first byte of each, which is quicker than a search."""
    ends = _ends(words)
    begins = ends[:-1][ends[1:] > ends[:-1]]
    if not len(begins):
        return False
    first = numpy.frombuffer(words.buffers()[2], numpy.uint8)[begins]
    return any(bool((first == sign).any()) for sign in signs)


def _no_day(words: pyarrow.Array) -> pyarrow.Array:
    """Mark the 30th of February and the like; their form is right."""
    late = pc.match_substring_regex(words, r"\A[0-9]{4}-[0-9]{2}-(29|3[01])\z")
    if not pc.any(late).as_py() and not pc.any(pc.starts_with(words, "0000")).as_py():
        return pyarrow.scalar(False)
    return pyarrow.array([None if word is None else lexical.fault("date", word) for word in words.to_pylist()], pyarrow.bool_())


def _typed(field: Field, words: pyarrow.Array) -> pyarrow.Array:
    wanted = arrow_type(field)
    if pyarrow.types.is_dictionary(wanted):
        return encode(words, field.enum)
    if pyarrow.types.is_boolean(wanted):
        return pc.equal(words, "true")
    return words.cast(wanted)
