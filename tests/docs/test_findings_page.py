"""The computed pages are what the data and the script make now, and their charts stand on their own."""

import re
import subprocess
import sys

import pytest

import conflict_figures as cf

PAGES = ("findings.md", "data-quality.md")
# what Newcombe (1998), Statistics in Medicine 17, table I, gives for Wilson's interval
NEWCOMBE = [(81, 263, 0.2553, 0.3662), (15, 148, 0.0624, 0.1605), (0, 20, 0.0, 0.1611), (1, 29, 0.0061, 0.1718)]


@pytest.fixture(scope="module")
def made(root, tmp_path_factory):
    """The folder into which the script has just made everything."""
    folder = tmp_path_factory.mktemp("docs")
    subprocess.run([sys.executable, "-W", "error", "docs/make", "--into", folder], cwd=root, check=True)
    return folder


@pytest.fixture(scope="module")
def page(root):
    return (root / "docs" / "findings.md").read_text(encoding="utf-8")


def charts(folder) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted((folder / "charts").iterdir())}


@pytest.mark.parametrize("name", PAGES)
def test_a_committed_page_is_what_the_script_makes(root, made, name):
    assert (root / "docs" / name).read_bytes() == (made / name).read_bytes(), "run make pages and commit what changed"


def test_the_committed_charts_are_what_the_script_makes(root, made):
    assert list(charts(root / "docs")) == list(charts(made)) != []
    assert charts(root / "docs") == charts(made), "run make pages and commit what changed"


def test_the_pages_of_both_numbers_are_counted_right(page):
    """Counted here from the flat view alone, without the views that the script uses."""
    flat = cf.load()
    told = flat[(flat["item_id"] == "nis-2025-04-30-deployed") & (flat["stance"] == "asserted") & flat["repeats"].isna()]
    expected = {f"{value:,.0f}": rows["source_id"].nunique() for value, rows in told.groupby("value")}
    assert {"15,000", "18,000"} == set(expected)
    shown = dict(re.findall(r"^\*\*([\d,]+)\*\* stands on (\d+) pages? ", page, re.M))
    assert {number: int(pages) for number, pages in shown.items()} == expected


def test_the_table_of_rules_counts_every_finding(page):
    found = cf.load("findings")
    table = re.findall(r"^\| (?:\[[^]]+\]\([^)]+\)|[^|]+) \| (\d+) \| [^|]+ \|$", page, re.M)
    codes = re.findall(r"\(`([a-z_]+)`\)$", page, re.M)
    assert sum(map(int, table)) == len(found) == len(re.findall(r"^- .+Pages: \[1\]", page, re.M))
    assert set(found["finding_rule"]) <= set(codes)


def test_every_chart_stands_on_the_page_with_its_description(root, page):
    shown = dict(re.findall(r"!\[([^]]*)\]\(charts/([^)]+)\)", page))
    assert sorted(shown.values()) == list(charts(root / "docs"))
    assert all(len(description.split()) > 5 for description in shown)


def test_no_chart_loads_anything_from_outside(root):
    for name, chart in charts(root / "docs").items():
        text = chart.decode("utf-8")
        addresses = set(re.findall(r"\b\w+:?//[^\"' )<]+", text))
        assert addresses <= {"http://www.w3.org/2000/svg", "http://www.w3.org/1999/xlink"}, name
        assert not re.search(r"href=|@import|@font-face|url\(|<(?:image|script|style|use|foreignObject)\b", text), name


@pytest.mark.parametrize("name", PAGES)
def test_the_links_of_a_page_lead_somewhere(root, name):
    path = root / "docs" / name
    for target, anchor in re.findall(r"\]\((?!<https?://)([^)#]*)(?:#([^)]*))?\)", path.read_text(encoding="utf-8")):
        aim = path.parent / target if target else path
        assert aim.exists(), target
        heads = re.findall(r"^#+ (.+)$", aim.read_text(encoding="utf-8"), re.M) if anchor else []
        assert not anchor or anchor in {re.sub(r"[^\w -]", "", head).lower().replace(" ", "-") for head in heads}, anchor


@pytest.mark.parametrize(("wrong", "judged", "low", "high"), NEWCOMBE)
def test_the_intervals_are_wilsons(root, monkeypatch, wrong, judged, low, high):
    monkeypatch.syspath_prepend(root / "docs" / "make")
    from wilson import interval

    assert interval(wrong, judged) == pytest.approx((low, high), abs=5e-5)


@pytest.mark.parametrize("module", ["words", "wilson"])
def test_the_examples_of_the_script_run(root, module):
    done = subprocess.run([sys.executable, "-m", "doctest", f"docs/make/{module}.py"], cwd=root, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout
