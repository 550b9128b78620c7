"""The marks of all charts: a number, its hedge and its bounds, readable without colour.

A filled dot is an exact number, a ring "about"; a bar lies between the ends of a range; a stroke with an arrowhead is a number
that is open to one side, dashed where the words name none. Bounds are drawn as far as the words set them and no further.
"""

from dataclasses import dataclass

import altair as alt
from style import INK, PALE

UPWARD = ("at_least", "more_than", "vague")
DOWNWARD = ("at_most", "less_than", "nearly")
# the length of an open end, in pixels; it has no length in numbers
OPEN = 16


@dataclass(frozen=True)
class Mark:
    """Where a figure stands across the axis of numbers (``at``), and what it says."""

    at: float
    qualifier: str
    value: float | None
    low: float | None
    high: float | None
    spread: tuple[float, float] | None = None

    @property
    def base(self) -> float:
        """The number that the mark stands at; the lower end of a range, the floor of a vague count."""
        return next(one for one in (self.value, self.low, self.high) if one is not None)


def layers(marks: list[Mark], scale: alt.Scale, axis: alt.Axis | None, across: dict, per_pixel: float) -> list[alt.Chart]:
    """The layers that draw the marks along the x axis.

    ``across`` is the encoding of ``at`` on the y axis, ``per_pixel`` how much of a number a pixel is.
    """
    rows = [_row(mark, per_pixel) for mark in marks]
    spreads = [{"at": mark.at, "base": mark.spread[0], "tip": mark.spread[1]} for mark in marks if mark.spread]
    base = {"x": alt.X("base:Q", scale=scale, axis=axis), **across}
    tip = {"x": alt.X("tip:Q", scale=scale, axis=axis), **across}

    def strokes(chosen: list[dict], **look) -> list[alt.Chart]:
        return [alt.Chart(alt.Data(values=chosen)).mark_rule(**look).encode(**base, x2="tip:Q")] if chosen else []

    def dots(chosen: list[dict], encoding: dict, **look) -> list[alt.Chart]:
        return [alt.Chart(alt.Data(values=chosen)).mark_point(opacity=1, **look).encode(**encoding)] if chosen else []

    hedged = {hedge: [row for row in rows if row["hedge"] == hedge] for hedge in ("exact", "about", "vague", "range")}
    ends = [row for row in rows if row["open"]]
    return [
        *strokes(spreads, color=PALE, strokeWidth=3),
        *strokes([row for row in ends if row["hedge"] != "vague"], color=INK),
        *strokes(hedged["vague"], color=INK, strokeDash=[2, 2]),
        *strokes(hedged["range"], color=INK, strokeWidth=4),
        *dots([row for row in ends if row["open"] == 1], tip, shape="triangle-right", filled=True, size=40, color=INK),
        *dots([row for row in ends if row["open"] == -1], tip, shape="triangle-left", filled=True, size=40, color=INK),
        *dots(ends, base, shape="stroke", angle=90, size=90, strokeWidth=2, color=INK),
        *dots(hedged["exact"], base, shape="circle", filled=True, size=42, color=INK),
        *dots(hedged["about"], base, shape="circle", filled=True, size=42, fill="white", stroke=INK, strokeWidth=1.5),
    ]


def _row(mark: Mark, per_pixel: float) -> dict:
    way = 1 if mark.qualifier in UPWARD else -1 if mark.qualifier in DOWNWARD else 0
    tip = mark.high if mark.qualifier == "range" else mark.base + way * OPEN * per_pixel
    return {"at": mark.at, "base": mark.base, "tip": tip, "open": way, "hedge": mark.qualifier}
