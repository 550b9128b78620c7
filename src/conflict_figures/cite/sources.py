"""A source as a citation names it: who published it, under which title, when, at which address."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from conflict_figures.cite import days
from conflict_figures.cite.words import one_line


@dataclass(frozen=True)
class Source:
    """One published text.

    ``authors`` stand as the text names them; they are never taken apart into given and family name, which no rule does
    rightly for all languages. ``published`` and ``inferred`` are EDTF: the date that the text or its page states, and the
    one that a coder worked out where none is stated. What is not known is None, or no author.
    """

    source_id: str
    kind: str
    authors: tuple[str, ...] = ()
    title: str | None = None
    publisher: str | None = None
    published: str | None = None
    inferred: str | None = None
    url: str | None = None
    language: str | None = None
    accessed: str | None = None

    @property
    def called(self) -> str:
        """The title; where none is recorded, what the source is, in brackets, as the APA has it for what bears no title."""
        return self.title or f"[{self.kind.capitalize()}, title not recorded]"

    @property
    def day(self) -> tuple[int, ...] | None:
        """Year, month and day of publication as far as they are stated, and certain."""
        return days.parts(self.published) if self.published else None

    @property
    def year(self) -> str | None:
        """The year of publication, where one is stated."""
        return days.year(self.published) if self.published else None

    @property
    def date_note(self) -> str | None:
        """What a style that has a field for plain dates alone cannot say in it, as a sentence; None where there is nothing."""
        if self.published and not self.day:
            return f"Published: {days.words(self.published)}."
        if not self.published and self.inferred:
            return f"Date of publication not stated; inferred: {days.words(self.inferred)}."
        return None


def source(row: Mapping[str, object]) -> Source:
    """Return the source of a row of the table ``sources``; columns that an older version did not have may be missing.

    >>> source({"source_id": "note", "kind": "article", "author": "A. Bee; C. Dee", "title": None}).authors
    ('A. Bee', 'C. Dee')
    """

    def cell(column: str) -> str | None:
        value = row.get(column)
        return None if value is None else one_line(str(value)) or None

    # nobody is listed twice, which some styles do not allow
    authors = dict.fromkeys(name.strip() for name in (cell("author") or "").split(";"))
    return Source(
        source_id=cell("source_id") or "",
        kind=cell("kind") or "text",
        authors=tuple(name for name in authors if name),
        title=cell("title"),
        publisher=cell("publisher"),
        published=cell("published"),
        inferred=cell("published_inferred"),
        url=cell("url"),
        language=cell("language"),
        accessed=cell("accessed"),
    )
