"""Text to tokens: the only pass over the characters; every later stage counts in tokens.

Offsets are exact by construction, since a token is a span of the text as given.
"""

import re
from dataclasses import dataclass

# One alternative per kind of token; none can match the same characters in two ways, so cost is linear.
_TOKEN = re.compile(
    r"(?P<u>(?:https?://|www\.)[^\s<>\"]+)"
    r"|(?P<d>\d{4}-\d{2}-\d{2}(?!\d)|\d{1,2}[./]\d{1,2}[./]\d{4}(?!\d))"
    r"|(?P<t>\d{1,2}:\d{2}(?::\d{2})?(?!\d))"
    r"|(?P<n>\d{1,3}(?:,\d{3})+(?!\d)(?:\.\d+)?"  # 12,400
    r"|\d{1,2}(?:,\d{2})+,\d{3}(?!\d)"  # 1,20,000
    r"|\d{1,3}(?:\.\d{3}){2,}(?!\d)"  # 1.200.000
    r"|\d{1,3}(?:[\u00a0\u202f\u2009 ]\d{3})+(?![\d,]|\.\d)"  # 12 400
    r"|\d+(?:[.,]\d+)?)"
    r"|(?P<w>(?:[A-Z]\.){2,}|[^\W\d_][^\W_]*(?:[-\u2010\u2011][^\W_]+)*(?:['’](?!s\b)[^\W\d_]+)*)"
    r"|(?P<b>\n[^\S\n]*)"
    r"|(?P<s>['’]s\b)"
    r"|(?P<p>[^\s])"
)


_ARTICLES = ("al-", "el-", "as-", "ad-", "an-", "ar-", "az-", "ul-")


@dataclass(slots=True)
class Tokens:
    """Parallel lists, one entry per token.

    ``kind`` is one letter: n number, w word, s possessive, d date in digits, t clock time, u address,
    b line break, p any other single character. ``word`` is the token in lower case, ``raw`` as written.
    """

    text: str
    start: list[int]
    end: list[int]
    raw: list[str]
    word: list[str]
    kind: list[str]
    size: int  # the number of tokens

    def is_capital(self, i: int) -> bool:
        """Return whether token ``i`` is a word that opens with a capital, also behind an article ("al-Sabri")."""
        if self.kind[i] != "w":
            return False
        raw = self.raw[i]
        return raw[0].isupper() or raw[:3] in _ARTICLES and raw[3:4].isupper()

    def joined(self, i: int) -> bool:
        """Return whether token ``i`` follows the token before it without a space."""
        return i > 0 and self.start[i] == self.end[i - 1]

    def matches(self, i: int, words: tuple[str, ...]) -> bool:
        """Return whether the tokens from ``i`` on are exactly these words."""
        return tuple(self.word[i : i + len(words)]) == words

    def span(self, first: int, last: int) -> str:
        """Return the text from token ``first`` up to, not including, token ``last``."""
        return self.text[self.start[first] : self.end[last - 1]]


def tokenize(text: str) -> Tokens:
    """Cut a text into tokens.

    >>> tokenize("About 2,000 soldiers").raw
    ['About', '2,000', 'soldiers']
    """
    start, end, raw, kind = [], [], [], []
    for match in _TOKEN.finditer(text):
        start.append(match.start())
        end.append(match.end())
        raw.append(match.group())
        kind.append(match.lastgroup)
    # str.lower can change the length of a string, never the number of tokens
    return Tokens(text, start, end, raw, [word.lower() for word in raw], kind, len(start))
