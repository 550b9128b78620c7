"""Every style is read back by a reader of its format, and says there what the record says."""

import json
from dataclasses import replace

import pytest
import yaml
from citing import HARD, NAMES, cff_faults, datacite_faults, printed, read_bibtex, read_ris, rendered
from hypothesis import given, settings
from hypothesis import strategies as st

from conflict_figures import schema
from conflict_figures.cite.record import record
from conflict_figures.cite.sources import Source, source
from conflict_figures.cite.styles import STYLES, render
from conflict_figures.cite.words import one_line
from conflict_figures.errors import InputError, UsageError

DOI = "10.17605/osf.io/ab_c1"


def test_a_release_in_text(released):
    assert render(released, "text") == "The conflict-figures contributors. (2026). Conflict figures (Version 0.2.0) [Data set]."
    assert render(replace(released, doi=DOI), "text").endswith(f" [Data set]. https://doi.org/{DOI}")
    assert " [Data set]. The Press. " in render(replace(released, publisher="The Press", doi=DOI), "text")


def test_a_part_in_text(released, part):
    assert render(replace(released, part=part), "text").splitlines()[1:] == [
        "",
        "Subset: 7 rows of the table figures, 100 % of {them}.",
        "",
        "Sources (7):",
        "- [Transcript, title not recorded]. (n.d.).",
        "- A post. (n.d.; inferred: 2025, April 30). https://posts.test/5",
        '- Barbara Kwiatkowska & Kim & Lee, staff. (2025, April 30). Toll "rises" 5 % {so far}. R&D Wire_. '
        "https://wire.test/a_b?c=1%20&d=~e#f",
        "- C. Dee. (2025, spring). In print alone. The Paper.",
        "- Others. (2024). Rows. An institute.",
        "- Тиждень. (ca. 2025, April). [Article, title not recorded]. https://wire.test/2",
        "- 한국 조사단. (2025, March to 2025, April). An inquiry.",
    ]


def test_bibtex_says_what_the_record_says(released, part):
    data, *entries = read_bibtex(render(replace(released, doi=DOI, part=part), "bibtex"))
    assert (data["type"], data["key"], data["year"], data["date"]) == ("dataset", "conflict-figures-0.2.0", "2026", "2026-12-01")
    assert data["doi"] == DOI and data["version"] == "0.2.0"
    assert printed(data["note"]) == part.notes[0]
    assert [one["type"] for one in entries] == ["online", "online", "article", "misc", "online", "misc", "misc"]
    first = entries[0]
    assert first["author"] == r"{Barbara Kwiatkowska} and {Kim \& Lee, staff}"
    assert printed(first["title"]) == '{Toll "rises" 5 % {so far}}' and printed(first["organization"]) == "{R&D Wire_}"
    # biblatex takes addresses letter by letter
    assert first["url"] == part.sources[0].url and first["urldate"] == "2025-05-02"
    assert (entries[1]["year"], "date" in entries[1], entries[1]["note"]) == ("2025", False, "Published: ca. 2025, April.")
    assert entries[2]["journal"] == "{The Paper}"
    assert "year" not in entries[4] and "inferred: 2025, April 30" in entries[4]["note"]


def test_ris_says_what_the_record_says(released, part):
    data, *entries = [dict(one) for one in read_ris(render(replace(released, doi=DOI, part=part), "ris"))]
    assert (data["PY"], data["DA"], data["DO"], data["ET"], data["N1"]) == ("2026", "2026/12/01", DOI, "0.2.0", part.notes[0])
    assert [one["ID"] for one in entries] == [one.source_id for one in part.sources]
    assert entries[0]["TI"] == part.sources[0].title and entries[0]["T2"] == "R&D Wire_" and entries[0]["Y2"] == "2025/05/02"
    assert [value for tag, value in read_ris(render(replace(released, part=part), "ris"))[1] if tag == "AU"] == list(part.sources[0].authors)
    assert [data["TY"], *(one["TY"] for one in entries)] == ["DATA", "NEWS", "NEWS", "NEWS", "RPRT", "ICOMM", "ELEC", "DATA"]


def test_citeproc_prints_the_words_of_csl(released, part):
    items = json.loads(render(replace(released, doi=DOI, part=part), "csl"))
    data, first, second, *_, fifth, _, _ = rendered(items)
    for words in ("The conflict-figures contributors", "2026", "Conflict figures", DOI):
        assert words in data
    for words in ("Barbara Kwiatkowska", "Kim & Lee, staff", "2025", "5 % {so far}", "R&D Wire_", "https://wire.test/a_b?c=1%20&d=~e#f"):
        assert words in first
    assert "Тиждень" in second and "ca. 2025, April" in second
    assert "A post" in fifth and "no date" in fifth


def test_cff_has_what_its_version_asks_for(released, part):
    whole = yaml.safe_load(render(replace(released, doi=DOI), "cff"))
    assert not cff_faults(whole)
    assert (whole["version"], whole["date-released"], whole["doi"], whole["license"]) == ("0.2.0", "2026-12-01", DOI, "CC-BY-4.0")
    assert "references" not in whole and "identifiers" not in whole
    cited = yaml.safe_load(render(replace(released, part=part), "cff"))
    assert not cff_faults(cited) and "doi" not in cited
    assert [one["title"] for one in cited["references"]] == [one.called for one in part.sources]
    assert cited["identifiers"][0]["value"] == part.sha256
    assert cited["references"][5]["authors"] == [{"name": "Author not recorded"}]
    assert "&id" not in render(replace(released, part=part), "cff")


def test_datacite_is_valid_with_and_without_a_doi(released, part):
    for doi in (None, DOI):
        for cited in (None, part):
            said = render(replace(released, doi=doi, part=cited), "datacite")
            assert datacite_faults(said) == []
            # the DOI of a release is not that of a part of it
            assert json.loads(said).get("doi") == (None if cited else doi)
    related = json.loads(said)
    assert related["relatedIdentifiers"][0]["relatedIdentifier"] == DOI
    assert [one["relationType"] for one in related["relatedItems"]] == ["IsPartOf", *["IsDerivedFrom"] * 7]
    assert related["relatedItems"][1]["relatedItemIdentifier"]["relatedItemIdentifier"] == part.sources[0].url


def test_sources_that_cannot_be_told_apart_are_one_where_nothing_may_stand_twice(released, part):
    twins = replace(part, sources=(Source("a", "article", (), None, "Wire"), Source("b", "article", (), None, "Wire")))
    assert datacite_faults(render(replace(released, part=twins), "datacite")) == []
    assert cff_faults(yaml.safe_load(render(replace(released, part=twins), "cff"))) == []
    assert source({"source_id": "a", "author": "Lee; Kim; Lee"}).authors == ("Lee", "Kim")


def test_data_that_are_no_release_get_no_year(part):
    here = record(schema.package() | {"description": "Numbers."}, date=None, doi=None)
    for style in set(STYLES) - {"datacite"}:
        said = render(here, style)
        assert "unreleased" in said and "202" not in said, style
    assert render(here, "text").startswith("The conflict-figures contributors. (unreleased). ")
    assert "issued" not in json.loads(render(here, "csl"))[0]
    with pytest.raises(InputError, match="Cite a release, or choose another style"):
        render(here, "datacite")


@pytest.mark.parametrize("doi", ["10.5072/zenodo.1", "10.1234/abc", "10.5281/zenodo.XXXX", "10.5281/zenodo.0000", "TODO", "10.5281/todo", "", "10.5/x"])
def test_a_doi_that_stands_in_examples_is_refused(doi):
    with pytest.raises(InputError, match="is not a DOI that was issued"):
        record(schema.package(), date="2026-12-01", doi=doi)


@pytest.mark.parametrize("doi", ["10.5061/dryad.tbdxxx1", "https://doi.org/10.5281/zenodo.1024", "doi:10.17605/OSF.IO/AB1"])
def test_a_doi_as_registries_issue_them_is_taken(doi):
    assert record(schema.package(), date="2026-12-01", doi=doi).url == "https://doi.org/" + doi.removeprefix("https://doi.org/").removeprefix("doi:")


@pytest.mark.parametrize("lacks", ["title", "version", "contributors"])
def test_a_descriptor_without_what_a_citation_needs_is_refused(lacks):
    with pytest.raises(InputError, match=f"its descriptor has no {lacks}"):
        record({**schema.package(), lacks: None}, date=None, doi=None)


@pytest.mark.parametrize("date", ["2026", "1.12.2026", "2026-13-01", "2026-12-01T00:00:00Z"])
def test_a_date_that_is_no_day_is_refused(date):
    with pytest.raises(InputError, match="is no day"):
        record(schema.package(), date=date, doi=None)


def test_who_publishes_is_told_from_who_made_it():
    people = [{"title": "A", "roles": ["creator"]}, {"title": "B", "role": "publisher"}, {"title": "C", "roles": ["maintainer"]}]
    found = record({**schema.package(), "contributors": people}, date=None, doi=None)
    assert (found.creators, found.publisher) == (("A",), "B")
    assert record({**schema.package(), "contributors": [{"title": "C"}]}, date=None, doi=None).creators == ("C",)


def test_a_homepage_leads_to_the_data_where_there_is_no_doi():
    found = record({**schema.package(), "homepage": "https://figures.test/"}, date="2026-12-01", doi=None)
    assert render(found, "text").endswith("[Data set]. https://figures.test/")
    assert read_bibtex(render(found, "bibtex"))[0]["url"] == json.loads(render(found, "csl"))[0]["URL"] == "https://figures.test/"
    assert yaml.safe_load(render(found, "cff"))["url"] == json.loads(render(found, "datacite"))["url"] == "https://figures.test/"
    assert render(replace(found, doi=DOI), "text").endswith(f"https://doi.org/{DOI}")


def test_a_style_that_is_not_there(released):
    with pytest.raises(UsageError, match="there is no style 'bibtext'. Did you mean 'bibtex'?"):
        render(released, "bibtext")


@settings(max_examples=60)
@given(title=HARD, names=st.lists(NAMES, min_size=1, max_size=3), publisher=HARD)
def test_any_text_comes_through_every_style(released, part, title, names, publisher):
    row = {"source_id": "any", "kind": "article", "title": title, "author": "; ".join(names), "publisher": publisher, "url": "https://a.test"}
    one = source(row)
    assert (one.title, one.authors, one.publisher) == (one_line(title) or None, tuple(dict.fromkeys(names)), one_line(publisher) or None)
    cited = replace(released, title=one.called, creators=one.authors, part=replace(part, sources=(one,)))

    entry = read_bibtex(render(cited, "bibtex"))[1]
    assert printed(entry["title"]) == f"{{{one.called}}}"
    assert printed(entry["author"]) == " and ".join(f"{{{name}}}" for name in one.authors)
    assert printed(entry.get("organization", "{}")) == f"{{{one.publisher or ''}}}"

    fields = read_ris(render(cited, "ris"))[1]
    assert dict(fields)["TI"] == one.called and dict(fields).get("T2") == one.publisher
    assert [value for tag, value in fields if tag == "AU"] == list(one.authors)

    item = json.loads(render(cited, "csl"))[1]
    assert (item["title"], item.get("container-title")) == (one.called, one.publisher)
    assert item["author"] == [{"literal": name} for name in one.authors]

    cff = yaml.safe_load(render(cited, "cff"))
    assert (cff["title"], cff["references"][0]["title"]) == (one.called, one.called)
    assert cff["references"][0]["authors"] == cff["authors"] == [{"name": name} for name in one.authors]
    assert datacite_faults(render(cited, "datacite")) == cff_faults(cff) == []
    for style in STYLES:
        render(cited, style).encode("utf-8")
