"""What pages make of one count of one utterance: other numbers, another measure or subject, the same row twice."""

import math
from collections import defaultdict
from collections.abc import Iterator

from conflict_figures.counts import exclude_each_other
from conflict_figures.findings.finding import Records, finding, pages, words
from conflict_figures.relations.contradictions import RENDERED
from conflict_figures.relations.series import most
from conflict_figures.relations.told import Told, by_item
from conflict_figures.wording import number

#: Those sent somewhere are there: one page's word against another's is no other count.
_OF_ONE_SENSE = {"deployed", "present"}


def contradicting_renderings(rows: list[Told], records: Records) -> Iterator[dict]:
    """Yield a finding for every count of one utterance that pages give with numbers that cannot both hold."""
    linked = _linked(records, RENDERED)
    for item, group in by_item(rows).items():
        odd = [row for row in group if row.id in linked]
        if odd:
            sides = "; ".join(f"{said} on {pages(side)}" for said, side in _sides(odd))
            yield finding(
                "contradicting_renderings", "source", _key(item),
                f"One count of {item[0]} is given as {sides}. Both cannot hold; all rows stand.", odd, item,
            )  # fmt: skip


def one_number_two_measures(rows: list[Told], records: Records) -> Iterator[dict]:
    """Yield a finding where one number of one count is told under two measures, as casualties told as deaths."""
    for item, group in by_item(rows).items():
        numbers: dict[tuple, list[Told]] = defaultdict(list)
        for row in group:
            numbers[row.figure["value"], row.figure["low"] if row.figure["value"] is None else None].append(row)
        for (value, low), same in sorted(numbers.items(), key=str):
            measures: dict[str, list[Told]] = defaultdict(list)
            for row in same:
                measures[row.figure["measure"]].append(row)
            if len(measures) > 1 and measures.keys() != _OF_ONE_SENSE:
                told = sorted(measures.items(), key=lambda side: (-len(side[1]), side[0]))
                said = number(low if value is None else value)
                yield finding(
                    "one_number_two_measures", "source", f"{_key(item)}.{said.replace(',', '').replace('.', '-')}",
                    f"{said} of {item[0]} is told as " + "; ".join(f"{name} on {pages(side)}" for name, side in told) + ".",
                    same, item,
                )  # fmt: skip


def one_number_two_subjects(rows: list[Told], records: Records) -> Iterator[dict]:
    """Yield a finding where one utterance counts two things with one number, so that one is easily taken for the other."""
    groups: dict[tuple, list[Told]] = defaultdict(list)
    for group in by_item(rows).values():
        for row in group:
            figure = row.figure
            if figure["value"] is not None and figure["certainty"] != "possible":
                groups[row.claim["utterance_id"], figure["measure"], figure["unit"], figure["count_mode"], figure["value"]].append(row)
    for (utterance, measure, *_, value), group in sorted(groups.items(), key=str):
        items: dict[tuple, list[Told]] = defaultdict(list)
        for row in group:
            items[row.item].append(row)
        both = set.intersection(*({row.claim["source_id"] for row in told} for told in items.values()))
        subjects: dict[str, list[Told]] = defaultdict(list)
        for told in items.values():
            subjects[str(most(told, lambda row: row.figure["subject"]))] += told
        if both and len(subjects) > 1:
            named = " and as ".join(f"{subject} on {pages(told)}" for subject, told in sorted(subjects.items()))
            yield finding(
                "one_number_two_subjects", "source", f"{utterance}.{measure}.{number(value).replace(',', '')}",
                f"{utterance} gives {number(value)} {measure} twice, as {named}; {len(both)} of these pages carry both.",
                group,
            )  # fmt: skip


def same_row_of_one_outlet(rows: list[Told], records: Records) -> Iterator[dict]:
    """Yield a finding where a row is that of another page but for its source, and both are one outlet's report.

    Pages that copy or relay are the outlet's behind them. A publisher's own pages are one report where they credit the same
    agencies, carry it in the same way and were published at most a day apart; a recall weeks later is an article of its own.
    """
    names = {actor["actor_id"]: actor["name"] for actor in records["actors"]}
    for item, group in by_item(rows).items():
        same: dict[tuple, list[Told]] = defaultdict(list)
        for row in group:
            same[_report(row), _content(row)].append(row)
        for (whose, _), alike in same.items():
            copies = alike if _copied(alike[0]) else [row for row in alike if _days_apart(row, alike[0]) <= 1]
            if len({row.claim["source_id"] for row in copies}) > 1:
                what = f"in {names[whose[0]]}'s text" if _copied(copies[0]) else "in one report"
                yield finding(
                    "same_row_of_one_outlet", "source", f"{_key(item)}.{copies[0].id}",
                    f"'{words(copies[0])}' ({copies[0].figure['measure']}) of {item[0]} stands {what} on {pages(copies)}, the same "
                    "row but for its source: one witness.",
                    copies, item,
                )  # fmt: skip


def _copied(row: Told) -> bool:
    return row.source["text_relation"] in ("copy", "relay") and bool(row.credits)


def _report(row: Told) -> tuple:
    """Return whose report it is: the outlet furthest behind a copy by its credit, else the publisher with what it credits."""
    if _copied(row):
        return (row.credits[-1],)
    return row.publisher, row.source["agencies"], row.claim["carried_as"]


def _days_apart(one: Told, other: Told) -> float:
    if one.published is None or other.published is None:
        return math.inf if one is not other else 0
    return abs((one.published - other.published).days)


def _content(row: Told) -> tuple:
    of_figure = ("as_coded", "text", "value", "low", "high", "qualifier", "measure", "unit", "subject", "place", "count_mode", "certainty")
    return tuple(row.figure[column] for column in of_figure) + tuple(
        row.claim[column] for column in ("speaker_id", "origin_id", "stance")
    )


def _linked(records: Records, rule: str) -> set[str]:
    return {link[end] for link in records["links"] if link["rule"] == rule for end in ("subject_id", "object_id")}


def _sides(rows: list[Told]) -> list[tuple[str, list[Told]]]:
    """Return the numbers that exclude each other, each with its rows, the one on most pages first."""
    sides: list[list[Told]] = []
    for row in rows:
        side = next((side for side in sides if not any(exclude_each_other(row.figure, other.figure) for other in side)), None)
        if side is None:
            sides.append([row])
        else:
            side.append(row)
    sides.sort(key=lambda side: (-len(side), words(side[0])))
    return [(number(side[0].figure["value"]) if side[0].figure["value"] is not None else words(side[0]), side) for side in sides]


def _key(item: tuple) -> str:
    """Return an id for an item; one that has no item id of its own takes that of its utterance."""
    return str(item[1]) if len(item) == 2 else str(item[0])
