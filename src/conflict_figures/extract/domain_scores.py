"""How many words speak for a conflict and how many for other domains: in a text, in a paragraph."""

from functools import cache
from typing import NamedTuple

from . import lexicon

_OWN = ("conflict", "figurative", "forces", "harm")
_SETTING = "-setting"  # words that speak for a domain only beside others of it: a bus, a team, a price
_KIN = {"disaster": "mishap", "accident": "mishap", "sport": "leisure", "science": "health"}  # told in one breath


class Scores(NamedTuple):
    """How many different words speak for war, for forces, for harm, and for other domains.

    Of the words of war, ``plain`` counts those that are seldom said of other fights (airstrike, insurgent, not siege).
    A word of a domain's setting counts only beside a word of the domain itself.
    """

    plain: int
    figurative: int
    forces: int
    harm: int
    other: int  # of the strongest other domain
    others: int  # of all other domains
    domain: str  # the name of the strongest other domain
    core: int  # of all other domains, without their settings
    domains: int  # the other domains that have a word

    @property
    def war(self) -> int:
        return self.plain + self.figurative

    @property
    def support(self) -> int:
        return self.forces + self.harm


_NONE = Scores(0, 0, 0, 0, 0, 0, "", 0, 0)


@cache
def others() -> frozenset[str]:
    """Return the words that speak for a domain other than the conflict's own."""
    return frozenset(word for word, names in lexicon.domains_of().items() if not set(_OWN).issuperset(names))


@cache
def _stems() -> dict[str, tuple[str, tuple[str, ...]]]:
    """What counts as one word among its forms, and the domains that it speaks for."""
    domains = lexicon.domains_of()
    return {
        word: (word.removesuffix("s").removesuffix("se"), tuple(map(_domain, names))) for word, names in domains.items()
    }


def _domain(name: str) -> str:
    bare = name.removesuffix(_SETTING)
    return _KIN.get(bare, bare) + name[len(bare) :]


def scores(words: set[str]) -> Scores:
    """Return what some words speak for; words that speak for nothing are passed over."""
    found: dict[str, set[str]] = {}
    stems = _stems()
    for word in words:
        if (known := stems.get(word)) is None:
            continue
        stem, names = known
        for name in names:
            if name in found:
                found[name].add(stem)
            else:
                found[name] = {stem}
    if not found:
        return _NONE
    mine = [len(found.pop(name, ())) for name in _OWN]
    if not found:
        return Scores(*mine, 0, 0, "", 0, 0)
    core = {name: len(stems) for name, stems in found.items() if not name.endswith(_SETTING)}
    counts = {name: _weight(count, len(found.get(name + _SETTING, frozenset()) - found[name])) for name, count in core.items()}
    for name, stems in found.items():
        if name.removesuffix(_SETTING) not in core and (few := _weight(0, len(stems))):
            counts[name.removesuffix(_SETTING)] = few
    domain = max(sorted(counts), key=counts.__getitem__, default="")
    return Scores(
        *mine, counts.get(domain, 0), sum(counts.values()), domain, sum(core.values()), len(core)
    )


def _weight(core: int, setting: int) -> int:
    return core + setting // 2
