"""Text to tokens: the only pass over the characters; every later stage counts in tokens.

Offsets are exact by construction, since a token is a span of the text as given.
"""

import re
from dataclasses import dataclass, field
from itertools import accumulate, compress
from operator import add

from .vocabulary import Vocabulary

# One alternative per kind of token, with the white space behind it, so that the pieces of a text are the whole text;
# none can match the same characters in two ways, so cost is linear. The plainest tokens stand first for speed alone.
_PIECE = re.compile(
    r"(?:[A-Za-z]+(?=[ ,\n])"
    r"|[.,]"
    r"|(?=[hw])(?:https?://|www\.)[^\s<>\"]+"
    r"|[A-Z][A-Za-z]{0,3}(?=\d+(?:,\d{3}|(?:\.\d+)? ?(?:[mb]illion|[mb]n\b|crore|lakh)))"  # P42,000
    r"|(?:[A-Z]\.){2,}|[^\W\d_][^\W_]*(?:[-\u2010\u2011][^\W_]+)*(?:['’](?!s\b)[^\W\d_]+)*"
    r"|\d{4}-\d{2}-\d{2}(?!\d)|\d{1,2}[./]\d{1,2}[./]\d{4}(?!\d)|\d{2}\.\d{2}\.\d{2}(?![\d.,])"
    r"|\d{1,2}:\d{2}(?::\d{2})?(?!\d)"
    r"|\d{1,3}(?:[,，٬]\d{3})+(?!\d)(?:[.٫]\d+)?"  # 12,400
    r"|\d{1,2}(?:,\d{2})+,\d{3}(?!\d)"  # 1,20,000
    r"|\d{1,3}(?:\.\d{3}){2,}(?!\d)"  # 1.200.000
    r"|\d{1,3}(?:[\u00a0\u202f\u2009 '’]\d{3})+(?![\d,]|\.\d)"  # 12 400
    r"|\d+(?:[.,]\d+)?"
    r"|['’]s\b"
    r"|\n"
    r"|\S"
    r")[^\S\n]*"
)
_GAP = re.compile(r"[^\S\n]*")
_KNOWN = Vocabulary()


@dataclass(slots=True)
class Tokens:
    """Parallel lists, one entry per token.

    ``kind`` is one letter: n number, w word, s possessive, d date in digits, t clock time, u address,
    b line break, p any other single character. ``word`` is the token in lower case, ``raw`` as written. ``capital``
    tells a word that opens with a capital, also behind an article ("al-Sabri").
    """

    text: str
    start: list[int]
    end: list[int]
    raw: list[str]
    word: list[str]
    kind: list[str]
    capital: list[bool]
    openers: list[int]  # the tokens at which a number, or a name or date with digits, can start
    size: int  # the number of tokens
    cardinals: dict[int, object] = field(default_factory=dict)  # the numbers read, by their first token
    currencies: dict[str, list] = field(default_factory=dict)  # where states with a currency are named, by its word
    named: dict[tuple[int, int], object] = field(default_factory=dict)  # what phrases name, by their tokens

    def at(self, i: int) -> str:
        """Return the word of token ``i``, "" before the first and behind the last."""
        return self.word[i] if 0 <= i < self.size else ""

    def joined(self, i: int) -> bool:
        """Return whether token ``i`` follows the token before it without a space."""
        return i > 0 and self.start[i] == self.end[i - 1]

    def matches(self, i: int, words: tuple[str, ...]) -> bool:
        """Return whether the tokens from ``i`` on are exactly these words."""
        word, width = self.word, len(words)
        if not 0 <= i <= self.size - width or word[i] != words[0]:
            return False
        if width == 1:
            return True
        return word[i + 1] == words[1] and (width == 2 or tuple(word[i + 2 : i + width]) == words[2:])

    def where(self, words: frozenset[str], first: int, last: int) -> list[int]:
        """Return the tokens from ``first`` up to ``last`` that are one of these words."""
        word = self.word
        if words.isdisjoint(word[first:last]):
            return []  # most often; five times as fast as the loop
        return [i for i in range(first, last) if word[i] in words]

    def breaks(self) -> list[int]:
        """Return the tokens that are line breaks."""
        found: list[int] = []
        for _ in range(self.kind.count("b")):
            found.append(self.kind.index("b", found[-1] + 1 if found else 0))
        return found

    def span(self, first: int, last: int) -> str:
        """Return the text from token ``first`` up to, not including, token ``last``, a broken line joined again."""
        words = self.text[self.start[first] : self.end[last - 1]]
        return words if "\n" not in words else " ".join(words.split())


def tokenize(text: str, first: int = 0, last: int | None = None) -> Tokens:
    """Cut a text, or the stretch of it between two code points, into tokens.

    >>> tokenize("About 2,000 soldiers").raw
    ['About', '2,000', 'soldiers']
    """
    last = len(text) if last is None else last
    first = _GAP.match(text, first, last).end()
    pieces = _PIECE.findall(text, first, last)
    if not pieces:
        return Tokens(text, [], [], [], [], [], [], [], 0)
    start = list(accumulate(map(len, pieces[:-1]), initial=first))
    raw, length, word, kind, capital, opens = map(list, zip(*map(_KNOWN.__getitem__, pieces)))
    end = list(map(add, start, length))
    openers = list(compress(range(len(raw)), opens))
    return Tokens(text, start, end, raw, word, kind, capital, openers, len(raw))
