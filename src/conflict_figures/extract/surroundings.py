"""What the sentence and the text around a verb make of its measure: a trade, what is shot down in the air."""

from . import kinds, lexicon
from .events import Event
from .figure import Clause, Figure
from .tokens import Tokens

_HANDING = frozenset("handed hand handing hands".split())
_TRADES = frozenset("return exchange exchanged swap swapped deal for truce pause ceasefire".split())
_FREED = frozenset("prisoner prisoners captive captives detainee detainees hostage hostages inmates soldiers".split())
_TAKING_PART = frozenset("took take taking taken".split())  # "60 jets took part": they were sent, not supplied


def measure(clause: Clause, verb: str, event: Event | None, unit: str, kind: str, found: list[Figure]) -> str:
    """Return what the measure of a verb is for such a unit and kind, in this sentence and text."""
    if verb != "deployed" or event is None or clause.tokens.word[event.first] not in _TAKING_PART:
        verb = kinds.of_kind(verb, kind, unit)
    if verb == "destroyed" and _is_shot_down(clause, event, unit, found):
        return "intercepted"
    if verb == "exchanged" and not clause.swap and event is not None and clause.tokens.word[event.first] in _HANDING:
        words = clause.tokens.word[clause.first : clause.last]
        outright = _TRADES.isdisjoint(words) and not lexicon.word_class("remains").isdisjoint(words)
        return "returned" if outright else verb  # "the bodies of 32 were handed over"
    if verb in ("released", "returned") and (clause.swap or _is_trade(clause)):
        return "exchanged"
    return "exchanged" if verb == "captured" and clause.swap and _is_swapped(clause, event) else verb


def _is_shot_down(clause: Clause, event: Event | None, unit: str, found: list[Figure]) -> bool:
    """Return whether drones and missiles were destroyed in the air, and not in a tally of all arms."""
    flying = lexicon.word_class("flying")
    if kinds.head_of(unit) not in flying:
        return False
    if not (clause.air or event is not None and _in_flight(clause.tokens, event) or _by_air_force(clause)):
        return False
    return not any(one.event is event and kinds.head_of(one.unit) not in flying for one in found)


def _in_flight(tokens: Tokens, event: Event) -> bool:
    """ "Eleven drones were engaged and destroyed"."""
    return tokens.at(event.first - 1) == "and" and tokens.at(event.first - 2) in ("engaged", "tracked", "detected")


def _by_air_force(clause: Clause) -> bool:
    """ "The air force said that 96 of 112 drones had been neutralised"."""
    words = clause.tokens.word[clause.first : clause.last]
    return "force" in words and any(one == "air" and two == "force" for one, two in zip(words, words[1:]))


def _is_trade(clause: Clause) -> bool:
    """ "Would free ten hostages in return for 300 prisoners"."""
    words = clause.tokens.word[clause.first : clause.last]
    for one, two, three in zip(words, words[1:], words[2:]):
        if one == "in" and two in ("return", "exchange") and three == "for":
            return not _FREED.isdisjoint(words)
    return False


def _is_swapped(clause: Clause, event: Event | None) -> bool:
    """Return whether prisoners are told to have changed hands, not to be held still."""
    return event is None and any(other.measure in ("released", "returned", "exchanged") for other in clause.events)
