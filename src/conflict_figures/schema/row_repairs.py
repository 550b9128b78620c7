"""Make a row of random cells keep the row rules of its table, by changing as little as will do.

Only test strategies use this. Nothing of the kind may ever be done to rows that someone coded.
"""

from conflict_figures import edtf
from conflict_figures.schema.rules import FACTS, FILLED, SPANS


def repair(table_name: str, row: dict) -> dict:
    """A row that keeps the rules, from one whose cells keep the constraints.

    >>> repair("links", {"subject_id": "a", "predicate": "repeats", "object_id": "a",
    ...                  "subject_table": "claims", "basis": "derived", "rule": None})["object_id"]
    'a1'
    """
    row = dict(row)
    if table_name in _REPAIRS:
        _REPAIRS[table_name](row)
    for start, end, words in SPANS.get(table_name, ()):
        _mend_span(row, start, end, words)
    return row


def _mend_span(row, start, end, words):
    if row[start] is None or row[words] is None:
        row[start] = row[end] = None
    else:
        row[start] %= 2**40  # room for the length below the largest integer
        row[end] = row[start] + len(row[words])


def _source(row):
    inference = ("published_inferred", "published_inferred_basis", "published_inferred_confidence")
    if None in (row[column] for column in inference):
        row.update(dict.fromkeys(inference))
    if row["text_sha256"] is None or row["text_length"] is None:
        row["text_sha256"] = row["text_length"] = None
    row["unknown"] = "; ".join(f"{fact}: not in the text" for fact in FACTS if row[fact] is None) or None


def _claim(row):
    if row["quote"] is None:
        row["prefix"] = row["suffix"] = None
    for voice in ("speaker", "origin"):
        if row[voice] is None:
            row[f"{voice}_id"] = None


def _figure(row):
    marks = dict(zip(("value", "low", "high"), FILLED[row["qualifier"]], strict=True))
    given = [row[column] for column in marks if row[column] is not None] or [600.0]
    least, most = min(given), max(given)
    stands = {"value": least, "low": least, "high": most if marks["value"] == "-" else least}
    row.update({column: None if mark == "-" else stands[column] for column, mark in marks.items()})
    row["bound_rule"] = "vague_floor_1" if row["qualifier"] == "vague" else None
    row["rate_per"] = (row["rate_per"] or "day") if row["count_mode"] == "rate" else None
    if row["measure"] == "money":
        row["unit"] = "USD"


def _date(row):
    if row["edtf"] is None and row["text"] is None:
        row["text"] = "now"
    row["start"], row["end"] = (None, None) if row["edtf"] is None else edtf.bounds(row["edtf"])


def _attribution(row):
    if row["hop"] == 0:
        row["role"] = "publisher"
    elif row["role"] == "publisher":
        row["role"] = "speaker"


def _link(row):
    if row["subject_id"] == row["object_id"]:
        row["object_id"] += "1"
    if row["basis"] == "derived" and row["rule"] is None:
        row["rule"] = "same_count_1"
    if row["predicate"] in ("includes", "sums_to"):
        row["subject_table"] = "figures"


_REPAIRS = {
    "sources": _source,
    "claims": _claim,
    "figures": _figure,
    "figures_flat": _figure,
    "dates": _date,
    "attributions": _attribution,
    "links": _link,
}
