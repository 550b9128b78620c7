"""Each form tells all that changed, in words for its readers, and nothing of the data acts in it."""

import json
from html.parser import HTMLParser

import pytest
from two_versions import EACH, Version, changed

from conflict_figures.release.diff import diff
from conflict_figures.release.difference import KINDS

OLD = Version().package()
EVIL = "</td><script>alert('x')</script>\x1b[31m\u202e **b** `c` | [d](e)\n# f\u2028"
FORMS = ("to_text", "to_markdown", "to_html", "to_jsonl")


def evil():
    new = changed("rows_withdrawn", "rows_added", "code_added", "description_changed", "rows_gone")
    new.rows["figures"][0]["place"] = new.rows["withdrawn"][-1]["reason"] = new.rows["actors"][0]["actor_id"] = EVIL
    new.field("figures", "measure")["constraints"]["enum"][-1] = EVIL
    new.said["resources"][1]["title"] = EVIL
    new.said["version"] = EVIL
    return diff(OLD, new.package())


class Page(HTMLParser):
    """What a browser makes of a page: its tags, its text, and whether each tag is closed."""

    def __init__(self, page):
        super().__init__()
        self.tags, self.words, self.open = [], "", []
        self.feed(page)

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))
        if tag not in ("meta", "br"):
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        self.words += data


def test_nothing_of_the_data_acts():
    found = evil()
    page = Page(found.to_html())
    assert not page.open and "script" not in {tag for tag, _ in page.tags}
    assert "<script>alert" in page.words
    notes = found.to_markdown()
    for form in (found.to_text(), notes, found.to_html()):
        assert "\x1b" not in form and "\u202e" not in form and "\u2028" not in form
    assert "\n# f" not in notes and "<script" not in notes.replace("\\<", "") and "**b**" not in notes.replace("`", "")
    for line in found.to_jsonl().splitlines():
        json.loads(line)


def test_the_changed_cells_stand_side_by_side():
    new = changed("rows_changed")
    new.rows["figures"][0]["value"] = None
    page = diff(OLD, new.package()).to_html()
    assert '<td class="was"><bdi>Kursk</bdi></td><td class="now"><bdi>Sudzha</bdi></td>' in page
    assert '<td class="was"><bdi>1</bdi></td><td class="now"><span class="none">empty</span></td>' in page
    assert '<th scope="row" rowspan="2">page.f1</th>' in page


def test_links_of_the_page_lead_somewhere():
    page = Page(diff(OLD, changed("rows_changed", "rows_withdrawn", "rows_added").package()).to_html())
    there = {attrs["id"] for _, attrs in page.tags if "id" in attrs}
    assert {attrs["href"].removeprefix("#") for tag, attrs in page.tags if tag == "a"} <= there


def test_the_notes_of_a_release():
    assert diff(OLD, changed("rows_changed", "rows_withdrawn", "code_added").package()).to_markdown() == """\
# Changes from version 0.1.0 to version 0.2.0

0 rows added, 1 row changed (1 cell), 1 row withdrawn.

| Table | added | changed | withdrawn |
| --- | ---: | ---: | ---: |
| figures | 0 | 1 | 1 |

## Changed

### figures: 1 row (`place` 1)

- `page.f1`: `place` Kursk → Sudzha

## Withdrawn

These rows are kept in the table `withdrawn`, with the reason; their ids still resolve.

### figures: 1 row

- `page.f3`: No count. Replaced by `page.f1`.

## Tables, columns and codes

- 1 code is added:
  - missing (measure)

## Version

This is a minor change: the least version after 0.1.0 is 0.2.0.

- minor: 1 code is added: missing (measure)
- minor: 1 row is withdrawn: 1 of figures
- patch: 1 row is changed: 1 of figures
"""


def test_the_text_for_a_terminal():
    assert diff(OLD, changed("rows_changed", "rows_withdrawn", "rows_gone", "type_changed").package()).to_text() == """\
0.1.0 → 0.2.0: 0 rows added, 1 row changed (1 cell), 1 row withdrawn, 1 row gone without a tombstone.

                  added    changed  withdrawn       gone
actors                0          0          0          1
figures               0          1          1          0
figures_flat          0          0          0          1  (repeats figures)

1 field has another type: figures.value: number → integer

actors
  - lee  gone without a tombstone

figures
  - page.f3  withdrawn: No count.
  ~ page.f1  place: Kursk → Sudzha

This is a major change (while the first number is 0, the second stands for major changes too): the least version after 0.1.0 is 0.2.0.
  major: 1 field has another type: figures.value
  major: 1 row is gone without a tombstone: 1 of actors
  minor: 1 row is withdrawn: 1 of figures
  patch: 1 row is changed: 1 of figures
"""


@pytest.mark.parametrize("kind", [kind for kind in EACH if KINDS[kind].what != "row"])
def test_every_difference_of_the_descriptors_is_told_in_every_form(kind):
    found = diff(OLD, changed(kind).package())
    name = EACH[kind][1]
    for form in ("to_text", "to_markdown"):
        assert name in getattr(found, form)().replace("\\", "")
    assert name in Page(found.to_html()).words
    (line,) = [one for one in map(json.loads, found.lines()) if one["kind"] != "row"]
    assert line["op"] == KINDS[kind].op and line["change"] == kind


def test_a_code_line_names_field_and_code():
    (line,) = diff(OLD, changed("code_relabelled").package()).lines()
    assert json.loads(line) == {
        "op": "MOD", "kind": "code", "table": "figures", "key": {"field": "measure", "code": "killed"}, "change": "code_relabelled",
        "columns": {"label": {"old": "Killed", "new": "Dead"}},
    }  # fmt: skip


@pytest.mark.parametrize("form", FORMS[:3])
def test_of_many_rows_the_first_are_listed_and_all_are_counted(form):
    old, new = Version(), Version("0.2.0")
    old.rows["actors"] += [{"actor_id": f"lost{number}"} for number in range(50)] + [{"actor_id": f"kept{number}"} for number in range(50)]
    new.rows["actors"] += [{"actor_id": f"kept{number}", "name": "x"} for number in range(50)] + [{"actor_id": f"come{number}"} for number in range(50)]
    said = getattr(diff(old.package(), new.package()), form)(limit=3)
    for kind in ("lost", "kept", "come"):
        assert f"{kind}2" in said and f"{kind}3" not in said
    assert said.count("and 47 more") == 3


@pytest.mark.parametrize("form", FORMS)
def test_where_nothing_changed_that_is_said(form):
    said = getattr(diff(OLD, Version().package()), form)()
    assert said == "" if form == "to_jsonl" else "Nothing changed." in said


def test_the_same_changes_are_the_same_bytes():
    for form in FORMS:
        assert getattr(evil(), form)() == getattr(evil(), form)()


def test_what_changes_are_called():
    found = diff(OLD, changed("rows_changed", "rows_added").package())
    assert repr(found) == "<Changes from 0.1.0 to 0.2.0; rows: 1 added, 1 changed, 0 withdrawn, 0 gone>"
    assert str(found) == found.to_text() and found and found.bump.level == "minor"
