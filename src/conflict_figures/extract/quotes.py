"""Quotation marks: which tokens stand inside them, and which quotations go on in the next paragraph."""

from .blocks import Sentence
from .tokens import Tokens

_MARKS = frozenset('“«”»"')


def quoted(tokens: Tokens, sentences: list[Sentence]) -> tuple[bytearray, set[int]]:
    """Return one byte per token, 1 inside double quotation marks, and the paragraphs whose last quotation stays open.

    A quotation of several paragraphs opens each of them with a mark and closes only the last; the mark left open
    therefore ends with its paragraph.
    """
    inside = bytearray(tokens.size)
    unclosed: set[int] = set()
    state, paragraph = 0, -1
    for sentence in sentences:
        if sentence.paragraph != paragraph:
            if state:
                unclosed.add(paragraph)
            state, paragraph = 0, sentence.paragraph
        opened = sentence.first
        for i in tokens.where(_MARKS, sentence.first, sentence.last):
            if state:
                inside[opened:i] = b"\x01" * (i - opened)
            raw = tokens.raw[i]
            state = 1 - state if raw == '"' else int(raw in "“«")
            opened = i + 1
        if state:
            inside[opened : sentence.last] = b"\x01" * (sentence.last - opened)
    return inside, unclosed
