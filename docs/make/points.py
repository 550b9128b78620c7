"""Running totals of one measure as points in time, each with the country of the voice behind it."""

from dataclasses import dataclass
from datetime import date

import pandas as pd

import conflict_figures as cf
from conflict_figures import schema, views
from conflict_figures.views.days import span
from conflict_figures.views.timelines import mode

SUBJECT = "North Korean soldiers"
NO_COUNTRY = "Several countries, or not named"


@dataclass(frozen=True)
class Point:
    """One count within one statement. ``first`` is the first day it covers, where that is known."""

    item_id: str
    panel: str
    voice: str
    day: date
    first: date | None
    value: float | None
    low: float | None
    high: float | None
    qualifier: str
    lowest: float | None
    highest: float | None
    numbers: int
    pages: int


def points(measure: str) -> tuple[list[Point], dict[str, int]]:
    """The points of a measure, and how many counts are left out, by the first reason that holds.

    A point stands at the last day that is counted, but no later than the statement: "in 2025", said in August, counts up to
    August.
    """
    flat = views.flat()
    every = views.timeline(measure)
    modes = flat.groupby("item_id")["count_mode"].agg(mode)
    reasons = {
        "plan, request or pledge": every["certainty"] == "possible",
        "no running total": every["item_id"].map(modes) != "cumulative",
        "another subject": every["subject"] != SUBJECT,
    }
    left_out, line = {}, every
    for reason, odd in reasons.items():
        gone = odd.loc[line.index]
        left_out[reason] = int(gone.sum())
        line = line[~gone]
    behind = _voices(flat)
    actors = cf.load("actors").set_index("actor_id")
    titles = {code.code: code.title for code in schema.codes("country")}
    found = []
    for row in line.to_dict("records"):
        cell = {name: None if pd.isna(value) else value for name, value in row.items()}
        said = span(cell["stated"])[1]
        day = min(filter(None, (cell["as_of_last"], said)), default=None)
        if day is None:
            raise ValueError(f"{cell['item_id']} has no day to stand at")
        ids = cell["figure_ids"].split("; ")
        actor = mode(behind[one] for one in ids)
        country = None if actor is None or pd.isna(actors["country_iso3"][actor]) else actors["country_iso3"][actor]
        first = cell["as_of_first"] if cell["as_of_last"] and cell["as_of_first"] != cell["as_of_last"] else None
        names = ("value", "low", "high", "qualifier", "lowest", "highest", "numbers", "pages")
        voice = "the pages themselves" if actor is None else actors["name"][actor]
        found.append(Point(cell["item_id"], titles.get(country, NO_COUNTRY), voice, day, first, *(cell[name] for name in names)))
    return found, left_out


def _voices(flat: pd.DataFrame) -> dict[str, str | None]:
    """The voice behind every figure: whoever is cited last, else the speaker, as an actor; None for the page's own voice."""
    rows = flat[["figure_id", "origin_id", "speaker_id"]].itertuples(index=False)
    return {row.figure_id: next((one for one in (row.origin_id, row.speaker_id) if not pd.isna(one)), None) for row in rows}
