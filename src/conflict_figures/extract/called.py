"""What a text has called an actor: by a role of one kind, by the very word, or by a shorter form."""

from . import lexicon
from .actor import Actor


def has_role(actor: Actor, role: str) -> bool:
    """Return whether the text has called a person by this role or one of the same kind."""
    words = {word for alias in actor.aliases for word in alias.lower().replace("\u00a0", " ").split()}
    return not words.isdisjoint(lexicon.same_role(role))


def is_short_for(alias: list[str], words: list[str]) -> bool:
    """Return whether "the rights group" is short for "local rights group": its words without the article, at the end."""
    alias = alias[1:] if alias and alias[0] in ("the", "a", "an") else alias
    return len(alias) > 1 and words[-len(alias) :] == alias


def is_called(actor: Actor, role: str) -> bool:
    """Return whether one of the actor's names holds the very word."""
    return any(role in alias.lower().split() for alias in actor.aliases)
