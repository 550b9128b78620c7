"""Make the rows of the tables of a coding sheet.

Ids are made of what stays the same when rows are added or sorted: the batch, the page, and the coder's own number
of the row. Record 7 of the page `gazette-0612` in the batch `river-war` is the claim `river-war-gazette-0612.c0007`
with the figure `….f0007`, its date `….d0007` and the day of its speaker `….s0007`.
"""

import re
from dataclasses import dataclass, replace

from conflict_figures import edtf, schema
from conflict_figures.check.finding import Finding
from conflict_figures.contribute import cells
from conflict_figures.contribute.cells import Unreadable
from conflict_figures.contribute.pages import Page, source_id
from conflict_figures.contribute.sheet import TABLE, Row
from conflict_figures.contribute.voices import NOBODY, Voices
from conflict_figures.seeds.coded import TABLES

_KEY = "[a-z0-9]+(?:[.-][a-z0-9]+)*"
_HAND = {"coded_by": "hand", "review": "unchecked"}


@dataclass(frozen=True)
class Converted:
    """The rows by table, and what could not be read or does not hold."""

    records: dict[str, list[dict]]
    findings: tuple[Finding, ...]


def convert(batch: str, rows: list[Row]) -> Converted:
    """Make the tables of a batch of the rows of a coding sheet; with findings the records are not complete."""
    work = _Work(batch)
    for row in rows:
        work.read(row)
    work.finish()
    for table, made in work.records.items():
        # a sheet has no place for some columns, such as those of a text that is held
        work.records[table] = [dict.fromkeys(schema.table(table).written_names) | one for one in made]
    if not work.found:
        work.found += _check(work)
    return Converted(work.records, tuple(sorted(work.found, key=lambda one: (one.line or 0, one.position or 0, one.rule))))


class _Work:
    def __init__(self, batch: str) -> None:
        self.batch, self.voices = batch, Voices(batch)
        self.pages: dict[str, Page] = {}
        self.rows: dict[str, tuple[Row, str]] = {}
        self.records: dict[str, list[dict]] = {table: [] for table in TABLES}
        self.found: list[Finding] = []
        self.parts: list[tuple[Row, str]] = []

    def read(self, row: Row) -> None:
        """Take one row over; each part that cannot be read is a finding, and the others are still read."""
        record = self.attempt(lambda: self.record(row))
        identifier = self.attempt(lambda: source_id(self.batch, row))
        if identifier is not None:
            self.attempt(lambda: self.pages.setdefault(identifier, Page(identifier)).add(row))
        if record is not None and identifier is not None:
            self.rows[row.cells["record"]] = (row, identifier)
        # also where the row has no id yet, so that one fault hides no other
        self.claim(row, identifier or self.batch, record or "0")

    def attempt(self, what):
        try:
            return what()
        except Unreadable as error:
            self.found.append(error.finding)
            return None

    def record(self, row: Row) -> str:
        given = row.cells["record"]
        if given is None or not re.fullmatch("[1-9][0-9]{0,8}", given):
            what = "the row has no number of its own" if given is None else f"'{given}' is not a whole number from 1"
            raise Unreadable(row.fault("record", "sheet-record", what, "Number the rows 1, 2, 3 …, and keep the numbers when you sort them"))
        if given in self.rows:
            raise Unreadable(row.fault("record", "sheet-record", f"line {self.rows[given][0].line} has the number {given} too", "Give each row a number of its own"))
        return f"{int(given):04}"

    def claim(self, row: Row, source: str, record: str) -> None:
        given, claim = row.cells, f"{source}.c{record}"
        stance = self.attempt(lambda: cells.code(row, "stance", "asserted"))
        certainty = self.attempt(lambda: cells.code(row, "certainty", "stated"))
        chain = self.chain(row)
        voices = {role: actor for role, actor, _ in chain}
        self.records["claims"].append({
            "claim_id": claim, "source_id": source,
            "speaker": given["speaker"], "speaker_id": voices.get("speaker"), "origin": given["origin"], "origin_id": voices.get("origin"),
            "stance": stance, "certainty": certainty,
            "utterance_id": self.attempt(lambda: cells.name(row, "utterance", _KEY, "ministry-2025-06-12")),
            "carried_as": self.attempt(lambda: cells.code(row, "carried_as")),
            "confidence": self.attempt(lambda: cells.code(row, "confidence")),
            "issue": given["issue"], "note": given["note"], **_HAND,
        })  # fmt: skip
        self.records["attributions"] += [
            {"claim_id": claim, "hop": hop, "role": role, "actor_id": actor, "basis": "coder", "actor_text": words}
            for hop, (role, actor, words) in enumerate(chain)
        ]
        date = self.dates(row, source, claim, record)
        if given["number"] is not None:
            self.attempt(lambda: self.figure(row, claim, f"{source}.f{record}", date, certainty))
        elif stance == "asserted":
            self.found.append(row.fault("number", "required", "the row has no number", "Fill it; only a denial, a confirmation or a refusal to comment needs none"))

    def chain(self, row: Row) -> list[tuple[str, str, str | None]]:
        """Return role, actor and words of each hop, from the publisher to the source cited last."""
        given, voices = row.cells, self.voices
        publisher = given["publisher"]
        head = NOBODY["actor_id"] if publisher is None else self.attempt(lambda: voices.outlet(row, "publisher", publisher, given["kind"]))
        chain = [("publisher", head, None)]
        if publisher is not None and given["publisher_country"]:
            self.attempt(lambda: voices.country(row, publisher, cells.code(row, "publisher_country")))
        if given["agency"]:
            chain.append(("agency", self.attempt(lambda: voices.outlet(row, "agency", given["agency"])), given["agency"]))
        for role in ("speaker", "origin"):
            actor = self.attempt(lambda role=role: voices.voice(row, role))
            if given[role]:
                chain.append((role, actor, given[role]))
        return chain

    def dates(self, row: Row, source: str, claim: str, record: str) -> str | None:
        """Add the day on which the speaker spoke and the date of the figure; return the id of the latter."""
        stated = self.attempt(lambda: cells.day(row, "stated"))
        if stated:
            self.records["dates"].append(_date(f"{source}.s{record}", source, claim, "stated", stated))
        covered = self.attempt(lambda: cells.day(row, "date"))
        usual = "event" if row.cells["count_mode"] == "period" else "as_of"
        role = self.attempt(lambda: cells.code(row, "date_role", usual))
        if not covered:
            return None
        self.records["dates"].append(_date(f"{source}.d{record}", source, claim, role, covered))
        return f"{source}.d{record}"

    def figure(self, row: Row, claim: str, figure: str, date: str | None, certainty: str | None) -> None:
        given = row.cells
        read = cells.number(row)
        for column, value in (("measure", given["measure"]), ("unit", read["unit"])):
            if value is None:
                self.found.append(row.fault(column, "required", f"the row has a number and no {column}", f"Fill `{column}`"))
        per = self.attempt(lambda: cells.code(row, "rate_per"))
        self.records["figures"].append({
            "figure_id": figure, "claim_id": claim,
            "item_id": self.attempt(lambda: cells.name(row, "item", _KEY, "ministry-2025-06-12-killed")), **read,
            "measure": self.attempt(lambda: cells.code(row, "measure")),
            "count_mode": self.attempt(lambda: cells.code(row, "count_mode", "rate" if per else "unspecified")), "rate_per": per,
            "increment": self.attempt(lambda: cells.yes(row, "increment")),
            "subject": given["subject"],
            "affected_status": self.attempt(lambda: cells.code(row, "affected_status", "unspecified")),
            "place": given["place"], "certainty": certainty, "date_id": date, **_HAND,
        })  # fmt: skip
        if given["part_of"]:
            self.parts.append((row, figure))

    def finish(self) -> None:
        """Add what only the whole sheet can tell: pages, actors, wholes and parts."""
        for page in self.pages.values():
            source = self.attempt(page.source)
            if source is None:
                continue
            self.records["sources"].append(source)
            if source["published"]:
                self.records["dates"].append(_date(f"{page.identifier}.published", page.identifier, None, "published", source["published"]))
        actors, found = self.voices.actors()
        self.found += found
        nobody = [NOBODY] if any(hop["actor_id"] == NOBODY["actor_id"] for hop in self.records["attributions"]) else []
        self.records["actors"] += actors + nobody
        figures = {row["figure_id"] for row in self.records["figures"]}
        for row, part in self.parts:
            self.attempt(lambda row=row, part=part: self.link(row, part, figures))

    def link(self, row: Row, part: str, figures: set[str]) -> None:
        whole, source = self.rows.get(row.cells["part_of"], (None, None))
        if whole is None or source != self.rows[row.cells["record"]][1] or whole is row:
            raise Unreadable(row.fault(
                "part_of", "sheet-part", f"no other row of this page has the record {row.cells['part_of']}", "Name the row of the same page whose number includes this one"
            ))  # fmt: skip
        including = f"{source}.f{int(row.cells['part_of']):04}"
        if including in figures:
            self.records["links"].append({"subject_id": including, "predicate": "includes", "object_id": part, "subject_table": "figures", "basis": "coder"})


def _date(identifier: str, source: str, claim: str | None, role: str, value: str) -> dict:
    start, end = edtf.bounds(value)
    return {
        "date_id": identifier, "source_id": source, "claim_id": claim, "role": role, "edtf": value,
        "start": start, "end": end, "date_prec": edtf.precision(value), **_HAND,
    }  # fmt: skip


def _check(work: _Work) -> list[Finding]:
    """Check the rows as every table is checked, and say each finding at its line of the sheet."""
    from conflict_figures.check import tables
    from conflict_figures.tabular import to_arrow

    sources = {page.identifier: next(iter(page.facts.values()))[1] for page in work.pages.values() if page.facts}
    found = []
    for one in tables(to_arrow(work.records)):
        record = re.search(r"\.[cdfs]([0-9]{4,})\b", one.key or "")
        row = work.rows[str(int(record[1]))][0] if record else sources.get(one.key)
        same = one.column if row is not None and one.column in row.cells else None
        found.append(replace(one, table=TABLE, path=None if row is None else row.path, line=None if row is None else row.line,
                             column=same, position=None if row is None else row.positions.get(same)))  # fmt: skip
    return found
