"""Changes as the notes of a release, for people who used the version before: what is new, what changed, what is withdrawn."""

from __future__ import annotations

import re
from collections.abc import Iterator

from conflict_figures.check.reports.visible import visible
from conflict_figures.release.changes import Changes
from conflict_figures.release.forms import listing, words
from conflict_figures.release.table_rows import TableRows
from conflict_figures.wording import counted

#: What Markdown or HTML would take for markup; a low line within a word is none.
_MARKUP = re.compile(r"[\\`*{}\[\]<>#|~&]|\b_\B|\B_")

#: The longest piece of a note.
_LONGEST = 1000


def render(changes: Changes, limit: int = 20) -> str:
    """Return the notes; of each kind and table at most ``limit`` rows are listed, and all are counted."""
    lines = [f"# Changes from version {_text(changes.old)} to version {_text(changes.new)}", "", words.in_short(changes), "", *_counts(changes)]
    tables = [one for one in changes.tables if one.counted]
    for count, title, lead, listed in _PARTS:
        there = [one for one in tables if getattr(one, count)]
        lines += [f"## {title}", "", *([lead, ""] if lead else [])] if there else []
        for one in there:
            total = getattr(one, count)
            heading = f"### {_text(one.table)}: {counted(total, 'row')}"
            lines += [f"{heading}{_cells(one) if count == 'changed' else ''}", "", *listed(one, limit), *_more(total, limit), ""]
    lines += [*_structure(changes, limit), "## Version", "", words.step(changes), "", *(f"- {_text(reason)}" for reason in changes.bump.reasons)]
    return "\n".join(lines).rstrip("\n") + "\n"


def _counts(changes: Changes) -> list[str]:
    there = [one for one in changes.tables if one and one.counted]
    if not there:
        return []
    lost = changes.gone > 0
    lines = [f"| Table | added | changed | withdrawn |{' gone |' if lost else ''}", f"| --- | ---: | ---: | ---: |{' ---: |' if lost else ''}"]
    for one in there:
        lines.append(f"| {_text(one.table)} | {one.added:,} | {one.changed:,} | {one.withdrawn:,} |{f' {one.gone:,} |' if lost else ''}")
    view = changes.view
    if view and (view.added or view.changed):
        lines += ["", f"The view `{view.table}` repeats figures: of its rows {view.added:,} are new and {view.changed:,} changed."]
    return [*lines, ""]


def _added(one: TableRows, limit: int) -> Iterator[str]:
    for key, _ in listing.added(one, limit):
        yield f"- {_code(listing.name(key))}"


def _changed(one: TableRows, limit: int) -> Iterator[str]:
    for key, cells in listing.changed(one, limit):
        said = "; ".join(f"{_code(cell.column)} {_text(words.cell(cell.old))} → {_text(words.cell(cell.new))}" for cell in cells)
        yield f"- {_code(listing.name(key))}: {said}"


def _withdrawn(one: TableRows, limit: int) -> Iterator[str]:
    for key, told in listing.gone(one, limit, told=True):
        instead = f" Replaced by {_code(told['replaced_by'])}." if told["replaced_by"] else ""
        yield f"- {_code(listing.name(key))}: {_text(words.cell(told['reason'], _LONGEST))}{instead}"


def _gone(one: TableRows, limit: int) -> Iterator[str]:
    for key, _ in listing.gone(one, limit, told=False):
        yield f"- {_code(listing.name(key))}"


def _structure(changes: Changes, limit: int) -> list[str]:
    lines: list[str] = []
    for said, found in words.shape(changes):
        lines += [f"- {said}:", *(f"  - {_text(words.difference(one))}" for one in found[:limit]), *(f"  {more}" for more in _more(len(found), limit))]
    return ["## Tables, columns and codes", "", *lines, ""] if lines else []


def _cells(one: TableRows) -> str:
    columns = ", ".join(f"{_code(column)} {len(places):,}" for column, places in one.rows.changed.items())
    return f" ({columns})"


def _more(count: int, limit: int) -> list[str]:
    return [f"- and {count - limit:,} more"] if count > limit else []


def _text(said: object) -> str:
    return _MARKUP.sub(lambda found: "\\" + found[0], visible(said, _LONGEST))


def _code(said: str) -> str:
    said = words.cell(said, 200)
    return f"`{said}`" if "`" not in said else _text(said)


#: What is counted, the heading, what is said first, and what lists the rows.
_PARTS = (
    ("changed", "Changed", "", _changed),
    ("withdrawn", "Withdrawn", "These rows are kept in the table `withdrawn`, with the reason; their ids still resolve.", _withdrawn),
    ("gone", "Gone without a tombstone", "Nothing tells what became of these rows.", _gone),
    ("added", "Added", "", _added),
)
