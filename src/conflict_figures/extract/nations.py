"""States and national forces, which a text names without letting them speak."""

from . import lexicon
from .actor import Actor
from .cast import Cast
from .tokens import Tokens

_FORCE_HEADS = lexicon.bodies("force") | {"soldiers", "soldier", "servicemen", "personnel", "mercenaries", "conscripts"}
_BACKWARD = frozenset({"these", "those", "the"})
_NAMING = _BACKWARD | {"that"}
_OPENERS, _DEMONYMS, _STATES = lexicon.country_openers(), lexicon.demonyms(), lexicon.states()
_AT = frozenset("in near at from outside around inside of over across".split())


def survey(tokens: Tokens, cast: Cast) -> None:
    """Enter every state and national force that the text names."""
    floor, last_state, last_force = 0, None, None
    word, raw = tokens.word, tokens.raw
    for i in [i for i in range(tokens.size) if raw[i] in _OPENERS or word[i] in _NAMING]:
        if i < floor:
            continue
        if last_force is not None and word[i] in _BACKWARD and _is_back_reference(tokens, i):
            last_force.also(tokens.span(i, i + 2))
            floor = i + 2
            continue
        if word[i] == "that" and i + 1 < tokens.size and tokens.word[i + 1] == "country" and last_state:
            last_state.also(tokens.span(i, i + 2))
            floor = i + 2
            continue
        width, actor = _state_or_force(tokens, i, cast) if raw[i] in _OPENERS else (0, None)
        if actor is not None and actor.kind == "state":
            last_state = actor
        elif actor is not None:
            last_force = actor
        floor = i + width


def _is_back_reference(tokens: Tokens, i: int) -> bool:
    """ "these troops", "the fallen": the force named last."""
    if i + 1 >= tokens.size:
        return False
    word, after = tokens.word[i], tokens.word[i + 1]
    return word in ("these", "those") and after in _FORCE_HEADS or word == "the" and after == "fallen"


def _state_or_force(tokens: Tokens, i: int, cast: Cast) -> tuple[int, Actor | None]:
    for width in _OPENERS[tokens.raw[i]]:
        if i + width > tokens.size:
            continue
        words = tokens.raw[i]
        if width > 1:
            words = tokens.text[tokens.start[i] : tokens.end[i + width - 1]].replace("\u00a0", " ")
        demonym, state = _DEMONYMS.get(words), _STATES.get(words)
        if demonym:
            end = _force_end(tokens, i + width)
            return (end - i, cast.of_country("force", tokens.span(i, end), demonym.iso3)) if end else (width, None)
        if state:
            possessive = i + width < tokens.size and tokens.kind[i + width] == "s"
            end = _force_end(tokens, i + width + 1) if possessive else 0
            if end:
                cast.of_country("force", tokens.span(i, end), state.iso3)
            if words != state.name and i and tokens.word[i - 1] in _AT and not possessive:
                return width, None  # "in the capital" is a place, "the capital said" a government
            if i + width < tokens.size and tokens.capital[i + width]:
                return width, None  # "Washington Post"
            return width, cast.of_country("state", words, state.iso3)
    return 0, None


def _force_end(tokens: Tokens, i: int) -> int:
    for k in range(i, min(i + 3, tokens.size)):
        if tokens.kind[k] != "w":
            return 0
        if tokens.word[k] in _FORCE_HEADS and not (
            k + 1 < tokens.size and tokens.word[k] == "military" and tokens.word[k + 1] in _FORCE_HEADS
        ):
            return k + 1
    return 0
