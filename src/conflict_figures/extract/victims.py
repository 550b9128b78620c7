"""One victim of a calling that no list knows: "a mechanic was wounded", "killed a facilitator"."""

from . import lexicon
from .events import Event
from .figure import Clause
from .kinds import PEOPLE_ONLY
from .number_words import SMALL
from .numbers import Number
from .phrases import Phrase
from .tokens import Tokens

_INTO = frozenset(
    "in at on by with from for to of after before during within into as like than per under near through across over "
    "along around behind beside against about inside outside without between via".split()
)


def holds_some(tokens: Tokens, i: int) -> bool:
    """Return whether a count of what the noun before ``i`` is made of follows: "a column of 300 men"."""
    return tokens.at(i) == "of" and i + 1 < tokens.size and (tokens.kind[i + 1] == "n" or tokens.word[i + 1] in SMALL)


def is_where(tokens: Tokens, number: Number, phrase: Phrase, event: Event | None) -> bool:
    """Return whether the article's noun is the place or the body of those to whom something happened."""
    if event is None or event.first < phrase.last or tokens.at(number.first - 1) not in _INTO:
        return False
    return lexicon.acts().get(tokens.at(number.first - 2)) is None  # but "the killing of a priest"


def is_one(clause: Clause, number: Number, phrase: Phrase, event: Event | None, *, listed: bool) -> bool:
    """Return whether the noun behind an article is what became a victim, though no list knows the noun.

    It is where a verb of people says what became of it, or where it ends a list of losses ("two guns and a seeder").
    "A series of raids", "in an interview" and what itself does the killing are none.
    """
    tokens, i = clause.tokens, phrase.last
    if phrase.empty or tokens.word[phrase.head] in lexicon.word_class("collective") or tokens.at(i) == "of":
        return False
    if listed:
        return tokens.at(number.first - 1) == "and" and tokens.at(i) not in lexicon.cues()
    if event is None or event.measure not in PEOPLE_ONLY or event.frame == "loser":
        return False
    if event.last <= number.first:
        return event.last == number.first  # the object of the verb
    return tokens.at(number.first - 1) not in _INTO and (event.passive or event.frame == "subject")
