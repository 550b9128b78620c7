"""Two cheap tests before the reading: can the text hold a figure at all, and is it about a conflict?"""

import re
from functools import cache

from . import domain_scores, lexicon, telling
from .blocks import Sentence
from .domain_scores import Scores
from .tokens import Tokens

_NUMBER = re.compile(
    r"\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|\w+ty|hundreds?|thousands?|"
    r"millions?|dozens?|scores|several|few|no|none|nobody|an?)\b",
    re.I,
)
# Every byte that is no ASCII letter parts words; that may find a word where there is none, never miss one.
_LETTERS = bytes(k + 32 if 65 <= k <= 90 else k if 97 <= k <= 122 else 32 for k in range(256))


@cache
def _telling() -> frozenset[bytes]:
    """The words without which nothing is about a conflict; of one with a hyphen or the like, its longest part."""
    words = frozenset().union(*map(lexicon.domain, ("conflict", "figurative", "forces", "harm")))
    return frozenset(max(word.encode().translate(_LETTERS).split(), key=len) for word in words)


def may_hold_figures(text: str) -> bool:
    """Return whether a text has a word that can open a number and one that tells of a conflict or of harm."""
    words = text.encode("utf-8", "surrogatepass").translate(_LETTERS).split()
    return not _telling().isdisjoint(words) and _NUMBER.search(text) is not None


@cache
def _speaking() -> frozenset[str]:
    """The words that speak for a domain, or open what tells of war."""
    return frozenset(lexicon.domains_of()) | telling.openers() | telling.fiction() | {"like"}


_SAME_HARM = ("mishap", "health", "leisure", "nature")  # soldiers, helicopters and dead belong to these as well
_SOME = 2  # words of other domains that need words of war against them
_MUCH = 3  # words of another domain that make a text one about it
_MANY = 5  # words of other domains, of whichever, that do so where nothing tells of war against them


def conflict_paragraphs(tokens: Tokens, sentences: list[Sentence]) -> set[int]:
    """Return the paragraphs whose numbers can be about a conflict.

    Only words of war speak for a conflict against another domain; words of harm and of forces support them. In a
    text about something else a paragraph must tell of war by itself; in a text about a conflict one is left out
    in which another domain has the word.
    """
    words: dict[int, set[str]] = {}
    opened: list[Sentence] = []
    speaking, openers = _speaking(), telling.openers()
    for sentence in sentences:
        here = speaking.intersection(tokens.word[sentence.first : sentence.last])
        if "like" in here:
            here -= telling.likened(tokens, sentence.first, sentence.last)
        words.setdefault(sentence.paragraph, set()).update(here)
        if not openers.isdisjoint(here):
            opened.append(sentence)
    whole = set().union(*words.values())
    text = domain_scores.scores(whole)
    if text.others < _SOME:
        if not text.war + text.forces and (text.others or not text.harm):
            return set()  # harm alone is a crime's or an accident's
        if _opens_elsewhere(tokens, words, opened, text):
            return set()
        others = domain_scores.others()
        return {
            paragraph
            for paragraph, here in words.items()
            if others.isdisjoint(here) or not _is_about_other(domain_scores.scores(here))
        }
    domain = "fiction" if text.domain == "leisure" and len(telling.fiction() & whole) >= _SOME else text.domain
    told: set[int] = set()
    solid: list[tuple[Sentence, int]] = []
    for sentence in opened:
        signs = telling.signs(tokens, sentence.first, sentence.last)
        if signs:
            told.add(sentence.paragraph)
            if _is_solid(signs, domain):
                solid.append((sentence, signs))
    scored = _Scored(words)
    headed = bool(solid) and solid[0][0] is sentences[0] and sentences[0].block == "headline"
    if not headed and _is_of_items(tokens, sentences, text):
        return {p for p in words if _is_item_of_war(scored[p], p in told)}
    if not headed and _is_elsewhere(text, scored, solid, domain):
        return _among_others(tokens, scored, solid, domain)
    divided = text.others > text.war + text.support
    of_war = {sentence.paragraph for sentence, _ in solid}
    return {
        paragraph
        for paragraph in words
        if paragraph in of_war or not _is_left_out(scored[paragraph], divided)
    }


class _Scored(dict[int, Scores]):
    """The scores of each paragraph, counted when they are asked for: of most texts none is."""

    def __init__(self, words: dict[int, set[str]]):
        self.words = words

    def __missing__(self, paragraph: int) -> Scores:
        found = self[paragraph] = domain_scores.scores(self.words[paragraph])
        return found


_OTHER_HARM = ("mishap", "health", "tech")


def _opens_elsewhere(tokens: Tokens, words: dict[int, set[str]], opened: list[Sentence], text: Scores) -> bool:
    """Return whether a text opens with another harm, a cyclone or an epidemic, and no sentence of it tells of a war."""
    if text.domain not in _OTHER_HARM or text.plain or text.figurative > 1:
        return False
    opening = list(words.values())[:2]
    if not any(domain_scores.scores(here).core for here in opening):
        return False
    return not any(_is_solid(telling.signs(tokens, each.first, each.last), text.domain) for each in opened)


def _is_elsewhere(text: Scores, scored: _Scored, solid: list[tuple[Sentence, int]], domain: str) -> bool:
    """Return whether a text is about something else: one other domain outweighs the war, or all of them its sentences."""
    if domain == "fiction" and text.other >= _MUCH:
        return True
    war = text.plain + len(solid) + text.figurative / 2
    many = text.others - 2 * text.plain - len(solid)
    if text.other + _MOST <= war and many + _MOST < _MANY:
        return False
    lead = _lead(scored, solid, domain)
    other = text.other + lead
    if text.other >= _MUCH and other > war + (0 if text.domain in _SAME_HARM else text.forces / 2):
        return True
    if text.others >= _SOME and war + (text.forces // 2 if text.domain == "crime" else text.forces) < 1:
        return True  # harm alone is a crime's or an accident's
    return text.other >= _SOME and text.core >= _SOME and other > war + text.forces or many + lead >= _MANY


_LEAST, _MOST = -3, 1  # how far the opening of a text can lean


def _lead(scored: _Scored, solid: list[tuple[Sentence, int]], domain: str) -> int:
    """How far head and first paragraph lean to another domain: a text opens with what it is about."""
    opening = list(scored.words)[:2]
    forces = domain not in _SAME_HARM
    lean = sum(scored[p].core - scored[p].plain - (scored[p].figurative + forces * scored[p].forces) // 2 for p in opening)
    lean -= sum(2 + (sentence.first == 0) for sentence, _ in solid if sentence.paragraph in opening)
    return max(_LEAST, min(_MOST, lean))


def _among_others(
    tokens: Tokens, scored: _Scored, solid: list[tuple[Sentence, int]], domain: str
) -> set[int]:
    """The paragraphs on a conflict within a text on something else: an attack on a polling station, an arms deal."""
    found: set[int] = set()
    for sentence, signs in solid:
        here = scored[sentence.paragraph]
        if signs & _PLAINLY == _PLAINLY:  # such a sentence brings in the longest paragraph
            here = domain_scores.scores(_speaking().intersection(tokens.word[sentence.first : sentence.last]))
        if _is_about_war(here, signs, domain):
            found.add(sentence.paragraph)
    order = list(scored.words)
    near = {order[k + step] for k, p in enumerate(order) if p in found for step in (-1, 1) if 0 <= k + step < len(order)}
    return found | {p for p in near if scored[p].war and scored[p].harm or scored[p].support and not scored[p].core}


_PLAINLY = telling.ALONE | telling.HARM


def _is_about_war(here: Scores, signs: int, domain: str) -> bool:
    if domain == "leisure" and here.core and not signs & (telling.ALONE | telling.DATED):
        return False  # "his missile killed the tie"
    mine = here.war + here.support + signs.bit_count() + bool(signs & telling.ALONE)
    return mine > here.others + 1


# What tells of other troubles as well where the domain is this one; figures of speech count only with a date.
_SAID_OF_OTHERS = {
    "mishap": telling.THINGS | telling.FIGHTERS | telling.WAR,
    "crime": telling.ARMS | telling.THINGS | telling.FIGHTERS | telling.FACTION | telling.WAR,
    "politics": telling.FACTION | telling.WAR,
    "market": telling.WAR,
    "tech": telling.ARMS | telling.THINGS | telling.FACTION | telling.WAR,
    "nature": telling.ARMS | telling.THINGS | telling.FACTION | telling.WAR,
    "health": telling.FACTION | telling.WAR,
    "labour": telling.FACTION | telling.WAR,
}
_FIGURES_OF_SPEECH = frozenset({"health", "nature", "tech", "labour", "specification"})


def _is_solid(signs: int, domain: str) -> bool:
    """Return whether a sentence tells of a war that is no figure of speech, no game, and no other trouble."""
    if domain == "fiction" and not (signs & telling.DATED and signs & (telling.HARM | telling.ARMS | telling.THINGS)):
        return False
    if domain == "specification" and not signs & telling.HARM:
        return False
    if signs & telling.ALONE:
        return True
    kinds = signs & ~_SAID_OF_OTHERS.get(domain, 0)
    if signs & telling.DATED:
        kinds &= telling.ARMS | telling.THINGS | telling.FIGHTERS | telling.FACTION | (telling.WAR if signs & telling.HARM or domain == "leisure" else 0)
        return bool(kinds)
    with_harm = telling.ARMS | telling.THINGS | telling.FIGHTERS | (telling.FACTION if domain == "mishap" else 0)
    return bool(signs & telling.HARM and kinds & with_harm and domain not in _FIGURES_OF_SPEECH)


def _is_of_items(tokens: Tokens, sentences: list[Sentence], text: Scores) -> bool:
    """Return whether a text is a list of items on many things: news in brief, the headlines of a day."""
    if text.domains < _SOME:
        return False
    lines = {sentence.paragraph for sentence in sentences}
    items = {sentence.paragraph for sentence in sentences if _opens_item(tokens, sentence)}
    return len(lines) >= 2 * _MUCH and 2 * len(items) > len(lines)


def _opens_item(tokens: Tokens, sentence: Sentence) -> bool:
    """A headline, a bullet, or a line behind a label: "SUDAN: Shelling …", "SECURITY. Gunmen …"."""
    if sentence.block in ("headline", "bullet"):
        return True
    first = sentence.first
    return tokens.at(first + 1) in (":", ".") and tokens.raw[first].isupper() and len(tokens.raw[first]) > 2


def _is_item_of_war(here: Scores, told: bool) -> bool:
    return (told or here.war + here.forces > 0) and not _is_mishap(here) and here.war + here.support + told > here.others


def _is_left_out(here: Scores, divided: bool) -> bool:
    return _is_about_other(here) or _is_mishap(here) or divided and not here.war + here.support


def _is_mishap(here: Scores) -> bool:
    return here.domain == "mishap" and here.core > 0 and here.other > 1 and not here.war


def _is_about_other(here: Scores) -> bool:
    mine = here.war + here.support
    if here.domain == "mishap" and here.other < _MUCH and not (here.core and not here.war + here.forces):
        return False  # fire, evacuation and smoke belong to a war too
    return here.other > mine and (here.other >= _MUCH or not mine and here.other > 1)
