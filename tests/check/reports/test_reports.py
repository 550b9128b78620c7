"""Every form of a report is what its readers expect, whatever a contribution holds."""

import io
import json
import re
from html.parser import HTMLParser

import frictionless
import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.console import Console

from conflict_figures.check.finding import Finding
from conflict_figures.check.report import Read, Report, report
from conflict_figures.check.reports import terminal
from conflict_figures.check.reports.visible import visible

EVIL = "</td><script>alert('x')</script>\x1b[31m\u202e::error::%0A\n::stop-commands::x\r[bold]\x00\u2028\ud800"
READ = [Read("figures", "a/figures.csv", 50), Read("sources", "a/sources.csv", 7)]


def killd(line: int, **more) -> Finding:
    cells = (("figure_id", f"s.f{line}"), ("qualifier", "exact"), ("measure", "killd"), ("unit", None))
    return Finding(
        "figures", f"s.f{line}", "measure", "enum", "'killd' is not in the list measure", "Use one of killed, wounded",
        "a/figures.csv", line, line - 2, 13, "killd", cells=cells, **more,
    )  # fmt: skip


def mixed() -> Report:
    doubt = Finding("sources", "s", "title", "unusual", "the title is odd", "Look", "a/sources.csv", 3, 1, 4, "x", severity="warning")
    header = Finding("sources", None, "Publisher ", "column-unknown", "there is no such column", "Rename it", "a/sources.csv", 1)
    missing = Finding("sources", None, "publisher", "column-missing", "the column is missing", "Add it", "a/sources.csv", 1)
    key = Finding("figures", "s.f9", "claim_id", "foreign-key", "'s.c9' is no row of claims", "Add it", "a/figures.csv", 9, 7, 2, "s.c9")
    whole = Finding("links", None, None, "encoding", "byte 3 is not UTF-8", "Save it as UTF-8", "a/links.csv", 1)
    places = [killd(line) for line in range(2, 30)]
    return report([*places, killd(30, more=9_000), doubt, header, missing, key, whole], READ)


def evil() -> Report:
    one = Finding(EVIL, EVIL, EVIL, EVIL, EVIL, EVIL, EVIL, 2, 0, 3, EVIL, cells=((EVIL, EVIL), ("b", None)))
    return report([one], [Read(EVIL, EVIL, 1)])


FORMS = ["to_text", "to_json", "to_sarif", "to_github", "to_html"]


@pytest.mark.parametrize("form", FORMS)
def test_the_same_report_is_the_same_bytes(form):
    assert getattr(mixed(), form)() == getattr(mixed(), form)()


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("made", [mixed, evil, lambda: report([], []), lambda: report([], READ)])
def test_nothing_acts_in_any_form(form, made):
    said = getattr(made(), form)()
    said.encode("utf-8")
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\u2028\u2029]", said)


# text


def test_text_says_place_fault_suggestion_row_and_remedy():
    said = mixed().to_text()
    assert "a/figures.csv:2:13: 'killd' is not in the list measure. Did you mean killed?" in said
    assert "and 9,026 more" in said
    assert "measure >>killd<< | unit (empty)" in said
    assert "Use one of killed, wounded." in said
    assert said.index("ERROR") < said.index("WARNING")
    assert said.endswith("9,032 errors of 4 kinds and 1 warning of 1 kind in 3 files; read 50 rows of figures, 7 rows of sources.")


def test_text_lists_more_places_when_asked():
    assert mixed().to_text(100).count("a/figures.csv:") == 30
    assert "and 9,000 more" in mixed().to_text(100)


def test_a_report_without_faults_says_so():
    assert report([], READ).to_text() == "No fault found; read 50 rows of figures, 7 rows of sources."
    assert "Nothing is left to do" in report([], READ).to_html()


def test_a_terminal_gets_the_same_words_and_takes_no_markup_from_a_contribution():
    drawn = io.StringIO()
    console = Console(file=drawn, width=200, force_terminal=False)
    console.print(mixed())
    console.print(terminal.page(evil()))
    said = drawn.getvalue()
    assert "a/figures.csv:2:13  'killd' is not in the list measure. Did you mean killed?" in said
    assert "[bold]" in said and "\x1b" not in said and "\\x1b[31m" in said


# frictionless


def test_frictionless_reads_its_shape_back():
    read = frictionless.Report.from_descriptor(json.loads(mixed().to_json()))
    assert not read.valid
    assert read.stats["errors"] == 9_032 and read.stats["warnings"] == 1
    assert {task.place for task in read.tasks} == {"a/figures.csv", "a/sources.csv", "a/links.csv"}
    flat = read.flatten(["type", "rowNumber", "fieldName"])
    assert ["constraint-error", 2, "measure"] in flat
    assert ["foreign-key", 9, None] in flat
    assert ["extra-label", None, "Publisher "] in flat
    assert read.to_summary()


def test_frictionless_reads_what_a_hostile_contribution_gives():
    assert not frictionless.Report.from_descriptor(json.loads(evil().to_json())).valid
    assert frictionless.Report.from_descriptor(json.loads(report([], READ).to_json())).valid


def test_json_keeps_line_suggestion_and_what_is_not_listed():
    errors = [error for task in json.loads(mixed().to_json())["tasks"] for error in task["errors"]]
    assert {"cf:line": 2, "cf:suggestion": "killed", "cf:rule": "enum"}.items() <= errors[0].items()
    assert [error["cf:more"] for error in errors if "cf:more" in error] == [9_000]


# SARIF


def sarif(made: Report) -> dict:
    """The one run of a log, after what SARIF 2.1.0 asks of the parts in use."""
    log = json.loads(made.to_sarif())
    assert log["version"] == "2.1.0" and len(log["runs"]) == 1
    (run,) = log["runs"]
    rules = run["tool"]["driver"]["rules"]
    assert run["tool"]["driver"]["name"] == "conflict-figures"
    assert len({rule["id"] for rule in rules}) == len(rules)
    for rule in rules:
        assert all(rule[part]["text"] for part in ("shortDescription", "fullDescription", "help"))
    for result in run["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
        assert result["level"] in ("error", "warning", "note", "none")
        assert result["message"]["text"]
        for location in result["locations"]:
            where = location["physicalLocation"]
            assert re.fullmatch(r"[!#-;=?-\[\]_a-z~A-Z]+", where["artifactLocation"]["uri"])
            assert all(isinstance(number, int) and number >= 1 for number in where.get("region", {}).values())
            assert set(where.get("region", {})) <= {"startLine", "startColumn"}
        assert all(re.fullmatch("[0-9a-f]{64}", print) for print in result["fingerprints"].values())
    return run


def test_sarif_is_what_the_standard_asks():
    run = sarif(mixed())
    first = run["results"][0]
    assert first["locations"][0]["physicalLocation"] == {
        "artifactLocation": {"uri": "a/figures.csv"}, "region": {"startLine": 2, "startColumn": 13},
    }  # fmt: skip
    assert run["results"][-1]["level"] == "warning"
    assert first["properties"] == {"places": 9_029}
    sarif(evil())
    assert sarif(report([], READ))["results"] == []


def test_a_fingerprint_stays_when_rows_come_before_and_no_two_are_the_same():
    prints = [result["fingerprints"]["conflict-figures/v1"] for result in sarif(mixed())["results"]]
    assert len(set(prints)) == len(prints)
    moved = Finding(**{**killd(2).record(), "line": 40, "row": 38})
    assert sarif(report([moved], READ))["results"][0]["fingerprints"] == sarif(report([killd(2)], READ))["results"][0]["fingerprints"]
    twice = sarif(report([killd(2), killd(2)], READ))["results"]
    assert twice[0]["fingerprints"] != twice[1]["fingerprints"]


# annotations


def test_annotations_are_commands_with_at_most_ten_places_of_a_kind():
    lines = mixed().to_github().splitlines()
    assert lines[0] == (
        "::error file=a/figures.csv,line=2,col=13,title=enum::"
        "'killd' is not in the list measure. Did you mean killed? Use one of killed, wounded."
    )
    assert sum("title=enum" in line for line in lines) == 10
    assert any(line.startswith("::warning file=a/sources.csv,line=3,col=4") for line in lines)
    assert lines[-1].startswith("::notice title=conflict-figures validate::9,032 errors of 4 kinds")
    assert lines[-1].endswith("9,019 further places are not annotated.")


@given(st.text(max_size=40) | st.just(EVIL))
def test_text_of_a_contribution_starts_no_command_of_its_own(words):
    one = Finding("figures", words, words, "enum", words, words, words, 2, 0, 3, words)
    lines = report([one], []).to_github().split("\n")
    assert [line[:8] for line in lines] == ["::error ", "::notice", ""]
    head, _, said = lines[0].removeprefix("::error ").partition("::")
    # unescaped as a runner does it, the file is the path as it is shown
    assert [part.split("=")[0] for part in head.split(",")] == ["file", "line", "col", "title"]
    file = head.split(",")[0].removeprefix("file=")
    for code, sign in (("%2C", ","), ("%3A", ":"), ("%0A", "\n"), ("%0D", "\r"), ("%25", "%")):
        file = file.replace(code, sign)
    assert file == visible(words)


# HTML


class Page(HTMLParser):
    """What a browser would see: tags, addresses, and the text of cells that are marked."""

    VOID = {"meta"}

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags, self.addresses, self.ids, self.marked, self.open = set(), [], [], [], []
        self.feed(page)
        self.close()

    def handle_starttag(self, tag, attrs):
        given = dict(attrs)
        self.tags.add(tag)
        self.addresses += [given[name] for name in ("href", "src", "action") if name in given]
        self.ids += [given["id"]] if "id" in given else []
        assert not [name for name in given if name.startswith("on")]
        if tag not in self.VOID:
            self.open.append((tag, given.get("class")))

    def handle_endtag(self, tag):
        assert self.open.pop()[0] == tag

    def handle_data(self, data):
        if ("td", "bad") in self.open and data.strip():
            self.marked.append(data)


@pytest.mark.parametrize("made", [mixed, evil, lambda: report([], [])])
def test_the_page_is_well_formed_and_needs_nothing_else(made):
    page = Page(made().to_html())
    assert page.open == []
    assert not page.tags & {"script", "link", "img", "iframe", "object", "form", "base"}
    assert all(address.startswith("#") and address[1:] in page.ids for address in page.addresses)
    assert len(set(page.ids)) == len(page.ids)


def test_the_page_marks_the_cell_and_says_what_to_do_errors_first():
    html = mixed().to_html()
    assert Page(html).marked == ["killd"] * 29
    assert "Did you mean killed?" in html and "Use one of killed, wounded." in html
    assert "and 9,000 more, which this page does not show." in html
    assert html.index("To mend") < html.index("To look at")
    assert "Did you mean publisher?" in html and "Publisher␣" in html


def test_a_rule_of_the_codebook_is_named_as_broken():
    one = Finding("figures", "a.f1", "low", "low_not_above_high", "low 9 is above high 5", "Swap them", "a/figures.csv", 2, 0, 9, "9")
    assert "Broken rule “Low not above high”" in report([one], READ).to_html()


def test_the_page_shows_markup_of_a_contribution_as_text():
    html = evil().to_html()
    assert "&lt;script&gt;" in html
    assert Page(html).marked == [visible(EVIL, 120)]


@given(st.text(max_size=60))
def test_no_text_of_a_contribution_becomes_markup(words):
    plain = Page(report([Finding("t", "k", "c", "r", "m", "r", "p", 2, 0, 1, "v", cells=(("c", "v"),))], []).to_html())
    page = Page(report([Finding("t", words, "c", words, words, words, words, 2, 0, 1, words, cells=(("c", words),))], []).to_html())
    assert page.tags - {"span"} == plain.tags - {"span"} and page.open == []


def test_a_cell_of_fifty_megabytes_makes_a_small_report():
    huge = "x" * 50_000_000
    one = Finding("t", huge, "c", "r", huge, "Mend it", "p", 2, 0, 1, huge, cells=(("c", huge),))
    for form in FORMS:
        assert len(getattr(report([one], []), form)()) < 20_000


def test_one_finding_alone_acts_on_no_terminal():
    assert "\x1b" not in str(evil().entries[0].first) and "\n" not in str(evil().entries[0].first)
