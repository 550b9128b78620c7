"""How a figure counts: so far, within a period, at a moment, or per unit of time; and whether it adds to another."""

from itertools import pairwise

from . import scenes
from .blocks import Sentence
from .calendar_words import DateMention
from .events import Event
from .figure import Figure
from .numbers import Number
from .phrases import Phrase
from .tokens import Tokens

_RATES = {"hour": "hour", "day": "day", "week": "week", "month": "month", "year": "year"}
_ADVERBS = {
    "hourly": "hour",
    "daily": "day",
    "weekly": "week",
    "monthly": "month",
    "annually": "year",
    "yearly": "year",
}
_CUMULATIVE = (
    ("so", "far"),
    ("to", "date"),
    ("until", "now"),
    ("cumulative",),
)
_TOTALS = (("in", "total"), ("in", "all"), ("overall",))
_SO_FAR = frozenset(words[0] for words in _CUMULATIVE)
_STARTERS = frozenset({"since", *(words[0] for words in (*_CUMULATIVE, *_TOTALS))})
_STOCK = frozenset({"present", "missing"})
_UNDATED = frozenset({"deployed", "supplied", "recruited", "trained", "money"})  # a plain past says nothing of a period
_SPANS = frozenset("day night week month year hours days nights weeks months years".split())
_LONG = frozenset("days nights weeks months years".split())


def mode(
    tokens: Tokens, first: int, last: int, phrase: Phrase, measure: str, event: Event | None
) -> tuple[str, str | None]:
    """Return (count_mode, rate_per) of a figure by the words of its sentence, from token ``first`` to ``last``."""
    i = phrase.last
    if i + 1 < last and tokens.word[i] in ("a", "per", "each", "every") and tokens.word[i + 1] in _RATES:
        return "rate", _RATES[tokens.word[i + 1]]
    if i < last and tokens.word[i] in _ADVERBS:
        return "rate", _ADVERBS[tokens.word[i]]
    if measure in _STOCK and event is not None and event.perfect and event.first >= phrase.last:
        return "cumulative", None  # "350 men have fought there", "40 have disappeared"
    if measure in _STOCK or measure in _KEPT and _goes_on(tokens, phrase, last, event):
        return "stock", None
    if event is not None and event.perfect or counts_from_start(tokens, phrase.first, first, last):
        return "cumulative", None
    return ("unspecified" if measure in _UNDATED else "period"), None


def counts_from_start(
    tokens: Tokens, head: int, first: int, last: int, stated: list[DateMention] | None = None
) -> bool:
    """Return whether a sentence counts from a start up to now: "so far", "since the truce", near ``head`` "in all"."""
    for k in tokens.where(_STARTERS, first, last):
        word = tokens.word[k]
        if word == "since" and _starts(tokens, k, first, last, stated):
            return True
        if word in _SO_FAR and any(tokens.matches(k, words) for words in _CUMULATIVE):
            return "than" not in tokens.word[max(first, k - 6) : k]  # "more than in any month so far"
        if -6 <= k - head <= 6 and any(tokens.matches(k, words) for words in _TOTALS):
            return tokens.word[k + 2 : k + 3] != ["of"]
    return False


def _starts(tokens: Tokens, k: int, first: int, last: int, stated: list[DateMention] | None) -> bool:
    """ "Since the truce", not "has since fallen" nor "the worst day since May"; a dated start is judged by its date."""
    if k + 1 >= last or tokens.kind[k + 1] == "p" or tokens.word[k + 1] in ("been", "then"):
        return False
    if k > first and tokens.word[k - 1] in ("has", "have", "had", "ever"):
        return False
    return stated is None or not any(k < m.first <= k + 12 for m in stated)


def settle(
    tokens: Tokens, figure: Figure, own: DateMention | None, stated: list[DateMention], event: DateMention | None,
    told: bool, sentence: Sentence,
) -> None:  # fmt: skip
    """Settle the mode of a figure by the date that its sentence states, or the event that it belongs to.

    ``event`` is the date of that event; ``told`` says that the text tells of one, be it without a date.
    """
    told = told or event is not None or _is_active(figure)
    whole = figure.part_of if not figure.increment else None
    if whole is not None and whole.measure == figure.measure and (own is None or own is whole.date):
        figure.count_mode = whole.count_mode
        return
    if figure.measure == "money" and tokens.word[figure.number.first - 2 : figure.number.first] in (
        ["stand", "at"],
        ["stands", "at"],
    ):
        figure.count_mode = "stock"
    if own is not None and own.text.lower() in _NOW and not is_perfect(tokens, figure):
        figure.count_mode = "stock"  # "now holds 90"
    if figure.count_mode in ("rate", "stock") or figure.increment and figure.part_of is not None:
        return
    running = tokens.word[figure.number.last : figure.number.last + 2] == ["(", "+"]  # "10,655 (+6)"
    if running or own is not None and own.role == "baseline" or _of_war(tokens, figure, sentence):
        figure.count_mode = "cumulative"
        return
    if counts_from_start(tokens, figure.number.first, sentence.first, sentence.last, stated):
        figure.count_mode = "cumulative"
        return
    if own is not None and own.role == "as_of":
        figure.count_mode = "cumulative"
        return
    open_end = own is not None and (own.edtf or "").startswith("..")
    dated = own is not None and not open_end
    if is_perfect(tokens, figure) and (
        own is not None and _runs(own) or own is None and (event is None or figure.measure not in _HARM)
    ):
        figure.count_mode = "cumulative"  # "has cleared 90 villages this year"
    elif open_end:  # "had lost 350 by July", but "are due by July"
        past = "had" in tokens.word[max(sentence.first, figure.number.first - 7) : figure.number.first + 7]
        figure.count_mode = "cumulative" if past else "unspecified"
    elif dated or _within_a_time(tokens, sentence):
        figure.count_mode = "period"
    elif figure.count_mode == "cumulative":
        figure.count_mode = "period" if told else "cumulative"
    elif figure.count_mode == "period" and not told and not scenes.tells_event(tokens, sentence.first, sentence.last):
        tallied = _TALLIES & set(tokens.word[sentence.first : sentence.last])
        figure.count_mode = "cumulative" if tallied else "unspecified"


_ASKS = frozenset("demanded asked requested pledged promised offered sought".split())
_HARM = frozenset("killed wounded casualties destroyed damaged hit intercepted attacks launched captured seized rescued "
                  "exchanged detained".split())  # fmt: skip
_NOW = frozenset({"now", "currently", "at present", "as of now"})
_TALLIES = frozenset("lists list tally tallies estimates register count".split())
_MODALS = frozenset("may might could would should must".split())
_WARS = frozenset("war conflict rebellion insurgency".split())


def _is_active(figure: Figure) -> bool:
    """ "Gunmen killed four": somebody does it, so it is an event and not only a total."""
    event = figure.event
    if figure.claim is not None and figure.claim.stance == "denied":
        return False  # who did not do it made no event
    return event is not None and event.frame == "patient" and not event.passive and event.first < figure.number.first


def is_of_war(tokens: Tokens, sentence: Sentence) -> bool:
    """Return whether a sentence speaks of the war as a whole."""
    return not _WARS.isdisjoint(tokens.word[sentence.first : sentence.last])


def _of_war(tokens: Tokens, figure: Figure, sentence: Sentence) -> bool:
    """ "100,000 people died in the war of 1992–1995": the toll of a whole war."""
    for k in range(figure.number.last, min(sentence.last, figure.number.last + 9) - 2):
        if tokens.word[k] in ("in", "during") and tokens.word[k + 1] == "the" and tokens.word[k + 2] in _WARS:
            return True
    return False


def is_perfect(tokens: Tokens, figure: Figure) -> bool:
    """Return whether a figure is told in the present perfect ("have been killed")."""
    event = figure.event
    if event is not None:
        return event.perfect and not _MODALS & set(tokens.word[max(0, event.first - 4) : event.first])
    before = tokens.word[max(0, figure.number.first - 5) : figure.number.first]
    asked = not _ASKS.isdisjoint(before)
    return figure.measure in ("area", "money") and not asked and ("has" in before or "have" in before)


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
    return any(word in ("in", "over", "within", "during") for word in before) and "the" not in before


def is_unreal(tokens: Tokens, figure: Figure) -> bool:
    """Return whether a number is only promised ("the 40 promised") or a loss in a life ("who lost two sons")."""
    after = tokens.word[figure.phrase.last : figure.phrase.last + 1]
    before = tokens.word[max(0, figure.number.first - 5) : figure.number.first]
    bereaved = any(pair == ("who", "lost") for pair in pairwise(before))
    vowed = after in (["promised"], ["pledged"], ["requested"]) and before[-1:] == ["the"]
    return vowed or bereaved and figure.measure == "killed"


def is_held(tokens: Tokens, figure: Figure) -> bool:
    """Return whether a number is what somebody holds ("hold 22 prisoners")."""
    return figure.measure in _KEPT and tokens.word[figure.number.first - 1] in _HOLDING


def _goes_on(tokens: Tokens, phrase: Phrase, last: int, event: Event | None) -> bool:
    """Return whether a state lasts ("are still being held", "hold 22 prisoners", "were without power")."""
    after = tokens.word[phrase.last : min(last, phrase.last + 20)]
    still = after.index("still") if "still" in after else -1
    if (
        after[:1] in (["remain"], ["remains"])
        or still >= 0
        and (after[still + 1 : still + 2] in (["being"], ["held"]) or not _BREAKS.intersection(after[:still]))
    ):
        return True
    if after[:1] and after[0] in _BE and after[1:2] and after[1] in _STATES:
        return True
    return event is not None and tokens.word[event.first] in _HOLDING and event.last <= phrase.first


_BREAKS = frozenset({",", ";", "while", "but"})
_KEPT = frozenset("detained captured seized displaced supplied other".split())
_BE = frozenset("is are was were".split())
_STATES = frozenset("in at on under inside without safe stuck trapped unaccounted".split())
_HOLDING = frozenset("hold holds holding keep keeps".split())


def is_increment(tokens: Tokens, number: Number, phrase: Phrase) -> bool:
    """Return whether a number is said to come on top of another ("another 30", "six more", "+300")."""
    if phrase.more and not tokens.matches(number.last, ("more", "than")):
        return True
    i = number.first - 1
    return i >= 0 and tokens.word[i] in ("another", "further", "additional", "+")
