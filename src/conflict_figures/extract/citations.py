"""Sources named without a verb of their own: "according to X", "citing Y, which cited Z", "by the police count"."""

from . import coordination, lexicon, mentions, names, speech
from .frame import Frame
from .mentions import Mention
from .tokens import Tokens

_CITING = frozenset({"citing", "quoting", "cites", "cited", "quoted"})
_SAYS = frozenset({"according", "acc", "per", "as"})  # what follows is a speaker
_BE = frozenset("is are was were be been being".split())
_CLAUSE_OPENERS = frozenset({"where", "while", "whereas", "but", "although", "though"})
_AGAIN = frozenset({"which", "who", "in", "turn", "also", "itself"})


def opening(tokens: Tokens, first: int, last: int, masked: bytearray) -> Frame | None:
    """Read "According to X, content" and "By X's count, content" at the head of a sentence."""
    found = _named_at(tokens, first, last, masked)
    if found is None:
        return _seen_on(tokens, first, last, masked)
    cue, target, is_origin = found
    comma = max(target.stop, cue[1])
    limit = comma + 12
    while comma < min(last, limit) and tokens.raw[comma] != ",":
        comma += 1
    if comma >= last or tokens.raw[comma] != ",":
        if tokens.word[first] != "by" or not (comma < last):
            return None
        comma = max(target.stop, cue[1]) - 1  # "By his count 40 soldiers died"
    return _frame(target, is_origin, cue, comma + 1, last, last)


def _seen_on(tokens: Tokens, first: int, last: int, masked: bytearray) -> Frame | None:
    """ "On satellite images we count 40 tanks": what the source itself reads its number from."""
    if tokens.word[first] not in ("on", "from", "in"):
        return None
    end = first + 1
    while end < last and end < first + 8 and tokens.word[end] not in ("we", "i", "it"):
        end += 1
    target = Mention(first + 1, end)
    if end >= last - 1 or end == first + 1 or tokens.word[end + 1] not in lexicon.cues():
        return None
    if not _is_evidence(tokens, target) or tokens.word[end] == "it":
        return None
    return Frame(first, last, origin=target, origin_cue=(first, first + 1), stop=last)


def _frame(target: Mention, is_origin: bool, cue: tuple[int, int], first: int, last: int, stop: int) -> Frame:
    if is_origin:
        return Frame(first, last, origin=target, origin_cue=cue, stop=stop)
    return Frame(first, last, speaker=target, cue=cue, stop=stop)


def _named_at(tokens: Tokens, i: int, last: int, masked: bytearray):
    """(cue span, mention, whether it is an origin) of a citation that starts at ``i``, or None."""
    if tokens.word[i] == "by":
        return _counted_by(tokens, i, last, masked)
    for words in lexicon.frames("origin_before").get(tokens.word[i], ()):
        if not tokens.matches(i, words):
            continue
        end = i + len(words)
        quoted = end < last and tokens.raw[end] in speech.QUOTES  # citing "operational data"
        target = mentions.behind(tokens, end + quoted, last, masked)
        if target is None:
            return None
        target = coordination.target(tokens, target, last, masked)
        if words[0] in ("built", "drawing") and not _is_evidence(tokens, target):
            return None
        cites = words[0] not in _SAYS
        maker = None if cites else speaks_through(tokens, target, last, masked)
        if maker is not None:
            return (i, end), maker, False
        return (i, end), target, cites or _is_evidence(tokens, target)
    return None


def _is_evidence(tokens: Tokens, target: Mention) -> bool:
    named = names.name(tokens, target)
    return (
        named is not None and named.kind == "evidence" and tokens.word[target.last - 1] not in lexicon.speech("source")
    )


def _counted_by(tokens: Tokens, i: int, last: int, masked: bytearray):
    """ "by the police count", "by his own count", "by the account of deserters"."""
    end = i + 1
    while end < last and end - i < 9 and tokens.kind[end] in "ws" and tokens.word[end] not in lexicon.speech("count"):
        end += 1
    if end >= last or end == i + 1 or tokens.word[end] not in lexicon.speech("count"):
        return None
    if end + 1 < last and tokens.word[end + 1] == "of":
        target = mentions.behind(tokens, end + 2, last, masked)
        return ((i, end + 2), target, False) if target and _can(tokens, target) else None
    stop = end
    if tokens.word[stop - 1] in ("own", "official", "latest", "last"):
        stop -= 1
    if tokens.kind[stop - 1] == "s":
        stop -= 1
    first = i + 1
    target = Mention(first, stop)
    return ((i, end + 1), target, False) if first < stop and _can(tokens, target) else None


def _can(tokens: Tokens, mention: Mention) -> bool:
    return speech.can_speak(tokens, mention, "counts")


def figure_of(tokens: Tokens, k: int, first: int, last: int, masked: bytearray) -> Frame | None:
    """Read "Moscow's figure is 300", with the possessive at ``k``: the clause is the owner's claim."""
    end = k + 1
    while end < last and end < k + 4 and tokens.word[end] not in lexicon.speech("amount"):
        end += 1
    if end + 1 >= last or tokens.word[end] not in lexicon.speech("amount"):
        return None
    if tokens.word[end + 1] not in ("is", "was", "stands", "stood", "rose", "reached"):
        return None
    start = mentions.left(tokens, k, first, masked)
    owner = Mention(start, k)
    if start == k or not _can(tokens, owner):
        return None
    return Frame(start, last, owner, cue=(end, end + 2), act=True, stop=end + 2)


def speaks_through(tokens: Tokens, phrase: Mention, last: int, masked: bytearray) -> Mention | None:
    """Return whose report, tally or channel a phrase is: "the ministry's bulletin", "a tally kept by the League"."""
    for k in range(phrase.last - 1, phrase.first, -1):
        if tokens.kind[k] == "s":
            is_statement = any(tokens.word[j] in lexicon.speech("statement") for j in range(k + 1, phrase.last))
            owner = Mention(phrase.first, k, outer=phrase.first)
            return owner if is_statement and _can(tokens, owner) else None
    head = phrase.last - 1
    for k in range(phrase.first, phrase.last):
        if tokens.word[k] in ("of", "from", "by"):
            head = k - 1
            break
    if tokens.word[head] not in lexicon.speech("statement") and tokens.word[head] not in lexicon.speech("dataset"):
        return None
    if tokens.word[phrase.first] in ("its", "his", "her", "their"):
        return Mention(phrase.first, phrase.first + 1, outer=phrase.first)
    if head == phrase.last - 1 and head > phrase.first and tokens.word[head] not in lexicon.speech("dataset"):
        owner = Mention(phrase.first, head, outer=phrase.first)  # "a ministry statement"
        named = names.name(tokens, owner)
        maker = tokens.word[owner.last - 1]
        listed = maker in lexicon.bodies("body") or maker in lexicon.bodies("force")
        if listed and not tokens.is_capital(head) and named is not None and named.kind in ("body", "force"):
            return owner
    i = head + 1
    while (
        i < last and i < head + 6 and (tokens.word[i] in mentions.MADE or masked[i] or tokens.word[i] in ("on", "in"))
    ):
        i += 1
    if i + 1 >= last or tokens.word[i] not in ("by", "from", "of"):
        return None
    if tokens.word[i] == "of" and tokens.word[head] in lexicon.speech("amount"):
        return None  # "the number of rebels"
    maker = mentions.behind(tokens, i + 1, min(last, i + 18), masked)
    if maker is None or not _can(tokens, maker):
        return None
    maker = coordination.target(tokens, maker, last, masked)
    maker.outer = phrase.first
    return maker


def cited(tokens: Tokens, first: int, last: int, masked: bytearray):
    """Return (cue span, origin, hops between) of a chain "quoting Y, which in turn cited Z" in a span."""
    cue = origin = None
    between: list[Mention] = []
    i = first
    while i < last:
        is_cue = tokens.word[i] in _CITING and tokens.kind[i] == "w" and tokens.word[i - 1] not in _BE
        found = mentions.behind(tokens, i + 1, last, masked) if is_cue else None
        if found is None and is_cue and i + 2 < last and tokens.raw[i + 1] in speech.QUOTES:
            found = mentions.behind(tokens, i + 2, last, masked)  # citing "operational data"
        if found is None:
            i += 1
            continue
        if origin is not None:
            between.append(origin)
        cue, origin = (i, i + 1), found
        i = max(i + 1, found.last)
    return cue, origin, between


def join(
    tokens: Tokens, found: list[Frame], first: int, last: int, masked: bytearray, inside: bytearray
) -> list[Frame]:
    """Join citations inside or after the content to the frames of a sentence, or make frames of them."""
    word = tokens.word
    if _TRIGGERS.isdisjoint(word[first + 1 : last]):
        return found
    floor = first
    i = first + 1
    while i < last:
        if word[i] not in _TRIGGERS or inside[i] or _is_taken(found, i) or word[i] == "cited" and word[i - 1] in _BE:
            i += 1
            continue
        named = _named_at(tokens, i, last, masked)
        if named is None:
            i += 1
            continue
        cue, target, is_origin = named
        owner = next((f for f in reversed(found) if f.start <= i), None)
        edge = _edge(tokens, i)
        if word[i] in _RELAYING and (owner is None or owner.speaker is None):
            i += 1
            continue
        if owner is not None and word[i] not in _SAYS and word[i] != "by":
            _cite(tokens, owner, i, last, masked, target, cue, edge)
            i = target.stop
            continue
        clause = _clause(tokens, max(first, floor), i, owner)
        stop = max(target.stop, cue[1])
        rest = _goes_on(tokens, i, stop, last)
        if owner is None or clause > owner.first and (owner.speaker is not None or owner.last <= clause):
            frame = _frame(target, is_origin, cue, clause, rest or edge, rest or stop)
            if owner is not None:
                owner.last = min(owner.last, _before(tokens, clause))
            found.append(frame)
            found.sort(key=lambda f: f.first)
        elif owner.speaker is None and not is_origin:
            owner.speaker, owner.cue = target, cue
        elif owner.origin is None and owner.speaker is not None:
            owner.origin, owner.origin_cue = target, cue
            if owner.last > edge > owner.first:
                owner.last = edge
        floor = stop
        i = stop
    return found


# Verbs that say how a speaker knows: "she had been told by two officers", "it attributed this to a medic".
_RELAYING = frozenset({"attributed", "attributes", "told", "informed", "passed", "briefed"})
_TRIGGERS = frozenset(
    "according acc citing quoting cites cited based by attributed attributes told informed passed briefed built drawing".split()
)


def _is_taken(found: list[Frame], i: int) -> bool:
    return any(cue and cue[0] <= i < cue[1] for frame in found for cue in (frame.cue, frame.origin_cue))


def _cite(tokens, owner: Frame, i: int, last: int, masked, target: Mention, cue, edge: int) -> None:
    """Give a frame the last source of a chain as its origin, and keep the hops between."""
    if owner.origin is not None:
        return
    chained, origin, between = cited(tokens, i, last, masked)
    owner.origin, owner.origin_cue, owner.between = origin or target, chained or cue, between
    if (
        tokens.word[i] in ("told", "informed", "passed", "briefed")
        or owner.cue is not None
        and owner.first <= i < owner.cue[0]
    ):
        return
    if owner.last > edge > owner.first:
        owner.last = edge


def _clause(tokens: Tokens, first: int, i: int, owner: Frame | None) -> int:
    """The first token of the clause that a citation at ``i`` closes."""
    for k in range(i - 2, first, -1):
        raw = tokens.raw[k]
        if raw == ";":
            return k + 1
        if owner is not None and tokens.word[k] in _CLAUSE_OPENERS and tokens.raw[k - 1] == ",":
            return k
    while first < i and (tokens.word[first] == "and" or tokens.raw[first] in ",;"):
        first += 1
    return first


def _before(tokens: Tokens, k: int) -> int:
    while k > 0 and tokens.raw[k - 1] in ",;":
        k -= 1
    return k


def _edge(tokens: Tokens, i: int) -> int:
    k = i
    while tokens.word[k - 1] in _AGAIN or tokens.raw[k - 1] == ",":
        k -= 1
    if tokens.word[i] in _RELAYING and k - 2 > 0 and tokens.raw[k - 2] == ";":
        return k - 2  # "…; they attributed this to X"
    return k


def _goes_on(tokens: Tokens, i: int, stop: int, last: int) -> int:
    """The end of the content that goes on behind a citation between commas ("half, according to X, were killed")."""
    if stop + 1 >= last or tokens.raw[stop] != "," or tokens.raw[i - 1] != ",":
        return 0
    word = tokens.word[stop + 1]
    if word in _NEXT_CLAUSE or word not in lexicon.function("aux") and not speech.goes_on(tokens, stop, last):
        return 0
    end = stop
    while end < last and tokens.raw[end] != ";":
        end += 1
    return end


_NEXT_CLAUSE = _CLAUSE_OPENERS | {"and", "which", "who", "but", "as"}
