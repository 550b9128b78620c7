"""The nearest of some known names: the same but for case, blanks and marks, or a few letters off."""

import difflib
import unicodedata
from collections.abc import Sequence

#: How alike two names have to be, of 1 for the same; below it a guess misleads more often than it helps.
ALIKE = 0.75


def nearest(word: str, known: Sequence[str]) -> str | None:
    """The one of ``known`` that ``word`` was meant to be, or None.

    >>> nearest("killd", ["killed", "wounded"]), nearest(" At Least", ["at_least", "at_most"]), nearest("xyz", ["killed"])
    ('killed', 'at_least', None)
    """
    plain = bare(word)
    if not plain:
        return None
    same = [name for name in known if name != word and bare(name) == plain]
    if same:
        return same[0]
    close = difflib.get_close_matches(plain, [bare(name) for name in known], n=1, cutoff=ALIKE)
    meant = next((name for name in known if close and bare(name) == close[0]), None)
    return None if meant == word else meant


def bare(word: str) -> str:
    """A name without what people get wrong in it: case, accents, blanks, hyphens and underscores.

    >>> bare(" Count-Mode "), bare("Équipe")
    ('countmode', 'equipe')
    """
    letters = unicodedata.normalize("NFKD", word).casefold()
    return "".join(letter for letter in letters if letter.isalnum())
