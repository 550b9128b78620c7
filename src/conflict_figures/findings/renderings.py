"""What pages make of one count of one utterance: other numbers, another measure, the same row twice."""

from collections import defaultdict
from collections.abc import Iterator

from conflict_figures.counts import exclude_each_other
from conflict_figures.findings.finding import Records, counted, finding, pages, words
from conflict_figures.relations.told import Told, by_item


def contradicting_renderings(rows: list[Told], records: Records) -> Iterator[dict]:
    """Yield a finding for every count of one utterance that pages give with numbers that cannot both hold."""
    linked = _linked(records, "bounds_exclude_each_other")
    for item, group in by_item(rows).items():
        odd = [row for row in group if row.id in linked]
        if odd:
            sides = "; ".join(f"{number} on {pages(side)}" for number, side in _sides(odd))
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
            if len(measures) > 1:
                told = sorted(measures.items(), key=lambda side: (-len(side[1]), side[0]))
                number = counted(low if value is None else value)
                yield finding(
                    "one_number_two_measures", "source", f"{_key(item)}.{number.replace(',', '').replace('.', '-')}",
                    f"{number} of {item[0]} is told as " + "; ".join(f"{name} on {pages(side)}" for name, side in told) + ".",
                    same, item,
                )  # fmt: skip


def same_row_of_one_outlet(rows: list[Told], records: Records) -> Iterator[dict]:
    """Yield a finding where a row is that of an earlier page but for its source, and both texts are one outlet's."""
    for item, group in by_item(rows).items():
        same: dict[tuple, list[Told]] = defaultdict(list)
        for row in group:
            same[_outlet(row), _content(row)].append(row)
        for (outlet, _), copies in same.items():
            if len({row.claim["source_id"] for row in copies}) > 1:
                name = next(actor["name"] for actor in records["actors"] if actor["actor_id"] == outlet)
                whose = f"that carry {name}'s text" if any(row.publisher != outlet for row in copies) else "of one outlet"
                yield finding(
                    "same_row_of_one_outlet", "source", f"{_key(item)}.{copies[0].id}",
                    f"'{words(copies[0])}' ({copies[0].figure['measure']}) of {item[0]} stands on {pages(copies)} {whose}, the "
                    "same row but for its source: one witness.",
                    copies, item,
                )  # fmt: skip


def _outlet(row: Told) -> str:
    """Return whose text it is: the first outlet behind a page that copies or relays, else the page's own."""
    carried = row.source["text_relation"] in ("copy", "relay") and row.agencies
    return row.agencies[0] if carried else row.publisher


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
    return [(counted(side[0].figure["value"]) if side[0].figure["value"] is not None else words(side[0]), side) for side in sides]


def _key(item: tuple) -> str:
    """Return an id for an item; one that has no item id of its own takes that of its utterance."""
    return str(item[1]) if len(item) == 2 else str(item[0])
