"""The event that a text reports, as its headline and first sentences date it."""

from dataclasses import dataclass

from . import lexicon
from .blocks import Sentence
from .calendar_words import DateMention
from .nearest_dates import aside
from .tokens import Tokens

_SAME_EVENT = 45  # days; a longer time is a period that a text looks back on, not the event that it reports
_SHORT = 12  # tokens of a line that is a heading
_LEDE = 500  # code points: a headline and the first sentences
_FIGHTS = frozenset("fighting battle gunfight firefight bomb bombs ambushed raided".split())
_OTHERS = frozenset("separate separately previous elsewhere meanwhile similar unrelated".split())


@dataclass(slots=True)
class Scene:
    """What dates figures that state no date: the event of the text, its day of count, its reporting period."""

    event: DateMention | None = None
    as_of: DateMention | None = None
    reporting: DateMention | None = None
    period: DateMention | None = None  # the months that the title of a report names
    told: bool = False  # an attack or fight is told of, be it without a date


def opening(
    tokens: Tokens, sentences: list[Sentence], placed: list[list[DateMention]], eventful: set[int]
) -> Scene:
    """Return what the head of a text says of its time.

    ``placed`` holds the dates of each sentence, ``eventful`` the identities of those that can date what happened.
    """
    scene, title, heading, hourly = Scene(), None, None, False
    scene.told = any(tells_event(tokens, s.first, s.last) for s in sentences[:3] if s.block != "bullet")
    survey = False  # the text opens with a long period, and no day below is that of all its figures
    for sentence, mentions in zip(sentences, placed):
        headed = sentence.block == "headline" or _is_heading(tokens, sentence)
        for mention in mentions:
            if mention.role == "reporting_period" and mention.edtf and scene.reporting is None:
                scene.reporting = mention
                if tokens.raw[sentence.last - 1] == ":" and sentence.last - sentence.first < _SHORT:
                    heading = mention  # "Over the past 24 hours:" heads what follows, whatever day the title names
            if mention.start > _LEDE:
                continue
            if mention.role == "as_of" and headed and mention.edtf and any(ch.isdigit() for ch in mention.text):
                if any(_is_hour(tokens, k) for k in range(max(0, mention.first - 6), mention.first)):
                    hourly = hourly or title is None
                    title = title or mention  # "as of 22:00 on 3 May": the hour at which the report of a day closed
                else:
                    scene.as_of = scene.as_of or mention
            if id(mention) not in eventful or not _may_open(tokens, sentence, mention, headed):
                continue
            if not is_brief(mention):
                scene.period = scene.period or (mention if headed and "/" in (mention.edtf or "") else None)
                survey = survey or scene.event is None and "/" in (mention.edtf or "")
            elif headed:
                title = title or (None if _is_of_paper(tokens, sentence) else mention)
            elif not survey or mention.role == "reporting_period":
                scene.event = scene.event or mention
    if title is not None and (scene.event is None or not scene.event.edtf or _holds(title, scene.event)):
        scene.event = title
    if hourly and scene.reporting is not None:
        scene.event = scene.reporting  # "as of 08.00 on 3 May … during the past day"
    scene.event = heading or scene.event
    return scene


def _is_hour(tokens: Tokens, k: int) -> bool:
    """ "22:00", "08.00"."""
    raw = tokens.raw[k]
    dotted = tokens.kind[k] == "n" and len(raw) == 5 and raw[2] == "." and raw[:2] < "25" and raw[3] < "6"
    return dotted or tokens.kind[k] == "t"


def _may_open(tokens: Tokens, sentence: Sentence, mention: DateMention, headed: bool) -> bool:
    """Return whether a date at the head of a text can be that of its event: not in a list, an aside, a quotation."""
    if mention.role not in ("event", "reporting_period") or sentence.block == "bullet":
        return False
    if not headed and (_in_brackets(tokens, mention, sentence) or tokens.raw[sentence.first] in "\"“‘'"):
        return False
    return aside(tokens, mention, sentence.first) < 0


def is_brief(mention: DateMention) -> bool:
    """Return whether a date is short enough to be that of one event; an unresolved one is, but for a year."""
    if mention.edtf is None:
        return not mention.text.isdecimal()
    start, end = mention.start_date, mention.end_date
    return start is not None and end is not None and (end - start).days <= _SAME_EVENT


def _is_of_paper(tokens: Tokens, sentence: Sentence) -> bool:
    """ "MORNING HEADLINES, Friday 21 February": the day of a digest, whose items have their own."""
    return not _DIGESTS.isdisjoint(tokens.word[sentence.first : sentence.last])


_DIGESTS = frozenset("headlines digest roundup round-up briefs newsletter".split())


def _holds(title: DateMention, event: DateMention) -> bool:
    """Return whether the period in a title holds the day of an event below it: a report of that period."""
    if title.edtf is None or title.start_date is None or event.start_date is None:
        return False
    return title.start_date < title.end_date and title.start_date <= event.start_date <= title.end_date


def _is_heading(tokens: Tokens, sentence: Sentence) -> bool:
    """A line that ends in a bracket and not in a stop: a title with its date."""
    return (
        tokens.raw[sentence.last - 1] == ")" and tokens.raw[sentence.last - 2] not in ".!?" and sentence.block == "body"
    )


def _in_brackets(tokens: Tokens, mention: DateMention, sentence: Sentence) -> bool:
    before = tokens.raw[sentence.first : mention.first]
    return before.count("(") > before.count(")")


def is_elsewhere(tokens: Tokens, sentence: Sentence) -> bool:
    """Return whether a sentence turns to another event or time ("in a separate attack", "before the war")."""
    if tokens.word[sentence.first] == "before":
        return True
    for k in tokens.where(_ANSWERS, sentence.first + 1, sentence.last):
        if tokens.word[k - 1] == "in" and tokens.word[k + 1 : k + 2] not in (["for"], ["to"], ["against"]):
            return True  # "carried out three air strikes in response"
    opening = tokens.word[sentence.first : min(sentence.last, sentence.first + 12)]
    if "another" in opening and opening[opening.index("another") - 1] in ("in", "at", "from"):
        return True  # "in another attack", "from another clinic"
    return not _OTHERS.isdisjoint(opening) or _is_long_operation(tokens, sentence)


_ANSWERS = frozenset("response retaliation reprisal revenge".split())


def _is_long_operation(tokens: Tokens, sentence: Sentence) -> bool:
    """ "During a two-day operation", "in a week-long sweep": days of their own."""
    last = min(sentence.last, sentence.first + 12)
    return any(tokens.word[k - 2] in _WITHIN for k in tokens.where(_LASTING, sentence.first + 2, last))


_WITHIN = frozenset("during in after over".split())
_LASTING = frozenset(
    [f"{count}-{unit}" for count in "two three four five six seven eight nine ten 2 3 4 5 6 7 8 9 10".split()
     for unit in ("day", "week", "month")]
    + "day-long days-long week-long weeks-long month-long months-long year-long daylong weeklong monthlong".split()
)  # fmt: skip


def is_of_period(tokens: Tokens, sentence: Sentence) -> bool:
    """Return whether a sentence speaks of "the period under review", "the reporting period"."""
    for k in tokens.where(_PERIOD, sentence.first, min(sentence.last, sentence.first + 12)):
        if tokens.word[k + 1 : k + 3] == ["under", "review"] or tokens.word[k - 1] in ("reporting", "review"):
            return True
    return False


_PERIOD = frozenset({"period"})


def tells_event(tokens: Tokens, first: int, last: int) -> bool:
    """Return whether a sentence speaks of an attack, so that a plain past counts within it."""
    nouns, verbs = lexicon.nouns(), lexicon.verbs()
    for word in tokens.word[first:last]:
        if (
            word in _FIGHTS
            or word in nouns
            and nouns[word][0] == "attacks"
            or word in verbs
            and verbs[word][0][0] in ("hit", "launched")
        ):
            return True
    return False
