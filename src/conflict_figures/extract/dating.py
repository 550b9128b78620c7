"""The day or period that each figure covers, and by it how the figure counts.

A figure takes the date that its sentence states, else that of its whole, of the sentences before it in its
paragraph, or of the event that the text reports.
"""

from bisect import bisect_right
from datetime import timedelta

from . import mode_in_time, modes, said_dates, scenes
from .blocks import Sentence
from .calendar_words import DateMention
from .date_values import is_ahead
from .figure import Figure
from .narrative_dates import is_of_clause
from .scenes import Scene
from .nearest_dates import aside, is_base, is_peak, nearest
from .stated_dates import is_eventful, is_of_account
from .tokens import Tokens

_QUOTES = "\"“‘'«"  # a day named in a quotation is the speaker's, not that of the sentences after it
_COMPARED = frozenset({"compares", "compared", "versus"})
_NOT_OF_EVENTS = frozenset({"money", "other", "displaced"})  # measures that no event dates: people flee for days
_MONTH = timedelta(days=31)
_RUNNING = frozenset("killed wounded casualties captured detained displaced destroyed damaged hit launched intercepted "
                     "attacks recruited seized area rescued released returned".split())  # fmt: skip
_STANDING = frozenset({"present", "displaced", "area", "detained", "captured"})
_PRESENT = frozenset("is are has have holds hold remain remains still now live lives".split())


def join(tokens: Tokens, sentences: list[Sentence], figures: list[Figure], mentions: list[DateMention]) -> None:
    """Give each figure its date and settle its count mode."""
    placed = _placed(sentences, mentions)
    eventful = [
        [m for m in inside if is_eventful(tokens, m, sentence.first, sentence.last)]
        for sentence, inside in zip(sentences, placed)
    ]
    scene = scenes.opening(tokens, sentences, placed, {id(m) for stated in eventful for m in stated})
    bases = {id(f.part_of) for f in figures if f.part_of is not None and f.measure != f.part_of.measure == "other"}
    local, since, away, paragraph, position = None, None, False, -1, 0
    said: set[str] = set()
    listed, since_start = False, None  # what stands in the list is counted from a start up to now
    for index, (sentence, inside, stated) in enumerate(zip(sentences, placed, eventful)):
        if sentence.paragraph != paragraph:
            local, since, away, paragraph = None, None, False, sentence.paragraph
        if inside:
            said_dates.settle(tokens, sentence, inside, stated, local or scene.event, said)
        listed = listed and sentence.block == "bullet" and not stated
        begin = position
        if position < len(figures) and figures[position].sentence <= index:
            elsewhere = scenes.is_elsewhere(tokens, sentence)
            away = away or elsewhere and local is None
            event = None if elsewhere else local or (None if away or scene.as_of else scene.event)
            if (event is not None or scene.period is not None) and scenes.is_of_period(tokens, sentence):
                event = scene.period or scene.reporting or (None if _is_single_day(event) else event)
                away = event is None
        while position < len(figures) and figures[position].sentence <= index:
            if listed and figures[position].count_mode in ("period", "cumulative"):
                figures[position].count_mode, figures[position].date = "cumulative", since_start
            elif id(figures[position]) in bases:
                figures[position].count_mode = "stock"  # the nine of "two of the nine tanks"
            else:
                _date(tokens, sentence, figures[position], stated, event, scene, since)
                if inside and not stated:
                    _date_of_account(tokens, figures[position], inside, sentence)
            position += 1
        if tokens.raw[sentence.last - 1] == ":" and modes.counts_from_start(tokens, sentence.first, sentence.first, sentence.last):
            listed, since_start = True, next((m for m in stated if m.role == "baseline"), None)
        told = stated and _COMPARED.isdisjoint(tokens.word[sentence.first : sentence.last])
        alone = index + 1 == len(sentences) or sentences[index + 1].paragraph != sentence.paragraph
        if told and not (sentence.block == "headline" and alone) and tokens.raw[sentence.first] not in _QUOTES:
            known = {id(m) for m in stated}
            used = [f.date for f in figures[begin:position] if id(f.date) in known]
            told = [
                m
                for m in used or stated
                if not is_base(tokens, m, sentence.first) and aside(tokens, m, sentence.first) < 0
            ]
            local = next((m for m in reversed(told) if _is_event(m) and not is_of_clause(tokens, m)), local)
            since = next((m for m in reversed(told) if m.role == "baseline" and m.edtf), None if local in told else since)


def _placed(sentences: list[Sentence], mentions: list[DateMention]) -> list[list[DateMention]]:
    """The dates of each sentence."""
    placed: list[list[DateMention]] = [[] for _ in sentences]
    firsts = [sentence.first for sentence in sentences]
    for mention in mentions:
        index = bisect_right(firsts, mention.first) - 1
        if index >= 0 and mention.first < sentences[index].last:
            placed[index].append(mention)
    return placed


def _is_single_day(mention: DateMention) -> bool:
    return mention.start_date is not None and mention.start_date == mention.end_date


def _is_event(mention: DateMention) -> bool:
    """Return whether a date is that of an event, and not a start or an end alone ("since May", "by Friday")."""
    return mention.role in ("event", "reporting_period") and not (mention.edtf or "").startswith("..")


def _date(
    tokens: Tokens,
    sentence: Sentence,
    figure: Figure,
    stated: list[DateMention],
    event: DateMention | None,
    scene: Scene,
    since: DateMention | None = None,
) -> None:
    if modes.is_held(tokens, figure):
        figure.count_mode = "stock"
    own = nearest(tokens, figure, stated, sentence.first)
    if own is not None and own.role == "event" and mode_in_time.is_running_toll(tokens, sentence, figure):
        figure.count_mode, figure.date = "cumulative", scene.as_of
        return  # "One died on Monday, bringing the toll to nine"
    if own is None and tokens.word[figure.number.first - 1] in ("once", "formerly"):
        return  # "the mission, once 15,000 strong"
    if own is None and is_peak(tokens, figure):
        if figure.measure in _STANDING:
            figure.count_mode = "stock"
        return  # "down from a peak of 2,700": another day
    whole, first = figure.part_of, figure.repeats
    if whole is not None and whole.measure == "other" != figure.measure:
        whole = None  # the base of a share has no event of its own
    if own is None and first is not None and first.measure == figure.measure:
        figure.count_mode, figure.date = first.count_mode, first.date
        return
    if mode_in_time.is_unreal(tokens, figure) and (own is None or figure.measure != "killed"):
        figure.count_mode = "unspecified"
        return
    if mode_in_time.is_toll_of_war(tokens, figure):
        figure.count_mode = "cumulative"
        return
    if own is None and _is_possible(figure) and not _may_have(tokens, figure):
        figure.count_mode = "unspecified" if figure.count_mode == "period" else figure.count_mode
        return  # "would free 33 hostages", "asked for 200 men": no day, and none of the event before
    goes_on = figure.measure in _RUNNING and (figure.part_of is None or figure.part_of.measure == figure.measure)
    if own is None and since is not None and goes_on and mode_in_time.is_perfect(tokens, figure):
        figure.count_mode, figure.date = "cumulative", since  # "Since May … They have also taken 90 villages"
        return
    event = _event_of(tokens, sentence, figure, own, event, scene)
    told = scene.told and not scene.as_of
    figure.count_mode = mode_in_time.settled(tokens, figure, own, stated, event, told, sentence)
    if own is not None:
        figure.date = own if own.edtf or own.role != "as_of" else None  # "so far", but nobody knows until when
    elif figure.increment and whole is not None and whole.count_mode == "cumulative":
        figure.date = scene.reporting or scene.event
    elif whole is not None and (whole.count_mode == figure.count_mode or _were(tokens, figure)):
        figure.date = whole.date
    elif figure.measure not in _NOT_OF_EVENTS and (figure.count_mode == "period" or _was(tokens, sentence, figure)):
        figure.date = event
    if figure.date is None and figure.count_mode != "rate":
        figure.date = scene.as_of
        listed = figure.count_mode == "unspecified" and tokens.raw[figure.number.first - 1] == ":"  # "Killed: 58"
        if figure.date is not None and (figure.count_mode == "period" or listed):
            figure.count_mode = "cumulative"


def _date_of_account(tokens: Tokens, figure: Figure, inside: list[DateMention], sentence: Sentence) -> None:
    """ "The service spoke in April of 600 dead", "the 600 deaths it gave in a briefing in April": the count of that month."""
    own = [m for m in inside if is_of_account(tokens, m, sentence.first, sentence.last)]
    if len(own) == 1 and figure.measure in _RUNNING and figure.count_mode in ("period", "cumulative", "unspecified"):
        apart = min(abs(own[0].last - figure.number.first), abs(own[0].first - figure.number.last))
        if apart <= 12 and (figure.date is None or figure.event is None or not figure.event.perfect):
            figure.date, figure.count_mode = own[0], "cumulative"


def _event_of(
    tokens: Tokens,
    sentence: Sentence,
    figure: Figure,
    own: DateMention | None,
    event: DateMention | None,
    scene: Scene,
) -> DateMention | None:
    """Return the date of the event if the figure can belong to it, else None."""
    if event is None:
        return None
    if own is None and _is_single_day(event) and mode_in_time.is_long(tokens, sentence):
        return None  # but "in three weeks" of the month that is told of
    if own is None and mode_in_time.is_told_of_war(tokens, sentence, figure):
        return None
    if own is None and mode_in_time.is_told_of_all(tokens, sentence, figure):
        return None
    if own is None and _is_since_then(tokens, figure):
        return None  # "14 of them had since been rescued": on any day up to now
    if own is None and event is scene.event and _is_announced(tokens, figure):
        return None  # "announced the arrest of three men": they may have been taken at any time
    if mode_in_time.is_perfect(tokens, figure) and (
        mode_in_time.is_of_war(tokens, sentence) or not scenes.is_brief(event) or _is_long_past(event, scene.event)
    ):
        return None  # "In 2023 … We have lost 14 men", "the war has killed 900": up to now
    return event


def _is_since_then(tokens: Tokens, figure: Figure) -> bool:
    behind = tokens.word[figure.number.last : figure.number.last + 7]
    return "since" in behind and behind[behind.index("since") - 1] == "had" and behind[0] != "since"


def _is_announced(tokens: Tokens, figure: Figure) -> bool:
    i = figure.number.first
    return tokens.word[i - 1] == "of" and tokens.word[i - 2] in _ARRESTS


_ARRESTS = frozenset("arrest arrests capture detention seizure dismantling confiscation".split())


def _is_long_past(event: DateMention, reported: DateMention | None) -> bool:
    """Return whether an event lies more than a month before the one that the text reports."""
    if reported is None or reported.start_date is None or event.end_date is None:
        return False
    return reported.start_date - event.end_date > _MONTH


def _may_have(tokens: Tokens, figure: Figure) -> bool:
    """ "Six may have died": possible, but past."""
    near = tokens.word[max(0, figure.number.first - 8) : figure.number.last + 8]
    return not _MAY.isdisjoint(near) and ("have" in near or "be" in near)


_MAY = frozenset("may might could".split())


def _is_possible(figure: Figure) -> bool:
    return "possible" in (figure.certainty, figure.claim.certainty if figure.claim else None)


def _were(tokens: Tokens, figure: Figure) -> bool:
    """ "Of the 62 wounded, 19 were still in hospital": what was left of them when it was told."""
    return figure.count_mode == "stock" and tokens.word[figure.phrase.last : figure.phrase.last + 2] == ["were", "still"]


def _was(tokens: Tokens, sentence: Sentence, figure: Figure) -> bool:
    """Return whether a state is told as part of the event ("had 40 men", "six lay badly hurt"); the missing always are."""
    if figure.measure == "missing":
        return True
    strength = figure.measure in ("present", "wounded") and figure.count_mode == "stock"
    return strength and _PRESENT.isdisjoint(tokens.word[sentence.first : sentence.last])
