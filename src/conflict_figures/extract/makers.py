"""Who stands behind a report, a tally or a figure: its maker speaks through it; data without a maker are evidence."""

from . import coordination, lexicon, mentions, names, noun_phrases, speech
from .frame import Frame
from .mentions import Mention
from .tokens import Tokens

_LONGEST = 9  # tokens of "by the ministry's own count"
_QUALIFYING = frozenset({"own", "official", "latest", "last"})
_FIGURES = frozenset({"figures", "statistics"})
_STANDS = frozenset({"is", "was", "stands", "stood", "rose", "reached"})


def is_evidence(tokens: Tokens, target: Mention) -> bool:
    """Return whether a phrase is data, records or footage, and no source who speaks."""
    named = names.name(tokens, target)
    speaks = tokens.word[target.last - 1] in lexicon.speech("source")
    return named is not None and named.kind == "evidence" and not speaks


def counted_by(tokens: Tokens, i: int, last: int, masked: bytearray) -> tuple[tuple[int, int], Mention] | None:
    """Read "by the police count", "by his own count", "by the account of refugees": (cue span, who counts)."""
    counts, word = lexicon.speech("count"), tokens.word
    end = i + 1
    while end < last and end - i < _LONGEST and tokens.kind[end] in "ws" and word[end] not in counts:
        end += 1
    if end >= last or end == i + 1 or word[end] not in counts:
        return None
    if word[end] in _RECKONS and tokens.kind[end - 1] != "s" and not tokens.capital[i] and _has_object(tokens, end + 1):
        return None  # "a study by the Institute estimates the losses at 40"
    if end + 1 < last and word[end + 1] == "of":
        target = mentions.behind(tokens, end + 2, last, masked)
        return ((i, end + 2), target) if target is not None and _can_speak(tokens, target) else None
    stop = end - 1 if word[end - 1] in _QUALIFYING else end
    stop -= tokens.kind[stop - 1] == "s"
    target = Mention(i + 1, stop)
    return ((i, end + 1), target) if i + 1 < stop and _can_speak(tokens, target) else None


def _has_object(tokens: Tokens, i: int) -> bool:
    return i < tokens.size and (
        tokens.word[i] in lexicon.function("determiner") or tokens.capital[i] or speech.opens_count(tokens, i)
    )


_RECKONS = frozenset({"counts", "estimates", "tallies"})


def tallied_by(tokens: Tokens, i: int, last: int) -> tuple[tuple[int, int], Mention] | None:
    """Read "by Israeli tallies", "by official counts": (cue span, evidence) of numbers that nobody is named for."""
    first = end = i + 1 + (tokens.at(i + 1) == "the")
    while end < last and end < i + 4 and (tokens.word[end] in _UNNAMED or tokens.raw[end] in lexicon.demonyms()):
        end += 1
    if end == first or end >= last or tokens.word[end] not in lexicon.speech("count"):
        return None
    return (i, i + 1), Mention(i + 1, end + 1)


_UNNAMED = frozenset("official unofficial independent local western government recent early".split())


def _can_speak(tokens: Tokens, mention: Mention) -> bool:
    return speech.can_speak(tokens, mention, "counts")


def figure_of(tokens: Tokens, k: int, first: int, last: int, masked: bytearray) -> Frame | None:
    """Read "Moscow's figure is 300", with the possessive at ``k``: the clause is the owner's claim."""
    amounts, end = lexicon.speech("amount"), k + 1
    while end < last and end < k + 4 and tokens.word[end] not in amounts:
        end += 1
    if end + 1 >= last or tokens.word[end] not in amounts or tokens.word[end + 1] not in _STANDS:
        return None
    start = noun_phrases.left(tokens, k, first, masked)
    owner = Mention(start, k)
    if start == k or not _can_speak(tokens, owner):
        return None
    return Frame(start, last, owner, cue=(end, end + 2), act=True, stop=end + 2)


def speaks_through(tokens: Tokens, phrase: Mention, last: int, masked: bytearray) -> Mention | None:
    """Return whose report, tally or channel a phrase is: "the ministry's bulletin", "a tally kept by the League"."""
    numbered = tokens.word[phrase.last - 1] == "no" and phrase.last < tokens.size
    if numbered and (tokens.raw[phrase.last] == "." or tokens.kind[phrase.last] == "n"):
        phrase = Mention(phrase.first, phrase.last - 1)  # "its communiqué No. 81"
    cut = next((k for k in range(phrase.first, phrase.last) if tokens.word[k] in ("of", "from", "by")), phrase.last)
    stated = cut < phrase.last and tokens.word[cut - 1] in lexicon.speech("statement")
    for k in range((cut if stated else phrase.last) - 1, phrase.first, -1):  # not in "the report of the Prosecutor's Office"
        if tokens.kind[k] == "s":
            owner = Mention(phrase.first, k, outer=phrase.first)
            states = not lexicon.speech("statement").isdisjoint(tokens.word[k + 1 : phrase.last])
            return owner if states and _can_speak(tokens, owner) else None
    head = cut - 1
    if tokens.capital[head] and head > phrase.first:
        return None  # "the Institute for the Study of War"
    is_data = tokens.word[head] in lexicon.speech("dataset")
    if not is_data and tokens.word[head] not in lexicon.speech("statement"):
        return None
    if tokens.word[phrase.first] in ("its", "his", "her", "their"):
        return Mention(phrase.first, phrase.first + 1, outer=phrase.first)
    if head == phrase.last - 1 and head > phrase.first and not is_data and not tokens.capital[head]:
        owner = Mention(phrase.first, head, outer=phrase.first)
        if tokens.word[head] in _FIGURES and tokens.word[phrase.first] not in lexicon.function("determiner"):
            return None  # "according to government figures": data, as "government data" are
        if _is_body(tokens, owner):
            return owner  # "a ministry statement"
    return _named_behind(tokens, phrase, head, last, masked)


def colleague(tokens: Tokens, subject: Mention, v: int, masked: bytearray) -> Mention | None:
    """Return the body for which "our colleagues at UNHCR" speak."""
    body = mentions.behind(tokens, subject.last + 1, v, masked)
    if body is None or not (_is_body(tokens, body) or tokens.raw[body.first].isupper()):
        return None
    body.outer = subject.first
    return body


def _is_body(tokens: Tokens, owner: Mention) -> bool:
    word, named = tokens.word[owner.last - 1], names.name(tokens, owner)
    listed = word in lexicon.bodies("body") or word in lexicon.bodies("force")
    listed = listed or tokens.raw[owner.last - 1].isupper() and len(word) > 1  # "a UN report"
    return listed and named is not None and named.kind in ("body", "force")


def _named_behind(tokens: Tokens, phrase: Mention, head: int, last: int, masked: bytearray) -> Mention | None:
    """The maker behind a noun of statement: "a report published on Monday by X", "figures from X"."""
    word, i = tokens.word, head + 1
    if i + 1 < last and tokens.raw[i] == "," and word[i + 1] in noun_phrases.MADE:
        i += 1  # "The report, published by X on Monday, says"
    while i < last and i < head + 6 and (word[i] in noun_phrases.MADE or masked[i] or word[i] in ("on", "in")):
        i += 1
    if i + 1 >= last or word[i] not in ("by", "from", "of"):
        return None
    if word[i] == "of" and word[head] in lexicon.speech("amount"):
        return None  # "the number of rebels"
    maker = mentions.behind(tokens, i + 1, min(last, i + 18), masked)
    if maker is None or not _can_speak(tokens, maker):
        return None
    maker = coordination.target(tokens, maker, last, masked)
    maker.outer = phrase.first
    return maker
