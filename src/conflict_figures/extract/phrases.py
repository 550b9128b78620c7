"""The counted noun phrase after a number: its words, its head and its unit."""

import re
from dataclasses import dataclass, field

from . import cardinals, lexicon
from .events import or_wounded
from .tokens import Tokens


@dataclass(slots=True)
class Phrase:
    """Tokens ``first`` to ``last`` (exclusive); empty where the number stands alone.

    ``more`` tells "several thousand more"; ``partitive`` tells "210 of them", where the words are those of
    the whole.
    """

    first: int
    last: int
    more: bool = False
    partitive: bool = False
    empty: bool = field(init=False)  # no noun follows the number
    head: int = field(init=False)  # the token of the head noun

    def __post_init__(self):
        self.empty, self.head = self.first >= self.last, self.last - 1


def after(tokens: Tokens, i: int, end: int, masked: bytearray) -> Phrase:
    """Read the noun phrase that a number ending before token ``i`` counts, within the sentence."""
    more = partitive = False
    while i < end and tokens.word[i] in lexicon.function("more"):
        more, i = True, i + 1
    closing = i + 1 if i < end and tokens.raw[i] in '"”’' else i  # '"scores" of rifles'
    if closing < end and tokens.word[closing] == "out":
        closing += 1  # "twelve out of 30 schools"
    if closing < end and tokens.word[closing] == "of":
        partitive, i = True, closing + 1
        while i < end and (
            tokens.word[i] in _DETERMINERS or tokens.kind[i] == "n" or tokens.word[i] in cardinals.SMALL
        ):
            i += 1
        i = _past_owner(tokens, i, end)
    if i < end and (masked[i] or tokens.word[i] in _BEFORE_NAME):
        i = _past_bore(tokens, i, end)
        i = _past_designation(tokens, i, end, masked)
        if i < end and masked[i] and is_model(tokens.raw[i]):
            return Phrase(i, i + 1, more, partitive)  # "three F-16s", "2 x BMP-2"
    if i < end and tokens.word[i].endswith(_SO_OLD) and not _goes_on(tokens, i + 1, end):
        return Phrase(i, i + 1, more, partitive)
    if i < end and tokens.raw[i] == ")":
        return Phrase(i, i, more, partitive)
    while i < end and tokens.raw[i] in "\"“”'‘":
        i += 1
    last = run(tokens, i, end, masked)
    if i < last < end - 1 and tokens.kind[last] == "n" and len(tokens.raw[last]) < 4 and tokens.capital[last - 1]:
        named = run(tokens, last + 1, end, masked)  # "30 Leopard 1 tanks"
        i, last = (last + 1, named) if named > last + 1 else (i, last)
    elif i < last < end - 1 and masked[last] and is_designed(tokens, last):
        named = run(tokens, last + 1, end, masked)  # "a US-made M777 howitzer"
        i, last = (last + 1, named) if tokens.word[named - 1] in _UNITS and named > last + 1 else (i, last)
    if i < last and tokens.word[last - 1] in ("killed", "dead"):
        last = or_wounded(tokens, last, end) or last  # "1,200 killed and wounded"
    if i < last < end and tokens.word[last] in _AND_OTHER:
        last = _over_others(tokens, i, last, end, masked)
    return Phrase(i, last, more, partitive)


def _past_owner(tokens: Tokens, i: int, end: int) -> int:
    """The token after an owner and a number: "180,000 of the company's shells", "36 of last month's 58 killings"."""
    for k in range(i, min(end - 1, i + _OWNER)):
        if tokens.kind[k] == "s":
            k += 1
            while k < end and (tokens.kind[k] == "n" or tokens.word[k] in cardinals.SMALL):
                k += 1
            return k
        if tokens.kind[k] != "w" or tokens.word[k] in _ENDS:
            return i
    return i


_OWNER = 5  # words of an owner, with its "'s"


_AND_OTHER = frozenset({",", "and", "or"})
_OTHERS = 9  # tokens up to the noun of "and other drones"


def _over_others(tokens: Tokens, first: int, last: int, end: int, masked: bytearray) -> int:
    """The end of "tanks and other armoured vehicles", "Lancet-type, Orlan-type, and other drones"; ``last`` if none."""
    k = last
    known = tokens.word[last - 1] in _UNITS
    while k < end - 2 and k < last + _OTHERS:
        if tokens.word[k] in ("and", "or") and tokens.word[k + 1] == "other":
            stop = run(tokens, k + 2, end, masked)
            unit = _UNITS.get(tokens.word[stop - 1])
            if stop == k + 2 or unit is None or known and unit.kind != _UNITS[tokens.word[last - 1]].kind:
                return last
            return stop
        if known or tokens.word[k] in _ENDS - _AND_OTHER or tokens.kind[k] == "n" or tokens.word[k] in _VERBS:
            return last
        k += 1
    return last


def _past_designation(tokens: Tokens, i: int, end: int, masked: bytearray) -> int:
    """The noun after an age, a type or a calibre: "two six-storey houses", "14 CV90 vehicles", "twelve 105 mm guns"."""
    aged = next((k for k in range(i, min(end, i + 5)) if tokens.word[k].endswith(_AGED)), None)
    k = i if aged is None else aged + 1
    while aged is None and k < end and k < i + 5 and (masked[k] or tokens.word[k] in _OF_BORE):
        if tokens.raw[k] in ",;." or tokens.word[k] in _SCALES:
            return i
        k += 1
    named = (
        k < end
        and tokens.kind[k] == "w"
        and tokens.word[k] not in _ENDS
        and any(word in lexicon.units() or word in lexicon.nouns() for word in tokens.word[k : min(end, k + 3)])
    )
    if aged is not None and not named and tokens.word[aged].endswith(_SO_OLD):
        return k if _goes_on(tokens, k, end) else aged  # "a 30-year-old whittler", "two 19-year-olds were killed"
    return k if named else i


def _goes_on(tokens: Tokens, k: int, end: int) -> bool:
    """Return whether a noun can stand at ``k``."""
    word = tokens.word[k] if k < end else ""
    return k < end and tokens.kind[k] == "w" and not (word in _ENDS or word in _ADVERBS or word in _VERBS)


_NOTHING = ("", "", "")
_SO_OLD = ("year-old", "month-old", "year-olds")
_AGED = ("-old", "-olds", "storey", "story")
_BEFORE_NAME = frozenset({"x", "×", ".", "caliber", "calibre"})
_MODEL = re.compile(r"(?!COVID)[A-Z][A-Za-z]{0,7}[-‑][0-9]{1,4}[A-Z]{0,3}[0-9]?s?")


def is_model(raw: str) -> bool:
    """Return whether a word names a model of arms ("F-16s", "T-72B3", "Shahed-136")."""
    return _MODEL.fullmatch(raw) is not None


def is_designed(tokens: Tokens, i: int) -> bool:
    """Return whether a token is the designation of a model, before the noun for it: "M777", "BM-21"."""
    raw = tokens.raw[i]
    return tokens.kind[i] == "w" and raw[0].isupper() and any(ch.isdigit() for ch in raw)


def _past_bore(tokens: Tokens, i: int, end: int) -> int:
    """The token after "x" ("2 x BMP-2") and after a bore that opens with a stop ("a .50-caliber gun", "caliber .50")."""
    if tokens.word[i] in ("x", "×"):
        return i + 1 if i + 1 < end and tokens.kind[i + 1] == "w" else i
    k = i + (tokens.raw[i] != ".")
    if k + 1 < end and tokens.raw[k] == "." and tokens.kind[k + 1] == "n" and tokens.joined(k + 1):
        return k + 1 if k == i else k + 2
    return i


_OF_BORE = frozenset("mm cm - ‑ calibre caliber".split())
_SCALES = frozenset("percent per-cent % percentage year years day days hour hours month months week weeks".split())
_ARTICLES = lexicon.function("determiner")
_DETERMINERS = _ARTICLES | {"whom", "which"}
_UNITS, _NOUNS, _VERBS, _CUES, _PHRASES = (
    lexicon.units(), lexicon.nouns(), lexicon.verbs(), lexicon.cues(), lexicon.phrases(),
)  # fmt: skip
_ENDS = lexicon.function("stop") | lexicon.function("aux") | lexicon.function("pronoun")
_LATER = frozenset("later subsequently then since still already also reportedly allegedly".split())
_COUNTING = frozenset(cardinals.SMALL) | {"include", "includes", "included", "comprise", "comprised"}
_ADVERBS = lexicon.function("adverb")
_VERBAL = lexicon.function("verb") | {word for word in lexicon.light_verbs() if word.endswith("ed")}


def run(tokens: Tokens, i: int, end: int, masked: bytearray) -> int:
    """Return the token after the run of nouns and adjectives that starts at ``i``."""
    first, known = i, False
    units, nouns, verbs, cues = _UNITS, _NOUNS, _VERBS, _CUES
    while i < end and tokens.kind[i] == "w" and not masked[i]:
        word = tokens.word[i]
        if word in _ENDS or i > first and word in _COUNTING:
            break
        if word in _ADVERBS and (known or i > first or i + 1 >= end or tokens.word[i + 1] not in verbs or word in _LATER):
            break
        is_noun = word in units or word in nouns
        if i > first and not is_noun and _is_plural(tokens.word[i - 1]):
            break  # a plural names the counted; it opens no compound ("boats lie hidden")
        if word in _VERBAL and not (i == first and is_noun) and (i > first or i + 1 >= end or tokens.word[i + 1] not in units):
            break
        if i == first and word == "hit":
            break  # "of which 131 hit the town"
        if known and word.endswith("ed") and units.get(tokens.word[i - 1], _NOTHING)[1] == "person" and not (
            tokens.word[i - 1] == "other"  # "5,000 other armoured vehicles"
        ):
            break  # "all 25 crew abandoned ship"
        if i > first and not is_noun and (word in verbs or word in cues or known and word.endswith(("ed", "ing"))):
            if not _is_adjective(tokens, i, end, known):
                break
        if i == first and word in verbs and not is_noun and not _is_adjective(tokens, i, end, known):
            if word.endswith(("ed", "s")) or i + 1 >= end or tokens.word[i + 1] not in units:
                break  # but "39 supply routes"
        if word in _PHRASES and any(tokens.matches(i, words) for words, _, _ in _PHRASES[word].get(tokens.at(i + 1), ())):
            break
        if known and word in ("dead", "hurt", "missing", "killed", "wounded", "injured"):
            break
        if (
            known
            and word in verbs
            and i + 1 < end
            and (tokens.kind[i + 1] == "n" or tokens.word[i + 1] in cardinals.SMALL or tokens.word[i + 1] in _ARTICLES)
        ):
            break  # "three attacks hit the town"
        known = known or is_noun and not (word in ("wounded", "injured", "displaced", "missing", "dead") and i == first)
        i += 1
    return i


def _is_plural(word: str) -> bool:
    return word.endswith("s") and not word.endswith("ss") or word in ("people", "men", "women", "children", "cattle")


def _is_adjective(tokens: Tokens, i: int, end: int, known: bool) -> bool:
    """A participle before its noun ("armoured vehicles", "wounded men")."""
    word = tokens.word[i]
    nxt = tokens.word[i + 1] if i + 1 < end else ""
    if word.endswith("ing"):
        unit = lexicon.units().get(nxt)
        return unit is not None and unit.kind == "materiel"  # "infantry fighting vehicles"
    if known and word.endswith("ed") and word not in lexicon.verbs():
        return any(
            word in lexicon.units() for word in tokens.word[i + 1 : min(end, i + 3)]
        )  # "rocket propelled grenades"
    if known or not word.endswith("ed"):
        return False
    if nxt in _ENDS:
        return False  # "40 abducted from church"
    return nxt in lexicon.units() or nxt in lexicon.nouns() or i + 2 < end and tokens.word[i + 2] in lexicon.units()


_SINGULAR = {"headquarters": "headquarters", "barracks": "barracks", "oxen": "ox", "men": "man", "women": "woman", "aircraft": "aircraft", "people": "person", "series": "series",
             "systems": "system", "personnel": "person", "batteries": "battery"}  # fmt: skip


def singular(word: str) -> str:
    """Return the singular of an English noun as it is used for units.

    >>> [singular(word) for word in ("vehicles", "batteries", "cannon", "aircraft", "trenches", "MLRS")]
    ['vehicle', 'battery', 'cannon', 'aircraft', 'trench', 'MLRS']
    """
    lower = word.lower()
    if lower in _SINGULAR:
        return _SINGULAR[lower]
    if lower.endswith("men") and len(word) > 4:
        return word[:-2] + "an"
    if len(word) < 4 and not lower.endswith("vs") or word.isupper() or not lower.endswith("s"):
        return word
    if lower.endswith("ies"):
        return word[:-3] + "y"
    if lower.endswith(("buses", "oes")) and not lower.endswith(("canoes", "shoes", "hoes")):
        return word[:-2]
    if lower.endswith("ives"):
        return word[:-3] + "fe" if lower.endswith("knives") else word[:-1]
    if lower.endswith("caches"):
        return word[:-1]
    if lower.endswith(("ches", "shes", "sses", "xes")):
        return word[:-2]
    return word if lower.endswith(("ss", "us", "is")) else word[:-1]


def unit(tokens: Tokens, phrase: Phrase) -> tuple[str | None, str, str]:
    """Return (unit, kind, status) of a noun phrase; (None, '', '') where it holds no known noun.

    People count as ``person``; a thing keeps its compound in the singular ("artillery shell").
    """
    units = lexicon.units()
    if phrase.empty:
        return None, "", ""
    if tokens.word[phrase.head] in ("loss", "losses") and phrase.head > phrase.first:
        thing = units.get(tokens.word[phrase.head - 1])
        if thing is not None and thing.kind == "materiel":
            return compound(tokens, phrase, phrase.head - 1), "materiel", ""  # "40 tank losses"
    found = units.get(tokens.word[phrase.head])
    if found is not None:
        if tokens.word[phrase.head] in _HEADGEAR and tokens.at(phrase.head - 1) in _COLOURS:
            return "person", "person", "civilian" if tokens.word[phrase.head - 1] == "white" else "military"
        if tokens.word[phrase.head] in _FIGHTERS and _is_aircraft(tokens, phrase):
            return f"{tokens.raw[phrase.head - 1]} fighter", "materiel", ""
        if found.kind in ("person", "group", "formation"):
            return found.unit, found.kind, status_of(tokens, phrase, found.status)
        if found.unit == "kilogram":
            return found.unit, found.kind, ""
        made_of = of_what(tokens, phrase)
        return (f"{found.unit} of {made_of}" if made_of else compound(tokens, phrase)), found.kind, ""
    raw = tokens.raw[phrase.head]
    named = f"{tokens.raw[phrase.head - 1]} {raw}" if phrase.head > phrase.first else raw  # "40 North Koreans"
    if any(name in lexicon.demonyms() for name in (raw, named, raw.removesuffix("s"), named.removesuffix("s"))):
        return "person", "person", status_of(tokens, phrase, "")  # "2,000 ethnic Armenians"
    if tokens.word[phrase.head].endswith(_OF_PEOPLE):
        return "person", "person", status_of(tokens, phrase, "")
    noun = lexicon.nouns().get(tokens.word[phrase.head])
    if noun:
        return noun[2] or compound(tokens, phrase), "person" if noun[2] == "person" else "incident", ""
    return (raw.removesuffix("s"), "materiel", "") if is_model(raw) else (None, "", "")


_HEADGEAR = frozenset("helmet helmets beret berets cap caps".split())  # "five of its blue helmets"
_COLOURS = frozenset("blue green red white black maroon".split())
_FIGHTERS = frozenset({"fighters", "fighter"})


def _is_aircraft(tokens: Tokens, phrase: Phrase) -> bool:
    """Return whether a type of aircraft stands before "fighters": "F-16 fighters", "Gripen fighters"."""
    k = phrase.head - 1
    if k < 0 or tokens.kind[k] != "w" or not tokens.capital[k]:
        return False
    return tokens.word[k] in lexicon.word_class("aircraft") or any(ch.isdigit() for ch in tokens.raw[k])


def of_what(tokens: Tokens, phrase: Phrase) -> str:
    """What a unit, an area or a piece is one of: "units of equipment", "areas of concentration"."""
    i = phrase.last
    if tokens.word[phrase.head] not in _UNITS_OF or i + 1 >= tokens.size or tokens.word[i] != "of":
        return ""
    word = tokens.word[i + 1]
    return word if tokens.kind[i + 1] == "w" and not tokens.capital[i + 1] and word not in _ENDS and word not in _ARTICLES else ""


_UNITS_OF = frozenset("unit units area areas".split())
_OF_PEOPLE = ("year-old", "year-olds", "men", "women", "ists", "ians", "eers", "folk", "persons", "eons")  # endings of nouns for people


def compound(tokens: Tokens, phrase: Phrase, head: int | None = None) -> str:
    """Return the singular of the head with the nouns and plain adjectives that name the kind of thing."""
    head = phrase.head if head is None else head
    first = head
    while first > phrase.first:
        word = tokens.word[first - 1]
        name = tokens.capital[first - 1] and tokens.word[head] not in _KNOWN_BY_NAME
        if (
            name
            or tokens.raw[first - 1] in lexicon.demonyms()
            or any(ch.isdigit() for ch in word)
            or word in _OF_BORE
            or word.endswith(_DESCRIBING)
            and word not in lexicon.verbs()
            or word in _PLAIN_ADJECTIVES
            or word in lexicon.word_class("wrecked")
        ):
            break
        first -= 1
    listed = lexicon.units().get(tokens.word[head])
    named = tokens.capital[head] and (listed is None or listed.unit[0].isupper())  # not one that heads a label
    kept = head if tokens.word[head] in _KNOWN_BY_NAME else first
    words = [tokens.raw[k] for k in range(first, head)] + [singular(tokens.raw[head])]
    return " ".join(
        word if word.isupper() or named or first + k < kept else word.lower() for k, word in enumerate(words)
    )


_DESCRIBING = ("ly", "-dusting", "-carrying", "-made", "-built", "-held", "-owned", "-controlled", "-story", "-storey",
               "-calibre", "-caliber")  # fmt: skip
_KNOWN_BY_NAME = frozenset("battery batteries system systems complex complexes".split())  # "Patriot batteries"
_PLAIN_ADJECTIVES = frozenset(
    "enemy army rebel militant insurgent government separatist aid new old other commercial high-powered large small civilian various different such crewed fast slow strike attack fixed-wing rotary-wing all-terrain mobile and working serviceable operational functioning usable intact combat-ready "
    "heavy light modern towed tracked wheeled used hostile foreign more additional further several many own long-range short-range "
    "medium-range remaining unarmed stolen captured abandoned nearby".split()
)


_OF_FORCES = frozenset(
    "military troop army combat soldiers troops armed enemy service rebel insurgent pow pows".split()
)


def status_of(tokens: Tokens, phrase: Phrase, status: str) -> str:
    """Return military or civilian where the words of a phrase say so, else ``status``."""
    words = {tokens.word[i] for i in range(phrase.first, phrase.last)}
    if words & {"civilian", "civilians"}:
        return "civilian"
    if words & _OF_FORCES or "border" in words and words & {"guard", "guards"}:
        return "military"
    return status
