"""What governs a number: the verb after it, the verb before it, or the noun that it fills."""

from . import lexicon
from .calendar_words import WEEKDAYS
from .events import Event
from .number_words import SMALL
from .numbers import Number
from .tokens import Tokens

STRONG_STOPS = frozenset(".;:!?\n")


DASHES = frozenset("—–")


QUOTES = frozenset('"“”')


_PARENTHETICAL = frozenset({"including", "among", "of", "with", "most", "many", "some"})


_RELATIVE = frozenset("who which while when where after before".split())


REACH = 28  # tokens between a subject and its verb, in long lists
_ITEM = 14  # tokens of the last item of a list and its verb


def event_after(
    tokens: Tokens, begins: int, i: int, last: int, later: list[Number], events: list[Event]
) -> tuple[Event | None, bool]:
    """Return the verb whose subject (passive or intransitive) is the noun phrase from ``begins`` to ``i``.

    The second value tells whether other numbers of a list stand between.
    """
    ends = {n.first: n.last for n in later}
    starts = {e.first: e for e in events}
    stop, head, limit, listed = lexicon.function("stop"), i, i + REACH, False
    opened = not DASHES.isdisjoint(tokens.raw[max(0, begins - 3) : begins])
    first_found, related, verbal = None, False, False
    while i < last and i < limit:
        event = starts.get(i)
        if event is not None:
            governs = _governs_subject(tokens, event, last)
            if first_found is not None:
                main = governs and (event.passive or event.frame == "subject")
                return (event if main else first_found[0]), first_found[1]
            if not governs:
                return None, listed
            if not related and (event.passive or event.frame == "subject"):
                return _and_killed(tokens, event, events), listed
            # "three soldiers captured in May were released": the finite verb after a participle or a relative clause
            first_found, i = (event, listed or related), event.last
            continue
        raw, word = tokens.raw[i], tokens.word[i]
        if raw in DASHES and opened:
            opened = False  # "the crews – 126 soldiers – finished training"
            i += 1
        elif raw in DASHES and (closed := _over_dashes(tokens, i, last, starts)):
            i = closed
        elif raw in STRONG_STOPS or raw in DASHES:
            break
        elif i in ends:  # the next item of a list: "nine shops, two schools … are damaged"
            i, listed = ends[i], True
            limit = max(limit, i + _ITEM)  # a list of losses can be as long as it likes
            if i < last and tokens.word[i] in lexicon.nouns():
                i += 1  # "31 bodies and fifty wounded"
        elif word == "including":
            i = next((k for k in range(i, min(last, i + 14)) if tokens.word[k] in lexicon.function("aux")), last)
        elif first_found is not None and (raw == "," or word in ("and", "when", "after", "while", "as")):
            break
        elif verbal and word == "and" and i + 1 in starts and tokens.word[i - 1].endswith("ed"):
            i += 1  # "were engaged and destroyed"
        elif raw == "," or word == "and":
            i = 0 if verbal else _over_comma(tokens, i, last, ends, starts, later, listed)
            listed = True
            if not i:
                break
        elif word == "to" and (
            tokens.word[i - 1] in lexicon.word_class("taken_as")
            or i == head
            and (i + 1 in starts or tokens.at(i + 1) == "be")
            and (tokens.kind[begins - 1] in "pb" or begins == 0 or tokens.word[begins - 1] in _CAUSING)
        ):
            i += 1  # "three are known to have been destroyed", "six hostages to go free", "expects 900 to flee"
        elif word == "by" and tokens.word[i - 1].endswith("ed"):
            i += 1  # "contractors hired by the state"
        elif _says(tokens, i, last):
            break
        elif word == "which" and tokens.word[i - 1] in ("in", "of", "at", "to", "with", "by"):
            break  # "a base, in which three soldiers were killed"
        elif word == "since" and not _goes_on_verbally(tokens, i + 1):
            break  # "more than 90 injured since fighting broke out"
        elif word in ("who", "which", "that"):
            i, related = i + 1, True
        elif word in lexicon.function("aux"):
            i, verbal = i + 1, True  # a subject that has its verb shares none with the next item of a list
        elif word in _PASSED or tokens.kind[i] in "wns" and word not in stop or raw in _PASSED_MARKS:
            i += 1
        elif first_found is not None and word == "to" and tokens.at(i + 1) in _INFINITIVES:
            break  # "three soldiers captured in May asked to be sent home"
        elif first_found is not None and word in _BESIDE_VERB:
            i += 1  # "who had fought beside them laid down their arms"
        else:
            break
    return first_found or (None, listed)


_CAUSING = frozenset("expect expects expecting expected cause causes caused causing prompt prompts prompted prompting lead leads led "
                     "leading push pushes pushed pushing allow allows allowed allowing enabled enabling".split())  # fmt: skip
_INFINITIVES = lexicon.function("aux") | lexicon.verbs().keys()


_BESIDE_VERB = frozenset("by beside alongside against for with into under over to him her them us during since".split())


_PASSED = (
    lexicon.function("adverb")
    | lexicon.function("aux")
    | frozenset("not who which that more others of in on from at near with the a an those".split())
)


_PASSED_MARKS = frozenset("()[]-/\"“”‘’'")


def _over_dashes(tokens: Tokens, i: int, last: int, starts: dict[int, Event]) -> int:
    """The token behind an aside in dashes that the verb of the clause follows: "23 people – 14 of them women – died"."""
    for k in range(i + 2, min(last - 1, i + _ASIDE)):
        if tokens.raw[k] in DASHES:
            return k + 1 if k + 1 in starts or tokens.word[k + 1] in lexicon.function("aux") else 0
        if tokens.raw[k] in STRONG_STOPS:
            return 0
    return 0


_ASIDE = 18  # tokens of an aside


def _and_killed(tokens: Tokens, event: Event, events: list[Event]) -> Event:
    """The killing of "was struck and killed", the loss of "were hit and destroyed"."""
    if event.last < tokens.size and tokens.word[event.last] == "and":
        ends = _GRAVER if event.measure in ("hit", "damaged") else _DEADLY
        return next((one for one in events if one.first == event.last + 1 and one.measure in ends), event)
    return event


_DEADLY = frozenset({"killed"})


_GRAVER = frozenset({"killed", "destroyed", "intercepted", "captured", "seized"})


def _goes_on_verbally(tokens: Tokens, i: int) -> bool:
    """Return whether a verb goes on at ``i``: "have since been released"."""
    return i < tokens.size and (tokens.word[i] in lexicon.function("aux") or tokens.word[i].endswith("ed"))


def _governs_subject(tokens: Tokens, event: Event, last: int) -> bool:
    if event.frame == "loser":
        return event.passive or tokens.word[event.first] == "lost" and _is_reduced(tokens, event, last)
    if event.frame != "patient":
        return event.frame == "subject"
    return event.passive or _is_reduced(tokens, event, last)


def _says(tokens: Tokens, i: int, last: int) -> bool:
    """Return whether the subject speaks here ("an official said"), not what is said of it ("is said to be")."""
    cue = lexicon.cues().get(tokens.word[i])
    if cue is None or cue.kind != "say" or i + 1 < last and tokens.word[i + 1] == "to":
        return False
    if tokens.word[i] == "posted" and tokens.at(i + 1) in ("at", "in", "near", "along", "outside", "inside", "around"):
        return False  # "none of the guards posted at the gate was hurt"
    return tokens.word[i - 1] not in lexicon.function("aux") and tokens.word[i - 1] != "those"


def _is_reduced(tokens: Tokens, event: Event, last: int) -> bool:
    """A participle without its auxiliary ("12 people killed in"), not an active verb with an object."""
    word = tokens.word[event.first]
    if event.last < last and tokens.kind[event.last] in "wn":
        after = tokens.word[event.last]
        adverbial = after in lexicon.function("adverb") or after in WEEKDAYS
        then = tokens.word[event.last + 1] if event.last + 1 < last else ""
        adverbial = (
            adverbial
            or after in lexicon.word_class("whither")
            or then in lexicon.word_class("time")
            or then in ("month", "morning", "afternoon", "evening")
        )
        if not adverbial and (after in lexicon.function("determiner") or after not in lexicon.function("stop")):
            return False
    return word.endswith(("ed", "en", "wn", "nk", "lost", "nt", "hit", "ut", "eld", "hurt", "slain", "shot", "ght", "rn"))


def _over_comma(tokens, i, last, ends, starts, later, listed) -> int:
    """The token to go on from after a comma or "and" inside a subject; 0 where the subject ends there."""
    nxt = i + 1
    while nxt < last and nxt not in ends and tokens.word[nxt] in _ITEM_OPENERS:
        nxt += 1
    if nxt >= last:
        return 0
    if nxt in ends or tokens.kind[nxt] == "n" or any(n.core == nxt for n in later):
        return nxt
    if tokens.raw[i] == "," and tokens.word[nxt] in lexicon.function("aux") and listed:
        return nxt
    if nxt in starts and (tokens.word[i] == "and" or listed):
        return nxt  # "were burned and looted"; "of civilians, as many as 70,000, live there"
    if tokens.word[i] == "and" and tokens.capital[i - 1] and tokens.capital[i + 1]:
        return nxt  # "in the Masisi and Karuba zones"
    if tokens.word[i] == "and" and nxt == i + 1 and tokens.word[nxt].endswith("s") and nxt + 1 < last:
        if tokens.word[nxt + 1] in lexicon.function("aux") or nxt + 1 in starts:
            return nxt  # "450 patients and companions were massacred"
    if (
        tokens.word[i] == "and"
        and tokens.kind[nxt] == "w"
        and (tokens.word[nxt] in lexicon.units() or tokens.word[i + 1] in lexicon.function("determiner"))
    ):
        return nxt  # "soldiers and police had been deployed", "two cars and a quantity of arms were seized"
    if tokens.raw[i] == "," and tokens.word[i + 1] in lexicon.function("determiner"):
        joined = tokens.where(_AND, i, min(last, i + 9))
        if joined and not any(tokens.raw[k] in ",;" for k in range(i + 1, joined[0])):
            return nxt  # "40 houses, the town hall and the archive are in ruins"
    return _over_aside(tokens, i, last, starts) if tokens.raw[i] == "," else 0


_ITEM_OPENERS = frozenset('and a an the another further additional also some " “'.split())


def _over_aside(tokens: Tokens, i: int, last: int, starts: dict[int, Event]) -> int:
    """The verb after an aside between two commas: "six civilians, among them the imam, also died"; 0 if none."""
    for k in range(i + 1, min(last, i + _ASIDE)):
        if tokens.raw[k] in STRONG_STOPS or tokens.raw[k] in DASHES:
            return 0
        if tokens.raw[k] != ",":
            continue
        verb = k + 1
        while verb < last and tokens.word[verb] in lexicon.function("adverb"):
            verb += 1
        if verb < last and (tokens.word[verb] in lexicon.function("aux") or verb in starts):
            return verb
    return 0


_AND = frozenset({"and"})


_ASIDE = 18  # tokens


def event_before(tokens: Tokens, i: int, events: list[Event]) -> Event | None:
    """Return the active verb whose object starts at ``i``: the nearest one in the clause."""
    for event in reversed(events):
        if event.last > i:
            continue
        if event.passive or event.frame == "subject":
            return None
        if tokens.at(i - 1) == "of" and tokens.at(i - 2) in lexicon.word_class("not_people"):
            return None  # "released a video of 14 captives"
        if _preposition(tokens, event, i) and not _is_target(tokens, event, i):
            return None  # "destroyed in 12 villages"
        if tokens.raw[event.last] == "," and _is_number(tokens, event.first - 1) and _is_number(tokens, event.last + 1):
            return None  # "1,200 killed and wounded, 5 tanks", "12 killed, 30 hurt"
        for k in range(event.last, i):
            if tokens.raw[k] in STRONG_STOPS or tokens.raw[k] in DASHES or tokens.word[k] in _RELATIVE:
                if tokens.word[k] == "where" and tokens.raw[i - 1] == "," and event.measure in ("hit", "destroyed"):
                    continue  # "hit nine areas where men were massed, two depots and a bridge"
                return None
            if tokens.word[k] == "but" and k + 1 < i:
                return None
            if tokens.raw[k] == "," and _begins_anew(tokens, k + 1, i):
                return None
        return event
    return None


def _is_number(tokens: Tokens, i: int) -> bool:
    return 0 <= i < tokens.size and (tokens.kind[i] == "n" or tokens.word[i] in SMALL)


def _begins_anew(tokens: Tokens, k: int, i: int) -> bool:
    """Return whether another subject stands between a comma and the number: ", and Fallon and three novices"."""
    while k < i and (tokens.word[k] in BESIDE or tokens.word[k] in ("and", "or", "as", "well", "some", "with")):
        k += 1
    if k < i - 1 and tokens.word[k + 1] == "and" and tokens.word[k] in ("he", "she", "they", "we", "i"):
        return True  # "were shelling the town, he and one nurse ran"
    return k < i and tokens.capital[k] and tokens.word[k - 1] in ("and", ",")


_ADVERBIAL = frozenset("in at from near into on onto by after during to against towards with".split())


def _preposition(tokens: Tokens, event: Event, i: int) -> str:
    """The preposition right before the number at ``i`` and behind the verb; "" if none."""
    k = i - 1
    while k >= event.last and (tokens.raw[k] in QUOTES or tokens.word[k] in ("the", "its", "their")):
        k -= 1
    if tokens.word[k] == "with" and event.measure == "supplied":
        return ""  # "supplied the army with 42 trucks"
    return tokens.word[k] if k >= event.last and tokens.word[k] in _ADVERBIAL else ""


def _is_target(tokens: Tokens, event: Event, i: int) -> bool:
    """Return whether the number at ``i`` is what was aimed at: "fired at two ships"."""
    return event.measure in ("launched", "hit") and _preposition(tokens, event, i) in ("at", "on", "against", "towards")


def aimed_at(tokens: Tokens, event: Event, i: int) -> bool:
    """Return whether an event of firing has the counted for its target, not for its missiles."""
    return event.measure == "launched" and _is_target(tokens, event, i)


def is_beside(tokens: Tokens, event: Event, i: int) -> bool:
    """Return whether only adverbs stand between a verb and the number at ``i``."""
    return all(word in BESIDE for word in tokens.word[event.last : i])


def instrument(tokens: Tokens, first: int, i: int) -> bool:
    """Return whether the number at ``i`` counts the means of an attack ("attacked with two", "struck by two")."""
    k = i - 1
    while k >= first and tokens.raw[k] not in STRONG_STOPS and i - k < 24:
        if tokens.word[k] in ("with", "by", "using"):
            return any(tokens.word[j] in lexicon.word_class("assault") for j in range(max(first, k - 8), k))
        if tokens.word[k] in lexicon.cues():
            return False
        k -= 1
    return False


BESIDE = (
    lexicon.function("adverb")
    | lexicon.function("determiner")
    | frozenset("only just total of up another further additional extra us them him her me".split())  # "gives us 900 drones"
)


HAVING = frozenset("has have had having with".split())  # "with" of soldiers only


LIGHT = lexicon.light_verbs().keys() | HAVING
