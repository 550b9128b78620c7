"""Read review decisions: what a person said about rows that a program extracted.

One file a source, ``seeds/decisions/<source-id>.csv``. A line names a row by its anchor (table, start,
end, and the words there), never by its place in a file, and says one of four things:

* ``accept``: the row is right;
* ``correct``: one field of it is wrong, and this is its value (empty for null);
* ``reject``: the row should not exist;
* ``join``: the row renders an utterance, or a count of one, that other sources render too, and this is its
  id. No text says so by itself; the reason holds the evidence.

Every line carries the SHA-256 of the text that its reviewer read. When the text has changed since, the
line is refused: the reviewer has not seen what it would now apply to.
"""

import csv
import io
import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from conflict_figures import schema
from conflict_figures.check import lexical
from conflict_figures.errors import InputError
from conflict_figures.seeds import utf8
from conflict_figures.seeds.texts import Source

#: The header of a decisions file, in order.
HEADER = (
    "text_sha256", "table", "start", "end", "text", "decision", "field", "value", "reviewer", "date", "reason",
)  # fmt: skip
#: Which columns of a table hold the anchor that a decision names: start, end, words.
ANCHORS = {
    "claims": ("start", "end", "quote"),
    "figures": ("start", "end", "text"),
    "dates": ("start_char", "end_char", "text"),
    "attributions": ("actor_start", "actor_end", "actor_text"),
}
KINDS = ("accept", "correct", "reject", "join")
#: The one field of a table that joins its rows to those of other sources.
JOINS = {"claims": "utterance_id", "figures": "item_id"}


@dataclass(frozen=True)
class Decision:
    """One line of a decisions file; ``value`` is typed as the field is."""

    source_id: str
    path: str
    line: int
    table: str
    start: int
    end: int
    text: str
    decision: str
    field: str | None
    value: object
    reviewer: str
    date: str
    reason: str

    def fault(self, message: str, remedy: str) -> InputError:
        """Return the error that says what is wrong with this line."""
        return InputError(message, path=self.path, line=self.line, remedy=remedy)


def read(root: Path, sources: list[Source]) -> list[Decision]:
    """Read every decision on ``sources``, in the order of the files and lines.

    Raises:
        InputError: for the first fault: a file of no source, another header, a text that changed since
            it was reviewed, an anchor outside the text, a field, code or value that the schema refuses.
    """
    folder = root / "seeds" / "decisions"
    found, faults = check([(path, f"seeds/decisions/{path.name}") for path in files(folder)], sources)
    for fault in faults:
        raise fault
    return found


def files(folder: Path) -> list[Path]:
    """Return the files of ``folder`` that hold decisions, or should."""
    listed = sorted(folder.glob("*")) if folder.is_dir() else []
    return [path for path in listed if not path.name.startswith(".") and path.suffix != ".md"]


def check(listed: Iterable[tuple[Path, str]], sources: Iterable[Source]) -> tuple[list[Decision], list[InputError]]:
    """Read files of decisions, each with how messages call it; return the sound lines and every fault of the others."""
    about = {source.source_id: source for source in sources}
    found: list[Decision] = []
    faults: list[InputError] = []
    for path, name in listed:
        if path.suffix == ".csv" and path.stem in about:
            read = _File(about[path.stem], path, name)
            found += read.decisions()
            faults += read.faults
        else:
            faults.append(
                InputError(
                    f"there is no source `{path.stem}` that these decisions could be about",
                    path=name,
                    remedy="Name the file <source-id>.csv after a text of seeds/texts, or delete it",
                )
            )
    return found, faults


class _File:
    """One decisions file and the source it is about; a line with a fault is left out, and its faults are kept."""

    def __init__(self, source: Source, path: Path, name: str) -> None:
        self.source, self.path, self.name = source, path, name
        self.faults: list[InputError] = []

    def say(self, line: int, message: str, remedy: str) -> None:
        self.faults.append(InputError(message, path=self.name, line=line, remedy=remedy))

    def decisions(self) -> list[Decision]:
        # spreadsheets write a byte order mark and carriage returns; in a table neither moves an offset
        try:
            text = utf8.decode(self.path.read_bytes(), self.name).removeprefix("\ufeff")
        except InputError as error:
            self.faults.append(error)
            return []
        reader = csv.reader(io.StringIO(text, newline=""), strict=True)
        found: list[Decision] = []
        line = 1
        try:
            for cells in reader:
                if line == 1 and tuple(cells) != HEADER:
                    self.say(1, "the header is not that of a decisions file", f"Write {','.join(HEADER)}")
                    return []
                decision = self.decision(line, cells) if line > 1 and cells else None
                found += [] if decision is None else [decision]
                line = reader.line_num + 1
        except csv.Error as error:
            self.say(reader.line_num, f"this is not readable CSV: {error}", "Close every quote")
            return found
        if line == 1:
            self.say(1, "the file is empty", f"Write the header {','.join(HEADER)}, or delete the file")
        return found

    def decision(self, line: int, cells: list[str]) -> Decision | None:
        if len(cells) != len(HEADER):
            self.say(
                line,
                f"the line has {len(cells)} cells where the header has {len(HEADER)}",
                "Put words with a comma into double quotes",
            )
            return None
        before = len(self.faults)
        row = dict(zip(HEADER, cells, strict=True))
        known = self.listed(line, "table", row["table"], tuple(ANCHORS))
        known &= self.listed(line, "decision", row["decision"], KINDS)
        self.unchanged(line, row["text_sha256"])
        start, end = self.anchor(line, row)
        for key in ("reviewer", "reason"):
            if not row[key].strip():
                self.say(line, f"`{key}` is empty", "Say who decided, and why")
        if lexical.fault("date", row["date"]):
            self.say(line, f"`date` is '{row['date']}', not a day", "Write it as 2025-04-30")
        field, value = self.correction(line, row) if known else (None, None)
        if len(self.faults) > before:
            return None
        return Decision(
            self.source.source_id, self.name, line, row["table"], start, end, row["text"],
            row["decision"], field, value, row["reviewer"], row["date"], row["reason"],
        )  # fmt: skip

    def listed(self, line: int, key: str, value: str, words: tuple[str, ...]) -> bool:
        if value not in words:
            self.say(line, f"`{key}` is '{value}', which is not in its list", f"Use one of {', '.join(words)}")
        return value in words

    def unchanged(self, line: int, reviewed: str) -> None:
        stored = self.source.row["text_sha256"]
        if reviewed == stored:
            return
        if not re.fullmatch(r"[0-9a-f]{64}", reviewed):
            self.say(line, f"`text_sha256` is '{reviewed}', not 64 hex digits", f"Write {stored}")
            return
        self.say(
            line,
            f"seeds/texts/{self.source.source_id}.txt was changed after this row was reviewed "
            f"(its sha256 is {stored[:12]}…, the reviewer read {reviewed[:12]}…)",
            "Restore the text, or review the row again and write the new sha256",
        )

    def anchor(self, line: int, row: dict[str, str]) -> tuple[int, int]:
        odd = [key for key in ("start", "end") if lexical.fault("integer", row[key])]
        for key in odd:
            self.say(line, f"`{key}` is '{row[key]}', not a whole number", "Write the offset as 132")
        if odd:
            return 0, 0
        start, end = int(row["start"]), int(row["end"])
        words = self.source.text[start:end] if 0 <= start < end else ""
        if not words or words != row["text"]:
            self.say(
                line,
                f"the text at {start}:{end} reads '{words}', not '{row['text']}'",
                "Copy start, end and text from the row as it was extracted",
            )
        return start, end

    def correction(self, line: int, row: dict[str, str]) -> tuple[str | None, object]:
        if row["decision"] in ("accept", "reject"):
            if row["field"] or row["value"]:
                self.say(line, f"{row['decision']} takes no field and no value", "Empty both, or decide `correct`")
            return None, None
        table = schema.table(row["table"])
        if row["decision"] == "join":
            return self.join(line, row, table)
        fixed = {
            *table.primary_key, *ANCHORS[row["table"]], "source_id", "claim_id", "coded_by", "review", *JOINS.values(),
        }  # fmt: skip
        open_fields = {field.name: field for field in table.fields if field.name not in fixed}
        if row["field"] not in open_fields:
            self.say(
                line,
                f"`{row['field']}` is not a field of {row['table']} that a review can correct",
                f"Use one of {', '.join(open_fields)}; reject a row whose anchor is wrong",
            )
            return None, None
        field = open_fields[row["field"]]
        problem = lexical.cell_fault(field, row["value"])
        if problem:
            self.say(line, f"`{field.name}` {problem}", lexical.remedy(field))
            return None, None
        return field.name, lexical.cast(field.type, row["value"])

    def join(self, line: int, row: dict[str, str], table) -> tuple[str | None, object]:
        field = JOINS.get(row["table"])
        if field is None or row["field"] != field:
            listed = ", ".join(f"{name} of {of}" for of, name in JOINS.items())
            self.say(line, f"`{row['field']}` of {row['table']} joins nothing", f"Use one of {listed}")
            return None, None
        problem = "is empty" if not row["value"] else lexical.cell_fault(table.field(field), row["value"])
        if problem:
            self.say(line, f"`{field}` {problem}", "Write the id that the rows of the other sources have")
        return field, row["value"]
