"""What is counted in one text, and how the counts of many texts add up."""

from collections import Counter
from dataclasses import dataclass, field
from typing import Self

from . import fields, matching
from .differences import Difference, Notes
from .gold import Coding, Gold, Row

SPANS = ("detection", "detection+measure", "span only")
LINKS = ("includes", "repeats")


@dataclass(slots=True)
class Tally:
    """Counts of any number of texts; ``right``, ``found`` and ``wanted`` are keyed by what is counted.

    ``agreed`` and ``scored`` are sums over matched figures by field; the same ``of_named`` over those for which the
    coding has a value, as most fields are null most of the time.
    """

    texts: int = 0
    debatable: int = 0
    empty_texts: int = 0  # texts without a figure
    false_in_empty: int = 0  # figures found in them
    right: Counter = field(default_factory=Counter)
    found: Counter = field(default_factory=Counter)
    wanted: Counter = field(default_factory=Counter)
    agreed: Counter = field(default_factory=Counter)
    scored: Counter = field(default_factory=Counter)
    agreed_of_named: Counter = field(default_factory=Counter)
    scored_of_named: Counter = field(default_factory=Counter)
    claim_fields: Counter = field(default_factory=Counter)  # matched claims with the same stance, certainty
    false_on: Counter = field(default_factory=Counter)  # figures found where the coding says there is none, by reason

    def __iadd__(self, other: "Tally") -> Self:
        for name in self.__slots__:
            mine, its = getattr(self, name), getattr(other, name)
            if isinstance(mine, Counter):
                mine.update(its)  # keeps zeros, which + would drop
            else:
                setattr(self, name, mine + its)
        return self


def of_text(gold: Gold, found: Coding, *, all_figures: bool = False) -> tuple[Tally, list[Difference]]:
    """Compare one text with what was found in it; ``all_figures`` scores the fields of debatable ones too."""
    tally, notes = Tally(texts=1), Notes(gold)
    debatable = frozenset() if all_figures else gold.debatable
    matched = _figures(tally, notes, gold, found.figures, debatable)
    _fields(tally, notes, gold, found.figures, matched, debatable)
    for name, links in (("includes", _wholes), ("repeats", _mentions)):
        _links(tally, notes, name, links(gold.coding.figures), links(found.figures), matched)
    _claims(tally, notes, gold.coding.claims, found.claims)
    return tally, notes.found


def _figures(tally: Tally, notes: Notes, gold: Gold, found: list[Row], debatable: frozenset[int]) -> dict[int, int]:
    wanted = gold.coding.figures
    matched = matching.figures(wanted, found)
    touched = matching.figures(wanted, found, whatever_number=True)
    for name in SPANS:
        tally.wanted[name], tally.found[name] = len(wanted), len(found)
    tally.right["detection"], tally.right["span only"] = len(matched), len(touched)
    tally.right["detection+measure"] = sum(
        i in debatable or wanted[i].get("measure") == found[j].get("measure") for i, j in matched.items()
    )
    tally.debatable = len(debatable)
    if not wanted:
        tally.empty_texts, tally.false_in_empty = 1, len(found)
    matched_found = set(matched.values())
    for position, row in enumerate(wanted):
        if position not in matched:
            other = touched.get(position)
            notes.unmatched(row, None if other is None or other in matched_found else found[other])
    misread = {j for i, j in touched.items() if i not in matched}
    for position, row in enumerate(found):
        if position in matched_found:
            continue
        reason = next((no["why"] for no in gold.not_figures if matching.common(no, row)), None)
        if reason is not None:
            tally.false_on[reason] += 1
        if reason is not None or position not in misread:
            notes.false(row, reason)
    return matched


def _fields(tally, notes, gold: Gold, found: list[Row], matched: dict[int, int], debatable: frozenset[int]) -> None:
    for i, j in matched.items():
        if i in debatable:
            continue
        wanted = gold.coding.figures[i]
        for name in fields.FIELDS:
            if not fields.is_scored(name, wanted):
                continue
            score = fields.agreement(name, wanted, found[j])
            tally.agreed[name] += score
            tally.scored[name] += 1
            if wanted.get(name):
                tally.agreed_of_named[name] += score
                tally.scored_of_named[name] += 1
            if score < 1:
                notes.field(name, wanted, found[j])


def _wholes(figures: list[Row]) -> set[tuple[int, int]]:
    """Every (whole, part), by position."""
    return {
        (whole, part)
        for whole, row in enumerate(figures)
        for part in row.get("includes") or ()
        if _is_position(part, figures)
    }


def _mentions(figures: list[Row]) -> set[tuple[int, int]]:
    """Every pair of mentions of one count: whether each points to the first or to the last one makes no odds."""
    groups = [{position} for position in range(len(figures))]
    for position, row in enumerate(figures):
        other = row.get("repeats")
        if _is_position(other, figures) and groups[other] is not groups[position]:
            groups[other] |= groups[position]
            for member in groups[position]:
                groups[member] = groups[other]
    return {(a, b) for b, group in enumerate(groups) for a in group if a < b}


def _is_position(value, figures: list[Row]) -> bool:
    return isinstance(value, int) and 0 <= value < len(figures)


def _links(tally: Tally, notes: Notes, name: str, wanted: set, found: set, matched: dict[int, int]) -> None:
    back = {j: i for i, j in matched.items()}
    placed = {(back[a], back[b]) for a, b in found if a in back and b in back}
    if name == "repeats":
        placed = {(min(pair), max(pair)) for pair in placed}
    tally.right[name], tally.found[name], tally.wanted[name] = len(wanted & placed), len(found), len(wanted)
    for pair in sorted(wanted - placed):
        notes.link(name, "missed", *pair)
    for pair in sorted(placed - wanted):
        notes.link(name, "false", *pair)


def _claims(tally: Tally, notes: Notes, wanted: list[Row], found: list[Row]) -> None:
    matched = matching.claims(wanted, found, fields.same_name)
    tally.right["claims"], tally.found["claims"], tally.wanted["claims"] = len(matched), len(found), len(wanted)
    for i, j in matched.items():
        for name in ("stance", "certainty"):
            same = wanted[i].get(name) == found[j].get(name)
            tally.claim_fields[name] += same
            if not same:
                notes.claim_field(name, wanted[i], found[j])
    for position, row in enumerate(wanted):
        if position not in matched:
            notes.missed_claim(row, max(found, key=lambda other: matching.closeness(row, other), default=None))
    for position in sorted(set(range(len(found))) - set(matched.values())):
        notes.false_claim(found[position])
