"""Which dates of a sentence say when its figures hold: not those of speech, of a life, or of a comparison."""

from itertools import pairwise

from . import cardinals, lexicon
from .calendar_words import DASHES, WEEKDAYS, DateMention
from .date_values import is_record
from .figure import Figure
from .narrative_dates import is_of_clause
from .tokens import Tokens

_REACH = 8  # tokens before a date in which its verb is looked for
_PAST_LIVES = frozenset("born founded built leaked signed elected sentenced established created aged reached "
                        "agreed brokered adopted passed formed made bought ordered promised pledged requested "
                        "drafted dated convicted introduced appointed cast named formerly published released "
                        "issued updated seen known printed".split())  # fmt: skip
_PAPERS = frozenset("interview statement bulletin briefing letter article story speech memo notice broadcast "
                    "address conference press accounts clip tweet communique sent visit briefed interviewed testified testimony homily sermon editorial lecture".split())  # fmt: skip
_LABELS = DASHES | frozenset("-:–—")
_SPOKEN = frozenset("homily sermon briefing statement speech interview editorial address bulletin press communique broadcast".split())
_RELATIVES = frozenset(["who", "that", "which"])
_PASSIVE = frozenset("was were been are is being".split())
_COMPARISONS = frozenset("than against compared versus".split())


def is_eventful(tokens: Tokens, mention: DateMention, first: int, last: int) -> bool:
    """Return whether a date of the sentence from token ``first`` to ``last`` can date what happened in it."""
    return not (
        is_of_speech(tokens, mention, first, last)
        or _names_paper(tokens, mention)
        or _describes(tokens, mention, first)
        or _cites(tokens, mention)
        or _is_dateline(tokens, mention, first)
        or _is_of_record(tokens, mention, first)
    )


def is_of_account(tokens: Tokens, mention: DateMention, first: int, last: int) -> bool:
    """Return whether a month is that in which a count was given ("spoke in April of 600 dead")."""
    return (
        mention.role == "event"
        and len(mention.edtf or "") == 7
        and is_of_speech(tokens, mention, first, last)
        and not _describes(tokens, mention, first)
        and aside(tokens, mention, first) < 0
    )


def _is_of_record(tokens: Tokens, mention: DateMention, first: int) -> bool:
    """ "The latest attack since front lines shifted last month": the date only says how long there was none."""
    if mention.role != "event" or tokens.word[mention.last : mention.last + 2] == [",", "when"]:
        return False
    for k in range(mention.first - 1, max(first, mention.first - 10) - 1, -1):
        if tokens.word[k] == "since":
            return is_record(tokens, k, first)
        if tokens.kind[k] in "pbn":
            return False
    return False


def _is_dateline(tokens: Tokens, mention: DateMention, first: int) -> bool:
    """ "KYIV, 3 June – …", "ORSK, May 3 (Agency) – …": the place and day of writing."""
    if not first < mention.first <= first + 6 or tokens.raw[mention.first - 1] not in (",", "("):
        return False
    after = tokens.raw[mention.last] if mention.last < tokens.size else ""
    if tokens.raw[mention.first - 1] == "(":  # "KABUL, Afghanistan (May 3, 2011) –"
        after = tokens.raw[mention.last + 1] if after == ")" and mention.last + 1 < tokens.size else ""
    behind = mention.last + 1
    closed = after == "." and (behind >= tokens.size or tokens.kind[behind] == "b" or tokens.raw[behind] in "/(")
    return (after in DASHES or after in ("(", ":") or closed) and all(
        tokens.kind[k] != "w" or tokens.capital[k] for k in range(first, mention.first)
    )


def is_of_speech(tokens: Tokens, mention: DateMention, first: int, last: int) -> bool:
    """ "Said on Friday", "in a report last week", "On Friday the army said that": the day of the words."""
    if mention.role in ("baseline", "reporting_period"):
        return False
    if mention.first == first and mention.last < last and tokens.raw[mention.last] in _LABELS:
        return False  # "November 2021 – The agency says": the entry of a timeline
    if mention.last < last and tokens.word[mention.last] in _SPOKEN:
        return True  # "in his Sunday homily"
    if mention.first > first and tokens.word[mention.first - 1] == "time":
        return True  # "the second time this week"
    if mention.first > first and tokens.word[mention.first - 1] == "for":
        return False  # "the log for 15 May" covers that day
    if "following" in tokens.word[first : first + 6] and tokens.at(tokens.word.index("following", first) + 1) in _PASSIVE:
        return False  # "Following are the events reported on Thursday"
    if mention.last < last and tokens.kind[mention.last] == "s" and _happened(tokens, mention.last + 1, last):
        return False  # "pointed to Monday's air strike on the port", but "in Monday's statement"
    cues, evidence = lexicon.cues(), lexicon.evidence()
    for k in range(mention.first - 1, max(first, mention.first - _REACH) - 1, -1):
        word = tokens.word[k]
        if _counts_or_happens(tokens, k) or tokens.raw[k] in ";:)" or word in WEEKDAYS or word == "that":
            if tokens.word[k - 1] in ("interviewed", "questioned", "visited"):
                return True  # "interviewed 23 people by telephone between 25 April and 9 May"
            break
        if word in ("gave", "give") and tokens.word[k + 1] in _GIVEN_UP:
            break  # "gave themselves up last week"
        if word in cues and tokens.word[k - 1] in _PASSIVE:
            break  # "40 attacks were reported this week"
        if word in _PERFECT and _follows(tokens, k, mention) and not mention.text.startswith("that"):
            break  # "said its drones had on Saturday struck"
        if word in cues and word != "held" or word in evidence or word in _PAPERS:
            return True  # but "the talks held on Friday", "40 men held since May"
        if tokens.raw[k] == ",":
            break
    if mention.last < last and mention.first > first + 3 and tokens.raw[mention.last] == ",":
        return False  # "killed 94 on Monday, the group reported: 41 civilians …"
    for k in range(mention.last, min(last - 1, mention.last + 16)):
        if tokens.word[k] == "estimated" and tokens.word[k - 1] == "an":
            break  # "On 3 May an estimated 900 fled"
        if k <= mention.last + 5 and _gives_toll(tokens, k):
            return True
        if tokens.word[k] in cues:
            after = tokens.word[k + 1]
            says = mention.first <= first + 3 and cues[tokens.word[k]].kind == "say" and not tokens.capital[k]
            if tokens.raw[mention.last] == "," and any(_counts_or_happens(tokens, j) for j in range(first, mention.first)):
                return False  # "raids killed 94 people on Monday, the group reported: 41 civilians and 53 soldiers"
            # "In February the president said 900 had died", but "On Monday, he said, 900 died"
            return after == "that" or after in '"“‘:' or says and after not in (",", ".")
        if _counts_or_happens(tokens, k) or tokens.raw[k] in ";:.":
            break
    return False


def _happened(tokens: Tokens, k: int, last: int) -> bool:
    """Return whether the words of "Monday's suicide attack" name something that happens."""
    nouns = lexicon.nouns()
    return any(word in nouns and nouns[word][0] == "attacks" or word in _BATTLES for word in tokens.word[k : min(last, k + 4)])


_BATTLES = frozenset("fighting battle battles gunfight firefight bomb encounter violence assault crash siege".split())


def _follows(tokens: Tokens, k: int, mention: DateMention) -> bool:
    """Return whether a date stands right behind token ``k``, or behind its "on"."""
    return mention.first == k + 1 or mention.first == k + 2 and tokens.word[k + 1] == "on"


def _gives_toll(tokens: Tokens, k: int) -> bool:
    """ "On Monday it raised the death toll to 80", "judges on Thursday convicted": the day of the words, not the deaths."""
    word = tokens.word[k]
    if word in _RULES:
        return tokens.word[k - 1] not in _PASSIVE
    return word in _RAISES and not _TOLLS.isdisjoint(tokens.word[k + 1 : k + 5])


_GIVEN_UP = frozenset("themselves himself herself itself up way birth chase".split())
_PERFECT = frozenset({"had", "have", "has"})
_RAISES = frozenset("raised revised lowered updated increased cut put corrected adjusted upped".split())
_TOLLS = frozenset("toll tolls number numbers count figure figures estimate tally total".split())
_RULES = frozenset("sentenced convicted jailed acquitted indicted ruled upheld charged".split())


def _counts_or_happens(tokens: Tokens, k: int) -> bool:
    """Return whether token ``k`` is a number or a word of something done or suffered, so that speech ends there."""
    word = tokens.word[k]
    if tokens.kind[k] == "n" or word in cardinals.SMALL:
        return tokens.word[k - 1] != "page"
    return word in _HAPPENING


_HAPPENING = (
    lexicon.verbs().keys() | lexicon.nouns().keys() | lexicon.acts().keys()
) - lexicon.cues().keys() - lexicon.evidence()  # fmt: skip


def _describes(tokens: Tokens, mention: DateMention, first: int) -> bool:
    """ "A child born in 2009", "the deal signed in May", "a woman who fled on Monday": not the day of the event."""
    if mention.role == "baseline":
        return False
    for k in range(mention.first - 1, max(first, mention.first - _REACH) - 1, -1):
        word = tokens.word[k]
        if word == "released" and (who := lexicon.units().get(tokens.word[k - 1])) is not None and who.kind == "person":
            return False  # "70 of the men released on Sunday"
        if word in _PAST_LIVES:
            return word != "reached" or k > mention.first - 3  # "the truce reached in May", "reached the town in May"
        if word == "death" and tokens.word[k - 2 : k] == ["sentenced", "to"]:
            return True
        if word in ("who", "which") and tokens.word[k + 1] == "had" and mention.edtf and len(mention.edtf) == 4:
            return True  # "seven former rebels who had laid down their arms in 2016": their past
        if word in ("who", "which") and (tokens.raw[k] != "WHO" or tokens.raw[k - 1].isupper()):
            if any(tokens.kind[j] == "n" or tokens.word[j] in cardinals.SMALL for j in range(max(first, k - 4), k)):
                return False  # "the 12 men who fled on Monday": the clause counts
            return not any(_counts_or_happens(tokens, j) for j in range(k, mention.first))
        if tokens.raw[k] in ",;:" or _counts_or_happens(tokens, k):
            return False
    return False


def _names_paper(tokens: Tokens, mention: DateMention) -> bool:
    """ "Signatories of the 2016 peace agreement": a year that names a deal or a law."""
    if len(mention.text) != 4 or mention.role != "event" or tokens.kind[mention.first] != "n":
        return False
    return not _AGREED.isdisjoint(tokens.word[mention.last : mention.last + 3]) and (
        tokens.word[mention.first - 1] == "the" or tokens.kind[mention.first - 1] == "s"
    )


_AGREED = frozenset("agreement accord accords deal treaty truce ceasefire pact law act census constitution convention "
                    "resolution memorandum protocol election elections budget report study".split())  # fmt: skip


def _cites(tokens: Tokens, mention: DateMention) -> bool:
    """ "Broers (1998) estimates": a year alone in brackets is that of a publication."""
    alone = (
        mention.first > 0
        and tokens.raw[mention.first - 1] == "("
        and tokens.raw[mention.last : mention.last + 1] == [")"]
    )
    return alone and len(mention.text) == 4


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
