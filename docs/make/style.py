"""How every chart looks, and how it is written: the same bytes on every machine."""

import re
from pathlib import Path

import altair as alt
import vl_convert

# vl-convert brings the first font along, so that texts are measured alike everywhere; the others have its widths, for
# viewers that lack it
FONT = "Liberation Sans, Arial, Helvetica, sans-serif"
INK, PALE = "#1a1a1a", "#9a9a9a"
SIZE = 11


def finished(chart: alt.TopLevelMixin) -> alt.TopLevelMixin:
    """The chart in the style of all."""
    return (
        chart.configure(font=FONT, background="white", padding=8, aria=False)
        .configure_axis(
            labelFontSize=SIZE, titleFontSize=SIZE, titleFontWeight="normal", labelColor=INK, titleColor=INK,
            gridColor="#e4e4e4", domainColor=PALE, tickColor=PALE,
        )
        .configure_title(fontSize=12, fontWeight="bold", color=INK, anchor="start")
        .configure_view(stroke=None)
        .configure_text(color=INK)
        .configure_concat(spacing=14)
    )  # fmt: skip


def svg(chart: alt.TopLevelMixin) -> str:
    """The chart as SVG, one element a line, so that a change shows in a diff.

    Numbers are rounded to a hundredth of a pixel: what lies behind that is the arithmetic of a machine.
    """
    made = vl_convert.vegalite_to_svg(finished(chart).to_dict())
    made = re.sub(r"-?\d+\.\d{3,}", lambda number: f"{float(number.group()):.2f}".rstrip("0").rstrip("."), made)
    return made.replace("><", ">\n<") + "\n"


def save(chart: alt.TopLevelMixin, path: Path) -> None:
    """Write the chart."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(svg(chart), encoding="utf-8", newline="\n")
