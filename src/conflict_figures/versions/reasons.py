"""Why rows are withdrawn, as people write it in ``seeds/withdrawn.csv``."""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass
from pathlib import Path

from conflict_figures import schema
from conflict_figures.errors import InputError, suggestion

TABLE = "withdrawn"
#: Rows of the flat view are rows of ``figures`` in another dress, and tombstones are no rows to be withdrawn.
WITHOUT = (TABLE, "figures_flat")
_COLUMNS = ("table", "key", "reason", "replaced_by", "content")
#: Whether the row's last content stays readable in its tombstone. It is removed where somebody has the right to ask for that.
_KEPT, _REMOVED = "kept", "removed"


@dataclass(frozen=True)
class Reason:
    """Why a row is withdrawn, the key of the row that stands for it now, and whether its last content is kept.

    ``line`` is where that is written.
    """

    table: str
    key: str
    reason: str
    replaced_by: str | None
    kept: bool
    line: int


def read(path: Path) -> list[Reason]:
    """Read ``seeds/withdrawn.csv``; no reasons where there is no such file.

    Raises:
        InputError: the columns are not ``table,key,reason,replaced_by,content``, or a cell that has to be filled is empty.
    """
    if not path.is_file():
        return []
    try:
        text = path.read_text(encoding="utf-8")
    except UnicodeDecodeError:
        raise InputError("the file is not UTF-8", path=path, remedy="Save it as UTF-8") from None
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    reasons, seen = [], set()
    try:
        if tuple(next(reader, ())) != _COLUMNS:
            raise InputError("the first line does not name the columns", path=path, line=1, remedy=f"Write {','.join(_COLUMNS)}")
        for cells in reader:
            one = _reason(path, reader.line_num, cells)
            if (one.table, one.key) in seen:
                raise InputError(f"{one.key} of {one.table} is listed twice", path=path, line=one.line, remedy="Keep one of the lines")
            seen.add((one.table, one.key))
            reasons.append(one)
    except csv.Error as error:
        raise InputError(f"this is no CSV: {error}", path=path, line=reader.line_num, remedy="Mend the quotes of this line") from None
    return reasons


def _reason(path: Path, line: int, cells: list[str]) -> Reason:
    if len(cells) != len(_COLUMNS):
        raise InputError(f"the line has {len(cells)} cells, not {len(_COLUMNS)}", path=path, line=line, remedy="Quote cells that hold a comma")
    table, key, reason, replaced_by, content = cells
    known = [name for name in schema.table_names() if name not in WITHOUT]
    if table not in known:
        raise InputError(f"there is no table {table!r} to withdraw rows from", path=path, line=line, remedy=suggestion(table, known, "table"))
    if not key or not reason:
        raise InputError("a withdrawn row needs its key and the reason", path=path, line=line, remedy="Fill both cells")
    if content not in (_KEPT, _REMOVED):
        remedy = f"Write {_KEPT}, or {_REMOVED} where what the row said may not be published any more"
        raise InputError(f"the content is {content!r}", path=path, line=line, remedy=remedy)
    return Reason(table, key, reason, replaced_by or None, content == _KEPT, line)
