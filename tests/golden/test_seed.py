"""The seed text equals its hand-made coding, row by row.

The expected rows are coded by hand from the text alone. A failure names the row and the cell.
"""

import csv
from pathlib import Path

import pytest

from conflict_figures.extract import extract

GOLD = Path(__file__).parent / "nk-casualties-kursk"
TEXT = Path(__file__).parents[2] / "seeds" / "texts" / "nk-casualties-kursk.txt"


def expected(table: str) -> list[dict[str, str]]:
    with (GOLD / f"{table}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def cell(value) -> str:
    if value is None:
        return ""
    return str(value).lower() if isinstance(value, bool) else str(value)


@pytest.fixture(scope="module")
def read():
    return extract(TEXT.read_bytes().decode("utf-8"), source_id="seed").records


def by(rows, key):
    return {row[key]: row for row in rows}


def start(row_id: str) -> str:
    return row_id.rpartition(".")[2][1:]


def differences(found: list[dict], wanted: list[dict], key: tuple[str, ...]) -> list[str]:
    """One line per missing row, extra row or unequal cell, in a form that a coder can read."""
    mine = {tuple(row[k] for k in key): row for row in found}
    gold = {tuple(row[k] for k in key): row for row in wanted}
    lines = [f"missing: {gold[k]}" for k in gold if k not in mine]
    lines += [f"not in the gold: {mine[k]}" for k in mine if k not in gold]
    lines += [
        f"{' '.join(k)} {column}: coded {gold[k][column]!r}, extracted {mine[k][column]!r}"
        for k in gold
        if k in mine
        for column in gold[k]
        if gold[k][column] != mine[k][column]
    ]
    if len(found) != len(mine):
        lines.append("two extracted rows share a key")
    return lines


def check(found: list[dict], table: str, key: tuple[str, ...]) -> None:
    lines = differences(found, expected(table), key)
    assert not lines, "\n" + "\n".join(lines)


def test_figures(read):
    claims, dates = by(read["claims"], "claim_id"), by(read["dates"], "date_id")
    found = []
    for row in read["figures"]:
        claim = claims[row["claim_id"]]
        joined = {k: claim[k] for k in ("speaker", "origin", "stance")}
        date = dates[row["date_id"]]["edtf"] if row["date_id"] else None
        full = {**row, **joined, "date": date}
        found.append({k: cell(full[k]) for k in expected("figures")[0]})
    check(found, "figures", ("start",))


def test_claims(read):
    found = [{k: cell(row[k]) for k in expected("claims")[0]} for row in read["claims"]]
    check(found, "claims", ("start",))


def test_attributions(read):
    claims, actors = by(read["claims"], "claim_id"), by(read["actors"], "actor_id")
    found = [
        {k: cell(v) for k, v in {
            "claim_start": claims[row["claim_id"]]["start"], "hop": row["hop"], "role": row["role"],
            "actor": actors[row["actor_id"]]["name"], "cue": row["cue"], "cue_start": row["cue_start"],
            "cue_end": row["cue_end"],
        }.items()}
        for row in read["attributions"]
    ]  # fmt: skip
    check(found, "attributions", ("claim_start", "hop"))


def test_actors(read):
    found = [
        {"name": row["name"], "kind": row["kind"], "country_iso3": cell(row["country_iso3"]),
         "aliases": "; ".join(sorted((row["aliases"] or "").split("; "))) if row["aliases"] else ""}
        for row in read["actors"]
        if row["kind"] != "unknown"
    ]  # fmt: skip
    check(found, "actors", ("name",))


def test_links(read):
    found = [
        {"table": row["subject_table"], "subject_start": start(row["subject_id"]), "predicate": row["predicate"],
         "object_start": start(row["object_id"])}
        for row in read["links"]
    ]  # fmt: skip
    check(found, "links", ("table", "subject_start", "predicate", "object_start"))


def test_dates_are_those_of_the_text_and_none_is_resolved(read):
    found = [
        {"start": cell(row["start_char"]), "end": cell(row["end_char"]), "text": row["text"], "role": row["role"],
         "edtf": cell(row["edtf"])}
        for row in read["dates"]
    ]  # fmt: skip
    check(found, "dates", ("start",))
