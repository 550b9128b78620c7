"""Where a figure is said to be: the place of its clause, in the text's words."""

from . import lexicon, place_subjects
from .figure import Figure
from .place_phrases import POINTS, WATERS, Place, closes, is_place_noun, phrase
from .tokens import Tokens

_PREPOSITIONS = frozenset(
    "in to at near over on inside outside around off from into across along beneath within above below throughout onto "
    "toward towards atop opposite upon through".split()
)
_UNDER = frozenset({"under", "behind", "below"})  # of things alone: "under the rubble", no "under President Vidal"
_TAKEN = frozenset(
    "displaced rescued detained captured seized recruited".split()
)  # "fled from Orsk"; what else comes from it is not there
_REACHED = frozenset("left leave leaving reached reaching entered entering stormed storming overran overrunning besieged "
                     "besieging shelled shelling bombed bombing hit hitting struck striking attacked attacking raided raiding "
                     "fled flee fleeing evacuated abandoned crossed retook recaptured liberated pounded rocked shook "
                     "bombarded pummelled targeted".split())  # fmt: skip
_TOLD = frozenset("toll dead deaths casualties".split())
_OPENERS = _PREPOSITIONS | _UNDER | _REACHED | {"of", "between"}
_ASIDES = frozenset({"including", "among", "of", "who", "which"})
_SAID = frozenset(word for word, cue in lexicon.cues().items() if cue.kind == "say")


def place(tokens: Tokens, figure: Figure, first: int, last: int, masked: bytearray) -> str | None:
    """Return the place of a figure in its sentence, from token ``first`` to ``last``; None where none is stated.

    A name after the figure comes first, then a name before it, then "the port" after it.
    """
    after = _after(tokens, figure, max(figure.phrase.last, figure.number.last), last, masked)
    if after is not None and after.named:
        return after.words
    before = _before(tokens, figure, first, figure.number.first, masked)
    if before is not None and before.named:
        return before.words
    found = after or before
    return found.words if found is not None else place_subjects.place(tokens, figure, first, masked)


def _after(tokens: Tokens, figure: Figure, i: int, last: int, masked: bytearray) -> Place | None:
    kept, end = None, last
    floor = i
    for i in tokens.where(_READ_AFTER, floor, last):
        if i < floor:
            continue
        if tokens.raw[i] in ";.:—–" or tokens.word[i] == "since":
            return kept
        if tokens.raw[i] == "," and i + 1 < last and tokens.word[i + 1] in _ASIDES:
            floor = _behind_aside(tokens, i + 1, last)  # "16 people, among them two nurses, died in Orsk"
            continue
        word = tokens.word[i]
        if word in _SAID and tokens.at(i + 1) != "to":
            return kept  # what stands behind the speaker's verb is told in passing
        if kept is not None and (i > end or tokens.raw[i] == "," and tokens.at(i + 1) not in _PREPOSITIONS or word in _ENDING):
            return kept
        if word not in _OPENERS and not (word == "for" and tokens.word[i - 1] in _LEAVING):
            continue
        found = _opened(tokens, i, last, masked) if word != "of" or tokens.word[i - 1] in POINTS else None
        if found is not None and word == "from":
            if figure.measure == "launched":
                kept, end = kept or found, last  # "fired from Aden at Marib" counts in Marib
            taken = figure.measure in _TAKEN or tokens.word[i - 1] in ("them", "whom")
            if not taken or tokens.word[found.end : found.end + 1] == ["to"]:
                floor = found.end  # "flew from Aden to Marib" counts in Marib
                continue
        if found is not None and found.named:
            return found
        if found is not None and kept is None:
            kept, end = found, found.end + _FARTHER  # a name may follow: "in a market, near Orsk"
        floor = found.end if found is not None else i + 1
    return kept


_ENDING = frozenset("and when while after before as but who which that".split())
_LEAVING = frozenset("left leave leaving fled departed bound headed heading sailed".split())
_BATTLE = frozenset({"battle", "battles", "fight", "fighting"})
_READ_AFTER = _OPENERS | _SAID | _ENDING | frozenset("; . : — – , since for".split())
_READ_BEFORE = _OPENERS | frozenset(": ; — – ( ) , for".split())
_FARTHER = 6  # tokens between a place without a name and its name


def _behind_aside(tokens: Tokens, i: int, last: int) -> int:
    """The token behind the comma that closes an aside; ``last`` where nothing closes it."""
    while i < last and tokens.raw[i] not in ",;:":
        i += 1
    return i + 1 if i < last and tokens.raw[i] == "," else last


def _opened(tokens: Tokens, k: int, last: int, masked: bytearray) -> Place | None:
    """Return the place that a preposition at token ``k`` opens, or a verb that takes one ("struck Orsk")."""
    word = tokens.word[k]
    if word in _UNDER:
        found = phrase(tokens, k + 1, last, masked)
        return found._replace(words=tokens.span(k, found.end)) if found is not None and not found.named else None
    if word == "between":
        found = phrase(tokens, k + 1, last, masked)
        return found if found is not None and found.named and " and " in found.words else None
    if word in _PREPOSITIONS or word in ("of", "for"):
        return phrase(tokens, k + 1, last, masked) if tokens.word[k - 1] != "according" else None
    if word not in _REACHED:
        return None
    found = phrase(tokens, k + 1, last, masked)
    if found is None or not (found.named or found.definite):
        return None
    ends = found.end >= tokens.size or tokens.kind[found.end] in "pbn" or closes(tokens, found.end)
    return found if ends or masked[found.end] else None  # not the "Hamas" of "hit Hamas positions"


def _label(tokens: Tokens, first: int, k: int) -> Place | None:
    """Return the place before the colon at token ``k`` that heads its line: "06:20 Sector North: …"."""
    while first < k and tokens.kind[first] != "w":
        first += 1
    words = range(first, k)
    if not 1 < len(words) < 5 or not all(tokens.capital[j] or tokens.word[j] in lexicon.places() for j in words):
        return None
    told = any(tokens.word[j] in lexicon.places() or tokens.word[j] in lexicon.sites() for j in words)
    return Place(tokens.span(first, k), k, True, True) if told else None


def _before(tokens: Tokens, figure: Figure, first: int, i: int, masked: bytearray) -> Place | None:
    comma, closed, aside = False, False, None
    for k in reversed(tokens.where(_READ_BEFORE, first, i)):
        if tokens.raw[k] == ":":
            return _label(tokens, first, k)
        if tokens.raw[k] in ";—–":
            return _first_of_all(tokens, first, k, masked) if tokens.raw[k] == ";" else None
        if tokens.raw[k] in "()":
            closed = tokens.raw[k] == ")"
        if closed:
            continue  # "Orsk (57 km east of Vesk)"
        comma = comma or tokens.raw[k] == ","
        if tokens.word[k] == "from" and figure.measure not in _TAKEN and tokens.word[k - 1] not in _TOLD:
            continue
        if tokens.word[k] not in _OPENERS and not (tokens.word[k] == "for" and tokens.word[k - 1] in _BATTLE):
            continue
        found = _opened(tokens, k, i, masked)
        opener = tokens.word[k - 1] if k > first else ""
        if tokens.word[k] == "of" and opener in lexicon.bodies("body"):
            return None  # "the Ministry of Health"
        if tokens.word[k] == "of" and found is not None:
            if not found.named and is_place_noun(opener) or found.named and tokens.capital[k - 1] and opener in WATERS:
                continue  # "the east of the country", "the Line of Contact"
        if found is None or tokens.word[k] == "of" and _names_of(tokens, opener, found):
            continue
        if comma and _is_aside(tokens, first, k):
            continue  # "the pact, signed in Muscat, frees 40"
        if tokens.raw[found.end : found.end + 1] == [","] and _is_beside(tokens, first, k):
            aside = aside or found
            continue  # "in Orsk, on the shore of Lake Vesk, killed nine"
        return _inner(tokens, k, first, masked) or _widened(tokens, k, found, first)
    return aside


def _is_beside(tokens: Tokens, first: int, k: int) -> bool:
    """Return whether token ``k`` stands in a place told between commas."""
    for j in range(k - 1, max(first, k - _BESIDE), -1):
        if tokens.raw[j] == ",":
            return tokens.word[j + 1] in _PREPOSITIONS or tokens.word[j + 1] in ("a", "the")
    return False


_BESIDE = 6  # tokens from the comma to the name


def _inner(tokens: Tokens, k: int, first: int, masked: bytearray) -> Place | None:
    """The place that lies in the one opened at token ``k``: "in Orsk in northern Vesk"."""
    if tokens.word[k] != "in" or not tokens.capital[k - 1]:
        return None
    for j in range(k - 2, max(first, k - _BESIDE) - 1, -1):
        if tokens.word[j] in _PREPOSITIONS:
            found = _opened(tokens, j, k, masked)
            return found if found is not None and found.named and found.end == k else None
    return None


def _first_of_all(tokens: Tokens, first: int, end: int, masked: bytearray) -> Place | None:
    """The place with which a sentence opens: it holds behind a semicolon too ("In Orsk, nine died; 12 were wounded")."""
    found = _opened(tokens, first, end, masked) if tokens.word[first] in _PREPOSITIONS else None
    return found if found is not None and tokens.raw[found.end : found.end + 1] == [","] else None


def _is_site(word: str) -> bool:
    return is_place_noun(word) or word in ("post", "posts", "position", "positions")


def _widened(tokens: Tokens, k: int, found: Place, first: int) -> Place:
    """The place with the site that is said to be at it: "stormed a post near Orsk", "the market at Orsk"."""
    if tokens.word[k] not in ("at", "near", "above", "outside") or k == first or not _is_site(tokens.word[k - 1]):
        return found
    start = k - 1
    while start > max(first, k - 3) and tokens.kind[start - 1] == "w" and not closes(tokens, start - 1):
        start -= 1
    return found._replace(words=tokens.span(start, found.end))


def _names_of(tokens: Tokens, opener: str, found: Place) -> bool:
    """ "The mayor of Orsk", "the army of Tarvia", "defenders of the Orsk steelworks": no place of what they do."""
    if opener in lexicon.roles("person") or found.words.split()[0] in lexicon.states():
        return True
    return tokens.kind[found.end] == "w" and not closes(tokens, found.end)


def _is_aside(tokens: Tokens, first: int, k: int) -> bool:
    """Return whether token ``k`` stands in a clause set off by commas ("…, which has observers in the valley, …")."""
    for j in range(k - 1, first, -1):
        if tokens.raw[j] == ",":
            return tokens.word[j + 1] in ("which", "who", "whose") or tokens.word[j + 1].endswith("ed")
    return False
