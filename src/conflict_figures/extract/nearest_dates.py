"""Which of a sentence's dates is that of a figure: the nearest that is neither another's nor a comparison's."""

from itertools import pairwise

from . import cardinals
from .calendar_words import DateMention
from .figure import Figure
from .narrative_dates import is_of_clause
from .tokens import Tokens

_RELATIVES = frozenset(["who", "that", "which"])
_COMPARISONS = frozenset("than against compared versus".split())


def nearest(tokens: Tokens, figure: Figure, found: list[DateMention], start: int) -> DateMention | None:
    """Return the date of the sentence from token ``start`` that a figure stands with; None where all belong to others."""
    if not found:
        return None
    fit = [m for m in found if not _is_of_other(tokens, figure, m, start)]
    if fit and is_peak(tokens, figure):
        fit = [m for m in fit if m.first > figure.number.first]
    if figure.increment and figure.part_of is not None:
        fit = [m for m in fit if m.role == "reporting_period"]  # "(+12)" is the day's, not the war's
    toll = next((m for m in fit if m.last < figure.number.first and _is_of_toll(tokens, m)), None)
    if toll is not None:
        return toll
    if len(fit) < 2:
        return fit[0] if fit else None
    found = min(fit, key=lambda m: (_apart(tokens, figure, m, start), -m.start))
    if found.role == "as_of":  # "as of May, 900 had been trained since 2022"
        return next((m for m in fit if m.role == "baseline" and m.first > figure.number.last), found)
    return found


def _is_of_other(tokens: Tokens, figure: Figure, mention: DateMention, start: int) -> bool:
    """Return whether a date is not that of a figure in its sentence, for one of these reasons."""
    return (
        _is_compared(tokens, figure, mention)
        or _is_aside(tokens, figure, mention)
        or _is_of_fate(tokens, figure, mention)
        or _opens_next(tokens, figure, mention)
        or _is_of_another(tokens, figure, mention, start)
        or mention.first >= figure.number.first and is_of_clause(tokens, mention)
        or _is_of_other_clause(tokens, figure, mention)
        or figure.count_mode == "stock" and _is_past(tokens, figure, mention)
    )


def _opens_next(tokens: Tokens, figure: Figure, mention: DateMention) -> bool:
    """ "It put the dead at 90; in 2011 it gave 70": the date heads the next clause."""
    behind = mention.first > figure.number.last
    return behind and ";" in tokens.raw[max(figure.number.last, mention.first - 3) : mention.first]


def _is_of_toll(tokens: Tokens, mention: DateMention) -> bool:
    """ "The death toll from Saturday's blast climbed to 31 on Monday": whenever they died, it is that of the blast."""
    k = mention.first
    owned = mention.last < tokens.size and tokens.kind[mention.last] == "s"
    return owned and k > 1 and tokens.word[k - 1] in ("from", "in", "of") and tokens.word[k - 2] in ("toll", "tolls")


def _is_of_other_clause(tokens: Tokens, figure: Figure, mention: DateMention) -> bool:
    """Return whether a clause with a verb of its own parts a figure from a date.

    "The total is 437; the ships listed now have carried oil since May", "since 9 May, when it began, 457 have died",
    "four were hurt, bringing the toll to five since Friday".
    """
    if mention.first < figure.number.first:
        if tokens.word[mention.first] != "when" or figure.part_of is not None:
            return False
        return "," in tokens.raw[mention.last : figure.number.first]
    behind = range(figure.number.last, mention.first)
    if mention.role == "baseline":
        for k in tokens.where(BRINGS, figure.number.last, mention.first):
            if not NUMBERS.isdisjoint(tokens.word[k + 1 : k + 5]):
                return True
    return any(
        tokens.raw[k] == ";" and not _FINITE.isdisjoint(tokens.word[k + 1 : mention.first]) for k in behind
    )


_FINITE = frozenset("is are was were has have had will would".split())
BRINGS = frozenset("bringing brings taking takes raising raises pushing pushes lifting lifts making makes brought".split())
NUMBERS = frozenset("total totals number numbers toll tolls count tally".split())


def _is_of_another(tokens: Tokens, figure: Figure, mention: DateMention, start: int) -> bool:
    """ "The army, which seized power in 2021, said 40 died": the date within an aside is that of what stands before it."""
    if mention.role != "event":
        return False
    opens = aside(tokens, mention, start)
    if opens < 0:
        return False
    if figure.number.first < opens:
        return figure.phrase.last + 3 < opens
    return figure.number.first > mention.last and "," in tokens.raw[mention.last : figure.number.first]


def aside(tokens: Tokens, mention: DateMention, first: int) -> int:
    """The comma that opens ", which seized power in 2021," or ", seized in November," around a date; -1 without one."""
    if mention.last >= tokens.size or tokens.raw[mention.last] != ",":
        return -1
    for k in range(mention.first - 1, max(first, mention.first - 9) - 1, -1):
        if tokens.raw[k] == ",":
            word = tokens.word[k + 1]
            return k if word in _RELATIVES or word in _TAKEN or word == "whose" else -1
        if tokens.kind[k] in "pb":
            return -1
    return -1


_TAKEN = frozenset("seized taken built captured held abducted kidnapped signed formed founded elected detained hijacked "
                   "displaced arrested appointed sworn delivered agreed".split())  # fmt: skip


def _is_of_fate(tokens: Tokens, figure: Figure, mention: DateMention) -> bool:
    """ "Freed nine hostages, who had been held since May": a start within their clause is not that of the count."""
    between = tokens.word[figure.phrase.last : mention.first]
    return mention.role == "baseline" and not _RELATIVES.isdisjoint(between)


def _is_past(tokens: Tokens, figure: Figure, mention: DateMention) -> bool:
    """ "90 men fell in May; 40 still hold the hill", "who hold 22, freed nine on Monday", "40 are trapped since May"."""
    if mention.role == "baseline":
        return True
    first, last = sorted((mention.first, figure.number.first))
    between = tokens.raw[first:last]
    return ";" in between or mention.role == "event" and mention.first > figure.number.first and "," in between


def _is_compared(tokens: Tokens, figure: Figure, mention: DateMention) -> bool:
    """ "40, down from 90 in June", "twice as many as in 2021": the date is that of the other count."""
    if mention.first < figure.number.last:
        return False
    between = tokens.word[figure.number.last : mention.first]
    if not _COMPARISONS.isdisjoint(between) and any(
        word in _COMPARISONS and not (word == "than" and _is_number(tokens, figure.number.last + k + 1))
        for k, word in enumerate(between)
    ):
        return True  # but not the "more than 3,000" of another count
    if "from" in between[-8:-1]:
        k = mention.first - between[::-1].index("from")
        near = k > mention.first - 4 and _is_number(tokens, k) or not _PEAKS.isdisjoint(tokens.word[k : k + 3])
        if near:
            return True  # "fell to 40 from 90 in June", "to 40 from a peak of 90 in 2019"
    return not _TURNS.isdisjoint(pairwise(between))


def is_peak(tokens: Tokens, figure: Figure) -> bool:
    """ "1,900 at the end of May, down from a peak of 2,740": the day is that of the other count."""
    i = figure.number.first
    return tokens.word[i - 1] == "of" and tokens.word[i - 2] in _TOPS and "from" in tokens.word[max(0, i - 6) : i]


_TOPS = frozenset({"peak", "high", "low", "maximum"})
_PEAKS = frozenset("peak high low record maximum total average nearly almost about around over more some".split())


def _is_number(tokens: Tokens, k: int) -> bool:
    return tokens.kind[k] == "n" or tokens.word[k] in cardinals.SMALL


def is_base(tokens: Tokens, mention: DateMention, first: int) -> bool:
    """Return whether a date is that of a count compared with ("from 90 in June", "against seven on Friday")."""
    for k in range(mention.first - 1, max(first, mention.first - 6) - 1, -1):
        if tokens.word[k] in _BASES:
            return k + 1 < mention.first - 1 or k + 1 == mention.first - 1 and _is_number(tokens, k + 1)
        if tokens.kind[k] in "pb":
            return False
    return False


_BASES = _COMPARISONS | {"from"}
_TURNS = {("down", "from"), ("up", "from"), ("as", "in"), ("as", "on"), ("of", "which"), ("of", "whom")}


def _is_aside(tokens: Tokens, figure: Figure, mention: DateMention) -> bool:
    """ "48 (14 February: 61)": a date in brackets with a count of its own dates that count alone."""
    if mention.last < tokens.size and tokens.raw[mention.last] == ")" and tokens.raw[mention.first - 1] == "(":
        return False
    low, high = sorted((figure.number.first, mention.first))
    between = tokens.raw[low:high]
    inside, outside = ("(", ")") if low == figure.number.first else (")", "(")
    return between.count(inside) > between.count(outside)


def _apart(tokens: Tokens, figure: Figure, mention: DateMention, start: int) -> int:
    """Tokens between a figure and a date; a semicolon, another clause, an aside between them count as far."""
    first, last = sorted((figure.number.last, mention.first))
    between = tokens.word[first:last]
    behind = figure.phrase.last
    if mention.first >= behind and _RELATIVES & set(tokens.word[behind : min(behind + 3, mention.first)]):
        last = first  # "the 12 men who fled in May": the clause is the figure's own
    joined = "," in between or "and" in between  # "40 came in May and 30 in June"
    aside = 12 if joined and mention.last <= figure.number.first and mention.first > start + 4 else 0
    return (
        aside
        + last
        - first
        + 100 * between.count(";")
        + 40 * sum(word in ("while", "whereas", "but") for word in between)
    )
