"""The extractor's rows in the shape of a coding by hand, by way of the public tables alone."""

from conflict_figures.extract import extract

from .gold import Coding, Row

_OF_FIGURE = ("start", "end", "text", "value", "low", "high", "qualifier", "measure", "unit", "subject", "count_mode",
              "rate_per", "increment", "affected_status", "place", "certainty")  # fmt: skip
_OF_CLAIM = ("start", "end", "speaker", "origin", "stance", "certainty")


def coding(text: str, published: str | None = None) -> Coding:
    """Read a text with the extractor and return what it found as a Coding.

    >>> found = coding("At least 12 soldiers were killed, the army said.")
    >>> [(figure["low"], figure["measure"], figure["speaker"]) for figure in found.figures]
    [(12, 'killed', 'army')]
    """
    records = extract(text, published=published).records
    claims = {row["claim_id"]: row for row in records["claims"]}
    dates = {row["date_id"]: row["edtf"] for row in records["dates"]}
    position = {row["figure_id"]: k for k, row in enumerate(records["figures"])}
    figures = [_figure(row, claims[row["claim_id"]], dates) for row in records["figures"]]
    for link in records["links"]:
        if link["subject_table"] != "figures":
            continue
        one, other = position[link["subject_id"]], position[link["object_id"]]
        if link["predicate"] == "includes":
            figures[one]["includes"].append(other)
        elif link["predicate"] == "repeats":
            figures[one]["repeats"] = other
    return Coding(figures, [{key: row[key] for key in _OF_CLAIM} for row in records["claims"]])


def _figure(row: Row, claim: Row, dates: dict[str, str | None]) -> Row:
    voice = {key: claim[key] for key in ("speaker", "origin", "stance")}
    links = {"includes": [], "repeats": None}
    return {key: row[key] for key in _OF_FIGURE} | voice | links | {"date": dates.get(row["date_id"])}
