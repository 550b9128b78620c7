"""Attribution frames: which words of a sentence are whose, by which cue, with what stance.

A frame covers a span of content and names a speaker, an origin or both. Shapes read here: cue before the content ("X
said that …"), inside it ("…, he said, …"), after it ("…, X said"), inverted ("…, said X"), passive ("… was confirmed
by X"), and in three styles of quotation, the dash among them. Headlines, citations and denials have modules of their
own; :func:`frames` joins what they find.
"""

from . import citations, coordination, denials, headings, lexicon, mentions, names, speech
from .blocks import Sentence
from .frame import Frame
from .mentions import Mention
from .tokens import Tokens

_BE = frozenset("is are was were be been being am".split())
_NEGATED = frozenset({"did", "does", "do", "has", "have", "had", "could", "can", "would"})
_PASSIVES = frozenset("confirmed reported announced denied disclosed acknowledged admitted revealed verified".split())
_TO_BE_SURE = frozenset("thought believed estimated reported said alleged suggested assessed".split())
_RELATIVES = frozenset({"who", "which", "that", "whose"})
_SUBJECTS = frozenset({"he", "she", "it", "they", "we", "i"})
_PLAIN = frozenset({"said", "says", "reported", "reports", "added"})
_PREDICATES = lexicon.function("aux") | lexicon.verbs().keys() | lexicon.cues().keys()
_ACTS = frozenset({"act", "pledge", "rebuff", "label"})


def frames(tokens: Tokens, sentence: Sentence, first: int, masked: bytearray, inside: bytearray) -> list[Frame]:
    """Return the frames of one sentence, whose content starts at ``first``, in the order of their content."""
    last = sentence.last
    found: list[Frame] = []
    if first >= last:
        return found
    lead = citations.opening(tokens, first, last, masked) or headings.voice(tokens, sentence, first, last, masked)
    if lead is not None:
        found.append(lead)
        first = lead.first
    floor = first
    cues = lexicon.cues()
    word, kind, after = tokens.word, tokens.kind, first
    for i in [i for i in range(first, last) if word[i] in cues or kind[i] == "s"]:
        if i < after or inside[i]:
            continue
        cue, frame = cues.get(word[i]), None
        if kind[i] == "s":
            frame = citations.figure_of(tokens, i, floor, last, masked)
        if cue is not None:
            read = _quoted_as if cue.kind == "quote" else None
            frame = read(tokens, i, floor, last, masked) if read else _frame(
                tokens, i, floor, first, last, cue, masked, inside, found
            )  # fmt: skip
        if frame is None:
            continue
        if lead is not None and not _holds(lead, frame):
            lead = None
        if not _wrap(tokens, found, frame, i):
            found.append(frame)
        floor = after = max(i + 1, frame.stop if frame.first < i else frame.first)
    _close(tokens, found)
    if lead is not None and lead.speaker is None and len(found) > 1:
        _give_origin(found, lead)
    found = citations.join(tokens, found, first, last, masked, inside)
    _quote_behind_colon(tokens, found, first, last, masked, inside)
    denials.apply(tokens, found, last, masked)
    return found


def _wrap(tokens: Tokens, found: list[Frame], frame: Frame, v: int) -> bool:
    """ "The service estimates that N …, said Y": the voice at the end holds all; the one inside is what it cites."""
    if not found or frame.last > v or frame.first >= frame.last or frame.speaker is None:
        return False
    inner = found[-1]
    if inner.speaker is None or inner.cue is None or inner.cue[0] > inner.first and not inner.act or inner.last <= v:
        return False
    if any(tokens.raw[k] == ";" for k in range(inner.first, v)):
        return False
    if inner.act:
        certainty, origin = inner.certainty, None
    else:
        certainty, origin = inner.certainty, inner.speaker
    outer = Frame(inner.start, frame.last, frame.speaker, origin, frame.cue, inner.cue if origin else None,
                  inner.stance if inner.stance == "denied" else frame.stance, certainty, stop=frame.stop)  # fmt: skip
    found[-1] = outer
    return True


def _holds(lead: Frame, frame: Frame) -> bool:
    return lead.first <= frame.start


def _give_origin(found: list[Frame], lead: Frame) -> None:
    """ "Based on records, the ministry says …": what opens the sentence is the origin of the speaker behind it."""
    after = found[1]
    if after.origin is None and after.start == lead.first:
        after.origin, after.origin_cue = lead.origin, lead.origin_cue
        found.remove(lead)


def _frame(tokens, v, floor, first, last, cue, masked, inside, found) -> Frame | None:
    word = tokens.word
    if v > first and tokens.is_capital(v) and v + 1 < last and tokens.is_capital(v + 1):
        return None  # a name: "Tell Tamar"
    after_be = (
        v > first
        and word[v - 1] in _BE
        or v > first + 1
        and word[v - 2] in _BE
        and (masked[v - 1] or word[v - 1] in lexicon.function("adverb"))
    )  # noqa: E501
    if word[v] in _CHECKS and word[v - 1] == "to" and word[v - 2] in _REFUSALS:
        return _refusal(tokens, v, floor, last, masked)
    if after_be and not word[v].endswith("ing"):
        return _passive(tokens, v, floor, last, cue, masked)
    if word[v].endswith("ing") and not after_be:
        return _same_speaker(tokens, v, last, cue, found)
    if word[v - 1] in ("and", "but") and found and found[-1].speaker is not None and found[-1].stop < v:
        coordinated = _same_speaker(tokens, v, last, cue, found)
        if coordinated is not None:
            return coordinated
    if word[v] in _TO_BE_SURE and v + 1 < last and word[v + 1] == "to":
        return None  # "the missing, thought to number 40"
    if speech.is_noun(tokens, v, first) or not _fits(tokens, v, last, cue):
        return None
    inverted = _inverted(tokens, v, floor, last, cue, masked)
    if inverted is not None:
        return inverted
    end = v - 1 if after_be else v
    if word[end - 1] in _RELATIVES and not (tokens.raw[end - 2] == "," and word[v] in _PLAIN):
        return None  # "an official who asked not to be named", "the group that claimed the raid"
    subject = mentions.before(tokens, end, floor, masked) or _shared(tokens, end, floor, masked)
    if subject is None:
        return _same_speaker(tokens, v, last, cue, found)
    voice = citations.speaks_through(tokens, subject, v, masked)
    if voice is None and not speech.can_speak(tokens, subject, word[v]):
        subject = mentions.of_relative(tokens, end, floor, masked) or subject
    if cue.kind == "count":
        return _counting(tokens, v, subject, voice, last, cue, floor, masked, found)
    if voice is None:
        if not speech.can_speak(tokens, subject, word[v]):
            return _of_evidence(tokens, v, subject, last, cue, inside)
        voice = coordination.subject(tokens, subject, floor, masked)
    return _of_subject(tokens, v, voice, floor, last, cue, masked, inside)


def _of_evidence(tokens, v, subject: Mention, last: int, cue, inside) -> Frame | None:
    """ "The report says that …", "leaked data suggest …": a text or data without a maker is an origin."""
    named = names.name(tokens, subject)
    if named is None or named.kind != "evidence" or cue.kind not in ("say", "that") or v + 1 >= last:
        return None
    content = speech.content_start(tokens, v + 1, last, inside)
    if tokens.word[subject.last - 1] in ("reports", "rumours", "rumors"):
        return Frame(content, last, certainty="reported", stop=v + 1)  # reports by nobody named
    return Frame(content, last, origin=subject, origin_cue=(v, v + 1), certainty=cue.certainty, stop=v + 1)


def _shared(tokens: Tokens, end: int, floor: int, masked: bytearray) -> Mention | None:
    """The subject that a verb behind "and" shares with the verb before it ("X visited the front and promised")."""
    if tokens.word[end - 1] != "and":
        return None
    subject = mentions.behind(tokens, floor, end - 1, masked)
    if subject is not None and not subject.app_last:
        capital = next(
            (k for k in range(subject.last - 1, subject.first, -1) if tokens.is_capital(k)), subject.last - 1
        )
        subject = Mention(subject.first, capital + 1)  # "Ambassador Ana Vidal handed over"
    if subject is None or subject.stop >= end - 1 or tokens.raw[subject.stop] == ",":
        return None
    named = names.name(tokens, subject)
    strict = named is not None and named.kind in ("person", "body", "force", "role", "state")
    return subject if strict else None


def _fits(tokens: Tokens, v: int, last: int, cue) -> bool:
    """Return whether the words behind a verb make it one of speaking: "found that", "rejected reports of"."""
    after = tokens.word[v + 1] if v + 1 < last else ""
    if cue.kind == "that":
        return after == "that" or v + 1 >= last or tokens.raw[v + 1] in (",", ".", ";")
    if cue.kind == "rebuff":
        return bool(denials.object_of(tokens, v, last))
    if cue.kind == "label":
        noun = denials.object_of(tokens, v, last)
        return bool(noun) and tokens.word[noun] != "as" and any(
            tokens.word[k] in lexicon.speech("denial") for k in range(noun, last)
        )  # fmt: skip
    if tokens.word[v] in ("spoke", "speaks", "spoken"):
        return after == "of"
    return True


def _verb_group(tokens: Tokens, first: int, v: int) -> list[str]:
    """The auxiliaries and adverbs before a verb, none of a clause between the subject and it."""
    k = v
    while k > first and tokens.raw[k - 1] != ",":
        k -= 1
    return tokens.word[k:v]


def _of_subject(tokens, v, subject: Mention, floor, last, cue, masked, inside) -> Frame | None:
    stance, certainty = cue.stance, cue.certainty
    act = cue.kind in _ACTS
    between = _verb_group(tokens, subject.stop, v)
    if "cannot" in between or "not" in between and not _NEGATED.isdisjoint(between):
        if stance not in ("confirmed", "denied") or cue.kind == "rebuff":
            return None
        stance, act = "not_confirmed", True
    if "neither" in between or tokens.word[v - 1] == "neither" or tokens.word[subject.first] == "neither":
        stance, act = "not_confirmed", True
    start = subject.start
    if not act and speech.is_after(tokens, v, start, floor, last, masked):
        stop = speech.after_cue(tokens, v + 1, last)
        rest = speech.goes_on(tokens, stop, last)
        end = last if rest else start
        behind = last if rest and tokens.raw[stop] != ";" else max(stop, v + 1)
        return Frame(floor, end, subject, None, (v, v + 1), None, stance, certainty, stop=behind)
    if v + 1 >= last or tokens.raw[v + 1] in ".!?":
        return None  # "Explosions reported": nothing was said
    content = speech.content_start(tokens, v + 1, last, inside)
    if act or not speech.is_clause(tokens, content, last, tokens.word[v]):
        return Frame(start, last, subject, None, (v, v + 1), None, stance, certainty, act=True, stop=v + 1)
    return Frame(content, last, subject, None, (v, v + 1), None, stance, certainty, stop=v + 1)


def _same_speaker(tokens, v, last, cue, found) -> Frame | None:
    """ "…, assuring that …", "… and denied that …": a further frame of the speaker before."""
    if not found or found[-1].speaker is None or tokens.raw[v - 1] not in (",", "and", "but"):
        return None
    if cue.kind in ("pledge", "label") or not _fits(tokens, v, last, cue):
        return None
    content = v + 2 if v + 1 < last and tokens.word[v + 1] == "that" else v + 1
    if not speech.is_clause(tokens, content, last, tokens.word[v]):
        if tokens.word[v - 1] != "and" or cue.kind != "say" or not _numbered(tokens, v, last):
            return None
        content = v  # "… and estimates the true figure at 5,500"
    return Frame(content, last, found[-1].speaker, None, (v, v + 1), None, cue.stance, cue.certainty,
                 same_speaker=True, stop=v + 1)  # fmt: skip


def _numbered(tokens: Tokens, v: int, last: int) -> bool:
    return any(tokens.kind[k] == "n" for k in range(v + 1, min(last, v + 10)))


def _inverted(tokens, v, floor, last, cue, masked) -> Frame | None:
    """ "…, said X, a role": the cue before its subject, after a comma, quotation mark or dash."""
    if v <= floor or v + 1 >= last or cue.kind == "count" or cue.kind in _ACTS:
        return None
    before = tokens.raw[v - 1]
    dash = before in headings.DASHES or before == "-" and not tokens.joined(v - 1) and not tokens.joined(v)
    if not (before in speech.QUOTES or dash or before == ",") or tokens.word[v] in ("told", "tells"):
        return None
    target = mentions.behind(tokens, v + 1, last, masked)
    if target is None or tokens.word[v + 1] == "that":
        return None
    if before == "," and target.last > v + 2 and tokens.word[v + 1] in _SUBJECTS:
        return None  # "the mayor, Ana Vidal, says they hold 22 men"
    voice = citations.speaks_through(tokens, target, last, masked)
    if voice is None and not speech.can_speak(tokens, target, tokens.word[v]):
        return None
    if before == "," and target.stop < last and tokens.kind[target.stop] == "w" and _is_other(tokens, target):
        return None  # "Ana Vidal, the mayor, said shelling went on"
    if (
        target.last < last
        and tokens.word[target.last] in _PREDICATES
    ):
        return None  # "the mayor, Ana Vidal, said six people were hurt"
    voice = voice or coordination.target(tokens, target, last, masked)
    return Frame(floor, v, voice, None, (v, v + 1), None, cue.stance, cue.certainty, stop=max(target.stop, voice.stop))


def _is_other(tokens: Tokens, mention: Mention) -> bool:
    named = names.name(tokens, mention)
    return named is None or named.kind == "other"


def _refusal(tokens, v, floor, last, masked) -> Frame | None:
    """ "The army refused to confirm …", "the mission was unable to verify …"."""
    end = v - 2
    while end > floor and tokens.word[end - 1] in _BE:
        end -= 1
    subject = mentions.before(tokens, end, floor, masked)
    if subject is None or not speech.can_speak(tokens, subject, "said"):
        return None
    return Frame(subject.start, last, subject, None, (v - 2, v + 1), stance="not_confirmed", act=True, stop=v + 1)


_CHECKS = frozenset({"confirm", "verify", "corroborate"})
_REFUSALS = frozenset({"refused", "declined", "unable", "refuses", "declines", "failed"})


def _passive(tokens, v, floor, last, cue, masked) -> Frame | None:
    """ "The losses were confirmed by X": the clause is X's claim."""
    if tokens.word[v] not in _PASSIVES or v + 2 >= last or tokens.word[v + 1] != "by":
        return None
    target = mentions.behind(tokens, v + 2, last, masked)
    if target is None or not speech.can_speak(tokens, target, "confirmed"):
        return None
    target = coordination.target(tokens, target, last, masked)
    return Frame(
        floor, target.stop, target, None, (v, v + 2), None, cue.stance, cue.certainty, act=True, stop=target.stop
    )


def _quoted_as(tokens, v, floor, last, masked) -> Frame | None:
    """ "…,” it quoted him as saying", "he was quoted as saying that …": whom the outlet quotes is the speaker."""
    word = tokens.word
    end = v + 1
    while end < min(last - 1, v + 14) and word[end] != "as":
        end += 1
    if not tokens.matches(end, ("as", "saying")):
        return None
    outlet = None
    if word[v - 1] in _BE:
        voice = mentions.before(tokens, v - 1, floor, masked)
        if word[v + 1] == "by":
            outlet = Mention(v + 2, end)
    else:
        voice = mentions.behind(tokens, v + 1, end, masked) or (Mention(v + 1, end) if end == v + 2 else None)
        outlet = mentions.before(tokens, v, floor, masked)
    if voice is None or not speech.can_speak(tokens, voice, "said"):
        return None
    start = outlet.start if outlet is not None and outlet.first < v else voice.start
    between = [outlet] if outlet is not None and speech.can_speak(tokens, outlet, "reported") else []
    cue = (v, end + 2)
    if speech.is_after(tokens, end + 1, start, floor, last, masked):
        return Frame(floor, start, voice, None, cue, stop=end + 2, before=between)
    content = end + 3 if end + 2 < last and word[end + 2] == "that" else end + 2
    return Frame(content, last, voice, None, cue, stop=end + 2, before=between) if content < last else None


def _counting(tokens, v, subject: Mention, voice: Mention | None, last: int, cue, floor, masked, found):
    """ "The mission recorded 64 violations": the clause is the claim of the body, or rests on the evidence, that counts."""
    named = names.name(tokens, voice or subject)
    if named is None or named.kind in ("other", "state") or tokens.word[subject.first] in ("we", "i"):
        return None
    if named.kind == "pronoun" and found and found[-1].last == last and found[-1].first <= subject.first:
        return None  # "the police say that they counted 40": one claim
    if tokens.word[subject.first] == "our" and named.kind != "evidence":
        return None
    if cue.certainty == "estimated" and not any(tokens.word[k] == "at" for k in range(v + 1, min(last, v + 16))):
        return None  # "put" speaks only in "put the number at"
    certainty = cue.certainty
    if voice is None and named.kind == "evidence":
        return Frame(subject.start, last, origin=subject, origin_cue=(v, v + 1), stop=v + 1)
    if voice is None and tokens.word[v] in (
        "shows",
        "show",
        "showed",
        "mentions",
        "list",
        "count",
        "record",
        "numbered",
        "cut",
    ):
        return None
    if tokens.word[v] in _GIVING and not _gives_number(tokens, v, last):
        return None
    if voice is not None and _is_estimate(tokens, subject):
        certainty = "estimated"
    speaker = voice or coordination.subject(tokens, subject, floor, masked)
    return Frame(speaker.start, last, speaker, None, (v, v + 1), None, cue.stance, certainty, act=True, stop=v + 1)


_GIVING = frozenset("gave gives revised revises raised raises corrected corrects lowered lowers cut".split())
_TOLLS = frozenset("toll number figure count estimate tally strength death dead".split())


def _gives_number(tokens: Tokens, v: int, last: int) -> bool:
    """Return whether "gave", "raised" is about a count ("gave the figure as", "gave 58 killed"), not about a gift."""
    words = tokens.word[v + 1 : min(last, v + 6)]
    if tokens.word[v] in ("gave", "gives"):
        if any(word in _TOLLS for word in words):
            return True
        bare = tokens.kind[v + 1] == "n" and (v + 2 >= last or tokens.raw[v + 2] in ",;.")
        return bare or tokens.kind[v + 1] == "n" and any(w in ("killed", "wounded", "injured", "dead") for w in words)
    return any(word in _TOLLS for word in words)


def _is_estimate(tokens: Tokens, subject: Mention) -> bool:
    return any(
        tokens.word[k] in ("assessment", "estimate", "estimates", "assessments")
        for k in range(subject.start, max(subject.stop, subject.last))
    )


_ADVERBIAL = 7  # tokens between a semicolon and the next subject: "; on Sunday night its spokesman said"


def _close(tokens: Tokens, found: list[Frame]) -> None:
    """End each frame where the next one begins."""
    for frame, after in zip(found, found[1:]):
        if frame.first < after.first:
            edge = min(after.cue[0] if after.cue else after.first, after.first)
            if after.speaker is not None and not after.same_speaker:
                edge = min(edge, after.speaker.start)
            edge = next(
                (k for k in range(edge - 1, max(frame.first, edge - _ADVERBIAL), -1) if tokens.raw[k] == ";"), edge
            )
            if after.first >= edge:
                frame.last = min(frame.last, edge)


def _quote_behind_colon(tokens, found: list[Frame], first: int, last: int, masked, inside) -> None:
    """ "She disputed the count: “…”", "the colonel was blunt: “…”": a quotation behind a colon is the subject's."""
    for k in [k for k in range(first + 1, last - 2) if tokens.raw[k] == ":"]:
        if inside[k] or tokens.raw[k + 1] not in speech.QUOTES or not inside[k + 2]:
            continue
        owner = next((frame for frame in reversed(found) if frame.start <= k), None)
        if owner is not None:
            if owner.act and owner.speaker is not None and owner.last > k:
                owner.first, owner.act = k + 2, False
            return
        subject = mentions.behind(tokens, first, k, masked)
        if subject is None:
            return
        voice = citations.speaks_through(tokens, subject, k, masked) or subject
        named = names.name(tokens, voice)
        if named is not None and named.kind not in ("other", "evidence", "state"):
            found.append(Frame(k + 2, last, voice, None, (k, k + 1), None, stop=last))
        return
