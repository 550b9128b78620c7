"""Words that others pass on, confirm or will not confirm: "was confirmed by X", "quoted X as saying"."""

from . import coordination, lexicon, mentions, names, speech
from .frame import Frame, Line
from .mentions import Mention

BE = frozenset("is are was were be been being am".split())
_PASSIVES = frozenset(
    "confirmed reported announced denied disclosed acknowledged admitted revealed verified "
    "recorded documented counted registered given provided supplied".split()
)
_CHECKS = frozenset({"confirm", "verify", "corroborate"})
_REFUSALS = frozenset({"refused", "declined", "unable", "refuses", "declines", "failed"})
_AS_SAYING = frozenset({"saying", "telling", "writing", "claiming"})
_REACH = 14  # tokens between "quoted" and "as saying"


def is_refusal(line: Line, v: int) -> bool:
    """Return whether a verb of confirming at ``v`` is one that somebody will or can not do."""
    word = line.tokens.word
    return word[v] in _CHECKS and word[v - 1] == "to" and word[v - 2] in _REFUSALS


def refusal(line: Line, v: int) -> Frame | None:
    """Read "The army refused to confirm …", "the mission was unable to verify …"."""
    tokens, end = line.tokens, v - 2
    while end > line.floor and tokens.word[end - 1] in BE:
        end -= 1
    subject = mentions.before(tokens, end, line.floor, line.masked)
    if subject is None or not speech.can_speak(tokens, subject, "said"):
        return None
    return Frame(subject.start, line.last, subject, cue=(v - 2, v + 1), stance="not_confirmed", act=True, stop=v + 1)


def denied_charge(line: Line, v: int) -> Frame | None:
    """Read "X says 40 died, a charge the group denies", "…, which Y denies": who denies it, and whose claim it is."""
    tokens = line.tokens
    subject = mentions.before(tokens, v, line.floor, line.masked)
    if subject is None or not speech.can_speak(tokens, subject, "said"):
        return None
    k = subject.start - 1
    k -= tokens.word[k] in ("that", "which") and tokens.word[k - 1] in lexicon.speech("claim")
    noun = tokens.word[k] in lexicon.speech("claim") or tokens.word[k] in ("something", "which")
    comma = k - 1 if tokens.raw[k - 1] == "," else k - 2
    if not noun or comma <= line.first or tokens.raw[comma] != ",":
        return None
    owner = line.found[-1] if line.found else None
    made = Frame(comma + 1, v + 1, subject, cue=(v, v + 1), stance="denied", act=True, stop=v + 1)
    if owner is not None and owner.speaker is not None and owner.start < comma:
        owner.last = min(owner.last, comma)
        made.origin, made.origin_cue = owner.speaker, owner.cue
    return made


def learned(line: Line, v: int) -> Frame | None:
    """Read "The paper has learned from officials that …", "…, the paper has learned from officials": they speak."""
    tokens = line.tokens
    outlet = mentions.before(tokens, v, line.floor, line.masked)
    target = mentions.behind(tokens, v + 2, line.last, line.masked)
    if outlet is None or target is None or not speech.can_speak(tokens, target, "said"):
        return None
    target = coordination.target(tokens, target, line.last, line.masked)
    that = next((k for k in range(target.stop, line.last - 1) if tokens.word[k] == "that"), 0)
    if that:
        return Frame(that + 1, line.last, target, cue=(v, v + 2), stop=that + 1)
    if outlet.start <= line.floor or tokens.raw[outlet.start - 1] != ",":
        return None
    return Frame(line.floor, outlet.start, target, cue=(v, v + 2), stop=target.stop)


def passive(line: Line, v: int, cue) -> Frame | None:
    """Read "The losses were confirmed by X": the clause is X's claim."""
    tokens = line.tokens
    if tokens.word[v] not in _PASSIVES or v + 2 >= line.last or tokens.word[v + 1] != "by":
        return None
    if tokens.word[v] in ("given", "provided") and lexicon.speech("amount").isdisjoint(tokens.word[line.floor : v]):
        return None  # "40 trucks were given by Norwick"
    target = mentions.behind(tokens, v + 2, line.last, line.masked)
    if target is None or not speech.can_speak(tokens, target, "confirmed"):
        return None
    target = coordination.target(tokens, target, line.last, line.masked)
    return Frame(line.floor, target.stop, target, cue=(v, v + 2), stance=cue.stance, certainty=cue.certainty, act=True,
                 stop=target.stop)  # fmt: skip


def _tells_itself(tokens, outlet: Mention) -> bool:
    """Return whether who quotes is a voice of its own, such as investigators, and no outlet that only heard it."""
    named = names.name(tokens, outlet)
    return named is not None and named.kind in ("group", "person", "role", "force")


def quotation(line: Line, v: int) -> Frame | None:
    """Read "…,” it quoted him as saying", "he was quoted as saying that …": whom the outlet quotes is the speaker."""
    tokens, word, end = line.tokens, line.tokens.word, v + 1
    while end < min(line.last - 1, v + _REACH) and word[end] != "as":
        end += 1
    if end + 1 >= line.last or word[end] != "as" or word[end + 1] not in _AS_SAYING:
        return None
    outlet = None
    if word[v - 1] in BE:
        voice = mentions.before(tokens, v - 1, line.floor, line.masked)
        if word[v + 1] == "by":
            outlet = Mention(v + 2, end)
    else:
        voice = mentions.behind(tokens, v + 1, end, line.masked) or (Mention(v + 1, end) if end == v + 2 else None)
        outlet = mentions.before(tokens, v, line.floor, line.masked)
    if voice is None or not speech.can_speak(tokens, voice, "said"):
        return None
    if outlet is not None and outlet.first < v and _tells_itself(tokens, outlet):
        content = end + 3 if end + 2 < line.last and word[end + 2] == "that" else end + 2
        if not speech.is_after(tokens, end + 1, outlet.start, line.floor, line.last, line.masked):
            return Frame(content, line.last, outlet, voice, (v, v + 1), (v, end + 2), stop=end + 2)
    start = outlet.start if outlet is not None and outlet.first < v else voice.start
    passed_on = [outlet] if outlet is not None and speech.can_speak(tokens, outlet, "reported") else []
    cue = (v, end + 2)
    if speech.is_after(tokens, end + 1, start, line.floor, line.last, line.masked):
        return Frame(line.floor, start, voice, cue=cue, stop=end + 2, before=passed_on)
    content = end + 3 if end + 2 < line.last and word[end + 2] == "that" else end + 2
    return Frame(content, line.last, voice, cue=cue, stop=end + 2, before=passed_on) if content < line.last else None
