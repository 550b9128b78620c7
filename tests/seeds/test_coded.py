"""Batches of coded rows: all of it comes in or is listed as left out, and what is wrong is refused at its line."""

import csv
import shutil
from collections import Counter

import pytest

import conflict_figures as cf
from conflict_figures.check.finding import FindingsError
from conflict_figures.seeds import coded

NAME = "nk-russia"


@pytest.fixture(scope="module")
def batch(root):
    (one,) = coded.read(root)
    return one


def test_what_was_coded_came_in_or_is_listed(batch):
    counts = {row["table"]: [int(row[column]) for column in ("coded", "left_out", "added")] for row in batch.counts}
    assert counts == {"sources": [377, 0, 0], "claims": [1076, 0, 0], "figures": [1047, 0, 0], "actors": [108, 1, 261]}
    for table, (in_, out, added) in counts.items():
        assert len(batch.records[table]) == in_ - out + added
    assert all(row["reason"] for row in batch.left_out)


def test_every_part_that_a_coder_named_is_linked_or_listed(batch):
    """190 parts were named: on 125 pages the part is there, on 65 it is not."""
    listed = [row for row in batch.left_out if row["column"] == "includes_keys"]
    assert len(batch.records["links"]) + len(listed) == 190


def test_every_row_of_the_batch_is_published(batch):
    for table, key in (("sources", "source_id"), ("claims", "claim_id"), ("figures", "figure_id"), ("actors", "actor_id")):
        published = set(cf.load(table, columns=[key], backend="pyarrow")[key].to_pylist())
        assert {row[key] for row in batch.records[table]} <= published


def test_the_review_of_every_row_is_kept(batch):
    reviews = Counter(row["review"] for row in batch.records["claims"])
    assert reviews == {"verified": 699, "corrected": 247, "unchecked": 69, "added": 61}
    assert {row["coded_by"] for table in ("sources", "claims", "figures", "dates") for row in batch.records[table]} == {"hand"}


def test_a_claim_without_a_figure_keeps_its_stance(batch):
    with_figure = {row["claim_id"] for row in batch.records["figures"]}
    bare = [row for row in batch.records["claims"] if row["claim_id"] not in with_figure]
    assert Counter(row["stance"] for row in bare) == {"confirmed": 11, "asserted": 7, "not_confirmed": 7, "denied": 4}
    assert all(row["note"].startswith("about ") for row in bare)


def test_no_word_of_a_page_is_held(batch):
    assert not any(row["quote"] or row["prefix"] or row["suffix"] for row in batch.records["claims"])
    assert not any(row["text"] for table in ("figures", "dates") for row in batch.records[table])


def test_the_numbers_as_coded_read_as_their_bounds(batch):
    """What coders wrote down and what they made of it, against our own reader of numbers."""
    odd = []
    for row in batch.records["figures"]:
        shape = tuple(row[column] for column in ("value", "low", "high", "qualifier"))
        read = cf.find_numbers(row["as_coded"].replace(" (estimated)", ""))
        if shape not in [(number.value, number.low, number.high, number.qualifier) for number in read]:
            odd.append((row["figure_id"], row["as_coded"]))
    assert odd == []


@pytest.fixture
def copy(root, tmp_path):
    shutil.copytree(root / "seeds" / "coded" / NAME, tmp_path / "seeds" / "coded" / NAME)
    return tmp_path / "seeds" / "coded" / NAME


def refused(folder) -> str:
    with pytest.raises((cf.InputError, FindingsError)) as caught:
        coded.read(folder.parent.parent.parent)
    return str(caught.value)


def drop_row(folder, file):
    lines = (folder / file).read_text(encoding="utf-8").splitlines(keepends=True)
    (folder / file).write_text("".join(lines[:-1]), encoding="utf-8")


def test_a_lost_row_is_refused(copy):
    drop_row(copy, "figures.csv")
    assert "seeds/coded/nk-russia/counts.csv:4: 1047 coded less 0 left out plus 0 added are not the 1046 rows of figures.csv" in refused(copy)


def test_a_record_left_out_without_a_reason_listed_is_refused(copy):
    counts = copy / "counts.csv"
    counts.write_text(counts.read_text().replace("claims,1076,0,0", "claims,1077,1,0"))
    assert "counts.csv:3: 1 records of claims are said to be left out, and left-out.csv lists 0" in refused(copy)


@pytest.mark.parametrize("content", ["table,coded\n", "table,coded,left_out,added\nsources,x,0,0\n", "table,coded,left_out,added\nnews,1,0,0\n", '"'])
def test_counts_that_cannot_be_read_are_refused_with_their_line(copy, content):
    (copy / "counts.csv").write_text(content)
    assert refused(copy).startswith("seeds/coded/nk-russia/counts.csv:")


@pytest.mark.parametrize("file", ["figures.csv", "left-out.csv", "README.md"])
def test_a_missing_file_is_named(copy, file):
    (copy / file).unlink()
    assert f"the batch has no {file}. Add seeds/coded/nk-russia/{file}" in refused(copy)


def test_a_file_that_belongs_nowhere_is_named(copy):
    (copy / "figures-old.csv").write_text("x")
    assert "seeds/coded/nk-russia/figures-old.csv: the file is none that a batch holds" in refused(copy)


def test_a_cell_of_another_type_is_refused_at_its_line(copy):
    path = copy / "figures.csv"
    with open(path, encoding="utf-8", newline="") as handle:
        rows = list(csv.reader(handle))
    rows[3][rows[0].index("value")] = "about 600"
    with open(path, "w", encoding="utf-8", newline="") as handle:
        csv.writer(handle, lineterminator="\n").writerows(rows)
    assert "seeds/coded/nk-russia/figures.csv:4: figures value: 'about 600' is not of the type number" in refused(copy)


def test_no_batch_at_all_is_fine(tmp_path):
    assert coded.read(tmp_path) == []
