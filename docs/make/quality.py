"""What the statement of data quality counts."""

import csv
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

import words
import yaml
from wilson import interval

import conflict_figures as cf
from conflict_figures import schema

HERE = Path(__file__).resolve().parent
LEFT_OUT = "seeds/coded/nk-russia/left-out.csv"


@dataclass(frozen=True)
class Rate:
    """How many of a field were wrong, of how many judged, with the 95 % interval in per cent."""

    field: str
    wrong: int
    judged: int

    @property
    def percent(self) -> str:
        return words.percent(self.wrong / self.judged)

    @property
    def reach(self) -> str:
        return " to ".join(words.percent(end) for end in interval(self.wrong, self.judged))


def facts(root: Path) -> dict:
    """Every number of the page, by the name that its template uses."""
    measured = yaml.safe_load((HERE / "measured.yaml").read_text(encoding="utf-8"))
    sources = cf.load("sources", backend="pyarrow").to_pylist()
    figures = cf.load("figures", backend="pyarrow").to_pylist()
    claims = cf.load("claims", backend="pyarrow").to_pylist()
    coded = [row for row in sources if row["source_id"].startswith("nk-russia-")]
    by_hand = [row for row in figures if row["coded_by"] == "hand"]
    published = sorted(row["published"] for row in coded if row["published"])
    return measured | {
        "pages": len(coded),
        "languages": _shares(row["language"] for row in coded),
        "countries": _shares(row["country"] for row in coded if row["country"]),
        "no_country": sum(row["country"] is None for row in coded),
        "undated": sum(row["published"] is None for row in coded),
        "month_only": sum(len(day) == len("2025-04") for day in published),
        "first": published[0],
        "last": published[-1],
        "others_text": sum(row["text_relation"] in ("copy", "relay", "mirror") for row in coded),
        "inferred_agencies": sum(row["agencies_basis"] not in (None, "stated") for row in coded),
        "rates": [Rate(field, wrong, measured["judged"]) for field, wrong in measured["wrong"].items()],
        "missed": Rate("figures", measured["figures_missed"], measured["figures_found"]),
        "reviews": _reviews([row for row in claims if row["coded_by"] == "hand"], by_hand),
        "unchecked_share": measured["wrong"]["speaker not as the page names it"] / measured["judged"],
        "claims": sum(row["coded_by"] == "hand" for row in claims),
        "figures": len(by_hand),
        "no_figure": sum(row["coded_by"] == "hand" for row in claims) - len({row["claim_id"] for row in by_hand}),
        "extracted": len(figures) - len(by_hand),
        "texts": len(sources) - len(coded),
        "no_item": sum(row["item_id"] is None for row in by_hand),
        "origins": sum(row["origin"] is not None for row in claims if row["coded_by"] == "hand"),
        "left_out": _left_out(root / LEFT_OUT),
    }


def _reviews(claims: list[dict], figures: list[dict]) -> list[tuple[str, str, int, int]]:
    """Each review with its definition, and how many claims and figures have it."""
    of_claims, of_figures = (Counter(row["review"] for row in rows) for rows in (claims, figures))
    return [(code.code, code.definition, of_claims[code.code], of_figures[code.code]) for code in schema.codes("review")]


def _shares(cells) -> list[tuple[str, int, str]]:
    """Each value with its number and its share in per cent, the commonest first."""
    votes = Counter(cells)
    order = sorted(votes, key=lambda one: (-votes[one], one))
    return [(cell, votes[cell], words.percent(votes[cell] / votes.total())) for cell in order]


def _left_out(path: Path) -> list[tuple[str, str, str, int]]:
    """What is left out, by table, column and reason; a reason that names a cell's own words stands for itself."""
    with path.open(encoding="utf-8", newline="") as file:
        votes = Counter((row["table"], row["column"] or "the whole record", row["reason"]) for row in csv.DictReader(file))
    return [(*what, votes[what]) for what in sorted(votes, key=lambda one: (-votes[one], one))]
