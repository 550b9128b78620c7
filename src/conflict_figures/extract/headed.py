"""Lists under a line that ends in a colon: the line says what all of their items count."""

from . import lexicon
from .blocks import Sentence
from .events import Event
from .figure import Figure, Heading
from .tokens import Tokens


def of(tokens: Tokens, sentence: Sentence, happened: list[Event], figures: list[Figure]) -> Heading | None:
    """Return the heading that a sentence is: "The following were destroyed:", "The toll rose to 356, of whom:"."""
    if tokens.raw[sentence.last - 1] != ":" or sentence.block == "bullet":
        return None
    whole = next((figure for figure in reversed(figures) if figure.measure != "money"), None)
    if whole is not None:
        return Heading(whole.measure, whole)
    done = next((event for event in reversed(happened) if event.passive or event.frame == "patient"), None)
    if done is not None:
        return Heading(done.measure)
    for i in range(sentence.last - 1, sentence.first - 1, -1):
        noun = lexicon.nouns().get(tokens.word[i])
        if noun:
            return Heading(noun[0]) if noun[1] != "act" else None
    return None


def accounts_for(heading: Heading | None, value: float | None, kind: str) -> Figure | None:
    """Return the figure of which an item of a list is a part."""
    whole = heading.whole if heading else None
    if whole is None or value is None or whole.kind != kind:
        return None
    most = whole.number.high if whole.number.high is not None else whole.number.value
    return whole if most is not None and value < most else None
