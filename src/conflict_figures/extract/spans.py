"""Where a claim begins and ends: edges without punctuation, the gaps between frames, the parts between semicolons."""

from .figure import Figure
from .frame import Frame
from .tokens import Tokens

_EDGES = frozenset(' \u00a0"“”«»—–-,.;:!?…()')
_CONNECTIVES = frozenset("meanwhile but however and also earlier that".split())
_RELATIVES = frozenset({"who", "which", "whose"})
_JOINING = frozenset({"and", "but", "while", "where", "whereas"})
_PAIRS = {'"': '"', "”": "“", ")": "("}


def trimmed(tokens: Tokens, first: int, last: int) -> tuple[int, int]:
    """Return the tokens of a claim without the punctuation and the connective at its edges."""
    while first < last - 1 and (tokens.raw[first] in _EDGES or tokens.word[first] in _CONNECTIVES):
        first += 1
    if tokens.kind[first] == "n" and first + 2 < last and tokens.raw[first + 1] == "," and tokens.word[first + 2] in _RELATIVES:
        first += 2  # "Ana Vidal, 34, who lost two brothers"
    while last > first + 1 and tokens.raw[last - 1] in _EDGES:
        if tokens.raw[last - 1] in '"”)' and _is_paired(tokens, first, last - 1):
            break
        last -= 1
    while last > first + 1 and (tokens.word[last - 1] in _JOINING or tokens.raw[last - 1] in ",;"):
        last -= 1
    return first, last


def _is_paired(tokens: Tokens, first: int, close: int) -> bool:
    opening = _PAIRS[tokens.raw[close]]
    return sum(raw == opening for raw in tokens.raw[first:close]) % 2 == 1


def segments(tokens: Tokens, first: int, last: int) -> list[tuple[int, int]]:
    """Return the parts of a span between semicolons."""
    if ";" not in tokens.raw[first:last]:
        return [(first, last)]
    cuts = [k for k in range(first, last) if tokens.raw[k] == ";"]
    return list(zip([first, *(k + 1 for k in cuts)], [*cuts, last]))


def holding(figures: list[Figure], first: int, last: int) -> list[Figure]:
    """Return the figures whose number stands in a span."""
    if not figures:
        return []
    return [figure for figure in figures if first <= figure.number.first and figure.number.last <= last]


def gaps(tokens: Tokens, first: int, last: int, found: list[Frame], left: list[Figure]):
    """Return ((first, last), figures) of each stretch that no frame covers and that holds figures left over."""
    if not found:
        return [(_around(tokens, first, last, left), left)] if left else []
    left = [figure for figure in left if not _counts_voices(found, figure.number.first)]
    stretches: dict[tuple[int, int], list[Figure]] = {}
    for figure in left:
        stretches.setdefault(_gap(tokens, first, last, found, figure.number.first), []).append(figure)
    return [(_around(tokens, *stretch, figures), figures) for stretch, figures in stretches.items()]


def _gap(tokens: Tokens, first: int, last: int, found: list[Frame], at: int) -> tuple[int, int]:
    for frame in found:
        inside = _clause_of_voice(tokens, frame, at)
        if inside is not None:
            return inside
        if frame.last <= at and frame.start <= at:
            first = max(first, frame.last, frame.stop if frame.stop <= at else frame.last)
        elif frame.start > at:
            last = min(last, frame.start)
    return first, last


def _counts_voices(found: list[Frame], at: int) -> bool:
    """Return whether a number counts those who speak ("two of the witnesses said"), which is no figure."""
    return any(
        frame.speaker is not None
        and frame.speaker.first <= at < frame.speaker.last
        and not frame.first <= at < frame.last
        for frame in found
    )


def _clause_of_voice(tokens: Tokens, frame: Frame, at: int) -> tuple[int, int] | None:
    """The relative clause about a speaker that holds a token: "said Ana Vidal, a nurse who lost two brothers"."""
    if frame.speaker is None or frame.cue is None:
        return None
    before = frame.start <= at < frame.cue[0] and not frame.first <= at < frame.last
    if not before and not frame.cue[1] <= at < max(frame.stop, frame.speaker.stop):
        return None
    first = at
    low = frame.speaker.start if before else frame.cue[1]
    while first > low and tokens.word[first] not in _RELATIVES:
        first -= 1
    if tokens.word[first] not in _RELATIVES:
        return None
    end = at
    stop = frame.cue[0] if before else max(frame.stop, frame.speaker.stop)
    while end < stop and tokens.raw[end] != ",":
        end += 1
    return first, end


def _around(tokens: Tokens, first: int, last: int, figures: list[Figure]) -> tuple[int, int]:
    """A stretch without the parts between semicolons, at its edges, that hold no figure."""
    if not figures:
        return first, last
    if ";" not in tokens.raw[first:last]:
        return first, max(last, *(figure.number.last for figure in figures))
    parts = segments(tokens, first, last)
    held = [part for part in parts if holding(figures, *part)]
    first, last = (held[0][0], held[-1][1]) if held else (first, last)
    return first, max(last, *(figure.number.last for figure in figures))
