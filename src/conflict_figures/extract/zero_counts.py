"""Which zero is a count: "no soldiers were killed", not "no group has claimed"."""

from .events import Event
from .figure import Clause
from .numbers import Number
from .phrases import Phrase


def counts(
    clause: Clause, number: Number, phrase: Phrase, event: Event | None, kind: str, measure: str
) -> bool:
    """ "No soldiers were killed" counts; "no confirmed toll yet", "no group has claimed" do not."""
    words = clause.tokens.word[phrase.first : phrase.last]
    if any(word in _UNKNOWN for word in words):
        return False
    if phrase.empty and event is not None and event.last < number.first - 1:
        return False  # "we buried eight, and nobody slept"
    attack = kind == "incident" or not kind and measure == "attacks"
    return event is not None or attack or kind in ("person", "group", "materiel", "object")


_UNKNOWN = frozenset(
    "confirmed information reports word immediate evidence proof indication indications sign signs suggestion doubt plan plans "
    "need intention question way reason chance idea comment details claim claims trace news "
    "estimate estimates figure figures count tally breakdown record records answer reply response agreement progress".split()
)
