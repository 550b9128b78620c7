"""What is attached to a counted noun by "of": "members of the security forces", "rounds of 30 mm ammunition".

It belongs to the subject as worded, and says of people whose they are. A rule that asks for the head noun of a count
reads the phrase without it.
"""

from . import lexicon, phrases
from .figure import Figure
from .phrases import Phrase
from .tokens import Tokens

_NO_PART = frozenset("them whom which us you it these those own".split())
_LOOSE = frozenset("each alone both apiece own now".split())
_LINKS = frozenset({"of"})
_ON = frozenset({"attack", "attacks"})  # "attacks on shipping"
_LONGEST = 9  # tokens
_NOT_OF = frozenset("shelling shellings drone drones".split())  # whose "of" tells the target or the owner
_MASSES = frozenset("kilogram kilograms kilogramme kilogrammes kilo kilos kg kgs ton tons tonne tonnes litre litres liter liters "
                    "gram grams pound pounds gallon gallons".split())  # fmt: skip
_MEMBERS = frozenset("member members fighters operatives men women cadres elements leaders commanders suspects".split())
_ARMED = (
    lexicon.bodies("force") | lexicon.bodies("mere") | frozenset("group groups gang cell front guerrillas is isis taliban".split())
) - {"movement", "navy"}  # fmt: skip
_PEACEFUL = frozenset("rights aid relief church music rescue civil media work working opposition".split())


def join(tokens: Tokens, figures: list[Figure], masked: bytearray) -> None:
    """Let the subject of each figure have what is attached to it, also where a later number shares that subject."""
    whole: dict[str, str] = {}
    for figure in figures:
        if figure.subject is None:
            continue
        if figure.elided:
            figure.subject = whole.get(figure.subject, figure.subject)
            continue
        phrase = figure.phrase
        if phrase.empty or phrase.last >= tokens.size or tokens.span(phrase.first, phrase.last) != figure.subject:
            continue
        end = behind(tokens, phrase, masked)
        if end > phrase.last and tokens.word[phrase.head] in _MASSES:
            figure.subject = tokens.span(phrase.last + 1, end)  # of "180 kilos of explosives" the explosives
        elif end > phrase.last:
            whole[figure.subject] = figure.subject = tokens.span(phrase.first, end)
        elif figure.subject in whole:
            del whole[figure.subject]


def behind(tokens: Tokens, phrase: Phrase, masked: bytearray) -> int:
    """Return the token after what "of" attaches to a phrase; its own end where nothing is."""
    end, i = phrase.last, phrase.last
    while i + 1 < tokens.size and i - phrase.last < _LONGEST:
        link = tokens.word[i]
        if link == "with" and end == phrase.last and (wounds := tokens.where(_WOUNDS, i + 1, min(tokens.size, i + 6))):
            return wounds[0] + 1
        if link not in _LINKS and not (link == "on" and end == phrase.last and tokens.word[phrase.head] in _ON):
            break
        if tokens.word[phrase.head] in _NOT_OF:
            break
        last = _noun_phrase(tokens, i + 1, masked)
        if last == i + 1 or link == "on" and masked[i + 1] or tokens.word[last - 1] in _LOOSE:
            break
        end = i = last
    return end


_WOUNDS = frozenset({"wounds", "injuries", "burns"})


def _noun_phrase(tokens: Tokens, i: int, masked: bytearray) -> int:
    """The token after the noun phrase at ``i``; ``i`` itself where none stands there."""
    first = i
    if tokens.word[i] in _NO_PART:
        return first
    while i < tokens.size and (
        tokens.word[i] in lexicon.function("determiner") or masked[i] and tokens.raw[i] not in ",;.:" and i - first < 4
    ):
        i += 1
    last = phrases.run(tokens, i, tokens.size, masked)
    while last > i and last + 1 < tokens.size and tokens.kind[last] == "s":  # "the New People's Army"
        owned = phrases.run(tokens, last + 1, tokens.size, masked)
        if owned == last + 1:
            break
        last = owned
    while last > i + 1 and (tokens.word[last - 1] in _LOOSE or tokens.word[last - 1].endswith("ed")):
        last -= 1
    if last > i and last < tokens.size and tokens.word[last] == "fire":
        last += 1  # "bursts of machine-gun fire"
    return last if last > i or i > first and masked[i - 1] else first


def is_of_force(tokens: Tokens, phrase: Phrase, masked: bytearray) -> bool:
    """Return whether people belong to a force or an armed group: "members of the security forces"."""
    if phrase.empty or phrase.last + 1 >= tokens.size or tokens.word[phrase.last] != "of":
        return False
    if tokens.word[phrase.head] not in _MEMBERS:
        return False
    words = tokens.word[phrase.last + 1 : _noun_phrase(tokens, phrase.last + 1, masked)]
    return not _ARMED.isdisjoint(words) and _PEACEFUL.isdisjoint(words)
