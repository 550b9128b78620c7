"""Claims that stand as a noun: "Islamabad's claim that it shot down five jets", "the ministry's toll of 40 dead"."""

from . import cardinals, lexicon, mentions, noun_phrases, senses, speech
from .frame import Frame, Line
from .mentions import Mention
from .tokens import Tokens

_THAT = {
    **dict.fromkeys("claim claims assertion assertions allegation allegations accusation accusations contention "
                    "contentions charge charges boast boasts".split(), "alleged"),
    **dict.fromkeys("estimate estimates assessment belief".split(), "estimated"),
    **dict.fromkeys("statement statements announcement announcements report reports admission finding findings "
                    "conclusion warning warnings testimony acknowledgement acknowledgment".split(), "stated"),
}  # fmt: skip
_OF = {
    **dict.fromkeys("claim claims".split(), "alleged"),
    **dict.fromkeys("estimate estimates".split(), "estimated"),
    **dict.fromkeys("toll tolls figure figures count counts tally tallies total".split(), "stated"),
}
NOUNS = frozenset(_THAT.keys() | _OF.keys())
_CONCEDING = frozenset({"admission", "acknowledgement", "acknowledgment"})
_FAR = 6  # tokens between "of" and the number: "of at least 40"


def read(line: Line) -> None:
    """Add a frame for each noun of claiming whose owner is named, outside the frames found so far."""
    tokens, last = line.tokens, line.last
    for k in tokens.where(NOUNS, line.first + 1, last - 2):
        if line.inside[k] or any(_covers(frame, k) for frame in line.found):
            continue
        owner, after = _owner(line, k)
        if owner is None or after >= last - 1:
            continue
        noun = tokens.word[k]
        if tokens.word[after] == "that" and noun in _THAT:
            made = Frame(after + 1, _end(tokens, after + 1, last), owner, cue=(k, after), certainty=_THAT[noun])
            made.stance = "confirmed" if noun in _CONCEDING else "asserted"
        elif tokens.matches(after, ("to", "have")) and noun in _THAT:
            made = Frame(after, _end(tokens, after, last), owner, cue=(k, after), certainty=_THAT[noun])
        elif tokens.word[after] == "of" and noun in _OF and _is_number_near(tokens, after + 1, last):
            made = Frame(owner.first, _end(tokens, after + 1, last), owner, cue=(k, k + 1), certainty=_OF[noun], act=True)
        else:
            continue
        if _is_called_untrue(tokens, made.last, last):  # "The army's claim to have killed 14 is false"
            made = Frame(owner.first, last, origin=owner, origin_cue=(k, k + 1), stance="denied")
        made.stop = made.last
        line.found.append(made)
        line.found.sort(key=lambda frame: frame.first)


def _is_called_untrue(tokens: Tokens, be: int, last: int) -> bool:
    """Return whether the source itself calls what was claimed untrue: "is false", "was completely baseless"."""
    behind = tokens.word[be + 1 : min(last, be + 3)]
    return tokens.at(be) in _BE and "not" not in behind and not lexicon.speech("denial").isdisjoint(behind)


_BE = frozenset({"is", "are", "was", "were"})


def _covers(frame: Frame, k: int) -> bool:
    """Return whether a frame's content, speaker or cue holds token ``k``."""
    voiced = frame.speaker is not None and frame.speaker.start <= k < frame.speaker.stop
    cued = frame.cue is not None and frame.cue[0] <= k < frame.cue[1]
    cited = frame.origin is not None and frame.origin.start <= k < frame.origin.stop
    return frame.first <= k < frame.last or voiced or cued or cited


def _owner(line: Line, k: int) -> tuple[Mention | None, int]:
    """Whose claim the noun at ``k`` is, and the token behind the noun and "by X": "the army's", "a UN", "by the army"."""
    tokens = line.tokens
    mark = next((j for j in (k - 1, k - 2, k - 3) if j > line.first and tokens.kind[j] == "s"), 0)
    if mark and all(tokens.kind[j] == "w" and not tokens.capital[j] for j in range(mark + 1, k)):
        first = noun_phrases.left(tokens, mark, line.first, line.masked)
        owner = Mention(first, mark)
        return (owner if first < mark and _can_claim(tokens, owner) else None), k + 1
    if tokens.word[k + 1] in ("by", "from"):
        target = mentions.behind(tokens, k + 2, line.last, line.masked)
        if target is not None and not target.app_last and _can_claim(tokens, target):
            return target, target.stop
        return None, k
    first = noun_phrases.left(tokens, k, line.first, line.masked)
    if k - first in (2, 3) and tokens.word[first] in ("a", "an", "the") and _is_listed(tokens, k - 1):
        return Mention(first, k), k + 1
    return None, k


def _is_listed(tokens: Tokens, k: int) -> bool:
    """Return whether the word before the noun names a body: "a UN estimate", "an army claim"."""
    word = tokens.word[k]
    listed = word in lexicon.bodies("body") or word in lexicon.bodies("force")
    return listed or tokens.raw[k].isupper() and len(word) > 1


def _can_claim(tokens: Tokens, owner: Mention) -> bool:
    return speech.can_speak(tokens, owner, "counts")


def _is_number_near(tokens: Tokens, first: int, last: int) -> bool:
    near = range(first, min(last, first + _FAR))
    return any(tokens.kind[j] == "n" or tokens.word[j] in cardinals.SMALL for j in near)


def _end(tokens: Tokens, first: int, last: int) -> int:
    """Where the content ends: at a comma, or before the verb of which the claim is the subject."""
    verbs = 0
    for j in range(first, last):
        if tokens.raw[j] in ",;:—–":
            return j
        if tokens.word[j] in lexicon.function("aux") and tokens.word[j - 1] not in lexicon.function("aux"):
            verbs += 1
            checked = any(word in _CHECKED for word in tokens.word[j + 1 : min(last, j + 5)])
            if verbs > 1 and j > first and checked or tokens.word[j + 1] == "not" and checked:
                return j
        elif tokens.word[j] in senses.PREDICATES:
            verbs += 1
    return last


_CHECKED = frozenset("verified confirmed checked corroborated false true untrue disputed denied rejected doubted".split())
