"""The data dictionary says everything that the schemas say, and the committed page is the generated one."""

from conflict_figures import schema


def test_it_holds_every_table_column_code_and_rule():
    page = schema.dictionary()
    for name in schema.table_names():
        table = schema.table(name)
        assert f"\n## {name}\n" in page
        for field in table.fields:
            assert field.description in page
            for code in schema.codes(field.codes) if field.codes else ():
                assert f"| `{code.code}` | {code.title} |" in page and code.definition in page
        for rule in table.rules:
            assert f"- `{rule}`: " in page


def test_its_tables_are_whole():
    width = None
    for line in schema.dictionary().splitlines():
        if not line.startswith("|"):
            width = None
            continue
        bars = line.replace("\\|", "").count("|")
        assert width in (None, bars), line
        width = bars


def test_its_links_lead_to_headings():
    page = schema.dictionary()
    headings = {
        line.lstrip("#").strip().lower().replace(":", "").replace(" ", "-") for line in page.splitlines() if line.startswith("#")
    }
    targets = {part.partition(")")[0] for part in page.split("](#")[1:]}
    assert targets <= headings


def test_the_committed_page_is_the_generated_one(root):
    assert (root / "docs" / "data-dictionary.md").read_text(encoding="utf-8") == schema.dictionary()
