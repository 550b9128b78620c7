"""The least version that says what changed, by the recipe of the Data Package standard, with a reason for each kind of change."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from two_versions import EACH, Version, changed

from conflict_figures.release.bump import bump, least
from conflict_figures.release.diff import diff
from conflict_figures.release.difference import KINDS, LEVELS

OLD = Version().package()
# these take each other's ground away
APART = {"table_removed", "table_renamed", "table_moved", "field_renamed", "field_moved", "key_changed", "file_changed"}


def test_every_kind_of_change_has_an_example():
    assert EACH.keys() == KINDS.keys()


@pytest.mark.parametrize("kind", EACH)
def test_each_kind_of_change_is_a_reason_once_with_its_name(kind):
    found = bump(diff(OLD, changed(kind).package()))
    said, name = KINDS[kind], EACH[kind][1]
    told = [reason for reason in found.reasons if f"{said.level}: 1 {said.one}: " in reason]
    assert len(told) == 1 and name in told[0]
    assert found.level == said.level
    # the rows of a table go with it
    assert len(found.reasons) == 1 + (kind == "table_removed")


def test_the_weightiest_reason_comes_first():
    found = bump(diff(OLD, changed("rows_changed", "rows_added", "code_removed").package()))
    assert [reason.split(":")[0] for reason in found.reasons] == ["major", "minor", "patch"]


def test_a_shared_code_list_counts_once_and_rows_of_a_table_together():
    new = changed("code_added", "rows_changed")
    new.field("actors", "kind")["constraints"] = {"enum": ["a"]}
    new.rows["figures"][1]["place"] = new.rows["figures"][2]["place"] = "Sudzha"
    old = Version()
    old.field("actors", "kind").update(codes="measure", constraints={"enum": ["killed", "wounded"]})
    new.field("actors", "kind").update(codes="measure", constraints={"enum": ["killed", "wounded", "missing"]})
    reasons = bump(diff(old.package(), new.package())).reasons
    assert "minor: 1 code is added: missing (measure)" in reasons
    assert "patch: 3 rows are changed: 3 of figures" in reasons


def test_nothing_asks_for_nothing():
    found = bump(diff(OLD, Version().package()))
    assert (found.level, found.reasons, found.least) == ("none", (), "0.1.0")


@pytest.mark.parametrize("number", [None, 3, ["0.1.0"], "first"])
def test_without_a_version_there_is_no_least_one(number):
    old = Version(number)
    assert bump(diff(old.package(), changed("rows_added").package())).least is None


def test_a_form_of_a_table_that_is_gone_breaks_who_reads_it_and_a_new_one_does_not():
    both, one = Version("0.2.0").package(), Version("0.2.0").package()
    both.descriptor["resources"][0]["alternates"].append({"format": "arrow", "path": "actors.arrow"})
    assert bump(diff(one, both)).reasons == ("patch: 1 description or other property is changed: actors alternates",)
    assert bump(diff(both, one)).reasons == ("major: 1 table is in a file of another name or form: actors",)


@pytest.mark.parametrize("version", ["0.1", "v1.0.0", "", None])
def test_what_is_no_version_has_none_after_it(version):
    assert least(version, "major") is None


def test_a_tombstone_that_is_gone_leaves_an_id_that_nothing_tells_of():
    new = Version("0.2.0")
    new.rows["withdrawn"].clear()
    assert bump(diff(OLD, new.package())).reasons == ("major: 1 row is gone without a tombstone: 1 of withdrawn",)
    # unless the row came back
    new.rows["figures"].append({"figure_id": "page.f0", "value": 1.0, "measure": "killed"})
    assert bump(diff(OLD, new.package())).reasons == ("minor: 1 row is added: 1 of figures",)


_KINDS = st.sets(st.sampled_from(sorted(EACH.keys() - APART)))


@settings(max_examples=30)
@given(_KINDS, _KINDS)
def test_more_changes_never_ask_for_less(some, more):
    fewer, all_ = (bump(diff(OLD, changed(*sorted(kinds)).package())) for kinds in (some, some | more))
    assert LEVELS.index(fewer.level) <= LEVELS.index(all_.level)


@given(st.lists(st.sampled_from(LEVELS), min_size=2, max_size=2), st.tuples(st.integers(0, 3), st.integers(0, 3), st.integers(0, 3)))
def test_a_larger_step_never_gives_a_smaller_version(levels, version):
    first, second = (tuple(map(int, least(".".join(map(str, version)), level).split("."))) for level in sorted(levels, key=LEVELS.index))
    assert version <= first <= second
