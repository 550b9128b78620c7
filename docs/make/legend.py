"""What the marks mean, drawn with the marks."""

import altair as alt
from marks import DOWNWARD, UPWARD, Mark, layers
from style import INK, SIZE

WORDS = (
    (("exact",), "exact"),
    (("about",), "about"),
    (("at_least", "more_than"), "at least, more than"),
    (("vague",), "a word of size, from its floor"),
    (("at_most", "less_than", "nearly"), "up to, less than, nearly"),
    (("range",), "range"),
)

HEIGHT, MIDDLE = 20, 10.0


def legend(hedges: set[str], width: int, spread: bool = False) -> alt.LayerChart:
    """One line that explains the hedges that occur; ``spread`` tells whether the bar of several numbers does too."""
    shown = [(next(code for code in codes if code in hedges), words) for codes, words in WORDS if hedges & set(codes)]
    place, marks, texts = 10.0, [], []
    for hedge, words in shown:
        marks.append(_mark(hedge, place))
        texts.append({"base": place + 14, "at": MIDDLE, "words": words})
        place += 40 + 5.3 * len(words)
    if spread:
        marks.append(Mark(MIDDLE, "exact", place, place, place, spread=(place - 6, place + 6)))
        texts.append({"base": place + 14, "at": MIDDLE, "words": "what pages make of it, from the lowest to the highest"})
    scale = alt.Scale(domain=[0, width], nice=False, zero=False)
    across = {"y": alt.Y("at:Q", scale=alt.Scale(domain=[0, HEIGHT], nice=False), axis=None)}
    drawn = layers(marks, scale, None, across, per_pixel=1.0)
    words = (
        alt.Chart(alt.Data(values=texts))
        .mark_text(align="left", baseline="middle", fontSize=SIZE, color=INK)
        .encode(x=alt.X("base:Q", scale=scale, axis=None), text="words:N", **across)
    )
    return alt.layer(*drawn, words).properties(width=width, height=HEIGHT)


def _mark(hedge: str, place: float) -> Mark:
    """A mark that lies about its place, whichever way it is open."""
    start = place + (-8 if hedge in UPWARD else 8 if hedge in DOWNWARD else -7 if hedge == "range" else 0)
    return Mark(MIDDLE, hedge, None if hedge == "range" else start, start, start + 14)
