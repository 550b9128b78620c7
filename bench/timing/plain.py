"""Invented news without a figure of any conflict, from a small grammar: what most of a corpus is like.

Dates, scores, prices and ages stand in it, as they do in real news; the same seed gives the same texts everywhere.
"""

import re
from random import Random

_GRAMMAR = {
    "text": ["{head}\n\n{lede} {more} {more}\n\n{voice} {more}\n\n{more} {voice} {more}\n\n{end}"],
    "head": ["{Place} {opens} {thing}", "New {thing} for {Place}", "{Place} waits for its {thing}"],
    "opens": ["opens", "restores", "paints", "votes for", "looks for"],
    "lede": [
        "The town of {Place} has decided to restore its {old} {thing}, the council said on {day}.",
        "After {years} of waiting, the {thing} of {Place} is open to visitors again.",
        "A {old} {thing} was shown in {Place} on {day}, and the whole street came to see it.",
    ],
    "more": [
        "The {thing}, built in {year}, stands beside the {old} {thing} on the market square.",
        "Visitors pay {price} euros; children under {age} and pupils of the school go in without a ticket.",
        "In the evening the home side won {score} against the guests from {Place}, whose keeper was the best player.",
        "Rain is expected from {day} on, with a mild wind from the west and {age} degrees at noon.",
        "The choir sang until late, and the {old} organ, which nobody had played since {year}, was in tune.",
        "Shares of the local brewery rose by {age} per cent, while the price of barley hardly moved.",
        "It is not the first time that the {thing} has been closed: in {year} the roof let in water.",
        "The teachers want a library, a garden with fruit trees and a room in which to play chess.",
        "Work begins in {month} and should be done within {years}, if the weather is kind.",
    ],
    "voice": [
        "\"We are glad that the {thing} stays where it belongs,\" said {Name}, who looks after it.",
        "{Name}, a gardener from {Place}, said the {old} trees needed water more than anything else.",
        "According to {Name}, the plan was drawn by hand and then lost in a drawer.",
        "{Name}, {age}, told the paper that his grandfather had carved the door.",
    ],
    "end": [
        "The next meeting is on {day} at {clock}.",
        "Those who want to help can write to the council until the end of {month}.",
        "Until then the {thing} remains closed on {day}.",
    ],
    "thing": ["bridge", "museum", "theatre", "fountain", "library", "swimming pool", "bakery", "clock", "orchard", "mill"],
    "old": ["old", "wooden", "small", "famous", "painted", "forgotten"],
    "Place": ["Ostervik", "Lindmoor", "Saltbrook", "Vellamo", "Castel Verde", "Hazelford", "Nordhaven", "Alder Bay"],
    "Name": ["Marit Solberg", "Jon Abery", "Lucia Fenn", "Oskar Dahlin", "Pia Renner", "Tomas Vik"],
    "day": ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"],
    "month": ["March", "April", "June", "September", "October"],
    "year": ["1887", "1912", "1954", "1971", "1998", "2009"],
    "years": ["two years", "three years", "five months", "a year"],
    "age": ["6", "12", "14", "19", "23"],
    "price": ["4", "7.50", "11"],
    "score": ["2-1", "3-0", "4-2", "1-0"],
    "clock": ["18:30", "19:00", "10:15"],
}  # fmt: skip
_SLOT = re.compile(r"\{(\w+)\}")


def texts(size: int, seed: int = 1) -> list[str]:
    """Return invented texts of about 1,000 code points each, ``size`` code points or a little more in all.

    >>> texts(1)[0] == texts(1)[0], texts(1) == texts(1, seed=2)
    (True, False)
    """
    random = Random(seed)
    found: list[str] = []
    while size > 0:
        found.append(_filled("{text}", random))
        size -= len(found[-1])
    return found


def _filled(words: str, random: Random) -> str:
    while "{" in words:
        words = _SLOT.sub(lambda slot: random.choice(_GRAMMAR[slot[1]]), words)
    return words
