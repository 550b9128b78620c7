"""Sources: what is unknown says why, and an inference is whole."""

import pyarrow
import pyarrow.compute as pc

from conflict_figures.check.rules import rule
from conflict_figures.schema.rules import FACTS


@rule(
    "empty_cells_explained", "sources", "unknown",
    "an empty cell has no reason in `unknown` ('{unknown}')",
    "Add `column: why it is not known` for every empty one of " + ", ".join(FACTS),
)  # fmt: skip
def unexplained(tables):
    row = tables["sources"]
    # the list of reasons reads "publisher: not in the text; url: not in the text"
    said = pc.binary_join_element_wise("; ", pc.fill_null(row["unknown"], ""), "")
    mask = pyarrow.scalar(False)
    for fact in FACTS:
        mask = pc.or_(mask, pc.and_(pc.is_null(row[fact]), pc.invert(pc.match_substring(said, f"; {fact}: "))))
    return mask


@rule(
    "inference_complete", "sources", "published_inferred",
    "an inferred date of publication lacks its value, its basis or its confidence",
    "Fill `published_inferred`, its basis and its confidence, or none of them",
)  # fmt: skip
def half_inferred(tables):
    row = tables["sources"]
    filled = [
        pc.is_valid(row[column])
        for column in ("published_inferred", "published_inferred_basis", "published_inferred_confidence")
    ]
    return pc.invert(pc.and_(pc.equal(filled[0], filled[1]), pc.equal(filled[1], filled[2])))


@rule(
    "text_hash_with_length", "sources", "text_sha256",
    "the text's sha256 or its length is missing, not both",
    "Fill both where the text is held, and neither where it is not",
)  # fmt: skip
def half_measured(tables):
    row = tables["sources"]
    return pc.xor(pc.is_null(row["text_sha256"]), pc.is_null(row["text_length"]))
