"""Turns of a conversation in print: "Q:" and "A:", "ANCHOR:", "NOVAK:", "Ana Vidal, Minister of State:"."""

from collections import Counter
from dataclasses import dataclass

from . import interviews, lexicon, mentions, minutes, names, posts
from .blocks import Sentence
from .cast import Cast
from .mentions import Mention
from .tokens import Tokens

_LONGEST = 12  # tokens of a label
_QUESTIONS = frozenset({"q", "question"})
_COLON = frozenset({":"})
_ANSWERS = frozenset({"a", "answer"})


@dataclass(slots=True)
class Turn:
    """Who has the word in a sentence, and where the sentence begins after the label of the turn.

    ``speaker`` is None for the publisher's own people; ``words`` are the label's tokens (first, last).
    """

    first: int
    speaker: str | None
    words: tuple[int, int] | None


def find(tokens: Tokens, sentences: list[Sentence], masked: bytearray) -> dict[int, Turn]:
    """Return the turn of each sentence, by its index; empty where the text is no conversation."""
    if any(tokens.raw[k - 1] == ")" for k in tokens.where(_COLON, 1, tokens.size)):  # "The Minister (Ana Vidal):"
        turns = _of_minutes(tokens, sentences)
        if turns:
            return turns
    labels = _labels(tokens, sentences, masked)
    if not {label for label, _ in labels.values()} - _QUESTIONS:
        return _of_minutes(tokens, sentences) or _of_posts(tokens, sentences) or _of_interview(tokens, sentences)
    spans = _first_spans(labels)
    known = _introductions(tokens, frozenset(_surname(tokens, *span) for span in spans.values()))
    opening = min(first for first, _ in spans.values())
    full = _full_labels(tokens, spans)
    voices = {label: _speaker(tokens, label, span, opening, known, full) for label, span in spans.items()}
    turns: dict[int, Turn] = {}
    current: Turn | None = None
    for index, sentence in enumerate(sentences):
        if index in labels:
            label, (first, colon) = labels[index]
            speaker = voices[label]
            current = Turn(colon + 1, speaker, (first, colon) if speaker else None)
            turns[index] = current
            if tokens.raw[min(colon + 1, tokens.size - 1)] in '“"«':
                current = None  # a quotation ends with its marks
        elif current is not None and not sentence.silent:
            turns[index] = Turn(sentence.first, current.speaker, current.words)
    return turns


def _of_minutes(tokens: Tokens, sentences: list[Sentence]) -> dict[int, Turn]:
    """The turns under labels that name their speaker."""
    labels = minutes.labels(tokens, sentences)
    turns: dict[int, Turn] = {}
    current: Turn | None = None
    for index, sentence in enumerate(sentences) if labels else ():
        if index in labels:
            first, colon, speaker = labels[index]
            current = Turn(colon + 1, speaker, (first, colon))
            turns[index] = current
        elif current is not None and not sentence.silent:
            turns[index] = Turn(sentence.first, current.speaker, current.words)
    return turns


def _of_posts(tokens: Tokens, sentences: list[Sentence]) -> dict[int, Turn]:
    """The turns of accounts whose posts stand one below the other."""
    accounts = posts.headings(tokens, sentences)
    turns: dict[int, Turn] = {}
    current: Turn | None = None
    for index, sentence in enumerate(sentences) if accounts else ():
        if index in accounts:
            current = Turn(sentence.first, posts.name(tokens, accounts[index]), accounts[index])
        elif current is not None and not sentence.silent:
            turns[index] = Turn(sentence.first, current.speaker, current.words)
    return turns


def _of_interview(tokens: Tokens, sentences: list[Sentence]) -> dict[int, Turn]:
    """The turns of an interview without labels."""
    found = interviews.find(tokens, sentences)
    if found is None:
        return {}
    words, answers = found
    person = tokens.span(*words)
    return {
        index: Turn(sentences[index].first, person if answers[index] else None, words if answers[index] else None)
        for index in answers
        if not sentences[index].silent
    }


def _labels(tokens: Tokens, sentences: list[Sentence], masked: bytearray) -> dict[int, tuple[str, tuple[int, int]]]:
    """The labels of a conversation by sentence: (label in lower case, (first token, colon))."""
    found: dict[int, tuple[str, tuple[int, int]]] = {}
    paragraph = -1
    for index, sentence in enumerate(sentences):
        if sentence.paragraph == paragraph or sentence.block == "bullet":
            continue
        paragraph = sentence.paragraph
        colon = _colon(tokens, sentence)
        if colon:
            asked = tokens.word[sentence.first] in _QUESTIONS
            end = sentence.first + 1 if asked and tokens.raw[sentence.first + 1] == "(" else colon
            found[index] = (tokens.span(sentence.first, end).lower(), (sentence.first, colon))
    if not found:
        return {}
    counts = Counter(label for label, _ in found.values())
    asked = any(label in _QUESTIONS for label in counts) and any(label in _ANSWERS for label in counts)
    shouted = {label for label, (first, _) in found.values() if tokens.raw[first].isupper() and len(label) > 1}
    people = any(_is_of_interviewer(label) for label in counts)
    several = [label for label in shouted if counts[label] > 1]
    conversation = people or len(several) > 1 or any(len(label) > 3 for label in several) and not _QUESTIONS.isdisjoint(counts)
    return {
        index: (label, span)
        for index, (label, span) in found.items()
        if asked
        and label in _QUESTIONS | _ANSWERS
        or conversation
        and (label in shouted or label in _QUESTIONS or _is_of_interviewer(label))
        or _is_person(tokens, span, masked)
        and (counts[label] > 1 or "," in label)
    }


def _colon(tokens: Tokens, sentence: Sentence) -> int:
    """The colon of a label at the head of a sentence; 0 where there is none. "Q (Daily Gazette):" names who asks."""
    if tokens.kind[sentence.first] != "w":
        return 0
    bracket = False
    for k in range(sentence.first + 1, min(sentence.last - 1, sentence.first + _LONGEST)):
        if tokens.raw[k] == ":":
            return k
        bracket = bracket or tokens.raw[k] == "(" and tokens.word[sentence.first] in _QUESTIONS
        if not (tokens.kind[k] == "w" or tokens.raw[k] in ".,-" or bracket and tokens.raw[k] in "()"):
            return 0
    return 0


def _is_person(tokens: Tokens, span: tuple[int, int], masked: bytearray) -> bool:
    """ "Ana Vidal, Minister of State:", "Minister Ana Vidal:": a full name, with a role where it stands alone."""
    first, colon = span
    mention = mentions.behind(tokens, first, colon, masked)
    if mention is None or mention.stop != colon:
        return False
    named = names.name(tokens, mention)
    return named is not None and named.kind == "person" and " " in named.name


def _first_spans(labels) -> dict[str, tuple[int, int]]:
    spans: dict[str, tuple[int, int]] = {}
    for label, span in labels.values():
        spans.setdefault(label, span)
    return spans


def _speaker(tokens: Tokens, label: str, span: tuple[int, int], opening: int, known, full) -> str | None:
    """The name behind a label; None for who asks, and for who is not introduced."""
    if label in _QUESTIONS or _is_of_interviewer(label):
        return None
    if label in _ANSWERS:
        return _only_person(tokens, opening)
    first, colon = span
    if not tokens.raw[first].isupper():
        named = names.name(
            tokens, mentions.behind(tokens, first, colon, bytearray(tokens.size)) or Mention(first, colon)
        )
        return named.name if named else None
    own = _shouted_name(tokens, first, colon)
    surname = own.rpartition(" ")[2].lower()
    if surname in known:
        return known[surname]
    return full.get(surname) or (own if " " in own else None)


def _is_of_interviewer(label: str) -> bool:
    """ "anchor", "wolf halen, cnn host"."""
    words = label.replace(",", " ").split()
    return words[0] in lexicon.speech("interviewer") or "," in label and words[-1] in lexicon.speech("interviewer")


def _surname(tokens: Tokens, first: int, colon: int) -> str:
    name = _shouted_name(tokens, first, colon) if tokens.raw[first].isupper() else ""
    return name.rpartition(" ")[2].lower() or tokens.word[colon - 1]


def _full_labels(tokens: Tokens, spans: dict[str, tuple[int, int]]) -> dict[str, str | None]:
    """The full names of the labels by surname, for those that go on under it alone; None for who asks."""
    found: dict[str, str | None] = {}
    for label, (first, colon) in spans.items():
        name = _shouted_name(tokens, first, colon) if tokens.raw[first].isupper() else ""
        if " " in name:
            found.setdefault(name.rpartition(" ")[2].lower(), None if _is_of_interviewer(label) else name)
    return found


def _shouted_name(tokens: Tokens, first: int, colon: int) -> str:
    """ "Ana Vidal" of "LT COL ANA VIDAL, SPOKESWOMAN", the surname of "GEN. VIDAL"."""
    words: list[str] = []
    for k in range(first, colon):
        if tokens.raw[k] in ",(":
            break
        if tokens.kind[k] == "w" and tokens.word[k] not in _RANKS and not names.is_role(tokens.word[k]):
            words.append("-".join(part.capitalize() for part in tokens.raw[k].split("-")))
    return " ".join(words)


_RANKS = frozenset("mr mrs ms miss dr sir gen lt col maj capt cpt sgt cpl adm cmdr cdr brig lieutenant colonel general major captain "
                   "admiral brigadier commander sergeant rear vice vadm radm amb ambassador minister president secretary under "
                   "deputy prime senator sen rep".split())  # fmt: skip


def _only_person(tokens: Tokens, end: int) -> str | None:
    """The one person whom the introduction names in full."""
    found: list[str] = []
    i = 0
    while i < end:
        stop = i
        while stop < end and tokens.capital[stop] and tokens.word[stop] not in lexicon.roles("person"):
            stop += 1
        named = _full_name(tokens, i, stop)
        if named and not any(named.split()[-1] in other.split() for other in found):
            found.append(named)
        i = max(i + 1, stop)
    return found[0] if found else None


def _full_name(tokens: Tokens, first: int, last: int) -> str | None:
    if not 2 <= last - first <= 4 or tokens.word[first] in lexicon.function("stop"):
        return None
    words = tokens.span(first, last)
    if words in lexicon.states() or words in lexicon.outlets() or words.isupper():
        return None
    if any(tokens.word[k] in lexicon.bodies(kind) for k in range(first, last) for kind in ("body", "force", "outlet")):
        return None
    return words


def _introductions(tokens: Tokens, surnames: frozenset[str]) -> dict[str, str | None]:
    """The full names, in the text, of those whom labels call by the surname; None for the publisher's own people."""
    found: dict[str, str | None] = {}
    for i in range(1, tokens.size):
        surname = tokens.word[i]
        if surname not in surnames or surname in found or tokens.raw[i].isupper() or not tokens.capital[i - 1]:
            continue
        first = i - 1
        while first > 0 and tokens.capital[first - 1] and tokens.word[first - 1] not in lexicon.roles("person"):
            first -= 1
        if tokens.word[first] in lexicon.function("stop"):
            continue
        own = not lexicon.speech("interviewer").isdisjoint(tokens.word[max(0, first - 4) : first])
        found[surname] = None if own else tokens.span(first, i + 1)
    return found


def asserts(tokens: Tokens, first: int, last: int) -> bool:
    """Return whether a sentence in a turn tells of harm or of war, so that it is a claim also without a number."""
    asks = tokens.raw[last - 1] == "?" or tokens.word[first] in _ASKS or tokens.matches(first, ("to", "ask"))
    if asks or last - first < 5:
        return False
    return any(word in _HARM for word in tokens.word[first:last])


_ASKS = frozenset("what how whether if will who why when where which does did is are has have can could".split())
_HARM = lexicon.verbs().keys() | lexicon.acts().keys() | lexicon.nouns().keys()


def apply(cast: Cast, turn: Turn) -> None:
    """Let "he" and "she" be whoever has the word."""
    if turn.speaker is not None:
        cast.last_speaker = cast.last_person = cast.person(turn.speaker)
