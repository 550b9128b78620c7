"""Where a noun phrase begins and ends: what can stand inside a name or a role, and what closes it."""

from . import lexicon
from .tokens import Tokens

LINKS = frozenset({"of", "for"})
MADE = frozenset(
    "kept compiled published released issued taken made obtained seen reviewed shared shown given found presented drawn "
    "produced prepared provided circulated posted broadcast aired printed supplied".split()
)
_INTO_PHRASE = frozenset("by in at to from with on near inside".split())
_LEADING = frozenset("meanwhile but and however earlier later separately also then while as so yet still nevertheless "
                     "moreover because although when if where after before just what".split())  # fmt: skip
_BEFORE_ARTICLE = LINKS | {"save"}  # "the Office of the Mediator", "Save the Children"
_STATIONED = frozenset("operating serving working living fighting sheltering".split())
_ALONE = frozenset({"i", "we", "he", "she", "they", "it"})  # a phrase of their own
_TITLES = frozenset("gen brig col lt maj sgt capt cpl adm dr mr mrs ms prof sen gov rep st".split())
_DESCRIBING = frozenset("earlier later only then now still outgoing".split())  # "the town's only clinic", "the then minister"
_LONGEST = 16  # tokens of a phrase
_MAGNITUDES = frozenset({"k", "m", "mn", "bn", "tn"})


def breaks(tokens: Tokens, k: int) -> bool:
    """Return whether token ``k`` cannot stand inside a name or role phrase."""
    word, kind = tokens.word[k], tokens.kind[k]
    if kind == "s" or kind == "p" and is_plural_possessive(tokens, k):
        return False
    if kind == "w" and word in _MAGNITUDES and tokens.kind[k - 1] == "n" and tokens.joined(k):
        return True  # the unit of a number: "$40M"
    if kind != "w":
        if is_age(tokens, k):
            return False
        title = tokens.raw[k] == "." and tokens.word[k - 1] in _TITLES and tokens.joined(k) and tokens.capital[k - 1]
        return not (title or tokens.raw[k] in ("-", "&") or kind == "n" and k > 0 and tokens.capital[k - 1])
    if tokens.capital[k]:
        return word in _BREAKING_CAPITAL
    return word in _BREAKING and not (
        _is_attributive(tokens, k) or word == "think" and tokens.matches(k, ("think", "tank"))
    )


def _is_attributive(tokens: Tokens, k: int) -> bool:
    """Return whether a word that can be a verb is part of a body's name: "the fire service", "a rescue team"."""
    if not 0 < k < tokens.size - 1 or tokens.word[k + 1] not in lexicon.bodies("body"):
        return False
    return tokens.word[k] in lexicon.verbs() and tokens.word[k - 1] in lexicon.function("determiner")


def is_plural_possessive(tokens: Tokens, k: int) -> bool:
    """Return whether token ``k`` is the apostrophe of "the Doctors' Network"."""
    if tokens.raw[k] not in "'’" or not (tokens.joined(k) and tokens.word[k - 1].endswith("s")):
        return False
    return k + 1 < tokens.size and tokens.kind[k + 1] == "w" and not tokens.joined(k + 1)


DANGLING = LINKS | lexicon.function("determiner")
_LOOSE = _LEADING | LINKS
# one look-up a token: most tokens of a text are asked this more than once
_BREAKING = (
    lexicon.function("stop") | lexicon.function("aux") | lexicon.function("adverb") | _LEADING | MADE
    | {"citing", "quoting", "according"}
    | (lexicon.cues().keys() - lexicon.roles("person") - lexicon.evidence())
    | (lexicon.verbs().keys() - lexicon.units().keys() - lexicon.evidence())
) - LINKS - lexicon.function("determiner")  # fmt: skip
_BREAKING_CAPITAL = _BREAKING & (_LEADING | lexicon.function("aux"))


def left(tokens: Tokens, end: int, floor: int, masked: bytearray) -> int:
    """Return the first token of the noun phrase that ends before ``end``; ``end`` itself where there is none."""
    if end > floor and tokens.word[end - 1] in _ALONE:
        return end - 1
    first = end
    while first > floor and end - first < _LONGEST:
        k = first - 1
        if tokens.word[k] == "and" and joins_names(tokens, k, floor):
            first = k
            continue
        if (breaks(tokens, k) or masked[k]) and not (
            tokens.kind[k] == "n" and not masked[k] and k > floor and tokens.word[k - 1] in LINKS  # "photographs of 12 ships"
            or masked[k] and is_designation(tokens, k)
            or tokens.word[k] == "both"
            or tokens.word[k] in _DESCRIBING and k > floor
            and (tokens.word[k - 1] in lexicon.function("determiner") or tokens.kind[k - 1] == "s")
        ):  # fmt: skip
            break
        first = k
        if tokens.word[k] == "both" and not (k > floor and tokens.word[k - 1] in LINKS):
            break
        if tokens.word[k] in lexicon.function("determiner") and (
            k == floor or tokens.word[k - 1] not in _BEFORE_ARTICLE
        ):
            break
    while first < end and tokens.word[first] in _LOOSE:
        first += 1
    return first


def head_phrase(tokens: Tokens, end: int, floor: int, masked: bytearray) -> tuple[int, int]:
    """Return (first, end) of the phrase before ``end`` without what is attached: "a doctor at the hospital"."""
    first = left(tokens, end, floor, masked)
    while first > floor + 1 and tokens.word[first - 1] in _INTO_PHRASE:
        if tokens.word[first - 2] in ("familiar", "close") and first > floor + 2:  # "a person familiar with the matter"
            return left(tokens, first - 1, floor, masked), end
        end = first - 1
        while end > floor and (
            masked[end - 1]
            or tokens.word[end - 1] == "on"
            or tokens.word[end - 1].endswith("ed")
            or tokens.word[end - 1] in MADE
            or tokens.word[end - 1] in _STATIONED
        ):
            end -= 1
        first = left(tokens, end, floor, masked)
    return first, end


def is_age(tokens: Tokens, k: int) -> bool:
    """Return whether token ``k`` begins "45-year-old", which describes who speaks."""
    return tokens.kind[k] == "n" and k + 2 < tokens.size and tokens.word[k + 2] in _OLD and tokens.raw[k + 1] == "-"


_OLD = frozenset({"year-old", "years-old"})


def is_designation(tokens: Tokens, k: int) -> bool:
    """Return whether a masked token is part of a name or a description: "Witness B-7", "a 45-year-old herder"."""
    if tokens.word[k] in _OLD or tokens.raw[k] == "-" and tokens.word[k + 1] in _OLD or is_age(tokens, k):
        return True
    if tokens.kind[k] == "w" and tokens.joined(k) and tokens.kind[k - 1] == "n":
        return k + 1 < tokens.size and tokens.capital[k + 1]
    if tokens.kind[k] == "n":
        return k + 2 < tokens.size and tokens.joined(k + 1) and tokens.kind[k + 1] == "w" and tokens.capital[k + 2]
    return tokens.capital[k] and k > 0 and tokens.kind[k - 1] == "w" and any(c.isdigit() for c in tokens.raw[k])


def joins_names(tokens: Tokens, k: int, floor: int) -> bool:
    """Return whether "and" at ``k`` stands inside a name or between two ("Security and Defence Council")."""
    return k > floor and k + 1 < tokens.size and tokens.capital[k - 1] and tokens.capital[k + 1]
