"""Do the stored words stand in the source text, exactly where the row says?"""

import hashlib
from collections.abc import Mapping

import pyarrow
import pyarrow.compute as pc

from conflict_figures.check.context import Tables
from conflict_figures.check.finding import Finding
from conflict_figures.check.joins import contains, look_up, marked, rows_where
from conflict_figures.check.shape import gather
from conflict_figures.check.words_at import stand
from conflict_figures.schema.rules import SPANS

RULE = "anchor_matches_text"
_REMEDY = "Copy the words from the text and count code points from its start"
#: So many code points are kept before and after a claim.
_BESIDE = 32


def check(name: str, tables: Tables, texts: Mapping[str, str], limit: int | None = None) -> list[Finding]:
    """Compare every anchor of one table with the text that it points into.

    ``texts`` maps source ids to texts. The flat view is left out: its anchors are those of ``figures``.
    """
    table = tables[name]
    if name == "sources":
        return _texts(tables, texts, limit)
    if name not in SPANS or name == "figures_flat" or not table.num_rows or not (tables.knows("claims") or "source_id" in table.column_names):
        return []
    if "source_id" not in table.column_names:
        claims = tables.known("claims", ["claim_id", "source_id"])
        source = look_up(table["claim_id"], claims["claim_id"], claims["source_id"])
        table = table.append_column("source_id", source)
    at_hand = _AtHand(table, texts)
    found: list[Finding] = []
    for span in SPANS[name]:
        found += _compare(name, tables.but(name, table), at_hand, *span, limit)
    if name == "claims":
        found += _context(tables, at_hand, limit)
    return found


class _AtHand:
    """The texts that a table points into, and which of them is each row's."""

    def __init__(self, table: pyarrow.Table, texts: Mapping[str, str]) -> None:
        self.by_source = texts
        asked = [source for source in pc.unique(table["source_id"]).to_pylist() if source in texts]
        self.texts = pyarrow.array([texts[source] for source in asked], pyarrow.large_string())
        self.which = pc.index_in(table["source_id"], value_set=pyarrow.array(asked, pyarrow.string()))


def _compare(name, tables: Tables, at_hand: _AtHand, start, end, words, limit) -> list[Finding]:
    table = tables[name]
    placed = pc.and_(pc.and_(pc.is_valid(table[start]), pc.is_valid(table[end])), pc.is_valid(table["source_id"]))
    missing = pc.and_(placed, pc.is_null(at_hand.which))
    as_long = pc.equal(pc.subtract(table[end], table[start]), pc.utf8_length(table[words]))
    stands = pc.and_(pyarrow.array(stand(at_hand.texts, at_hand.which, table[start], table[words])), pc.fill_null(as_long, False))

    def read(row: dict) -> str:
        return at_hand.by_source[row["source_id"]][max(row[start], 0) : max(row[end], 0)]

    # a screen sees what is surely right; the rest is read
    suspect = rows_where(pc.and_(pc.and_(placed, pc.is_valid(at_hand.which)), pc.invert(stands)))
    rows = table.select(["source_id", start, end, words]).take(suspect).to_pylist()
    wrong = [number for number, row in zip(suspect.to_pylist(), rows, strict=True) if read(row) != row[words]]
    return gather(
        name, tables, missing, start, RULE,
        lambda row: f"the text of '{row['source_id']}', which the row points into, is not there", _REMEDY, limit,
    ) + gather(
        name, tables, marked(table.num_rows, wrong), words, RULE,
        lambda row: f"the text at {row[start]}:{row[end]} reads '{read(row)}', not '{row[words]}'", _REMEDY, limit,
    )  # fmt: skip


def _context(tables: Tables, at_hand: _AtHand, limit) -> list[Finding]:
    """Find claims whose prefix or suffix is not what stands beside them."""
    table = tables["claims"]
    placed = pc.and_(pc.and_(pc.is_valid(table["start"]), pc.is_valid(table["end"])), pc.is_valid(at_hand.which))
    length = {column: pc.fill_null(pc.utf8_length(table[column]), 0) for column in ("prefix", "suffix")}
    after = pc.subtract(pc.utf8_length(at_hand.texts).take(at_hand.which), table["end"])
    whole = {"prefix": (pc.subtract(table["start"], length["prefix"]), table["start"]), "suffix": (table["end"], after)}

    def read(row: dict, column: str) -> str | None:
        text, start, end = at_hand.by_source[row["source_id"]], max(row["start"], 0), max(row["end"], 0)
        return (text[max(start - _BESIDE, 0) : start] if column == "prefix" else text[end : end + _BESIDE]) or None

    found: list[Finding] = []
    for column, (first, room) in whole.items():
        as_long = pc.equal(length[column], pc.min_element_wise(room, _BESIDE))
        stands = pyarrow.array(stand(at_hand.texts, at_hand.which, first, pc.fill_null(table[column], "")))
        right = pc.fill_null(pc.and_(pc.and_(stands, as_long), pc.not_equal(pc.fill_null(table[column], "-"), "")), False)
        suspect = rows_where(pc.and_(placed, pc.invert(right)))
        rows = table.select(["source_id", "start", "end", column]).take(suspect).to_pylist()
        wrong = [number for number, row in zip(suspect.to_pylist(), rows, strict=True) if read(row, column) != row[column]]
        found += gather(
            "claims", tables, marked(table.num_rows, wrong), column, RULE,
            lambda row, column=column: f"the text beside the claim reads {read(row, column)!r}, not {row[column]!r}",
            _REMEDY, limit,
        )  # fmt: skip
    return found


def _texts(tables: Tables, texts, limit) -> list[Finding]:
    """Find sources whose hash or length is not that of their text."""
    table = tables["sources"]
    held = pyarrow.array([source for source in pc.unique(table["source_id"]).to_pylist() if source in texts], pyarrow.string())
    rows = rows_where(contains(held, table["source_id"]))
    hashed, long = [], []
    for number, row in zip(rows.to_pylist(), table.select(["source_id", "text_sha256", "text_length"]).take(rows).to_pylist(), strict=True):
        text = texts[row["source_id"]]
        if row["text_sha256"] != hashlib.sha256(text.encode("utf-8")).hexdigest():
            hashed.append(number)
        if row["text_length"] != len(text):
            long.append(number)
    return gather(
        "sources", tables, marked(table.num_rows, hashed), "text_sha256", RULE,
        lambda row: "the text has another sha256", _REMEDY, limit,
    ) + gather(
        "sources", tables, marked(table.num_rows, long), "text_length", RULE,
        lambda row: f"the text has {len(texts[row['source_id']])} code points, not {row['text_length']}", _REMEDY, limit,
    )  # fmt: skip
