"""How a figure counts, settled by the date that its sentence states or the event that it belongs to."""

from itertools import pairwise

from . import lexicon, scenes
from .blocks import Sentence
from .calendar_words import DateMention
from .figure import Figure
from .governors import STRONG_STOPS
from .modes import counts_from_start
from .nearest_dates import BRINGS, NUMBERS
from .tokens import Tokens

_SPANS = frozenset("day night week month year hours days nights weeks months years".split())
_LONG = frozenset("days nights weeks months years".split())
_ASKS = frozenset("demanded asked requested pledged promised offered sought".split())
_NEEDS = frozenset("requires require required needs need needed lacks seeks seeking".split())
_HARM = frozenset("killed wounded casualties destroyed damaged hit intercepted attacks launched captured seized rescued "
                  "exchanged detained".split())  # fmt: skip
_NOW = frozenset({"now", "currently", "at present", "as of now"})
_TALLIES = frozenset("lists list tally tallies estimates register count".split())
_MODALS = frozenset("may might could would should must".split())
_WARS = frozenset("war conflict rebellion insurgency".split())


def settled(
    tokens: Tokens, figure: Figure, own: DateMention | None, stated: list[DateMention], event: DateMention | None,
    told: bool, sentence: Sentence,
) -> str:  # fmt: skip
    """Return the mode of a figure, given its own date and the dates ``stated`` in its sentence.

    ``event`` is the date of the event that it belongs to; ``told`` says that the text tells of one, be it without
    a date.
    """
    mode, whole = figure.count_mode, figure.part_of if not figure.increment else None
    if figure.measure == "money" and not _NEEDS.isdisjoint(
        tokens.word[max(0, figure.number.first - 2) : figure.number.first]
    ):
        return "unspecified"  # a plan that requires a sum
    if whole is not None and whole.measure == figure.measure and (own is None or own is whole.date):
        return mode if mode == "stock" else whole.count_mode
    if _is_held_now(tokens, figure):
        return "stock"
    ended = "lasted" in tokens.word[sentence.first : sentence.last]
    if own is None and mode == "period" and not ended and (
        is_told_of_war(tokens, sentence, figure) or is_of_war(tokens, sentence) and is_long(tokens, sentence)
    ):
        return "cumulative"  # "the war cost 255 lives", "in seven years of war"
    if _toll_stands(tokens, figure, sentence):
        return "cumulative"
    if _stands_at(tokens, figure) or own is not None and own.text.lower() in _NOW and not is_perfect(tokens, figure):
        return "stock"
    if mode in ("rate", "stock") or figure.increment and figure.part_of is not None:
        return mode
    if _is_running(tokens, figure, own, stated, sentence):
        return "cumulative"
    if is_perfect(tokens, figure) and (_runs(own) if own is not None else event is None or figure.measure not in _HARM):
        return "cumulative"  # "has cleared 90 villages this year"
    if own is not None and (own.edtf or "").startswith(".."):  # "had lost 350 by July", but "are due by July"
        near = tokens.word[max(sentence.first, figure.number.first - 7) : figure.number.first + 7]
        return "cumulative" if "had" in near else "unspecified"
    if own is not None or _within_a_time(tokens, sentence) or is_told_of_all(tokens, sentence, figure):
        return "period"
    if _by_campaign(tokens, figure, sentence):
        return "cumulative"
    told = told or event is not None or _is_active(figure)
    if mode == "cumulative":
        return "period" if told else "cumulative"
    if mode != "period" or told or scenes.tells_event(tokens, sentence.first, sentence.last):
        return mode
    return "cumulative" if tokens.where(_TALLIES, sentence.first, sentence.last) else "unspecified"


def _is_held_now(tokens: Tokens, figure: Figure) -> bool:
    """ "Troops controlled 120 square kilometres", "90 people in hospital", "two million need food", "900 are behind bars"."""
    i, last = figure.number.first, figure.phrase.last
    if figure.measure == "area":
        return tokens.word[i - 1] in _CONTROLLING
    after = tokens.word[last : last + 2]
    if figure.measure == "wounded" and after[:1] == ["in"]:
        return after[1:] in (["hospital"], ["hospitals"])
    if figure.measure == "other" and figure.unit == "person" and after[:1] in (["need"], ["needs"], ["require"]):
        return True
    return figure.measure in ("detained", "captured") and after == ["are", "behind"]


_CONTROLLING = frozenset("control controls controlled controlling hold holds held".split())


def _toll_stands(tokens: Tokens, figure: Figure, sentence: Sentence) -> bool:
    """ "The death toll stands at 224"."""
    i = figure.number.first
    if figure.measure == "money" or i < 3 or tokens.word[i - 1] != "at" or tokens.word[i - 2] not in ("stands", "stood", "stand"):
        return False
    return not _TOLLS.isdisjoint(tokens.word[max(sentence.first, i - 10) : i - 2])


_TOLLS = frozenset("toll tolls total count tally".split())


def _stands_at(tokens: Tokens, figure: Figure) -> bool:
    """ "Funds stand at 3 million euros": a sum that is there."""
    i = figure.number.first
    return (
        figure.measure == "money" and i > 1 and tokens.word[i - 1] == "at" and tokens.word[i - 2] in ("stand", "stands")
    )


def _is_running(
    tokens: Tokens, figure: Figure, own: DateMention | None, stated: list[DateMention], sentence: Sentence
) -> bool:
    """Return whether a figure is a total up to a day: "10,655 (+6)", "since May", "so far", "as of May"."""
    i = figure.number.last
    return (
        own is not None and own.role in ("baseline", "as_of")
        or tokens.word[i : i + 2] == ["(", "+"]
        or _of_war(tokens, figure, sentence)
        or counts_from_start(tokens, figure.number.first, sentence.first, sentence.last, stated)
        and not (own is not None and own.role == "event" and _is_base(tokens, figure.number.first))
    )  # fmt: skip


def _is_base(tokens: Tokens, i: int) -> bool:
    """ "62 so far this year, as against 219 in the whole of 2024": the count compared with is over."""
    return not _COMPARES.isdisjoint(tokens.word[max(0, i - 3) : i])


_COMPARES = frozenset("against compared from than versus".split())


_CAMPAIGNS = frozenset("war conflict campaign offensive invasion insurgency siege blockade crackdown violence hostilities "
                       "rebellion uprising strikes raids bombings airstrikes".split())  # fmt: skip


def _by_campaign(tokens: Tokens, figure: Figure, sentence: Sentence) -> bool:
    """ "The campaign has killed 81,000": what lasts kills up to now, whatever event the text tells of."""
    event = figure.event
    if event is None or not event.perfect or event.passive or event.first > figure.number.first:
        return False
    who = tokens.word[max(sentence.first, event.first - 5) : event.first]
    return not _CAMPAIGNS.isdisjoint(who)


def _is_active(figure: Figure) -> bool:
    """ "Gunmen killed four": somebody does it, so it is an event and not only a total."""
    event = figure.event
    if figure.claim is not None and figure.claim.stance == "denied":
        return False  # who did not do it made no event
    return event is not None and event.frame == "patient" and not event.passive and event.first < figure.number.first


def is_of_war(tokens: Tokens, sentence: Sentence) -> bool:
    """Return whether a sentence speaks of the war as a whole."""
    return not _WARS.isdisjoint(tokens.word[sentence.first : sentence.last])


def is_toll_of_war(tokens: Tokens, figure: Figure) -> bool:
    """ "A war that killed 500,000": no day of the sentence is that of the whole war."""
    before = tokens.word[max(0, figure.number.first - 7) : figure.number.first]
    if _WARS.isdisjoint(before):
        return False
    return any(one in _WARS and two in ("that", "which") for one, two in pairwise(before))


def is_running_toll(tokens: Tokens, sentence: Sentence, figure: Figure) -> bool:
    """ "…, bringing the number of soldiers killed to nine", "…, which takes the toll to at least 40"."""
    i = figure.number.first
    if i < 4 or tokens.word[i - 1] != "to" and tokens.word[i - 2] != "to":
        return False
    for k in tokens.where(BRINGS, max(sentence.first, i - 16), i - 2):
        if not NUMBERS.isdisjoint(tokens.word[k + 1 : i]):
            return True
    return False


def is_told_of_war(tokens: Tokens, sentence: Sentence, figure: Figure) -> bool:
    """ "The last war fought here cost two million lives", "the war as a whole killed 36,500": no day is that of a war."""
    for k in tokens.where(_WARS, sentence.first, figure.number.first):
        if not _TOOK.isdisjoint(tokens.word[k + 1 : figure.number.first]) and tokens.word[k - 1] not in ("of", "in"):
            return True
    return False


def is_told_of_all(tokens: Tokens, sentence: Sentence, figure: Figure) -> bool:
    """ "In the whole campaign 255 died", "prisons, where 71 have died": no day told before is that of all of them."""
    i = figure.number.first
    if tokens.word[i - 1] == "where" and is_perfect(tokens, figure):
        return True
    return any(tokens.word[k + 1] in _CAMPAIGNS or tokens.word[k + 1] in _WARS for k in tokens.where(_ALL, sentence.first, i))


_ALL = frozenset({"whole", "entire"})


_TOOK = frozenset("killed cost costs claimed took left has displaced forced saw".split())


def _of_war(tokens: Tokens, figure: Figure, sentence: Sentence) -> bool:
    """ "100,000 people died in the war of 1992–1995": the toll of a whole war."""
    if not is_of_war(tokens, sentence):
        return False
    for k in range(figure.number.last, min(sentence.last, figure.number.last + 9) - 2):
        if tokens.word[k] in ("in", "during") and tokens.word[k + 1] == "the" and tokens.word[k + 2] in _WARS:
            return True
    return False


def is_perfect(tokens: Tokens, figure: Figure) -> bool:
    """Return whether a figure is told in the present perfect ("have been killed")."""
    event = figure.event
    if event is not None:
        return event.perfect and not _MODALS & set(tokens.word[max(0, event.first - 4) : event.first])
    if tokens.word[figure.phrase.last : figure.phrase.last + 1] in (["have"], ["has"]) and figure.measure != "money":
        return not _ARRIVED.isdisjoint(tokens.word[figure.phrase.last + 1 : figure.phrase.last + 4])  # "1,000 engineers have already arrived"
    before = tokens.word[max(0, figure.number.first - 5) : figure.number.first]
    asked = not _ASKS.isdisjoint(before)
    given = figure.measure in ("area", "money", "other", "supplied")
    if given and not asked and ("has" in before or "have" in before):
        return True
    return figure.measure == "supplied" and _gives_list(tokens, figure.number.first)


def _gives_list(tokens: Tokens, i: int) -> bool:
    """ "We have gifted 22 boats and some 90,000 mines": the verb before the list is in the perfect."""
    for k in range(i - 1, max(1, i - _LIST), -1):
        if tokens.raw[k] in STRONG_STOPS:
            return False
        if any(measure == "supplied" for measure, _ in lexicon.light_verbs().get(tokens.word[k], ())):
            return not _HAVING.isdisjoint(tokens.word[k - 2 : k])
    return False


_ARRIVED = frozenset("arrived come left fled died returned surrendered deserted crossed reached".split())
_LIST = 24  # tokens
_HAVING = frozenset({"has", "have"})


def _runs(mention: DateMention) -> bool:
    """ "This year": a period that is not over."""
    return mention.text.lower().startswith("this ")


def _within_a_time(tokens: Tokens, sentence: Sentence) -> bool:
    """ "In a single week", "over four days", "in one night": a period without a date."""
    return any(_span_at(tokens, sentence, k) for k in tokens.where(_SPANS, sentence.first + 2, sentence.last))


def is_long(tokens: Tokens, sentence: Sentence) -> bool:
    """Return whether a sentence counts over days or years ("in three years"), a time of its own."""
    return any(_span_at(tokens, sentence, k) for k in tokens.where(_LONG, sentence.first + 2, sentence.last))


def _span_at(tokens: Tokens, sentence: Sentence, k: int) -> bool:
    before = tokens.word[max(sentence.first, k - 3) : k]
    if before[-2:-1] == ["the"] and before[-1] in _NTH:
        return before[:1] in (["in"], ["on"], ["during"], ["within"])  # "in the first week", "on the worst day"
    return any(word in ("in", "over", "within", "during") for word in before) and "the" not in before


_NTH = frozenset("first second third opening worst final single busiest deadliest".split())


def is_unreal(tokens: Tokens, figure: Figure) -> bool:
    """Return whether a number is only promised ("the 40 promised") or a loss in a life ("who lost two sons")."""
    after = tokens.word[figure.phrase.last : figure.phrase.last + 1]
    before = tokens.word[max(0, figure.number.first - 5) : figure.number.first]
    bereaved = "lost" in before and any(pair == ("who", "lost") for pair in pairwise(before))
    vowed = after in (["promised"], ["pledged"], ["requested"]) and before[-1:] == ["the"]
    return vowed or bereaved and figure.measure == "killed"
