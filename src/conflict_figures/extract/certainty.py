"""How sure a claim's own words are: reported, alleged, estimated, possible, or simply stated."""

from functools import cache
from itertools import chain

from . import lexicon
from .figure import Figure
from .tokens import Tokens

_SKIPPED = lexicon.function("adverb") | frozenset({"be", "been", "being", "have", "not", "also", "only"})
_INTENTS = lexicon.function("intent") | lexicon.function("request") | {"agree", "agrees", "agreed", "undertook", "undertakes"}
_REACH = 6  # tokens between a word of intent and the verb or number that it governs
_PLANNING = frozenset("plan plans planned planning intend intends intended expect expects expected hopes aims".split())
_FIRST = frozenset({"we", "i"})
_HEDGING = frozenset(lexicon.hedges())


@cache
def _hedges() -> dict[tuple[str, ...], list[tuple[tuple[str, ...], str]]]:
    """The hedges by their first two words; many open with "is" or "were"."""
    found: dict[tuple[str, ...], list[tuple[tuple[str, ...], str]]] = {}
    for hedge in chain.from_iterable(lexicon.hedges().values()):
        found.setdefault(hedge[0][:2], []).append(hedge)
    return found


def of(tokens: Tokens, first: int, last: int, figures: list[Figure]) -> str:
    """Return the certainty that the tokens from ``first`` to ``last`` of a claim state of themselves."""
    word, hedges = tokens.word, _hedges()
    own = [k + 1 for k in tokens.where(_FIRST, first, last - 1)]
    for i in sorted({*tokens.where(_HEDGING, first, last), *own}):
        for words, certainty in (*hedges.get((word[i], tokens.at(i + 1)), ()), *hedges.get((word[i],), ())):
            if not tokens.matches(i, words) or _is_of_nature(tokens, i) or _is_of_some(tokens, i):
                continue
            if not _is_of_one(figures, i):
                return certainty
        cue = lexicon.cues().get(word[i]) if word[i - 1] in _FIRST and i > first else None
        if cue is not None and cue.certainty in ("estimated", "alleged"):
            return cue.certainty  # "we estimate that": the source's own voice
    for figure in figures:
        if _is_possible(tokens, figure, first):
            return "possible"
    return "stated"


def _is_of_some(tokens: Tokens, i: int) -> bool:
    """ "50 hostages, fewer than half of whom are believed to be alive": a part without a number."""
    i -= tokens.word[i - 1] in ("are", "were", "is", "was")
    return tokens.word[i - 1] in ("whom", "them") and tokens.word[i - 3] in ("half", "some", "most", "many", "few", "several")


def _is_of_nature(tokens: Tokens, i: int) -> bool:
    """ "three men believed to be smugglers": what they are is believed, and not what befell them."""
    if tokens.word[i] not in _BELIEVED | {"suspected", "alleged"} or tokens.word[i + 1] != "to" or tokens.at(i + 2) != "be":
        return False
    noun = tokens.kind[i - 1] == "w" and tokens.word[i - 1] not in _BEFORE_BELIEF
    return noun and _HARM.isdisjoint(tokens.word[i + 3 : i + 6])


_BEFORE_BELIEF = lexicon.function("aux") | lexicon.function("adverb") | {"widely", "now", "long"}
_HARM = frozenset("dead killed alive missing buried trapped held wounded captured injured among".split())


def _is_of_one(figures: list[Figure], i: int) -> bool:
    """Return whether the hedge at ``i`` is that of one part among several figures ("40 held, six believed to be dead")."""
    return len(figures) > 1 and any(f.certainty == "estimated" and 0 <= i - f.number.last < _REACH for f in figures[1:])


def mark(tokens: Tokens, figures: list[Figure]) -> None:
    """Mark the figures with a certainty of their own.

    It follows as a mere wish, "11 million received of 39 million requested", or belief, "six of them believed to be".
    """
    for figure in figures:
        believed = figure.number.last
        while believed < tokens.size - 1 and tokens.word[believed] in _PARTITIVE:
            believed += 1
        if believed < tokens.size - 1 and tokens.word[believed] in _BELIEVED and tokens.word[believed + 1] == "to":
            figure.certainty = "estimated"
        for k in tokens.where(_WISHED, figure.number.last, min(tokens.size - 1, figure.number.last + 3)):
            if tokens.raw[k + 1] in ".,;:()" and figure.certainty is None:
                figure.certainty = "possible"
        of = "of" in tokens.word[max(0, figure.number.first - 2) : figure.number.first]
        if of and figure.certainty is None and _is_of_wish(tokens, figure.number.last):
            figure.certainty = "possible"


def _is_of_wish(tokens: Tokens, i: int) -> bool:
    """ "Of the 50 tanks promised earlier, 46 came", "416 of the 2,500 officers pledged to it": the base is a mere wish."""
    for k in tokens.where(_WISHED, i + 1, min(tokens.size - 1, i + _REACH)):
        between = tokens.word[i:k]
        if not _NO_THINGS.isdisjoint(between) or any(tokens.kind[j] != "w" and tokens.raw[j] != "-" for j in range(i, k - 1)):
            return False
        return _is_postnominal(tokens, k)
    return False


_NO_THINGS = frozenset("states countries nations donors governments allies groups people workers families residents and but have has had "
                       "who that which".split()) | lexicon.verbs().keys()  # fmt: skip


_PARTITIVE = frozenset({"of", "them", "whom", "these", "is", "are", "was", "were"})
_BELIEVED = frozenset({"believed", "thought", "presumed"})
_WISHED = frozenset({"requested", "promised", "pledged", "sought", "required", "demanded"})


def _is_possible(tokens: Tokens, figure: Figure, first: int) -> bool:
    """Return whether the event of a figure has not happened: "may have been killed", "are to be freed"."""
    event, number = figure.event, figure.number
    verb = event.first if event is not None else _verb_after(tokens, number.last)
    if _is_intended(tokens, verb, first) or event is None and _is_governed(tokens, number.first, first):
        return True
    if (event is None or event.last <= first) and _is_planned(tokens, number.last):
        return True
    if not _ASKED.isdisjoint(tokens.word[number.last : number.last + _REACH + 5]) and _is_asked_for(tokens, number.last):
        return True
    granted = _GRANTING if figure.measure == "money" else _CALLING
    for k in tokens.where(granted, max(first, number.first - _REACH), number.first):
        if tokens.word[k] in _CALLING and tokens.word[k + 1] != "for" or "that" in tokens.word[k : number.first]:
            continue
        return True  # "announced a further 150 million for drones", "the plan calls for 4 billion"
    requests = lexicon.function("request")
    for k in tokens.where(requests, max(first, number.first - _REACH), number.first):  # "pledged 14 tanks"
        if not _is_postnominal(tokens, k) and tokens.raw[k + 1] != ":":  # nor the heading "Needs:"
            return True
    return event is not None and tokens.word[event.first] in requests and event.passive  # "were promised 200 dollars"


_CALLING = frozenset({"call", "calls", "called", "calling"})
_GRANTING = _CALLING | {"announce", "announces", "announced", "commit", "commits", "committed"}


def _is_planned(tokens: Tokens, i: int) -> bool:
    """Return whether what is counted at ``i`` is only planned: "900 are expected to", "3 billion is to go on pay"."""
    near = tokens.word[i : min(tokens.size - 1, i + _REACH + 8)]
    if "is" not in near and "are" not in near:
        return False
    verbs = lexicon.verbs()
    for k, word in enumerate(near, i):
        if tokens.raw[k] in ".;:" or word in verbs or word in ("which", "who", "whom", "including"):
            return False
        if word in ("is", "are") and (tokens.word[k + 1] in _PLANNED or tokens.word[k + 1] == "to"):
            return True
    return False


def _is_asked_for(tokens: Tokens, i: int) -> bool:
    """Return whether what is counted at ``i`` is only wished for: "117 billion has been promised", "12 million is needed"."""
    verbs = lexicon.verbs()
    for k in range(i, min(tokens.size - 1, i + _REACH + 4)):
        if tokens.raw[k] in ",.;:" or tokens.word[k] in verbs or tokens.word[k] in ("which", "who", "whom", "and", "but"):
            return False
        if tokens.word[k] in _BE and tokens.word[k + 1] in _ASKED:
            return True
    return False


_BE = frozenset("is are was were been being".split())
_ASKED = frozenset("promised pledged offered demanded sought requested needed required earmarked".split())


_PLANNED = frozenset({"expected", "planned", "due", "scheduled", "slated"})


def _verb_after(tokens: Tokens, i: int) -> int:
    """The first verb that can have the number at ``i`` as its subject; the token itself where there is none."""
    verbs = lexicon.verbs()
    for k in range(i, min(tokens.size, i + _REACH + 2)):
        if tokens.raw[k] in ",.;:":
            break
        if tokens.word[k] in verbs:
            return k
    return i


def _is_governed(tokens: Tokens, number: int, first: int) -> bool:
    """Return whether a modal stands before the number in its clause: "will spend 9 billion on the war"."""
    possible = lexicon.function("possible")
    for k in range(number - 1, max(first, number - _REACH - 3) - 1, -1):
        if tokens.word[k] in possible and tokens.raw[k] != "May":
            if tokens.word[k] == "could" and not _FINDING.isdisjoint(tokens.word[k + 1 : k + 3]):
                return False  # "we could identify only 40": they are
            return tokens.word[k + 1] not in ("not", "have")
        if tokens.word[k] == "to" and tokens.word[k - 1] in _PLANNING:
            return True  # "plans to dispatch 40 workers"
        if tokens.raw[k] in ",.;:–—" or tokens.word[k] in ("that", "which", "who", "where", "because", "and"):
            return False
    return False


_FINDING = frozenset("identify count confirm verify find see establish trace document match locate reach".split())


def _is_intended(tokens: Tokens, verb: int, first: int) -> bool:
    """Return whether the auxiliaries before a verb put it in the future or in doubt."""
    word = tokens.word
    possible = lexicon.function("possible")
    for k in range(verb - 1, max(first, verb - _REACH) - 1, -1):
        if word[k] in possible and tokens.raw[k] != "May":
            return True
        if word[k] == "to":
            be = k - 1 - (word[k - 1] in ("also", "now", "still", "then", "soon", "later"))
            if word[be] in ("are", "is", "were", "was") or word[k - 1] in _INTENTS:
                return True
            continue
        if word[k] not in _SKIPPED:
            return False
    return False


def _is_postnominal(tokens: Tokens, k: int) -> bool:
    """ "tanks requested in May": a participle behind its noun says nothing of what became of them."""
    if tokens.word[k] not in ("requested", "promised", "pledged", "demanded"):
        return False
    after = tokens.word[k + 1]
    return after in _BEHIND_WISH or after == "to" and tokens.word[k + 2] in ("it", "them", "him", "her", "us", "the")


_BEHIND_WISH = frozenset("in by for from at last under earlier originally so this".split())
