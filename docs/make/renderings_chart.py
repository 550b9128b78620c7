"""The whole briefing: every rendering with its bounds on one axis, and one mark for each page that gives it."""

import altair as alt
from briefing import Item
from legend import legend
from marks import Mark, layers
from style import INK, PALE, SIZE

NAMES, NUMBERS, PAGES, ROW = 230, 230, 300, 19
# above the first rendering of a count stands its name
HEAD = 1.25


def chart(items: list[Item]) -> alt.VConcatChart:
    """Every count of people, with its renderings below it; sums of money have another unit and are left out."""
    people = [item for item in items if item.unit == "person"]
    heads, reads, marks, pages, place = [], [], [], [], 0.0
    for item in people:
        heads.append({"at": place + HEAD / 2, "words": f"{item.what}: {item.whom}"})
        place += HEAD
        for one in item.renderings:
            reads.append({"at": place + 0.5, "words": one.reads.replace("no number, ", "")})
            marks.append(Mark(place + 0.5, one.qualifier, one.value, one.low, one.high))
            pages.append({"at": place + 0.5, "pages": len(one.pages)})
            place += 1
    height = int(ROW * place)
    down = alt.Scale(domain=[place, 0], nice=False, zero=False)
    across = {"y": alt.Y("at:Q", scale=down, axis=None)}
    top = 1.1 * max(mark.base for mark in marks)
    axis = alt.Axis(title="People", format=",.0f", tickCount=4, labelFlush=False, titlePadding=8)
    drawn = layers(marks, alt.Scale(domain=[0, top], nice=False), axis, across, top / NUMBERS)
    names = _texts(heads, across, "bold", 0) + _texts(reads, across, "normal", 14)
    body = alt.hconcat(
        names.properties(width=NAMES, height=height),
        alt.layer(*drawn).properties(width=NUMBERS, height=height),
        _each(pages, across).properties(width=PAGES, height=height),
        spacing=12,
    )
    return alt.vconcat(body, legend({mark.qualifier for mark in marks}, 760))


def _each(pages: list[dict], across: dict) -> alt.LayerChart:
    """One mark for each page, and behind the last one how many they are."""
    scale = alt.Scale(domain=[0, max(row["pages"] for row in pages) + 4], nice=False)
    axis = alt.Axis(title="Pages, one mark each", tickCount=4, labelFlush=False, titlePadding=8, grid=False, tickMinStep=1)
    x = alt.X("page:Q", scale=scale, axis=axis)
    rows = [{"at": row["at"], "page": number + 1} for row in pages for number in range(row["pages"])]
    squares = alt.Chart(alt.Data(values=rows)).mark_point(shape="square", filled=True, size=26, color=PALE, opacity=1)
    totals = [{"at": row["at"], "page": row["pages"] + 1, "words": str(row["pages"])} for row in pages]
    numbers = alt.Chart(alt.Data(values=totals)).mark_text(align="left", baseline="middle", fontSize=SIZE, color=INK)
    return squares.encode(x=x, **across) + numbers.encode(x=x, text="words:N", **across)


def _texts(rows: list[dict], across: dict, weight: str, left: int) -> alt.Chart:
    drawn = alt.Chart(alt.Data(values=rows)).mark_text(align="left", baseline="middle", fontSize=SIZE, fontWeight=weight)
    return drawn.encode(x=alt.value(left), text="words:N", **across)
