"""How a figure counts: so far, within a period, at a moment, or per unit of time; and whether it adds to another."""

from . import lexicon
from .calendar_words import DateMention
from .date_values import is_record
from .events import Event
from .figure import Figure
from .numbers import Number
from .phrases import Phrase
from .tokens import Tokens

_RATES = {"hour": "hour", "day": "day", "night": "day", "week": "week", "month": "month", "year": "year"}
_ADVERBS = {
    "hourly": "hour",
    "daily": "day",
    "weekly": "week",
    "monthly": "month",
    "annually": "year",
    "yearly": "year",
}
_ADVERBIAL = frozenset(_ADVERBS)
_SO_FAR = {"so": "far", "to": "date", "until": "now"}
_STARTERS = frozenset({"since", "cumulative", "overall", "in", *_SO_FAR})
_CONTROL = frozenset("control controls hold holds controlling occupies occupy".split())
_STOCK = frozenset({"present", "missing"})
_UNDATED = frozenset({"deployed", "supplied", "recruited", "trained", "money"})  # a plain past says nothing of a period


def mode(
    tokens: Tokens, first: int, last: int, phrase: Phrase, measure: str, event: Event | None
) -> tuple[str, str | None]:
    """Return (count_mode, rate_per) of a figure by the words of its sentence, from token ``first`` to ``last``."""
    i = _past_of(tokens, phrase.last, last)
    if i + 1 < last and tokens.word[i] in ("a", "per", "each", "every") and tokens.word[i + 1] in _RATES:
        if tokens.word[i + 2 : i + 3] not in (["after"], ["before"], ["later"], ["earlier"], ["ago"]):
            return "rate", _RATES[tokens.word[i + 1]]
    if i < last and tokens.word[i] in _ADVERBS:
        return "rate", _ADVERBS[tokens.word[i]]
    averaged = _averaged(tokens, first, phrase.first) or _repeated(tokens, i, last)
    if averaged:
        return "rate", averaged
    if measure in _STOCK and event is not None and event.perfect and event.first >= phrase.last:
        return "cumulative", None  # "350 men have fought there", "40 have disappeared"
    if measure == "area" and not _CONTROL.isdisjoint(tokens.word[max(first, phrase.first - 14) : phrase.first]):
        return "stock", None  # "rebels now control 17 districts"
    if measure == "present" and event is None and _in_attack(tokens, first, phrase):
        return "period", None
    if measure == "missing" and _is_one_loss(tokens, first, phrase, last):
        return "period", None
    if measure in _STOCK or measure in _KEPT and _goes_on(tokens, phrase, last, event):
        return "stock", None
    if event is not None and event.perfect or counts_from_start(tokens, phrase.first, first, last):
        return "cumulative", None
    return ("unspecified" if measure in _UNDATED else "period"), None


def _in_attack(tokens: Tokens, first: int, phrase: Phrase) -> bool:
    """ "Met by 30 gunmen", "came on 40 motorcycles": what takes part in an attack is there for its time."""
    before = tokens.word[max(first, phrase.first - 8) : phrase.first]
    for k in range(len(before) - 2, 0, -1):
        if before[k] in _BESET:
            return not _BY.isdisjoint(before[k + 1 :])
    return False


_BESET = frozenset("met approached attacked ambushed fired upon came arrived descended stormed confronted beset charged rode".split())
_BY = frozenset({"by", "on", "in"})


def _past_of(tokens: Tokens, i: int, last: int) -> int:
    """The token after what a measured amount is of ("250 tons of food a night"); ``i`` itself where nothing follows."""
    if i >= last or tokens.word[i] != "of":
        return i
    k = i + 1
    while k < last and k < i + 4 and tokens.kind[k] == "w" and tokens.word[k] not in _PER:
        k += 1
    return k if k < last and tokens.word[k] in _PER else i


_PER = frozenset({"a", "per", "each", "every"})
_EACH = frozenset({"per", "each", "every"})
_FAR = 8  # tokens from the counted noun to "each week"


def _repeated(tokens: Tokens, i: int, last: int) -> str | None:
    """The unit of time of "40 were killed each week"."""
    for k in tokens.where(_EACH, i, min(last - 1, i + _FAR)):
        if tokens.word[k + 1] in _RATES and "p" not in tokens.kind[i:k]:
            return _RATES[tokens.word[k + 1]]
    return None


def _averaged(tokens: Tokens, first: int, head: int) -> str | None:
    """The unit of time of "the daily average fell to 277", "a monthly rate of 40"."""
    for k in tokens.where(_ADVERBIAL, max(first, head - 10), head - 1):
        if tokens.word[k + 1] in ("average", "rate", "mean"):
            return _ADVERBS[tokens.word[k]]
    return None


def counts_from_start(
    tokens: Tokens, head: int, first: int, last: int, stated: list[DateMention] | None = None
) -> bool:
    """Return whether a sentence counts from a start up to now: "so far", "since the truce", near ``head`` "in all"."""
    for k in tokens.where(_STARTERS, first, last):
        word, after = tokens.word[k], tokens.at(k + 1)
        if word == "since" and _starts(tokens, k, first, last, stated):
            return True
        if word == "cumulative" or _SO_FAR.get(word) == after:
            return "than" not in tokens.word[max(first, k - 6) : k]  # "more than in any month so far"
        if -6 <= k - head <= 6 and (word == "overall" or word == "in" and after == "total"):
            return tokens.word[k + 2 : k + 3] != ["of"]
    return False


def _starts(tokens: Tokens, k: int, first: int, last: int, stated: list[DateMention] | None) -> bool:
    """ "Since the truce", not "has since fallen" nor "the worst day since May"; a dated start is judged by its date."""
    if k + 1 >= last or tokens.kind[k + 1] == "p" or tokens.word[k + 1] in ("been", "then"):
        return False
    if k > first and tokens.word[k - 1] in ("has", "have", "had", "ever") or is_record(tokens, k, first):
        return False
    return stated is None or not any(k < m.first <= k + 12 for m in stated)


def is_held(tokens: Tokens, figure: Figure) -> bool:
    """Return whether a number is what somebody holds ("hold 22 prisoners")."""
    i = figure.number.first
    return figure.measure in _KEPT and i > 0 and tokens.word[i - 1] in _HOLDING


def _goes_on(tokens: Tokens, phrase: Phrase, last: int, event: Event | None) -> bool:
    """Return whether a state lasts ("are still being held", "were living in camps", "hold 22 prisoners")."""
    i = _after_aside(tokens, phrase.last, last)
    after = tokens.word[i : min(last, i + 20)]
    if after[:1] and after[0] in _STAYS:
        return True
    if len(after) > 1 and after[0] in _BE:
        k = 2 if after[1] in ("being", "now", "currently") and len(after) > 2 else 1
        if (
            after[k] in _STATES
            and after[k + 1 : k + 3] != ["the", "age"]
            or k == 2
            and after[k] in _KEPT_BY
            or after[0] == "are"
            and after[k] == "displaced"
        ):
            return True
    if "still" in after:
        k = after.index("still")
        return after[k + 1 : k + 2] in (["being"], ["held"]) or _BREAKS.isdisjoint(after[:k])
    return event is not None and tokens.word[event.first] in _HOLDING and event.last <= phrase.first


def _is_one_loss(tokens: Tokens, first: int, phrase: Phrase, last: int) -> bool:
    """ "24 were killed and 13 are missing": the missing of one event, listed behind its dead."""
    before = tokens.word[first : phrase.first]
    return not _LOST.isdisjoint(before) and _LASTING.isdisjoint(tokens.word[first:last])


_LOST = frozenset("killed dead wounded injured".split())
_LASTING = frozenset("still remain remains remained under rubble".split())


def _after_aside(tokens: Tokens, i: int, last: int) -> int:
    """The token after an aside ("300 people, half of them children, are …"); ``i`` itself where none opens there."""
    if i >= last or tokens.raw[i] != "," or tokens.word[i + 1 : i + 2] == ["and"]:
        return i
    for k in range(i + 2, min(last, i + 12)):
        if tokens.raw[k] == ",":
            return k + 1
    return i


_BREAKS = frozenset({",", ";", "while", "but", "that"})
_KEPT = frozenset("detained captured seized displaced supplied other killed wounded destroyed".split())
_BE = frozenset("is are was were".split())
_STATES = frozenset("in at on under inside without safe stuck trapped unaccounted living sheltering staying sleeping "
                    "camping hiding registered housed hosted".split())  # fmt: skip
_STAYS = frozenset("sit sits languish languishes remain remains remained live lives lived stay stays stayed lie lies lay shelter".split())
_KEPT_BY = frozenset("held looked cared treated housed hosted sheltered fed kept detained".split())
_HOLDING = frozenset("hold holds holding keep keeps houses hosts shelters accommodates".split())


def is_increment(tokens: Tokens, number: Number, phrase: Phrase) -> bool:
    """Return whether a number is said to come on top of another ("another 30", "six more", "+300")."""
    if phrase.more and not tokens.matches(number.last, ("more", "than")):
        return True
    i = number.first - 1
    if i > 0 and tokens.word[i] == "by" and tokens.word[i - 1] in lexicon.word_class("revising"):
        return True  # "the toll rose by 12 to 40"
    return i >= 0 and tokens.word[i] in ("another", "further", "additional", "+")
