"""One text read once: tokens, sentences, numbers, voices and figures, joined into claims."""

from bisect import bisect_right
from dataclasses import dataclass, field
from datetime import date

from . import (
    blocks,
    datelines,
    dates,
    events,
    headed,
    lexicon,
    lists,
    masks,
    measures,
    numbers,
    revisions,
    screen,
    settings,
    tokens,
    wholes,
    wrapping,
)
from .actor import Actor
from .blocks import Sentence
from .calendar_words import DateMention
from .cast import Cast
from .figure import Clause, Figure, Heading
from .numbers import Number
from .tokens import Tokens


@dataclass(slots=True)
class Hop:
    """One link of the chain behind a claim; ``actor`` is an Actor, "anonymous" or "unattributed"."""

    role: str
    actor: Actor | str
    words: tuple[int, int] | None = None  # code points of the actor's words
    cue: tuple[int, int] | None = None  # code points of the cue's words


@dataclass(slots=True)
class Claim:
    """One assertion as worded: its span in code points, whose it is, and its figures."""

    start: int
    end: int
    sentence: int
    block: str
    paragraph: int
    speaker: str | None = None
    speaker_actor: Actor | None = None
    origin: str | None = None
    origin_actor: Actor | None = None
    stance: str = "asserted"
    certainty: str = "stated"
    figures: list[Figure] = field(default_factory=list)
    hops: list[Hop] = field(default_factory=list)
    repeats: "Claim | None" = None
    open: bool = False  # quoted speech whose speaker is not yet named


@dataclass(slots=True)
class Reading:
    """All that was read from one text, in text order."""

    tokens: Tokens
    sentences: list[Sentence]
    numbers: list[Number]
    dates: list[DateMention]
    claims: list[Claim]
    figures: list[Figure]  # those of all claims
    cast: Cast


def scan(words: Tokens, published: date | None) -> tuple[list[DateMention], bytearray, list[Number]]:
    """Return the dates of a text, its mask and its numbers; without a day of publication it rests on its own dateline."""
    found = dates.find(words, published or datelines.day_of(words))
    masked = masks.mask(words, found)
    return found, masked, numbers.find(words, masked)


def read(
    text: str, published: date | None = None, *, first: int = 0, last: int | None = None, cast: Cast | None = None
) -> Reading | None:
    """Read one text, or a stretch of it with the cast of the stretches before.

    None where it is not about a conflict: nothing of it is read then, its dates neither.
    """
    if not screen.may_hold_figures(text if last is None else text[first:last]):
        return None
    from . import abbreviations, attached, claims, dating, links, nations, statuses, sums

    cast = cast or Cast()
    words = wrapping.unwrapped(tokens.tokenize(text, first, last))
    sentences = blocks.sentences(words)
    about = screen.conflict_paragraphs(words, sentences)
    if not about:
        return None
    found, masked, counted = scan(words, published)
    figures = _figures(words, sentences, about, counted, masked)
    nations.survey(words, cast)
    cast.short |= abbreviations.of(words)
    for sentence in sentences:
        if not sentence.byline:
            continue
        head, end = sentence.first + (words.word[sentence.first] == "by"), sentence.last
        cast.person(words.span(head, end).title() if words.span(head, end).isupper() else words.span(head, end))
    made = claims.make(words, sentences, figures, masked, cast, about)
    links.join(words, sentences, made, cast)
    figures = sorted((figure for claim in made for figure in claim.figures), key=lambda figure: figure.number.start)
    attached.join(words, figures, masked)
    statuses.join(words, figures)
    sums.join(words.word, figures)
    revisions.join(words, figures)
    dating.join(words, sentences, figures, _told(words, sentences, about, found))
    return Reading(words, sentences, counted, found, made, figures, cast)


def _told(words: Tokens, sentences: list[Sentence], about: set[int], found: list[DateMention]) -> list[DateMention]:
    """The dates on which figures can rest: not those of a profit or a match in prose that is left out."""
    left = [one for one in sentences if one.block == "body" and one.paragraph not in about]
    if not left or not found:
        return found
    starts = [words.start[one.first] for one in left]
    told: list[DateMention] = []
    for date_ in found:
        k = bisect_right(starts, date_.start) - 1
        if k < 0 or date_.start >= words.end[left[k].last - 1]:
            told.append(date_)
    return told


_FREED = frozenset({"prisoner", "prisoners", "captives", "captive", "captivity", "detainees", "pow", "pows"})
_SWAPS = frozenset({"swap", "swaps", "swapped", "exchange", "exchanges", "exchanged"})
_HELD = frozenset({"captured", "hostages", "hostage", "servicemen"})  # who are swapped, but not exchanged as fire is
_PLAIN_SWAPS = frozenset({"swap", "swaps", "swapped"})
_AIR = frozenset({"air", "shot", "shoot", "anti-aircraft"})
_WEAPON = frozenset("system systems missile missiles launcher launchers weapon weapons gun guns warfare".split())
_AIR_DEFENCE = (("air", "defence"), ("air", "defences"), ("air", "defense"), ("air", "defenses"), ("shot", "down"),
                ("shoot", "down"), ("anti-aircraft",))  # fmt: skip


def _asked_for(words: Tokens, before: list[Sentence]) -> str | None:
    """The measure that the sentence before asks for ("How many people died?")."""
    if not before or words.raw[before[0].last - 1] != "?":
        return None
    happened = events.find(words, before[0].first, before[0].last)
    if words.word[before[0].last - 2] in ("left", "remaining", "remain"):
        return "present"  # "How many fighters do they have left?"
    if happened:
        return happened[0].measure
    nouns = (lexicon.nouns().get(word) for word in words.word[before[0].first : before[0].last])
    return next((noun[0] for noun in nouns if noun is not None and noun[1] == "head"), None)  # "And the evacuees?"


_RECALL = 4  # sentences over which a number without a noun can take up a count


def _figures(
    words: Tokens, sentences: list[Sentence], about: set[int], counted: list[Number], masked: bytearray
) -> list[Figure]:
    found: list[Figure] = []
    losses, told, latest, things = False, {}, {}, {}
    heading: Heading | None = None  # of the list that the sentence is an item of
    position = 0
    swap = not (_FREED.isdisjoint(words.word) or _SWAPS.isdisjoint(words.word)) or not (
        _HELD.isdisjoint(words.word) or _PLAIN_SWAPS.isdisjoint(words.word)
    )
    air = any(
        words.matches(i, pair) and words.at(i + len(pair)) not in _WEAPON
        for i in words.where(_AIR, 0, words.size)
        for pair in _AIR_DEFENCE
    )
    for index, sentence in enumerate(sentences):
        here: list[Number] = []
        while position < len(counted) and counted[position].first < sentence.last:
            if counted[position].first >= sentence.first:
                here.append(counted[position])
            position += 1
        if sentence.silent or sentence.paragraph not in about:
            continue
        if not here and numbers.ARTICLES.isdisjoint(words.word[sentence.first : sentence.last]):
            losses = losses or lists.heads_losses(words, sentence.first, sentence.last)
            if words.raw[sentence.last - 1] == ":":
                heading = headed.of(words, sentence, events.find(words, sentence.first, sentence.last), [])
            continue  # neither a number nor an article that could count one loss
        happened = events.find(words, sentence.first, sentence.last)
        here = numbers.with_articles(words, here, happened, sentence.first, sentence.last)
        if not here:
            continue
        if sentence.block != "bullet":
            heading = None
        before = found[-1] if found and index - found[-1].sentence <= _RECALL else None
        losses = lists.is_about_losses(words, sentence.first, sentence.last, losses)
        asked = _asked_for(words, sentences[max(0, index - 1) : index])
        clause = Clause(
            words,
            index,
            sentence.first,
            sentence.last,
            here,
            happened,
            masked,
            before,
            losses,
            swap,
            told,
            latest,
            things,
            air,
            asked,
            heading,
        )
        bound = measures.bind(clause)
        heading = headed.of(words, sentence, happened, bound) or heading
        for figure in bound:
            told[figure.number.value] = figure
            if figure.part_of is None and figure.number.value != 0 and not revisions.is_compared(words, figure):
                latest[figure.measure] = figure
                things[wholes.head(figure)] = figure
            figure.place = settings.place(words, figure, sentence.first, sentence.last, masked)
            if figure.place is None and figure.part_of is not None and figure.part_of.sentence == index:
                figure.place = figure.part_of.place
            found.append(figure)
    return found
