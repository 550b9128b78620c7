"""Figures in lists: the lines of a loss bulletin, and the items after a colon."""

from . import cardinals, lexicon, phrases
from .governors import DASHES
from .numbers import Number
from .phrases import Phrase
from .tokens import Tokens

_LOSSES = frozenset({"losses", "loss", "destroyed", "lost"})
_NUMBERS = frozenset(cardinals.SMALL)
_PEOPLE = frozenset({"personnel", "soldiers", "servicemen", "troops", "men", "manpower"})
_MARKS = DASHES | frozenset("-:‒―−‑")  # between an item of a bulletin and its number


def item(tokens: Tokens, first: int, number: Number, losses: bool) -> tuple[str, str, Phrase] | None:
    """Read "tanks – 1,286": (measure, unit, the noun phrase before the dash), where the list is one of losses."""
    k = number.first - 1
    if not losses or k < first:
        return None
    if tokens.raw[k] not in _MARKS or k == first:
        running = tokens.matches(number.last, ("(", "+")) and tokens.word[k] in lexicon.units()
        if not running:
            return None
        k += 1  # "tanks 10,933 (+2), helicopters 331"
    start = k
    while start > first and tokens.raw[start - 1] not in ";:,•\n" and tokens.kind[start - 1] in "wn" and k - start < 8:
        start -= 1
    if start == k:
        return None
    phrase = Phrase(start, k)
    head = tokens.word[_head(tokens, phrase) - 1]
    if (
        tokens.raw[k] == ":"
        and (head not in lexicon.units() or head in lexicon.nouns())
        or k - start == 1
        and len(head) == 1
    ):
        return None  # only a list of arms has lines of any name
    counted = "n" in tokens.kind[start:k] or not _NUMBERS.isdisjoint(tokens.word[start:k])
    if counted and (tokens.raw[k] == ":" or _is_told(tokens, start, k)):
        return None  # "lost 310 tanks: 214 destroyed", "11 people dead - six men" account for a whole
    if any(tokens.word[i] in lexicon.cues() for i in range(start, k)):
        return None  # "…, the ministry said: 24 over the sea"
    if head in _PEOPLE:
        return "casualties", "person", phrase
    return "destroyed", phrases.compound(tokens, Phrase(start, _head(tokens, phrase))), phrase


def _is_told(tokens: Tokens, start: int, k: int) -> bool:
    """Return whether the words before a dash tell of a whole, and name no line of a list."""
    word = tokens.word[k - 1]
    unit = lexicon.units().get(word)
    return word in lexicon.nouns() or unit is not None and unit.kind == "person" or "of" in tokens.word[start:k]


def _head(tokens: Tokens, phrase: Phrase) -> int:
    for i in range(phrase.first, phrase.last):
        if tokens.word[i] in ("of", "for"):
            return i
    return phrase.last


def is_about_losses(tokens: Tokens, first: int, last: int, before: bool) -> bool:
    """Return whether a sentence belongs to a list of losses: it says so, or goes on with such a list's lines."""
    if not _LOSSES.isdisjoint(tokens.word[first : min(last, first + 40)]):
        return True
    if any(tokens.raw[k + 1] == "+" and tokens.joined(k + 1) for k in tokens.where(_OPEN, first, last - 1)):
        return True  # a running total with the day's part: "(+3)"
    if not before:
        return False
    line = tokens.kind[first] == "n" or tokens.raw[first] == "~"
    return line or any(tokens.raw[k] in _MARKS for k in range(first + 1, min(last, first + 8)))


_OPEN = frozenset({"("})


def after_bracket(tokens: Tokens, i: int, last: int) -> int:
    """The token behind the bracketed daily part of a running total at ``i``: "11,780 (+3) tanks"; ``i`` if none."""
    if i + 4 >= last or tokens.raw[i] != "(" or tokens.raw[i + 1] != "+":
        return i
    end = next((k + 1 for k in range(i + 2, min(last, i + 6)) if tokens.raw[k] == ")"), i)
    return end if end < last and tokens.kind[end] == "w" else i


def total_first(tokens: Tokens, first: int, number: Number, phrase: Phrase) -> tuple[str, str, Phrase] | None:
    """Read "• 11,780 (+3) tanks", a line of a list of losses that opens with its total, like :func:`item`."""
    opens = number.first <= first + 1 and (number.first == first or tokens.kind[first] == "p")
    if phrase.empty or not opens or tokens.raw[number.core - 1] == "+" or tokens.raw[number.core - 1] == "(":
        return None
    unit = lexicon.units().get(tokens.word[phrase.head])
    if unit is None or phrase.last < tokens.size and tokens.kind[phrase.last] == "w" and tokens.word[phrase.last] != "and":
        return None  # "two tanks were destroyed" is a sentence
    if unit.kind == "person":
        return "casualties", "person", phrase
    return ("destroyed", phrases.compound(tokens, phrase), phrase) if unit.kind in ("materiel", "object") else None


def heads_losses(tokens: Tokens, first: int, last: int) -> bool:
    """Return whether a line without a number opens a list of losses: "Enemy losses over the past day:"."""
    return tokens.raw[last - 1] == ":" and not _LOSSES.isdisjoint(tokens.word[first:last])


def is_running(tokens: Tokens, number: Number) -> bool:
    """Return whether the daily part stands in brackets behind a running total: "Tanks: 1,286 (+5)"."""
    return tokens.at(number.last) == "(" and tokens.at(number.last + 1) == "+"


def under_heading(tokens: Tokens, first: int, number: Number, phrase: Phrase) -> tuple[str, str, Phrase] | None:
    """Read an item of "Losses of the army over the past day: up to 1,255 servicemen, 3 tanks and a depot", like :func:`item`."""
    colon = next((k for k in range(first, min(number.first, first + _HEADING)) if tokens.raw[k] == ":"), None)
    if colon is None or phrase.empty or _LOSSES.isdisjoint(tokens.word[first:colon]) or "lost" in tokens.word[first:colon]:
        return None
    if tokens.at(phrase.last) not in _BEHIND_ITEM or any(tokens.raw[k] in ".:" for k in range(colon + 1, number.first)):
        return None
    if not lexicon.verbs().keys().isdisjoint(tokens.word[colon + 1 : number.first]):
        return None  # "told of its losses: rebels killed three men"
    unit = lexicon.units().get(tokens.word[phrase.head])
    if unit is None or unit.kind not in ("person", "materiel", "object") or tokens.word[phrase.head] in lexicon.nouns():
        return None
    return ("casualties", "person", phrase) if unit.kind == "person" else (
        "destroyed", phrases.compound(tokens, phrase), phrase)  # fmt: skip


_HEADING = 24  # tokens of a heading that opens a list
_BEHIND_ITEM = frozenset({",", ";", "and", ".", "(", "over", "in", "\n", ""})


def label(tokens: Tokens, first: int, i: int) -> Phrase | None:
    """Return the label of the entry that the number at ``i`` stands in: "Own losses: nil", "Prisoners: three"."""
    colon = next((k for k in range(i - 1, max(first, i - _ENTRY) - 1, -1) if tokens.raw[k] in ":.;"), None)
    if i - 2 >= first and tokens.raw[i - 1] in _RULES and not tokens.joined(i):
        colon = i - 1  # "Killed – 12, wounded – 30"
    elif colon is not None and tokens.raw[colon] != ":":
        return None
    if colon is None:
        return None
    if tokens.raw[colon - 1] == ")":  # "Losses (24h): 13 tanks"
        bracket = next((k for k in range(colon - 2, max(first, colon - 8) - 1, -1) if tokens.raw[k] == "("), first)
        return _entry(tokens, first, bracket)
    return _entry(tokens, first, colon)


def _entry(tokens: Tokens, first: int, colon: int) -> Phrase | None:
    """The words right before token ``colon``, where they open a line or an item."""
    colon = _before_time(tokens, first, colon)
    if colon <= first or tokens.kind[colon - 1] != "w":
        return None
    start = colon
    while start > first and tokens.kind[start - 1] in "ws" and colon - start < _LABEL:
        start -= 1
    words = tokens.word[start:colon]
    if (
        start > first
        and tokens.raw[start - 1] not in "•-–—.;,:"
        or any(word in lexicon.cues() or word in lexicon.function("aux") for word in words)
    ):
        return None
    return Phrase(start, colon)


def _before_time(tokens: Tokens, first: int, colon: int) -> int:
    """The token after the label of "Personnel losses since 24.02.2022:", "Killed in May 2024:"; ``colon`` if no time is named."""
    for k in tokens.where(_TIMES, max(first + 1, colon - 7), colon - 1):
        if any(tokens.kind[j] == "d" or len(tokens.raw[j]) == 4 and tokens.kind[j] == "n" for j in range(k + 1, colon)):
            return k
    return colon


_TIMES = frozenset("since in during".split())
_RULES = frozenset("–—-=")
_LABEL = 5  # words of a label
_ENTRY = 30  # tokens of an entry


def is_bracketed(tokens: Tokens, number: Number) -> bool:
    """Return whether a number is the bracketed daily part of a running total: "(+1,210)"."""
    i = number.first
    if i < 2 or tokens.raw[i - 1] == "(":
        return i >= 2 and number.value == 0 and tokens.kind[i - 2] == "n" and tokens.at(number.last) == ")"  # "331 (0)"
    return tokens.raw[i - 1] == "+" and tokens.raw[i - 2] == "("


def is_colon_item(tokens: Tokens, number: Number, phrase: Phrase, whole_end: int) -> bool:
    """Return whether a bare number is an item of "61 drones …: 24 over X, 19 over Y"."""
    if not phrase.empty or number.last >= tokens.size:
        return False
    if tokens.word[number.last] not in ("over", "in", "at", "near", "from", "on", "by", "under"):
        return False
    return any(tokens.raw[k] == ":" for k in range(whole_end, number.first))


def is_dash_item(tokens: Tokens, number: Number, previous_end: int) -> bool:
    """Return whether a number opens an account in dashes: "seven dead – four civilians and three soldiers –"."""
    dash = tokens.raw[previous_end] if previous_end < tokens.size else ""
    return number.first == previous_end + 1 and (dash in DASHES or dash == "-" and not tokens.joined(previous_end))
