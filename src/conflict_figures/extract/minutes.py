"""Turns under labels that name their speaker: minutes of a parliament, written answers, interviews with initials.

"The Minister of State (Ana Vidal):", "Mr Ivo Petrak (Morvik) (Ind):", then "Mr Petrak:"; "Answered by Ana Vidal, …:";
"Q:" followed by "Ana Vidal:" and "AV:".
"""

from . import lexicon, names
from .blocks import Sentence
from .mentions import Mention
from .tokens import Tokens

_LONGEST = 14  # tokens of a label
_WRITTEN = frozenset({"answered", "asked", "tabled"})
_ASKING = frozenset({"q", "question", "asked", "tabled"})
_PEERS = frozenset("lord lady baroness viscount earl".split())
_TITLES = frozenset("mr mrs ms miss dr sir dame lord lady baroness".split())


def labels(tokens: Tokens, sentences: list[Sentence]) -> dict[int, tuple[int, int, str | None]]:
    """Return (first token, colon, speaker) of each label by its sentence; empty where the text is none of these.

    The speaker is None for who only asks, and for the chair.
    """
    spans = _spans(tokens, sentences)
    titled = [tokens.word[colon - 1] for first, colon in spans.values() if _is_titled(tokens, first, colon)]
    conversation = len(titled) > len(set(titled)) > 1
    if not conversation and not any(_opens(tokens, *span) for span in spans.values()):
        return {}
    persons = {name for span in spans.values() if (name := _full_name(tokens, *span)) is not None}
    found: dict[int, tuple[int, int, str | None]] = {}
    for index, (first, colon) in spans.items():
        asks = tokens.word[first] in _ASKING
        name = None if asks else _full_name(tokens, first, colon) or _known(tokens, first, colon, persons)
        if name is None and conversation and _is_titled(tokens, first, colon):
            name = tokens.raw[colon - 1]  # named by surname alone, throughout
        if name is None and not asks and tokens.word[first] in _PEERS and colon == first + 2:
            name = tokens.span(first, colon)  # "Baroness Vidal": a peer's name is the title and one word
        if asks or name is not None or tokens.word[first] in _TITLES:
            found[index] = first, colon, name
    return found if any(name for _, _, name in found.values()) else {}


def _spans(tokens: Tokens, sentences: list[Sentence]) -> dict[int, tuple[int, int]]:
    """The first token and the colon of what can be a label, one at most a paragraph."""
    found: dict[int, tuple[int, int]] = {}
    paragraph = -1
    for index, sentence in enumerate(sentences):
        first = sentence.first
        if sentence.paragraph == paragraph or sentence.block == "bullet":
            continue
        if tokens.kind[first] == "n" and sentence.last - first == 2:
            continue  # the number of a question: "2. Mr Ivo Petrak"
        paragraph = sentence.paragraph
        if not tokens.capital[first]:
            continue
        dated = tokens.word[first] in _WRITTEN
        for k in range(first + 1, min(sentence.last, first + _LONGEST + 4 * dated)):
            if tokens.raw[k] == ":":
                found[index] = first, k
            if tokens.raw[k] == ":" or not (tokens.kind[k] == "w" or tokens.raw[k] in ".,-()" or dated):
                break
    return found


def _is_titled(tokens: Tokens, first: int, colon: int) -> bool:
    """Return whether a label is a title and a surname: "Mr Petrak:"."""
    return colon == first + 2 and tokens.word[first] in _TITLES and not names.is_role(tokens.word[first + 1])


def _opens(tokens: Tokens, first: int, colon: int) -> bool:
    """Return whether a label shows that others are labels of speakers too."""
    if tokens.word[first] in ("q", "question"):
        return colon == first + 1
    named = _full_name(tokens, first, colon) is not None
    return named and (tokens.word[first] in _WRITTEN or tokens.raw[colon - 1] == ")")


def _full_name(tokens: Tokens, first: int, colon: int) -> str | None:
    """The full name in a label: in its brackets behind a role, behind "by", or all of it without the title."""
    opening = next((k for k in range(first, colon) if tokens.raw[k] == "("), colon)
    if tokens.word[first] == "the":
        return _person(tokens, opening + 1, colon - 1)
    if tokens.word[first] in _WRITTEN:
        comma = next((k for k in range(first, colon) if tokens.raw[k] in ",("), colon)
        return _person(tokens, first + 2, comma) if tokens.word[first + 1] == "by" else None
    return _person(tokens, first, opening)


def _person(tokens: Tokens, first: int, last: int) -> str | None:
    while first < last and (
        tokens.word[first] in _TITLES or tokens.raw[first] == "." or names.is_role(tokens.word[first])
    ):
        first += 1
    if not 2 <= last - first <= 4 or not all(tokens.capital[k] for k in range(first, last)):
        return None
    named = names.name(tokens, Mention(first, last))
    listed = lexicon.bodies("body") | lexicon.bodies("force") | lexicon.bodies("outlet")
    if named is None or named.kind in ("state", "outlet") or not listed.isdisjoint(tokens.word[first:last]):
        return None
    return tokens.span(first, last)


def _known(tokens: Tokens, first: int, colon: int, persons: set[str]) -> str | None:
    """The one person whom another label names in full, behind a title and surname ("Mr Petrak") or initials ("IP")."""
    if colon == first + 1 and tokens.raw[first].isupper():
        found = [name for name in persons if "".join(part[0] for part in name.split()) == tokens.raw[first]]
    elif colon <= first + 3 and tokens.word[first] in _TITLES:
        found = [name for name in persons if name.split()[-1] == tokens.raw[colon - 1]]
    else:
        return None
    return found[0] if len(found) == 1 else None
