"""Check one code list: its header, and that every code is new, well formed, titled and defined."""

import csv
import re
from pathlib import Path

from conflict_figures.errors import InputError
from conflict_figures.schema.code_lists import COLUMNS

_CODE = re.compile(r"[a-z][a-z0-9]*(_[a-z0-9]+)*|[A-Z]{3}")


def check_code_list(file: Path) -> tuple[str, ...]:
    """The codes of a list; InputError with file and line for the first fault.

    >>> from conflict_figures import _paths
    >>> check_code_list(_paths.schemas() / "codes" / "linked_table.csv")
    ('claims', 'figures')
    """
    with open(file, encoding="utf-8", newline="") as handle:
        reader = csv.reader(handle, strict=True)
        try:
            header = tuple(next(reader, ()))
            if header != COLUMNS:
                raise InputError("the header is not that of a code list", path=file, line=1, remedy=f"Write {','.join(COLUMNS)}")
            found: dict[str, int] = {}
            for row in reader:
                _row(file, reader.line_num, row, found)
        except csv.Error as error:
            raise InputError(f"this is no CSV: {error}", path=file, line=reader.line_num, remedy="Mend the quotes") from None
        except UnicodeDecodeError:
            raise InputError("the file is not UTF-8", path=file, remedy="Save it as UTF-8") from None
    if not found:
        raise InputError("the code list is empty", path=file, remedy="Add a code, or delete the file")
    return tuple(found)


def _row(file: Path, line: int, row: list[str], found: dict[str, int]) -> None:
    if len(row) != len(COLUMNS):
        raise InputError(f"the row has {len(row)} cells", path=file, line=line, remedy=f"A code list has {len(COLUMNS)}")
    for name, cell in zip(COLUMNS, row, strict=True):
        if cell != cell.strip():
            raise InputError(f"there is space around the {name} {cell!r}", path=file, line=line, remedy="Take it away")
    code = row[0]
    if not _CODE.fullmatch(code):
        raise InputError(f"{code!r} is not formed like a code", path=file, line=line, remedy="Use small letters and underscores")
    if code in found:
        raise InputError(f"the code {code!r} stands in line {found[code]} already", path=file, line=line, remedy="Keep one of them")
    if not row[1] or not row[2]:
        raise InputError(f"the code {code!r} lacks its title or definition", path=file, line=line, remedy="Add it")
    found[code] = line
