"""Layout: which lines are headline, caption, bullet or body, and where sentences begin and end."""

import re
from dataclasses import dataclass

from .tokens import Tokens

_BULLETS = frozenset("•◦▪‣·*-–")
_ENDERS = frozenset(".!?…")
_CLOSERS = frozenset("\"”’')]»")
_OPENERS = frozenset("\"“‘'([«—–•")
_ABBREVIATIONS = frozenset(
    "mr mrs ms dr prof gen col lt maj sgt capt cpl adm brig st no vs jan feb mar apr jun jul aug sep sept oct nov dec "
    "ret approx ca inc ltd art para fig".split()
)
_CREDIT = re.compile(r"(?:image|images|photo|photos|picture|pictures|source|credit)\b[^.]*[:©]|©", re.I)
_LONGEST = 400  # tokens; no sentence of prose is as long, and what is read of a sentence may look at all of it


@dataclass(slots=True)
class Sentence:
    """A span of tokens that ends one statement.

    ``block`` is headline, caption, bullet, body or duplicate; ``paragraph`` numbers the lines, so that two
    sentences of one paragraph share it; ``silent`` marks credits and bylines, which assert nothing.
    """

    first: int
    last: int
    block: str
    paragraph: int
    silent: bool = False
    byline: bool = False  # a line that is only its author's name


@dataclass(slots=True)
class _Line:
    first: int
    last: int
    gap: bool  # a blank line stands before it


def sentences(tokens: Tokens) -> list[Sentence]:
    """Return the sentences of a text in order, each with its block."""
    lines = _lines(tokens)
    texts = [tokens.span(line.first, line.last) for line in lines]
    credits = [_CREDIT.match(text) is not None for text in texts]
    found: list[Sentence] = []
    seen: set[str] = set()
    for k, line in enumerate(lines):
        block = _block(tokens, lines, k, credits, texts[k] in seen)
        seen.add(texts[k])
        byline = _is_byline(tokens, lines, k, credits)
        silent = block == "credit" or byline
        block = "caption" if block == "credit" else block
        first = line.first + (1 if block == "bullet" else 0)
        for a, b in _split(tokens, first, line.last):
            for c, d in _pieces(tokens, a, b):
                found.append(Sentence(c, d, block, k, silent, byline))
    return found


def _lines(tokens: Tokens) -> list[_Line]:
    lines: list[_Line] = []
    first, gap = 0, True
    for i in [*tokens.breaks(), tokens.size]:
        if i > first:
            line = _Line(first, i, gap)
            if lines and not gap and _continues(tokens, lines[-1], line):
                lines[-1].last = i
            else:
                lines.append(line)
            gap = False
        elif lines:
            gap = True
        first = i + 1
    return lines


def _continues(tokens: Tokens, before: _Line, line: _Line) -> bool:
    """Return whether a line goes on with the list that the line before it opens or holds."""
    end, start = before.last - 1, line.first
    if tokens.raw[end] in _ENDERS or tokens.raw[start] in _BULLETS:
        return False
    return tokens.raw[end] in (";", ":", ",") and not _is_heading_case(tokens, line)


def _is_heading_case(tokens: Tokens, line: _Line) -> bool:
    words = [i for i in range(line.first, line.last) if tokens.kind[i] == "w"]
    return len(words) > 2 and all(tokens.capital[i] for i in words)


def _block(tokens: Tokens, lines: list[_Line], k: int, credits: list[bool], seen: bool) -> str:
    line = lines[k]
    if credits[k]:
        return "credit"
    if tokens.raw[line.first] in _BULLETS and line.last - line.first > 1 and not tokens.joined(line.first + 1):
        return "bullet"
    ends = tokens.raw[line.last - 1]
    if ends not in _ENDERS and ends not in _CLOSERS or ends == "?" and line.last - line.first < 14:
        return "headline"
    if seen:
        return "duplicate"
    below = k + 1
    while below < min(len(lines), k + 4) and not lines[below].gap:
        if credits[below]:
            return "caption"
        below += 1
    return "body"


def _is_byline(tokens: Tokens, lines: list[_Line], k: int, credits: list[bool]) -> bool:
    """A line that is only a person's name, at the foot of a credit or after "By"."""
    line = lines[k]
    first = line.first + (1 if tokens.word[line.first] == "by" else 0)
    if not 2 <= line.last - first <= 4 or not all(tokens.capital[first : line.last]):
        return False
    after_credit = k > 0 and credits[k - 1]
    return first > line.first or after_credit and not line.gap


def _split(tokens: Tokens, first: int, last: int):
    start, raw = first, tokens.raw
    for i in [i for i in range(first, last) if raw[i] in _ENDERS]:
        if i < start:
            continue
        j = i + 1
        while j < last and (raw[j] in _ENDERS or raw[j] in _CLOSERS) and tokens.joined(j):
            j += 1
        if j >= last or _opens(tokens, j) and not _abbreviates(tokens, i):
            yield start, j
            start = j
    if start < last:
        yield start, last


def _pieces(tokens: Tokens, first: int, last: int):
    """Cut a run without an end (a table, a text without stops) so that the cost of reading stays linear."""
    while last - first > _LONGEST:
        cut = next((k + 1 for k in range(first + _LONGEST - 1, first + _LONGEST // 2, -1) if tokens.raw[k] in ",;"), 0)
        cut = cut or first + _LONGEST
        yield first, cut
        first = cut
    yield first, last


def _opens(tokens: Tokens, j: int) -> bool:
    if tokens.joined(j):
        return False
    return tokens.raw[j] in _OPENERS or tokens.kind[j] in "nd" or tokens.capital[j]


def _abbreviates(tokens: Tokens, i: int) -> bool:
    if tokens.raw[i] != "." or not tokens.joined(i):
        return False
    before = tokens.word[i - 1]
    if before in _ABBREVIATIONS:
        # "no." and months only before a number; "…said no. Then" is a stop
        return before != "no" or i + 1 < tokens.size and tokens.kind[i + 1] == "n"
    return len(before) == 1 and tokens.capital[i - 1]
