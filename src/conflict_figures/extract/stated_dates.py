"""Which dates of a sentence are not of what happened: those of speech, of papers, of a life; and which are."""

from . import cardinals, lexicon
from .calendar_words import DASHES, WEEKDAYS, DateMention
from .date_values import is_record
from .nearest_dates import aside
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
_PASSIVE = frozenset("was were been are is being".split())


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
