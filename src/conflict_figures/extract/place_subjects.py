"""Places that no preposition opens: what was hit or holds people, and who was sent arms.

"The camp was hit by three missiles", "the prison holds 400", "Orsk has been shelled 14 times", "France sent Vesk 40 guns".
"""

from . import lexicon
from .figure import Figure
from .place_phrases import Place, phrase
from .tokens import Tokens

_BEEN = frozenset("was were been is are being".split())
_HIT = frozenset("hit struck shelled attacked bombed targeted raided pounded rocked bombarded besieged overrun stormed".split())
_HOLDING = frozenset("holds hold held houses housed shelters sheltered sheltering hosts hosted hosting admitted admits "
                     "received receives treated treats has had have took contains".split())  # fmt: skip
_GETTING = frozenset("received receives receive gets got".split())
_SENDING = frozenset("send sends sent sending give gives gave given giving ship ships shipped supply supplies supplied "
                     "provide provides provided deliver delivered donated hand handed lend lent promised offered".split())  # fmt: skip
_VERBS = _HIT | _HOLDING | _SENDING
_BETWEEN = frozenset("a an another further with additional some the".split())
_AUX = frozenset("was were been is are has have had also again repeatedly now still already will would".split())
_OPENING = frozenset("that when while but as after and where said because if".split())
_GIVEN = frozenset({"supplied", "money", "deployed", "trained", "other", "launched"})
_REACH = 8  # tokens from the verb to the number
_LONGEST = 7  # words of a subject


def place(tokens: Tokens, figure: Figure, first: int, masked: bytearray) -> str | None:
    """Return the place that stands before the number of a figure as a subject or as the one that is given."""
    i = figure.number.first
    for v in reversed(tokens.where(_VERBS, max(first, i - _REACH), i)):
        word, found = tokens.word[v], None
        if word in _HIT and tokens.word[v - 1] in _BEEN:
            found = _subject(tokens, first, v, masked)
        elif word in _SENDING and figure.measure in _GIVEN:
            found = _given(tokens, v, i, masked)
        elif word in _GETTING and figure.measure in _GIVEN and _is_near(tokens, v, i):
            found = _subject(tokens, first, v, masked)
            found = found if found is not None and found.words in lexicon.states() else None
        if found is None and word in _HOLDING and _is_near(tokens, v, i):
            found = _subject(tokens, first, v, masked)
            found = found if found is not None and not found.named else None
        if found is not None:
            return found.words
    return None


def _is_near(tokens: Tokens, v: int, i: int) -> bool:
    """Return whether a verb stands beside the number, its quotation mark and adverbs aside."""
    return all(tokens.kind[k] == "p" or tokens.word[k] in _BETWEEN or tokens.word[k] == "in" for k in range(v + 1, i))


def _subject(tokens: Tokens, first: int, v: int, masked: bytearray) -> Place | None:
    end = v
    while end > first and tokens.word[end - 1] in _AUX:
        end -= 1
    start = end
    while start > first and tokens.kind[start - 1] == "w" and tokens.word[start - 1] not in _OPENING and end - start < _LONGEST:
        start -= 1
    found = phrase(tokens, start, end, masked) if start < end else None
    return found if found is not None and found.end == end else None


def _given(tokens: Tokens, v: int, i: int, masked: bytearray) -> Place | None:
    """The state that is sent something: "sent Ukraine a further 40 tanks"."""
    found = phrase(tokens, v + 1, i, masked)
    if found is None or found.words not in lexicon.states():
        return None
    return found if all(tokens.word[k] in _BETWEEN for k in range(found.end, i)) else None
