"""``conflict-figures extract``: read the figures out of a text of your own."""

import json
import re
import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from conflict_figures.cli._terminal import print_table
from conflict_figures.errors import InputError, UsageError
from conflict_figures.seeds import utf8


class Format(StrEnum):
    table = "table"
    jsonl = "jsonl"
    csv = "csv"


# what a person wants to see at a glance; the other formats give every column
SHOWN = ("start", "text", "value", "low", "high", "measure", "unit", "subject", "speaker", "origin", "stance", "certainty", "date")
# what fits a terminal of ordinary width; the anchor's words hold the number and its hedge
NARROW = ("text", "measure", "subject", "speaker", "origin", "date")
NUMBERS = ("start", "value", "low", "high")


def command(
    file: Annotated[str, typer.Argument(metavar="FILE|-", help="A UTF-8 text; - reads standard input.")],
    published: Annotated[
        str | None, typer.Option(metavar="DATE", help="When the text was published, such as 2025-04-30; resolves 'on Wednesday'.")
    ] = None,
    format: Annotated[Format, typer.Option(help="A table to read, or one line per figure with every column.")] = Format.table,
) -> None:
    """Find every figure in a text.

    How many, of what, said by whom, citing whom, about when, in which words."""
    if published is not None and not _is_date(published):
        raise UsageError(f"--published {published!r} is no date", remedy="Write the day, as in 2025-04-30, or a month, as in 2025-04")
    table = flat_view(read_text(file), published, file)
    if format is Format.csv:
        from conflict_figures.tabular.delimited import encode

        sys.stdout.write(encode(table).decode("utf-8"))
        return
    rows = [{name: _whole(value) for name, value in row.items()} for row in table.to_pylist()]
    if format is Format.jsonl:
        for row in rows:
            print(json.dumps(row, ensure_ascii=False))
    else:
        print_table(list(SHOWN), [[row[name] for name in SHOWN] for row in rows], right=NUMBERS, narrow=NARROW)
        if not rows:
            print("no figures: the text holds no number that counts people, materiel or events of a conflict", file=sys.stderr)


def flat_view(text: str, published: str | None, name: str):
    """The flat view of a text in the order of the text, as an Arrow table: a DataFrame costs more than the reading."""
    from conflict_figures.extract import extract
    from conflict_figures.tabular import flat, to_arrow, written

    try:
        records = extract(text, published=published).records
    except InputError as error:
        error.path = error.path or name
        raise
    return written("figures_flat", flat(to_arrow(records)).sort_by("start"))


def _whole(value):
    """A whole number without its point, as the published CSV files write it."""
    return int(value) if isinstance(value, float) and value.is_integer() else value


def _is_date(words: str) -> bool:
    from conflict_figures.edtf import is_valid

    return re.fullmatch(r"[0-9]{4}(-[0-9]{2}){0,2}", words) is not None and is_valid(words)


def read_text(file: str) -> str:
    """The text of a file or of standard input, unchanged: offsets count its code points, line ends included."""
    if file == "-":
        name, raw = "standard input", sys.stdin.buffer.read()
    else:
        name, path = file, Path(file)
        if not path.exists():
            raise UsageError("there is no such file", path=name, remedy="Give the path of a text file, or - to read standard input")
        if path.is_dir():
            raise UsageError("this is a folder", path=name, remedy="Give the path of one text file in it")
        raw = path.read_bytes()
    text = utf8.decode(raw, name)
    if not text.strip():
        raise InputError("the text is empty", path=name, remedy="Give a text with words in it")
    return text
