"""Numbers with their hedges and ranges: the spans that can become figures."""

from dataclasses import dataclass

from . import cardinals, lexicon
from .cardinals import Cardinal
from .number_words import ZERO_OPENERS, ZEROES
from .tokens import Tokens

_DASHES = ("-", "–", "—", "−", "‑")
_CHANGE = frozenset(
    "rise rises rose risen rising raise raised raises raising grow grew grown increase increased fall fell fallen "
    "drop dropped climb climbed jump jumped revise revised lower lowered up down cut reduced".split()
)


@dataclass(slots=True)
class Number:
    """One number, range or vague count as worded.

    ``start`` and ``end`` are code points of the text, ``first`` and ``last`` the tokens (``last`` exclusive),
    ``core`` the token where the number itself begins, after its hedge. Bounds are inclusive; None where the
    words set none. ``kind`` is count, zero or article. ``currency`` is the ISO 4217 code of an attached sign.
    """

    start: int
    end: int
    text: str
    value: float | None
    low: float | None
    high: float | None
    qualifier: str
    first: int
    core: int
    last: int
    kind: str = "count"
    currency: str | None = None


def bounds(value: float | None, qualifier: str) -> tuple[float | None, float | None]:
    """Return (low, high) that a qualifier asserts around a value, by the codebook's table.

    >>> bounds(600, "at_least"), bounds(600, "about"), bounds(600, "nearly")
    ((600, None), (None, None), (None, 600))
    """
    low = value if qualifier in ("exact", "at_least", "more_than") else None
    high = value if qualifier in ("exact", "at_most", "less_than", "nearly") else None
    return low, high


def find(tokens: Tokens, masked: bytearray) -> list[Number]:
    """Return the numbers of a text in order, without overlaps; masked tokens are passed over."""
    found: list[Number] = []
    floor = 0
    for i in tokens.openers:
        if i < floor or masked[i] or not (cardinals.may_open(tokens, i) or tokens.word[i] in ZERO_OPENERS):
            continue
        number = _number(tokens, i, floor, masked)
        if number is not None:
            found.append(number)
            floor = number.last
    return found


_LOSS_FRAMES = frozenset("killed wounded casualties missing captured detained destroyed damaged hit intercepted "
                         "seized".split())  # fmt: skip
ARTICLES = frozenset({"a", "an"})


_ARTICLE_CUES = frozenset(lexicon.acts()) | {"among", "including", "found", "recovered", "seized", "losses"}


def with_articles(tokens: Tokens, counted: list[Number], events: list, first: int, last: int) -> list[Number]:
    """Return the numbers of a sentence with the articles that can count one loss ("a pilot was killed").

    Only a sentence that tells of a loss has any; whether the noun after the article is what was lost is for the
    binding to say.
    """
    articles = tokens.where(ARTICLES, first, last - 1)
    if (
        not articles
        or not any(event.measure in _LOSS_FRAMES for event in events)
        and not tokens.where(_ARTICLE_CUES, first, last)
    ):
        return counted
    taken = {k for number in counted for k in range(number.first, number.last)}
    found = list(counted)
    for i in articles:
        if i not in taken and _names_one(tokens, i + 1) and not _belongs(tokens, i):
            found.append(_make(tokens, i, i, i + 1, 1, 1, 1, "exact", kind="article"))
    return sorted(found, key=lambda number: number.start)


def _belongs(tokens: Tokens, i: int) -> bool:
    """ "45 soldiers of an elite battalion"."""
    return i > 1 and tokens.word[i - 1] == "of" and tokens.word[i - 2] in lexicon.units()


def _names_one(tokens: Tokens, i: int) -> bool:
    """Return whether a noun can follow, not an ordinal ("a fourth man died")."""
    bore = tokens.raw[i] == "." and i + 1 < tokens.size and tokens.kind[i + 1] == "n"  # "a .50-caliber gun"
    return bore or tokens.kind[i] in "wn" and tokens.word[i] not in lexicon.word_class("ordinal")


# The words beside a number that make it worth while to ask for a range or a hedge.
_JOINING = frozenset(_DASHES) | {"but", "to", "or", "and"}
_HEDGES = {words: qualifier for ending in lexicon.qualifiers("before").values() for words, qualifier in reversed(ending)}
_WIDTHS = sorted({len(words) for words in _HEDGES}, reverse=True)  # the longest hedge that fits is meant
_HEDGES_BEFORE = lexicon.qualifiers("before").keys() | {"."}
_HEDGES_AFTER = lexicon.qualifiers("after").keys() | {"-", "+", "plus", "odd", ","}


def _number(tokens: Tokens, i: int, floor: int, masked: bytearray) -> Number | None:
    cardinal = cardinals.read(tokens, i)
    if cardinal is None:
        return _zero(tokens, i)
    if any(masked[i : cardinal.end]):
        return None
    end, words = cardinal.end, tokens.word
    after = words[end] if end < tokens.size else ""
    signed = i > floor and (tokens.kind[i - 1] == "p" or tokens.raw[i - 1] in lexicon.currency_letters())
    first, currency = _currency_before(tokens, i, floor) if signed else (i, None)
    ranged = _range(tokens, i, first, floor, cardinal, masked) if after in _JOINING else None
    if ranged is not None:
        return ranged
    hedged = first > floor and words[first - 1] in _HEDGES_BEFORE
    start, qualifier = _hedge_before(tokens, first, floor) if hedged else (first, None)
    if qualifier is None and (after in _HEDGES_AFTER or "-" in words[end - 1]):
        end, qualifier = _hedge_after(tokens, end)
    if cardinal.value is None:
        return _make(tokens, i if qualifier is None else start, i, end, None, cardinal.floor, None, "vague", currency)
    low, high = bounds(cardinal.value, qualifier or "exact")
    return _make(tokens, start, i, end, cardinal.value, low, high, qualifier or "exact", currency)


def _make(tokens, first, core, last, value, low, high, qualifier, currency=None, kind="count") -> Number:
    start, end = tokens.start[first], tokens.end[last - 1]
    return Number(start, end, tokens.text[start:end], value, low, high, qualifier, first, core, last, kind, currency)


_THAN_WHAT = frozenset("more fewer less greater higher lower larger smaller bigger lesser .".split())  # "no fewer than"


def _zero(tokens: Tokens, i: int) -> Number | None:
    if tokens.word[i] not in ZERO_OPENERS:
        return None
    for words, length in ZEROES.items():
        if tokens.matches(i, words):
            if words == ("no",) and (_next_word(tokens, i) in _THAN_WHAT or tokens.kind[min(i + 1, tokens.size - 1)] == "n"):
                return None
            return _make(tokens, i, i, i + length, 0, 0, 0, "exact", kind="zero")
    return None


def _next_word(tokens: Tokens, i: int) -> str:
    return tokens.word[i + 1] if i + 1 < tokens.size else ""


def _currency_before(tokens: Tokens, i: int, floor: int) -> tuple[int, str | None]:
    """Where the sign of a currency before a number begins ("US$40", "EUR 40", "Rs. 40", "P40,000"), and its code."""
    k = i - 1
    if k < floor:
        return i, None
    if tokens.raw[k] == "." and k > floor and tokens.raw[k - 1] in ("Rs", "Re", "Sh", "Rp"):
        k -= 1
    if tokens.kind[k] == "w":
        raw = tokens.raw[k]
        code = lexicon.currency_letters().get(raw)
        return (k, code) if code is not None and (len(raw) > 1 or tokens.joined(i)) else (i, None)
    code = lexicon.currencies().get(tokens.raw[k])
    if code is None:
        return i, None
    letters = tokens.raw[k - 1] if k > floor and tokens.joined(k) else ""
    dollar = lexicon.currency_letters().get(letters + "$") if tokens.raw[k] == "$" else None
    return (k - 1, dollar) if dollar else (k, code)


def _hedge_before(tokens: Tokens, i: int, floor: int) -> tuple[int, str | None]:
    if i <= floor:
        return i, None
    for width in _WIDTHS:
        first = i - width
        words = tuple(tokens.word[first:i]) if first >= floor else ()
        qualifier = _HEDGES.get(words)
        if qualifier is not None:
            earlier = tokens.word[first - 1] if first > floor else ""
            if words == ("over",) and earlier in _HANDING:
                return i, None  # "handed over 32 prisoners"
            if words == ("about",) and earlier in lexicon.word_class("talking"):
                return i, None  # "we are talking about 73 girls"
            if words[0] in _CLIMBING and _TOLLS.isdisjoint(tokens.word[max(0, first - 4) : first]):
                return i, None  # "the top ten", "crossed two rivers"
            if qualifier == "about" and earlier in _BOUNDING:
                outer, bound = _hedge_before(tokens, first, floor)
                if bound is not None:
                    return outer, bound  # "up to about 600"
            return first, qualifier
    if tokens.word[i - 1] == "." and i - 2 >= floor and tokens.word[i - 2] in ("approx", "ca", "c"):
        return i - 2, "about"
    return i, None


_HANDING = frozenset("hand hands handed handing turn turned turning taken took take".split())
_BOUNDING = frozenset("to than least over most many above under exceeding exceeded".split())
_CLIMBING = frozenset("top tops pass passed passes passing cross crossed crosses crossing".split())
_TOLLS = frozenset("toll tolls count number numbers figure figures total deaths casualties fatalities losses injuries "
                   "arrests killings dead killed wounded displaced refugees tally".split())  # fmt: skip


def _hedge_after(tokens: Tokens, end: int) -> tuple[int, str | None]:
    for ending, qualifier in (("-odd", "about"), ("-plus", "more_than")):
        if tokens.word[end - 1].endswith(ending):
            return end, qualifier
    if end >= tokens.size:
        return end, None
    here, skip = tokens.word[end], 0
    if here == "-" and tokens.joined(end) and _next_word(tokens, end) in ("plus", "odd"):
        here, skip = tokens.word[end + 1], 1
    elif here == "+" and not tokens.joined(end):
        return end, None
    elif here in ("plus", "odd") and not _names_counted(tokens, end + 1):
        return end, None
    elif here == ",":
        here, skip = _next_word(tokens, end), 1
        if here not in _ASIDE:
            return end, None
    for words, qualifier in lexicon.qualifiers("after").get(here, ()):
        if not tokens.matches(end + skip, words):
            continue
        last = end + skip + len(words)
        if last < tokens.size and tokens.word[last] in ("than", "to"):
            continue  # "12 and more than 30", "12 and up to 30"
        if last < tokens.size and (words[0] == "at" or words[-1] in _OPENS_HEDGE or here != tokens.word[end]):
            if cardinals.may_open(tokens, last) or tokens.word[last] in _NOT_BEHIND:
                continue  # "12 at least 30", "12 or more than 12"
            if here != tokens.word[end] and tokens.kind[last] != "p" and here not in ("plus", "odd"):
                continue
        return last, qualifier
    return end, None


# "Or so" and "at least" between commas; a hedge that could as well open the next number, and what follows it then.
_ASIDE = frozenset({"at", "give", "more", "or", "if", "possibly", "perhaps", "and"})
_OPENS_HEDGE = frozenset("more less over above under below maximum minimum approximately roughly".split())
_NOT_BEHIND = frozenset("than in as for since on from partly because until by with to if not".split()) | {"$", "€", "£"}


def _names_counted(tokens: Tokens, i: int) -> bool:
    """Return whether the word behind "plus" or "odd" can be what is counted ("40 odd men"), not a second number."""
    if i >= tokens.size or tokens.kind[i] != "w" or tokens.capital[i] and tokens.capital[i] != tokens.raw[i - 1].isupper():
        return False
    return not (
        cardinals.may_open(tokens, i) or tokens.word[i] in ("the", "other", "more", "another", "numbers")
    )  # fmt: skip


def _range(tokens, i, first, floor, low: Cardinal, masked) -> Number | None:
    """A range that starts with the cardinal ``low`` at token ``i``; None where there is none."""
    join = low.end
    if join + 1 >= tokens.size or low.value is None:
        return None
    word, opener = tokens.word[join], tokens.word[first - 1] if first > floor else ""
    j = join + 1
    if word == "and" and opener != "between" and opener in _HEDGES_BEFORE:  # "between about 600 and 800"
        about, hedge = _hedge_before(tokens, first, floor)
        if hedge == "about" and about > floor and tokens.word[about - 1] == "between":
            first, opener = about, "between"
    if word in _DASHES:
        if tokens.joined(join) != (tokens.joined(j)):
            return None
    elif word == "but" and tokens.word[j] in ("fewer", "less") and _next_word(tokens, j) == "than":
        if opener != "than" and opener != "least":
            return None
        j += 2
    elif not (word in ("to", "or") or word == "and" and opener == "between"):
        return None
    if j >= tokens.size:
        return None
    if tokens.kind[j] == "p" and tokens.raw[j] in lexicon.currencies() or tokens.raw[j] in lexicon.currency_letters():
        j += 1
    elif _next_word(tokens, j) == "$" and tokens.raw[j] + "$" in lexicon.currency_letters():
        j += 2
    high = cardinals.read(tokens, j) if j < tokens.size and tokens.kind[j] in "wn" else None
    if high is None or high.value is None or any(masked[j : high.end]):
        return None
    least = low.value
    if high.magnitude >= 12 and low.magnitude == 1 and least < high.value / high.magnitude:
        least *= high.magnitude
    elif word in _DASHES and least < 1000 <= high.value and high.value % 1000 == 0 and least * 1000 < high.value:
        least *= 1000  # "10-12,000"
    if least >= high.value or (word == "or" and high.value > least * 3):
        return None
    if word == "to" and (opener == "from" or opener == "by" and high.value >= 2 * least) and _is_change(tokens, first - 1):
        return None  # "rose by 12 to 40", where "by 10 to 15" is a range
    start = first
    if opener in ("between", "from"):
        start = first - 1
    elif word == "but":
        start = first - 2
    start, _ = _hedge_before(tokens, start, floor)
    currency = _currency_before(tokens, i, floor)[1] if i > floor else None
    return _make(tokens, start, i, high.end, None, least, high.value, "range", currency)


def _is_change(tokens: Tokens, i: int) -> bool:
    """Return whether "from" at ``i`` belongs to a change ("raised from nine to 11"), not to a range."""
    k = i - 1
    while k >= 0 and k > i - 8 and tokens.word[k] not in (".", ";", ","):
        if tokens.word[k] in _CHANGE:
            return True
        k -= 1
    return False
