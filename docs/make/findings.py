"""What the page of findings says and draws."""

import re
from collections import Counter

import altair as alt
import briefing
import found
import points
import renderings_chart
import sides_chart
import time_chart
import words
from briefing import Item, Page
from stale import stale

import conflict_figures as cf
from conflict_figures import views
from conflict_figures.views.timelines import MOST_OFTEN, mode

# what the axis of numbers says of each measure that is drawn
TITLES = {
    "killed": "Soldiers killed (people)",
    "casualties": "Killed or wounded (people)",
    "deployed": "Soldiers deployed (people)",
}


def facts() -> tuple[dict[str, alt.TopLevelMixin], dict]:
    """The charts by file name, and every number of the page by the name that its template uses."""
    items = {item.item_id.removeprefix(f"{briefing.BRIEFING}-"): item for item in briefing.items()}
    line = {measure: points.points(measure) for measure in TITLES}
    days = [point.day for found_points, _ in line.values() for point in found_points]
    months = (min(days).replace(day=1), max(days))
    charts = {
        "briefing": renderings_chart.chart(list(items.values())),
        "briefing-deployed": sides_chart.chart(items["deployed"]),
    }
    for measure, (of_measure, _) in line.items():
        charts[measure] = time_chart.chart(of_measure, TITLES[measure], months)
    return charts, _briefing(items) | _lines(line) | {
        "items": items, "others": [item for item in items.values() if item.unit != "person"],
        "rules": found.rules(), "about_sources": found.about("source"), "about_rows": found.about("row"), "stale": stale(),
        "rows": len(cf.load()), "version": cf.version(),
    }  # fmt: skip


def _briefing(items: dict[str, Item]) -> dict:
    flat = cf.load()
    pages = {page.source_id: page for item in items.values() for page in item.pages}
    sides = _sides(items["deployed"])
    if len({one.value for one in items["returned"].renderings}) != 1:
        raise ValueError("pages give the returned with several numbers now: the template says that they give one")
    agency, behind = _agency(sides[-1][1])
    returned = items["returned"].pages
    hurt = [page for page in returned if re.search(r"\b(?:injured|wounded)\b", page.note)]
    return {
        "briefing": briefing.BRIEFING,
        "told": mode(flat.loc[flat["utterance_id"] == briefing.BRIEFING, "stated"].dropna()),
        "speaker": mode(flat.loc[flat["utterance_id"] == briefing.BRIEFING, "speaker"].dropna()),
        "pages": len(pages),
        "disputed": _disputed(len(sides[-1][1])),
        "sides": sides,
        "agency": agency,
        "behind": behind,
        "agency_elsewhere": sum(agency in page.agencies for page in sides[0][1]),
        "hurt": hurt,
        "returned": len(returned),
        "told_dead": items["casualties"].measures["killed"],
        "dead_elsewhere": _told_as_dead(),
        "parts": _parts(),
    }


def _sides(item: Item) -> list[tuple[float, list[Page], list]]:
    """The numbers of a count, hedges aside, with their pages and their renderings, the one on most pages first."""
    numbers: dict[float, list] = {}
    for one in item.renderings:
        numbers.setdefault(one.value, []).append(one)
    pages = {value: {page.source_id: page for one in of_it for page in one.pages} for value, of_it in numbers.items()}
    made = [(value, list(pages[value].values()), of_it) for value, of_it in numbers.items()]
    return sorted(made, key=lambda side: (-len(side[1]), side[0]))


def _disputed(pages: int) -> int | None:
    """How many pages the finding has for the rarer number of the deployed, where that differs from ``pages``."""
    key = f"contradicting-renderings.{briefing.BRIEFING}-deployed"
    message = cf.load("findings").set_index("finding_id").loc[key, "message"]
    counted = int(re.findall(r"on (\d+) pages?", message)[-1])
    return counted if counted != pages else None


def _agency(pages: list[Page]) -> tuple[str, Counter]:
    """The agency behind most of the pages, and how that is known on how many of them."""
    agency = Counter(one for page in pages for one in page.agencies).most_common(1)[0][0]
    return agency, Counter(page.basis for page in pages if agency in page.agencies)


def _told_as_dead() -> int:
    """How many counts have a number that some pages tell as casualties and others as killed."""
    found_two = cf.load("findings").query("finding_rule == 'one_number_two_measures'")
    measures = cf.load().set_index("figure_id")["measure"]
    return sum({"killed", "casualties"} <= set(measures[ids.split("; ")]) for ids in found_two["figure_ids"])


def _parts() -> int:
    """On how many pages of the briefing the casualties are said to include the killed or the wounded."""
    flat = cf.load().set_index("figure_id")[["utterance_id", "item_id", "source_id"]]
    links = cf.load("links")
    whole = links[links["predicate"] == "includes"].join(flat, on="subject_id")
    return whole[whole["item_id"] == f"{briefing.BRIEFING}-casualties"]["source_id"].nunique()


def _lines(line: dict) -> dict:
    return {
        "measures": list(TITLES),
        "line": {name: {"counts": len(drawn), "left_out": _reasons(left_out)} for name, (drawn, left_out) in line.items()},
        "subject": points.SUBJECT,
        "rule": MOST_OFTEN.name,
        "rule_text": MOST_OFTEN.states,
    }


def _reasons(left_out: dict[str, int]) -> str:
    return words.listed(f"{number:,} ({reason})" for reason, number in left_out.items() if number)
