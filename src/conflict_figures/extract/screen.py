"""Two cheap tests before the reading: can the text hold a figure at all, and is it about a conflict?"""

import re
from collections import Counter
from functools import cache

from . import lexicon
from .blocks import Sentence
from .tokens import Tokens

_NUMBER = re.compile(
    r"\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|\w+ty|hundreds?|thousands?|"
    r"millions?|dozens?|scores|several|few|no|none|nobody|a)\b",
    re.I,
)
# Every byte that is no ASCII letter parts words; that may find a word where there is none, never miss one.
_LETTERS = bytes(k + 32 if 65 <= k <= 90 else k if 97 <= k <= 122 else 32 for k in range(256))


@cache
def _telling() -> frozenset[bytes]:
    """The words without which nothing is about a conflict; of one with a hyphen or the like, its parts."""
    words = lexicon.domain("conflict") | lexicon.domain("harm")
    return frozenset(part for word in words for part in word.encode().translate(_LETTERS).split())


def may_hold_figures(text: str) -> bool:
    """Return whether a text has a word that can open a number and one that tells of a conflict or of harm."""
    if _NUMBER.search(text) is None:
        return False
    return not _telling().isdisjoint(text.encode("utf-8", "surrogatepass").translate(_LETTERS).split())


_OTHERS = ("sport", "market", "disaster", "politics")
_DOMAINS = ("conflict", "harm", *_OTHERS)


def conflict_paragraphs(tokens: Tokens, sentences: list[Sentence]) -> set[int]:
    """Return the paragraphs whose numbers can be about a conflict.

    A word of war or arms speaks for a conflict; a word of harm (killed, police, attack) only supports it, since an
    accident has it too. A paragraph in which another domain has more words than conflict is out; one with no word
    of any domain is judged with the whole text.
    """
    domains = lexicon.domains_of()
    telling: dict[int, list[str]] = {}
    for sentence in sentences:
        words = [word for word in tokens.word[sentence.first : sentence.last] if word in domains]
        telling.setdefault(sentence.paragraph, []).extend(words)
    about = _speaks_of_conflict(*_scores([word for words in telling.values() for word in words]))
    kept = set()
    for paragraph, words in telling.items():
        war, harm, other = _scores(words)
        if other > war + harm and other > 1:
            continue
        if about or war >= 2 and (war > other or war + harm >= 2 * other):
            kept.add(paragraph)
    return kept


def _scores(words: list[str]) -> tuple[int, int, int]:
    """(war, harm, the strongest other domain); a word counts twice at the most, as a refrain tells no more."""
    scores = dict.fromkeys(_DOMAINS, 0)
    domains = lexicon.domains_of()
    for word, count in Counter(words).items():
        for name in domains[word]:
            scores[name] += 1 if count == 1 else 2
    return scores["conflict"], scores["harm"], max(scores[name] for name in _OTHERS)


def _speaks_of_conflict(war: int, harm: int, other: int) -> bool:
    if war == 0:
        return harm >= 2 and other < harm / 2 or harm == 1 and other == 0
    return war + harm / 2 >= other
