"""BibTeX as biblatex reads it: ``@dataset`` for the data, one entry for each source."""

from __future__ import annotations

import re

from conflict_figures.cite.record import Record
from conflict_figures.cite.sources import Source

# A brace counts for BibTeX also behind a backslash, so the commands stand for braces; letters of any script stay.
_ESCAPES = str.maketrans(
    {one: f"\\{one}" for one in "&%$#_"}
    | {"{": r"\textbraceleft{}", "}": r"\textbraceright{}", "\\": r"\textbackslash{}", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}"}
)


def render(record: Record) -> str:
    """Return the entry of the dataset, and behind it those of the sources of the part that is cited."""
    fields = {
        "author": _names(record.creators),
        "title": _held(record.title),
        "year": record.year,
        "date": record.date,
        "version": escape(record.edition),
        "publisher": _held(record.publisher),
        "doi": record.doi,
        "url": record.url,
        "pubstate": None if record.date else "unreleased",
        "note": escape(" ".join(record.notes)),
    }
    entries = [_entry("dataset", f"{record.name}-{record.version}", fields)]
    entries += [_source(one) for one in (record.part.sources if record.part else ())]
    return "\n\n".join(entries)


def escape(text: str) -> str:
    r"""Return ``text`` so that LaTeX prints it as it stands.

    >>> escape("5 % of {R&D} in C:\\x_1")
    '5 \\% of \\textbraceleft{}R\\&D\\textbraceright{} in C:\\textbackslash{}x\\_1'
    """
    return text.translate(_ESCAPES)


def _source(source: Source) -> str:
    kind = "online" if source.url else "article" if source.kind == "article" and source.publisher else "misc"
    fields = {
        "author": _names(source.authors),
        "title": _held(source.called),
        "journal" if kind == "article" else "organization": _held(source.publisher) if source.publisher else None,
        "year": source.year,
        "date": "-".join(f"{part:02}" for part in source.day) if source.day else None,
        "url": source.url and _address(source.url),
        "urldate": source.accessed,
        "note": escape(source.date_note or ""),
    }
    return _entry(kind, source.source_id, fields)


def _entry(kind: str, key: str, fields: dict[str, str | None]) -> str:
    lines = [f"  {name} = {{{value}}}," for name, value in fields.items() if value]
    return "\n".join([f"@{kind}{{{re.sub('[^A-Za-z0-9.:_-]', '-', key)},", *lines, "}"])


def _names(names: tuple[str, ...]) -> str:
    # in braces of its own a name is printed as it stands, also one with "and" or a comma in it
    return " and ".join(f"{{{escape(name)}}}" for name in names)


def _held(text: str) -> str:
    # braces keep styles from changing capitals, which are wrong in most languages
    return f"{{{escape(text)}}}"


def _address(url: str) -> str:
    # addresses are taken letter by letter, so that nothing is escaped but what would end the field
    return re.sub(r"[{}\\\s]", lambda match: "".join(f"%{byte:02X}" for byte in match[0].encode()), url)
