"""The figure that a number becomes, and the clause in which it is bound."""

from dataclasses import dataclass, field

from . import kinds, signs
from .events import Event
from .numbers import Number
from .phrases import Phrase
from .tokens import Tokens


@dataclass(slots=True)
class Figure:
    """A number bound to what it counts; attribution, date and links are joined to it later."""

    number: Number
    sentence: int
    measure: str
    unit: str
    phrase: Phrase
    subject: str | None
    status: str
    count_mode: str
    rate_per: str | None
    increment: bool
    event: Event | None
    part_of: "Figure | None" = None
    place: str | None = None
    certainty: str | None = None
    subject_actor: object = None
    claim: object = None
    repeats: "Figure | None" = None
    sums_to: "Figure | None" = None
    supersedes: "Figure | None" = None
    date: object = None
    elided: bool = False
    kind: str = ""  # of the counted noun: person, group, formation, place, materiel, object, incident


@dataclass(slots=True)
class Heading:
    """What a line before a list says of its items; ``whole`` is the figure that the list accounts for, if it gives one."""

    measure: str
    whole: Figure | None = None


@dataclass(slots=True)
class Clause:
    """A sentence with what is needed to bind its numbers; ``before`` is the last figure before it."""

    tokens: Tokens
    index: int
    first: int
    last: int
    numbers: list[Number]
    events: list[Event]
    masked: bytearray
    before: Figure | None
    losses: bool  # a list of losses
    swap: bool  # the text tells of an exchange of prisoners
    told: dict = field(default_factory=dict)  # the figures of the sentences before, by their value
    latest: dict = field(default_factory=dict)  # of each measure, the last whole told before
    things: dict = field(default_factory=dict)  # of each noun, the last whole told before
    air: bool = False  # the text tells of air defence
    asked: str | None = None  # what the question before it asks for: a measure
    heading: Heading | None = None  # of the list that it is an item of
    signs: int = field(init=False)  # which rules its words call for

    def __post_init__(self):
        around = self.tokens.word[max(0, self.first - 2) : self.last + 3]  # some rules look a little over its edges
        self.signs = signs.held(around) | (signs.EVENTS if self.events else 0)

    def at(self, i: int) -> str:
        """Return the word of token ``i`` of the text, "" outside the sentence."""
        return self.tokens.word[i] if self.first <= i < self.last else ""


@dataclass(slots=True)
class Candidate:
    """A number with all that is known of it before its measure: its noun, its neighbours and the whole it is part of.

    ``later`` are the numbers after it in the sentence, ``whole`` the figure it is said to be part of, ``previous`` the
    figure before it in the sentence; ``kind`` and ``status`` are those of the counted noun.
    """

    clause: Clause
    number: Number
    phrase: Phrase
    later: list[Number]
    whole: Figure | None
    previous: Figure | None
    unit: str | None
    kind: str
    status: str

    @property
    def same(self) -> Figure | None:
        """Return the figure told before that a bare "the 67" takes up by its number."""
        tokens, i = self.clause.tokens, self.number.first - 1
        if not self.phrase.empty and self.head != "victims" or i < self.clause.first or tokens.word[i] not in ("the", "these", "those"):
            return None
        return self.clause.told.get(self.number.value)

    @property
    def unit_head(self) -> str:
        """Return the last word of the unit in small letters, "" where there is none."""
        return kinds.head_of(self.unit or "")

    @property
    def head(self) -> str:
        """Return the head of the counted noun phrase, "" where the number stands alone."""
        return "" if self.phrase.empty else self.clause.tokens.word[self.phrase.head]
