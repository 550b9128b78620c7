"""Readers of the styles of citation, as strict as their formats, and text that is hard on a format."""

import re
import warnings

from hypothesis import strategies as st

from conflict_figures.cite.words import one_line

#: Text of any letters, and of those that end a field or start something in one of the formats.
HARD = st.text(
    st.one_of(st.characters(), st.sampled_from("{}\\&%$#_~^\"'@,;:-–[]()<>|\n\r\t\u0085\u2028`=*!?#% aA1éЖ한あ")), max_size=30
)
NAMES = HARD.map(lambda text: one_line(text).replace(";", "")).filter(str.strip).map(one_line)


def read_ris(text: str) -> list[list[tuple[str, str]]]:
    """Read RIS, strictly: every line is a field or blank, every record starts with TY and ends with ER."""
    records, current = [], None
    for line in text.split("\n"):
        if not line and current is None:
            continue
        match = re.fullmatch(r"([A-Z][A-Z0-9])  - (.*)", line)
        assert match, line
        tag, value = match.groups()
        if tag == "TY":
            assert current is None
            current = [(tag, value)]
            continue
        assert current is not None
        if tag == "ER":
            assert not value
            records.append(current)
            current = None
        else:
            assert value
            current.append((tag, value))
    assert current is None
    return records


def read_bibtex(text: str) -> list[dict]:
    """Read BibTeX with bibtexparser and give the fields as LaTeX prints them; a name is in braces of its own."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        import bibtexparser

    library = bibtexparser.parse_string(text)
    assert not library.failed_blocks
    return [{"type": one.entry_type, "key": one.key} | {name: field.value for name, field in one.fields_dict.items()} for one in library.entries]


def printed(value: str) -> str:
    """What LaTeX prints of an escaped text."""
    commands = {"textbraceleft{}": "{", "textbraceright{}": "}", "textbackslash{}": "\\", "textasciitilde{}": "~", "textasciicircum{}": "^"}
    return re.sub(r"\\(text[a-z]+\{\}|[&%$#_])", lambda match: commands.get(match[1], match[1]), value)


def rendered(items: list[dict]) -> list[str]:
    """CSL items as citeproc-py prints them in Harvard style, in their order."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of its imports
        from citeproc import Citation, CitationItem, CitationStylesBibliography, CitationStylesStyle, formatter
        from citeproc.source.json import CiteProcJSON
    style = CitationStylesStyle("harvard-cite-them-right", validate=False)
    found = []
    for item in items:
        bibliography = CitationStylesBibliography(style, CiteProcJSON([item]), formatter.plain)
        bibliography.register(Citation([CitationItem(item["id"])]))
        found += [str(one) for one in bibliography.bibliography()]
    return found


def datacite_faults(text: str) -> list[str]:
    """What the newest schema of the datacite package finds wrong."""
    import json

    from datacite import schema45

    return [one.message for one in schema45.validator.iter_errors(json.loads(text))]


def cff_faults(value: dict) -> list[str]:
    """What version 1.2.0 of the Citation File Format asks of a file and of each reference, and is not there."""
    asked = ("cff-version", "message", "title", "authors")
    faults = [key for key in asked if not value.get(key)]
    faults += [f"{one}: {key}" for one in value.get("references", ()) for key in ("authors", "title", "type") if not one.get(key)]
    people = value.get("authors", []) + [name for one in value.get("references", ()) for name in one.get("authors", ())]
    faults += [str(one) for one in people if list(one) != ["name"] or not one["name"]]
    for listed in (value.get("references", []), value["authors"], *(one.get("authors", []) for one in value.get("references", ()))):
        faults += [f"twice: {one}" for place, one in enumerate(listed) if one in listed[:place]]
    return faults + ([] if value.get("cff-version") == "1.2.0" and value.get("type") in ("software", "dataset") else ["version or type"])
