"""Interviews in print without labels: an introduction, then questions and answers in paragraphs of their own."""

from . import lexicon
from .blocks import Sentence
from .tokens import Tokens

_FEWEST = 3  # questions that make an interview
_LONGEST = 45  # tokens of a question
_REMARK = 30  # tokens of what an interviewer puts to the other without asking
_YOU = frozenset("you your you've you're yourself you’ve you’re".split())
_I = frozenset("i we my our me us i'm i've i’m i’ve we've we’ve".split())
_ASIDE = frozenset("in at of from near to with for by outside inside around".split())  # before a place, not a person
_LAST_WORD = 200  # tokens of an introduction

Span = tuple[int, int]


def find(tokens: Tokens, sentences: list[Sentence]) -> tuple[Span, dict[int, bool]] | None:
    """Return who is interviewed (tokens of the name) and for each sentence whether it answers; None for other texts."""
    if tokens.raw.count("?") < _FEWEST:
        return None
    paragraphs = _paragraphs(sentences)
    asking = [k for k, (first, last) in enumerate(paragraphs) if _asks(tokens, sentences, first, last)]
    if len(asking) < _FEWEST or asking[0] == 0:
        return None
    addressed = sum(_holds(tokens, sentences, paragraphs[k], _YOU) for k in asking)
    answers = [k + 1 for k in asking if k + 1 < len(paragraphs) and k + 1 not in asking]
    first_person = sum(_holds(tokens, sentences, paragraphs[k], _I) for k in answers)
    if not addressed or 2 * first_person < len(answers) or len(answers) < 2:
        return None
    person = _introduced(tokens, sentences[paragraphs[asking[0]][0]].first)
    return (person, _turns(tokens, sentences, paragraphs, asking)) if person is not None else None


def _paragraphs(sentences: list[Sentence]) -> list[Span]:
    """The first and the last sentence (exclusive) of each paragraph."""
    found: list[Span] = []
    for index, sentence in enumerate(sentences):
        if found and sentences[index - 1].paragraph == sentence.paragraph:
            found[-1] = found[-1][0], index + 1
        else:
            found.append((index, index + 1))
    return found


def _asks(tokens: Tokens, sentences: list[Sentence], first: int, last: int) -> bool:
    start, end = sentences[first].first, sentences[last - 1].last
    return end - start <= _LONGEST and tokens.raw[end - 1] == "?" and tokens.raw[start] not in '"“«'


def _holds(tokens: Tokens, sentences: list[Sentence], paragraph: Span, words: frozenset[str]) -> bool:
    first, last = paragraph
    return not words.isdisjoint(tokens.word[sentences[first].first : sentences[last - 1].last])


def _turns(tokens: Tokens, sentences: list[Sentence], paragraphs: list[Span], asking: list[int]) -> dict[int, bool]:
    """Whether each sentence from the first question on belongs to an answer."""
    found: dict[int, bool] = {}
    answered = False
    for k in range(asking[0], len(paragraphs)):
        first, last = paragraphs[k]
        length = sentences[last - 1].last - sentences[first].first
        mine = _holds(tokens, sentences, paragraphs[k], _I)
        follows = k + 1 < len(paragraphs) and k + 1 not in asking
        remark = answered and length <= _REMARK and not mine and follows
        answered = k not in asking and not remark
        found |= dict.fromkeys(range(first, last), answered)
    return found


def _introduced(tokens: Tokens, end: int) -> Span | None:
    """The first person whom the introduction names in full, other than behind a preposition ("in Port Tamba")."""
    i = 0
    while i < min(end, _LAST_WORD):
        stop = i
        while stop < end and tokens.capital[stop] and tokens.word[stop] not in lexicon.roles("person"):
            stop += 1
        if 2 <= stop - i <= 4 and _is_name(tokens, i, stop):
            return i, stop
        i = max(i + 1, stop)
    return None


def _is_name(tokens: Tokens, first: int, last: int) -> bool:
    words = tokens.span(first, last)
    if tokens.word[first] in lexicon.function("stop") or tokens.at(first - 1) in _ASIDE or words.isupper():
        return False
    if words in lexicon.states() or words in lexicon.outlets() or words in lexicon.demonyms():
        return False
    listed = (lexicon.bodies(kind) for kind in ("body", "force", "outlet"))
    return frozenset(tokens.word[first:last]).isdisjoint(frozenset().union(*listed))
