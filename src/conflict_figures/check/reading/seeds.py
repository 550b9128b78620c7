"""What the seeds hold beside tables and texts: the accounts of a coded batch, and review decisions.

The build reads both with the same functions and stops at the first fault; here each is a finding.
"""

from collections.abc import Iterable, Mapping
from pathlib import Path

from conflict_figures.check.finding import Finding
from conflict_figures.check.reading.sheet import Group, fault
from conflict_figures.check.reading.source import LONGEST_TEXT
from conflict_figures.errors import InputError

_ACCOUNTS = ("counts.csv", "left-out.csv")


def batch(folder: Path, name: str, group: Group, said: Iterable[Finding]) -> list[Finding]:
    """Compare the files and the accounts of the batch in ``folder`` with its tables.

    Args:
        name: how findings call the folder.
        group: its tables.
        said: what was found when they were read; a file of which that speaks is not spoken of again.
    """
    from conflict_figures.seeds import coded

    spoken_of = {one.path for one in said}
    faults = [error for error in coded.files(folder, name) if error.path not in spoken_of]
    if all(_is_read(folder / file) for file in _ACCOUNTS):
        rows = {table: sheet.table.num_rows for table, sheet in group.sheets.items() if sheet.table is not None}
        faults += coded.account(folder, name, rows).faults
    return [_finding(error, "batch") for error in faults]


def decided(folder: Path, name: str, texts: Mapping[str, str], unread: Iterable[str]) -> list[Finding]:
    """Check the review decisions in ``folder``.

    Args:
        name: how findings call the folder.
        texts: the texts that they may be about, by id.
        unread: ids of texts that are there and cannot be read; decisions about them are left alone.
    """
    from conflict_figures.seeds import decisions, review
    from conflict_figures.seeds.texts import Source, sha256

    listed = [(path, f"{name}/{path.name}") for path in decisions.files(folder) if path.stem not in set(unread)]
    found = [
        fault("contribution", called, "file-kind", "this is no file that is read here", "Put the decisions there as a CSV file")
        for path, called in listed
        if not _is_read(path)
    ]
    sources = [Source(identifier, text, {"text_sha256": sha256(text)}) for identifier, text in texts.items()]
    sound, faults = decisions.check([one for one in listed if _is_read(one[0])], sources)
    return found + [_finding(error, "decision") for error in [*faults, *review.contradictions(sound)]]


def _is_read(path: Path) -> bool:
    """Whether this is a file of a length that is read; links are not followed."""
    return path.is_file() and not path.is_symlink() and path.stat().st_size <= LONGEST_TEXT


def _finding(error: InputError, rule: str) -> Finding:
    return fault("contribution", str(error.path), rule, error.message, (error.remedy or "").rstrip("."), error.line)
