"""The people, bodies, forces and states of one text, under all the names that it gives them."""

from dataclasses import replace

from . import introductions, lexicon, mentions, names
from .actor import Actor
from .called import has_role, is_called, is_short_for
from .mentions import Mention
from .names import Named
from .tokens import Tokens

_GENERIC = frozenset("agency group organisation organization service authority movement".split())
_LOOSE = frozenset("outlet agency service organisation organization body institution watchdog charity ngo monitor intelligence".split())
_OF_OUTLETS = frozenset({"agency", "outlet"})
_OFFICIAL = frozenset(
    "ministry government police army court parliament council navy committee hospital military forces party "
    "department kremlin pentagon embassy presidency staff command prosecutor's administration union".split()
)
_MERE = lexicon.bodies("mere")  # words for a body that the text has named
_MERE_FORCES = frozenset("group force militia movement faction alliance".split())
_FORCES = frozenset("army forces force front movement guard guards brigade brigades militia corps alliance coalition resistance "
                    "liberation party fighters".split())  # fmt: skip
_STOPS = frozenset(".!?")
_NEAR = 90  # tokens back to the sentence before
_INSTITUTIONS = lexicon.bodies("institution")
_PRONOUNS = lexicon.roles("pronoun") | lexicon.roles("group") | {"i", "we", "you"}
_FRONTING = frozenset("in at on near outside inside across during after before since from".split())
_FOR = frozenset("for with to by like unlike among of".split())
_LONG_FRONT = 10  # tokens of a phrase before the subject
_MANY = ("sources", "witnesses", "officials", "activists", "residents")  # no "it" refers to them
_REACH = 40  # actors
_LOCAL = frozenset("local regional provincial municipal district county village town city area".split())


def _opening(tokens: Tokens, i: int, floor: int) -> int:
    """The first token of the sentence that holds token ``i``, not below ``floor``."""
    while i > floor and tokens.kind[i - 1] != "b" and tokens.raw[i - 1] not in _STOPS:
        i -= 1
    return i


def _is_plain(tokens: Tokens, topic: Mention) -> bool:
    """Return whether a phrase holds neither a name nor an article to remember it by, as most do ("two shells")."""
    if topic.app_last or True in tokens.capital[topic.first : topic.last]:
        return False
    return tokens.word[topic.first] not in names.DEFINITE and tokens.raw[topic.last - 1].isalpha()


class Cast:
    """The actors of one text; names resolve to the actor last named, never to one named later."""

    def __init__(self) -> None:
        self.actors: list[Actor] = []
        self.short: dict[str, str] = {}  # the full names of abbreviations
        self._by_country: dict[tuple[str, str], Actor] = {}
        self._by_name: dict[str, Actor] = {}  # names, aliases of speakers and surnames: the actor last so named
        self._by_case: dict[str, Actor] = {}  # names of bodies in small letters
        self._by_head: dict[str, Actor] = {}  # the last word of a body's name
        self._unnamed: set[str] = set()  # roles that spoke before the text has named them
        self._titled: list[Actor] = []  # persons named with a title while somebody else spoke
        self._noticed: dict[str, Actor] = {}  # persons who were named without speaking, by surname
        self._spelled: dict[str, str] = {}  # the words of the unnamed as first written, by the same in small letters
        self._anonymous: dict[str, str] = {}  # the words of an unnamed speaker by their head: "official"
        self._maker: tuple[str, Actor | None] | None = None  # who spoke last through a report, a tally or the like
        self._many: str | None = None  # the people a sentence without a voice was about: "they"
        self._at: tuple[Tokens, int] | None = None  # where the voice stands that is resolved
        self._topic: Actor | None = None  # the body that a sentence without a voice was about
        self.last_speaker: Actor | str | None = None
        self.last_person: Actor | str | None = None
        self.last_body: Actor | str | None = None

    def of_country(self, kind: str, words: str, iso3: str) -> Actor:
        """Return the state or the national force of a country, entered under these words."""
        actor = self._by_country.get((kind, iso3))
        if actor is None:
            actor = self._by_country[kind, iso3] = self._new(words, kind, iso3)
        else:
            actor.also(words)
        return actor

    def _new(self, name: str, kind: str, iso3: str | None) -> Actor:
        return self._enter(Actor(name, kind, iso3))

    def _enter(self, actor: Actor) -> Actor:
        self.actors.append(actor)
        if actor.kind == "person":
            self._by_name |= dict.fromkeys(actor.name.split(), actor)
        else:
            self._by_case.setdefault(actor.name.lower(), actor)
        if actor.kind != "person" and " " in actor.name:
            name = actor.name.lower()
            for words in (name, name.partition(" of ")[0].partition(" for ")[0]):  # "the Office" for Captives
                self._by_head[words.rpartition(" ")[2]] = actor
        owner, mark, rest = actor.name.replace("’s ", "'s ").partition("'s ")
        if mark and actor.kind != "person" and owner:
            self._by_head[rest.lower()] = actor  # "Tarvia's General Staff": "the General Staff"
        self._by_name[actor.name] = actor
        return actor

    def force_of(self, iso3: str) -> Actor | None:
        """Return the national force of a country, if the text names one."""
        return self._by_country.get(("force", iso3))

    def person(self, name: str) -> Actor:
        """Enter a person who is named without speaking, such as the author."""
        return self._by_name.get(name) or self._new(name, "person", None)

    def is_voice(self, name: str) -> bool:
        """Return whether a name is that of a person or body of the text, and so of no place."""
        actor = self._by_name.get(name)
        return actor is not None and actor.kind in ("person", "body", "outlet")

    # ---- voices
    def notice(self, tokens: Tokens, first: int, last: int, masked: bytearray, silent: bool) -> None:
        """Remember whom a sentence names without letting them speak, so that a later "he" or "it" can refer to them.

        The one that the sentence opens with comes last, as the likeliest; ``silent`` tells that nobody speaks in it.
        """
        if silent:
            introduced = introductions.last(tokens, first, last)
            if introduced is not None:
                self._notice_person(tokens, introduced)
        if tokens.word[first] in _FRONTING:  # "In Tamba, teacher Ana Vidal …"
            first = (
                next((k for k in range(first, min(last - 1, first + _LONG_FRONT)) if tokens.raw[k] == ","), first - 1)
                + 1
            )
        topic = mentions.behind(tokens, first, last, masked) if silent else None
        if topic is None or _is_plain(tokens, topic):
            return
        if tokens.word[topic.first] in _FOR and topic.last - topic.first > 1:
            topic = mentions.Mention(topic.first + 1, topic.last)  # "For Ana Vidal, the war …"
        self._notice_person(tokens, topic)
        named = names.name(tokens, topic)
        if named is not None and named.kind == "group" and names.is_many(named.words):
            self._many = named.words
        if named is not None and named.kind == "role" and named.definite:
            words, actor = self._role(named)
            self.last_person = actor or words
        dated = topic.stop + 1 < last and tokens.raw[topic.stop] == "," and masked[topic.stop + 1]  # "TAMBA, 4 May"
        acronym = (
            named is not None and named.words.isupper() and tokens.word[topic.first] not in _PRONOUNS and not dated
        )
        if named is not None and named.kind in ("body", "force") and (named.definite or acronym):
            name = self.short.get(named.name, named.name)
            known = self._by_name.get(name) or self._same_body(named) or self._by_head.get(named.name.lower())
            self.last_body = known or Actor(name, named.kind, named.iso3, list(named.aliases))
            self._topic = self.last_body

    def note_titled(self, tokens: Tokens, first: int, last: int) -> None:
        """Remember a person named with a title while somebody else speaks, whom "the governor" can mean later."""
        mention = introductions.last(tokens, first, last)
        named = names.name(tokens, mention) if mention is not None else None
        if named is not None and named.kind == "person" and " " in named.name and named.name not in self._by_name:
            self._titled.append(Actor(named.name, "person", named.iso3, list(named.aliases)))

    def _notice_person(self, tokens: Tokens, mention: Mention) -> None:
        named = names.name(tokens, mention)
        if named is None or named.kind != "person":
            named = names.leading_name(tokens, mention)
        if named is not None and named.kind == "person" and " " in named.name:
            found = self._by_name.get(named.name)
            self.last_person = found or Actor(named.name, "person", named.iso3, list(named.aliases))
            self._noticed[named.name.split()[-1]] = self.last_person

    def speaker(self, tokens: Tokens, mention: Mention, goes_on: bool = False) -> tuple[str | None, Actor | None]:
        """Return (name as coded, actor) of a speaker; the actor is None for the unnamed.

        ``goes_on`` tells that the verb continues the speech before it, so that a role is its speaker again.
        """
        before = self.last_speaker
        words, actor = self._voice(tokens, Mention(mention.first, mention.last, mention.app_first, mention.app_last))
        if words is not None and mention.others:
            together = [words, *(self._voice(tokens, other)[0] for other in mention.others)]
            self.last_body = words = "; ".join(word for word in together if word)
        is_role = actor is None and words in self._unnamed
        if goes_on and is_role and isinstance(before, Actor) and before.kind == "person":
            self.last_speaker = self.last_person = before
            return before.name, before
        if mention.outer >= 0 and words is not None:
            self._maker = words, actor
        return words, actor

    def maker_of(self, tokens: Tokens, mention: Mention) -> tuple[str, Actor | None] | None:
        """Return (name, actor) of whose "the report" is: of whoever has spoken through one before."""
        definite = tokens.word[mention.first] == "the" and mention.last - mention.first <= 3
        return self._maker if definite and tokens.word[mention.last - 1] in lexicon.speech("statement") else None

    def _voice(self, tokens: Tokens, mention: Mention) -> tuple[str | None, Actor | None]:
        named = names.name(tokens, mention)
        if named is None:
            return None, None
        self._at = tokens, mention.first
        words, actor = self._resolve(named)
        self._at = None
        if actor is None and named.kind == "role" and tokens.word[mention.first] not in ("a", "an"):
            self._unnamed.add(words)
        self.last_speaker = actor or words
        if actor is not None and actor.kind == "person" or actor is None and named.kind != "group":
            self.last_person = actor or words
        if actor is not None and actor.kind != "person" or named.kind == "group":
            self.last_body, self._many = actor or words, None
        return words, actor

    def origin(self, tokens: Tokens, mention: Mention) -> tuple[str, Actor | None]:
        """Return (words, actor) of a cited source: "Chadian intelligence data" is that intelligence's."""
        first, last = names.bare(tokens, mention.first, mention.last), mention.last
        words = tokens.span(first, last)
        end = last
        while (
            end > first + 1
            and tokens.word[end - 1] in lexicon.evidence()
            and (tokens.word[end - 1] not in lexicon.bodies("body"))
        ):
            end -= 1
        named = names.name(tokens, Mention(first, end))
        if named is None or named.kind in ("evidence", "role", "group", "pronoun", "other"):
            return words, None
        name, actor = self._resolve(named)
        if actor is not None:
            if mention.app_last and named.kind == "person":
                return actor.name, actor
            actor.also(words)
        return words, actor

    def _resolve(self, named: Named) -> tuple[str, Actor | None]:
        if named.kind == "pronoun":
            return self._pronoun(named)
        if named.kind in ("role", "group", "other"):
            return self._role(named)
        if named.name in self.short and named.kind in ("body", "force", "person"):
            short = named.name
            named = replace(named, name=self.short[short], aliases=(*named.aliases, short))
        actor = self._by_name.get(named.name) or self._same_body(named)
        if actor is None and named.kind == "state":
            actor = self.of_country("state", named.name, named.iso3)
        if actor is None and named.kind == "body" and (named.definite or " " not in named.name):
            actor = self._by_head.get(named.name.lower())  # "the ministry" after "the Interior Ministry"
        if actor is None and named.kind in ("body", "force") and named.definite and named.name.lower() in _MERE_FORCES:
            actor = self._named_before(named.kind)
        if actor is None and named.kind == "body" and named.definite and named.name.lower() in _MERE:
            actor = self._so_called(named.name.lower())
        if actor is None and named.kind == "body" and named.definite and named.name.lower() in _LOOSE:
            actor = self._loosely_called(named.name.lower())
        if actor is None and " " not in named.name and named.name in self._noticed:
            actor = self._enter(self._noticed[named.name])
        if actor is None:
            kind = "body" if named.kind in ("evidence",) else named.kind
            actor = self._new(named.name, kind, named.iso3)
        if actor.kind == "state" and actor.name != named.name:
            self._rename(actor, named.name)
        actor.iso3 = actor.iso3 or named.iso3
        for alias in named.aliases:
            actor.also(alias)
            self._by_name[alias] = actor
            if actor.kind == "body" and alias.startswith(("a ", "an ")):
                self._by_head[alias.rpartition(" ")[2]] = actor  # "ACLED, a conflict monitor": "the monitor"
                self._by_head[" ".join(alias.split()[-2:])] = actor  # "the think tank"
        return actor.name, actor

    def _named_before(self, kind: str) -> Actor | None:
        """The force that opened this sentence or the one before: "The Northern Army took the town, the group said"."""
        if self._at is None:
            return None
        tokens, i = self._at
        floor = max(0, i - _NEAR)
        begins = _opening(tokens, i, floor)
        for _ in range(2):
            first = begins + (tokens.word[begins] == "the")
            last = first
            while last < i and tokens.capital[last] and tokens.kind[last] == "w":
                last += 1
            if last - first > 1 and tokens.word[last - 1] in _FORCES:
                named = names.name(tokens, Mention(first, last))
                if named is not None and named.kind in ("body", "force"):
                    return self._by_name.get(named.name) or self._same_body(named) or self._new(named.name, named.kind, named.iso3)
            if begins <= floor or tokens.kind[begins - 1] == "b":
                return None
            begins = _opening(tokens, begins - 1, floor)
        return None

    def _so_called(self, word: str) -> Actor | None:
        """The body that "the group" means: the one just named without speaking, or the last that is called so."""
        topic = self.last_body
        if isinstance(topic, Actor) and topic is self._topic:
            return self._by_name.get(topic.name) or self._enter(topic)
        for actor in reversed(self.actors[-_REACH:]):
            head = actor.name.lower().partition(" of ")[0].rpartition(" ")[2]
            if actor.kind == "body" and head in _MERE and " " in actor.name:
                return actor
        known = isinstance(topic, Actor) and topic.kind == "body" and topic.name[0].isupper()
        return topic if known and _INSTITUTIONS.isdisjoint(topic.name.lower().split()) else None

    def _loosely_called(self, word: str) -> Actor | None:
        """The body that "the agency" means: the last that spoke and that is no ministry or the like, or the one spelled out."""
        for actor in reversed(self.actors[-_REACH:]):
            words = actor.name.lower().partition(" of ")[0].partition(" for ")[0].split()
            named = actor.name[0].isupper() or not _LOOSE.isdisjoint(words)
            if actor.kind in ("body", "outlet") and named and words[-1] not in _OFFICIAL:
                return actor if word in _OF_OUTLETS or actor.kind == "body" else None
        for person in self._recent_persons():
            for alias in person.aliases:  # "the deputy head of Norwick's military intelligence"
                body = alias.partition(" of ")[2].removeprefix("the ")
                if body.rpartition(" ")[2].lower() in _LOOSE:
                    return self._new(body, "body", person.iso3)
        full = [name for name in self.short.values() if not set(name.lower().split()).isdisjoint(_LOOSE)]
        return self._new(full[0], "body", None) if len(full) == 1 else None

    def _same_body(self, named: Named) -> Actor | None:
        """The body known by the same words in another case, in short or in full: "the Air Force of Tarvia"."""
        if named.kind not in ("body", "force", "outlet"):
            return None
        words = named.name.lower()
        found = self._by_case.get(words) or self._by_case.get(words.partition(" of ")[0])
        if found is None and words.rpartition(" ")[2] in _GENERIC:
            found = self._by_case.get(words.rpartition(" ")[0])
        if found is None or " " not in found.name and found.name.lower() != words:
            return None  # "the ministry of defence" is another one than "the ministry"
        return found

    @staticmethod
    def _rename(actor: Actor, name: str) -> None:
        """Let a state go by the name under which it speaks."""
        actor.aliases = [actor.name] + [alias for alias in actor.aliases if alias != name]
        actor.name = name

    def _pronoun(self, named: Named) -> tuple[str, Actor | None]:
        person = named.words.lower() in lexicon.roles("pronoun")
        if self._many is not None and named.words.lower() == "they":
            return self._many, None
        referent = (self.last_person if person else self.last_body) or self.last_speaker
        if isinstance(referent, Actor):
            referent = self._by_name.get(referent.name) or self._enter(referent)
            return referent.name, referent
        plural = named.words.lower() not in ("it", "its")
        if not (person or plural) and str(getattr(referent, "name", referent)).lower().endswith(_MANY):
            return None, None  # "sources said …", "it admits"
        single = isinstance(referent, Actor) and referent.kind == "person" or referent is self.last_person
        if not person and (referent is None or plural and single):
            return None, None  # "it says" of nobody known is nobody's
        return (referent or named.words), None

    def _role(self, named: Named) -> tuple[str, Actor | None]:
        if named.definite and named.kind == "role":
            head = named.words.split()[-1].lower()
            if head in self._anonymous:
                return self._anonymous[head], None
            for actor in self._recent_persons():
                if has_role(actor, head) and (named.iso3 is None or actor.iso3 in (None, named.iso3)):
                    actor.also("the " + named.words)
                    return actor.name, actor
            for titled in reversed(self._titled):
                if has_role(titled, head) and named.iso3 in (None, titled.iso3):
                    actor = self._by_name.get(titled.name) or self._enter(titled)
                    return actor.name, actor
        words = self._spelled.setdefault(named.words.lower(), named.words)
        self._anonymous[named.words.lower().split()[-1]] = words
        return words, None

    def body_named_later(self, words: str) -> Actor | None:
        """Return the one body that the text names, further on, behind the words for it: "a local rights group"."""
        head = words.lower().split()
        if not words.islower() or len(head) < 2 or head[-1] in _INSTITUTIONS - {"agency"}:
            return None
        found = [
            actor
            for actor in self.actors
            if actor.kind != "person" and actor.name[0].isupper()
            and any(is_short_for(alias.lower().split(), head) for alias in actor.aliases)
        ]  # fmt: skip
        return found[0] if len(found) == 1 else None

    def named_later(self, words: str) -> Actor | None:
        """Return the one person whom the text names, further on, in a role that has already spoken."""
        if words not in self._unnamed:
            return None
        role = [word for word in words.lower().split() if word not in _LOCAL]
        if not role:
            return None
        found = [actor for actor in self.actors if actor.kind == "person" and is_called(actor, role[-1])]
        if len(role) > 1:
            found = [actor for actor in found if set(role[:-1]) <= set(" ".join(actor.aliases).lower().split())]
        return found[0] if len(found) == 1 else None

    def _recent_persons(self) -> list[Actor]:
        """The persons named last, the latest first; a role does not reach back further."""
        return [actor for actor in reversed(self.actors[-_REACH:]) if actor.kind == "person"]
