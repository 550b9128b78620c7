"""Which rules are worth asking in a sentence: those whose words stand in it.

Most rules look for words that most sentences lack. The words of all rules are looked for once in a sentence; the signs
found, one bit for each rule, choose the rules for its numbers. This is for speed alone: what a rule says is the same.
"""

from collections.abc import Callable, Iterable

# What is known of a number beside the words of its sentence.
ALONE, NAMED, COUNT, NO_COUNT, EVENTS, BEFORE = (1 << k for k in range(6))
_MOST = 4_096  # choices kept
_BITS: dict[str, int] = {}  # the signs of each word
_WANTED: dict[Callable, tuple[int, int]] = {}  # the sign of each rule, and what must be known
_taken = 6


def held(words: Iterable[str]) -> int:
    """Return the signs that some words hold."""
    found = 0
    for word in filter(_BITS.__contains__, words):
        found |= _BITS[word]
    return found


def of(words: Iterable[str]) -> int:
    """Return a sign of its own for the words of a rule; :func:`held` looks for it from now on."""
    global _taken
    sign, _taken = 1 << _taken, _taken + 1
    for word in words:
        _BITS[word] = _BITS.get(word, 0) | sign
    return sign


def wants(words: Iterable[str] | None = None, known: int = 0) -> Callable:
    """Mark a rule that finds nothing in a sentence without any of these words, or unless that is known."""

    def marked(rule: Callable) -> Callable:
        _WANTED[rule] = (0 if words is None else of(words), known)
        return rule

    return marked


class Choice:
    """Rules in their order, of which those are asked that can find something.

    >>> @wants({"per", "ratio"}, known=NAMED)
    ... def is_ratio(): ...
    >>> choice = Choice(is_ratio, len)
    >>> choice.among(held(["97", "per", "mile"]) | NAMED) == (is_ratio, len)
    True
    >>> choice.among(held(["97", "per", "mile"])), choice.among(held(["97", "miles"]) | NAMED)
    ((<built-in function len>,), (<built-in function len>,))
    """

    def __init__(self, *rules: Callable):
        self.rules = rules
        self._wanted = [_WANTED.get(rule, (0, 0)) for rule in rules]
        self._mask = 0
        for sign, known in self._wanted:
            self._mask |= sign | known
        self._chosen: dict[int, tuple[Callable, ...]] = {}

    def among(self, signs: int) -> tuple[Callable, ...]:
        """Return the rules that can find something, in their order, by the signs of a sentence and a number."""
        signs &= self._mask
        chosen = self._chosen.get(signs)
        if chosen is None:
            if len(self._chosen) >= _MOST:
                self._chosen.clear()
            chosen = self._chosen[signs] = tuple(
                rule
                for rule, (sign, known) in zip(self.rules, self._wanted)
                if (not sign or signs & sign) and signs & known == known
            )
        return chosen
