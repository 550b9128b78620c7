"""The id of a row that is gone still leads to what it said, and why it is gone."""

import json

import pytest

import conflict_figures as cf
from conflict_figures import dataset, withdrawal

ROW = {"figure_id": "a.f0", "text": "2024", "value": 2024.0}


@pytest.fixture
def gone(monkeypatch):
    """Let a figure be withdrawn; hand back what changes its tombstone."""
    told = {"table": "figures", "key": "a.f0", "withdrawn_in": "0.3.0", "last_in": "0.2.0", "reason": "It is a year.", "replaced_by": "a.f9", "row": json.dumps(ROW)}
    read = dataset.read

    def with_tombstone(table, columns=None):
        if table != "withdrawn":
            return read(table, columns)
        from conflict_figures.tabular import to_arrow

        return to_arrow({"withdrawn": [told]})["withdrawn"]

    monkeypatch.setattr(dataset, "read", with_tombstone)
    return told


def test_why_tells_of_a_withdrawn_figure(gone):
    found = cf.why("a.f0")
    assert (found.row, found.last_in) == (ROW, "0.2.0")
    for words in ("withdrawn from figures in 0.3.0", "It is a year.", "a.f9 stands for it now", "it said: 2024", "last in version 0.2.0"):
        assert words in str(found)


def test_what_may_not_be_published_is_not_told(gone):
    gone["row"] = None
    assert cf.why("a.f0").row == {}
    assert "it said" not in str(cf.why("a.f0"))


def test_a_key_of_another_table_is_no_figure(gone):
    gone["table"] = "claims"
    with pytest.raises(cf.InputError):
        cf.why("a.f0")
    assert withdrawal.find("a.f0").table == "claims"
