"""Sources named without a verb of their own: "according to X", "citing Y, which cited Z", "by the police count"."""

from . import coordination, lexicon, makers, mentions, names, speech
from .frame import Frame, Line
from .mentions import Mention
from .tokens import Tokens

_CITING = frozenset({"citing", "quoting", "cites", "cited", "quoted"})
_SAYS = frozenset({"according", "acc", "per", "as", "in"})  # what follows is a speaker
_BE = frozenset("is are was were be been being".split())
_CLAUSE_OPENERS = frozenset({"where", "when", "while", "whereas", "but", "although", "though"})
_OWN = frozenset({"its", "his", "her", "their"})
_AGAIN = frozenset({"which", "who", "in", "turn", "also", "itself"})


_MAYBE = frozenset("briefed built drawing drawn derived compiled extrapolated using going judging relying".split())  # of evidence only
_SEEN = frozenset({"on", "from", "in"})
_OPENING = lexicon.frames("origin_before").keys() | _SEEN | {"by"}


def opening(tokens: Tokens, first: int, last: int, masked: bytearray) -> Frame | None:
    """Read "According to X, content" and "By X's count, content" at the head of a sentence."""
    if first + 1 < last and tokens.word[first] in ("but", "and", "yet", "still") and tokens.word[first + 1] in _SAYS:
        first += 1
    if tokens.word[first] not in _OPENING:
        return None
    found = _named_at(tokens, first, last, masked)
    if found is None:
        return _seen_on(tokens, first, last, masked)
    cue, target, is_origin = found
    comma = max(target.stop, cue[1])
    limit = comma + 12
    while comma < min(last, limit) and tokens.raw[comma] != ",":
        comma += 1
    origin = None
    if comma + 1 < last and tokens.raw[comma] == "," and tokens.word[comma + 1] == "who":
        comma, origin = _described(tokens, comma + 1, last, masked)
    if comma >= last or tokens.raw[comma] != ",":
        if tokens.word[first] != "by" or max(target.stop, cue[1]) + 2 >= last:
            return None
        comma = max(target.stop, cue[1]) - 1  # "By his count 40 soldiers died"
    if comma + 1 >= last:
        return None  # "According to the army," and nothing behind it
    made = _frame(target, is_origin, cue, comma + 1, last, last)
    if origin is not None and not is_origin:
        made.origin, made.origin_cue = origin
    return made


def _described(tokens: Tokens, i: int, last: int, masked: bytearray):
    """(comma behind, what they rely on) of a relative clause: "According to officials, who rely on hospital records, "."""
    comma = next((k for k in range(i, last) if tokens.raw[k] == ","), last)
    cue = next((k for k in range(i, comma - 1) if tokens.word[k] in _RELYING and tokens.word[k + 1] == "on"), 0)
    origin = mentions.behind(tokens, cue + 2, comma, masked) if cue else None
    return comma, (origin, (cue, cue + 2)) if origin is not None else None


_RELYING = frozenset({"rely", "relies", "relied", "draw", "draws", "drew"})


def _seen_on(tokens: Tokens, first: int, last: int, masked: bytearray) -> Frame | None:
    """ "On satellite images we count 40 tanks": what the source itself reads its number from."""
    if tokens.word[first] not in _SEEN:
        return None
    end = first + 1
    while end < last and end < first + 8 and tokens.word[end] not in ("we", "i", "it"):
        end += 1
    target = Mention(first + 1, end)
    if end >= last - 1 or end == first + 1 or tokens.word[end + 1] not in lexicon.cues():
        return None
    if not makers.is_evidence(tokens, target) or tokens.word[end] == "it":
        return None
    return Frame(first, last, origin=target, origin_cue=(first, first + 1), stop=last)


def _frame(target: Mention, is_origin: bool, cue: tuple[int, int], first: int, last: int, stop: int) -> Frame:
    if is_origin:
        return Frame(first, last, origin=target, origin_cue=cue, stop=stop)
    return Frame(first, last, speaker=target, cue=cue, stop=stop)


def _named_at(tokens: Tokens, i: int, last: int, masked: bytearray):
    """(cue span, mention, whether it is an origin) of a citation that starts at ``i``, or None."""
    if tokens.word[i] == "by":
        tallied = makers.tallied_by(tokens, i, last)
        counted = tallied or makers.counted_by(tokens, i, last, masked)
        return (*counted, tallied is not None) if counted else None
    for words in lexicon.frames("origin_before").get(tokens.word[i], ()):
        if not tokens.matches(i, words):
            continue
        end = i + len(words)
        quoted = end < last and tokens.raw[end] in speech.QUOTES  # citing "radar data"
        target = mentions.behind(tokens, end + quoted, last, masked)
        if target is None:
            return None
        target = coordination.target(tokens, target, last, masked)
        if words[0] in _MAYBE and not makers.is_evidence(tokens, target):
            return None
        named = names.name(tokens, target)
        stated = tokens.word[target.last - 1] in lexicon.speech("statement")  # "according to a statement by the army"
        if named is not None and named.kind == "other" and target.first == end and words[0] in _SAYS:
            if not stated or makers.speaks_through(tokens, target, last, masked) is None:
                return None  # "according to plan"
        if words[0] == "per" and (named is None or named.kind in ("role", "group", "other")):
            return None  # "seven litres per person"
        cites = words[0] not in _SAYS
        maker = None if cites else makers.speaks_through(tokens, target, last, masked)
        if maker is not None:
            return (i, end), maker, False
        return (i, end), target, cites or makers.is_evidence(tokens, target)
    return None


def cited(tokens: Tokens, first: int, last: int, masked: bytearray):
    """Return (cue span, origin, hops between) of a chain "quoting Y, which in turn cited Z" in a span."""
    cue = origin = None
    between: list[Mention] = []
    i = first
    while i < last:
        is_cue = tokens.word[i] in _CITING and tokens.kind[i] == "w" and tokens.word[i - 1] not in _BE
        found = mentions.behind(tokens, i + 1, last, masked) if is_cue else None
        if found is None and is_cue and i + 2 < last and tokens.raw[i + 1] in speech.QUOTES:
            found = mentions.behind(tokens, i + 2, last, masked)  # citing "radar data"
        if found is None:
            i += 1
            continue
        if origin is not None:
            between.append(origin)
        cue, origin = (i, i + 1), found
        i = max(i + 1, found.last)
    return cue, origin, between


def _looked_at(line: Line) -> Frame | None:
    """ "We counted 64 bodies in three videos": what the source itself has counted in."""
    tokens, first, last = line.tokens, line.first, line.last
    if tokens.word[first + 1] not in _COUNTING or line.found:
        return None
    for k in range(first + 2, last - 1):
        if tokens.word[k] in _SEEN:
            target = mentions.behind(tokens, k + 1, last, line.masked)
            if target is not None:  # "videos filmed at the hospital"
                evidence = (j + 1 for j in range(target.first, target.last) if tokens.word[j] in lexicon.evidence())
                target.last = next(evidence, target.last)
            if target is not None and makers.is_evidence(tokens, target):
                return Frame(first, last, origin=target, origin_cue=(k, k + 1), stop=last)
    return None


_COUNTING = frozenset("counted count see saw identified verified found spotted traced located geolocated".split())


def join(line: Line) -> None:
    """Join citations inside or after the content to the frames of a sentence, or make frames of them."""
    if line.tokens.word[line.first] in ("we", "i") and line.last - line.first > 4:
        seen = _looked_at(line)
        if seen is not None:
            line.found.append(seen)
            return
    tokens, word, found, last = line.tokens, line.tokens.word, line.found, line.last
    floor = line.first
    for i in tokens.where(TRIGGERS, line.first + 1, last):
        if word[i] in _COMMON and not _is_open(tokens, i):
            continue
        if i < floor or line.inside[i] or _is_taken(found, i) or word[i] == "cited" and word[i - 1] in _BE:
            continue
        owner = next((frame for frame in reversed(found) if frame.start <= i), None)
        named = _named_at(tokens, i, last, line.masked)
        if named is None or word[i] in _RELAYING and (owner is None or owner.speaker is None):
            continue
        cue, target, is_origin = named
        if owner is not None and word[i] not in _SAYS and word[i] != "by":
            _cite(line, owner, i, target, cue)
        else:
            _attribute(line, owner, i, named, max(line.first, floor))
        floor = max(target.stop, cue[1])


def _attribute(line: Line, owner: Frame | None, i: int, named, floor: int) -> None:
    """Give a clause to the source named at ``i``: in a frame of its own, or as what the speaker of the clause cites."""
    tokens, (cue, target, is_origin) = line.tokens, named
    if tokens.raw[i - 1] == ";" and target.stop < line.last and tokens.raw[target.stop] == ",":
        if owner is not None:
            owner.last = min(owner.last, i - 1)
        end = next((k for k in range(target.stop, line.last) if tokens.raw[k] == ";"), line.last)
        line.found.append(_frame(target, is_origin, cue, target.stop + 1, end, end))
        return  # "…; according to X, 40 were lost"
    clause, edge = _clause(tokens, floor, i, owner), _edge(tokens, i)
    if owner is not None and owner.first < i < (owner.cue or (0, 0))[0] and _turns(tokens, target.stop, line.last):
        line.found.insert(line.found.index(owner), _frame(target, is_origin, cue, owner.first, edge, target.stop))
        owner.first = target.stop + 2
        return  # "40 died, according to X, and 90 were hurt, Y says"
    relative = owner is None and tokens.word[i - 1] in ("which", "that") and target.stop < line.last
    if relative and tokens.word[max(target.stop, cue[1])] in lexicon.verbs():  # "the bomb, which by the UN's count killed 40, …"
        line.found.append(_frame(target, is_origin, cue, clause, line.last, line.last))
        return
    if owner is None or clause > owner.first and (owner.speaker is not None or owner.last <= clause):
        stop = max(target.stop, cue[1])
        rest = _goes_on(tokens, i, stop, line.last)
        if owner is not None:
            owner.last = min(owner.last, _before(tokens, clause))
        line.found.append(_frame(target, is_origin, cue, clause, rest or edge, rest or stop))
        line.found.sort(key=lambda frame: frame.first)
    elif owner.speaker is None and not is_origin:
        owner.speaker, owner.cue = target, cue
    elif target.outer >= 0 and tokens.word[target.first] in _OWN:
        _end_at(owner, edge)  # "…, the league counted, according to its report": still the league
    elif owner.origin is None and owner.speaker is not None:
        owner.origin, owner.origin_cue = target, cue
        if tokens.word[i] == "according" and _is_first_hop(tokens, owner, target):
            owner.origin, owner.origin_cue, owner.speaker, owner.cue = owner.speaker, owner.cue, target, cue
        _end_at(owner, edge)


def _is_first_hop(tokens: Tokens, owner: Frame, target: Mention) -> bool:
    """ "The service told the committee that 40 died, according to Ana Vidal": she tells what the service said."""
    named = names.name(tokens, target)
    before = owner.cue is not None and owner.cue[0] < owner.first
    return before and not owner.before and named is not None and named.kind in ("person", "role", "group")


def _turns(tokens: Tokens, stop: int, last: int) -> bool:
    """Return whether another clause begins behind a citation: "according to X, and 90 were hurt, …"."""
    if stop + 2 >= last or tokens.raw[stop] != "," or tokens.word[stop + 1] not in ("and", "but", "while"):
        return False
    return tokens.word[stop + 2] not in lexicon.verbs()


# Verbs that say how a speaker knows: "she had been told by two officers", "it attributed this to a medic".
_RELAYING = frozenset({"attributed", "attributes", "told", "informed", "passed", "briefed"})
_INSIDE = _RELAYING - {"attributed", "attributes"}  # within the content, which goes on behind them
TRIGGERS = _RELAYING | frozenset(
    "according acc citing quoting cites cited based by built drawing as per judging relying using on compiled derived drawn "
    "extrapolated sourced going".split()
)
_COMMON = frozenset({"as", "on", "using", "per", "drawn", "going"})  # seldom a citation: asked first whether it is one


def _is_open(tokens: Tokens, i: int) -> bool:
    """Return whether a common word opens one of the frames of citing: "as recorded by", "on the basis of"."""
    return any(tokens.matches(i, words) for words in lexicon.frames("origin_before").get(tokens.word[i], ()))


def _is_taken(found: list[Frame], i: int) -> bool:
    return any(cue and cue[0] <= i < cue[1] for frame in found for cue in (frame.cue, frame.origin_cue))


def _cite(line: Line, owner: Frame, i: int, target: Mention, cue: tuple[int, int]) -> None:
    """Give a frame the last source of a chain as its origin, and keep the hops between."""
    if owner.origin is not None:
        return
    chained, origin, between = cited(line.tokens, i, line.last, line.masked)
    owner.origin, owner.origin_cue, owner.between = origin or target, chained or cue, between
    inside = line.tokens.word[i] in _INSIDE or owner.cue is not None and owner.first <= i < owner.cue[0]
    if not inside:
        _end_at(owner, _edge(line.tokens, i))


def _end_at(frame: Frame, edge: int) -> None:
    if frame.last > edge > frame.first:
        frame.last = edge


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
    if word == "and" and stop + 2 < last and tokens.word[stop + 2] in lexicon.verbs():
        return next((k for k in range(stop, last) if tokens.raw[k] == ";"), last)  # "…, and wounded 30 others"
    if word in _NEXT_CLAUSE or word not in lexicon.function("aux") and not speech.goes_on(tokens, stop, last):
        return 0
    end = stop
    while end < last and tokens.raw[end] != ";":
        end += 1
    return end


_NEXT_CLAUSE = _CLAUSE_OPENERS | {"and", "which", "who", "but", "as"}
