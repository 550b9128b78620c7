"""The styles of citation: each a module with ``render(record) -> str``; no text ends with a line break.

* :mod:`~conflict_figures.cite.styles.text`: a reference list of the kind that the APA describes;
* :mod:`~conflict_figures.cite.styles.bibtex`, :mod:`~conflict_figures.cite.styles.ris` and
  :mod:`~conflict_figures.cite.styles.csl` (CSL-JSON): for reference managers;
* :mod:`~conflict_figures.cite.styles.cff`: CITATION.cff 1.2.0;
* :mod:`~conflict_figures.cite.styles.datacite`: what a DOI is registered with.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING

from conflict_figures.errors import UsageError, suggestion

if TYPE_CHECKING:
    from conflict_figures.cite.record import Record

STYLES = ("text", "bibtex", "ris", "csl", "cff", "datacite")


def check(style: str) -> None:
    """Raise UsageError for a style that there is not, and name the closest."""
    if style not in STYLES:
        raise UsageError(f"there is no style {style!r}", remedy=suggestion(str(style), STYLES, "style"))


def render(record: Record, style: str) -> str:
    """Return a record in a style."""
    check(style)
    return importlib.import_module(f"{__name__}.{style}").render(record)
