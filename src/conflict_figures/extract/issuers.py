"""The body that issues a text: what it says in its own bulletin, release or report is the text's own voice."""

from dataclasses import dataclass

from . import lexicon, mentions, names
from .actor import Actor
from .blocks import Sentence
from .frame import Frame
from .mentions import Mention
from .reading import Claim
from .tokens import Tokens

_HEADINGS = 3  # sentences at the head of a text that can say who issues it
_OPENING = 5  # sentences within which a release names who releases it
_LONGEST = 9  # tokens of a heading that is only a body's name
_BODIES = frozenset({"body", "force", "outlet"})
_ANNOUNCING = frozenset("announces announce informs reports states declares".split())


@dataclass(slots=True)
class Issuer:
    """What a text shows of who issues it; ``actor`` is None until the text lets the issuer speak.

    ``named`` are the names in its headings, in small letters. A ``serial`` bulletin calls its issuer by a mere word
    ("the Mission"), a ``release`` names it first, and so does a ``bulletin`` that announces, or a report that
    ``counts`` in the first person.
    """

    named: frozenset[str]
    serial: bool
    release: bool
    bulletin: bool
    counts: bool
    actor: Actor | None = None


def find(tokens: Tokens, sentences: list[Sentence], masked: bytearray, inside: bytearray) -> Issuer | None:
    """Return what a text shows of its issuer; None where nothing shows that a body issues it."""
    heads = [s for s in sentences[:_HEADINGS] if s.block != "body"]
    words = [frozenset(tokens.word[s.first : s.last]) for s in heads]
    reports = lexicon.speech("bulletin") | lexicon.speech("serial")
    found = Issuer(
        frozenset(name for s in heads for name in _names(tokens, s, masked)) | _agency(tokens, sentences),
        any(not said.isdisjoint(reports) and not said.isdisjoint(lexicon.speech("regular")) for said in words),
        _is_release(tokens, sentences)
        or any("press" in said and not said.isdisjoint({"release", "statement"}) for said in words),
        any(not said.isdisjoint(lexicon.speech("bulletin")) for said in words),
        any(_counts(tokens, sentence, inside) for sentence in sentences),
    )
    return found if found.named or found.serial or found.release or found.bulletin or found.counts else None


def _names(tokens: Tokens, heading: Sentence, masked: bytearray) -> set[str]:
    """The names of the body that a heading is, or that it says to be from: "Latest from the Mission (TMM)"."""
    first, last = heading.first, heading.last
    named = names.name(tokens, Mention(first, last)) if last - first <= _LONGEST else None
    if named is not None and named.kind in _BODIES and all(
        tokens.capital[k] or tokens.word[k] in ("of", "for", "and", "the") for k in range(first, last)
    ):  # fmt: skip
        return {named.name.lower()}
    for k in range(first + 1, last - 1):
        if tokens.word[k] in ("of", "from", "by") and tokens.word[k - 1] in lexicon.speech("serial"):
            body = mentions.behind(tokens, k + 1, last, masked)
            named = names.name(tokens, body) if body is not None else None
            if named is None or named.kind not in _BODIES:
                continue
            bracket = body.last + 1
            acronym = bracket < last and tokens.raw[body.last] == "(" and tokens.raw[bracket].isupper()
            return {named.name.lower(), *([tokens.word[bracket]] if acronym else ())}
    return set()


def _agency(tokens: Tokens, sentences: list[Sentence]) -> set[str]:
    """The agency that a dateline names: "TAMBA, 4 May (North Press) –", "TAMBA (NP) —"."""
    first = next((s.first for s in sentences if s.block == "body"), tokens.size)
    opening = next((k for k in range(first + 1, min(tokens.size, first + _LONGEST)) if tokens.raw[k] == "("), 0)
    closing = next((k for k in range(opening, min(tokens.size - 1, opening + 5)) if tokens.raw[k] == ")"), 0)
    if not opening or not tokens.raw[first].isupper() or not closing or tokens.raw[closing + 1] not in "–—-":
        return set()
    capital = all(tokens.capital[k] for k in range(opening + 1, closing))
    return {tokens.span(opening + 1, closing).lower()} if capital and closing > opening + 1 else set()


def _is_release(tokens: Tokens, sentences: list[Sentence]) -> bool:
    """Return whether a text ends with whom to call, or opens with a dateline in brackets ("(Tamba, 4 May) –")."""
    for sentence in sentences[-2:]:
        informs = any(tokens.matches(sentence.first, ("for", more, "information")) for more in ("further", "more"))
        if informs or not lexicon.speech("contact").isdisjoint(tokens.word[sentence.first : sentence.last]):
            return True
    first = next((s.first for s in sentences if s.block == "body"), tokens.size)
    if first + 1 >= tokens.size or tokens.raw[first] != "(" or not tokens.capital[first + 1]:
        return False
    closing = next((k for k in range(first, min(tokens.size - 1, first + _LONGEST)) if tokens.raw[k] == ")"), 0)
    dated = any(tokens.kind[k] in "nd" for k in range(first, closing))
    words = tokens.span(first + 1, closing) if closing > first + 1 else ""
    place = bool(words) and not words.isupper() and words not in lexicon.outlets()  # no agency: "(Reuters) –"
    return (dated or place) and tokens.raw[closing + 1] in "–—-"


def _counts(tokens: Tokens, sentence: Sentence, inside: bytearray) -> bool:
    """Return whether the text counts in the first person: "We documented 40 raids"."""
    first = sentence.first
    if tokens.word[first] != "we" or inside[first] or first + 1 >= sentence.last:
        return False
    cue = lexicon.cues().get(tokens.word[first + 1])
    return cue is not None and cue.kind == "count"


def settle(issuer: Issuer, tokens: Tokens, found: list[Frame], claims: list[Claim], made: list[Claim], at: int) -> None:
    """Set the issuer's actor, if the claims of the sentence ``at`` show who it is; ``made`` are those before them."""
    for claim in claims:
        if getattr(claim.speaker_actor, "kind", None) not in (*_BODIES, "person"):
            continue
        actor = claim.speaker_actor
        called = {name.lower() for name in (actor.name, *(actor.aliases if actor.kind != "person" else ()))}
        if actor.kind == "person" and called.isdisjoint(issuer.named):
            if not (issuer.release and not made and _says_today(tokens, found) and set(actor.aliases) <= {actor.name}):
                continue
            actor.kind = "body"  # "(Tamba) – … , Harbour Justice said today": who opens a release is no person
        mere = issuer.serial and any(_is_mere(tokens, frame.speaker, actor) for frame in found)
        opens = at < _OPENING and not any(before.speaker for before in made) and _opens(issuer, tokens, found)
        headed = actor.name.lower() in {name.rpartition(" ")[2] for name in issuer.named}  # "the Desk"
        if mere or opens or headed or not called.isdisjoint(issuer.named):
            issuer.actor = actor
            return


def _is_mere(tokens: Tokens, speaker: Mention | None, actor: Actor) -> bool:
    """Return whether a body speaks that is called "the Centre" and never by a fuller name."""
    if speaker is None or speaker.last - speaker.first != 2 or tokens.word[speaker.first] != "the":
        return False
    return tokens.capital[speaker.first + 1] and tokens.raw[speaker.first + 1] == actor.name


def _says_today(tokens: Tokens, found: list[Frame]) -> bool:
    cue = found[0].cue if found else None
    return cue is not None and "today" in tokens.word[cue[1] : cue[1] + 2]


def _opens(issuer: Issuer, tokens: Tokens, found: list[Frame]) -> bool:
    """Return whether the first voice of a text is that of its issuer."""
    if not found or found[0].cue is None:
        return False
    cue = tokens.word[found[0].cue[0]]
    known = lexicon.cues().get(cue)
    counts = issuer.counts and known is not None and known.kind == "count"
    return issuer.release or counts or issuer.bulletin and cue in _ANNOUNCING
