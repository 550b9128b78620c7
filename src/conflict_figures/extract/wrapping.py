"""Lines that were broken to a width: inside a sentence a line break is white space, and is taken out of the tokens."""

from itertools import compress

from .tokens import Tokens

_WIDTH = 50  # code points; a shorter line that breaks without a stop is a heading, not wrapped prose
_ENDERS = frozenset(".!?…")
_OPENERS = frozenset("\"“‘(['")


def unwrapped(tokens: Tokens) -> Tokens:
    """Return the tokens without the line breaks that only wrap prose; the same object where there is none."""
    kind = tokens.kind
    breaks = tokens.breaks()
    if not breaks:
        return tokens
    kept = [True] * tokens.size
    line, wrapped = 0, False  # the first token of the line before a break
    for i in breaks:
        if _wraps(tokens, line, i):
            kept[i], wrapped = False, True
        line = i + 1
    if not wrapped:
        return tokens
    places = [place for place, stays in enumerate(kept) if stays]
    moved = {old: new for new, old in enumerate(places)}
    columns = (tokens.start, tokens.end, tokens.raw, tokens.word, kind, tokens.capital)
    start, end, raw, word, kinds, capital = (list(compress(column, kept)) for column in columns)
    openers = [moved[i] for i in tokens.openers if i in moved]
    return Tokens(tokens.text, start, end, raw, word, kinds, capital, openers, len(places))


def _wraps(tokens: Tokens, first: int, i: int) -> bool:
    """Return whether the break at token ``i`` ends a full line, from token ``first``, in the middle of a sentence."""
    start = i + 1
    if i == first or start >= tokens.size or tokens.kind[start] == "b" or tokens.raw[i - 1] in _ENDERS:
        return False
    if tokens.end[i - 1] - tokens.start[first] < _WIDTH:
        return False
    if tokens.kind[start] == "w" and not tokens.capital[start]:
        return True
    if tokens.kind[start] == "n" and not _is_item(tokens, start):
        return True
    return (tokens.kind[start] in "wn" or tokens.raw[start] in _OPENERS) and _is_caseless(tokens, first, i)


def _is_item(tokens: Tokens, start: int) -> bool:
    """Return whether a line opens with the number of a list: "2.", "3)"."""
    return start + 1 < tokens.size and tokens.raw[start + 1] in (".", ")", "/", ":")


def _is_caseless(tokens: Tokens, first: int, i: int) -> bool:
    """Return whether two lines are all in capitals, as old wires are, so that a capital tells nothing."""
    after = i + 1
    while after < tokens.size and tokens.kind[after] != "b" and after < i + 40:
        after += 1
    return all(word == word.upper() for word in tokens.raw[first:after])
