"""Whatever stands in a sidecar, a decisions file or an account of a batch, it is read or has faults with their lines, and nothing else."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from conflict_figures.errors import InputError
from conflict_figures.seeds import coded, decisions, sidecar
from conflict_figures.seeds.texts import Source, sha256

QUICK = settings(max_examples=80, suppress_health_check=[HealthCheck.function_scoped_fixture])


def named(faults, path) -> bool:
    """Every fault is about the file, on a line that it has."""
    lines = path.read_bytes().count(b"\n") + 1
    return all(str(fault.path) == path.name and fault.message and fault.remedy and 1 <= fault.line <= lines for fault in faults)


KEY = st.sampled_from([*sidecar.KEYS, "publsher", "?", "", "- a", "&a kind", "*a"])
VALUE = st.sampled_from(["null", "a", "''", "article", "2025-04-30", "[a]", "{a: b}", "{value: 2025, basis: b, confidence: high}", "!!str a", "&a b", "*a", "|", '"', "\t", "a: b"])
SIDECARS = st.lists(st.tuples(KEY, VALUE), max_size=14).map(lambda pairs: "".join(f"{key}: {value}\n" for key, value in pairs))


@QUICK
@given(st.one_of(SIDECARS, st.binary(max_size=60)))
def test_sidecars(tmp_path, written):
    path = tmp_path / "note.yaml"
    path.write_bytes(written if isinstance(written, bytes) else written.encode())
    facts, faults = sidecar.check(path, "note.yaml")
    assert (facts is None) == bool(faults)
    assert named(faults, path)
    if faults:
        with pytest.raises(InputError, match="note.yaml"):
            sidecar.read(path, "note.yaml")


TEXT = "About 600 were killed.\n"
SOURCE = Source("note", TEXT, {"text_sha256": sha256(TEXT)})
CELLS = (
    [sha256(TEXT), "0" * 64, "x"], ["figures", "claims", "links"], ["0", "5", "-1", "x"], ["9", "3", ""], ["About 600", "killed", ""],
    ["accept", "correct", "reject", "join", "keep"], ["", "value", "measure", "item_id", "start"], ["", "600", "killed", "toll", "1,200"],
    ["reader", ""], ["2025-07-01", "July"], ["why", "", " "],
)  # fmt: skip
LINE = st.tuples(*map(st.sampled_from, CELLS)).map(lambda cells: ",".join(f'"{cell}"' if "," in cell else cell for cell in cells))
DECISIONS = st.lists(st.one_of(LINE, st.text("a,\"\n", max_size=6)), max_size=5).map(lambda lines: "\n".join([",".join(decisions.HEADER), *lines]))


@QUICK
@given(st.one_of(DECISIONS, st.binary(max_size=60)))
def test_decisions(tmp_path, written):
    path = tmp_path / "note.csv"
    path.write_bytes(written if isinstance(written, bytes) else written.encode())
    sound, faults = decisions.check([(path, "note.csv")], [SOURCE])
    assert named(faults, path)
    assert not {one.line for one in sound} & {fault.line for fault in faults}
    assert all(TEXT[one.start : one.end] == one.text for one in sound)


COUNT = st.one_of(st.sampled_from(["0", "2"]), st.sampled_from(["x", "-1", "9" * 30, "٣", ""]))
COUNTS = st.lists(st.tuples(st.sampled_from(["claims", "figures", "news"]), COUNT, COUNT, COUNT).map(",".join), max_size=4)
LEFT = st.lists(st.one_of(st.sampled_from(["claims,1,,,why", "figures,1,grade,,why"]), st.sampled_from(["", "claims", '"'])), max_size=4)


@QUICK
@given(COUNTS, LEFT)
def test_accounts(tmp_path, counts, left):
    """A row of counts has no fault only where its numbers add up."""
    for name, header, lines in (("counts.csv", coded.COUNTS, counts), ("left-out.csv", coded.LEFT_OUT, left)):
        (tmp_path / name).write_text("\n".join([",".join(header), *lines]), encoding="utf-8")
    accounts = coded.account(tmp_path, "batch", {"claims": 2, "figures": 0})
    at_fault = {fault.line for fault in accounts.faults if str(fault.path) == "batch/counts.csv"}
    for number, line in enumerate(counts, start=2):
        table, *numbers = line.split(",")
        if number not in at_fault:
            come_in, out, added = map(int, numbers)
            assert come_in - out + added == {"claims": 2, "figures": 0}[table]
            assert out == left.count(f"{table},1,,,why") or any(str(fault.path) == "batch/left-out.csv" for fault in accounts.faults)
