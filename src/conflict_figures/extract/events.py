"""Verbs that say what happened to the counted: where they stand, and in which voice."""

from dataclasses import dataclass

from . import cardinals, lexicon
from .tokens import Tokens

_BE = frozenset("be is are was were been being get got gets".split())
_NO_PHRASES: dict[str, tuple[tuple[tuple[str, ...], str, str], ...]] = {}
_SKIPPED = lexicon.function("adverb") | {"not", "been", "being"}


@dataclass(slots=True)
class Event:
    """A verb or verb phrase with a measure.

    ``frame`` is patient (counts its object, or its subject in the passive), subject (counts its subject) or
    loser; ``passive`` tells the voice, ``perfect`` the tense ("have been killed").
    """

    first: int
    last: int
    measure: str
    frame: str
    passive: bool
    perfect: bool


def find(tokens: Tokens, first: int, last: int) -> list[Event]:
    """Return the events of a sentence in order."""
    events: list[Event] = []
    floor = first
    verbs, phrases = lexicon.verbs(), lexicon.phrases()
    for i in tokens.where(lexicon.event_openers(), first, last):
        if i < floor:
            continue
        word = tokens.word[i]
        end, reading = i + 1, None
        after = tokens.word[i + 1] if i + 1 < tokens.size else ""
        for words, measure, frame in phrases.get(word, _NO_PHRASES).get(after, ()):
            if tokens.matches(i, words):
                end, reading = i + len(words), (measure, frame)
                break
        if reading is None and word in verbs and not _is_noun(tokens, i, first) and not _is_compound(tokens, i):
            reading = verbs[word][0]
        if word in _REACHES and i > first and tokens.word[i - 1] in _TOLLS:
            continue  # "the death toll hits 63"
        if reading is None:
            if word == "killed":
                floor = or_wounded(tokens, end, last) or floor  # "1,200 killed and wounded"
            continue
        if reading == ("killed", "patient") and (joined := or_wounded(tokens, end, last)):
            reading, end = ("casualties", "patient"), joined
        if reading[0] in _HARMED and reading[1] == "patient" and (joined := _or_damaged(tokens, end, last, reading[0])):
            reading, end = ("damaged", "patient"), joined  # of the two, what is sure of all
        if reading == ("wounded", "patient") and end + 1 < last and tokens.word[end] == "or" and tokens.word[end + 1] == "killed":
            reading, end = ("casualties", "patient"), end + 2
        be, perfect = _auxiliaries(tokens, i, first)
        passive = be and reading[1] != "subject" and not _is_progressive(tokens, i, first)
        events.append(Event(i, end, reading[0], reading[1], passive, perfect))
        floor = end
    return events


def _is_progressive(tokens: Tokens, i: int, first: int) -> bool:
    """ "Is recruiting 3,000 men", "has been shelling": the active voice, with a form of "be"."""
    word = tokens.word[i]
    return word.endswith("ing") and word != "being" and i > first and tokens.word[i - 1] != "being"


_REACHES = frozenset({"hit", "hits", "hitting", "strikes"})
_TOLLS = frozenset("toll tolls count total tally figure deaths fatalities casualties losses arrests number".split())


def or_wounded(tokens: Tokens, i: int, last: int) -> int:
    """The token after "or wounded", "and injured" behind a verb of killing; 0 where one count is not of both."""
    if i + 1 >= last or tokens.word[i] not in ("or", "and", "/"):
        return 0
    lost = ("wounded", "captured") if tokens.word[i] == "or" else ("wounded",)
    if not any(measure in lost for measure, _ in lexicon.verbs().get(tokens.word[i + 1], ())):
        return 0
    if tokens.word[i] == "or":
        return i + 2
    follows = i + 2 < last and (tokens.kind[i + 2] == "n" or tokens.word[i + 2] in cardinals.OPENERS)
    return 0 if follows else i + 2


_HARMED = frozenset({"damaged", "destroyed"})


def _or_damaged(tokens: Tokens, i: int, last: int, measure: str) -> int:
    """The token after the other verb of "damaged or destroyed", "destroyed and damaged"; 0 where one verb stands alone."""
    if i + 1 >= last or tokens.word[i] not in ("or", "and", "/"):
        return 0
    other = lexicon.verbs().get(tokens.word[i + 1], (("", ""),))[0][0]
    return i + 2 if other in _HARMED and other != measure else 0


def _auxiliaries(tokens: Tokens, i: int, first: int) -> tuple[bool, bool]:
    """(passive, perfect) by the auxiliaries before a verb."""
    k, be, perfect = i - 1, False, False
    while k >= first and k > i - 6:
        word = tokens.word[k]
        if word in _BE:
            be = True
        elif word in ("has", "have", "had"):
            perfect = word != "had"
        elif word == "and" and k > first and tokens.word[k - 1] in lexicon.verbs():
            k -= 1  # "have been killed and wounded"
        elif word not in _SKIPPED and not word.endswith("ly"):
            break
        k -= 1
    return be, perfect


def _is_compound(tokens: Tokens, i: int) -> bool:
    """ "infantry fighting vehicles", "wounded men": a participle that belongs to the noun after it."""
    after = lexicon.units().get(tokens.word[i + 1]) if i + 1 < tokens.size else None
    if after is None or i == 0:
        return False
    word = tokens.word[i]
    if word == "live":
        return after.kind == "materiel"  # "84 live rounds"
    numbered = tokens.kind[i - 1] == "n" or tokens.word[i - 1] in cardinals.SMALL or tokens.word[i - 1].endswith("ly")
    if word.endswith("ing"):
        if numbered and after.kind == "object":
            return True  # "seven fighting positions"
        return after.kind == "materiel" and tokens.kind[i - 1] == "w" and tokens.word[i - 1] in _MADE_OF
    return word.endswith("ed") and numbered


_MADE_OF = frozenset("infantry fighter transport landing armoured armored mine bridge".split())


_BARE = frozenset(
    "bomb shell mine fire strike attack raid target release escape return murder capture rescue supply trade transport "
    "export import order ship".split()
)
_PLURALS = frozenset("supplies fires bombs shells strikes attacks raids targets releases murders ships mines".split())
_THE = lexicon.function("determiner")
_BEFORE_VERB = frozenset("to will would could can may might must not they we i you who that which and or".split())


def _is_finite(tokens: Tokens, i: int, first: int) -> bool:
    """Return whether a form that is a noun as well stands as a verb: after "to", a modal, or a plural subject."""
    before = tokens.word[i - 1] if i > first else ""
    return before in _BEFORE_VERB or before.endswith("s") and tokens.kind[i - 1] == "w" and before in lexicon.units()


_NOMINAL = lexicon.function("determiner") | frozenset("of in by from air missile drone rocket and or".split())


def _counts(tokens: Tokens, i: int) -> bool:
    """Return whether a number, or its hedge, stands at ``i``: "shelling two villages", "killing at least 72"."""
    if i >= tokens.size:
        return False
    return (
        tokens.kind[i] == "n"
        or tokens.word[i] in cardinals.OPENERS
        or any(tokens.matches(i, words) for words in (("at", "least"), ("more", "than"), ("up", "to"), ("as", "many")))
    )


# What a noun of attacking is said to do: "the death toll of the bombing rises", "shelling kills nine".
_GOES_ON = lexicon.function("aux") | frozenset("rises rose passes passed tops topped hits climbs climbed reaches reached nears jumps "
                                               "kills killed wounds injures leaves left claims claimed".split())  # fmt: skip


def _is_noun(tokens: Tokens, i: int, first: int) -> bool:
    """A form that is a noun here: after a determiner or adjective, or before "of"."""
    word = tokens.word[i]
    k = i - 1
    while k > first and tokens.word[k] in lexicon.function("adverb"):
        k -= 1
    told = k >= first and tokens.word[k] in ("is", "are", "was", "were")  # "is firing", "are currently fighting"
    if word.endswith("ing") and (told or _counts(tokens, i + 1)):
        return False
    before = tokens.word[i - 1] if i > first else ""
    if (word in _BARE or word == "hit") and _counts(tokens, i + 1) and before not in _NOMINAL:
        return False  # "a strike on Monday hit two vehicles"
    if word in _BARE and not _is_finite(tokens, i, first):
        return True  # "the car bomb", "an attack"
    if word in _PLURALS and not (
        i + 1 < tokens.size and (tokens.kind[i + 1] == "n" or tokens.word[i + 1] in cardinals.OPENERS | _THE)
    ):
        return True  # "medical supplies were looted"
    if word in lexicon.nouns() or word in lexicon.units():
        if before in ("air", "missile", "drone", "rocket") and word.startswith(("strike", "attack", "raid", "hits")):
            return True
        if (
            before in lexicon.function("determiner")
            and not (before == "that" and word.endswith("ed"))
            or before in ("of", "in", "by", "from")
        ):
            return True
        if i > first and tokens.kind[i - 1] == "n" and word != "hurt":
            return True
    if word == "remains" and i > first and tokens.word[i - 1] in lexicon.function("determiner"):
        return True
    return word in ("fighting", "killing", "shelling", "bombing", "training", "fire") and (
        i + 1 < tokens.size and (tokens.word[i + 1] in ("in", "of", "on", "at", ".", ",") or tokens.word[i + 1] in _GOES_ON)
    )
