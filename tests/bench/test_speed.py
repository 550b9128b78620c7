"""The benchmark as a command: what it reads and prints, never how long that took."""

import json
import sys

import pytest
import speed
from timing import long_text, plain, readers, texts

from conflict_figures.extract import extract


@pytest.fixture
def without_peer(monkeypatch):
    monkeypatch.setitem(sys.modules, "quantulum3", None)  # an import of it fails, whatever is installed


@pytest.fixture
def little(monkeypatch):
    """A small part of every kind of text, so that the test reads little."""
    for name in ("golden", "mix", "plain_alone"):
        found = texts.sample(getattr(texts, name)(), 2000)
        monkeypatch.setattr(texts, name, lambda found=found: found)


def test_plain_texts_are_the_same_each_time_and_hold_no_figure():
    found = plain.texts(20_000)
    assert found == plain.texts(20_000) != plain.texts(20_000, seed=2)
    assert sum(map(len, found)) >= 20_000 and len(set(found)) == len(found)
    assert [row["text"] for text in found for row in extract(text).records["figures"]] == []


def test_the_mix_is_nine_parts_plain_to_one_dense():
    dense = texts.size(texts.seeds() + texts.golden())
    assert 9.5 < texts.size(texts.mix()) / dense < 12  # a plain text is not cut to fit


@pytest.mark.parametrize("megabytes", [0.001, 0.05])
def test_the_long_text_has_its_size(megabytes):
    assert 0 <= megabytes * 1e6 - texts.size([texts.long(megabytes)]) < 4


def test_a_sample_holds_whole_texts_and_at_least_one():
    assert texts.sample(["abc", "def", "g"], 6) == ["abc", "def"]
    assert texts.sample(["abc"], 1) == ["abc"]


def test_without_the_peer_the_rest_is_measured_and_the_remedy_said(without_peer, little, capsys):
    assert readers.peer() is None
    assert speed.main(["--repeat", "1", "--sizes", ""]) == 0
    printed = capsys.readouterr()
    assert all(name in printed.out for name in ("seeds", "golden", "mix", "plain", "–"))
    assert printed.err == "speed: quantulum3 is not installed, so its speed is left out. Run make peers first.\n"


def test_a_peer_that_is_there_is_measured(little, monkeypatch, capsys):
    monkeypatch.setattr(readers, "peer", lambda: readers.floor)
    assert speed.main(["--repeat", "1", "--sizes", "", "--json"]) == 0
    printed = capsys.readouterr()
    rows = json.loads(printed.out)["speeds"]
    assert [row["texts"] for row in rows] == ["seeds", "golden", "mix", "plain"] and printed.err == ""
    assert all(row["extractor"] > 0 and row["quantulum3"] > 0 for row in rows)


def test_a_long_text_is_read_in_a_process_of_its_own():
    found = long_text.measure(0.01)
    assert found.megabytes == 0.01 and found.seconds > 0
    assert found.memory is None or found.memory >= found.memory_before > 0


@pytest.mark.parametrize("sizes", ["0", "-1", "big"])
def test_a_size_that_is_none_is_wrong_use(sizes, capsys):
    with pytest.raises(SystemExit) as leaving:
        speed.main(["--sizes", sizes])
    assert leaving.value.code == 2 and "Traceback" not in capsys.readouterr().err
