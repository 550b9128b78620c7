"""The flat view: one row a figure, with its claim, voices, source, date and links joined in."""

from collections import defaultdict
from collections.abc import Mapping

import pyarrow

from conflict_figures import schema
from conflict_figures.tabular.columns import plain
from conflict_figures.tabular.records import table

#: What the flat view takes over from each table under the same name.
_OF_FIGURE = (
    "figure_id", "start", "end", "text", "as_coded", "value", "low", "high", "qualifier", "bound_rule", "measure", "unit",
    "subject", "subject_actor_id", "affected_status", "count_mode", "rate_per", "increment", "place", "claim_id", "item_id",
    "certainty", "coded_by", "review",
)  # fmt: skip
_OF_CLAIM = (
    "source_id", "quote", "speaker", "speaker_id", "origin", "origin_id", "stance", "utterance_id", "carried_as",
    "confidence",
)  # fmt: skip
_OF_SOURCE = ("publisher", "country", "title", "url", "language", "published")
_READ = {
    "sources": ["source_id", *_OF_SOURCE],
    "claims": ["claim_id", *_OF_CLAIM],
    "figures": [*_OF_FIGURE, "date_id"],
    "dates": ["date_id", "claim_id", "role", "edtf"],
    "links": ["subject_id", "predicate", "object_id", "subject_table"],
}


def flat(tables: Mapping[str, pyarrow.Table]) -> pyarrow.Table:
    """Return the table ``figures_flat``, derived from the other tables and sorted by key.

    Args:
        tables: ``sources``, ``claims``, ``figures``, ``dates`` and ``links``, with the published schemas.

    Raises:
        KeyError: a figure points at a claim, or a claim at a source, that is not there.

    ``date`` is the EDTF of the figure's date, ``stated`` that of the day on which its claim was made; ``repeats`` the first mention that it repeats; ``part_of``
    the figures that include it or that it sums to, sorted and joined by "; ".
    """
    # only the columns that are joined, and codes as words: a dictionary is slow to turn into Python objects
    records = {name: plain(tables[name].select(columns)).to_pylist() for name, columns in _READ.items()}
    return table("figures_flat", _rows(records))


def _rows(records: Mapping[str, list[dict]]) -> list[dict]:
    claims = {row["claim_id"]: row for row in records["claims"]}
    sources = {row["source_id"]: row for row in records["sources"]}
    dates = {row["date_id"]: row["edtf"] for row in records["dates"]}
    stated = {row["claim_id"]: row["edtf"] for row in records["dates"] if row["role"] == "stated"}
    repeats, wholes = _links(records["links"])
    columns = schema.table("figures_flat").written_names
    rows = []
    for figure in records["figures"]:
        claim = claims[figure["claim_id"]]
        source = sources[claim["source_id"]]
        figure_id = figure["figure_id"]
        row = {column: figure[column] for column in _OF_FIGURE}
        row |= {column: claim[column] for column in _OF_CLAIM}
        row |= {column: source[column] for column in _OF_SOURCE}
        row["date"] = dates.get(figure["date_id"])
        row["stated"] = stated.get(figure["claim_id"])
        row["repeats"] = repeats.get(figure_id)
        row["part_of"] = "; ".join(sorted(wholes[figure_id])) or None if figure_id in wholes else None
        rows.append({column: row[column] for column in columns})
    return rows


def _links(links: list[dict]) -> tuple[dict[str, str], dict[str, set[str]]]:
    """Return what each figure repeats, and of which figures it is a part."""
    repeats: dict[str, str] = {}
    wholes: dict[str, set[str]] = defaultdict(set)
    for row in links:
        if row["subject_table"] != "figures":
            continue
        if row["predicate"] == "repeats":
            repeats[row["subject_id"]] = row["object_id"]
        elif row["predicate"] == "includes":
            wholes[row["object_id"]].add(row["subject_id"])
        elif row["predicate"] == "sums_to":
            wholes[row["subject_id"]].add(row["object_id"])
    return repeats, wholes
