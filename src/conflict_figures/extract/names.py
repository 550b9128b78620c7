"""What a noun phrase names: a person, a body, a force, a state, an outlet, a mere role, or evidence."""

from dataclasses import dataclass, replace

from . import cardinals, lexicon
from .mentions import PARTICLES, PRONOUNS, Mention
from .tokens import Tokens

_DETERMINERS = lexicon.function("determiner")
_COUNTS = frozenset(cardinals.SMALL) | {"several", "many", "most", "both", "few", "dozens", "neither", "either", "of"}
_BEFORE_NAMES = _COUNTS | _DETERMINERS | {"another", "other", "some", "more", "further"}
_FROM = frozenset({"of", "from", "at"})  # "Dr Ana Vidal of the clinic"
_COLLECTIVE = frozenset({"body", "force", "group", "other"})
_LINKS = frozenset({"of", "for"})
DEFINITE = frozenset({"the", "its", "their", "his", "her", "this", "that"})
_BODIES, _OUTLETS, _MEDIA = lexicon.bodies("body"), lexicon.bodies("outlet"), lexicon.bodies("medium")
_FORCES = lexicon.bodies("force")
_ROLES, _EVIDENCE = lexicon.roles("person"), lexicon.evidence()
_COUNTRIES, _STATES, _DEMONYMS = lexicon.country_openers(), lexicon.states(), lexicon.demonyms()


@dataclass(slots=True)
class Named:
    """What a mention says: a person's or body's name, or only a role.

    ``kind`` is person, body, force, state, outlet, role (no name given), group (plural, unnamed), pronoun,
    evidence or other (a noun that only a verb of saying makes a speaker). ``words`` are the text's words without
    the leading article.
    """

    name: str
    kind: str
    words: str
    iso3: str | None = None
    definite: bool = False
    aliases: tuple[str, ...] = ()


def name(tokens: Tokens, mention: Mention) -> Named | None:
    """Return what a mention names; None where it can be nobody who speaks."""
    named = _name(tokens, mention.first, mention.last)
    if not mention.app_last:
        return named
    other = _name(tokens, mention.app_first, mention.app_last)
    if named is None or other is None:
        return named or other
    named, other = replace(named), replace(other)  # what each names alone is asked for again
    if named.kind == "role" and other.kind == "body" and " " not in other.words:
        other.kind = "person"  # a surname or a call sign
    whole = tokens.word[mention.first] in _DETERMINERS
    if whole and named.kind in ("body", "force") and named.name.islower() and other.kind == "person":
        other.kind = "body"  # no body is a person: "the volunteer group, Tamba Emergency Room"
    bare_name = named.kind == "person" and named.name == named.words
    if bare_name and other.kind == "body" and tokens.word[mention.app_first] in ("a", "an"):
        named.kind = "body"  # "Grey Harbour, a think tank"
    if other.kind == "person" and named.kind != "person":
        named, other = other, named
    proper = tokens.capital[mention.app_first : mention.app_last]
    collective = named.kind in _COLLECTIVE and (
        other.kind in ("body", "force", "outlet")
        or other.kind in ("group", "person") and False not in proper and named.kind in ("body", "force")
    )
    if collective and named.name.islower() and other.name[0].isupper():
        named, other = other, named  # "the rescue group, the Tamba Emergency Room"
        named.kind = "body" if named.kind in ("group", "person") else named.kind  # "the rights group, Eastern Lawyers"
    if named.kind == "person" or other.kind in ("role", "body"):
        first, last = (mention.first, mention.last), (mention.app_first, mention.app_last)
        role = last if named.words == _bare(tokens, *first) else first
        words = tokens.span(*role)
        named.aliases += (words,)
        named.iso3 = named.iso3 or country(tokens, *role)
        if named.kind not in ("state", "outlet") and other.kind == "role" and named.words[0].isupper():
            named.kind = "person"
    return named


def leading_name(tokens: Tokens, mention: Mention) -> Named | None:
    """Return the person whose name opens a phrase that is not read to its end ("Kim Jong Un visited the front")."""
    first = next((k + 1 for k in range(mention.first + 1, min(mention.last, mention.first + 5)) if tokens.kind[k] == "s"), 0)
    last = first = first or mention.first  # "The opposition's Ana Vidal questioned it"
    while last < mention.last and tokens.capital[last]:
        last += 1
    if last - first < 2:
        return None
    words, opening = tokens.span(first, last), tokens.raw[first]
    if words in _STATES or words in _DEMONYMS or opening in _STATES or opening in _DEMONYMS:
        return None
    if any(tokens.word[i] in _BODIES or tokens.word[i] in _NO_NAME for i in range(first, last)):
        return None
    return Named(words, "person", words)


_NO_NAME = frozenset("the a an in on at this that these those security northern southern eastern western".split())


def _bare(tokens: Tokens, first: int, last: int) -> str:
    while first < last - 1 and tokens.word[first] in _DETERMINERS:
        first += 1
    return tokens.span(first, last)


def country(tokens: Tokens, first: int, last: int) -> str | None:
    """Return the ISO code of the first demonym or state named in a span."""
    raw = tokens.raw
    for i in [i for i in range(first, last) if raw[i] in _COUNTRIES]:
        for width in _COUNTRIES[raw[i]]:
            if i + width <= last:
                words = tokens.span(i, i + width)
                found = _DEMONYMS.get(words) or _STATES.get(words)
                if found:
                    return found.iso3
    return None


def _name(tokens: Tokens, first: int, last: int) -> Named | None:
    """What a phrase names, worked out once: several stages ask for the same phrase."""
    named, key = tokens.named, (first, last)
    if key not in named:
        named[key] = _read(tokens, first, last)
    return named[key]


def _read(tokens: Tokens, first: int, last: int) -> Named | None:
    if last - first == 1 and tokens.word[first] in PRONOUNS:
        return Named(tokens.raw[first], "pronoun", tokens.raw[first])
    definite = first < last and tokens.word[first] in DEFINITE
    opened = first
    while first < last and tokens.word[first] in _BEFORE_NAMES:
        first += 1
    if first >= last:
        return None
    if opened < first and last - first == 1 and tokens.word[first] in PRONOUNS:
        return Named(tokens.span(opened, last), "role", tokens.span(opened, last))  # "one of them"
    words, iso3 = tokens.span(first, last), country(tokens, first, last)
    if words in _STATES:
        return Named(words, "state", words, _STATES[words].iso3)
    if words in lexicon.outlets():
        return Named(words, "outlet", words, lexicon.outlets()[words])
    link = next((k for k in range(first + 2, last - 1) if tokens.word[k] in _FROM), last)
    person = (
        _person(tokens, first, last) or link < last and is_role(tokens.word[first]) and _person(tokens, first, link)
    )
    if person:
        whole = tokens.span(opened, last)
        return Named(person, "person", person, iso3, aliases=(whole,) if person != whole else ())
    owned = next((k + 1 for k in range(last - 3, first, -1) if tokens.kind[k] == "s"), 0)
    if owned and _is_owned_person(tokens, first, owned, last):
        return Named(tokens.span(owned, last), "person", words, iso3, aliases=(tokens.span(opened, last),))
    at = head(tokens, first, last)
    word = tokens.word[at]
    if word == "tank" and tokens.word[at - 1] == "think" and at > first:
        return Named(words, "body", words, iso3, definite, _with_article(tokens, opened, first, last))
    if word in _EVIDENCE and word not in _BODIES and not (at > first and tokens.capital[at]):
        return Named(words, "evidence", words, iso3, definite)
    if word in _BODIES or word in _OUTLETS and tokens.capital[at] or word in _MEDIA:
        kind = "outlet" if word in _OUTLETS or word in _MEDIA else "body"
        return Named(words, kind, words, iso3, definite, _with_article(tokens, opened, first, last))
    if is_role(word) or _is_plural_of(word, _ROLES):
        kind = "group" if _is_plural_of(word, _ROLES) or word.endswith(("men", "people")) else "role"
        return Named(words, kind, words, iso3, definite)
    if _is_plural_of(word, _BODIES) and word not in lexicon.places():
        return Named(words, "group", words, iso3, definite)  # "aid agencies"
    if word in lexicon.bodies("force"):
        return Named(words, "force", words, iso3, definite, _with_article(tokens, opened, first, last))
    unit = lexicon.units().get(word)
    if unit is not None and unit.kind in ("person", "group"):
        return Named(words, "group" if word.endswith("s") or word == "people" else "role", words, iso3, definite)
    tail = last
    while tail > first and (tokens.capital[tail - 1] or tokens.word[tail - 1] in ("of", "for") and tail < last):
        tail -= 1
    while tail < last and not tokens.capital[tail]:
        tail += 1
    if first < tail < last:  # "the security firm Grey Harbour": a body by its proper name
        kind = "outlet" if tokens.word[tail - 1] in _OUTLETS else "body"
        return Named(tokens.span(tail, last), kind, words, iso3, definite, (tokens.span(opened, last),))
    if True in tokens.capital[first:last] and all(
        tokens.capital[i] or tokens.kind[i] in "sn" or tokens.word[i] in _LINKS for i in range(first, last)
    ):
        # a bare surname, or a body with a proper name
        thing = definite or last - first == 1 or tokens.word[last - 1] in _THINGS
        return Named(words, "body" if thing else "person", words, iso3, definite)
    return Named(words, "other", words, iso3, definite)


_THINGS = frozenset(
    "prize award medal museum street road avenue square bridge river lake airport school theatre stadium front war day "
    "conference agreement treaty accord accords act festival cup league house office tower plan initiative strip bank "
    "valley heights mountain mountains island islands sea bay port city district province region state county".split()
)  # last words of names that are no person's


def _is_owned_person(tokens: Tokens, first: int, owned: int, last: int) -> bool:
    """ "UNICEF's Ana Vidal", "the opposition's Ivo Petrak": two names behind the body they speak for, no state."""
    if not 2 <= last - owned <= 3 or False in tokens.capital[owned:last]:
        return False
    owner = tokens.span(first, owned - 1)
    if owner in _STATES or owner in _DEMONYMS or tokens.raw[last - 1].isupper():
        return False
    return not any(
        tokens.word[k] in listed for k in range(owned, last) for listed in (_BODIES, _OUTLETS, _MEDIA, _FORCES, _ROLES)
    )


def _is_plural_of(word: str, listed) -> bool:
    if not word.endswith("s"):
        return False
    return word[:-1] in listed or word.endswith("ies") and word[:-3] + "y" in listed


def is_many(words: str) -> bool:
    """Return whether words name people by a role in the plural: "Residents", "two doctors"."""
    head = words.lower().rpartition(" ")[2]
    return head in _ROLES and head.endswith("s") or _is_plural_of(head, _ROLES)


def is_role(word: str) -> bool:
    """Return whether a word is a role of a person, also as the last part of a compound ("lieutenant-colonel")."""
    return word in _ROLES or "-" in word and word.rpartition("-")[2] in _ROLES


def bare(tokens: Tokens, first: int, last: int) -> int:
    """Return the first token of a phrase behind its article and its count ("two officers")."""
    while first < last - 1 and (
        tokens.word[first] in _DETERMINERS or tokens.word[first] in _COUNTS or tokens.kind[first] == "n"
    ):
        first += 1
    return first


def _with_article(tokens: Tokens, opened: int, first: int, last: int) -> tuple[str, ...]:
    return (tokens.span(opened, last),) if opened < first and tokens.word[opened] == "the" else ()


def head(tokens: Tokens, first: int, last: int) -> int:
    """Return the head noun: the last word before "of", "for", "in" or a comma."""
    i = first
    while i < last and tokens.word[i] not in ("of", "for", "in", "at", "with"):
        i += 1
    return max(first, i - 1)


def _person(tokens: Tokens, first: int, last: int) -> str | None:
    """The personal name at the end of a phrase, after its roles; None where the phrase ends in no name."""
    ends = tokens.raw[last - 1]
    if not ends.isalpha() and any(char.isdigit() for char in ends) and is_role(tokens.word[first]):
        return tokens.span(first, last)  # "Witness B-7"
    i = last
    while (
        i > first
        and (tokens.capital[i - 1] or tokens.word[i - 1] in PARTICLES)
        and (not is_role(tokens.word[i - 1]) and tokens.word[i - 1] not in _BODIES)
    ):
        i -= 1
    while i < last and tokens.word[i] in PARTICLES and not tokens.capital[i]:
        i += 1
    if i == last or tokens.span(i, last) in _DEMONYMS:
        return None
    if tokens.word[i] in lexicon.function("stop"):
        return None  # "Doctors Without Borders"
    if i == first:
        return None  # no role before it: a name alone, judged by the caller
    before = tokens.word[i - 1]
    if before == "." and i - 2 >= first:
        before = tokens.word[i - 2]
    return tokens.span(i, last) if is_role(before) or before in lexicon.units() else None
