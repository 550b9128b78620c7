"""RIS, as most reference managers read it: one record for the data, one for each source."""

from __future__ import annotations

from conflict_figures.cite.record import Record
from conflict_figures.cite.sources import Source

#: The type of reference for each kind of source; ELEC is a web page.
TYPES = {"article": "NEWS", "report": "RPRT", "post": "ICOMM", "dataset": "DATA"}


def render(record: Record) -> str:
    """Return the records with a blank line between them; a field is one line, ``AU  - name``."""
    lines = [
        ("TY", "DATA"),
        ("ID", f"{record.name}-{record.version}"),
        *(("AU", name) for name in record.creators),
        ("TI", record.title),
        ("PY", record.year),
        ("DA", record.date and record.date.replace("-", "/")),
        ("ET", record.edition),
        ("PB", record.publisher),
        ("DO", record.doi),
        ("UR", record.url),
        ("AB", None if record.part else record.description),
        *(("KW", word) for word in record.keywords),
        *(("N1", note) for note in record.notes),
    ]
    return "\n\n".join([_record(lines), *(_source(one) for one in (record.part.sources if record.part else ()))])


def _source(source: Source) -> str:
    day = source.day or ()
    return _record(
        [
            ("TY", TYPES.get(source.kind, "ELEC")),
            ("ID", source.source_id),
            *(("AU", name) for name in source.authors),
            ("TI", source.called),
            # the name of a newspaper is the title of what the article stands in
            ("T2" if source.kind == "article" else "PB", source.publisher),
            ("PY", source.year),
            ("DA", f"{day[0]}/{day[1]:02}/{day[2]:02}" if len(day) == 3 else None),
            ("UR", source.url),
            ("Y2", source.accessed and source.accessed.replace("-", "/")),
            ("LA", source.language),
            ("N1", source.date_note),
        ]
    )


def _record(lines: list[tuple[str, str | None]]) -> str:
    return "\n".join([*(f"{tag}  - {value}" for tag, value in lines if value), "ER  - "])
