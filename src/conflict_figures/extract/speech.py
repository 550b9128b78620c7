"""Speaking in a sentence: is this verb one of speaking here, who can be its subject, and what was said.

Each function answers one question about the tokens around a verb of speaking at token ``v``; none builds anything.
"""

from . import cardinals, lexicon, names
from .frame import Line
from .mentions import Mention
from .tokens import Tokens

QUOTES = frozenset('"“”«»')
_FRONTING = frozenset("of in on since during between from among by".split())
_ADVERBIALS = frozenset("on in at to during through via by late early without after as when with from earlier".split())


def is_noun(tokens: Tokens, v: int, first: int) -> bool:
    """Return whether a form of speaking is a noun, or no speaking, here: "reports of", "the claims"."""
    if tokens.word[v] in ("admitted", "admits") and (
        not _TAKEN_IN.isdisjoint(tokens.word[max(first, v - 4) : v])
        or not _ADMITTING.isdisjoint(tokens.word[max(first, v - 10) : v])
    ):
        return tokens.at(v + 1) != "that"  # a hospital admits patients
    before = tokens.word[v - 1] if v > first else ""
    if tokens.word[v] == "report" and not (before.endswith("s") or before in _PLURAL or before == ","):
        return True  # "Daily report"
    after = tokens.word[v + 1] if v + 1 < tokens.size else ""
    if before in lexicon.function("determiner") or before in ("of", "to", "by", "from", "with", "denied", "such", "no"):
        return True
    if (
        after == "of"
        and tokens.word[v] not in _OF
        or after in ("from", "about")
        and tokens.word[v].endswith("s")
        and tokens.word[v] not in _PLAINLY
        and not (after == "about" and before and _is_number(tokens, v + 2))
    ):
        return True
    if tokens.kind[v - 1] == "s" and v > first:
        return True  # "the army's claims"
    if tokens.word[v] in lexicon.evidence() and not _has_named_subject(
        tokens, v, first
    ):  # "hospital records", but "the mission records 64 violations"
        return not (
            after == "that"
            or _closes(tokens, v, first)
            or after in lexicon.function("determiner")
            or opens_count(tokens, v + 1)
        )
    if after in lexicon.function("aux") and tokens.word[v].endswith("s"):
        return True  # "later estimates were higher"
    return tokens.word[v] in ("report", "claim", "say", "believe", "think", "estimate", "deny") and before in (
        "could", "can", "may", "to", "a"
    )  # fmt: skip


def _closes(tokens: Tokens, v: int, first: int) -> bool:
    """ "40 people died, aid workers report.": a plural subject between a comma and the end."""
    if v + 1 < tokens.size and tokens.raw[v + 1] not in ".,;":
        return False
    if not tokens.word[v - 1].endswith("s"):  # "40 people died, the ministry reports."
        singular = tokens.word[v] == "reports" and tokens.word[v - 1] in _REPORTERS or (
            tokens.word[v] in ("estimates", "reports") and tokens.word[v - 2] == "the"  # "…, the UN estimates."
        )
        return singular and any(tokens.raw[k] in ",”" for k in range(max(first, v - 8), v - 1))
    return any(tokens.raw[k] == "," for k in range(max(first, v - 6), v - 1))


_REPORTERS = lexicon.bodies("body") | lexicon.bodies("force") | lexicon.bodies("outlet")
_OF = frozenset("spoke speak speaks spoken boasted boasts said says wrote writes warned warns complained".split())
_ADMITTING = frozenset({"hospital", "hospitals", "clinic", "clinics", "ward", "unit", "centre"})
_PLURAL = frozenset("police people media personnel they we i you who and also now both".split())
_TAKEN_IN = frozenset({"were", "was", "been"})


def _has_named_subject(tokens: Tokens, v: int, first: int) -> bool:
    """ "Ana Vidal estimates …", "the Union (1998) reports …", "…, UNHCR reports", but "army estimates were higher"."""
    after = tokens.at(v + 1)
    if v - 2 < first or after in lexicon.function("aux") or after in lexicon.cues():
        return False
    if tokens.raw[v - 1] == ")":
        return True
    before = tokens.capital[v - 2] or tokens.raw[v - 2] in ",;”" or tokens.word[v - 2] in ("of", "for")
    return tokens.capital[v - 1] and before


# Words that open a clause of its own: a later "that" belongs to it.
_CLAUSE = frozenset({"he", "she", "it", "they", "we", "i"}) | lexicon.function("aux")
_PLAINLY = frozenset("say says said saying told tells".split())
_VAGUE = frozenset("hundreds thousands millions dozens scores tens several many".split())
_SAYING = frozenset("say says said told tells added adds wrote writes claims claimed admitted announced".split())
# The publisher's own voice, and words that stand for no speaker.
_NOBODY = frozenset("i we you us me here there this that these those which who i'm i've i'd i'll we're we've we'd we'll there's it's one "
                    "nobody everybody everyone some many others".split())  # fmt: skip


def opens_count(tokens: Tokens, i: int) -> bool:
    """Return whether a count stands at ``i``, with or without its qualifier: "40", "at least 40", "between 30 and 40"."""
    for k in range(i, min(tokens.size, i + 4)):
        if tokens.kind[k] == "n" or tokens.word[k] in cardinals.SMALL or tokens.word[k] in _VAGUE:
            return True
        if tokens.word[k] not in _QUALIFYING:
            return False
    return False


_QUALIFYING = frozenset("about at least most more less fewer than over under between some up to as many nearly almost around roughly "
                        "only just no a".split())  # fmt: skip


def _is_number(tokens: Tokens, i: int) -> bool:
    return i < tokens.size and tokens.kind[i] == "n"


_OWN_PEOPLE = lexicon.speech("interviewer") | frozenset("agency newspaper magazine station website".split())


def is_own(tokens: Tokens, mention: Mention) -> bool:
    """Return whether a mention is one of the publisher's own people: "a photographer for this agency"."""
    return tokens.word[mention.last - 2] in ("this", "our") and tokens.word[mention.last - 1] in _OWN_PEOPLE


def can_speak(tokens: Tokens, mention: Mention, verb: str) -> bool:
    """Return whether a mention can be who speaks; a verb of plain saying makes a speaker of any noun."""
    named = names.name(tokens, mention)
    if tokens.word[mention.first] in ("no", "none"):
        return False
    if verb in ("reported", "radioed", "said") and tokens.word[mention.last - 1] in _SHIPS:
        return True
    nobody = named is not None and named.words.lower().replace("’", "'") in _NOBODY
    if named is None or nobody and named.kind != "state" and not _is_acronym(named.words):
        return False
    if named.kind == "evidence":
        return tokens.word[mention.last - 1] in lexicon.speech("source")
    head = tokens.word[names.head(tokens, mention.first, mention.last)]
    if is_own(tokens, mention):
        return False
    if not lexicon.speech("text").isdisjoint(named.words.lower().split()) and named.kind in (
        "other",
        "role",
        "evidence",
    ):
        return False  # "an earlier version of this story said"
    proper = tokens.capital[mention.last - 1] and " " in named.name and named.kind in ("body", "person")
    if (
        not proper
        and head in lexicon.places()
        or not proper
        and head in lexicon.nouns()
        or named.words.lower().startswith("number of ")
    ):
        return head in lexicon.roles("person") or head in lexicon.bodies("body")
    return named.kind != "other" or verb in _SAYING


_SHIPS = frozenset("ship vessel tanker freighter carrier trawler boat yacht frigate destroyer master crew".split())


def _is_acronym(words: str) -> bool:
    return words.isupper() and len(words) > 1


def is_after(tokens: Tokens, v: int, start: int, floor: int, last: int, masked: bytearray) -> bool:
    """Return whether the content stands before the subject ("…, X said")."""
    if start <= floor or tokens.raw[start - 1] not in (",", "”", '"', "—", "–", "»", "“"):
        return False
    if not any(
        tokens.kind[i] in "wn" and not masked[i] and tokens.word[i] not in _ADVERBIALS for i in range(floor, start - 1)
    ):
        return False
    if v + 1 >= last:
        return True
    after = tokens.raw[v + 1]
    if after == ":" and tokens.raw[start - 1] == "," and tokens.word[floor] in _SUBORDINATE:
        return False  # "In a statement posted on Monday, the minister wrote: “…”"
    if tokens.raw[start - 1] in QUOTES and tokens.raw[start - 2] in ",.!?" and tokens.word[v + 1] in ("of", "about"):
        return True  # "“Nobody knows,” she said of the 40 missing"
    return (
        after in ".,;:)"
        or masked[v + 1]
        or tokens.word[v + 1] in _ADVERBIALS
        or (tokens.word[v] in ("told", "tells") and _object_only(tokens, v + 1, last))
        or _says_no_more(tokens, v, start, floor, last)
    )


def _says_no_more(tokens: Tokens, v: int, start: int, floor: int, last: int) -> bool:
    """ "40 had died, she reminded deputies", "…, a guard said afterwards": a clause before, none behind the verb."""
    opening = tokens.word[floor] in _SUBORDINATE and tokens.word[floor + 1] not in ("least", "most")
    if opening or tokens.raw[start - 1] == "," and _PREDICATES.isdisjoint(
        tokens.word[floor : start - 1]
    ):
        return False
    stop = next((k for k in range(v + 1, last) if tokens.raw[k] in ",.;:—–"), last)
    if stop - v > _SHORT or stop < last and tokens.raw[stop] == ":" or "that" in tokens.word[v + 1 : last]:
        return False
    behind = range(v + 1, stop)
    return _PREDICATES.isdisjoint(tokens.word[v + 1 : stop]) and not any(
        tokens.kind[k] == "n" or tokens.word[k] in cardinals.SMALL or tokens.raw[k] in QUOTES for k in behind
    )


_SHORT = 8  # tokens of an address or an adverbial behind a verb of speaking
_SUBORDINATE = frozenset(
    "when while as after before since because if although though unlike despite where once until unless in on at".split()
)
_PREDICATES = lexicon.function("aux") | lexicon.verbs().keys() | lexicon.function("verb")


def _object_only(tokens: Tokens, i: int, last: int) -> bool:
    words = tokens.word[i:last]
    return "that" not in words and not any(raw in QUOTES for raw in tokens.raw[i:last])


def fronted(line: Line, start: int) -> int:
    """Return where a clause with a phrase before its subject begins: "Of 40 tanks, it counted 12 at the front"."""
    opens = line.tokens.word[line.floor] in _FRONTING and not line.found
    return line.floor if opens and start > line.floor and line.tokens.raw[start - 1] == "," else start


_SEQUEL = frozenset({"after", "before"})
_SPANS = frozenset("minute minutes hour hours day days week weeks month months year years".split())


def after_cue(tokens: Tokens, i: int, last: int) -> int:
    """Return the token after the adverbials behind a cue ("on Tuesday", "in a statement")."""
    while i < last and tokens.raw[i] not in ",.;:—–":
        i += 1
    return i


def goes_on(tokens: Tokens, i: int, last: int) -> bool:
    """Return whether content goes on after a frame in the middle of its sentence."""
    if i < last - 1 and tokens.raw[i] == ":":
        return True
    if i >= last or tokens.raw[i] != ",":
        return False
    word = tokens.word[i + 1] if i + 1 < last else ""
    if not _SEQUEL.isdisjoint(tokens.word[i + 2 : i + 4]) and not _SPANS.isdisjoint(tokens.word[i + 2 : i + 4]):
        return False  # "…, a day after the raid"
    if word in ("citing", "quoting", "adding", "speaking", "saying", "asking", "revising", "without", "after", "as",
                "correcting", "which", "who", "according", "while", "but") or word in lexicon.cues():  # fmt: skip
        return False
    if word.endswith("ing"):  # "…, bringing the total to 40"
        return any(tokens.kind[k] == "n" for k in range(i + 2, min(last, i + 14)))
    return last - i > 4 or word in lexicon.function("aux")


def is_gloss(line: Line, start: int, stop: int) -> bool:
    """Return whether what follows a speaker in mid-sentence is the reporter's own: "40 died, X said, hours after talks"."""
    tokens, last = line.tokens, line.last
    if tokens.raw[stop] != "," or tokens.word[stop + 1] in ("and", "or") or tokens.word[stop + 1] in _PREDICATES:
        return False
    if _PREDICATES.isdisjoint(tokens.word[line.floor : start]):
        return False  # "Forty people, officials said, were killed"
    return not any(
        tokens.kind[k] == "n" and not line.masked[k] or line.inside[k] or tokens.word[k] in cardinals.SMALL
        for k in range(stop, last)
    )


def behind_addressee(tokens: Tokens, i: int, last: int) -> int:
    """The token behind who was told: "told this newspaper 40 men had fled", "told Reuters soldiers had fled"."""
    end = i
    while end < min(last, i + 5) and (
        tokens.capital[end] or end == i and tokens.word[i] in ("this", "the", "our", "a", "state", "local")
    ):
        end += 1
    if end > i and tokens.span(i, end) in lexicon.outlets():
        return end
    if end < last and tokens.word[end] in _ADDRESSEES:
        return end + 1
    return i


_ADDRESSEES = lexicon.bodies("medium") | lexicon.bodies("outlet") | frozenset(
    "reporters journalists lawmakers parliament agency deputies viewers audience conference court committee".split()
)


def without_remark(tokens: Tokens, first: int, last: int) -> int:
    """Where content ends before the reporter's remark on it: "…, without giving details", "…, but gave no evidence"."""
    for k in tokens.where(_REMARK, first + 1, last - 2):
        if tokens.word[k] == "without" and tokens.word[k + 1] in _GIVING:
            return k
        if tokens.word[k] == "but" and tokens.word[k + 1] in _GAVE and tokens.word[k + 2] in ("no", "not", "any", "to"):
            return k
    return last


_REMARK = frozenset({"without", "but"})
_GIVING = frozenset("providing giving offering elaborating specifying citing naming presenting mentioning saying".split())
_GAVE = frozenset("provided gave offered cited presented did declined refused".split())


def content_start(tokens: Tokens, i: int, last: int, inside: bytearray, masked: bytearray) -> int:
    """Return the first token of what was said, after "that", a colon or an opening quotation mark."""
    k = i
    while k < last and k < i + 14:
        if tokens.word[k] == "that" and tokens.word[k - 1] == "and" and k > i + 1:
            break
        if tokens.word[k] == "that" or tokens.raw[k] == ":":
            return k + 1
        if tokens.raw[k] in QUOTES:
            return k + 1 if k + 1 < last and inside[k + 1] and _quote_fills(tokens, k, last, inside) else i
        if tokens.kind[k] == "n" and not masked[k] or tokens.raw[k] == "," or tokens.word[k] in _CLAUSE:
            break
        if tokens.word[k] == "but" or tokens.word[k] == "and" and tokens.at(k + 1) in lexicon.cues():
            break
        k += 1
    return i


def _quote_fills(tokens: Tokens, k: int, last: int, inside: bytearray) -> bool:
    """Return whether the quotation that opens at ``k`` is a clause rather than a quoted phrase."""
    end = k + 1
    while end < last and inside[end]:
        end += 1
    return end - k > 5 and any(
        tokens.word[i] in lexicon.function("aux") or tokens.word[i] in lexicon.verbs() for i in range(k + 1, end)
    )


def is_clause(tokens: Tokens, i: int, last: int, verb: str) -> bool:
    """Return whether a finite clause, and not only an object, starts at ``i`` behind a verb of speaking."""
    if i >= last:
        return False
    if tokens.word[i] == "to":
        return False  # "admits to 40 deaths", "claims to have shot down two"
    if tokens.word[i - 1] == "that" or tokens.raw[i - 1] in QUOTES or tokens.raw[i - 1] == ":":
        return True
    saying = verb in _SAYING or verb in ("saying", "adding")
    counted = False
    for k in range(i, min(last, i + 14)):
        word = tokens.word[k]
        if word in lexicon.function("aux"):
            return True
        if k > i and (word in lexicon.verbs() or word.endswith("ed") and tokens.kind[k] == "w"):
            if counted and not saying:
                return False  # "reported 23 drones shot down"
            if tokens.word[k - 1] not in lexicon.function("stop") or tokens.word[k - 1] in ("who", "which"):
                return True
        counted = counted or tokens.kind[k] == "n" or word in cardinals.SMALL
    return verb in _PLAINLY and any(tokens.kind[k] == "n" or tokens.word[k] in _VAGUE for k in range(i, last))
