"""What the letters of a token tell by themselves, worked out once for each different one and then looked up."""

import re
from typing import NamedTuple

from .number_words import OPENERS, ZERO_OPENERS

# The kinds that are not told by their first character alone, in the order in which they are tried.
_KIND = re.compile(
    r"(?P<u>(?:https?://|www\.)[^\s<>\"]+)"
    r"|(?P<d>\d{4}-\d{2}-\d{2}|\d{1,2}[./]\d{1,2}[./]\d{4}|\d{2}\.\d{2}\.\d{2})"
    r"|(?P<t>\d{1,2}:\d{2}(?::\d{2})?)"
    r"|(?P<n>\d.*)"
    r"|(?P<w>[^\W_].*)"
    r"|(?P<b>\n[^\S\n]*)"
    r"|(?P<s>['’]s)"
    r"|(?P<p>.)",
    re.S,
)
_ARTICLES = ("al-", "el-", "as-", "ad-", "an-", "ar-", "az-", "ul-")
_MOST = 20_000  # different tokens kept; a corpus has no end of them, but most of its tokens are of few kinds
_LONGEST = 40  # code points; a longer one does not come again


class Word(NamedTuple):
    """A token without its place: as written, its length, in lower case, its kind (see Tokens).

    ``capital`` tells a word that opens with a capital, also behind an article ("al-Sabri"); ``opens`` tells that a
    number, or a name or date with digits, can start here.
    """

    raw: str
    length: int
    word: str
    kind: str
    capital: bool
    opens: bool


class Vocabulary(dict[str, Word]):
    """Maps a token, with the white space behind it, to its Word; what is missing is worked out and kept."""

    def __missing__(self, piece: str) -> Word:
        found = _word(piece if piece[0] == "\n" else piece.rstrip())
        if len(piece) <= _LONGEST:
            if len(self) >= _MOST:
                self.clear()
            self[piece] = found
        return found


def _word(raw: str) -> Word:
    kind = _KIND.fullmatch(raw).lastgroup
    word = raw.lower()
    capital = kind == "w" and (raw[0].isupper() or raw[:3] in _ARTICLES and raw[3:4].isupper())
    opens = kind in "ndtu" or kind == "w" and (word in OPENERS or word in ZERO_OPENERS or not word.isalpha())
    return Word(raw, len(raw), word, kind, capital, opens)
