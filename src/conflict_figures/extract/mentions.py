"""Noun phrases beside a verb of speaking: its subject before it, its object behind, with their appositions."""

from dataclasses import dataclass

from . import lexicon
from .noun_phrases import (
    DANGLING,
    LINKS,
    MADE,
    breaks,
    head_phrase,
    is_designation,
    joins_names,
    left,
)
from .tokens import Tokens

PARTICLES = frozenset("van von de der den da di du al bin ibn el la le ten".split())
_QUOTES = frozenset('"“”«»')
_DEMONSTRATIVES = frozenset({"that", "this", "these", "those"})
_PREPOSITIONS = frozenset(
    "of about against for with under over among between into onto after before since until".split()
)
_INSIDE_VERB = frozenset(
    "not neither meanwhile first itself himself herself themselves just never only repeatedly openly independently publicly formally "
    "immediately initially explicitly apparently".split()
)
_PAIRS = frozenset({("at", "first"), ("at", "last"), ("in", "turn"), ("so", "far"), ("once", "again"), ("at", "once")})
_ASKED = frozenset("briefed contacted reached interviewed questioned involved quoted concerned present".split())
OF_AGENT = frozenset({"by", "to"})
_NAMING = frozenset({"name", "sign", "nickname", "surname", "initial", "initials"})
PRONOUNS = lexicon.roles("pronoun") | lexicon.roles("group")


@dataclass(slots=True)
class Mention:
    """Tokens ``first`` to ``last`` of a noun phrase, and of its apposition (empty when both are 0)."""

    first: int
    last: int
    app_first: int = 0
    app_last: int = 0
    others: "tuple[Mention, ...]" = ()  # coordinated with this one: "the army and the police"
    outer: int = -1  # the first token of a longer phrase through which this one speaks: "the ministry's report"

    @property
    def start(self) -> int:
        """Return the first token of the whole mention."""
        start = min(self.first, self.app_first) if self.app_last else self.first
        if self.others:
            start = min(start, *(other.start for other in self.others))
        return min(start, self.outer) if self.outer >= 0 else start

    @property
    def stop(self) -> int:
        """Return the token after the whole mention."""
        stop = max(self.last, self.app_last)
        return max(stop, *(other.stop for other in self.others)) if self.others else stop


def before(tokens: Tokens, v: int, floor: int, masked: bytearray) -> Mention | None:
    """Read the subject that stands before a verb at ``v``, not reaching below ``floor``."""
    end = v
    while end > floor and _between(tokens, end - 1, masked):
        end -= 1
    while end < v and end > floor + 1 and tokens.word[end - 1] in MADE:
        end -= 1  # "pictures taken on 4 May show"
    if end > floor and tokens.raw[end - 1] == ")":  # "the Organization (IOM) said"
        opening = end - 2
        while opening > floor and tokens.raw[opening] != "(" and end - opening < 8:
            opening -= 1
        end = opening if tokens.raw[opening] == "(" else end
    if end <= floor:
        return None
    near = next((k for k in range(end - 2, max(floor, end - _AFFILIATED), -1) if tokens.word[k] in _TIES and tokens.word[k - 1] in _TIED), 0)
    named = near and True in tokens.capital[near + 1 : near + 3] and all(kind == "w" for kind in tokens.kind[near + 1 : end])
    if named and near - 1 > floor and tokens.kind[near - 2] == "w":
        end = near - 1  # "a blogger close to the militia said"
    if tokens.raw[end - 1] == ",":
        return _with_apposition(tokens, end - 1, floor, masked)
    if tokens.word[end - 1] in _ASKED and end - 2 > floor and tokens.word[end - 2] in lexicon.roles("person"):
        end -= 1  # "a lawmaker briefed last week told"
    first, end = head_phrase(tokens, end, floor, masked)
    if first < end and first > floor and tokens.word[first - 1] in LINKS:
        return of_relative(tokens, v, floor, masked)  # "about the shelling of Tamba said"
    if first == end or first > floor and (
        _makes_object(tokens, first - 1, floor) or "who" in tokens.word[max(floor, first - 3) : first - 1]
    ):  # also "a herder who passed the site said"
        return of_relative(tokens, v, floor, masked)
    named = (
        first > floor + 1
        and tokens.word[first - 1] == "as"
        and tokens.word[first - 2 - (tokens.word[first - 2] in ("only", "just"))]
        in ("name", "known", "himself", "herself")
    )
    if first > floor and tokens.word[first - 1] in _PREPOSITIONS or named:
        return of_relative(tokens, v, floor, masked)  # "the foundation that looks after the site says"
    return Mention(first, end)


_TIED = frozenset("close loyal linked allied tied aligned opposed sympathetic affiliated friendly".split())
_TIES = frozenset({"to", "with"})
_AFFILIATED = 7  # tokens of "close to the Northern Front"


def _makes_object(tokens: Tokens, k: int, floor: int) -> bool:
    """Return whether the word at ``k`` makes an object of the phrase behind it: "who claimed the raid said"."""
    word = tokens.word[k]
    if k == floor or tokens.word[k - 1] in lexicon.function("determiner") or tokens.kind[k - 1] == "n":
        return False  # "the wounded men said"
    if word in lexicon.evidence():
        return False  # "in its report the army said"
    return tokens.kind[k] == "w" and (
        word in lexicon.function("aux")
        or word in lexicon.cues()
        or word in lexicon.verbs()
        or word in ("to", "not", "want", "wanted", "wished")
    )


def of_relative(tokens: Tokens, v: int, floor: int, masked: bytearray) -> Mention | None:
    """Read the subject with a clause of its own before the verb: "the group that claimed the raid said"."""
    for k in range(v - 1, max(floor, v - 30), -1):
        raw = tokens.raw[k]
        if raw in _QUOTES or raw in ";:—":
            return None
        met = v - k > 2 and tokens.word[k] in ("i", "we", "i've", "we've", "i’ve", "we’ve")  # "men I've spoken to say"
        if met or tokens.word[k] in ("who", "that", "which"):
            end = k - 1 if tokens.raw[k - 1] == "," else k
            if tokens.word[k - 1] == "and":  # "a surgeon who saw them, and who …"
                continue
            first, head = left(tokens, end, floor, masked), end
            agent = k == v - 1 and first > floor and tokens.word[first - 1] in OF_AGENT
            if not agent:  # "examined by prosecutors, who say", but "a doctor at the clinic, who says"
                first, head = head_phrase(tokens, end, floor, masked)
            called = _called(tokens, end, v)
            return Mention(first, head, *(called or ())) if first < head else None
    return None


def _between(tokens: Tokens, k: int, masked: bytearray) -> bool:
    """Adverbs, auxiliaries and dates between a subject and its verb."""
    word = tokens.word[k]
    if masked[k] and not is_designation(tokens, k) or word in lexicon.function("adverb") or word in _INSIDE_VERB:
        return True
    if k > 0 and (tokens.word[k - 1], word) in _PAIRS or (word, tokens.word[k + 1]) in _PAIRS:
        return True
    return (
        word in ("has", "have", "had", "did", "does", "do", "would", "could", "can", "cannot")
        or word == "on"
        and bool(masked[k + 1])
    )


def _with_apposition(tokens: Tokens, comma: int, floor: int, masked: bytearray) -> Mention | None:
    """ "Its spokesman, Ivo Petrak, said": the phrase before the comma pair and the one inside it."""
    opening = comma - 1
    quoting = tokens.raw[opening] in _QUOTES  # "a spokesman, citing “radar data”, said"
    while opening > floor and tokens.raw[opening] != ",":
        raw = tokens.raw[opening]
        if raw in _QUOTES and not quoting or raw in ";:—" or comma - opening > 24:
            return None
        opening -= 1
    if opening <= floor or tokens.raw[opening] != ",":
        return None
    first, end = head_phrase(tokens, opening, floor, masked)
    if first == end:
        return of_relative(tokens, comma, floor, masked)
    word = tokens.word[opening + 1]
    if quoting and not word.endswith("ing"):
        return None
    if tokens.word[end - 1] in _NAMING and tokens.capital[opening + 1]:  # "who gave only her first name, Mira, said"
        owner = of_relative(tokens, first, floor, masked)
        return Mention(owner.first, owner.last, opening + 1, comma) if owner else None
    if word in MADE or word == "based":
        return Mention(first, end)
    if word in lexicon.function("stop") and word not in lexicon.function("determiner") or word.endswith("ing"):
        return Mention(first, end)  # "the army, for its part, said", "a nurse, speaking by phone, said"
    for k in range(opening + 3, comma):
        if tokens.word[k - 1] == "as" and tokens.word[k - 2] in ("identified", "known") and tokens.capital[k]:
            return Mention(first, end, k, comma)  # "a trader who asked to be identified as Sova"
    if word in ("asked", "himself", "herself", "itself", "themselves"):
        return Mention(first, end)
    return Mention(first, end, opening + 1, comma)


def behind(tokens: Tokens, i: int, end: int, masked: bytearray) -> Mention | None:
    """Read the noun phrase that starts at ``i``, with an apposition after a comma."""
    if i < end and tokens.word[i] in PRONOUNS and (i + 1 == end or tokens.kind[i + 1] != "w"):
        return Mention(i, i + 1)  # "according to her, …"
    last = i
    while last < end - 1 and tokens.word[last] in lexicon.function("determiner"):
        last += 1
    if (
        last < end - 1
        and tokens.word[last].endswith("ed")
        and not breaks(tokens, last + 1)
        and tokens.kind[last + 1] == "w"
    ):
        last += 1  # "intercepted payroll data"
    while last < end and last - i < 16 and not (
        breaks(tokens, last) or masked[last] and not is_designation(tokens, last)
    ):
        if last > i and tokens.word[last] in _DEMONSTRATIVES:
            break
        last += 1
    while last < end and tokens.word[last] == "and" and joins_names(tokens, last, i):
        last += 1
        while last < end and not (breaks(tokens, last) or masked[last]):
            last += 1
    while last > i and tokens.word[last - 1] in DANGLING:
        last -= 1
    if last == i:
        return None
    mention = Mention(i, last)
    called = _called(tokens, last, end)
    if called is not None:
        mention.app_first, mention.app_last = called
        return mention
    comma = last
    if last < end and tokens.word[last] in ("in", "to", "at", "for"):  # "the envoy to Tarvia, Ana Vidal"
        comma = next((k for k in range(last + 1, min(end, last + 6)) if tokens.raw[k] == ","), end)
        stop = comma + 1
        while stop < end and tokens.capital[stop]:
            stop += 1
        named = 2 <= stop - comma - 1 <= 4 and (stop == end or tokens.raw[stop] in ",.;")
        person = not lexicon.roles("person").isdisjoint(tokens.word[i:last])
        if not (
            named and person and all(tokens.capital[k] or tokens.word[k] == "the" for k in range(last + 1, comma))
        ):
            comma = last
    if comma < end and tokens.raw[comma] == ",":
        app = comma + 1
        stop = app
        while stop < end and tokens.raw[stop] not in _QUOTES and tokens.raw[stop] not in ",.;:—–(":
            stop += 1
        if stop > app and _is_apposition(tokens, app, stop, masked):
            mention.app_first, mention.app_last = app, stop
    return mention


_CALLED = frozenset({"as", "name", "named", "called", "sign", "guerre", "nickname", "identified"})


def _called(tokens: Tokens, i: int, end: int) -> tuple[int, int] | None:
    """The name that a relative clause gives: "a commander who gave his name as Sova"."""
    if i + 2 >= end or tokens.word[i if tokens.raw[i] != "," else i + 1] not in ("who", "known", "named", "called"):
        return None
    for k in range(i + 1, min(end, i + 12)):
        if tokens.word[k - 1] in _CALLED and tokens.capital[k]:
            last = k + 1
            while last < end and tokens.capital[last]:
                last += 1
            return k, last
        if k > i and tokens.raw[k] in ",;:" or tokens.raw[k] in _QUOTES:
            return None
    return None


def _is_apposition(tokens: Tokens, first: int, last: int, masked: bytearray) -> bool:
    word = tokens.word[first]
    if word in ("who", "which", "citing", "quoting", "adding", "saying", "speaking", "but", "and", "while", "as"):
        return False
    words = tokens.word[first:last]
    if all(tokens.capital[i] or tokens.word[i] in PARTICLES for i in range(first, last)):
        return last - first <= 5
    described = words[: words.index("who")] if "who" in words else words
    if not lexicon.function("aux").isdisjoint(described):
        return False  # a clause, not a description
    if any(tokens.kind[k] == "n" and not masked[k] for k in range(first, first + len(described))):
        return False
    return (word in ("a", "an", "the", "its", "their") or word in lexicon.roles("person")) and any(
        w in lexicon.roles("person") or w in lexicon.bodies("body") or w in lexicon.units() for w in words
    )
