"""What was read of a contribution: sheets, each one file read as one table, in groups that belong together."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import pyarrow

from conflict_figures.check.finding import Finding

#: How much of a cell a finding shows; a cell may be megabytes long.
SHOWN = 80


@dataclass(frozen=True)
class Sheet:
    """One file (or frame) as a table.

    ``table`` has the columns of the schema, whatever order and width the file has, or is ``None`` when the file cannot be
    read as rows. A cell that cannot be read is null in it, and its row stands in ``unreadable`` under its column; a column
    that is missing or of another type is null throughout and stands in ``absent``: later rules must not speak of either.
    ``lines`` gives the physical line of every row (``None`` for files without lines), ``positions`` the place of each
    column in the file, from 1. Where every row comes from a file of its own, ``paths`` names them.
    """

    name: str
    path: str
    table: pyarrow.Table | None = None
    lines: Sequence[int] | None = None
    findings: tuple[Finding, ...] = ()
    positions: Mapping[str, int] = field(default_factory=dict)
    unreadable: Mapping[str, Sequence[int]] = field(default_factory=dict)
    absent: frozenset[str] = frozenset()
    paths: Sequence[str] | None = None


@dataclass(frozen=True)
class Group:
    """Sheets that are checked together, by table, and the source texts that their anchors point into, if they are there.

    ``batch`` is the name of a batch of coded rows: it holds every table, also those that have no row in it, and its ids begin so.
    """

    sheets: Mapping[str, Sheet]
    texts: Mapping[str, str] | None = None
    batch: str | None = None


@dataclass(frozen=True)
class Contribution:
    """All that was read: groups of sheets, and the findings that concern no sheet.

    ``addition`` says that its rows are to be added to the release; those of a checkout, of a release and of frames are not.
    """

    groups: tuple[Group, ...] = ()
    findings: tuple[Finding, ...] = ()
    addition: bool = False


def shown(cell: str) -> str:
    """Return a cell as messages show it: cut where it is long.

    >>> shown("1,200"), len(shown("x" * 50_000_000))
    ('1,200', 81)
    """
    return cell if len(cell) <= SHOWN else cell[:SHOWN] + "…"


def fault(name: str, path: str, rule: str, message: str, remedy: str, line: int | None = None, **more) -> Finding:
    """Return a finding about a file."""
    return Finding(name, None, more.pop("column", None), rule, message, remedy, path, line, **more)


def failed(name: str, path: str, rule: str, message: str, remedy: str, line: int | None = None) -> Sheet:
    """Return the sheet of a file that cannot be read as rows, with the reason."""
    return Sheet(name, path, findings=(fault(name, path, rule, message, remedy, line),))
