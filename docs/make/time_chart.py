"""Running totals over time: a row for each count, in the order of its day, beneath the country whose voice gives it.

One axis of days and one of numbers stand side by side. A single panel with both axes would be the usual drawing, but a dozen
counts of the same weeks would lie on top of each other there, and who says what is the point.
"""

import re
from datetime import date, timedelta

import altair as alt
import words
from legend import legend
from marks import Mark, layers
from points import NO_COUNTRY, Point
from style import INK, PALE, SIZE

from conflict_figures.views.count import Count
from conflict_figures.views.words import reading

NAMES, DAYS, NUMBERS, SAID, ROW = 250, 230, 230, 150, 17


def chart(points: list[Point], title: str, months: tuple[date, date]) -> alt.VConcatChart:
    """The points of one measure; ``months`` are the first and the last day of the axis, the same for all measures."""
    first, end = months
    panels = sorted({p.panel for p in points}, key=lambda name: (name == NO_COUNTRY, -sum(p.panel == name for p in points), name))
    heads, rows, place = [], [], 0.0
    for panel in panels:
        heads.append({"at": place + 0.6, "words": panel})
        place += 1.2
        for point in sorted((p for p in points if p.panel == panel), key=lambda p: (p.day, p.item_id)):
            rows.append((place + 0.5, point))
            place += 1
        place += 0.3
    down = alt.Scale(domain=[place, 0], nice=False, zero=False)
    across = {"y": alt.Y("at:Q", scale=down, axis=None)}
    marks = [Mark(at, p.qualifier, p.value, p.low, p.high, _spread(p)) for at, p in rows]
    top = 1.12 * max(_top(point) for point in points)
    axis = alt.Axis(title=title, format=",.0f", tickCount=4, labelFlush=False, titlePadding=8)
    drawn = layers(marks, alt.Scale(domain=[0, top], nice=False), axis, across, top / NUMBERS)
    names = _texts(heads, across, weight="bold") + _texts([{"at": at, "words": _voice(p)} for at, p in rows], across, left=10)
    said = _texts([{"at": at, "words": _said(p)} for at, p in rows], across)
    parts = (names, NAMES), (_days(rows, first, end, across), DAYS), (alt.layer(*drawn), NUMBERS), (said, SAID)
    body = alt.hconcat(*(part.properties(width=width, height=int(ROW * place)) for part, width in parts), spacing=14)
    spread = any(mark.spread for mark in marks)
    return alt.vconcat(body, legend({point.qualifier for point in points}, NAMES + DAYS + NUMBERS + SAID, spread))


def _days(rows: list[tuple[float, Point]], first: date, end: date, across: dict) -> alt.LayerChart:
    """The last day that a count covers, with a line from its first day where that is known."""
    starts = _starts(first, end)
    labels = " : ".join(f"datum.value == {number} ? {lines}" for number, lines in starts.items()) + " : ''"
    axis = alt.Axis(values=list(starts), labelExpr=labels, labelFlush=False, title="Last day that is counted", titlePadding=8)
    x = alt.X("day:Q", scale=alt.Scale(domain=[0, (end - first).days], nice=False), axis=axis)
    marks = [{"at": at, "day": (p.day - first).days} for at, p in rows]
    covered = [
        {"at": at, "day": max(0, (p.first - first).days), "end": (p.day - first).days}
        for at, p in rows if p.first and p.first < p.day
    ]  # fmt: skip
    lines = alt.Chart(alt.Data(values=covered)).mark_rule(color=PALE, strokeWidth=3).encode(x=x, x2="end:Q", **across)
    ticks = alt.Chart(alt.Data(values=marks)).mark_point(shape="diamond", filled=True, size=46, color=INK, opacity=1)
    return alt.layer(lines, ticks.encode(x=x, **across))


def _texts(rows: list[dict], across: dict, weight: str = "normal", left: int = 0) -> alt.Chart:
    drawn = alt.Chart(alt.Data(values=rows)).mark_text(align="left", baseline="middle", fontSize=SIZE, fontWeight=weight)
    return drawn.encode(x=alt.value(left), text="words:N", **across)


def _voice(point: Point) -> str:
    """The voice, without the country that its panel names and without brackets."""
    name = re.sub(rf" \([^)]*\)| of (?:the )?{re.escape(point.panel)}", "", point.voice)
    return name[0].upper() + name[1:]


def _said(point: Point) -> str:
    count = Count(point.item_id, point.qualifier, point.value, point.low, point.high)
    return f"{reading(count).removeprefix('no number, ')}, {words.count(point.pages, 'page')}"


def _top(point: Point) -> float:
    return max(one for one in (point.value, point.low, point.high, point.highest) if one is not None)


def _spread(point: Point) -> tuple[float, float] | None:
    """The lowest and highest that pages make of a count, where they differ and both ends are closed."""
    known = point.numbers > 1 and point.lowest is not None and point.highest is not None and point.qualifier != "range"
    return (point.lowest, point.highest) if known else None


def _starts(first: date, end: date) -> dict[int, list[str]]:
    """Quarters by the number of their first day, with their words; no clock and no time zone takes part in it."""
    names = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()
    every = [first + timedelta(days=number) for number in range((end - first).days + 1)]
    quarters = [day for day in every if day.day == 1 and day.month % 3 == 1]
    named = {}
    for day in quarters:
        year = [str(day.year)] if day.month == 1 or day == quarters[0] else []
        named[(day - first).days] = [names[day.month - 1], *year]
    return named
