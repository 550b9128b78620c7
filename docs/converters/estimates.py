"""Turn a table of estimates into a batch of coded rows: an example for people who bring their own spreadsheet.

    python docs/converters/estimates.py docs/converters/estimates.csv ostria seeds/coded

reads a table with the columns date,low,high,estimate,type,source,source_url,country and writes the batch
``seeds/coded/ostria``. Copy this file and change the first part, which says what the words of the table mean. The
second part makes a coding sheet of it, one row a figure; the package makes the tables of the sheet, and refuses what
does not hold. A row that has no place is not dropped in silence: it goes to left-out.csv, with the reason.
"""

import argparse
import csv
import hashlib
import re
import sys
import tempfile
from pathlib import Path

from conflict_figures.check.report import report
from conflict_figures.contribute import batch
from conflict_figures.contribute.columns import NAMES
from conflict_figures.extract.ids import slug

# ---- what the words of the table mean --------------------------------------------------------------------------------

COLUMNS = ["date", "low", "high", "estimate", "type", "source", "source_url", "country"]
#: Measure and unit of each type; a type that is not here has no place.
TYPES = {
    "killed": ("killed", "person"), "deaths": ("killed", "person"), "injured": ("wounded", "person"),
    "wounded": ("wounded", "person"), "displaced": ("displaced", "person"), "missing": ("missing", "person"),
}  # fmt: skip
#: What the speakers are: person, body, group, force or state. The package asks for any that is missing here.
SPEAKERS = {"Ministry of Health of Ostria": "body", "Relief Council": "body", "Norland Army": "force"}
#: "Relief Council (via Delta Wire)": the council says it, and the wire published it.
VIA = re.compile(r"(?P<speaker>.+?) \(via (?P<publisher>.+)\)")
#: 1,200 or 1200. 1.200 may be another country's thousand or a decimal, and nothing tells which.
NUMBER = re.compile(r"[0-9]{1,3}(,[0-9]{3})*|[0-9]+")
DAY = re.compile(r"(?:(?P<day>[0-9]{1,2})/)?(?P<month>[0-9]{1,2})/(?P<year>[0-9]{4})")


class NoPlace(Exception):
    """A row that the tables cannot hold, and why."""


def wordings(row: dict[str, str]) -> list[str]:
    """Say the numbers of a row as a coder words them: bounds are one figure, a single estimate is another.

    >>> wordings({"low": "1,000", "high": "1,500", "estimate": "1,200"})
    ['1,000 to 1,500', '1,200']
    """
    for column in ("low", "high", "estimate"):
        if row[column] and not NUMBER.fullmatch(row[column]):
            raise NoPlace(f"{column} is '{row[column]}', which can be read in two ways or in none")
    low, high = row["low"], row["high"]
    if low and high:
        least, most = (int(bound.replace(",", "")) for bound in (low, high))
        if least > most:
            raise NoPlace(f"low {low} is above high {high}")
        bounds = [low if least == most else f"{low} to {high}"]
    else:
        bounds = [f"at least {low}"] if low else [f"up to {high}"] if high else []
    found = bounds + ([row["estimate"]] if row["estimate"] and row["estimate"] not in bounds else [])
    if not found:
        raise NoPlace("there is no number")
    return found


def day(date: str) -> str:
    """Read a day or a month, the day first.

    >>> day("2/7/2031"), day("07/2031")
    ('2031-07-02', '2031-07')
    """
    match = DAY.fullmatch(date)
    if not match:
        raise NoPlace(f"date is '{date}', not a day as 14/06/2031 or a month as 06/2031")
    return "-".join(f"{match[part]:0>2}" for part in ("year", "month", "day") if match[part])


# ---- from the table to the coding sheet, and on to the batch ---------------------------------------------------------


def figures(number: int, row: dict[str, str]) -> list[dict[str, str]]:
    """Make the rows of the coding sheet of one row of the table; ``number`` stays the row's for ever."""
    if row["type"] not in TYPES:
        raise NoPlace(f"type is '{row['type']}', which no measure was chosen for")
    measure, unit = TYPES[row["type"]]
    via = VIA.fullmatch(row["source"])
    publisher, speaker = (via["publisher"], via["speaker"]) if via else (row["source"], "")
    # one address is one page; its hash names it without a word of the address
    page = f"{slug(publisher)}-{hashlib.sha256(row['source_url'].encode()).hexdigest()[:8]}"
    shared = {
        "page": page, "publisher": publisher, "url": row["source_url"], "speaker": speaker,
        "speaker_kind": SPEAKERS.get(speaker, ""), "measure": measure, "unit": unit, "place": row["country"],
        "date": day(row["date"]), "certainty": "estimated",
    }  # fmt: skip
    return [shared | {"record": str(10 * number + place), "number": words} for place, words in enumerate(wordings(row))]


def convert(table: Path, name: str, folder: Path) -> int:
    """Write the batch ``name`` into ``folder``, say what came of it, and return the exit code."""
    with open(table, encoding="utf-8-sig", newline="") as lines:
        reader = csv.DictReader(lines)
        if reader.fieldnames != COLUMNS:
            print(f"{table}:1: the header is not {','.join(COLUMNS)}. Write it so, or change COLUMNS.", file=sys.stderr)
            return 1
        rows = [{column: (cell or "").strip() for column, cell in row.items()} for row in reader]
    filled, left_out = [], []
    for number, row in enumerate(rows, start=1):
        try:
            filled += figures(number, row)
        except NoPlace as reason:
            left_out += [{"table": lost, "record": str(10 * number), "column": "", "value": "", "reason": str(reason)} for lost in ("claims", "figures")]
    with tempfile.TemporaryDirectory() as temporary:
        sheet = Path(temporary) / "sheet.csv"
        with open(sheet, "w", encoding="utf-8", newline="") as out:
            writer = csv.DictWriter(out, NAMES)
            writer.writeheader()
            writer.writerows(filled)
        found, counts = batch.fill(folder, name, sheet, left_out)
    if found:
        print(report(found, []).to_text(), file=sys.stderr)
        return 1
    print(f"{len(rows)} rows: {counts['figures']} figures on {counts['sources']} pages, {len(left_out) // 2} rows left out")
    return 0


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    parser.add_argument("table", type=Path)
    parser.add_argument("batch", help="the name of the batch")
    parser.add_argument("folder", type=Path, help="where batches are, as seeds/coded")
    given = parser.parse_args()
    sys.exit(convert(given.table, given.batch, given.folder))
