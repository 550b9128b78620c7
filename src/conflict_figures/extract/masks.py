"""What only looks like a count: ages, times, distances, percentages, unit and weapon names, …

Each test looks at one token and its neighbours and says whether the number there counts anything.
"""

from . import cardinals, lexicon
from .calendar_words import DateMention
from .number_words import MAGNITUDES, ONES, SMALL
from .tokens import Tokens

_DURATION = frozenset("second seconds minute minutes hour hours day days night nights week weeks month months year "
                      "years decade decades century centuries".split())  # fmt: skip
_DISTANCE = frozenset("km kms kilometre kilometres kilometer kilometers metre metres meter meters m cm mm mile miles "
                      "yard yards foot feet ft inch inches nautical knots mph kph kg kilogram kilograms "
                      "kilos degrees litres hectares acres caliber calibre".split())  # fmt: skip
_PERCENT = frozenset("% percent pct percentage per-cent".split())
_UNIT_NAMES = frozenset("brigade brigades division divisions regiment regiments battalion battalions corps army fleet "
                        "company platoon squadron directorate".split())  # fmt: skip
_NUMBERED = frozenset("no number chapter article page phase stage group model channel resolution protocol unit route "
                      "kilometre kilometer highway flight room tier aged level category section volume interstate paragraph "
                      "caliber calibre magnitude".split())  # fmt: skip
_NUMBERING = frozenset("dead wounded injured missing displaced they now could may might still to".split())
_PART = frozenset("third fifth sixth seventh eighth ninth tenth hundredth".split())
_PARTS = frozenset(part + "s" for part in _PART)
_QUARTERS = frozenset({"quarter", "quarters", "half", "halves"})
_STAGES = frozenset("phase phases stage stages wave waves step steps times round rounds points".split())
_AGE_TAIL = ("year-old", "years-old", "month-old", "storey", "story", "year", "month", "day", "foot", "metre", "meter",
             "kilometre", "km", "mile", "mm", "hour", "minute", "seat", "page", "point", "strong", "member")  # fmt: skip
_DASHES = ("-", "–", "‑")
_SCORED = (*_DASHES, "/")
_WEIGHTS = frozenset("kg kilogram kilograms kilos kilo".split())
_BEHIND = (
    _DURATION | _DISTANCE | _PERCENT | _PART | _PARTS | _QUARTERS | _STAGES | _WEIGHTS
    | frozenset("a p more full long square in out per commando am pm a.m. p.m. o'clock o’clock to or and by × / - – ‑".split())
    | _UNIT_NAMES
)  # fmt: skip
_NAMED = lexicon.word_class("numbered")  # "Hill 70", where the word is a name
_MODELS = frozenset("Mi MI MiG MIG Mig Su SU Il IL Tu TU Yak AK RPG F T M S G C L B R DC UH AH CH BM BMP BTR Ka KA PT "
                    "SAM BRDM ZU ZSU Kh Shahed Geran Boeing Airbus Cessna Leopard Mark Mk Hawk Bell FAL".split())  # fmt: skip
_PERHAPS = frozenset({"perhaps", "maybe", "possibly", "even"})
_ZONES = frozenset("gmt utc hrs hours est edt cet eet bst zulu".split())
_CALLS = frozenset("tel call phone telephone hotline fax dial whatsapp".split())
_LEADING = _NUMBERED | _NAMED | {m.lower() for m in _MODELS} | _CALLS | frozenset(". to and of - – ‑ aged now , + ) ( : at /".split())
_FAR_OR_LONG = _DISTANCE | _DURATION
_MEASURES = _FAR_OR_LONG | _PERCENT


def mask(tokens: Tokens, dates: list[DateMention]) -> bytearray:
    """Return one byte per token, 1 where a number there is no count."""
    masked = bytearray(tokens.size)
    for mention in dates:
        masked[mention.first : mention.last] = b"\x01" * (mention.last - mention.first)
    for i in tokens.openers:
        span = 0 if masked[i] else _span(tokens, i)
        if span:
            masked[i:span] = b"\x01" * (span - i)
    return masked


def _word(tokens: Tokens, i: int) -> str:
    return tokens.word[i] if 0 <= i < tokens.size else ""


def _span(tokens: Tokens, i: int) -> int:
    """Token after the masked span that starts at ``i``; 0 where nothing is masked."""
    kind, word = tokens.kind[i], tokens.word[i]
    if kind in "dtu":
        return i + 1
    if kind == "w":
        if not word.isalpha() and any(ch.isdigit() for ch in word):
            return 0 if _is_broadcast(tokens, i) or _is_inside(tokens, i) else i + 1
        if not cardinals.may_open(tokens, i):
            return 0
        if "-" in word and word.rpartition("-")[2] in _AGE_TAIL or word.split("-")[-2:] == ["year", "old"]:
            return i + 1
    number = cardinals.read(tokens, i)
    if number is None:
        return 0
    end = number.end
    if kind == "w" and word in ("a", "half"):  # "a few kilometres away"
        return end + 1 if number.value is None and _word(tokens, end) in _FAR_OR_LONG else 0
    if _is_clear(tokens, i, end):
        return 0
    if kind == "n":
        if _is_headless(tokens, i):
            return i + 1
        digits = _digits_of_a_name(tokens, i, end)
        if digits:
            return digits
    if kind == "n" and (_is_ambiguous(tokens.raw[i]) or _word(tokens, i - 1) == "at" and _is_clock(tokens.raw[i])):
        return i + 1
    if _is_score(tokens, i, end):
        end += 2
        while (
            end + 1 < tokens.size and tokens.raw[end] in _DASHES and tokens.kind[end + 1] == "n" and tokens.joined(end)
        ):
            end += 2  # "910-432-3383"
        return end
    if _is_attached_name(tokens, i, end):
        return end
    if _is_numbered(tokens, i, end):
        return _dialled(tokens, end) if end + 1 < tokens.size and tokens.joined(end + 1) else end  # "No 7-21"
    return _measured(tokens, i, end) or (end if _is_age(tokens, i, end) else 0)


def _is_clear(tokens: Tokens, i: int, end: int) -> bool:
    """Return whether nothing beside a number is what one of the tests looks for, as is so most often."""
    if i == 0 or end >= tokens.size or tokens.start[end] == tokens.end[end - 1]:
        return False
    if tokens.word[i - 1] in _LEADING or tokens.word[end] in _BEHIND:
        return False
    return tokens.kind[i - 1] != "b" and "." not in tokens.raw[i] and tokens.raw[i][0] != "0"


def _digits_of_a_name(tokens: Tokens, i: int, end: int) -> int:
    """End of the digits of a name or code: "Hill 70", "MiG 29", "0530", "+44 20 …", "(0123) 45-67", "Group of 77"."""
    raw, before = tokens.raw[i], tokens.raw[i - 1] if i else ""
    if len(raw) > 1 and raw[0] == "0" and raw[1].isdigit():
        return _dialled(tokens, i + 1)
    if len(raw) == 4 and raw.isdecimal() and int(raw) < 2400 and int(raw[2:]) < 60:
        if _word(tokens, end) in _ZONES:
            return end + 1
        if before.lower() == "at" and _word(tokens, end) == "(" and _word(tokens, end + 2) in _ZONES:
            return end  # "at 0915 (1315 GMT)"
    if before == "/" and tokens.joined(i) and tokens.kind[i - 2] == "w" and any(ch.isdigit() for ch in tokens.raw[i - 2]):
        return end  # "two Kh-59/69 missiles"
    if before in _MODELS:
        return end if end == i + 1 and raw.isdecimal() and len(raw) < 4 and not tokens.joined(i) else 0
    if before.lower() in _NAMED and before[1:].islower() and before[0].isupper():
        return end if _word(tokens, end) not in lexicon.units() else 0
    if before == "of" and raw.isdecimal() and tokens.raw[i - 2] == "Group":
        return end
    if before == "+" and tokens.joined(i) and end < tokens.size and tokens.kind[end] == "n" and len(raw) < 4:
        return _dialled(tokens, end)
    called = before.lower() in _CALLS or before in (":", ".") and _word(tokens, i - 2) in _CALLS
    if called and end + 1 < tokens.size and tokens.kind[i + 1 + (tokens.raw[i + 1] in _DASHES)] == "n":
        return _dialled(tokens, i + 1)
    if before == "(" and _word(tokens, i + 1) == ")" and end + 3 < tokens.size and tokens.kind[i + 2] == "n":
        return _dialled(tokens, i + 2) if tokens.raw[i + 3] in _DASHES and tokens.kind[i + 4] == "n" else 0
    return 0


def _dialled(tokens: Tokens, j: int) -> int:
    """End of a row of digits, with hyphens between, that goes on at ``j``."""
    while j < tokens.size and (tokens.kind[j] == "n" or tokens.raw[j] in _DASHES and tokens.joined(j)):
        j += 1
    return j


def _is_headless(tokens: Tokens, i: int) -> bool:
    """.08: a share written without its nought."""
    return _word(tokens, i - 1) == "." and tokens.joined(i) and not tokens.joined(i - 1)


def _is_ambiguous(raw: str) -> bool:
    """12.000: twelve thousand in one country, twelve in the next; no row is better than a wrong one."""
    head, dot, tail = raw.partition(".")
    return bool(dot) and len(tail) == 3 and 1 <= len(head) <= 3 and head != "0"


def _is_clock(raw: str) -> bool:
    """10.30: a time of day after "at"."""
    hour, dot, minute = raw.partition(".")
    return bool(dot) and len(minute) == 2 and hour.isdecimal() and int(hour) < 24 and int(minute) < 60


def _is_broadcast(tokens: Tokens, i: int) -> bool:
    """six-thousand-200, four-million-200-thousand: a number as agencies wrote it."""
    return tokens.word[i].partition("-")[0] in SMALL and cardinals.read(tokens, i) is not None


def _is_inside(tokens: Tokens, i: int) -> bool:
    """Return whether token ``i`` belongs to a number that began before it: "1 1/2 million", "18-hundred-and-50"."""
    for k in range(max(0, i - 2), i):
        number = cardinals.read(tokens, k) if tokens.kind[k] == "n" else None
        if number is not None and number.end > i:
            return True
    return False


def _is_attached_name(tokens: Tokens, i: int, end: int) -> bool:
    """17th, 155mm, 1980s; 45-year-old; 5th Brigade."""
    if tokens.kind[i] != "n" or end != i + 1 or end >= tokens.size:
        return False
    if tokens.joined(end) and (tokens.kind[end] == "w" or tokens.kind[end] == "s" and len(tokens.raw[i]) == 4):
        return tokens.word[end] != "x"  # the 1990's; "2x BMP-2" counts
    if tokens.raw[end] in _DASHES and tokens.joined(end) and end + 1 < tokens.size and tokens.joined(end + 1):
        tail = tokens.word[end + 1]
        if tail == "strong":  # "a 3,000-strong force"
            return lexicon.word_class("armed_body").isdisjoint(tokens.word[end + 2 : end + 5])
        return tokens.kind[end + 1] == "w" and tail not in MAGNITUDES and tail not in ("plus", "odd")
    return (_word(tokens, end) in _UNIT_NAMES or _word(tokens, end) == "commando") and tokens.capital[end]


def _is_score(tokens: Tokens, i: int, end: int) -> bool:
    """3-2: small numbers that fall across a dash; 1/6: a part of a thread; 031-25: a file number."""
    if end + 1 >= tokens.size or tokens.raw[end] not in _SCORED or not tokens.joined(end) or not tokens.joined(end + 1):
        return False
    if tokens.kind[i] != "n" or tokens.kind[end + 1] != "n" or _is_inside(tokens, i):
        return False
    if tokens.raw[end] == "/" or tokens.raw[i].startswith("0"):
        return True
    return cardinals.digits_value(tokens.raw[i]) >= cardinals.digits_value(tokens.raw[end + 1])


def _is_numbered(tokens: Tokens, i: int, end: int) -> bool:
    before = _word(tokens, i - 1)
    if before == "." and _word(tokens, i - 2) == "no":
        before = "no"
    if before in ("to", "and", *_DASHES) and _word(tokens, i - 3) == "aged":
        return True  # "aged 18 to 25"
    if before in _NUMBERED and tokens.kind[i] == "n" or before == "aged":
        if before == "number" and (_word(tokens, i - 2).endswith(("rs", "ts", "ns", "ds", "ps", "es")) or _word(tokens, i - 2) in _NUMBERING):
            return False  # "the dead number 2,300"
        return before != "no" or tokens.raw[i - 1] == "." or tokens.capital[i - 1]
    # "1.", "2)" or "3/" at the head of a line
    heads = i == 0 or tokens.kind[i - 1] == "b"
    return heads and tokens.kind[i] == "n" and _word(tokens, end) in (".", ")", "/") and tokens.joined(end)


def _measured(tokens: Tokens, i: int, end: int) -> int:
    """End of "4 kilometres", "60 per cent", "three years", "two or three days", "one in ten", "two thirds"; else 0."""
    after, k = _word(tokens, end), end
    if after in ("to", "or", "and", "by", "×", "–", "-") and end + 1 < tokens.size and tokens.kind[end + 1] in "wn":
        second = cardinals.read(tokens, end + 2 if tokens.word[end + 1] in _PERHAPS and end + 2 < tokens.size else end + 1)
        if second and (_word(tokens, second.end) in _MEASURES):
            after, k = _word(tokens, second.end), second.end
    if after in ("more", "full", "long", "square") and _word(tokens, k + 1) in _DURATION:
        after, k = _word(tokens, k + 1), k + 1
    if (
        after == "in"
        and tokens.matches(k, ("in", "the"))
        and _word(tokens, k + 2) in ("morning", "afternoon", "evening")
    ):
        return k + 3
    if after in ("am", "pm", "a.m.", "p.m.", "o'clock", "o’clock"):
        return k + 1
    if after in ("a", "p") and tokens.matches(k + 1, (".", "m")) and tokens.joined(k + 2):
        return k + 3
    if after in _DURATION or after in _PERCENT or after in _STAGES and not _is_attack(tokens, i, after):
        return k + 1
    if after in _PARTS and tokens.word[i] in ONES or after in _PART and tokens.word[i] == "one":
        return k + 1  # "two thirds of them", "one fifth"
    if after in _QUARTERS and _word(tokens, k + 1) == "of":
        return k + 1
    if after == "per" and _word(tokens, k + 1) == "cent":
        return k + 2
    if after in _WEIGHTS and _word(tokens, k + 1) == "of":
        return 0  # "85 kilos of explosives"
    if after in _DISTANCE and not (after == "m" and tokens.joined(k)):
        return k + 1
    few = tokens.word[i] in ONES or tokens.kind[i] == "n" and len(tokens.raw[i]) == 1
    if after in ("in", "out") and few and _fraction(tokens, k):
        return k + (2 if after == "in" else 3)
    return 0


def _fraction(tokens: Tokens, k: int) -> bool:
    j = k + 1 if tokens.word[k] == "in" else k + 2
    after = _word(tokens, j)
    return after in ("ten", "five", "four", "three", "hundred", "10", "100")


_ASSAULTS = ("attack", "shell", "struck", "strike", "bomb", "assault", "violat", "charged", "stormed", "raid", "breach",
             "ambush", "clash", "fighting", "engag", "target", "pounded", "opened")  # fmt: skip


def _is_attack(tokens: Tokens, i: int, after: str) -> bool:
    """ "attacked 18 times" counts attacks; "fired 300 rounds" counts rounds."""
    before = tokens.word[max(0, i - 8) : i]
    if "." in before:
        before = before[len(before) - before[::-1].index(".") :]
    if after == "times":
        if any(word.startswith(_ASSAULTS) for word in before) or "hit" in before or "fire" in before and "under" in before:
            return True
        tried = any(word.startswith(("tried", "attempted", "sought")) for word in before)
        after_times = tokens.word[i + 1 : i + 5]
        return tried and "to" in after_times and not lexicon.word_class("pushes").isdisjoint(after_times)
    if after == "rounds" and (
        tokens.kind[i] == "n" and (len(tokens.raw[i]) > 2 or not _FOUND.isdisjoint(tokens.word[i + 2 : i + 6]))
        or tokens.word[i] in ("several", "hundreds", "thousands")
        or tokens.word[i + 1] in MAGNITUDES
        or "ammunition" in tokens.word[i + 1 : i + 6]
    ):
        return True  # no fight has as many
    return after == "rounds" and any(word in ("fired", "ammunition", "artillery", "delivered") for word in before)


_FOUND = frozenset("recovered seized confiscated captured retrieved fired ammunition cartridges".split())


def _is_age(tokens: Tokens, i: int, end: int) -> bool:
    """ "Petra Holm, 51, who …", "Petra Holm, now 51,": a small number alone between commas after a name."""
    if _word(tokens, i - 1) == "now" and _word(tokens, i - 2) == "," and _word(tokens, end) == ",":
        return True
    if _word(tokens, i - 1) != "," or _word(tokens, end) not in (",", ".", ")") or tokens.kind[i] != "n":
        return False
    return i >= 2 and tokens.capital[i - 2] and tokens.raw[i].isdecimal() and int(tokens.raw[i]) < 110
