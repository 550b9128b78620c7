"""Bodies that count and evidence that shows: "the mission recorded 64 violations", "records show 40 dead"."""

from . import cardinals, coordination, lexicon, mentions, names, senses, speech
from .frame import Frame, Line
from .mentions import Mention
from .tokens import Tokens

# Verbs of evidence; of a person or a body they say too little ("the army shows its new tanks").
_SHOWING = frozenset("shows show showed mentions list count record cut".split())
_TALLYING = frozenset({"list", "count", "record"})  # of many who count: "experts count at least 40"
_GIVING = frozenset("gave gives given revised revises raised raises corrected corrects lowered lowers cut".split())
_TOLLS = frozenset("toll number figure count estimate tally strength death dead loss losses".split())
_RECKONING = frozenset({"counts", "counted", "puts", "put"})  # what a state does with numbers and not with things
_HARMED = frozenset({"killed", "wounded", "injured", "dead"})
_OF_STATE = frozenset("government ministry intelligence service police president minister parliament".split())
_COUNTED = lexicon.nouns().keys() - lexicon.roles("person") - lexicon.bodies("body")
_POSTED = frozenset({"posted", "tweeted", "announced", "reported", "disclosed"})
_ESTIMATES = frozenset({"assessment", "assessments", "estimate", "estimates"})
_REACH = 16  # tokens between "put" and "at"


def frame(line: Line, v: int, subject: Mention, voice: Mention | None, cue) -> Frame | None:
    """Return the frame of a verb of counting: its clause is the claim of who counts, or rests on what shows it.

    ``voice`` is the maker where the subject is somebody's report or tally.
    """
    tokens, last, found = line.tokens, line.last, line.found
    named = names.name(tokens, voice or subject)
    if (
        named is None
        or voice is None and tokens.word[subject.last - 1] in _COUNTED  # "deaths documented in open sources"
        or named.kind == "other"
        or named.kind == "state"
        and tokens.word[v] not in _RECKONING
        or tokens.word[subject.first] in ("we", "i")
    ):
        return None
    if named.kind == "pronoun" and found and found[-1].last == last and found[-1].first <= subject.first:
        return None  # "the police say that they counted 40": one claim
    own = tokens.word[subject.first] == "our" and tokens.word[subject.last - 1] not in _OF_STATE
    if own and named.kind != "evidence" or speech.is_own(tokens, subject):
        return None
    if cue.certainty == "estimated" and not _puts_at_number(tokens, v, last):
        return None  # "put" speaks only in "put the number at 40", "placed losses at more than 40"
    if voice is None and named.kind == "evidence" and tokens.word[subject.last - 1] not in lexicon.speech("source"):
        if speech.is_after(tokens, v, subject.start, line.floor, last, line.masked):  # "40 died, records show"
            return Frame(line.floor, subject.start, origin=subject, origin_cue=(v, v + 1), stop=v + 1)
        return Frame(subject.start, last, origin=subject, origin_cue=(v, v + 1), stop=v + 1)
    shown = tokens.word[v] in _SHOWING and not (tokens.word[v] in _TALLYING and speech.opens_count(tokens, v + 1))
    if voice is None and shown or tokens.word[v] in _GIVING and not _gives_number(tokens, v, last):
        return None
    if tokens.word[v] in senses.PROVIDING:
        shown = mentions.behind(tokens, v + 1, last, line.masked)
        if shown is not None:  # "provided imagery of 40 graves"
            shown.last = next((k for k in range(v + 1, shown.last) if tokens.word[k] in ("of", "that")), shown.last)
            return Frame(subject.start, last, voice or subject, shown, (v, v + 1), (v, v + 1), act=True, stop=v + 1)
    if cue.certainty == "estimated" and _is_counted(tokens, v, last):
        cue = lexicon.cues()["counted"]
    estimated = voice is not None and not _ESTIMATES.isdisjoint(tokens.word[subject.start : subject.last])
    speaker = voice or coordination.subject(tokens, subject, line.floor, line.masked)
    return Frame(speech.fronted(line, speaker.start), last, speaker, cue=(v, v + 1), stance=cue.stance,
                 certainty="estimated" if estimated else cue.certainty, act=True, stop=v + 1)  # fmt: skip


def _puts_at_number(tokens: Tokens, v: int, last: int) -> bool:
    for k in tokens.where(_AT, v + 1, min(last, v + _REACH)):
        for j in range(k + 1, min(last, k + 6)):
            if tokens.kind[j] == "n" or tokens.word[j] in cardinals.SMALL or tokens.word[j] in _VAGUE:
                return True
            if tokens.word[j] in _PLACED:
                break  # "put two guns at the gate"
    return False


def _is_counted(tokens: Tokens, v: int, last: int) -> bool:
    """ "Police put the toll at 17", "the number of injured at 38": few enough, and exact, to have been counted."""
    k = next((k for k in tokens.where(_AT, v + 1, min(last, v + _REACH))), v)
    words = tokens.word[v:k]
    if k + 1 >= last or "missing" in words or "toll" not in words and not ("number" in words and "of" in words):
        return False
    return tokens.word[k + 1] in cardinals.SMALL or tokens.raw[k + 1].isdigit() and len(tokens.raw[k + 1]) < _MANY_DIGITS


_MANY_DIGITS = 4  # of a number that nobody counts one by one
_AT = frozenset({"at"})
_PLACED = frozenset({"the", "its", "their", "his", "her", "and"})
_VAGUE = frozenset("hundreds thousands millions dozens scores tens several zero handful dozen thousand hundred million billion couple few".split())


def _gives_number(tokens: Tokens, v: int, last: int) -> bool:
    """Return whether "gave", "raised" is about a count ("gave the figure as", "gave 58 killed"), not about a gift."""
    words = tokens.word[v + 1 : min(last, v + 6)]
    if not _TOLLS.isdisjoint(words):
        return True
    if tokens.word[v] not in ("gave", "gives", "given") or v + 1 >= last or tokens.kind[v + 1] != "n":
        return False
    return v + 2 >= last or tokens.raw[v + 2] in ",;." or not _HARMED.isdisjoint(words)


def seen(line: Line, v: int) -> Frame | None:
    """Read "Videos posted on Telegram appear to show 12 bodies": what the source sees in evidence."""
    subject = mentions.before(line.tokens, v - 2, line.floor, line.masked)
    named = names.name(line.tokens, subject) if subject is not None else None
    if named is None or named.kind != "evidence":
        return None
    return Frame(subject.start, line.last, origin=subject, origin_cue=(v - 2, v + 1), stop=v + 1)


def evidence(line: Line, v: int, subject: Mention, cue) -> Frame | None:
    """Read "The report says that …", "leaked data suggest …": a text or data without a maker is an origin."""
    tokens, last = line.tokens, line.last
    named = names.name(tokens, subject)
    if named is None or named.kind != "evidence" or cue.kind not in ("say", "that", "act") or v + 1 >= last:
        return None
    if tokens.word[v] in _POSTED and tokens.word[v + 1] != "that":
        return None  # "videos posted on Monday"
    if cue.kind == "act":
        return Frame(subject.start, last, origin=subject, origin_cue=(v, v + 1), certainty=cue.certainty, stop=v + 1)
    content = speech.content_start(tokens, v + 1, last, line.inside, line.masked)
    if tokens.word[subject.last - 1] in ("reports", "rumours", "rumors"):
        return Frame(content, last, certainty="reported", stop=v + 1)  # reports by nobody named
    return Frame(content, last, origin=subject, origin_cue=(v, v + 1), certainty=cue.certainty, stop=v + 1)
