"""Anchors: a span is whole, in order, and as long as its words."""

import pyarrow.compute as pc

from conflict_figures.check.rules import rule
from conflict_figures.schema.rules import SPANS


def _register(table: str, start: str, end: str, words: str) -> None:
    @rule(
        "span_complete", table, start,
        f"`{start}` is {{{start}}}, `{end}` is {{{end}}} and `{words}` is '{{{words}}}': a span without one of them",
        f"Give `{start}`, `{end}` and `{words}` together; leave both offsets empty where the text is not held",
    )  # fmt: skip
    def incomplete(tables):
        row = tables[table]
        one_end = pc.xor(pc.is_null(row[start]), pc.is_null(row[end]))
        return pc.or_(one_end, pc.and_(pc.is_valid(row[start]), pc.is_null(row[words])))

    @rule(
        "span_ordered", table, end,
        f"the span ends at {{{end}}}, not after its start {{{start}}}",
        f"Make `{end}` greater than `{start}`",
    )  # fmt: skip
    def backwards(tables):
        return pc.less_equal(tables[table][end], tables[table][start])

    @rule(
        "span_matches_words", table, words,
        f"the span {{{start}}}:{{{end}}} is not as long as its words '{{{words}}}'",
        "Count code points from the start of the text, and copy the words unchanged",
    )  # fmt: skip
    def another_length(tables):
        row = tables[table]
        ordered = pc.greater(row[end], row[start])
        length = pc.utf8_length(row[words])
        return pc.and_(ordered, pc.not_equal(pc.cast(length, "int64"), pc.subtract(row[end], row[start])))


for _table, _spans in SPANS.items():
    for _span in _spans:
        _register(_table, *_span)


@rule(
    "context_needs_quote", "claims", "prefix",
    "words around the claim are kept, its own words are not",
    "Fill `quote`, or empty `prefix` and `suffix`",
)  # fmt: skip
def context_without_quote(tables):
    row = tables["claims"]
    return pc.and_(pc.is_null(row["quote"]), pc.or_(pc.is_valid(row["prefix"]), pc.is_valid(row["suffix"])))
