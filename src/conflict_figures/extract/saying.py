"""The frame of one verb of speaking: who says it, where the content stands, and with what stance."""

from . import coordination, counting, headings, lexicon, makers, mentions, names, relaying, senses, speech
from .frame import Frame, Line
from .mentions import Mention
from .tokens import Tokens

_NEGATED = frozenset({"did", "does", "do", "has", "have", "had", "could", "can", "would"})
_TO_BE_SURE = frozenset("thought believed estimated reported said alleged suggested assessed".split())
_RELATIVES = frozenset({"who", "which", "that", "whose"})
_SUBJECTS = frozenset({"he", "she", "it", "they", "we", "i"})
_PLAIN = frozenset({"said", "says", "reported", "reports", "added"})
_TOLD_OF = frozenset("say says claim claims claimed believe believes estimate estimates reckon reckons".split())
_ACTS = frozenset({"act", "pledge", "rebuff", "label"})  # kinds of cues whose whole clause is the claim
_FURTHER = frozenset({"act", "say", "pledge"})
_VERDICTS = frozenset("sentenced convicted acquitted found finds charged charges indicted".split())
_SEEMING = frozenset("appear appears appeared seem seems seemed purport purports purported".split())
_CALLS = frozenset({"called", "calls", "calling"})
_INSERTED = 7  # tokens between "which" and a speaker inserted behind it
# Verbs of speech whose object is no claim ("added 14 tanks"), and words that close the object of the others.
_OBJECTLESS = frozenset("added adds told tells tell continued replied".split())
_CLOSING = frozenset("after before when while since as because following where which who whom that".split())
_TOLD = frozenset({"me", "us", "him", "them", "you"})
_BY_WIRE = frozenset({"phone", "telephone", "email", "text", "message", "radio"})
_SHARING = frozenset({"person", "body", "force", "role", "state", "outlet"})


def frame(line: Line, v: int, cue) -> Frame | None:
    """Return the frame of the cue at ``v``, None where the word speaks for nobody."""
    tokens, word, first, last = line.tokens, line.tokens.word, line.first, line.last
    if v > first and tokens.capital[v] and v + 1 < last and tokens.capital[v + 1]:
        return None  # a name: "Tell Tamar"
    if (
        v > first
        and tokens.capital[v]
        and tokens.capital[v - 1]
        and v + 1 < last
        and word[v + 1] in lexicon.cues()
    ):
        return None  # "Omar Said said"
    if cue.kind == "quote":
        return relaying.quotation(line, v)
    if word[v] == "think" and v + 1 < last and word[v + 1] in ("tank", "tanks"):
        return None
    if cue.kind == "label" and v + 1 < last and word[v] in _CALLS and word[v + 1] in ("for", "on", "upon"):
        cue = lexicon.cues()["demanded"]  # "called for a truce", "called on the army to free 40 men"
    if word[v] in ("learned", "learnt", "heard") and v + 2 < last and word[v + 1] == "from":
        return relaying.learned(line, v)
    if cue.stance == "denied" and (v + 1 >= last or tokens.raw[v + 1] in ".,;"):
        charge = relaying.denied_charge(line, v)
        if charge is not None:
            return charge
    if relaying.is_refusal(line, v):
        return relaying.refusal(line, v)
    after_be = _is_after_be(line, v)
    if not after_be and v + 2 < last and word[v + 1] == "by" and word[v].endswith("ed") and word[v + 2] not in _BY_WIRE:
        return None  # "losses confirmed by photographs"
    if after_be and not word[v].endswith("ing"):
        return relaying.passive(line, v, cue)
    if word[v].endswith("ing") and not after_be:
        return _same_speaker(line, v, cue)
    if word[v - 1] in ("and", "but") and line.found and line.found[-1].stop < v:
        coordinated = _same_speaker(line, v, cue)
        if coordinated is not None:
            return coordinated
    if word[v] in _TO_BE_SURE and v + 1 < last and word[v + 1] == "to":
        return None  # "the missing, thought to number 40"
    if word[v] in ("show", "suggest", "indicate", "confirm") and word[v - 1] == "to" and word[v - 2] in _SEEMING:
        return counting.seen(line, v)
    if speech.is_noun(tokens, v, first):
        return None
    if word[v] in ("describe", "described", "describes") and not senses.fits(tokens, v, last, cue):
        cue = (
            lexicon.cues()["mentioned"] if "as" not in word[v:last] else cue
        )  # "witnesses described the killing of 40"
    if word[v] in _VERDICTS and word[v + 1 if v + 1 < last else v] != "that":
        cue = senses.verdict(tokens, v, last) or cue
    if cue.kind == "label" and not senses.fits(tokens, v, last, cue) and senses.quotes_label(line, v):
        cue = lexicon.cues()["praised"]  # "called the raid “long overdue”"
    if not senses.fits(tokens, v, last, cue):
        return None
    return _inverted(line, v, cue) or _behind_subject(line, v, v - 1 if after_be else v, cue)


def _is_after_be(line: Line, v: int) -> bool:
    word = line.tokens.word
    if v > line.first and word[v - 1] in relaying.BE:
        return True
    between = line.masked[v - 1] or word[v - 1] in lexicon.function("adverb")
    return v > line.first + 1 and word[v - 2] in relaying.BE and bool(between)


def _behind_subject(line: Line, v: int, end: int, cue) -> Frame | None:
    """The frame of a verb whose subject ends at ``end``."""
    tokens, word, floor, masked, last = line.tokens, line.tokens.word, line.floor, line.masked, line.last
    who = end - 1
    while word[who] in ("has", "have", "had", "also") and who > line.first:
        who -= 1
    if word[who] in ("who", "which") and tokens.raw[who - 1] == "," and line.found and cue.kind in _FURTHER:
        further = _who(line, v, who, cue)
        if further is not None:
            return further
    if word[end - 1] in _RELATIVES and not (
        tokens.raw[end - 2] == "," and (word[v] in _PLAIN or word[v] in _TOLD_OF and _is_told(line, v))
    ):
        return None  # "an official who asked not to be named", "the group that claimed the raid"
    subject = mentions.before(tokens, end, floor, masked) or _shared(line, end)
    if subject is None:
        return _same_speaker(line, v, cue)
    voice = makers.speaks_through(tokens, subject, v, masked)
    if word[subject.last - 1] in _COLLEAGUES and subject.last < v and word[subject.last] in ("at", "in", "from", "with"):
        voice = makers.colleague(tokens, subject, v, masked)
    if voice is None and not speech.can_speak(tokens, subject, word[v]):
        subject = mentions.of_relative(tokens, end, floor, masked) or subject
    if cue.kind == "count":
        return counting.frame(line, v, subject, voice, cue)
    if word[v] in _VERDICTS and cue.kind == "act" and not senses.judges(tokens, v, subject, last):
        return None
    if voice is None:
        if not speech.can_speak(tokens, subject, word[v]):
            return counting.evidence(line, v, subject, cue)
        voice = coordination.subject(tokens, subject, floor, masked)
    if word[v] in _OWN_VOICE and tokens.at(v + 1) == "that":
        named = names.name(tokens, voice)
        if named is not None and named.kind == "outlet":
            return None  # "The Tamba Daily recalls that 26 were abducted": the paper's own voice
    made = _of_voice(line, v, voice, cue)
    if made is not None and voice.start > line.first and word[voice.start - 1] in mentions.OF_AGENT:
        return made  # "…, according to the office, which says 16 were hurt, two of them soldiers": nothing follows
    if made is not None and word[end - 1] in _RELATIVES:  # "unlike the army, which says 40 died, we …"
        made.last = next((k for k in range(v + 1, made.last) if tokens.raw[k] == ","), made.last)
    elif made is not None and v < made.first and _is_inserted(tokens, voice.start):
        made.last = next((k for k in range(v + 1, made.last) if tokens.raw[k] == ","), made.last)
    return made


def _is_told(line: Line, v: int) -> bool:
    """ "…, according to a militia, which says it lost two men": a clause, with more than its subject behind the verb."""
    content = speech.content_start(line.tokens, v + 1, line.last, line.inside, line.masked)
    return speech.is_clause(line.tokens, content, line.last, line.tokens.word[v])


def _is_inserted(tokens: Tokens, start: int) -> bool:
    """Return whether a speaker stands in a relative clause: "the blast, which officials say was a missile, killed 40"."""
    return start > 1 and tokens.word[start - 1] in ("which", "who", "whom") and tokens.raw[start - 2] == ","


def _who(line: Line, v: int, who: int, cue) -> Frame | None:
    """ "…, said the mayor, who blamed the rebels": a further frame of the speaker who stands before the comma."""
    before = line.found[-1]
    if before.speaker is None or before.speaker.stop != who - 1 or before.cue is None or before.first > before.cue[0]:
        return None
    if cue.kind in ("act", "pledge"):
        return Frame(who, line.last, before.speaker, cue=(v, v + 1), stance=cue.stance, certainty=cue.certainty,
                     same_speaker=True, act=True, stop=v + 1)  # fmt: skip
    content = speech.content_start(line.tokens, v + 1, line.last, line.inside, line.masked)
    if not speech.is_clause(line.tokens, content, line.last, line.tokens.word[v]):
        return None
    return Frame(content, line.last, before.speaker, cue=(v, v + 1), stance=cue.stance, certainty=cue.certainty,
                 same_speaker=True, stop=v + 1)  # fmt: skip


def _shared(line: Line, end: int) -> Mention | None:
    """The subject that a verb behind "and" shares with the verb before it ("X visited the front and promised")."""
    tokens = line.tokens
    if tokens.word[end - 1] not in ("and", "but"):
        return None
    subject = mentions.behind(tokens, line.floor, end - 1, line.masked)
    if subject is None:
        return None
    if not subject.app_last:  # "Envoy Ana Vidal toured"
        capitals = (k for k in range(subject.last - 1, subject.first, -1) if tokens.capital[k])
        subject = Mention(subject.first, next(capitals, subject.last - 1) + 1)
    if subject.stop >= end - 1 or tokens.raw[subject.stop] == "," and not subject.app_last:
        return None
    named = names.name(tokens, subject)
    return subject if named is not None and (named.kind in _SHARING or named.kind == "pronoun") else None


def _of_voice(line: Line, v: int, voice: Mention, cue) -> Frame | None:
    """The frame of a verb behind its subject, with the content behind the verb or before the subject."""
    tokens, last = line.tokens, line.last
    stance, act = cue.stance, cue.kind in _ACTS
    group = _verb_group(tokens, voice.stop, v)
    if tokens.word[v - 1] == "but":
        group = group[:0]  # "did not name the site but said": what is denied stands before
    if "cannot" in group or "not" in group and not _NEGATED.isdisjoint(group):
        if stance not in ("confirmed", "denied") or cue.kind == "rebuff":
            return None
        stance, act = "not_confirmed", True
    if "neither" in group or tokens.word[v - 1] == "neither" or tokens.word[voice.first] == "neither":
        stance, act = "not_confirmed", True
    made = Frame(voice.start, last, voice, cue=(v, v + 1), stance=stance, certainty=cue.certainty, stop=v + 1)
    if not act and speech.is_after(tokens, v, voice.start, line.floor, last, line.masked):
        stop = speech.after_cue(tokens, v + 1, last)
        rest = speech.goes_on(tokens, stop, last) or _resumes(tokens, voice, stop, last)
        rest = rest and not speech.is_gloss(line, voice.start, stop)
        made.first, made.last = line.floor, last if rest else voice.start
        if rest:
            made.first = _relative_start(line, voice.start)
        made.stop = last if rest and tokens.raw[stop] != ";" else max(stop, v + 1)
        return made
    if v + 1 >= last or tokens.raw[v + 1] in ".!?":
        return None  # "Explosions reported": nothing was said
    content = speech.content_start(tokens, v + 1, last, line.inside, line.masked)
    if content == v + 1 and tokens.word[content] in _TOLD:
        content += 1  # "told me hundreds had fled"
    elif content == v + 1 and tokens.word[v] in ("told", "tells"):
        content = speech.behind_addressee(tokens, content, last)
    if tokens.word[v] in ("claimed", "claims", "claim", "claiming") and senses.is_deed(tokens, v, last):
        act = True  # "claimed responsibility for the raid that killed 40": the deed, not its toll, is claimed
        made.last = next((k for k in range(v + 2, line.last) if tokens.word[k] in _CLOSING or tokens.kind[k] == "n"), line.last)
    if act:
        made.act = True
        if stance == "denied" and tokens.word[v + 1] == "that" and cue.kind == "act" and v + 2 < last:
            made.first = v + 2  # "denied that it had shelled the camp"
    elif speech.is_clause(tokens, content, last, tokens.word[v]):
        made.first, made.last = content, speech.without_remark(tokens, content, last)
    else:
        return _of_object(line, v, made)
    return made


def _resumes(tokens: Tokens, voice: Mention, stop: int, last: int) -> bool:
    """ "40 died, it said; ten were hurt": only a speaker known before still speaks in the clause that follows."""
    if stop >= last - 1:
        return False
    if tokens.raw[stop] == ";" and senses.PREDICATES.isdisjoint(tokens.word[stop:last]):
        return True  # "on this side 40 died, it said; on the other, ten": no clause of its own
    if tokens.word[voice.first] not in _SUBJECTS:
        return False
    return tokens.raw[stop] == ";" or tokens.raw[stop] == "," and tokens.word[stop + 1] == "but"


def _of_object(line: Line, v: int, made: Frame) -> Frame | None:
    """The frame of a verb with an object and no clause: "reported 14 deaths", "confirmed the loss of two tanks"."""
    tokens = line.tokens
    if tokens.word[v] in _OBJECTLESS:
        return None
    if made.stance == "confirmed" and tokens.word[v + 1] != "to" and not senses.is_harm(tokens, v, line.last):
        return None  # "confirmed the sentences of 14 rebels"
    start, made.act = made.first, True
    made.first = speech.fronted(line, start)
    if made.first == start and tokens.word[v] in senses.SPEAKING_OF:  # "spoke in May of 40 dead"
        made.first = next((k + 1 for k in range(v, min(line.last - 1, v + 7)) if tokens.word[k] == "of"), v + 1)
    elif made.first == start and tokens.word[v] in ("says", "said") and senses.is_count(tokens, v + 1):
        made.first = v + 1  # "the council says nine"
    closing = (k for k in range(v + 2, line.last) if tokens.word[k] in _CLOSING)
    made.last = next(closing, line.last)
    return made


def _relative_start(line: Line, start: int) -> int:
    """Where the clause begins in which a speaker is inserted: "…, 44 of which, a source says, are lost"."""
    tokens = line.tokens
    for k in range(start - 2, max(line.floor, start - _INSERTED), -1):
        if tokens.word[k] in ("which", "whom", "who", "where"):
            while k > line.floor and tokens.raw[k - 1] != ",":
                k -= 1
            return k
        if tokens.raw[k] in ",;:":
            break
    return line.floor


def _verb_group(tokens: Tokens, first: int, v: int) -> list[str]:
    """The auxiliaries and adverbs before a verb, none of a clause between the subject and it."""
    k = v
    while k > first and tokens.raw[k - 1] != "," and tokens.word[first] not in _RELATIVES:
        k -= 1
    return tokens.word[k:v]


def _same_speaker(line: Line, v: int, cue) -> Frame | None:
    """ "…, assuring that …", "… and denied that …": a further frame of the speaker before."""
    tokens, last, found = line.tokens, line.last, line.found
    if not found and tokens.word[v] in _REMARKING and tokens.raw[v - 1] == ",":
        return _remark(line, v, cue)
    if not found or found[-1].speaker is None or tokens.raw[v - 1] not in (",", "and", "but"):
        return None
    if cue.kind == "label" or not senses.fits(tokens, v, last, cue):
        return None
    if cue.kind == "pledge":
        if tokens.word[v - 1] not in ("and", "but") or not _asks(tokens, v, last):
            return None
        return Frame(v, last, found[-1].speaker, cue=(v, v + 1), certainty=cue.certainty, same_speaker=True, act=True,
                     stop=v + 1)  # fmt: skip
    content = v + 2 if v + 1 < last and tokens.word[v + 1] == "that" else v + 1
    if not speech.is_clause(tokens, content, last, tokens.word[v]):
        numbered = any(tokens.kind[k] == "n" for k in range(v + 1, min(last, v + 10)))
        reckons = (
            cue.kind == "say" or cue.kind == "count" and cue.certainty == "estimated" and "at" in tokens.word[v:last]
        )
        if tokens.word[v - 1] not in ("and", "but") or not reckons or not numbered:
            return None
        content = v  # "… and estimates the true figure at 5,500"
    return Frame(content, last, found[-1].speaker, cue=(v, v + 1), stance=cue.stance, certainty=cue.certainty,
                 same_speaker=True, stop=v + 1)  # fmt: skip


def _remark(line: Line, v: int, cue) -> Frame | None:
    """ "He would not comment, saying only that …": a clause in which nobody has spoken, and what its subject adds."""
    tokens, last = line.tokens, line.last
    subject = mentions.behind(tokens, line.first, v - 1, line.masked)
    if subject is None or not speech.can_speak(tokens, subject, "counts"):
        return None
    content = speech.content_start(tokens, v + 1, last, line.inside, line.masked)
    if not speech.is_clause(tokens, content, last, tokens.word[v]):
        return None
    return Frame(content, last, subject, cue=(v, v + 1), stance=cue.stance, certainty=cue.certainty, stop=v + 1)


_REMARKING = frozenset("saying adding claiming arguing insisting warning alleging stating".split())


def _asks(tokens: Tokens, v: int, last: int) -> bool:
    """Return whether a further verb of asking or pledging has an object: "and asked the capital for 200 soldiers"."""
    return v + 2 < last and not tokens.word[v].endswith("ing") and tokens.word[v + 1] != "by"


def _inverted(line: Line, v: int, cue) -> Frame | None:
    """ "…, said X, a role": the cue before its subject, after a comma, quotation mark or dash."""
    tokens, last, masked = line.tokens, line.last, line.masked
    if v <= line.floor or v + 1 >= last or cue.kind == "count" or cue.kind in _ACTS:
        return None
    before = tokens.raw[v - 1]
    dash = before in headings.DASHES or before == "-" and not tokens.joined(v - 1) and not tokens.joined(v)
    if not (before in speech.QUOTES or dash or before == ",") or tokens.word[v] in ("told", "tells"):
        return None
    target = mentions.behind(tokens, v + 1, last, masked)
    if target is None or tokens.word[v + 1] == "that":
        return None
    voice = makers.speaks_through(tokens, target, last, masked)
    if voice is None and not speech.can_speak(tokens, target, tokens.word[v]):
        return None
    if before == "," and (_opens_clause(tokens, target, last) or _is_subject(line, v)):
        return None  # "Ana Vidal, the mayor, said shelling went on"
    if target.last < last and tokens.word[target.last] in senses.PREDICATES:
        return None  # "the mayor, Ana Vidal, said six people were hurt"
    voice = voice or coordination.target(tokens, target, last, masked)
    return Frame(line.floor, v, voice, cue=(v, v + 1), stance=cue.stance, certainty=cue.certainty,
                 stop=max(target.stop, voice.stop))  # fmt: skip


def _is_subject(line: Line, v: int) -> bool:
    """Return whether all that stands before a verb and its comma is a subject: "Ana Vidal, who had seen it, said"."""
    tokens, first = line.tokens, line.floor
    comma = next((k for k in range(first, v - 1) if tokens.raw[k] == ","), v)
    if tokens.word[first] in _FRONTED:
        return False  # "In the town of Tamba, 40 families left, said the mayor"
    if comma == v or any(tokens.kind[k] == "n" or tokens.word[k] in senses.PREDICATES for k in range(first, comma)):
        return False
    if tokens.word[comma + 1] not in _RELATIVES:
        stop = next(k for k in range(comma + 1, v) if tokens.raw[k] == ",")
        described = tokens.word[comma + 1 : stop]
        if stop != v - 1 or "who" not in described and not senses.PREDICATES.isdisjoint(described):
            return False
    subject = mentions.before(tokens, v, first, line.masked)
    named = names.name(tokens, subject) if subject is not None else None
    return named is not None and named.kind in _SHARING


_OWN_VOICE = frozenset({"recalls", "recalled", "understands", "learned", "learnt"})
_COLLEAGUES = frozenset({"colleagues", "colleague"})
_FRONTED = frozenset("in at on near outside inside during since from across".split())


def _opens_clause(tokens: Tokens, target: Mention, last: int) -> bool:
    """Return whether what follows a verb of speaking is the subject of a clause rather than of the verb."""
    if tokens.word[target.first] in _SUBJECTS and target.last > target.first + 1:
        return True  # "says they hold 22 men"
    if target.stop >= last or tokens.kind[target.stop] != "w":
        return False
    named = names.name(tokens, target)
    return named is None or named.kind == "other"
