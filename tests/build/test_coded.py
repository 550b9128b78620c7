"""A batch of coded rows in a build: it joins the texts, and a fault is named at its line."""

import csv
import io
import shutil

import pytest

BATCH = "seeds/coded/nk-russia"


@pytest.fixture
def joined(checkout, root):
    """A small checkout with the whole coded record in it."""
    shutil.copytree(root / BATCH, checkout.root / BATCH)
    return checkout


def change(checkout, file, row, **cells) -> None:
    path = checkout.root / BATCH / file
    rows = list(csv.DictReader(io.StringIO(path.read_text(encoding="utf-8"), newline="")))
    rows[row].update(cells)
    with open(path, "w", encoding="utf-8", newline="") as handle:
        writer = csv.DictWriter(handle, list(rows[0]), lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


def test_what_was_coded_and_what_was_found_is_printed(joined):
    done = joined.build()
    assert done.returncode == 0, done.stderr
    said = dict(line.split(maxsplit=1) for line in done.stdout.splitlines()[:10])
    assert "claims 1,076 coded, 0 left out, 0 added" in said["coded"] and "actors 108 coded, 1 left out, 261 added" in said["coded"]
    assert "contradicts" in said["relate"] and "contradicting_renderings" in said["find"]
    figures = (joined.root / "data/figures.csv").read_text(encoding="utf-8")
    assert figures.count("\n") == 1 + 1047 + 3, "those of the record and those of the text"


@pytest.mark.parametrize(
    ("file", "row", "cells", "said"),
    [
        ("figures.csv", 0, {"measure": "slain"}, "figures.csv:2: figures nk-russia-112ua-0124.f0290 measure: 'slain'"),
        ("figures.csv", 1, {"claim_id": "nk-russia-x.c1"}, "figures.csv:3: figures nk-russia-112ua-0124.f0454 claim_id:"),
        ("claims.csv", 2, {"issue": "qualifier_drift;typo"}, "claims.csv:4: claims"),
        ("attributions.csv", 0, {"role": "speaker"}, "attributions.csv:2: attributions"),
        ("sources.csv", 0, {"published": "24 January"}, "sources.csv:2: sources"),
    ],
)
def test_a_coded_row_that_breaks_a_rule_is_refused_at_its_line(joined, file, row, cells, said):
    change(joined, file, row, **cells)
    done = joined.build()
    assert done.returncode == 1
    assert f"{BATCH}/{said}" in done.stderr
    assert not (joined.root / "data").exists(), "nothing is published"


def test_a_part_that_a_coder_puts_above_its_whole_is_a_finding(joined):
    links = list(csv.DictReader(io.StringIO((joined.root / BATCH / "links.csv").read_text(encoding="utf-8"), newline="")))
    figures = list(csv.DictReader(io.StringIO((joined.root / BATCH / "figures.csv").read_text(encoding="utf-8"), newline="")))
    part = next(place for place, row in enumerate(figures) if row["figure_id"] == links[0]["object_id"])
    million = {"value": "1000000", "low": "1000000", "high": "1000000", "qualifier": "exact", "bound_rule": ""}
    change(joined, "figures.csv", part, **million)
    assert joined.build().returncode == 0
    assert f"part-above-whole.{links[0]['object_id']}," in (joined.root / "data/findings.csv").read_text(encoding="utf-8")
