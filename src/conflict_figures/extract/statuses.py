"""Whom a count of people affects, soldiers or civilians, where its own noun does not say so.

A count that is only a number or a state ("and 46 injured") takes it from the words that say what they were ("of them
children"), from its whole, or from the count before it; else measures that only befall fighters tell.
"""

from . import lexicon
from .figure import Figure
from .kinds import PEOPLE_ONLY
from .tokens import Tokens

_OF_FIGHTERS = frozenset({"captured", "casualties"})  # what is counted of forces, unless the words say otherwise
_OF_STRENGTH = frozenset("present deployed recruited trained returned killed wounded casualties captured".split())
_MEN = frozenset({"men", "man"})  # "40 men" of a force; women and children are counted apart
_ANYBODY = frozenset("people persons person others victims".split())
_REACH = 8  # tokens between a number and the noun that says what they were
_LINKS = frozenset("of them these those whom the dead wounded injured killed victims number were was are is being all "
                   "mostly almost nearly both".split())  # fmt: skip


def join(tokens: Tokens, figures: list[Figure]) -> None:
    """Settle the status of each figure of people that its noun leaves open."""
    before: Figure | None = None
    told: set[str] = set()  # whom the text has counted so far
    aboard = not _MERCHANTMEN.isdisjoint(tokens.word)
    for figure in figures:
        if figure.unit != "person":
            if figure.kind != "formation":
                figure.status = "unspecified"
            continue
        if figure.status == "unspecified":
            figure.status = (
                _said(tokens, figure)
                or _shared(tokens, figure, before)
                or _among_soldiers(tokens, figure, told)
                or aboard and _of_crew(tokens, figure)
                or _by_measure(tokens, figure)
            )
        elif figure.measure == "recruited" and figure.status == "civilian":
            figure.status = "unspecified"  # children made soldiers
        told.add(figure.status)
        whole = figure.part_of  # "12 people, including a soldier, were killed and 20 injured" goes on from the whole
        before = whole if whole is not None and whole.sentence == figure.sentence else figure


def _said(tokens: Tokens, figure: Figure) -> str:
    """Return the status of the noun behind "of them", "of the dead were": "two of them children"."""
    i = figure.number.last
    end = min(i + _REACH, tokens.size)
    while i < end and tokens.word[i] in _LINKS:
        i += 1
    if i == figure.number.last or i >= end:
        return ""
    unit = lexicon.units().get(tokens.word[i])
    return unit.status if unit is not None and unit.unit == "person" else ""


def _shared(tokens: Tokens, figure: Figure, before: Figure | None) -> str:
    """Return the status of the whole, or of the count just before that a bare "and 46 injured" goes on from."""
    whole = figure.part_of
    if whole is not None and whole.unit == "person" and whole.status != "unspecified" and _is_bare(tokens, figure):
        return whole.status
    if before is None or before.sentence != figure.sentence or before.measure not in PEOPLE_ONLY:
        return ""
    near = figure.number.first - before.number.last < 12
    return before.status if near and _is_bare(tokens, figure) and before.status != "unspecified" else ""


def _among_soldiers(tokens: Tokens, figure: Figure, told: set[str]) -> str:
    """Return military for a bare loss in a text that has counted soldiers and nobody else: "750 dead", "3,300 wounded"."""
    if told != {"military"} or figure.measure not in _LOSSES or figure.number.value == 0:
        return ""
    head = "" if figure.phrase.empty else tokens.word[figure.phrase.head]
    return "military" if not head or head in _LOST else ""


def _of_crew(tokens: Tokens, figure: Figure) -> str:
    """Return civilian for the crew of a merchant ship."""
    words = tokens.word[figure.phrase.first : figure.phrase.last]
    return "civilian" if not _CREW.isdisjoint(words) else ""


_LOSSES = frozenset("killed wounded casualties missing".split())
_LOST = frozenset("dead deaths killed wounded injured missing fatalities casualties losses bodies injuries".split())
_CREW = frozenset("crew crewmen crewmembers crewmember mariners".split())
_MERCHANTMEN = frozenset("cargo merchant bulk container tanker freighter trawler ferry liner seafarers commercial".split())


def _is_bare(tokens: Tokens, figure: Figure) -> bool:
    """Return whether a count has no noun of its own: a number alone, or with a state ("46 injured")."""
    phrase = figure.phrase
    return phrase.empty or tokens.word[phrase.head] in lexicon.word_class("state")


def _by_measure(tokens: Tokens, figure: Figure) -> str:
    if figure.number.value == 0:
        return "unspecified"  # "no casualties" says nothing of whose
    head = "" if figure.phrase.empty else tokens.word[figure.phrase.head]
    if figure.measure in _OF_FIGHTERS and head not in _ANYBODY:
        return "military"
    men = head in _MEN and tokens.word[figure.phrase.last : figure.phrase.last + 1] != ["and"]  # not "men and boys"
    if head.startswith("prisoner") and tokens.word[figure.phrase.last - 1 : figure.phrase.last + 2][-2:] == [
        "of",
        "war",
    ]:
        return "military"
    return "military" if men and figure.measure in _OF_STRENGTH else "unspecified"
