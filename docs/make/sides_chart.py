"""One count of the briefing page by page: one mark a page, with the agencies that it credits."""

import altair as alt
import words
from briefing import Item, Page
from legend import legend
from marks import Mark, layers
from style import INK, SIZE

WIDTH, ROW = 300, 15


def chart(item: Item) -> alt.VConcatChart:
    """The pages of a count, the highest number first."""
    order = sorted(item.renderings, key=lambda one: (-(one.value or one.low), one.reads))
    rows = [(one, page) for one in order for page in sorted(one.pages, key=lambda page: (page.published or "9", page.source_id))]
    values = [one.value or one.low for one in order]
    reach = max(values) - min(values)
    domain = [min(values) - reach / 4, max(values) + reach / 4]
    height = ROW * len(rows)
    scale = alt.Scale(domain=domain, nice=False, zero=False)
    down = alt.Scale(domain=[len(rows), 0], nice=False, zero=False)
    across = {"y": alt.Y("at:Q", scale=down, axis=None)}
    marks = [Mark(place + 0.5, one.qualifier, one.value, one.low, one.high) for place, (one, _) in enumerate(rows)]
    axis = alt.Axis(
        title=f"{item.whom} {item.what.lower()} (people), as the page says", format=",.0f", tickCount=5, titlePadding=8
    )
    drawn = layers(marks, scale, axis, across, (domain[1] - domain[0]) / WIDTH)
    names = _texts([_named(page) for _, page in rows], down, "right", 230, "Page, day of publication")
    said = _texts([_credit(page) for _, page in rows], down, "left", 200, "Agency behind the page")
    body = alt.hconcat(
        names.properties(width=230, height=height), alt.layer(*drawn).properties(width=WIDTH, height=height),
        said.properties(width=200, height=height), spacing=6,
    )  # fmt: skip
    return alt.vconcat(body, legend({one.qualifier for one in order}, 720))


def _texts(lines: list[str], down: alt.Scale, align: str, width: int, title: str) -> alt.Chart:
    rows = [{"at": place + 0.5, "words": line} for place, line in enumerate(lines)]
    return (
        alt.Chart(alt.Data(values=rows), title=alt.Title(title, anchor="end" if align == "right" else "start"))
        .mark_text(align=align, baseline="middle", fontSize=SIZE, color=INK)
        .encode(x=alt.value(width if align == "right" else 0), y=alt.Y("at:Q", scale=down, axis=None), text="words:N")
    )


def _named(page: Page) -> str:
    return f"{page.name}, {words.told_on(page.published)}"


def _credit(page: Page) -> str:
    if not page.agencies:
        return "–"
    return words.listed(page.agencies) + ("" if page.basis == "stated" else f" ({page.basis})")
