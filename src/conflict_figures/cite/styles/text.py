"""References as the APA writes them, in plain text."""

from __future__ import annotations

from conflict_figures.cite import days
from conflict_figures.cite.record import Record
from conflict_figures.cite.sources import Source


def render(record: Record) -> str:
    """Return the reference to the dataset; below it, where a part is cited, what is cited and the sources of it."""
    version = f"Version {record.version}" if record.date else f"development state numbered {record.version}"
    # the publisher is left out where it is the author, as the APA has it
    publisher = () if record.publisher in record.creators else (_ended(record.publisher),)
    head = [_ended(_listed(record.creators)), f"({record.year or 'unreleased'}).", f"{record.title} ({version}) [Data set].", *publisher]
    lines = [" ".join([*head, *([record.url] if record.url else [])])]
    if record.notes:
        lines += ["", *record.notes]
    if record.part and record.part.sources:
        found = sorted(record.part.sources, key=lambda one: (_sorted_by(one), one.source_id))
        lines += ["", f"Sources ({len(found)}):" if len(found) > 1 else "Source:", *(f"- {reference(one)}" for one in found)]
    return "\n".join(lines)


def reference(source: Source) -> str:
    """Return the reference to a source.

    >>> reference(Source("a", "article", ("A. Bee", "C. Dee"), "Toll rises", "The Wire", "2025-04-30", url="https://wire.test/1"))
    'A. Bee & C. Dee. (2025, April 30). Toll rises. The Wire. https://wire.test/1'
    >>> reference(Source("a", "article", (), None, "The Wire", None, "2025-04"))
    'The Wire. (n.d.; inferred: 2025, April). [Article, title not recorded].'
    """
    date = days.words(source.published) if source.published else "n.d."
    if not source.published and source.inferred:
        date = f"n.d.; inferred: {days.words(source.inferred)}"
    who = _listed(source.authors) or source.publisher
    # who published stands first where nobody is named as author, and the title where neither is known
    words = [_ended(who), f"({date}).", _ended(source.called)] if who else [_ended(source.called), f"({date})."]
    if source.authors and source.publisher:
        words.append(_ended(source.publisher))
    return " ".join([*words, *([source.url] if source.url else [])])


def _listed(names: tuple[str, ...]) -> str:
    return " & ".join(filter(None, (", ".join(names[:-1]), names[-1]))) if names else ""


def _ended(words: str) -> str:
    return words if words.endswith((".", "!", "?", "…")) else f"{words}."


def _sorted_by(source: Source) -> str:
    return (_listed(source.authors) or source.publisher or source.called).casefold()
