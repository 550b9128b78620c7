"""What the rules find, by rule."""

from dataclasses import dataclass

import words

import conflict_figures as cf
from conflict_figures import schema


@dataclass(frozen=True)
class Rule:
    """A rule of the code list with its findings; ``about`` names what they are about, in the words of its code list."""

    code: str
    title: str
    definition: str
    about: str
    findings: list[str]


def rules() -> list[Rule]:
    """Every rule in the order of the code list, those without a finding too."""
    rows = cf.load("findings", backend="pyarrow").to_pylist()
    abouts = {code.code: code.title for code in schema.codes("finding_about")}
    found = []
    for code in schema.codes("finding_rule"):
        own = [row for row in rows if row["finding_rule"] == code.code]
        about = words.listed(sorted({abouts[row["about"]].lower() for row in own})) if own else "–"
        found.append(Rule(code.code, code.title, code.definition, about, [_line(row) for row in own]))
    return found


def about(code: str) -> int:
    """How many findings are about sources, or about rows."""
    return sum(row["about"] == code for row in cf.load("findings", backend="pyarrow").to_pylist())


def _line(row: dict) -> str:
    """The message of a finding, with a link to each of its pages that has an address."""
    known = {source["source_id"]: source for source in cf.load("sources", backend="pyarrow").to_pylist()}
    pages = [known[source] for source in row["source_ids"].split("; ")]
    links = ", ".join(
        words.linked(str(place), page["url"]) for place, page in enumerate((page for page in pages if page["url"]), start=1)
    )
    without = sum(page["url"] is None for page in pages)
    end = f", and {words.count(without, 'text')} without an address" if without and links else ""
    return f"{words.plain(row['message'])} {f'Pages: {links}{end}.' if links else ''}".rstrip()
