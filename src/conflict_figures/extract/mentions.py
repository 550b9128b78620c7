"""Noun phrases that name a voice: their limits beside a verb of speaking, and the name they hold."""

from dataclasses import dataclass

from . import cardinals, lexicon
from .tokens import Tokens

_LINKS = frozenset({"of", "for"})
_PARTICLES = frozenset("van von de der den da di du al bin ibn el la le ten".split())
_QUOTES = frozenset('"“”«»')
_INTO_PHRASE = frozenset("by in at to from with on near inside".split())
_MADE = frozenset("kept compiled published released made obtained seen reviewed shared shown given".split())
_COUNTS = frozenset(cardinals.SMALL) | {"several", "many", "most", "both", "few", "dozens", "neither", "either", "of"}
_LEADING = frozenset("meanwhile but and however earlier later separately also then while as so yet still nevertheless "
                     "moreover because although when if where after before".split())  # fmt: skip


@dataclass(slots=True)
class Mention:
    """Tokens ``first`` to ``last`` of a noun phrase, and of its apposition (empty when both are equal)."""

    first: int
    last: int
    app_first: int = 0
    app_last: int = 0

    @property
    def start(self) -> int:
        """Return the first token of the whole mention."""
        return min(self.first, self.app_first) if self.app_last else self.first

    @property
    def stop(self) -> int:
        """Return the token after the whole mention."""
        return max(self.last, self.app_last)


@dataclass(slots=True)
class Named:
    """What a mention says: a person's or body's name, or only a role.

    ``kind`` is person, body, force, state, outlet, role (no name given), group (plural, unnamed), pronoun,
    evidence or other (a noun that only a verb of saying makes a speaker). ``words`` are the text's words without the leading article.
    """

    name: str
    kind: str
    words: str
    iso3: str | None = None
    definite: bool = False
    aliases: tuple[str, ...] = ()


def _breaks(tokens: Tokens, k: int) -> bool:
    """Return whether token ``k`` cannot stand inside a name or role phrase."""
    word, kind = tokens.word[k], tokens.kind[k]
    if kind == "s":
        return False
    if kind != "w":
        return not (tokens.raw[k] in ("-", "&") or kind == "n" and k > 0 and tokens.is_capital(k - 1))
    if word in _LINKS or word in lexicon.function("determiner"):
        return False
    if tokens.is_capital(k) and word not in _LEADING and word not in lexicon.function("aux"):
        return False
    return (
        word in lexicon.function("stop") or word in lexicon.function("aux") or word in _LEADING
        or word in lexicon.cues() and word not in lexicon.roles("person") and word not in lexicon.evidence()
        or word in _MADE
        or word in ("citing", "quoting", "according")
        or word in lexicon.verbs() and word not in lexicon.units()
        or word in lexicon.function("adverb")
    )  # fmt: skip


def before(tokens: Tokens, v: int, floor: int, masked: bytearray) -> Mention | None:
    """Read the subject that stands before a verb at ``v``, not reaching below ``floor``."""
    end = v
    while end > floor and _between(tokens, end - 1, masked):
        end -= 1
    if end > floor and tokens.raw[end - 1] == ")":  # "the Organization (IOM) said"
        opening = end - 2
        while opening > floor and tokens.raw[opening] != "(" and end - opening < 8:
            opening -= 1
        end = opening if tokens.raw[opening] == "(" else end
    if end <= floor:
        return None
    if tokens.raw[end - 1] == ",":
        return _with_apposition(tokens, end - 1, floor, masked)
    first = _left(tokens, end, floor, masked)
    while first > floor + 1 and tokens.word[first - 1] in _INTO_PHRASE:  # "two witnesses met by reporters said"
        end = first - 1
        while end > floor and tokens.word[end - 1].endswith("ed") and tokens.kind[end - 1] == "w":
            end -= 1
        first = _left(tokens, end, floor, masked)
    return Mention(first, end) if first < end else None


def _between(tokens: Tokens, k: int, masked: bytearray) -> bool:
    """Adverbs, auxiliaries and dates between a subject and its verb."""
    word = tokens.word[k]
    if masked[k] or word in lexicon.function("adverb") or word in ("not", "neither", "itself", "himself", "herself"):
        return True
    return (
        word in ("has", "have", "had", "did", "does", "do", "would", "could", "can", "cannot")
        or word == "on"
        and bool(masked[k + 1])
    )


def _left(tokens: Tokens, end: int, floor: int, masked: bytearray) -> int:
    first = end
    while first > floor and end - first < 16:
        k = first - 1
        if tokens.word[k] == "and" and _joins_names(tokens, k, floor):
            first = k
            continue
        if _breaks(tokens, k) or masked[k]:
            break
        first = k
        if tokens.word[k] in lexicon.function("determiner") and (k == floor or tokens.word[k - 1] not in _LINKS):
            break
    while first < end and tokens.word[first] in _LEADING | _LINKS:
        first += 1
    return first


def _joins_names(tokens: Tokens, k: int, floor: int) -> bool:
    return k > floor and k + 1 < tokens.size and tokens.is_capital(k - 1) and tokens.is_capital(k + 1)


def _with_apposition(tokens: Tokens, comma: int, floor: int, masked: bytearray) -> Mention | None:
    """ "Its spokesman, Ivo Petrak, said": the phrase before the comma pair and the one inside it."""
    opening = comma - 1
    while opening > floor and tokens.raw[opening] != ",":
        if tokens.raw[opening] in _QUOTES or tokens.raw[opening] in ".;:—" or comma - opening > 24:
            return None
        opening -= 1
    if opening <= floor or tokens.raw[opening] != ",":
        return None
    first = _left(tokens, opening, floor, masked)
    if first == opening:
        return None
    if tokens.word[opening + 1] in ("which", "who", "whose", "in", "speaking", "asked", "citing", "quoting"):
        return Mention(first, opening)
    return Mention(first, opening, opening + 1, comma)


def behind(tokens: Tokens, i: int, end: int, masked: bytearray) -> Mention | None:
    """Read the noun phrase that starts at ``i``, with an apposition after a comma."""
    last = i
    while last < end and last - i < 16 and not (_breaks(tokens, last) or masked[last]):
        last += 1
    while last < end and tokens.word[last] == "and" and _joins_names(tokens, last, i):
        last += 1
        while last < end and not (_breaks(tokens, last) or masked[last]):
            last += 1
    while last > i and tokens.word[last - 1] in _LINKS | lexicon.function("determiner"):
        last -= 1
    if last == i:
        return None
    mention = Mention(i, last)
    if last < end and tokens.raw[last] == ",":
        app = last + 1
        stop = app
        while stop < end and tokens.raw[stop] not in _QUOTES and tokens.raw[stop] not in ",.;:—–(":
            stop += 1
        if stop > app and _is_apposition(tokens, app, stop):
            mention.app_first, mention.app_last = app, stop
    return mention


def _is_apposition(tokens: Tokens, first: int, last: int) -> bool:
    word = tokens.word[first]
    if word in ("who", "which", "citing", "quoting", "adding", "saying", "speaking", "but", "and", "while", "as"):
        return False
    words = tokens.word[first:last]
    if all(tokens.is_capital(i) or tokens.word[i] in _PARTICLES for i in range(first, last)):
        return last - first <= 5
    described = words[: words.index("who")] if "who" in words else words
    if any(w in lexicon.function("aux") for w in described):
        return False  # a clause, not a description
    return word in ("a", "an", "the", "its", "their", "head", "director", "chief") and any(
        w in lexicon.roles("person") or w in lexicon.bodies("body") or w in lexicon.units() for w in words
    )


def name(tokens: Tokens, mention: Mention) -> Named | None:
    """Return what a mention names; None where it can be nobody who speaks."""
    named = _name(tokens, mention.first, mention.last)
    if not mention.app_last:
        return named
    other = _name(tokens, mention.app_first, mention.app_last)
    if named is None or other is None:
        return named or other
    if other.kind == "person" and named.kind != "person":
        named, other = other, named
    if named.kind == "person" or other.kind in ("role", "body"):
        first, last = (mention.first, mention.last), (mention.app_first, mention.app_last)
        role = last if named.words == _bare(tokens, *first) else first
        words = tokens.span(*role)
        named.aliases += (words,)
        named.iso3 = named.iso3 or country(tokens, *role)
        if named.kind not in ("state", "outlet") and other.kind == "role":
            named.kind = "person"
    return named


def leading_name(tokens: Tokens, mention: Mention) -> Named | None:
    """Return the person whose name opens a phrase that is not read to its end ("Kim Jong Un visited the front")."""
    last = mention.first
    while last < mention.last and tokens.is_capital(last):
        last += 1
    if last - mention.first < 2:
        return None
    words, states, demonyms = tokens.span(mention.first, last), lexicon.states(), lexicon.demonyms()
    if (
        words in states
        or words in demonyms
        or tokens.raw[mention.first] in states
        or tokens.raw[mention.first] in demonyms
    ):
        return None
    if any(tokens.word[i] in lexicon.bodies("body") or tokens.word[i] in _NO_NAME for i in range(mention.first, last)):
        return None
    return Named(words, "person", words)


_NO_NAME = frozenset("the a an in on at this that these those security northern southern eastern western".split())


def _bare(tokens: Tokens, first: int, last: int) -> str:
    while first < last - 1 and tokens.word[first] in lexicon.function("determiner"):
        first += 1
    return tokens.span(first, last)


def country(tokens: Tokens, first: int, last: int) -> str | None:
    """Return the ISO code of the first demonym or state named in a span."""
    for i in range(first, last):
        for width in (3, 2, 1):
            if i + width <= last and tokens.is_capital(i):
                words = tokens.span(i, i + width)
                found = lexicon.demonyms().get(words) or lexicon.states().get(words)
                if found:
                    return found.iso3
    return None


def _name(tokens: Tokens, first: int, last: int) -> Named | None:
    definite = first < last and tokens.word[first] in ("the", "its", "their", "his", "her", "this", "that")
    opened = first
    while first < last and (tokens.word[first] in lexicon.function("determiner") or tokens.word[first] in _COUNTS):
        first += 1
    if first >= last:
        return None
    words, iso3 = tokens.span(first, last), country(tokens, first, last)
    if last - first == 1 and tokens.word[first] in lexicon.roles("pronoun") | lexicon.roles("group"):
        return Named(words, "pronoun", words)
    if words in lexicon.states():
        return Named(words, "state", words, lexicon.states()[words].iso3)
    if words in lexicon.outlets():
        return Named(words, "outlet", words, lexicon.outlets()[words])
    person = _person(tokens, first, last)
    if person:
        aliases = (tokens.span(opened, last),) if person != tokens.span(opened, last) else ()
        return Named(person, "person", person, iso3, aliases=tuple(a for a in aliases))
    head = _head(tokens, first, last)
    word = tokens.word[head]
    if word in lexicon.evidence() and word not in lexicon.bodies("body"):
        return Named(words, "evidence", words, iso3, definite)
    if word in lexicon.bodies("body") or word in lexicon.bodies("outlet") and tokens.is_capital(head):
        kind = "outlet" if word in lexicon.bodies("outlet") else "body"
        return Named(words, kind, words, iso3, definite, _with_article(tokens, opened, first, last))
    if word in lexicon.roles("person"):
        return Named(words, "group" if word.endswith("s") and word[:-1] in lexicon.roles("person") else "role", words,
                     iso3, definite)  # fmt: skip
    if word in lexicon.bodies("force"):
        return Named(words, "force", words, iso3, definite, _with_article(tokens, opened, first, last))
    if word in lexicon.units():
        return Named(words, "group" if word.endswith("s") or word == "people" else "role", words, iso3, definite)
    tail = last
    while tail > first and (tokens.is_capital(tail - 1) or tokens.word[tail - 1] in ("of", "for") and tail < last):
        tail -= 1
    while tail < last and not tokens.is_capital(tail):
        tail += 1
    if first < tail < last:  # "the security firm Grey Harbour": a body by its proper name
        kind = "outlet" if tokens.word[tail - 1] in lexicon.bodies("outlet") else "body"
        return Named(tokens.span(tail, last), kind, words, iso3, definite, (tokens.span(opened, last),))
    if all(tokens.is_capital(i) or tokens.kind[i] in "sn" or tokens.word[i] in _LINKS for i in range(first, last)):
        # a bare surname, or a body with a proper name
        return Named(words, "body" if definite or last - first == 1 else "person", words, iso3, definite)
    return Named(words, "other", words, iso3, definite)


def _with_article(tokens: Tokens, opened: int, first: int, last: int) -> tuple[str, ...]:
    return (tokens.span(opened, last),) if opened < first and tokens.word[opened] == "the" else ()


def _head(tokens: Tokens, first: int, last: int) -> int:
    """The head noun: the last word before "of", "for", "in" or a comma."""
    i = first
    while i < last and tokens.word[i] not in ("of", "for", "in", "at", "with"):
        i += 1
    return max(first, i - 1)


def _person(tokens: Tokens, first: int, last: int) -> str | None:
    """The personal name at the end of a phrase, after its roles; None where the phrase ends in no name."""
    i = last
    while (
        i > first
        and (tokens.is_capital(i - 1) or tokens.word[i - 1] in _PARTICLES)
        and (tokens.word[i - 1] not in lexicon.roles("person") and tokens.word[i - 1] not in lexicon.bodies("body"))
    ):
        i -= 1
    while i < last and tokens.word[i] in _PARTICLES and not tokens.is_capital(i):
        i += 1
    if i == last or tokens.span(i, last) in lexicon.demonyms():
        return None
    if i == first:
        return None  # no role before it: a name alone, judged by the caller
    before = tokens.word[i - 1]
    if before == "." and i - 2 >= first:
        before = tokens.word[i - 2]
    return tokens.span(i, last) if before in lexicon.roles("person") or before in lexicon.units() else None
