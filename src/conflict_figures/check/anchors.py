"""Do the stored words stand in the source text, exactly where the row says?"""

import hashlib
from collections.abc import Iterator, Mapping

import pyarrow

from conflict_figures.check.finding import Finding
from conflict_figures.check.shape import row_keys
from conflict_figures.schema.rules import SPANS

RULE = "anchor_matches_text"
_REMEDY = "Copy the words from the text and count code points from its start"


def check(name: str, tables: Mapping[str, pyarrow.Table], texts: Mapping[str, str]) -> list[Finding]:
    """Compare every anchor of one table with the text that it points into.

    ``texts`` maps source ids to texts. The flat view is left out: its anchors are those of ``figures``.
    """
    table = tables[name]
    if name == "sources":
        return list(_texts(table, texts))
    if name not in SPANS or name == "figures_flat" or not table.num_rows:
        return []
    sources = _sources(table, tables)
    found: list[Finding] = []
    for start, end, words in SPANS[name]:
        found += _compare(name, table, sources, texts, start, end, words)
    if name == "claims":
        found += _context(table, sources, texts)
    return found


def _sources(table: pyarrow.Table, tables: Mapping[str, pyarrow.Table]) -> list[str | None]:
    """Return the source id of every row, through its claim where the row itself has none."""
    if "source_id" in table.column_names:
        return table["source_id"].to_pylist()
    if "claims" not in tables:
        return [None] * table.num_rows
    claims = tables["claims"]
    of_claim = dict(zip(claims["claim_id"].to_pylist(), claims["source_id"].to_pylist(), strict=True))
    return [of_claim.get(claim) for claim in table["claim_id"].to_pylist()]


def _compare(name, table, sources, texts, start, end, words) -> Iterator[Finding]:
    columns = (table[column].to_pylist() for column in (start, end, words))
    for row, (source, first, last, stored) in enumerate(zip(sources, *columns, strict=True)):
        if first is None or last is None or source is None:
            continue
        if source not in texts:
            yield _finding(name, table, row, start, f"the text of '{source}', which the row points into, is not there")
            continue
        found = texts[source][max(first, 0) : max(last, 0)]
        if found != stored:
            yield _finding(name, table, row, words, f"the text at {first}:{last} reads '{found}', not '{stored}'")


def _context(table, sources, texts) -> Iterator[Finding]:
    """Yield claims whose prefix or suffix is not what stands beside them."""
    columns = (table[column].to_pylist() for column in ("start", "end", "prefix", "suffix"))
    for row, (source, start, end, prefix, suffix) in enumerate(zip(sources, *columns, strict=True)):
        text = texts.get(source)
        if text is None or start is None or end is None:
            continue
        before, after = text[max(start - 32, 0) : max(start, 0)] or None, text[max(end, 0) :][:32] or None
        for column, stored, found in (("prefix", prefix, before), ("suffix", suffix, after)):
            if stored != found:
                yield _finding("claims", table, row, column, f"the text beside the claim reads {found!r}, not {stored!r}")


def _texts(table, texts) -> Iterator[Finding]:
    """Yield sources whose hash or length is not that of their text."""
    columns = (table[column].to_pylist() for column in ("source_id", "text_sha256", "text_length"))
    for row, (source, digest, length) in enumerate(zip(*columns, strict=True)):
        text = texts.get(source)
        if text is None:
            continue
        if digest != hashlib.sha256(text.encode("utf-8")).hexdigest():
            yield _finding("sources", table, row, "text_sha256", "the text has another sha256")
        if length != len(text):
            yield _finding("sources", table, row, "text_length", f"the text has {len(text)} code points, not {length}")


def _finding(name: str, table: pyarrow.Table, row: int, column: str, message: str) -> Finding:
    return Finding(name, row_keys(name, table, [row])[0], column, RULE, message, _REMEDY)
