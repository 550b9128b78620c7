"""The scorer as a command: what it counts, what it prints, and what it says to a file that it cannot use."""

import json

import accuracy
import pytest
from scoring import gold, report
from scoring.gold import Coding, Gold
from scoring.tally import Tally, of_text

TEXT = "In Tarn 12 people were killed and 30 wounded, the mayor said. The mayor is 51."


def figure(words, measure="killed", **more):
    start = TEXT.index(words)
    value = int(words)
    row = {"start": start, "end": start + len(words), "value": value, "low": value, "high": value}
    return row | {"qualifier": "exact", "measure": measure, "speaker": "mayor", "stance": "asserted"} | more


def coded(*figures, claims=(), **more):
    return Gold("tarn", TEXT, None, Coding(list(figures), list(claims)), **more)


def scored(wanted, *found, claims=()):
    return of_text(wanted, Coding(list(found), list(claims)))


@pytest.fixture
def file(tmp_path):
    def write(*lines):
        path = tmp_path / "gold.jsonl"
        path.write_text(
            "\n".join(line if isinstance(line, str) else json.dumps(line) for line in lines), encoding="utf-8"
        )
        return path

    return write


def test_a_coding_agrees_with_itself():
    whole = [figure("12", includes=[1]), figure("30", "wounded", repeats=0)]
    claim = {"start": 0, "end": 44, "speaker": "mayor", "stance": "asserted", "certainty": "stated"}
    tally, differences = scored(coded(*whole, claims=[claim]), *whole, claims=[claim])
    scores = report.as_dict(tally)
    assert differences == []
    for name in ("detection", "detection+measure", "span only", "includes", "repeats", "claims"):
        assert scores[name]["f1"] == 1
    assert scores["claims"]["stance"] == 1 and scores["fields"]["speaker"]["share"] == 1


def test_missed_false_and_misread_figures_are_told_apart():
    not_figure = {"start": TEXT.index("51"), "end": TEXT.index("51") + 2, "why": "age"}
    wanted = coded(figure("12"), figure("30", "wounded"), not_figures=[not_figure])
    tally, differences = scored(wanted, figure("12", value=21), figure("51"))
    assert [one.what for one in differences] == ["other numbers", "missed figure", "false figure"]
    assert tally.false_on == {"age": 1}
    scores = report.as_dict(tally)
    assert scores["detection"]["r"] == 0 and scores["span only"]["r"] == 0.5


def test_the_fields_of_a_debatable_figure_are_left_out_unless_asked_for():
    wanted = coded(figure("12"), debatable=frozenset({0}))
    tally, _ = scored(wanted, figure("12", "wounded", speaker=None))
    assert tally.scored["speaker"] == 0 and tally.right["detection+measure"] == 1
    strict, _ = of_text(wanted, Coding([figure("12", "wounded")], []), all_figures=True)
    assert strict.right["detection+measure"] == 0 and strict.scored["measure"] == 1


def test_a_text_without_figures_counts_the_false_ones():
    tally, _ = scored(coded(), figure("51"))
    assert (tally.empty_texts, tally.false_in_empty) == (1, 1)
    assert report.as_dict(tally)["detection"]["p"] == 0
    assert report.as_dict(scored(coded())[0])["detection"]["f1"] == 1


def test_repeats_agree_whether_they_point_to_the_first_or_to_the_nearest_mention():
    spans = [{"start": k, "end": k + 1, "value": 7, "low": 7, "high": 7, "measure": "killed"} for k in range(3)]
    first = [spans[0], spans[1] | {"repeats": 0}, spans[2] | {"repeats": 0}]
    nearest = [spans[0], spans[1] | {"repeats": 0}, spans[2] | {"repeats": 1}]
    tally, _ = scored(coded(*first), *nearest)
    assert report.as_dict(tally)["repeats"] == {"p": 1, "r": 1, "f1": 1, "wanted": 3, "found": 3}


def test_tallies_add_up():
    one, _ = scored(coded(figure("12")), figure("12"))
    both = Tally()
    both += one
    both += scored(coded(figure("12")))[0]
    assert report.as_dict(both)["detection"]["r"] == 0.5 and both.texts == 2


def test_the_golden_texts_are_measured_by_kind(file, root, capsys):
    lines = (root / "tests" / "golden" / "texts.jsonl").read_text(encoding="utf-8").splitlines()[:3]
    kinds = {json.loads(line)["kind"] for line in lines}
    assert accuracy.main([str(file(*lines)), "--json", "--errors"]) == 0
    scores = json.loads(capsys.readouterr().out)
    assert set(scores["kind"]) == kinds and scores["all"]["texts"] == 3 and scores["errors"]


def test_the_report_has_every_score_and_a_line_for_each_value_of_a_label(file, capsys):
    rows = [{"id": name, "text": TEXT, "figures": [figure("12")], "desk": name[0]} for name in ("a1", "a2", "b1")]
    assert accuracy.main([str(file(*rows, "")), "--by", "desk", "--errors"]) == 0
    out = capsys.readouterr().out
    for name in ("detection", "detection+measure", "includes", "repeats", "claims", "speaker", "false figures"):
        assert name in out
    assert [line.split()[:2] for line in out.splitlines() if line.startswith(("a ", "b "))] != []
    assert "false figure: exact 30 wounded/person" in out


def test_a_file_without_one_figure_is_measured(file, capsys):
    assert accuracy.main([str(file({"id": "calm", "text": "Nothing happened.", "figures": []}))]) == 0
    assert "F1 1.000" in capsys.readouterr().out


GOOD = {"id": "a", "text": TEXT, "figures": []}


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        ([GOOD, "{"], ":2: the line is not JSON."),
        ([GOOD, "", "[1]"], ":3: the line is JSON, but no object."),
        ([GOOD, GOOD], ":2: the id 'a' stands on line 1 already."),
        ([{"id": "a", "figures": []}], ":1: the object has no text, or one of another type."),
        ([GOOD | {"figures": [{"start": 0, "end": 999}]}], ":1: figures[0] has no start and end inside the text."),
        ([GOOD | {"published": "yesterday"}], ":1: published is 'yesterday', which is no date."),
        (["", " "], "the file holds no text."),
    ],
    ids=["no JSON", "no object", "one id twice", "no text", "a span outside", "no date", "nothing"],
)
def test_a_file_that_cannot_be_used_is_one_sentence_and_code_2(file, capsys, lines, said):
    assert accuracy.main([str(file(*lines)), "--json"]) == 2
    printed = capsys.readouterr()
    assert printed.out == "" and said in printed.err
    assert printed.err.startswith("accuracy: ") and printed.err.count("\n") == 1


def test_a_file_that_is_not_there_or_not_text_is_said_so(tmp_path, capsys):
    assert accuracy.main([str(tmp_path / "none.jsonl")]) == 2
    (tmp_path / "bytes.jsonl").write_bytes(b"\xff\xfe\x00")
    assert accuracy.main([str(tmp_path / "bytes.jsonl")]) == 2
    first, second = capsys.readouterr().err.splitlines()
    assert "No such file" in first and "not UTF-8" in second


def test_lines_end_at_a_newline_alone(file):
    """A separator of lines inside a JSON string, which other readers take for a line end."""
    path = file(json.dumps({"id": "a", "text": "One\u2028two", "figures": []}, ensure_ascii=False))
    assert [one.text for one in gold.read(path)] == ["One\u2028two"]
